"""Images and their captions out of one place: WebDataset shards, a Parquet file, or files with a text beside each."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from zscl.commands import ZsclError
from zscl.data import inside, shards
from zscl.references.classes import Classes
from zscl.regular import regular

CAPTIONS = ("txt", "caption", "text")  # a file's ending, or a key of its JSON, or a column
COLUMNS = ("caption", "text", "txt")
CLASS_KEYS, CLASS_COLUMNS = ("cls", "label"), ("label", "cls")


def is_packed(path: Path, loose: int) -> bool:
    """A shard, a Parquet file, or a folder that has such. Raises bad-input for one that has `loose` images as well.

    Folders of images may be large: beside these, shards are looked for at the top only.
    """
    if path.is_file():
        return path.suffix.lower() in (".tar", ".parquet")
    if not path.is_dir():
        return False
    packed = [*path.glob("*.tar"), *path.glob("*.parquet")] if loose else _files(path)
    if loose and packed:
        raise ZsclError(
            "bad-input",
            f"{path} holds {loose} image files and shards beside them; name the folder of the one or the other",
        )
    return bool(packed)


def images(path: Path, cache_folder: str, classes: int = 0) -> list[str]:
    """Paths of all images, or of those of the first `classes`, in the order of the files."""
    if not classes:
        found = [image for file in _files(path) for image, _ in _samples(file, cache_folder, texts=False)]
    else:
        every, labelled = _labelled(path, cache_folder)
        wanted = labelled.first(classes)
        found = [image for image, one in zip(every, labelled.of_images, strict=True) if one in wanted]
    if not found:
        raise ZsclError("data-not-found", f"{path} holds no images")
    return found


def texts(path: Path, cache_folder: str, template: str = "") -> dict[str, str]:
    """The caption of every image, by the image's path; where none has one, `template` with the name of its class.

    Raises bad-input naming the first image that has neither.
    """
    if template and not _has_captions(path, cache_folder):
        every, labelled = _labelled(path, cache_folder)
        return {image: template.format(name) for image, name in zip(every, labelled.words(), strict=True)}
    found = dict(one for file in _files(path) for one in _samples(file, cache_folder, texts=True))
    without = next((image for image, text in found.items() if not text), None)
    if without is not None:
        raise ZsclError("bad-input", f"{without} has no caption; expected a `.txt` or a `caption` of its sample")
    return found


def _has_captions(path: Path, cache_folder: str) -> bool:
    """Whether the first image has one, or none of the images has a class either."""
    for file in _files(path):
        if file.suffix.lower() == ".parquet":
            names = _schema(file).names
            return any(name in names for name in COLUMNS) or not any(name in names for name in CLASS_COLUMNS)
        for sample in shards.samples(file, cache_folder):
            if sample.image(""):
                captions, classes = (any(map(sample.value, keys)) for keys in (CAPTIONS, CLASS_KEYS))
                return captions or not classes
    return True


def _labelled(path: Path, cache_folder: str) -> tuple[list[str], Classes]:
    """Every image and its class. Raises bad-input naming the first that has none."""
    images, found, names = list[str](), list[str | int](), _class_names(path)
    for file in _files(path):
        if file.suffix.lower() == ".parquet":
            rows, column, said = _class_rows(file)
            names = names or said
            for image, value in rows:
                found.append(_class_of(value, f"{image}: `{column}`"))
                images.append(image)
            continue
        for sample in shards.samples(file, cache_folder):
            image = sample.image("")
            if image:
                value = next((value for key in CLASS_KEYS if (value := sample.value(key))), None)
                found.append(_class_of(int(value) if value and value.isdigit() else value, f"{image}: its class"))
                images.append(image)
    return images, Classes(path, found, names)


def _class_of(value: object, where: str) -> str | int:
    if isinstance(value, bool) or not isinstance(value, str | int) or value in ("", -1):
        raise ZsclError("bad-input", f"{where} is {value!r}; expected a number or a name")
    return value


def _class_names(path: Path) -> tuple[str, ...] | None:
    """Of shards, where a list lies beside them."""
    file = path / shards.CLASS_NAMES
    if not file.is_file():
        return None
    regular(str(file))
    try:
        return tuple(line.strip() for line in file.read_text("utf-8-sig").splitlines() if line.strip())
    except UnicodeDecodeError as error:
        raise ZsclError("bad-input", f"{file} is not UTF-8 text ({error.reason} at byte {error.start})") from error


def _class_rows(file: Path) -> tuple[list[tuple[str, Any]], str, tuple[str, ...] | None]:
    """Image and class of every row, the column of the latter, and the names that the file itself gives its numbers."""
    schema = _schema(file)
    column = next((name for name in CLASS_COLUMNS if name in schema.names), None)
    if column is None:
        raise _lacks(file, f"classes ({', '.join(CLASS_COLUMNS)})")
    features = json.loads((schema.metadata or {}).get(b"huggingface", b"{}")).get("info", {}).get("features", {})
    names = features.get(column, {}).get("names")
    return _rows(file, column, lambda value: value), column, tuple(names) if names else None


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    tars = [file for files in shards.parts(path).values() for file in files]
    return tars or sorted(file for place in (path, path / "data") for file in place.glob("*.parquet"))


def _samples(file: Path, cache_folder: str, *, texts: bool) -> list[tuple[str, str]]:
    """Image and caption ('' unless `texts`); samples without an image, as a failed download leaves, are left out."""
    if file.suffix.lower() == ".parquet":
        column = next((name for name in COLUMNS if name in _schema(file).names), None)
        if texts and column is None:
            raise _lacks(file, f"captions ({', '.join(COLUMNS)})")
        return _rows(file, column if texts else None, lambda text: (text or "").strip())
    found = []
    for sample in shards.samples(file, cache_folder):
        image = sample.image("")
        if image:
            captions = (sample.value(key) for key in CAPTIONS) if texts else ()
            found.append((image, next((text for text in captions if text), "")))
    return found


def _rows(file: Path, column: str | None, value_of: Callable[[Any], Any]) -> list[tuple[str, Any]]:
    """Image and value of every row; of no column ''."""
    import pyarrow
    from pyarrow import parquet

    image = next((one.name for one in _schema(file) if pyarrow.types.is_struct(one.type)), None)
    if image is None:
        raise _lacks(file, "images (bytes and path)")
    with _opened(file):
        if column is None:
            values: list[Any] = [""] * parquet.read_metadata(file).num_rows
        else:
            values = [value_of(one) for one in parquet.read_table(file, columns=[column]).column(0).to_pylist()]
    return [(inside.row_path(str(file), row, image), value) for row, value in enumerate(values)]


def _schema(file: Path) -> Any:  # noqa: ANN401 - pyarrow has no types
    from pyarrow import parquet

    with _opened(file):
        return parquet.read_schema(file)


@contextmanager
def _opened(file: Path) -> Iterator[None]:
    """Raises bad-input in the words of this project where the file is no whole Parquet file."""
    import pyarrow

    regular(str(file))
    try:
        yield
    except pyarrow.ArrowInvalid as error:
        raise ZsclError("bad-input", f"{file} is not a Parquet file ({error})") from error


def _lacks(file: Path, what: str) -> ZsclError:
    return ZsclError("bad-input", f"{file} has no column with {what}. Columns: {', '.join(_schema(file).names)}")
