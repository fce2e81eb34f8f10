"""The version of the wheel is that of the program: package.json, one folder up."""

import json
from pathlib import Path

from setuptools import setup

setup(version=json.loads((Path(__file__).parent.parent / "package.json").read_text())["version"])
