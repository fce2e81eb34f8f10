"""The small CLIP as open_clip sees it: its config, and its weights in a file that keeps only the token rows in use."""

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor

from zscl import imports  # noqa: F401 - must come before open_clip
from zscl.synced import save

import open_clip  # isort: skip

MODEL_NAME = "mini-clip"
ASSETS = Path(__file__).parent.parent / "assets"
WEIGHTS_FILE = ASSETS / f"{MODEL_NAME}.safetensors"

_TABLE, _ROWS, _TOKENS = "token_embedding.weight", "token_embedding.rows", "token_embedding.tokens"


def register() -> None:
    """Make `mini-clip` a model name of open_clip. Harmless when done before."""
    if MODEL_NAME not in open_clip.list_models():
        open_clip.add_model_config(ASSETS / f"{MODEL_NAME}.json")


def vocabulary_size() -> int:
    """Rows of the full token table: the vocabulary of open_clip's standard tokenizer."""
    register()
    return int(open_clip.get_model_config(MODEL_NAME)["text_cfg"]["vocab_size"])


def load_state_dict(path: Path = WEIGHTS_FILE) -> dict[str, Tensor]:
    """The whole state in float32, ready for `create_model("mini-clip")`.

    Tokens that pretraining never saw get the mean of the rows that it did: a word without a meaning.
    """
    state = {name: tensor.float() for name, tensor in load_file(path).items() if name != _TOKENS}
    rows = state.pop(_ROWS)
    tokens = load_file(path)[_TOKENS].long()
    table = rows.mean(dim=0).repeat(vocabulary_size(), 1)
    table[tokens] = rows
    state[_TABLE] = table
    return state


def save_state_dict(state: dict[str, Tensor], tokens: Tensor, path: Path) -> None:
    """Write a state whose token table [K, W] holds only the rows of `tokens` [K], all in half precision."""
    kept = {name: tensor.half().contiguous() for name, tensor in state.items() if name != _TABLE}
    kept[_ROWS] = state[_TABLE].half().contiguous()
    kept[_TOKENS] = tokens.to(torch.int32)
    save(kept, path)
