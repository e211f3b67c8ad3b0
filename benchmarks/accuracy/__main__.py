"""So that the folder runs as it stands: `python benchmarks/accuracy FOLDER...`."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

sys.path[0] = str(Path(__file__).resolve().parents[2])
runpy.run_module("benchmarks.accuracy.command", run_name="__main__", alter_sys=True)
