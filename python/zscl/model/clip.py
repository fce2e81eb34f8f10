"""A CLIP that trains: exact short text encoding, normalised float32 embeddings, and which of its parts are trained."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from zscl.commands import ModelSpec, ZsclError
from zscl.device import Compute
from zscl.digest import digest
from zscl.model import loading, preprocess
from zscl.ranks import Ranks

import open_clip  # isort: skip
from open_clip.transformer import TextTransformer  # isort: skip

PARTS = ("whole", "image", "text", "everything")


@dataclass(frozen=True)
class Model:
    """An open_clip module on its device, always in evaluation mode.

    Dropout, patch dropout and batch statistics stay as in evaluation while training: OpenAI's CLIP has none of them,
    and a student that differs from its teacher by chance would be distilled towards noise.
    """

    spec: ModelSpec
    module: Any  # open_clip's CLIP, CustomTextCLIP or CoCa
    config: dict[str, Any]
    tokenizer: Callable[[list[str]], Tensor]
    compute: Compute
    parameters: dict[str, nn.Parameter]  # those that train, by name
    scale: Tensor  # exp(logit_scale), a constant
    image_size: int
    mean: Tensor  # per channel
    std: Tensor
    digest: str  # of the whole state as loaded

    @property
    def device(self) -> torch.device:
        return self.compute.device

    @property
    def ranks(self) -> Ranks:
        return self.compute.ranks

    @property
    def no_embeddings(self) -> Tensor:
        """Embeddings [0, D] of nothing."""
        return torch.empty(0, self.config["embed_dim"], dtype=self.scale.dtype, device=self.device)

    @property
    def text_trains(self) -> bool:
        return any(not name.startswith("visual.") for name in self.parameters)

    @property
    def token_table(self) -> str | None:
        """The trained parameter [V, W] that embeds tokens, where `encode_short_text` is all that reads it."""
        tower: Any = text_tower(self.module)
        table = None if tower is None else tower.token_embedding.weight
        return next((name for name, parameter in self.parameters.items() if parameter is table), None)

    def tokenize(self, texts: Sequence[str]) -> Tensor:
        """Tokens [M, L] on the device, cut to the longest text where the encoder can do with that."""
        return self.cut(self.tokenizer(list(texts))).to(self.device)

    def cut(self, tokens_ML: Tensor) -> Tensor:
        return cut_tokens(tokens_ML) if text_tower(self.module) is not None else tokens_ML

    def encode_image(self, images_BCHW: Tensor) -> Tensor:
        """Normalised images [B, 3, S, S] to L2-normalised float32 embeddings [B, D]."""
        with self._autocast():
            features = self.module.encode_image(images_BCHW)
        return F.normalize(features.float(), dim=-1)

    def encode_train_image(self, images_BCHW: Tensor) -> Tensor:
        """The same for the student in training: compiled, where that was asked for."""
        if not self.compute.compiled:
            return self.encode_image(images_BCHW)
        with self._autocast():
            features = self._compiled(images_BCHW)
        return F.normalize(features.float(), dim=-1)

    def encode_test_image(self, images_BCHW: Tensor, batch_size: int) -> Tensor:
        """The same in evaluation: compiled for whole batches only, so that there is code for one size."""
        whole = len(images_BCHW) == batch_size
        return self.encode_train_image(images_BCHW) if whole else self.encode_image(images_BCHW)

    @cached_property
    def _compiled(self) -> Callable[[Tensor], Tensor]:
        # Every shape gets code of its own: what is compiled for one must not depend on which others came before it, or
        # a resumed run would differ.
        torch._dynamo.config.recompile_limit = 64
        torch._dynamo.config.fail_on_recompile_limit_hit = True
        compiled: Callable[[Tensor], Tensor] = torch.compile(self.module.encode_image, dynamic=False)
        return compiled

    def encode_text(self, tokens_ML: Tensor) -> Tensor:
        """Tokens of `tokenize` to L2-normalised float32 embeddings [M, D]."""
        tower = text_tower(self.module)
        with self._autocast():
            encode = self.module.encode_text if tower is None else partial(encode_short_text, tower)
            features = encode(tokens_ML)
        return F.normalize(features.float(), dim=-1)

    def prepare(self, images_BCHW: Tensor) -> Tensor:
        """The test preprocessing of uint8 images of any size."""
        return preprocess.normalise(preprocess.centre_square(images_BCHW, self.image_size), self.mean, self.std)

    def augment(self, images_BCHW: Tensor, boxes_B4: Tensor) -> Tensor:
        """The train preprocessing: the given crop boxes, resized to the model's input."""
        return preprocess.normalise(preprocess.crop_resize(images_BCHW, boxes_B4, self.image_size), self.mean, self.std)

    def _autocast(self) -> torch.autocast:
        return torch.autocast(self.device.type, torch.bfloat16, enabled=self.compute.precision == "bf16")


def load_model(spec: ModelSpec, seed: int, compute: Compute, trains: str) -> Model:
    """Load `spec` onto the device and mark the part that `trains` (whole | image | text | everything).

    logit_scale and logit_bias train only with `everything`, which is for merging models and not for training. Raises
    what `loading.load` raises, and bad-input for `trains`.
    """
    if trains not in PARTS:
        raise ZsclError("bad-input", f"`trains` is `{trains}`; expected one of {', '.join(PARTS)}")
    loaded = loading.load(spec, seed)
    module = loaded.module.to(compute.device).eval()
    parameters: dict[str, nn.Parameter] = {}
    for name, parameter in module.named_parameters():
        parameter.requires_grad_(_is_trained(name, trains))
        if parameter.requires_grad:
            parameters[name] = parameter
    preprocess = open_clip.get_model_preprocess_cfg(module)
    return Model(
        spec=spec,
        module=module,
        config=loaded.config,
        tokenizer=loaded.tokenizer,
        compute=compute,
        parameters=parameters,
        scale=module.logit_scale.detach().float().exp().reshape(()),  # type: ignore[operator]
        image_size=_square(preprocess["size"], spec.name),
        mean=torch.tensor(preprocess["mean"], device=compute.device),
        std=torch.tensor(preprocess["std"], device=compute.device),
        digest=digest(module.state_dict()),
    )


def _is_trained(name: str, trains: str) -> bool:
    if trains == "everything":
        return True
    if name in ("logit_scale", "logit_bias"):
        return False
    part = "image" if name.startswith("visual.") else "text"
    return trains in ("whole", part)


def _square(size: int | Sequence[int], name: str) -> int:
    height, width = (size, size) if isinstance(size, int) else (size[0], size[-1])
    if height != width:
        raise ZsclError("bad-input", f"model `{name}` takes images of {height} x {width}; only square inputs work here")
    return int(height)


def text_tower(module: nn.Module) -> nn.Module | None:
    """The part whose text encoding can be cut exactly, or None.

    Cutting is exact when no token sees those after it and the embedding is taken at the end-of-text token. That holds
    for CLIP and for CustomTextCLIP with open_clip's own text transformer, causal and with pool type `argmax`. Others
    (HF towers, SigLIP, CoCa, pool types `last`, `first`, `eos`) are encoded at full length.
    """
    if isinstance(module, open_clip.CLIP):
        exact = module.text_pool_type == "argmax" and module.attn_mask is not None
        return module if exact else None
    text = getattr(module, "text", None)
    if type(module) is open_clip.CustomTextCLIP and isinstance(text, TextTransformer):
        plain = text.cls_emb is None and not text.use_pad_mask and not text.output_tokens
        exact = text.pool_type == "argmax" and text.attn_mask is not None and plain
        return text if exact else None
    return None


def cut_tokens(tokens_ML: Tensor) -> Tensor:
    """Drop the columns after the last end-of-text token (the largest token of its row)."""
    return tokens_ML[:, : int(tokens_ML.argmax(dim=-1).max()) + 1]


def encode_short_text(tower: Any, tokens_ML: Tensor) -> Tensor:  # noqa: ANN401 - CLIP or TextTransformer: same names
    """open_clip's `encode_text` for any length L up to the context length, [M, L] to [M, D], not normalised.

    Equal to the full-length encoding up to rounding: positions and mask are cut, never interpolated.
    """
    length = tokens_ML.shape[1]
    dtype = tower.transformer.get_cast_dtype()
    x = tower.token_embedding(tokens_ML).to(dtype) + tower.positional_embedding[:length].to(dtype)  # (M, L, W)
    x = tower.transformer(x, attn_mask=tower.attn_mask[:length, :length])
    x = x[torch.arange(x.shape[0], device=x.device), tokens_ML.argmax(dim=-1)]  # (M, W)
    x = tower.ln_final(x)
    projection = tower.text_projection
    if projection is None:
        return x  # type: ignore[no-any-return]
    return projection(x) if isinstance(projection, nn.Linear) else x @ projection  # type: ignore[no-any-return]
