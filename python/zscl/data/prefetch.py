"""Training crops of images that are files: decoded anew for every update, by other processes and ahead of use."""

from __future__ import annotations

import weakref
from concurrent.futures import Future
from dataclasses import dataclass, field, replace

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from zscl import randomness
from zscl.commands import ZsclError
from zscl.data import decoding
from zscl.data.decoding import Crop, Place
from zscl.data.decoding_pool import placed, submit, taken
from zscl.data.files import FileImages
from zscl.data.pixel_memory import PixelMemory
from zscl.ranks import Ranks

AHEAD = 3  # updates whose images are being decoded while one trains


@dataclass
class Crops:
    """Training crops of files, decoded by other processes ahead of use. Which crop is where depends on no process."""

    images: FileImages
    sizes_N2: NDArray[np.int64]

    def boxes(self, seed: int, task: int, update: int, chosen: NDArray[np.int64]) -> NDArray[np.int64]:
        """The boxes [B, 4] of one batch."""
        heights, widths = self.sizes_N2[chosen].T
        return randomness.crop_boxes(seed, task, update, batch=len(chosen), height=heights, width=widths)


@dataclass
class Prefetch:
    """Batches of crops of one task, by update: the next ones are decoded while one is used."""

    crops: Crops
    seed: int
    task: int
    size: int
    under_way: dict[int, list[Future[None]]] = field(default_factory=dict)
    memory: PixelMemory | None = None  # room for the batch in use and those ahead
    ranks: Ranks = field(default_factory=Ranks)

    def __post_init__(self) -> None:
        weakref.finalize(self, _cancel, self.under_way)

    def batch(self, update: int, batch_size: int) -> Tensor:
        """uint8 [B, 3, S, S] of this rank's slots of an update. Raises bad-input naming a damaged image.

        Its memory is that of the decoding processes: the next call gives it to a later update.
        """
        own = self.ranks.share(batch_size)
        images = own.stop - own.start
        if self.memory is None or len(self.memory.pixels) != (AHEAD + 1) * images:
            self.close()
            self.memory = PixelMemory((AHEAD + 1) * images, self.size)
        wanted = range(update, update + AHEAD + 1)
        self._keep(wanted)  # others are from before a run was restored
        for later in wanted:
            if later not in self.under_way:
                self.under_way[later] = self._submit(self.memory.place, later, batch_size)
        try:
            for future in self.under_way[update]:
                taken(future)
        except ZsclError:
            self.close()
            raise
        del self.under_way[update]
        first = _room(update, images)
        return torch.from_numpy(self.memory.pixels[first : first + images])

    def close(self) -> None:
        """Give up the batches ahead; when this returns, nothing writes into their room any more."""
        self._keep(range(0))

    def _keep(self, wanted: range) -> None:
        dropped = {update: self.under_way.pop(update) for update in [*self.under_way] if update not in wanted}
        for future in _cancel(dropped):
            future.exception()

    def _submit(self, place: Place, update: int, batch_size: int) -> list[Future[None]]:
        key = (self.seed, self.task, randomness.Purpose.TRAIN_ORDER)
        chosen = randomness.stream(key, update * batch_size, batch_size, len(self.crops.images))
        boxes = self.crops.boxes(self.seed, self.task, update, chosen)
        own = self.ranks.share(batch_size)
        crops = [
            Crop(self.crops.images.paths[i], (int(box[0]), int(box[1]), int(box[2]), int(box[3])))
            for i, box in zip(chosen[own].tolist(), boxes[own], strict=True)
        ]
        room, reading = replace(place, first=_room(update, own.stop - own.start)), self.crops.images.reading
        return [submit(decoding.write_crop_pixels, *call, self.size, reading) for call in placed(room, crops)]


def _room(update: int, images: int) -> int:
    """Where an update's images begin in the memory."""
    return update % (AHEAD + 1) * images


def _cancel(batches: dict[int, list[Future[None]]]) -> list[Future[None]]:
    """Cancel the decoding of batches that nobody waits for. Those that have begun already are returned."""
    return [future for futures in batches.values() for future in futures if not future.cancel()]
