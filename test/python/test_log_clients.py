"""What MLflow is told, through a stand-in for its client; W&B's is in test/cli/log.test.ts."""

from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from zscl_log.clients import client_of


@pytest.mark.parametrize(
    ("status", "told"), [("finished", "FINISHED"), ("failed", "FAILED"), ("interrupted", "KILLED")]
)
def test_mlflow_is_told_how_the_run_ended_and_a_resumed_run_is_the_same_one(
    status: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[tuple[object, ...]] = []

    def started(**options: str) -> SimpleNamespace:
        calls.append(("start", options))
        return SimpleNamespace(info=SimpleNamespace(run_id="abc"))

    stand_in = SimpleNamespace(
        set_experiment=lambda name: calls.append(("experiment", name)),
        start_run=started,
        log_params=lambda values: calls.append(("params", values)),
        log_metrics=lambda values, step: calls.append(("metrics", values, step)),
        end_run=lambda ended: calls.append(("end", ended)),
    )
    monkeypatch.setitem(sys.modules, "mlflow", stand_in)
    monkeypatch.delenv("MLFLOW_EXPERIMENT_NAME", raising=False)
    monkeypatch.delenv("MLFLOW_EXPERIMENT_ID", raising=False)
    for _ in range(2):
        client = client_of("mlflow")
        client.open("run", str(tmp_path), "mini", {"seed": 0, "schedule": {"updates": 4}})
        client.log("update", 3, {"loss/total": 1.5})
        client.close(status)
    assert calls == [
        ("experiment", "mini"),
        ("start", {"run_name": "run"}),
        ("params", {"seed": "0", "schedule.updates": "4"}),
        ("metrics", {"loss/total": 1.5}, 3),
        ("end", told),
        ("experiment", "mini"),
        ("start", {"run_id": "abc"}),
        ("metrics", {"loss/total": 1.5}, 3),
        ("end", told),
    ]
