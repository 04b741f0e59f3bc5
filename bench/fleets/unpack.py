"""Writes the files that a JSON object on standard input holds, by path, to a folder."""

import json
import sys
from pathlib import Path

for path, text in json.load(sys.stdin).items():
    file = Path(sys.argv[1], path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
