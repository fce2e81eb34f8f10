"""`python -m zscl.data.readers verify|get`: the work of `zscl data`, one JSON object a line for its caller."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path

from zscl.commands import DatasetSpec, ZsclError


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m zscl.data.readers")
    parser.add_argument("action", choices=["verify", "get"])
    parser.add_argument("--kind", required=True)
    parser.add_argument("--root", required=True, help="verify: the dataset's folder; get: the data folder")
    parser.add_argument("--split", default="")
    parser.add_argument("--samples", type=int, default=8, help="images decoded per split")
    options = parser.parse_args()
    try:
        if options.action == "verify":
            from zscl.data.readers.verify import verify

            spec = DatasetSpec(options.kind, options.kind, root=options.root, split=options.split)
            say({"result": "verified", **asdict(verify(spec, options.samples))})
        else:
            from zscl.data.readers.download import get

            get(options.kind, Path(options.root), report)
            say({"result": "fetched"})
    except ZsclError as error:
        say({"result": "failed", "code": error.code, "message": str(error)})
        return 1
    return 0


def report(name: str, done: int, total: int) -> None:
    say({"result": "progress", "name": name, "done": done, "total": total})


def say(value: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(value) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
