"""`python -m zscl.references`: how much of a reference set is there, one JSON object a line for its caller."""

from __future__ import annotations

import argparse
import sys

import numpy as np

from zscl.answers import say
from zscl.commands import ZsclError
from zscl.data.listing import ImageFiles, Split
from zscl.data.readers.verify import undecodable
from zscl.references import own


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m zscl.references")
    parser.add_argument("--part", required=True, choices=("images", "texts"))
    parser.add_argument("--path", required=True)
    parser.add_argument("--samples", type=int, default=8, help="images decoded")
    options = parser.parse_args()
    try:
        if options.part == "texts":
            say({"result": "verified", "count": len(own.texts(options.path, 0, 0)), "decoded": 0, "problems": []})
            return 0
        paths = own.image_files(own.Folder(options.path, 0, 0), "").paths
        files = Split(ImageFiles(paths), np.zeros(len(paths), dtype=np.int64))
        problems, decoded = undecodable(files, options.samples)
        say({"result": "verified", "count": len(paths), "decoded": decoded, "problems": problems})
    except ZsclError as error:
        say({"result": "failed", "code": error.code, "message": str(error)})
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
