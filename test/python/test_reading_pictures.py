"""Pictures that are not 8-bit RGB: read as a person sees them, or refused with the reason."""

from __future__ import annotations

import os
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
import torch
from conftest import silent
from numpy.typing import NDArray
from PIL import Image

from zscl.commands import DatasetSpec, ZsclError
from zscl.data import decoding
from zscl.data.decoding import UnreadableImageError
from zscl.data.files import FileImages
from zscl.data.loading import load_datasets
from zscl.references import own

RAMP_HW = np.linspace(0, 255, 48 * 40).reshape(40, 48)


def seen(path: Path, *, upright: bool = True) -> NDArray[np.uint8]:
    return np.asarray(decoding.open_rgb(str(path), upright))


def reason(path: Path) -> str:
    with pytest.raises(UnreadableImageError) as caught:
        decoding.open_rgb(str(path), upright=True)
    return caught.value.reason


@pytest.mark.parametrize("ending", ["png", "tiff", "pgm"])
def test_grey_of_16_bits_keeps_its_levels(tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"grey.{ending}"
    Image.fromarray((RAMP_HW * 257).round().astype(np.uint16)).save(file)
    for upright in (True, False):  # nobody wants a white picture
        assert np.array_equal(seen(file, upright=upright), np.repeat(RAMP_HW.round().astype(np.uint8)[..., None], 3, 2))


def test_a_pgm_of_10_bits_is_scaled_by_the_range_it_states(tmp_path: Path) -> None:
    file = tmp_path / "grey.pgm"
    file.write_text("P2\n2 2\n1023\n0 1023\n512 256\n")
    assert seen(file)[..., 0].tolist() == [[0, 255], [128, 64]]


def test_a_tiff_whose_zero_is_white_is_not_shown_as_its_negative(tmp_path: Path) -> None:
    file = tmp_path / "grey.tiff"
    Image.fromarray(np.array([[0, 65535]], dtype=np.uint16)).save(file, tiffinfo={262: 0})
    assert seen(file)[..., 0].tolist() == [[255, 0]]


@pytest.mark.parametrize(("dtype", "words"), [(np.int32, "32-bit"), (np.float32, "floating-point")])
def test_levels_of_no_known_range_are_refused_by_name(tmp_path: Path, dtype: type, words: str) -> None:
    file = tmp_path / "deep.tiff"
    Image.fromarray((RAMP_HW * 257).astype(dtype)).save(file)
    assert words in reason(file)
    assert words in decoding.is_whole(str(file))


def test_what_is_transparent_lies_on_white_for_a_person_and_is_as_in_torchvision_for_the_paper(tmp_path: Path) -> None:
    rgba_12 = np.array([[[10, 20, 30, 255], [10, 20, 30, 0]]], dtype=np.uint8)
    file = tmp_path / "icon.png"
    Image.fromarray(rgba_12).save(file)
    assert seen(file).tolist() == [[[10, 20, 30], [255, 255, 255]]]
    assert seen(file, upright=False).tolist() == [[[10, 20, 30], [10, 20, 30]]]


def test_a_palette_with_a_transparent_colour_lies_on_white(tmp_path: Path) -> None:
    picture = Image.fromarray(np.array([[0, 1]], dtype=np.uint8), "P")
    picture.putpalette([200, 0, 0, 0, 0, 200])
    for ending in ("gif", "png"):
        picture.save(tmp_path / f"icon.{ending}", transparency=1)
        assert seen(tmp_path / f"icon.{ending}").tolist() == [[[200, 0, 0], [255, 255, 255]]]


def test_ink_is_not_light(tmp_path: Path) -> None:
    inks_HW4 = np.zeros((16, 16, 4), dtype=np.uint8)  # no ink at all
    Image.fromarray(inks_HW4, "CMYK").save(tmp_path / "a.jpg", quality=100)
    Image.fromarray(inks_HW4, "CMYK").save(tmp_path / "a.tiff")
    assert seen(tmp_path / "a.jpg").min() == 255
    assert seen(tmp_path / "a.tiff").min() == 255


def test_ordinary_pictures_are_what_pillow_makes_of_them(tmp_path: Path) -> None:
    rgb = np.random.default_rng(0).integers(0, 256, (31, 45, 3), dtype=np.uint8)
    for name in ("a.jpg", "a.png", "a.bmp"):
        Image.fromarray(rgb).save(tmp_path / name)
        with Image.open(tmp_path / name) as opened:
            assert np.array_equal(seen(tmp_path / name), np.asarray(opened.convert("RGB")))


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("ending", ["png", "jpg", "tiff"])
def test_the_size_in_the_header_is_that_of_the_upright_picture(tmp_path: Path, ending: str, orientation: int) -> None:
    """Training crops are drawn by it; Pillow turns a TIFF itself."""
    exif = Image.Exif()
    exif[decoding.ORIENTATION] = orientation
    file = tmp_path / f"a.{ending}"
    levels = np.zeros((32, 64, 3), dtype=np.uint8)
    levels[:16, :16] = 255  # the corner that is at the top left before turning
    Image.fromarray(levels).save(file, exif=exif)
    pixels = seen(file)
    assert decoding.size_of(str(file), upright=True) == pixels.shape[:2] == ((32, 64) if orientation < 5 else (64, 32))
    corner = {1: (0, 0), 2: (0, -1), 3: (-1, -1), 4: (-1, 0), 5: (0, 0), 6: (0, -1), 7: (-1, -1), 8: (-1, 0)}[
        orientation
    ]
    assert pixels[corner].min() > 200


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def test_a_picture_bomb_is_refused_from_its_header(tmp_path: Path) -> None:
    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    bomb = (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    )
    (tmp_path / "bomb.png").write_bytes(bomb)
    assert "exceeds limit" in reason(tmp_path / "bomb.png")


def test_a_thread_that_would_become_gigabytes_is_refused(tmp_path: Path) -> None:
    Image.new("L", (60_000, 1)).save(tmp_path / "thread.png")
    assert "60000 x 1 pixels" in reason(tmp_path / "thread.png")


def test_a_file_that_would_start_another_program_is_not_opened(tmp_path: Path) -> None:
    Image.new("RGB", (8, 8)).save(tmp_path / "a.eps")
    os.rename(tmp_path / "a.eps", tmp_path / "a.png")
    assert "cannot identify" in reason(tmp_path / "a.png")


def test_heic_is_read_upright_where_pillow_heif_is(tmp_path: Path) -> None:
    pillow_heif = pytest.importorskip("pillow_heif", reason="pillow-heif is not installed")
    pixels = np.zeros((64, 96, 3), dtype=np.uint8)
    pixels[:, :48] = (220, 30, 30)  # red on the left
    file = tmp_path / "photo.heic"
    exif = Image.Exif()
    exif[0x0112] = 6  # as a telephone held upright writes it
    pillow_heif.from_pillow(Image.fromarray(pixels)).save(file, quality=95, exif=exif.tobytes())
    assert decoding.size_of(str(file), upright=True) == (96, 64)
    seen = np.asarray(decoding.open_rgb(str(file), upright=True)).astype(int)
    assert seen.shape == (96, 64, 3)
    assert seen[20, 32, 0] > 180  # red is above
    assert seen[80, 32, 0] < 40
    assert not decoding.is_whole(str(file))
    cut = tmp_path / "cut.heic"
    cut.write_bytes(file.read_bytes()[:-200])
    assert decoding.is_whole(str(cut))


def test_heic_is_refused_by_name_where_pillow_heif_is_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "photo.heic"
    file.write_bytes(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(100))
    monkeypatch.setattr(decoding, "_formats", lambda: ("JPEG", "PNG"))
    assert "pillow-heif" in reason(file)


def pictures(folder: Path, count: int = 2) -> None:
    folder.mkdir(parents=True)
    for i in range(count):
        Image.new("RGB", (40, 32), (90, 40 * i, 10)).save(folder / f"{i}.png")


def own_folder(root: Path) -> DatasetSpec:
    return DatasetSpec("own", "folder", images=str(root), held_out=0.5)


def test_a_fifo_among_the_images_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    for name in ("a", "b"):
        pictures(tmp_path / name)
    os.mkfifo(tmp_path / "b/pipe.png")
    for read in (
        lambda: load_datasets([own_folder(tmp_path)], "", torch.device("cpu"), 32, silent),
        lambda: own.images(own.Folder(str(tmp_path), 0, 0), 32, "", silent),
    ):
        with pytest.raises(ZsclError, match=r"pipe\.png is a FIFO; expected a regular file") as caught:
            read()
        assert caught.value.code == "bad-input"


@pytest.mark.parametrize("place", ["/dev/zero", "fifo"])
def test_texts_are_not_read_from_what_never_ends(tmp_path: Path, place: str) -> None:
    os.mkfifo(tmp_path / "fifo")
    with pytest.raises(ZsclError, match="expected a regular file") as caught:
        own.texts(str(tmp_path / place), 0, 0)
    assert caught.value.code == "bad-input"


def test_pixels_of_an_earlier_reading_are_not_taken_from_the_cache(tmp_path: Path) -> None:
    """The first version had white where this one has levels; its files are named by another key."""
    pictures(tmp_path / "a", 1)
    images = FileImages((str(tmp_path / "a/0.png"),), "")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("zscl.data.files.VERSION", 1)
        first = FileImages(images.paths, "").key
    assert images.key != first


def test_a_cache_that_may_not_be_written_is_an_error_that_names_zscl_cache(tmp_path: Path) -> None:
    pictures(tmp_path / "a", 1)
    (tmp_path / "cache").write_text("no folder")
    with pytest.raises(ZsclError, match="Name another folder in ZSCL_CACHE") as caught:
        FileImages((str(tmp_path / "a/0.png"),), str(tmp_path / "cache")).mapped(8, silent)
    assert caught.value.code == "bad-input"


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """1,600 x 1,200 pixels with the smooth structure of a photo."""
    rng = np.random.default_rng(3)
    coarse = Image.fromarray(rng.integers(0, 256, (12, 16, 3), dtype=np.uint8))
    path = tmp_path / "photo.jpg"
    coarse.resize((1600, 1200), Image.Resampling.BICUBIC).save(path, quality=90)
    return path


SCALED = decoding.Reading(scaled=True)


def test_scaled_decoding_leaves_out_detail_and_stays_within_a_few_levels(photo: Path) -> None:
    assert decoding.open_rgb(str(photo), upright=True, least=448 / 1200).size == (800, 600)
    exact, scaled = (decoding.centre_pixels(str(photo), 224, how).astype(int) for how in (decoding.AS_SEEN, SCALED))
    assert exact.shape == scaled.shape
    assert 0 < abs(exact - scaled).max() <= 8
    assert abs(exact - scaled).mean() < 1


@pytest.mark.parametrize("box", [(0, 0, 1200, 1600), (100, 300, 800, 700), (3, 5, 60, 50)])
def test_a_crop_of_a_scaled_picture_is_of_the_same_place(photo: Path, box: tuple[int, int, int, int]) -> None:
    crop = decoding.Crop(str(photo), box)
    exact, scaled = (decoding.crop_pixels(crop, 64, how).astype(int) for how in (decoding.AS_SEEN, SCALED))
    assert abs(exact - scaled).mean() < 2
    if min(box[2:]) < 128:  # twice the wanted size needs every pixel there is
        assert np.array_equal(exact, scaled)


def test_a_turned_picture_is_scaled_as_it_stands_upright(photo: Path, tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[decoding.ORIENTATION] = 6
    turned = tmp_path / "turned.jpg"
    Image.open(photo).save(turned, quality=90, exif=exif)
    crop = decoding.Crop(str(turned), (700, 100, 500, 900))
    exact, scaled = (decoding.crop_pixels(crop, 64, how).astype(int) for how in (decoding.AS_SEEN, SCALED))
    assert abs(exact - scaled).mean() < 2


def test_what_is_no_jpeg_or_small_is_read_as_it_is(tmp_path: Path) -> None:
    pixels = np.random.default_rng(0).integers(0, 256, (300, 400, 3), dtype=np.uint8)
    for name in ("a.png", "a.jpg"):
        Image.fromarray(pixels).save(tmp_path / name)
        size = 64 if name == "a.png" else 224
        both = [decoding.centre_pixels(str(tmp_path / name), size, how) for how in (decoding.AS_SEEN, SCALED)]
        assert np.array_equal(*both)


def test_scaled_pixels_have_a_key_of_their_own_and_the_word_is_checked(photo: Path) -> None:
    assert FileImages((str(photo),), "").key != FileImages((str(photo),), "", SCALED).key
    with pytest.raises(ZsclError, match="`decoding` is `fast`; expected exact or scaled"):
        decoding.is_scaled("fast")
