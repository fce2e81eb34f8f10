from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Section(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    SECTION_UNSPECIFIED: _ClassVar[Section]
    SECTION_IDLE: _ClassVar[Section]
    SECTION_SET_UP: _ClassVar[Section]
    SECTION_TRAIN: _ClassVar[Section]
    SECTION_EVALUATE: _ClassVar[Section]
    SECTION_SAVE: _ClassVar[Section]

class ErrorCode(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ERROR_CODE_UNSPECIFIED: _ClassVar[ErrorCode]
    ERROR_CODE_BAD_INPUT: _ClassVar[ErrorCode]
    ERROR_CODE_MODEL_NOT_FOUND: _ClassVar[ErrorCode]
    ERROR_CODE_DATA_NOT_FOUND: _ClassVar[ErrorCode]
    ERROR_CODE_DEVICE_UNAVAILABLE: _ClassVar[ErrorCode]
    ERROR_CODE_MISSING_PACKAGE: _ClassVar[ErrorCode]
    ERROR_CODE_CHECKPOINT_UNREADABLE: _ClassVar[ErrorCode]
    ERROR_CODE_DISK_FULL: _ClassVar[ErrorCode]
    ERROR_CODE_OUT_OF_MEMORY: _ClassVar[ErrorCode]
    ERROR_CODE_NON_FINITE_LOSS: _ClassVar[ErrorCode]
    ERROR_CODE_PROTOCOL: _ClassVar[ErrorCode]
    ERROR_CODE_INTERNAL: _ClassVar[ErrorCode]
SECTION_UNSPECIFIED: Section
SECTION_IDLE: Section
SECTION_SET_UP: Section
SECTION_TRAIN: Section
SECTION_EVALUATE: Section
SECTION_SAVE: Section
ERROR_CODE_UNSPECIFIED: ErrorCode
ERROR_CODE_BAD_INPUT: ErrorCode
ERROR_CODE_MODEL_NOT_FOUND: ErrorCode
ERROR_CODE_DATA_NOT_FOUND: ErrorCode
ERROR_CODE_DEVICE_UNAVAILABLE: ErrorCode
ERROR_CODE_MISSING_PACKAGE: ErrorCode
ERROR_CODE_CHECKPOINT_UNREADABLE: ErrorCode
ERROR_CODE_DISK_FULL: ErrorCode
ERROR_CODE_OUT_OF_MEMORY: ErrorCode
ERROR_CODE_NON_FINITE_LOSS: ErrorCode
ERROR_CODE_PROTOCOL: ErrorCode
ERROR_CODE_INTERNAL: ErrorCode

class ControlDown(_message.Message):
    __slots__ = ("epoch", "sequence", "cancel", "shutdown", "proof")
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    SEQUENCE_FIELD_NUMBER: _ClassVar[int]
    CANCEL_FIELD_NUMBER: _ClassVar[int]
    SHUTDOWN_FIELD_NUMBER: _ClassVar[int]
    PROOF_FIELD_NUMBER: _ClassVar[int]
    epoch: int
    sequence: int
    cancel: Cancel
    shutdown: Shutdown
    proof: Proof
    def __init__(self, epoch: _Optional[int] = ..., sequence: _Optional[int] = ..., cancel: _Optional[_Union[Cancel, _Mapping]] = ..., shutdown: _Optional[_Union[Shutdown, _Mapping]] = ..., proof: _Optional[_Union[Proof, _Mapping]] = ...) -> None: ...

class Cancel(_message.Message):
    __slots__ = ("through_sequence", "abandon")
    THROUGH_SEQUENCE_FIELD_NUMBER: _ClassVar[int]
    ABANDON_FIELD_NUMBER: _ClassVar[int]
    through_sequence: int
    abandon: bool
    def __init__(self, through_sequence: _Optional[int] = ..., abandon: _Optional[bool] = ...) -> None: ...

class Shutdown(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ControlUp(_message.Message):
    __slots__ = ("epoch", "sequence", "hello", "heartbeat", "goodbye", "knock")
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    SEQUENCE_FIELD_NUMBER: _ClassVar[int]
    HELLO_FIELD_NUMBER: _ClassVar[int]
    HEARTBEAT_FIELD_NUMBER: _ClassVar[int]
    GOODBYE_FIELD_NUMBER: _ClassVar[int]
    KNOCK_FIELD_NUMBER: _ClassVar[int]
    epoch: int
    sequence: int
    hello: Hello
    heartbeat: Heartbeat
    goodbye: Goodbye
    knock: Knock
    def __init__(self, epoch: _Optional[int] = ..., sequence: _Optional[int] = ..., hello: _Optional[_Union[Hello, _Mapping]] = ..., heartbeat: _Optional[_Union[Heartbeat, _Mapping]] = ..., goodbye: _Optional[_Union[Goodbye, _Mapping]] = ..., knock: _Optional[_Union[Knock, _Mapping]] = ...) -> None: ...

class Knock(_message.Message):
    __slots__ = ("nonce",)
    NONCE_FIELD_NUMBER: _ClassVar[int]
    nonce: bytes
    def __init__(self, nonce: _Optional[bytes] = ...) -> None: ...

class Proof(_message.Message):
    __slots__ = ("proof",)
    PROOF_FIELD_NUMBER: _ClassVar[int]
    proof: bytes
    def __init__(self, proof: _Optional[bytes] = ...) -> None: ...

class Hello(_message.Message):
    __slots__ = ("proof", "schema_hash", "pid", "python_version", "torch_version", "open_clip_version")
    PROOF_FIELD_NUMBER: _ClassVar[int]
    SCHEMA_HASH_FIELD_NUMBER: _ClassVar[int]
    PID_FIELD_NUMBER: _ClassVar[int]
    PYTHON_VERSION_FIELD_NUMBER: _ClassVar[int]
    TORCH_VERSION_FIELD_NUMBER: _ClassVar[int]
    OPEN_CLIP_VERSION_FIELD_NUMBER: _ClassVar[int]
    proof: bytes
    schema_hash: str
    pid: int
    python_version: str
    torch_version: str
    open_clip_version: str
    def __init__(self, proof: _Optional[bytes] = ..., schema_hash: _Optional[str] = ..., pid: _Optional[int] = ..., python_version: _Optional[str] = ..., torch_version: _Optional[str] = ..., open_clip_version: _Optional[str] = ...) -> None: ...

class Heartbeat(_message.Message):
    __slots__ = ("section", "command_sequence", "done", "total", "memory_mib", "device_memory_mib")
    SECTION_FIELD_NUMBER: _ClassVar[int]
    COMMAND_SEQUENCE_FIELD_NUMBER: _ClassVar[int]
    DONE_FIELD_NUMBER: _ClassVar[int]
    TOTAL_FIELD_NUMBER: _ClassVar[int]
    MEMORY_MIB_FIELD_NUMBER: _ClassVar[int]
    DEVICE_MEMORY_MIB_FIELD_NUMBER: _ClassVar[int]
    section: Section
    command_sequence: int
    done: int
    total: int
    memory_mib: float
    device_memory_mib: float
    def __init__(self, section: _Optional[_Union[Section, str]] = ..., command_sequence: _Optional[int] = ..., done: _Optional[int] = ..., total: _Optional[int] = ..., memory_mib: _Optional[float] = ..., device_memory_mib: _Optional[float] = ...) -> None: ...

class Goodbye(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class Command(_message.Message):
    __slots__ = ("epoch", "sequence", "known_failure", "set_up", "restore", "begin_task", "train", "lerp", "combine", "drop", "evaluate", "remember", "save", "export", "load")
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    SEQUENCE_FIELD_NUMBER: _ClassVar[int]
    KNOWN_FAILURE_FIELD_NUMBER: _ClassVar[int]
    SET_UP_FIELD_NUMBER: _ClassVar[int]
    RESTORE_FIELD_NUMBER: _ClassVar[int]
    BEGIN_TASK_FIELD_NUMBER: _ClassVar[int]
    TRAIN_FIELD_NUMBER: _ClassVar[int]
    LERP_FIELD_NUMBER: _ClassVar[int]
    COMBINE_FIELD_NUMBER: _ClassVar[int]
    DROP_FIELD_NUMBER: _ClassVar[int]
    EVALUATE_FIELD_NUMBER: _ClassVar[int]
    REMEMBER_FIELD_NUMBER: _ClassVar[int]
    SAVE_FIELD_NUMBER: _ClassVar[int]
    EXPORT_FIELD_NUMBER: _ClassVar[int]
    LOAD_FIELD_NUMBER: _ClassVar[int]
    epoch: int
    sequence: int
    known_failure: int
    set_up: SetUp
    restore: Restore
    begin_task: BeginTask
    train: Train
    lerp: Lerp
    combine: Combine
    drop: Drop
    evaluate: Evaluate
    remember: Remember
    save: Save
    export: Export
    load: Load
    def __init__(self, epoch: _Optional[int] = ..., sequence: _Optional[int] = ..., known_failure: _Optional[int] = ..., set_up: _Optional[_Union[SetUp, _Mapping]] = ..., restore: _Optional[_Union[Restore, _Mapping]] = ..., begin_task: _Optional[_Union[BeginTask, _Mapping]] = ..., train: _Optional[_Union[Train, _Mapping]] = ..., lerp: _Optional[_Union[Lerp, _Mapping]] = ..., combine: _Optional[_Union[Combine, _Mapping]] = ..., drop: _Optional[_Union[Drop, _Mapping]] = ..., evaluate: _Optional[_Union[Evaluate, _Mapping]] = ..., remember: _Optional[_Union[Remember, _Mapping]] = ..., save: _Optional[_Union[Save, _Mapping]] = ..., export: _Optional[_Union[Export, _Mapping]] = ..., load: _Optional[_Union[Load, _Mapping]] = ...) -> None: ...

class SetUp(_message.Message):
    __slots__ = ("model", "datasets", "seed", "device", "threads", "precision", "trains", "cache_folder", "compile", "devices", "references")
    MODEL_FIELD_NUMBER: _ClassVar[int]
    DATASETS_FIELD_NUMBER: _ClassVar[int]
    SEED_FIELD_NUMBER: _ClassVar[int]
    DEVICE_FIELD_NUMBER: _ClassVar[int]
    THREADS_FIELD_NUMBER: _ClassVar[int]
    PRECISION_FIELD_NUMBER: _ClassVar[int]
    TRAINS_FIELD_NUMBER: _ClassVar[int]
    CACHE_FOLDER_FIELD_NUMBER: _ClassVar[int]
    COMPILE_FIELD_NUMBER: _ClassVar[int]
    DEVICES_FIELD_NUMBER: _ClassVar[int]
    REFERENCES_FIELD_NUMBER: _ClassVar[int]
    model: ModelSpec
    datasets: _containers.RepeatedCompositeFieldContainer[DatasetSpec]
    seed: int
    device: str
    threads: int
    precision: str
    trains: str
    cache_folder: str
    compile: bool
    devices: str
    references: _containers.RepeatedCompositeFieldContainer[ReferenceSources]
    def __init__(self, model: _Optional[_Union[ModelSpec, _Mapping]] = ..., datasets: _Optional[_Iterable[_Union[DatasetSpec, _Mapping]]] = ..., seed: _Optional[int] = ..., device: _Optional[str] = ..., threads: _Optional[int] = ..., precision: _Optional[str] = ..., trains: _Optional[str] = ..., cache_folder: _Optional[str] = ..., compile: _Optional[bool] = ..., devices: _Optional[str] = ..., references: _Optional[_Iterable[_Union[ReferenceSources, _Mapping]]] = ...) -> None: ...

class ReferenceSources(_message.Message):
    __slots__ = ("images", "texts")
    IMAGES_FIELD_NUMBER: _ClassVar[int]
    TEXTS_FIELD_NUMBER: _ClassVar[int]
    images: ImageSource
    texts: TextSource
    def __init__(self, images: _Optional[_Union[ImageSource, _Mapping]] = ..., texts: _Optional[_Union[TextSource, _Mapping]] = ...) -> None: ...

class ModelSpec(_message.Message):
    __slots__ = ("name", "pretrained")
    NAME_FIELD_NUMBER: _ClassVar[int]
    PRETRAINED_FIELD_NUMBER: _ClassVar[int]
    name: str
    pretrained: str
    def __init__(self, name: _Optional[str] = ..., pretrained: _Optional[str] = ...) -> None: ...

class DatasetSpec(_message.Message):
    __slots__ = ("name", "kind", "mini_task", "train_size", "test_size", "data_seed", "images", "test", "table", "test_table", "path_column", "label_column", "held_out", "templates", "class_names", "unreadable", "root", "split", "class_indices", "classes", "saved", "test_split", "image_column", "prompts", "encoding", "shots", "class_labels", "decoding", "split_column")
    NAME_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    MINI_TASK_FIELD_NUMBER: _ClassVar[int]
    TRAIN_SIZE_FIELD_NUMBER: _ClassVar[int]
    TEST_SIZE_FIELD_NUMBER: _ClassVar[int]
    DATA_SEED_FIELD_NUMBER: _ClassVar[int]
    IMAGES_FIELD_NUMBER: _ClassVar[int]
    TEST_FIELD_NUMBER: _ClassVar[int]
    TABLE_FIELD_NUMBER: _ClassVar[int]
    TEST_TABLE_FIELD_NUMBER: _ClassVar[int]
    PATH_COLUMN_FIELD_NUMBER: _ClassVar[int]
    LABEL_COLUMN_FIELD_NUMBER: _ClassVar[int]
    HELD_OUT_FIELD_NUMBER: _ClassVar[int]
    TEMPLATES_FIELD_NUMBER: _ClassVar[int]
    CLASS_NAMES_FIELD_NUMBER: _ClassVar[int]
    UNREADABLE_FIELD_NUMBER: _ClassVar[int]
    ROOT_FIELD_NUMBER: _ClassVar[int]
    SPLIT_FIELD_NUMBER: _ClassVar[int]
    CLASS_INDICES_FIELD_NUMBER: _ClassVar[int]
    CLASSES_FIELD_NUMBER: _ClassVar[int]
    SAVED_FIELD_NUMBER: _ClassVar[int]
    TEST_SPLIT_FIELD_NUMBER: _ClassVar[int]
    IMAGE_COLUMN_FIELD_NUMBER: _ClassVar[int]
    PROMPTS_FIELD_NUMBER: _ClassVar[int]
    ENCODING_FIELD_NUMBER: _ClassVar[int]
    SHOTS_FIELD_NUMBER: _ClassVar[int]
    CLASS_LABELS_FIELD_NUMBER: _ClassVar[int]
    DECODING_FIELD_NUMBER: _ClassVar[int]
    SPLIT_COLUMN_FIELD_NUMBER: _ClassVar[int]
    name: str
    kind: str
    mini_task: str
    train_size: int
    test_size: int
    data_seed: int
    images: str
    test: str
    table: str
    test_table: str
    path_column: str
    label_column: str
    held_out: float
    templates: _containers.RepeatedScalarFieldContainer[str]
    class_names: _containers.RepeatedScalarFieldContainer[str]
    unreadable: str
    root: str
    split: str
    class_indices: _containers.RepeatedScalarFieldContainer[int]
    classes: _containers.RepeatedScalarFieldContainer[str]
    saved: str
    test_split: str
    image_column: str
    prompts: str
    encoding: str
    shots: int
    class_labels: _containers.RepeatedScalarFieldContainer[str]
    decoding: str
    split_column: str
    def __init__(self, name: _Optional[str] = ..., kind: _Optional[str] = ..., mini_task: _Optional[str] = ..., train_size: _Optional[int] = ..., test_size: _Optional[int] = ..., data_seed: _Optional[int] = ..., images: _Optional[str] = ..., test: _Optional[str] = ..., table: _Optional[str] = ..., test_table: _Optional[str] = ..., path_column: _Optional[str] = ..., label_column: _Optional[str] = ..., held_out: _Optional[float] = ..., templates: _Optional[_Iterable[str]] = ..., class_names: _Optional[_Iterable[str]] = ..., unreadable: _Optional[str] = ..., root: _Optional[str] = ..., split: _Optional[str] = ..., class_indices: _Optional[_Iterable[int]] = ..., classes: _Optional[_Iterable[str]] = ..., saved: _Optional[str] = ..., test_split: _Optional[str] = ..., image_column: _Optional[str] = ..., prompts: _Optional[str] = ..., encoding: _Optional[str] = ..., shots: _Optional[int] = ..., class_labels: _Optional[_Iterable[str]] = ..., decoding: _Optional[str] = ..., split_column: _Optional[str] = ...) -> None: ...

class ImageSource(_message.Message):
    __slots__ = ("kind", "set", "count", "data_seed", "path", "classes", "decoding")
    KIND_FIELD_NUMBER: _ClassVar[int]
    SET_FIELD_NUMBER: _ClassVar[int]
    COUNT_FIELD_NUMBER: _ClassVar[int]
    DATA_SEED_FIELD_NUMBER: _ClassVar[int]
    PATH_FIELD_NUMBER: _ClassVar[int]
    CLASSES_FIELD_NUMBER: _ClassVar[int]
    DECODING_FIELD_NUMBER: _ClassVar[int]
    kind: str
    set: str
    count: int
    data_seed: int
    path: str
    classes: int
    decoding: str
    def __init__(self, kind: _Optional[str] = ..., set: _Optional[str] = ..., count: _Optional[int] = ..., data_seed: _Optional[int] = ..., path: _Optional[str] = ..., classes: _Optional[int] = ..., decoding: _Optional[str] = ...) -> None: ...

class TextSource(_message.Message):
    __slots__ = ("kind", "set", "count", "data_seed", "length", "datasets", "path", "column", "template")
    KIND_FIELD_NUMBER: _ClassVar[int]
    SET_FIELD_NUMBER: _ClassVar[int]
    COUNT_FIELD_NUMBER: _ClassVar[int]
    DATA_SEED_FIELD_NUMBER: _ClassVar[int]
    LENGTH_FIELD_NUMBER: _ClassVar[int]
    DATASETS_FIELD_NUMBER: _ClassVar[int]
    PATH_FIELD_NUMBER: _ClassVar[int]
    COLUMN_FIELD_NUMBER: _ClassVar[int]
    TEMPLATE_FIELD_NUMBER: _ClassVar[int]
    kind: str
    set: str
    count: int
    data_seed: int
    length: int
    datasets: _containers.RepeatedScalarFieldContainer[str]
    path: str
    column: str
    template: str
    def __init__(self, kind: _Optional[str] = ..., set: _Optional[str] = ..., count: _Optional[int] = ..., data_seed: _Optional[int] = ..., length: _Optional[int] = ..., datasets: _Optional[_Iterable[str]] = ..., path: _Optional[str] = ..., column: _Optional[str] = ..., template: _Optional[str] = ...) -> None: ...

class BeginTask(_message.Message):
    __slots__ = ("task", "dataset", "objective", "teacher_slot", "anchor_slot", "reference_images", "reference_texts", "optimiser")
    TASK_FIELD_NUMBER: _ClassVar[int]
    DATASET_FIELD_NUMBER: _ClassVar[int]
    OBJECTIVE_FIELD_NUMBER: _ClassVar[int]
    TEACHER_SLOT_FIELD_NUMBER: _ClassVar[int]
    ANCHOR_SLOT_FIELD_NUMBER: _ClassVar[int]
    REFERENCE_IMAGES_FIELD_NUMBER: _ClassVar[int]
    REFERENCE_TEXTS_FIELD_NUMBER: _ClassVar[int]
    OPTIMISER_FIELD_NUMBER: _ClassVar[int]
    task: int
    dataset: str
    objective: Objective
    teacher_slot: str
    anchor_slot: str
    reference_images: ImageSource
    reference_texts: TextSource
    optimiser: Optimiser
    def __init__(self, task: _Optional[int] = ..., dataset: _Optional[str] = ..., objective: _Optional[_Union[Objective, _Mapping]] = ..., teacher_slot: _Optional[str] = ..., anchor_slot: _Optional[str] = ..., reference_images: _Optional[_Union[ImageSource, _Mapping]] = ..., reference_texts: _Optional[_Union[TextSource, _Mapping]] = ..., optimiser: _Optional[_Union[Optimiser, _Mapping]] = ...) -> None: ...

class Objective(_message.Message):
    __slots__ = ("label_smoothing", "temperature", "direction", "text_term", "text_sample", "consolidation")
    LABEL_SMOOTHING_FIELD_NUMBER: _ClassVar[int]
    TEMPERATURE_FIELD_NUMBER: _ClassVar[int]
    DIRECTION_FIELD_NUMBER: _ClassVar[int]
    TEXT_TERM_FIELD_NUMBER: _ClassVar[int]
    TEXT_SAMPLE_FIELD_NUMBER: _ClassVar[int]
    CONSOLIDATION_FIELD_NUMBER: _ClassVar[int]
    label_smoothing: float
    temperature: float
    direction: str
    text_term: str
    text_sample: int
    consolidation: str
    def __init__(self, label_smoothing: _Optional[float] = ..., temperature: _Optional[float] = ..., direction: _Optional[str] = ..., text_term: _Optional[str] = ..., text_sample: _Optional[int] = ..., consolidation: _Optional[str] = ...) -> None: ...

class Optimiser(_message.Message):
    __slots__ = ("beta1", "beta2", "epsilon", "weight_decay")
    BETA1_FIELD_NUMBER: _ClassVar[int]
    BETA2_FIELD_NUMBER: _ClassVar[int]
    EPSILON_FIELD_NUMBER: _ClassVar[int]
    WEIGHT_DECAY_FIELD_NUMBER: _ClassVar[int]
    beta1: float
    beta2: float
    epsilon: float
    weight_decay: float
    def __init__(self, beta1: _Optional[float] = ..., beta2: _Optional[float] = ..., epsilon: _Optional[float] = ..., weight_decay: _Optional[float] = ...) -> None: ...

class Train(_message.Message):
    __slots__ = ("task", "first_update", "learning_rates", "loss_weights", "batch_size", "reference_batch_size", "micro_batch")
    TASK_FIELD_NUMBER: _ClassVar[int]
    FIRST_UPDATE_FIELD_NUMBER: _ClassVar[int]
    LEARNING_RATES_FIELD_NUMBER: _ClassVar[int]
    LOSS_WEIGHTS_FIELD_NUMBER: _ClassVar[int]
    BATCH_SIZE_FIELD_NUMBER: _ClassVar[int]
    REFERENCE_BATCH_SIZE_FIELD_NUMBER: _ClassVar[int]
    MICRO_BATCH_FIELD_NUMBER: _ClassVar[int]
    task: int
    first_update: int
    learning_rates: _containers.RepeatedScalarFieldContainer[float]
    loss_weights: LossWeights
    batch_size: int
    reference_batch_size: int
    micro_batch: int
    def __init__(self, task: _Optional[int] = ..., first_update: _Optional[int] = ..., learning_rates: _Optional[_Iterable[float]] = ..., loss_weights: _Optional[_Union[LossWeights, _Mapping]] = ..., batch_size: _Optional[int] = ..., reference_batch_size: _Optional[int] = ..., micro_batch: _Optional[int] = ...) -> None: ...

class LossWeights(_message.Message):
    __slots__ = ("ce", "lambda_image", "lambda_text", "lambda_feature", "lambda_image_image", "wc", "lambda_alignment")
    CE_FIELD_NUMBER: _ClassVar[int]
    LAMBDA_IMAGE_FIELD_NUMBER: _ClassVar[int]
    LAMBDA_TEXT_FIELD_NUMBER: _ClassVar[int]
    LAMBDA_FEATURE_FIELD_NUMBER: _ClassVar[int]
    LAMBDA_IMAGE_IMAGE_FIELD_NUMBER: _ClassVar[int]
    WC_FIELD_NUMBER: _ClassVar[int]
    LAMBDA_ALIGNMENT_FIELD_NUMBER: _ClassVar[int]
    ce: float
    lambda_image: float
    lambda_text: float
    lambda_feature: float
    lambda_image_image: float
    wc: float
    lambda_alignment: float
    def __init__(self, ce: _Optional[float] = ..., lambda_image: _Optional[float] = ..., lambda_text: _Optional[float] = ..., lambda_feature: _Optional[float] = ..., lambda_image_image: _Optional[float] = ..., wc: _Optional[float] = ..., lambda_alignment: _Optional[float] = ...) -> None: ...

class Lerp(_message.Message):
    __slots__ = ("slot", "towards", "fraction")
    SLOT_FIELD_NUMBER: _ClassVar[int]
    TOWARDS_FIELD_NUMBER: _ClassVar[int]
    FRACTION_FIELD_NUMBER: _ClassVar[int]
    slot: str
    towards: str
    fraction: float
    def __init__(self, slot: _Optional[str] = ..., towards: _Optional[str] = ..., fraction: _Optional[float] = ...) -> None: ...

class Combine(_message.Message):
    __slots__ = ("slot", "terms")
    SLOT_FIELD_NUMBER: _ClassVar[int]
    TERMS_FIELD_NUMBER: _ClassVar[int]
    slot: str
    terms: _containers.RepeatedCompositeFieldContainer[WeightedSlot]
    def __init__(self, slot: _Optional[str] = ..., terms: _Optional[_Iterable[_Union[WeightedSlot, _Mapping]]] = ...) -> None: ...

class WeightedSlot(_message.Message):
    __slots__ = ("slot", "weight")
    SLOT_FIELD_NUMBER: _ClassVar[int]
    WEIGHT_FIELD_NUMBER: _ClassVar[int]
    slot: str
    weight: float
    def __init__(self, slot: _Optional[str] = ..., weight: _Optional[float] = ...) -> None: ...

class Drop(_message.Message):
    __slots__ = ("slots",)
    SLOTS_FIELD_NUMBER: _ClassVar[int]
    slots: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, slots: _Optional[_Iterable[str]] = ...) -> None: ...

class Evaluate(_message.Message):
    __slots__ = ("slot", "dataset", "batch_size", "part", "among")
    SLOT_FIELD_NUMBER: _ClassVar[int]
    DATASET_FIELD_NUMBER: _ClassVar[int]
    BATCH_SIZE_FIELD_NUMBER: _ClassVar[int]
    PART_FIELD_NUMBER: _ClassVar[int]
    AMONG_FIELD_NUMBER: _ClassVar[int]
    slot: str
    dataset: str
    batch_size: int
    part: EvaluationPart
    among: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, slot: _Optional[str] = ..., dataset: _Optional[str] = ..., batch_size: _Optional[int] = ..., part: _Optional[_Union[EvaluationPart, _Mapping]] = ..., among: _Optional[_Iterable[str]] = ...) -> None: ...

class EvaluationPart(_message.Message):
    __slots__ = ("share", "seed", "selecting")
    SHARE_FIELD_NUMBER: _ClassVar[int]
    SEED_FIELD_NUMBER: _ClassVar[int]
    SELECTING_FIELD_NUMBER: _ClassVar[int]
    share: float
    seed: int
    selecting: bool
    def __init__(self, share: _Optional[float] = ..., seed: _Optional[int] = ..., selecting: _Optional[bool] = ...) -> None: ...

class Remember(_message.Message):
    __slots__ = ("task", "dataset", "slot", "capacity")
    TASK_FIELD_NUMBER: _ClassVar[int]
    DATASET_FIELD_NUMBER: _ClassVar[int]
    SLOT_FIELD_NUMBER: _ClassVar[int]
    CAPACITY_FIELD_NUMBER: _ClassVar[int]
    task: int
    dataset: str
    slot: str
    capacity: int
    def __init__(self, task: _Optional[int] = ..., dataset: _Optional[str] = ..., slot: _Optional[str] = ..., capacity: _Optional[int] = ...) -> None: ...

class Save(_message.Message):
    __slots__ = ("folder", "slots", "optimiser")
    FOLDER_FIELD_NUMBER: _ClassVar[int]
    SLOTS_FIELD_NUMBER: _ClassVar[int]
    OPTIMISER_FIELD_NUMBER: _ClassVar[int]
    folder: str
    slots: _containers.RepeatedScalarFieldContainer[str]
    optimiser: bool
    def __init__(self, folder: _Optional[str] = ..., slots: _Optional[_Iterable[str]] = ..., optimiser: _Optional[bool] = ...) -> None: ...

class Restore(_message.Message):
    __slots__ = ("folder", "files", "task")
    FOLDER_FIELD_NUMBER: _ClassVar[int]
    FILES_FIELD_NUMBER: _ClassVar[int]
    TASK_FIELD_NUMBER: _ClassVar[int]
    folder: str
    files: _containers.RepeatedCompositeFieldContainer[SavedFile]
    task: BeginTask
    def __init__(self, folder: _Optional[str] = ..., files: _Optional[_Iterable[_Union[SavedFile, _Mapping]]] = ..., task: _Optional[_Union[BeginTask, _Mapping]] = ...) -> None: ...

class Load(_message.Message):
    __slots__ = ("slot", "model")
    SLOT_FIELD_NUMBER: _ClassVar[int]
    MODEL_FIELD_NUMBER: _ClassVar[int]
    slot: str
    model: ModelSpec
    def __init__(self, slot: _Optional[str] = ..., model: _Optional[_Union[ModelSpec, _Mapping]] = ...) -> None: ...

class Export(_message.Message):
    __slots__ = ("slot", "folder")
    SLOT_FIELD_NUMBER: _ClassVar[int]
    FOLDER_FIELD_NUMBER: _ClassVar[int]
    slot: str
    folder: str
    def __init__(self, slot: _Optional[str] = ..., folder: _Optional[str] = ...) -> None: ...

class Report(_message.Message):
    __slots__ = ("epoch", "sequence", "seconds", "memory_mib", "device_memory_mib", "done", "set_up_done", "train_done", "evaluate_done", "save_done", "cancelled", "failure", "begin_task_done")
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    SEQUENCE_FIELD_NUMBER: _ClassVar[int]
    SECONDS_FIELD_NUMBER: _ClassVar[int]
    MEMORY_MIB_FIELD_NUMBER: _ClassVar[int]
    DEVICE_MEMORY_MIB_FIELD_NUMBER: _ClassVar[int]
    DONE_FIELD_NUMBER: _ClassVar[int]
    SET_UP_DONE_FIELD_NUMBER: _ClassVar[int]
    TRAIN_DONE_FIELD_NUMBER: _ClassVar[int]
    EVALUATE_DONE_FIELD_NUMBER: _ClassVar[int]
    SAVE_DONE_FIELD_NUMBER: _ClassVar[int]
    CANCELLED_FIELD_NUMBER: _ClassVar[int]
    FAILURE_FIELD_NUMBER: _ClassVar[int]
    BEGIN_TASK_DONE_FIELD_NUMBER: _ClassVar[int]
    epoch: int
    sequence: int
    seconds: float
    memory_mib: float
    device_memory_mib: float
    done: Done
    set_up_done: SetUpDone
    train_done: TrainDone
    evaluate_done: EvaluateDone
    save_done: SaveDone
    cancelled: Cancelled
    failure: Failure
    begin_task_done: BeginTaskDone
    def __init__(self, epoch: _Optional[int] = ..., sequence: _Optional[int] = ..., seconds: _Optional[float] = ..., memory_mib: _Optional[float] = ..., device_memory_mib: _Optional[float] = ..., done: _Optional[_Union[Done, _Mapping]] = ..., set_up_done: _Optional[_Union[SetUpDone, _Mapping]] = ..., train_done: _Optional[_Union[TrainDone, _Mapping]] = ..., evaluate_done: _Optional[_Union[EvaluateDone, _Mapping]] = ..., save_done: _Optional[_Union[SaveDone, _Mapping]] = ..., cancelled: _Optional[_Union[Cancelled, _Mapping]] = ..., failure: _Optional[_Union[Failure, _Mapping]] = ..., begin_task_done: _Optional[_Union[BeginTaskDone, _Mapping]] = ...) -> None: ...

class Done(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class BeginTaskDone(_message.Message):
    __slots__ = ("reference_images", "reference_texts")
    REFERENCE_IMAGES_FIELD_NUMBER: _ClassVar[int]
    REFERENCE_TEXTS_FIELD_NUMBER: _ClassVar[int]
    reference_images: int
    reference_texts: int
    def __init__(self, reference_images: _Optional[int] = ..., reference_texts: _Optional[int] = ...) -> None: ...

class Cancelled(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class SetUpDone(_message.Message):
    __slots__ = ("device", "threads", "precision", "parameters", "parameters_trained", "model_digest", "datasets")
    DEVICE_FIELD_NUMBER: _ClassVar[int]
    THREADS_FIELD_NUMBER: _ClassVar[int]
    PRECISION_FIELD_NUMBER: _ClassVar[int]
    PARAMETERS_FIELD_NUMBER: _ClassVar[int]
    PARAMETERS_TRAINED_FIELD_NUMBER: _ClassVar[int]
    MODEL_DIGEST_FIELD_NUMBER: _ClassVar[int]
    DATASETS_FIELD_NUMBER: _ClassVar[int]
    device: str
    threads: int
    precision: str
    parameters: int
    parameters_trained: int
    model_digest: str
    datasets: _containers.RepeatedCompositeFieldContainer[DatasetFacts]
    def __init__(self, device: _Optional[str] = ..., threads: _Optional[int] = ..., precision: _Optional[str] = ..., parameters: _Optional[int] = ..., parameters_trained: _Optional[int] = ..., model_digest: _Optional[str] = ..., datasets: _Optional[_Iterable[_Union[DatasetFacts, _Mapping]]] = ...) -> None: ...

class DatasetFacts(_message.Message):
    __slots__ = ("name", "classes", "train_size", "test_size", "templates", "skipped", "notes")
    NAME_FIELD_NUMBER: _ClassVar[int]
    CLASSES_FIELD_NUMBER: _ClassVar[int]
    TRAIN_SIZE_FIELD_NUMBER: _ClassVar[int]
    TEST_SIZE_FIELD_NUMBER: _ClassVar[int]
    TEMPLATES_FIELD_NUMBER: _ClassVar[int]
    SKIPPED_FIELD_NUMBER: _ClassVar[int]
    NOTES_FIELD_NUMBER: _ClassVar[int]
    name: str
    classes: _containers.RepeatedScalarFieldContainer[str]
    train_size: int
    test_size: int
    templates: _containers.RepeatedScalarFieldContainer[str]
    skipped: _containers.RepeatedScalarFieldContainer[str]
    notes: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, name: _Optional[str] = ..., classes: _Optional[_Iterable[str]] = ..., train_size: _Optional[int] = ..., test_size: _Optional[int] = ..., templates: _Optional[_Iterable[str]] = ..., skipped: _Optional[_Iterable[str]] = ..., notes: _Optional[_Iterable[str]] = ...) -> None: ...

class TrainDone(_message.Message):
    __slots__ = ("losses", "images")
    LOSSES_FIELD_NUMBER: _ClassVar[int]
    IMAGES_FIELD_NUMBER: _ClassVar[int]
    losses: _containers.RepeatedCompositeFieldContainer[LossRow]
    images: int
    def __init__(self, losses: _Optional[_Iterable[_Union[LossRow, _Mapping]]] = ..., images: _Optional[int] = ...) -> None: ...

class LossRow(_message.Message):
    __slots__ = ("ce", "distill_image", "distill_text", "feature", "image_image", "wc", "total", "alignment")
    CE_FIELD_NUMBER: _ClassVar[int]
    DISTILL_IMAGE_FIELD_NUMBER: _ClassVar[int]
    DISTILL_TEXT_FIELD_NUMBER: _ClassVar[int]
    FEATURE_FIELD_NUMBER: _ClassVar[int]
    IMAGE_IMAGE_FIELD_NUMBER: _ClassVar[int]
    WC_FIELD_NUMBER: _ClassVar[int]
    TOTAL_FIELD_NUMBER: _ClassVar[int]
    ALIGNMENT_FIELD_NUMBER: _ClassVar[int]
    ce: float
    distill_image: float
    distill_text: float
    feature: float
    image_image: float
    wc: float
    total: float
    alignment: float
    def __init__(self, ce: _Optional[float] = ..., distill_image: _Optional[float] = ..., distill_text: _Optional[float] = ..., feature: _Optional[float] = ..., image_image: _Optional[float] = ..., wc: _Optional[float] = ..., total: _Optional[float] = ..., alignment: _Optional[float] = ...) -> None: ...

class EvaluateDone(_message.Message):
    __slots__ = ("correct", "total")
    CORRECT_FIELD_NUMBER: _ClassVar[int]
    TOTAL_FIELD_NUMBER: _ClassVar[int]
    correct: int
    total: int
    def __init__(self, correct: _Optional[int] = ..., total: _Optional[int] = ...) -> None: ...

class SaveDone(_message.Message):
    __slots__ = ("files",)
    FILES_FIELD_NUMBER: _ClassVar[int]
    files: _containers.RepeatedCompositeFieldContainer[SavedFile]
    def __init__(self, files: _Optional[_Iterable[_Union[SavedFile, _Mapping]]] = ...) -> None: ...

class SavedFile(_message.Message):
    __slots__ = ("path", "bytes", "sha256", "slot")
    PATH_FIELD_NUMBER: _ClassVar[int]
    BYTES_FIELD_NUMBER: _ClassVar[int]
    SHA256_FIELD_NUMBER: _ClassVar[int]
    SLOT_FIELD_NUMBER: _ClassVar[int]
    path: str
    bytes: float
    sha256: str
    slot: str
    def __init__(self, path: _Optional[str] = ..., bytes: _Optional[float] = ..., sha256: _Optional[str] = ..., slot: _Optional[str] = ...) -> None: ...

class Failure(_message.Message):
    __slots__ = ("code", "message", "traceback", "state_good", "update", "losses")
    CODE_FIELD_NUMBER: _ClassVar[int]
    MESSAGE_FIELD_NUMBER: _ClassVar[int]
    TRACEBACK_FIELD_NUMBER: _ClassVar[int]
    STATE_GOOD_FIELD_NUMBER: _ClassVar[int]
    UPDATE_FIELD_NUMBER: _ClassVar[int]
    LOSSES_FIELD_NUMBER: _ClassVar[int]
    code: ErrorCode
    message: str
    traceback: str
    state_good: bool
    update: int
    losses: LossRow
    def __init__(self, code: _Optional[_Union[ErrorCode, str]] = ..., message: _Optional[str] = ..., traceback: _Optional[str] = ..., state_good: _Optional[bool] = ..., update: _Optional[int] = ..., losses: _Optional[_Union[LossRow, _Mapping]] = ...) -> None: ...
