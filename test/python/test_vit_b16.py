"""The paper's model, with random weights, on the CPU: slow tier only (`scripts/test --slow`)."""

from __future__ import annotations

import math
import os
from dataclasses import replace

import pytest
from conftest import ZSCL, segment, silent, tiny_set_up, zscl_task

from zscl.commands import ModelSpec, SetUpDone, TrainDone
from zscl.references import memory, teacher
from zscl.session import Session

pytestmark = pytest.mark.skipif(not os.environ.get("ZSCL_SLOW"), reason="slow: scripts/test --slow")


def test_vit_b16_trains_and_takes_its_teacher_from_the_cache(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = str(tmp_path_factory.mktemp("cache"))
    session = Session()
    model = ModelSpec("ViT-B-16-quickgelu")
    done = session.execute(tiny_set_up(model=model, cache_folder=cache, threads=0), silent)
    assert isinstance(done, SetUpDone)
    assert done.parameters == 149_620_737  # OpenAI's ViT-B/16
    assert done.parameters - done.parameters_trained == 1  # logit_scale alone is frozen
    session.execute(zscl_task(), silent)

    def encoded_again(*_: object) -> None:
        pytest.fail("the teacher was encoded although its tables are in the cache")

    monkeypatch.setattr(teacher, "encode_all_texts", encoded_again)
    monkeypatch.setattr(memory, "encode_all", encoded_again)
    monkeypatch.setattr(teacher, "encode_all", encoded_again)
    session.execute(zscl_task(), silent)
    command = replace(segment(0, 2, ZSCL), batch_size=2, reference_batch_size=2, learning_rates=(1e-5, 1e-5))
    trained = session.execute(command, silent)
    assert isinstance(trained, TrainDone)
    assert len(trained.losses) == 2
    assert all(math.isfinite(row.total) and row.distill_image > 0 for row in trained.losses)
    assert trained.losses[0].wc == 0
    assert trained.losses[1].wc > 0
