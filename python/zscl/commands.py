"""What can be asked of a `Session` and what it answers: plain values, field for field those of proto/zscl.proto."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True)
class ModelSpec:
    name: str
    pretrained: str = ""


@dataclass(frozen=True)
class DatasetSpec:
    name: str
    kind: str = "mini"
    mini_task: str = ""
    train_size: int = 0
    test_size: int = 0
    data_seed: int = 0
    images: str = ""
    test: str = ""
    table: str = ""
    test_table: str = ""
    path_column: str = "path"
    label_column: str = "label"
    held_out: float = 0.2
    templates: tuple[str, ...] = ()
    class_names: tuple[str, ...] = ()
    unreadable: str = "fatal"
    root: str = ""
    split: str = ""
    class_indices: tuple[int, ...] = ()
    classes: tuple[str, ...] = ()
    saved: str = ""
    test_split: str = ""
    image_column: str = "image"
    prompts: str = ""
    encoding: str = ""
    shots: int = 0
    class_labels: tuple[str, ...] = ()
    decoding: str = ""
    split_column: str = ""


@dataclass(frozen=True)
class ImageSource:
    kind: str = "none"
    set: str = ""
    count: int = 0
    data_seed: int = 0
    path: str = ""
    classes: int = 0
    decoding: str = ""


@dataclass(frozen=True)
class TextSource:
    kind: str = "none"
    set: str = ""
    count: int = 0
    data_seed: int = 0
    length: int = 0
    datasets: tuple[str, ...] = ()
    path: str = ""
    column: str = ""
    template: str = ""


@dataclass(frozen=True)
class ReferenceSources:
    images: ImageSource = field(default_factory=ImageSource)
    texts: TextSource = field(default_factory=TextSource)


@dataclass(frozen=True)
class SetUp:
    model: ModelSpec
    datasets: tuple[DatasetSpec, ...]
    seed: int = 0
    device: str = "auto"
    threads: int = 0
    precision: str = "fp32"
    trains: str = "whole"
    cache_folder: str = ""
    compile: bool = False
    devices: str = ""
    references: tuple[ReferenceSources, ...] = ()


@dataclass(frozen=True)
class Objective:
    label_smoothing: float = 0.2
    temperature: float = 2.0
    direction: str = "teacher-target"
    text_term: str = "transposed"
    text_sample: int = 64
    consolidation: str = "equal"


@dataclass(frozen=True)
class Optimiser:
    beta1: float = 0.9
    beta2: float = 0.999
    epsilon: float = 1e-8
    weight_decay: float = 0.0


@dataclass(frozen=True)
class BeginTask:
    task: int
    dataset: str
    objective: Objective = field(default_factory=Objective)
    teacher_slot: str = ""
    anchor_slot: str = ""
    reference_images: ImageSource = field(default_factory=ImageSource)
    reference_texts: TextSource = field(default_factory=TextSource)
    optimiser: Optimiser = field(default_factory=Optimiser)


@dataclass(frozen=True)
class LossWeights:
    ce: float = 1.0
    lambda_image: float = 0.0
    lambda_text: float = 0.0
    lambda_feature: float = 0.0
    lambda_image_image: float = 0.0
    wc: float = 0.0
    lambda_alignment: float = 0.0


@dataclass(frozen=True)
class Train:
    task: int
    first_update: int
    learning_rates: tuple[float, ...]
    loss_weights: LossWeights
    batch_size: int
    reference_batch_size: int
    micro_batch: int = 0


@dataclass(frozen=True)
class Lerp:
    slot: str
    towards: str
    fraction: float


@dataclass(frozen=True)
class WeightedSlot:
    slot: str
    weight: float


@dataclass(frozen=True)
class Combine:
    slot: str
    terms: tuple[WeightedSlot, ...]


@dataclass(frozen=True)
class Drop:
    slots: tuple[str, ...]


@dataclass(frozen=True)
class EvaluationPart:
    share: float
    seed: int = 0
    selecting: bool = False


@dataclass(frozen=True)
class Evaluate:
    slot: str
    dataset: str
    batch_size: int
    part: EvaluationPart | None = None
    among: tuple[str, ...] = ()


@dataclass(frozen=True)
class Remember:
    task: int
    dataset: str
    slot: str
    capacity: int


@dataclass(frozen=True)
class Save:
    folder: str
    slots: tuple[str, ...]
    optimiser: bool


@dataclass(frozen=True)
class SavedFile:
    path: str
    bytes: float
    sha256: str
    slot: str


@dataclass(frozen=True)
class Restore:
    folder: str
    files: tuple[SavedFile, ...]
    task: BeginTask | None = None


@dataclass(frozen=True)
class Load:
    slot: str
    model: ModelSpec


@dataclass(frozen=True)
class Export:
    slot: str
    folder: str


Command = SetUp | Restore | BeginTask | Train | Lerp | Combine | Drop | Evaluate | Remember | Save | Load | Export


@dataclass(frozen=True)
class Done:
    pass


@dataclass(frozen=True)
class BeginTaskDone:
    reference_images: int
    reference_texts: int


@dataclass(frozen=True)
class DatasetFacts:
    name: str
    classes: tuple[str, ...]
    train_size: int
    test_size: int
    templates: tuple[str, ...]
    skipped: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class SetUpDone:
    device: str
    threads: int
    precision: str
    parameters: int
    parameters_trained: int
    model_digest: str
    datasets: tuple[DatasetFacts, ...]


@dataclass(frozen=True)
class LossRow:
    """Unweighted terms of one update (0 where the weight is 0) and the weighted total."""

    ce: float = 0.0
    distill_image: float = 0.0
    distill_text: float = 0.0
    feature: float = 0.0
    image_image: float = 0.0
    wc: float = 0.0
    total: float = 0.0
    alignment: float = 0.0


@dataclass(frozen=True)
class TrainDone:
    losses: tuple[LossRow, ...]
    images: int


@dataclass(frozen=True)
class EvaluateDone:
    correct: int
    total: int


@dataclass(frozen=True)
class SaveDone:
    files: tuple[SavedFile, ...]


Outcome = Done | BeginTaskDone | SetUpDone | TrainDone | EvaluateDone | SaveDone

ErrorCode = Literal[
    "bad-input",
    "model-not-found",
    "data-not-found",
    "device-unavailable",
    "missing-package",
    "checkpoint-unreadable",
    "disk-full",
    "out-of-memory",
    "non-finite-loss",
    "protocol",
    "internal",
]


class ZsclError(Exception):
    """An error with a code of the closed set of proto/zscl.proto.

    `state_good` says whether slots and optimiser are as they were before the command. `update` and `losses` are set
    for `non-finite-loss`.
    """

    def __init__(
        self,
        code: ErrorCode,
        message: str,
        *,
        state_good: bool = True,
        update: int = 0,
        losses: LossRow | None = None,
    ) -> None:
        super().__init__(message)
        self.code: ErrorCode = code
        self.state_good = state_good
        self.update = update
        self.losses = losses

    def __reduce__(self) -> tuple[type[ZsclError], tuple[str, str]]:
        """How it comes out of a decoding process, where nothing of a run can have changed."""
        return ZsclError, (self.code, str(self))
