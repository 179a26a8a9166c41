from __future__ import annotations

import sys
from pathlib import Path

from tests.hostile.corpus import CORPUS

if len(sys.argv) != 2:
    sys.exit("usage: python -m tests.hostile FOLDER")
for attack in CORPUS:
    attack.write(Path(sys.argv[1]))
print(f"{len(CORPUS)} attacks and accidents in {sys.argv[1]}")
