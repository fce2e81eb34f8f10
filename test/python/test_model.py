"""Loading, exact short text encoding, and which parts train."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from conftest import CAPTIONS, END, START, TINY, silent, zscl_task
from safetensors.torch import save_file

from zscl import randomness
from zscl.commands import ModelSpec, TextSource, ZsclError
from zscl.device import Compute, set_up_compute
from zscl.model import loading
from zscl.model.clip import cut_tokens, load_model, text_tower
from zscl.model.export import export
from zscl.model.loading import load
from zscl.session import Session

import open_clip  # isort: skip


@pytest.fixture
def cpu() -> Compute:
    return set_up_compute("cpu", 1, "fp32")


@pytest.mark.parametrize("name", ["tiny-clip", "tiny-custom", "tiny-linear"])
def test_the_short_text_encoding_equals_encode_text_with_its_gradients(name: str, cpu: Compute) -> None:
    model = load_model(ModelSpec(name), 3, cpu, "whole")
    full = open_clip.get_tokenizer(name)(CAPTIONS)
    short = model.tokenize(CAPTIONS)
    assert short.shape[1] < 12 < full.shape[1]
    ours, wanted = model.encode_text(short), model.module.encode_text(full, normalize=True)
    torch.testing.assert_close(ours, wanted, rtol=1e-5, atol=2e-6)
    weight = torch.randn_like(wanted)
    names = [n for n in model.parameters if not n.startswith("visual.")]
    parameters = [model.parameters[n] for n in names]
    for n, got, expected in zip(
        names,
        torch.autograd.grad((ours * weight).sum(), parameters),
        torch.autograd.grad((wanted * weight).sum(), parameters),
        strict=True,
    ):
        torch.testing.assert_close(got, expected, rtol=1e-4, atol=5e-5, msg=n)


def test_a_text_as_long_as_the_context_is_not_cut(cpu: Compute) -> None:
    model = load_model(ModelSpec(TINY), 3, cpu, "whole")
    tokens = model.tokenize(["dog " * 60, "cat"])
    assert tokens.shape == (2, 40)
    torch.testing.assert_close(
        model.encode_text(tokens), model.module.encode_text(tokens, normalize=True), rtol=1e-5, atol=2e-6
    )


@pytest.mark.parametrize("name", ["tiny-eos", "tiny-last", "tiny-coca"])
def test_models_whose_cut_is_not_exact_are_encoded_at_full_length(name: str, cpu: Compute) -> None:
    model = load_model(ModelSpec(name), 3, cpu, "whole")
    assert text_tower(model.module) is None
    tokens = model.tokenize(CAPTIONS)
    assert tokens.shape[1] == 40
    wanted = model.module.encode_text(tokens, normalize=True)
    torch.testing.assert_close(model.encode_text(tokens), wanted, rtol=1e-6, atol=1e-7)


def test_cutting_keeps_the_end_of_every_text() -> None:
    tokens = torch.tensor([[9, 1, 10, 0, 0, 0], [9, 1, 2, 3, 10, 0]])
    assert cut_tokens(tokens).shape == (2, 5)


@pytest.mark.parametrize("trains", ["whole", "image", "text"])
def test_the_part_that_trains_is_the_part_that_was_named_and_never_logit_scale(trains: str, cpu: Compute) -> None:
    model = load_model(ModelSpec(TINY), 3, cpu, trains)
    names = {name for name, _ in model.module.named_parameters()} - {"logit_scale"}
    image = {name for name in names if name.startswith("visual.")}
    wanted = {"whole": names, "image": image, "text": names - image}[trains]
    assert set(model.parameters) == wanted
    assert {name for name, p in model.module.named_parameters() if p.requires_grad} == wanted


def test_random_weights_depend_on_the_seed_alone(cpu: Compute) -> None:
    torch.manual_seed(1)
    one = load_model(ModelSpec(TINY), 5, cpu, "whole").digest
    torch.manual_seed(2)
    assert load_model(ModelSpec(TINY), 5, cpu, "whole").digest == one
    assert load_model(ModelSpec(TINY), 6, cpu, "whole").digest != one


def test_weights_come_from_a_safetensors_file_bit_for_bit(tmp_path: Path, cpu: Compute) -> None:
    state = load_model(ModelSpec(TINY), 5, cpu, "whole").module.state_dict()
    save_file(state, tmp_path / "weights.safetensors")
    loaded = load_model(ModelSpec(TINY, str(tmp_path / "weights.safetensors")), 1, cpu, "whole").module.state_dict()
    assert all(torch.equal(state[name], loaded[name]) for name in state)


def test_the_model_is_in_evaluation_mode_while_it_trains(session: Session) -> None:
    assert session._state is not None
    assert not any(module.training for module in session._state.model.module.modules())


@pytest.mark.parametrize(
    ("spec", "code", "says"),
    [
        (ModelSpec("ViT-B-16", "openai"), "bad-input", "`ViT-B-16-quickgelu`"),
        (ModelSpec("ViT-B-32", "metaclip_400m"), "bad-input", "`ViT-B-32-quickgelu`"),
        (ModelSpec("ViT-B-16-quickgelu", "laion2b_s34b_b88k"), "model-not-found", "openai, dfn2b"),
        (ModelSpec("ViT-B-61"), "model-not-found", "ViT-B-16"),
        (ModelSpec(TINY, "no-such-tag"), "model-not-found", "no-such-tag"),
        (ModelSpec("ViT-B-32", "laion2b"), "model-not-found", "laion2b_s34b_b79k"),
        (ModelSpec("local-dir:/nowhere"), "model-not-found", "/nowhere/open_clip_config.json"),
        (ModelSpec("mini-clip", "openai"), "bad-input", "has its own weights"),
    ],
)
def test_a_model_that_cannot_be_had_is_explained(spec: ModelSpec, code: str, says: str) -> None:
    with pytest.raises(ZsclError) as caught:
        load(spec, 0)
    assert caught.value.code == code
    assert says in str(caught.value)


def _exported(folder: Path) -> None:
    export(load_model(ModelSpec("mini-clip"), 0, set_up_compute("cpu", 1, "fp32"), "whole"), {}, folder)


@pytest.mark.parametrize("weights", ["a FIFO", "a folder", "a link to a device", "a link to nowhere"])
@pytest.mark.parametrize(
    "name", ["open_clip_config.json", "open_clip_model.safetensors", "open_clip_pytorch_model.bin"]
)
def test_a_folder_of_a_model_whose_files_are_none_is_refused_and_never_waited_for(
    tmp_path: Path, name: str, weights: str
) -> None:
    folder = tmp_path / "model"
    _exported(folder)
    file = folder / name
    file.unlink(missing_ok=True)
    match weights:
        case "a FIFO":
            os.mkfifo(file)
        case "a folder":
            file.mkdir()
        case "a link to a device":
            file.symlink_to("/dev/zero")
        case _:
            file.symlink_to(tmp_path / "nowhere")
    with pytest.raises(ZsclError, match=re.escape(str(file))) as caught:
        load(ModelSpec(f"local-dir:{folder}"), 0)
    assert caught.value.code == "model-not-found"


def test_a_folder_of_a_model_may_be_made_of_links_as_the_hub_makes_them(tmp_path: Path) -> None:
    blobs, snapshot = tmp_path / "blobs", tmp_path / "snapshot"
    _exported(blobs)
    snapshot.mkdir()
    for file in blobs.iterdir():
        (snapshot / file.name).symlink_to(file)
    assert (
        load(ModelSpec(f"local-dir:{snapshot}"), 0).config["embed_dim"]
        == load(ModelSpec("mini-clip"), 0).config["embed_dim"]
    )


def _lying(header: object, length: int | None = None) -> bytes:
    text = json.dumps(header).encode()
    return (len(text) if length is None else length).to_bytes(8, "little") + text + bytes(64)


LIES = {
    "a header longer than the file": _lying({}, length=1 << 60),
    "a tensor beyond the end": _lying({"w": {"dtype": "F32", "shape": [1 << 40], "data_offsets": [0, 1 << 42]}}),
    "offsets that run backwards": _lying({"w": {"dtype": "F32", "shape": [4], "data_offsets": [16, 0]}}),
    "more numbers than bytes": _lying({"w": {"dtype": "F32", "shape": [1 << 30], "data_offsets": [0, 64]}}),
    "a shape that overflows": _lying({"w": {"dtype": "F32", "shape": [1 << 62, 8], "data_offsets": [0, 64]}}),
    "two tensors in one place": _lying(
        {name: {"dtype": "F32", "shape": [16], "data_offsets": [0, 64]} for name in ("a", "b")}
    ),
    "a type that nobody knows": _lying({"w": {"dtype": "X9", "shape": [4], "data_offsets": [0, 16]}}),
    "a list for a header": _lying([1, 2]),
}


@pytest.mark.parametrize("lie", LIES)
def test_a_safetensors_file_whose_header_lies_is_refused(lie: str, tmp_path: Path) -> None:
    file = tmp_path / "w.safetensors"
    file.write_bytes(LIES[lie])
    with pytest.raises(ZsclError, match=re.escape(str(file))) as caught:
        load(ModelSpec(TINY, str(file)), 0)
    assert caught.value.code == "checkpoint-unreadable"


def test_files_that_are_no_weights_of_this_model_are_explained(tmp_path: Path, cpu: Compute) -> None:
    torn, pickle, other = tmp_path / "torn.safetensors", tmp_path / "model.pt", tmp_path / "other.safetensors"
    save_file(load_model(ModelSpec(TINY), 5, cpu, "whole").module.state_dict(), torn)
    torn.write_bytes(torn.read_bytes()[:-100])
    pickle.write_bytes(b"x")
    save_file({"visual.proj": torch.zeros(2)}, other)
    for path, code, says in (
        (torn, "checkpoint-unreadable", "torn.safetensors"),
        (pickle, "bad-input", "more than weights"),
        (other, "bad-input", "do not match"),
    ):
        with pytest.raises(ZsclError) as caught:
            load(ModelSpec(TINY, str(path)), 0)
        assert caught.value.code == code
        assert says in str(caught.value)


def test_random_sentences_are_start_words_and_end(new_session: Callable[..., Session]) -> None:
    words = randomness.random_tokens(4, 3, 5, START)
    session = new_session()
    source = TextSource("random-tokens", count=3, data_seed=4, length=5)
    session.execute(zscl_task(reference_texts=source), silent)
    assert session._state is not None
    assert session._state.task is not None
    tokens = session._state.task.references.tokens
    assert tokens is not None
    assert tokens.tolist() == [[START, *row, END] for row in words.tolist()]


def test_a_text_tower_of_the_hub_asks_for_its_package_before_anything_is_loaded(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(loading, "find_spec", lambda name: None)
    monkeypatch.setattr(loading, "_create", lambda spec: pytest.fail("something was loaded"))
    with pytest.raises(ZsclError, match=r"transformers for xlm-roberta-base .* pip install transformers") as caught:
        load(ModelSpec("xlm-roberta-base-ViT-B-32"), 0)
    assert caught.value.code == "missing-package"


def test_a_tokenizer_that_cannot_be_had_is_not_called_weights(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_network(*_: object, **__: object) -> None:
        raise OSError("We couldn't connect to 'https://huggingface.co' to load the files.\nCheck your connection")

    monkeypatch.setattr(loading, "find_spec", lambda name: object())
    monkeypatch.setattr(loading.open_clip, "create_model", no_network)
    with pytest.raises(ZsclError, match=r"its tokenizer or text tower .*timm/ViT-B-16-SigLIP.* HF_HOME") as caught:
        load(ModelSpec("ViT-B-16-SigLIP"), 0)
    assert caught.value.code == "model-not-found"
    assert "weights" not in str(caught.value)
