"""The small CLIP of the built-in benchmark: its file, its config, and what it can do before any training."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file

from zscl import mini
from zscl.commands import ModelSpec
from zscl.mini.muon import Muon, orthogonalised
from zscl.mini.pretrain import contrastive_loss, create, draw_pool, schedule, zero_shot
from zscl.mini.weights import ASSETS, WEIGHTS_FILE, load_state_dict, save_state_dict
from zscl.model.loading import load

import open_clip  # isort: skip

# The shipped file reaches 43.0, 60.4, 58.8, 56.6, 52.4 and 67.8; another processor may round a few images differently.
LEAST_ZERO_SHOT = {"shapes": 38, "digits": 55, "textures": 54, "letters": 51, "colours": 47, "counts": 62}
# What plain fine-tuning reaches right after each task (`zscl demo`, seed 0).
FINE_TUNED = {"shapes": 86.8, "digits": 98.6, "textures": 85.4, "letters": 97.8, "colours": 100.0, "counts": 82.4}


@pytest.fixture(scope="module")
def accuracies() -> dict[str, float]:
    return zero_shot(WEIGHTS_FILE)


def test_the_shipped_file_is_at_most_4_mb() -> None:
    assert WEIGHTS_FILE.stat().st_size <= 4_000_000


def test_the_shipped_file_is_half_precision_with_only_the_token_rows_in_use() -> None:
    stored = load_file(WEIGHTS_FILE)
    tokens = stored.pop("token_embedding.tokens")
    assert all(tensor.dtype == torch.float16 for tensor in stored.values())
    assert stored["token_embedding.rows"].shape == (len(tokens), 64)
    assert len(tokens) < 500


def test_the_loaded_state_is_float32_and_fits_the_config_strictly() -> None:
    mini.register()
    mini.register()
    model = open_clip.create_model(mini.MODEL_NAME, load_weights=False)
    state = mini.load_state_dict()
    assert all(tensor.dtype == torch.float32 for tensor in state.values())
    model.load_state_dict(state, strict=True)


def test_unused_tokens_get_the_mean_of_the_used_rows() -> None:
    tokens = load_file(WEIGHTS_FILE)["token_embedding.tokens"].long()
    table = mini.load_state_dict()["token_embedding.weight"]
    unused = torch.ones(len(table), dtype=torch.bool)
    unused[tokens] = False
    torch.testing.assert_close(table[unused][0], table[tokens].mean(dim=0))
    assert torch.equal(table[unused], table[unused][:1].expand(int(unused.sum()), -1))


def test_saving_and_loading_keeps_every_weight_in_use(tmp_path: Path) -> None:
    state, tokens = mini.load_state_dict(), load_file(WEIGHTS_FILE)["token_embedding.tokens"]
    compact = dict(state) | {"token_embedding.weight": state["token_embedding.weight"][tokens.long()]}
    save_state_dict(compact, tokens, tmp_path / "again.safetensors")
    again = load_state_dict(tmp_path / "again.safetensors")
    assert again.keys() == state.keys()
    assert all(torch.equal(again[name], state[name]) for name in state)


@pytest.mark.parametrize("name", mini.TASKS)
def test_every_prompt_is_made_of_known_tokens_and_fits_the_context(name: str) -> None:
    mini.register()
    task = mini.load_task(name, train_size=1, test_size=1)
    prompts = [template.format(word) for template in task.templates for word in task.classes]
    tokens = open_clip.get_tokenizer(mini.MODEL_NAME)(prompts)
    known = load_file(WEIGHTS_FILE)["token_embedding.tokens"]
    assert tokens.shape == (len(prompts), 16)
    assert bool((tokens[:, -1] == 0).all())
    assert set(tokens.unique().tolist()) <= set(known.tolist())


def test_its_tokenizer_is_what_open_clip_makes_for_it() -> None:
    mini.register()
    texts = ["a photo of a Cat's house, 3 of them", "a " * 40, ""]
    found, expected = load(ModelSpec(mini.MODEL_NAME), seed=0).tokenizer, open_clip.get_tokenizer(mini.MODEL_NAME)
    assert torch.equal(found(texts), expected(texts))
    assert vars(found).keys() == vars(expected).keys()
    assert open_clip.tokenize(texts).shape == (3, 77)  # the one that it shares its vocabulary with is left as it was


@pytest.mark.parametrize("name", mini.TASKS)
def test_zero_shot_is_well_above_chance_and_well_below_fine_tuning(accuracies: dict[str, float], name: str) -> None:
    assert LEAST_ZERO_SHOT[name] <= accuracies[name] <= FINE_TUNED[name] - 8


def test_the_model_works_from_an_open_clip_folder(tmp_path: Path) -> None:
    mini.register()
    model = open_clip.create_model(mini.MODEL_NAME, load_weights=False).eval()
    model.load_state_dict(mini.load_state_dict())
    preprocess = open_clip.get_model_preprocess_cfg(model)
    config = {"model_cfg": open_clip.get_model_config(mini.MODEL_NAME), "preprocess_cfg": preprocess}
    (tmp_path / "open_clip_config.json").write_text(json.dumps(config))
    save_file(model.state_dict(), tmp_path / "open_clip_model.safetensors")
    folder = f"local-dir:{tmp_path}"
    again = open_clip.create_model(folder).eval()
    image, tokens = torch.rand(2, 3, 32, 32), open_clip.get_tokenizer(folder)(["a sketch of a star.", "five things."])
    assert torch.equal(again.encode_image(image), model.encode_image(image))
    assert torch.equal(again.encode_text(tokens), model.encode_text(tokens))


def test_the_config_names_the_standard_vocabulary() -> None:
    config = json.loads((ASSETS / "mini-clip.json").read_text())
    assert config["text_cfg"]["vocab_size"] == open_clip.SimpleTokenizer().vocab_size
    assert config["vision_cfg"]["image_size"] == 32


def test_pretraining_starts_from_the_same_weights_every_time_and_draws_the_same_pictures() -> None:
    first, second = create(100).state_dict(), create(100).state_dict()
    assert all(torch.equal(first[name], second[name]) for name in first)
    images, captions = draw_pool(40, 1)
    again, captions_again = draw_pool(40, 2)
    assert torch.equal(images, again)
    assert captions == captions_again


def test_the_contrastive_loss_counts_pairs_with_the_same_caption_as_right() -> None:
    tokens = torch.tensor([[1, 2], [1, 2], [1, 3]])
    features = torch.eye(2)[[0, 0, 1]]
    loss = contrastive_loss(features, features, torch.tensor(20.0), tokens)
    assert float(loss) == pytest.approx(2 / 3 * float(torch.tensor(2.0).log()), abs=1e-6)


def test_the_learning_rate_warms_up_and_ends_at_nearly_nothing() -> None:
    rates = [schedule(update, 1000) for update in range(1000)]
    assert max(rates) == pytest.approx(1.0, abs=1e-3)
    assert rates[0] == pytest.approx(0.02)
    assert rates[-1] < 1e-5


def test_orthogonalising_brings_every_singular_value_near_one_and_keeps_the_directions() -> None:
    matrices = torch.randn(3, 24, 16, generator=torch.Generator().manual_seed(0))
    result = orthogonalised(matrices)
    singular = torch.linalg.svdvals(result)
    assert float(singular.min()) > 0.6
    assert float(singular.max()) < 1.3
    left, _, right = torch.linalg.svd(matrices, full_matrices=False)
    assert float((result * (left @ right)).sum(dim=(1, 2)).min()) > 0.8 * 16


def test_muon_goes_downhill() -> None:
    weight = torch.nn.Parameter(torch.zeros(8, 8))
    target = torch.randn(8, 8, generator=torch.Generator().manual_seed(0))
    muon = Muon([weight], weight_decay=0.0)
    for _ in range(200):
        weight.grad = weight.detach() - target
        muon.step(0.05)
    assert float((weight.detach() - target).square().mean()) < 0.05 * float(target.square().mean())
