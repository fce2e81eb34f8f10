"""`python -m zscl.downloads`: what to get as one line of JSON on stdin, how it goes as one JSON object a line."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from zscl.answers import say
from zscl.commands import ZsclError
from zscl.downloads.get import get, wanted_of


def main() -> int:
    asked = json.loads(sys.stdin.readline())
    try:
        wanted = [wanted_of(one) for one in asked["wanted"]]
        return 0 if get(Path(asked["data"]), wanted, int(asked["jobs"]), say) else 1
    except ZsclError as error:
        say({"result": "failed", "kind": "", "code": error.code, "message": str(error)})
        return 1
    except OSError as error:
        say({"result": "failed", "kind": "", "code": "bad-input", "message": f"{asked['data']}: {error.strerror}"})
        return 1


if __name__ == "__main__":
    sys.exit(main())
