"""Downloads that go on where they stopped, and the unpacking into the layout that the readers expect."""

from __future__ import annotations

import hashlib
import http.client
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from zscl import torchvision_compat  # noqa: F401 - must come before torchvision
from zscl.commands import ZsclError

from torchvision import datasets  # isort: skip
from torchvision.datasets.utils import extract_archive  # isort: skip

Progress = Callable[[str, int, int], None]  # name, bytes so far, bytes in all (0: unknown)

CHUNK = 1 << 20


@dataclass(frozen=True)
class Archive:
    """A file to fetch. `folder` is below the data folder; '' = the archive brings the dataset's folder itself."""

    url: str
    md5: str
    folder: str = ""
    unpack: bool = True

    @property
    def name(self) -> str:
        return self.url.rsplit("/", 1)[-1]


def _archives() -> dict[str, list[Archive]]:
    """Addresses and MD5s of torchvision; Stanford Cars and SUN397 are not served any more."""
    flowers = datasets.Flowers102
    return {
        "aircraft": [Archive(datasets.FGVCAircraft._URL, "")],
        "caltech101": [
            Archive(
                "https://data.caltech.edu/records/mzrjq-6wc02/files/caltech-101.zip",
                "3138e1922a9193bfa496528edbbc45d0",
                "caltech101",
            )
        ],
        "cifar10": [Archive(datasets.CIFAR10.url, datasets.CIFAR10.tgz_md5)],
        "cifar100": [Archive(datasets.CIFAR100.url, datasets.CIFAR100.tgz_md5)],
        "dtd": [Archive(datasets.DTD._URL, datasets.DTD._MD5, "dtd")],
        "eurosat": [
            Archive(
                "https://huggingface.co/datasets/torchgeo/eurosat/resolve/"
                "c877bcd43f099cd0196738f714544e355477f3fd/EuroSAT.zip",
                "c8fa014336c82ac7804f0398fcb19387",
                "eurosat",
            )
        ],
        "flowers102": [
            Archive(flowers._download_url_prefix + name, md5, "flowers-102", unpack=part == "image")
            for part, (name, md5) in flowers._file_dict.items()
        ],
        "food101": [Archive(datasets.Food101._URL, datasets.Food101._MD5)],
        "mnist": [
            Archive(datasets.MNIST.mirrors[0] + name, md5, "MNIST/raw", unpack=False)
            for name, md5 in datasets.MNIST.resources
        ],
        "oxford-pets": [Archive(url, md5, "oxford-iiit-pet") for url, md5 in datasets.OxfordIIITPet._RESOURCES],
    }


def get(kind: str, data_folder: Path, progress: Progress) -> None:
    """Fetch and unpack a dataset below `data_folder`. Raises bad-input for one that cannot be downloaded."""
    archives = _archives()
    if kind not in archives:
        raise ZsclError("bad-input", f"`{kind}` cannot be downloaded; expected one of {', '.join(archives)}")
    for archive in archives[kind]:
        folder = data_folder / archive.folder
        path = folder / archive.name
        fetch(archive.url, path, archive.md5, progress)
        if archive.unpack:
            extract_archive(str(path), str(folder))
    if kind == "caltech101":  # an archive in an archive
        folder = data_folder / "caltech101"
        extract_archive(str(folder / "caltech-101" / "101_ObjectCategories.tar.gz"), str(folder))


def fetch(url: str, path: Path, md5: str, progress: Progress) -> None:
    """Download to `path` by way of `path.part`, going on with what is there; done when the MD5 agrees.

    Raises data-not-found with the address when it cannot be had, or when the MD5 is another: then nothing is kept.
    """
    if path.is_file() and (not md5 or _md5(path) == md5):
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.part")
    try:
        _append(url, part, progress)
    except (urllib.error.URLError, http.client.HTTPException, OSError) as cause:
        raise ZsclError(
            "data-not-found", f"cannot download {url} to `{path}`: {cause}; the same command goes on from here"
        ) from cause
    if md5 and (found := _md5(part)) != md5:
        part.unlink()
        raise ZsclError("data-not-found", f"{url} is not what was published: MD5 {found}, expected {md5}; removed")
    part.replace(path)


def _append(url: str, part: Path, progress: Progress) -> None:
    done = part.stat().st_size if part.exists() else 0
    request = urllib.request.Request(url, headers={"Range": f"bytes={done}-"} if done else {})
    try:
        response = urllib.request.urlopen(request, timeout=60)
    except urllib.error.HTTPError as error:
        if error.code == 416 and done:  # all of it is there already
            return
        raise
    with response, part.open("ab" if response.status == 206 else "wb") as file:
        done = done if response.status == 206 else 0
        expected = done + int(response.headers.get("Content-Length") or 0)
        while chunk := response.read(CHUNK):
            file.write(chunk)
            done += len(chunk)
            progress(part.name.removesuffix(".part"), done, expected)
    if done < expected:
        raise OSError(f"the connection ended after {done} of {expected} bytes")


def _md5(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "md5").hexdigest()
