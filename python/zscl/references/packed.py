"""Images and their captions out of one place: WebDataset shards, a Parquet file, or files with a text beside each."""

from __future__ import annotations

from pathlib import Path

from zscl.commands import ZsclError
from zscl.data import inside, shards

CAPTIONS = ("txt", "caption", "text")  # a file's ending, or a key of its JSON, or a column
COLUMNS = ("caption", "text", "txt")


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


def images(path: Path, cache_folder: str) -> list[str]:
    """Paths of all images, in the order of the files."""
    found = [image for file in _files(path) for image, _ in _samples(file, cache_folder, texts=False)]
    if not found:
        raise ZsclError("data-not-found", f"{path} holds no images")
    return found


def texts(path: Path, cache_folder: str) -> dict[str, str]:
    """The caption of every image, by the image's path. Raises bad-input naming the first that has none."""
    found = dict(one for file in _files(path) for one in _samples(file, cache_folder, texts=True))
    without = next((image for image, text in found.items() if not text), None)
    if without is not None:
        raise ZsclError("bad-input", f"{without} has no caption; expected a `.txt` or a `caption` of its sample")
    return found


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    tars = [file for files in shards.parts(path).values() for file in files]
    return tars or sorted(file for place in (path, path / "data") for file in place.glob("*.parquet"))


def _samples(file: Path, cache_folder: str, *, texts: bool) -> list[tuple[str, str]]:
    """Image and caption ('' unless `texts`); samples without an image, as a failed download leaves, are left out."""
    if file.suffix.lower() == ".parquet":
        return _rows(file, texts=texts)
    found = []
    for sample in shards.samples(file, cache_folder):
        image = sample.image("")
        if image:
            captions = (sample.value(key) for key in CAPTIONS) if texts else ()
            found.append((image, next((text for text in captions if text), "")))
    return found


def _rows(file: Path, *, texts: bool) -> list[tuple[str, str]]:
    import pyarrow
    from pyarrow import parquet

    try:
        schema = parquet.read_schema(file)
        image = next((one.name for one in schema if pyarrow.types.is_struct(one.type)), None)
        column = next((name for name in COLUMNS if name in schema.names), None)
        if image is None or (texts and column is None):
            wanted = "images (bytes and path)" if image is None else f"captions ({', '.join(COLUMNS)})"
            raise ZsclError("bad-input", f"{file} has no column with {wanted}. Columns: {', '.join(schema.names)}")
        if not texts:
            return [(inside.row_path(str(file), row, image), "") for row in range(parquet.read_metadata(file).num_rows)]
        values = parquet.read_table(file, columns=[column]).column(0).to_pylist()
    except pyarrow.ArrowInvalid as error:
        raise ZsclError("bad-input", f"{file} is no Parquet file ({error})") from error
    return [(inside.row_path(str(file), row, image), (text or "").strip()) for row, text in enumerate(values)]
