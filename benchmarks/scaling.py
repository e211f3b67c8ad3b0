"""How the time of a check grows with the length of one line: `make bench`.

Every pattern is read twice, the second time four times as long: where time grows with length the ratio is 4, where it
grows with its square 16. CPU time counts; the first reading of all warms the pipeline up.
"""

from __future__ import annotations

import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from spm_fit import api
from spm_fit.config import DEFAULT_ROLE, Settings

SHORT, TIMES, REACH = 250_000, 4, 6.0
PATTERNS = {
    "words": "word ",
    "list of skills": "roadmap, SQL, Jira, A/B testing, discovery, Figma, ",
    "numbers": "12 ",
    "periods": "2019 - 2021 ",
    "brackets": "( ",
    "verbs and tools": "Led SQL and ",
}
ONE_LINE = "Product manager with many words to say about the work of twelve long years\n{}\n"
# As a statement, where verbs and metrics are looked for, and as a list of skills.
BELOW_A_JOB = "Ada Example\nada@example.com\n\nEXPERIENCE\n\nProduct Manager, Acme\t2019 - 2021\n- Led a team of nine people in two towns\n- {}\n\nSKILLS\n\n{}\n"


def seconds(layout: str, pattern: str, size: int, path: Path) -> float:
    """CPU seconds of one check of a line of so many characters."""
    line = (pattern * (size // len(pattern) + 1))[:size]
    path.write_text(layout.replace("{}", line), "utf-8")
    before = time.process_time()
    api.check(path, Settings(DEFAULT_ROLE, as_of=date(2026, 11, 1)))
    return time.process_time() - before


def main() -> None:
    """Print a table: both times and their ratio, for a line alone and below a job."""
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "line.txt"
        seconds(ONE_LINE, PATTERNS["words"], SHORT // TIMES, path)
        print(f"{'one line of':<28}{'short s':>9}{'long s':>9}{'ratio':>8}{'reach':>8}")
        for place, layout in (("", ONE_LINE), (" below a job", BELOW_A_JOB)):
            for name, pattern in PATTERNS.items():
                short, long = (seconds(layout, pattern, size, path) for size in (SHORT, TIMES * SHORT))
                print(f"{name + place:<28}{short:>9.1f}{long:>9.1f}{long / short:>8.1f}{REACH:>8.1f}", flush=True)
                wrong += long > REACH * short
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
