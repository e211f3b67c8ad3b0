"""How long a start takes, as a ratio to what its parts need: `make bench`.

Each round runs the floor and ours one after the other, so that a busy machine slows both. CPU time of the child counts.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
from pathlib import Path

ROUNDS = 7
PDF = Path(__file__).parents[1] / "examples" / "resumes" / "solid-senior.pdf"
SPACY = "import spacy; spacy.blank('en')"
CLI = "import typer, rich.console, rich.table"
OURS = (sys.executable, "-m", "spm_fit")
# name, floor, ours, the ratio to reach
CASES = (
    ("--version", CLI, (*OURS, "--version"), 1.3),
    ("--help", CLI, (*OURS, "--help"), 1.3),
    ("check, two-page PDF", SPACY, (*OURS, "check", str(PDF)), 1.6),
)


def cpu(command: tuple[str, ...]) -> float:
    """Seconds of user and system time that a command takes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Print a table: medians, and the ratio's median and range over the rounds."""
    print(f"{'what':<22}{'floor s':>9}{'ours s':>9}{'ratio':>8}{'range':>14}{'reach':>8}")
    for name, floor, ours, reach in CASES:
        pairs = [(cpu((sys.executable, "-c", floor)), cpu(ours)) for _ in range(ROUNDS)]
        ratios = sorted(b / a for a, b in pairs)
        low, high = (statistics.median(column) for column in zip(*pairs, strict=True))
        print(
            f"{name:<22}{low:>9.2f}{high:>9.2f}{statistics.median(ratios):>8.2f}"
            f"{ratios[0]:>7.2f}-{ratios[-1]:<6.2f}{reach:>8.2f}"
        )


if __name__ == "__main__":
    main()
