"""Files of a dataset of the Hugging Face hub, by way of huggingface_hub: its cache, mirrors, tokens and offline mode.

`HF_ENDPOINT`, `HF_TOKEN`, `HF_HOME`, `HF_HUB_OFFLINE` mean what they mean there.
"""

from __future__ import annotations

import errno
import fnmatch
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from zscl.commands import ZsclError
from zscl.downloads.address import digest_of

Progress = Callable[[int, int], object]

OF_THE_DISK = (errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EPERM, errno.EROFS, errno.EIO)


@dataclass(frozen=True)
class HubFiles:
    """Files of `repo` at `revision` (a commit, tag or branch) that fit one of `patterns`."""

    repo: str
    revision: str
    patterns: tuple[str, ...]
    into: str = ""  # below the data folder

    @property
    def url(self) -> str:
        return f"{os.environ.get('HF_ENDPOINT', 'https://huggingface.co')}/datasets/{self.repo}"


@dataclass(frozen=True)
class Found:
    """What the hub says: the commit, and name, size and SHA-256 ('' for small files) of every file."""

    commit: str
    files: tuple[tuple[str, int, str], ...]

    @property
    def size(self) -> int:
        return sum(size for _, size, _ in self.files)


def look(wanted: HubFiles) -> Found:
    """Asks the hub. Raises data-not-found saying what to do: no such set, terms to accept, no network."""
    from huggingface_hub import HfApi

    try:
        info = HfApi().dataset_info(wanted.repo, revision=wanted.revision, files_metadata=True)
    except Exception as error:  # its classes, and those of what it stands on, have changed with every version
        raise _unavailable(wanted, error) from error
    found = [
        (one.rfilename, int(one.size or 0), _sha256(one))
        for one in info.siblings or ()
        if any(fnmatch.fnmatch(one.rfilename, pattern) for pattern in wanted.patterns)
    ]
    if not found:
        patterns = ", ".join(wanted.patterns)
        raise ZsclError("data-not-found", f"{wanted.url} has no files {patterns} at {info.sha}")
    return Found(str(info.sha), tuple(sorted(found)))


def fetch(wanted: HubFiles, found: Found, folder: Path, progress: Progress) -> None:
    """All files to `folder`, under their names there; what is whole already, there or in the hub's cache, stays.

    Raises data-not-found as `look` does, and for a file whose SHA-256 is not what the hub says: it is removed.
    """
    from huggingface_hub import hf_hub_download, try_to_load_from_cache

    done = 0
    for name, size, sha256 in found.files:
        place = folder / name
        if _is_whole(place, size, sha256):
            done += size
            progress(done, found.size)
            continue
        known = try_to_load_from_cache(wanted.repo, name, revision=found.commit, repo_type="dataset")
        if isinstance(known, str) and _is_whole(Path(known), size, sha256):
            place.parent.mkdir(parents=True, exist_ok=True)
            place.unlink(missing_ok=True)
            place.symlink_to(Path(known).resolve())
            done += size
            progress(done, found.size)
            continue
        try:
            hf_hub_download(
                wanted.repo,
                name,
                repo_type="dataset",
                revision=found.commit,
                local_dir=folder,
                tqdm_class=_bar(progress, done, found.size),
            )
        except Exception as error:
            raise _unavailable(wanted, error) from error
        if not _is_whole(place, size, sha256):
            place.unlink(missing_ok=True)
            what = f"{wanted.url}, {name}: the file does not match the hub's checksum; removed. Try again"
            raise ZsclError("data-not-found", what)
        done += size
        progress(done, found.size)


def _is_whole(place: Path, size: int, sha256: str) -> bool:
    if not place.is_file() or (size and place.stat().st_size != size):
        return False
    return not sha256 or digest_of(place, "sha256:") == f"sha256:{sha256}"


def _sha256(one: Any) -> str:  # noqa: ANN401 - a class of huggingface_hub
    lfs = getattr(one, "lfs", None)
    return str(getattr(lfs, "sha256", "") or "") if lfs is not None else ""


def _bar(progress: Progress, before: int, total: int) -> type[Any]:
    """What huggingface_hub takes for a progress bar; `before` bytes of `total` came with other files."""
    from tqdm import tqdm

    class Told(tqdm):  # type: ignore[misc]
        def __init__(self, *args: Any, **keywords: Any) -> None:  # noqa: ANN401
            keywords["file"] = open(os.devnull, "w")  # noqa: SIM115 - it draws nothing here
            keywords.pop("name", None)
            super().__init__(*args, **keywords)

        def update(self, n: float | None = 1) -> bool | None:
            super().update(n)
            progress(before + int(self.n), total)
            return None

    return Told


def _unavailable(wanted: HubFiles, error: Exception) -> ZsclError:
    """By the names of its errors, which have moved between modules. What the disk says is raised as it is."""
    if isinstance(error, OSError) and error.errno in OF_THE_DISK:
        raise error
    kinds = {kind.__name__ for kind in type(error).__mro__}
    what = f"cannot get {wanted.url}"
    if "GatedRepoError" in kinds:
        how = "accept its terms on that page, then `hf auth login`, or set HF_TOKEN"
    elif kinds & {"RepositoryNotFoundError", "RevisionNotFoundError"}:
        how = f"there is no such dataset at `{wanted.revision}`, or you have no access to it (HF_TOKEN)"
    elif kinds & {"OfflineModeIsEnabled", "OfflineModeIsEnabledError"} or os.environ.get("HF_HUB_OFFLINE"):
        how = "HF_HUB_OFFLINE is set, and it is not in the cache"
    else:
        first = str(error).strip().partition("\n")[0]
        how = f"{first or 'no reason was given'} ({type(error).__name__}); run the same command again to continue"
    return ZsclError("data-not-found", f"{what}: {how}")
