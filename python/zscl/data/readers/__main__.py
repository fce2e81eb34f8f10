"""`python -m zscl.data.readers`: the work of `zscl data verify`, one JSON object a line for its caller."""

from __future__ import annotations

import argparse
import sys
from dataclasses import asdict

from zscl.answers import say
from zscl.commands import DatasetSpec, ZsclError
from zscl.data.readers.verify import verify


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m zscl.data.readers")
    parser.add_argument("--kind", required=True)
    parser.add_argument("--root", required=True, help="the folder that holds it")
    parser.add_argument("--split", default="")
    parser.add_argument("--samples", type=int, default=8, help="images decoded per split")
    options = parser.parse_args()
    try:
        spec = DatasetSpec(options.kind, options.kind, root=options.root, split=options.split)
        say({"result": "verified", **asdict(verify(spec, options.samples))})
    except ZsclError as error:
        say({"result": "failed", "code": error.code, "message": str(error)})
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
