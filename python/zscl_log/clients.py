"""The two clients behind one small interface."""

from __future__ import annotations

import importlib.util
import os
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol

KINDS = ("wandb", "mlflow")
EXIT_CODES = {"finished": 0, "failed": 1, "interrupted": 130}  # W&B knows how a run ended by these alone
PARAM_LENGTH = 500  # what every MLflow server takes


class Client(Protocol):
    def open(self, name: str, folder: str, benchmark: str, config: Mapping[str, Any]) -> None: ...

    def log(self, axis: str, step: int, values: Mapping[str, float]) -> None:
        """`axis` is update or task: what the step counts."""
        ...

    def close(self, status: str) -> None:
        """`status` is finished, failed or interrupted: how far the run is for now. A resumed run is opened again."""
        ...


def is_installed(kind: str) -> bool:
    return importlib.util.find_spec(kind) is not None


def client_of(kind: str) -> Client:
    return Wandb() if kind == "wandb" else Mlflow()


class Wandb:
    """Project, entity, mode and the rest come from W&B's own environment variables; the project is `zscl` without."""

    def open(self, name: str, folder: str, benchmark: str, config: Mapping[str, Any]) -> None:
        import wandb

        known = Path(folder) / "wandb-id"
        identity = known.read_text().strip() if known.exists() else secrets.token_hex(4)
        known.write_text(identity)  # a resumed run goes on as the same one
        project = os.environ.get("WANDB_PROJECT", "zscl")
        settings = {"project": project, "name": name, "group": benchmark, "dir": folder, "config": dict(config)}
        self._run = wandb.init(id=identity, resume="allow", **settings)
        for axis in ("update", "task"):
            self._run.define_metric(axis, hidden=True)
        for pattern in ("loss/*", "learning_rate"):
            self._run.define_metric(pattern, step_metric="update")
        for pattern in ("accuracy/*", "metrics/*"):
            self._run.define_metric(pattern, step_metric="task")

    def log(self, axis: str, step: int, values: Mapping[str, float]) -> None:
        self._run.log({**values, axis: step})

    def close(self, status: str) -> None:
        self._run.finish(exit_code=EXIT_CODES[status])


class Mlflow:
    """The tracking server comes from MLflow's own environment variables; the experiment is the benchmark's name."""

    def open(self, name: str, folder: str, benchmark: str, config: Mapping[str, Any]) -> None:
        import mlflow

        self._mlflow = mlflow
        known = Path(folder) / "mlflow-id"
        if "MLFLOW_EXPERIMENT_NAME" not in os.environ and "MLFLOW_EXPERIMENT_ID" not in os.environ:
            mlflow.set_experiment(benchmark)
        if known.exists():
            mlflow.start_run(run_id=known.read_text().strip())
            return
        run = mlflow.start_run(run_name=name)
        known.write_text(run.info.run_id)
        mlflow.log_params({key: str(value)[:PARAM_LENGTH] for key, value in flat(config).items()})

    def log(self, axis: str, step: int, values: Mapping[str, float]) -> None:
        self._mlflow.log_metrics(dict(values), step=step)

    def close(self, status: str) -> None:
        self._mlflow.end_run("KILLED" if status == "interrupted" else status.upper())


def flat(config: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in config.items():
        path = f"{prefix}{key}"
        found |= flat(value, f"{path}.") if isinstance(value, Mapping) else {path: value}
    return found
