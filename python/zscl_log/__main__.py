"""`python -m zscl_log KIND`: takes JSON lines (open, scalars, close) on stdin; `--check` only looks for the client."""

from __future__ import annotations

import json
import signal
import sys
from pathlib import Path

from zscl_log.clients import KINDS, client_of, is_installed


def main() -> int:
    kind = sys.argv[1]
    assert kind in KINDS
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the app, which says when to close
    if "--check" in sys.argv:
        print(json.dumps({"installed": is_installed(kind)}), flush=True)
        return 0
    client = client_of(kind)
    is_open = False
    noted = None
    for line in sys.stdin:
        message = json.loads(line)
        if message["kind"] == "open":
            client.open(message["name"], message["folder"], message["benchmark"], message["config"])
            noted = (Path(message["folder"]) / f"{kind}-sent.jsonl").open("a", encoding="utf-8")
            is_open = True
        elif message["kind"] == "scalars":
            client.log(message["axis"], message["step"], message["values"])
            assert noted is not None
            noted.write(json.dumps([message["step"], [*message["values"]]]) + "\n")
            noted.flush()
        elif message["kind"] == "close":
            client.close(message["status"])
            is_open = False
    if is_open:  # the app was killed
        client.close("interrupted")
    return 0


if __name__ == "__main__":
    sys.exit(main())
