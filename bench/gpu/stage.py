"""`stage.py NAME OPTIONS-AS-JSON FOLDER`: one stage of `scripts/bench gpu`, results as lines of JSON.

Light, because the decoding processes load the main module of the process that starts them.
"""

from __future__ import annotations

import importlib
import sys


def main() -> None:
    from zscl.commands import ZsclError
    from zscl_worker.memory import staying

    try:
        with staying():
            module = importlib.import_module(sys.argv[1])
        module.stage()
    except ZsclError as error:
        sys.exit(f"{error.code}: {error}")


if __name__ == "__main__":
    main()
