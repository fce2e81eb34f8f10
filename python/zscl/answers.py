"""What the tools beside the worker answer their caller with: one JSON object a line."""

from __future__ import annotations

import json
import sys


def say(value: dict[str, object]) -> None:
    """Written at once, for the caller shows it."""
    sys.stdout.write(json.dumps(value) + "\n")
    sys.stdout.flush()
