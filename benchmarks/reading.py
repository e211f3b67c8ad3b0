"""Reading PDFs: CPU time and memory against pdfminer.six's own `extract_text`, and words against pdftotext.

`make bench-reading` or `python benchmarks/reading.py [FOLDER ...]`; without folders the examples are read. Each file is read by
both in turn, so that a busy machine slows both. Memory is the peak of a process that reads all the files and nothing else.
"""

from __future__ import annotations

import re
import resource
import shutil
import statistics
import subprocess
import sys
import time
import unicodedata
from collections import Counter
from pathlib import Path

from pdfminer.high_level import extract_text

from spm_fit import readers

ROUNDS = 3
EXAMPLES = Path(__file__).parents[1] / "examples"
OURS = "from spm_fit import readers; read = readers.read"
FLOOR = "from pdfminer.high_level import extract_text as read"
# What readers write in different ways and people read as the same word.
_SAME = str.maketrans(
    {"\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"', "\u2010": "-", "\u2011": "-", "\u00ad": None}
)
_WORD = re.compile(r"[^\W_]+")


def seconds(function: object, path: Path) -> float:
    """CPU seconds of one call."""
    before = time.process_time()
    function(path)  # type: ignore[operator]
    return time.process_time() - before


def peak(setup: str, paths: list[Path]) -> float:
    """Megabytes that a process needs at most to read all the files."""
    code = f"{setup}\nimport sys\nfor path in sys.argv[1:]:\n    read(path)\n"
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    code += "import resource\nprint(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)\n"
    done = subprocess.run([sys.executable, "-c", code, *map(str, paths)], capture_output=True, text=True, check=True)
    return max(before * 0, int(done.stdout)) / 1024


def words(text: str) -> Counter[str]:
    """The words of a text without case, hyphens and marks."""
    flat = unicodedata.normalize("NFKC", text.translate(_SAME)).lower()
    return Counter(_WORD.findall(re.sub(r"(?<=\w)-\s*\n\s*(?=\w)|(?<=\w)-(?=\w)", "", flat)))


def letters(text: str) -> int:
    """How many letters and digits a text has."""
    return sum(map(len, _WORD.findall(text)))


def compare(path: Path) -> tuple[int, int, int]:
    """(words of pdftotext, those that we lack, those that only we have)."""
    other = subprocess.run(["pdftotext", "-enc", "UTF-8", path, "-"], capture_output=True, check=True).stdout.decode()
    theirs, ours = words(other), words(readers.read(path).text)
    return sum(theirs.values()), sum((theirs - ours).values()), sum((ours - theirs).values())


def main() -> None:
    """Print one line a file where words differ, then the totals."""
    folders = [Path(name) for name in sys.argv[1:]] or [EXAMPLES]
    paths = sorted(path for folder in folders for path in folder.rglob("*.pdf"))
    ratios = []
    for path in paths:
        pairs = [(seconds(extract_text, path), seconds(readers.read, path)) for _ in range(ROUNDS)]
        ratios.append(min(ours for _, ours in pairs) / min(floor for floor, _ in pairs))
    low, high = peak(FLOOR, paths), peak(OURS, paths)
    print(f"files {len(paths)}, CPU against extract_text: median {statistics.median(ratios):.2f}, "
          f"worst {max(ratios):.2f} ({paths[ratios.index(max(ratios))].name}); reach 1.1")  # fmt: skip
    print(f"peak memory {high:.0f} MB against {low:.0f} MB: {high / low:.2f}")
    if shutil.which("pdftotext") is None:
        print("pdftotext is not installed: words were not compared")
        return
    total = lost = new = 0
    for path in paths:
        count, missing, extra = compare(path)
        total, lost, new = total + count, lost + missing, new + extra
        if missing or extra:
            print(f"  {path.name:<32} {count:>5} words, lost {missing}, only here {extra}")
    print(f"words of pdftotext {total}, lost {lost} ({lost / total:.3%}), only here {new} ({new / total:.3%})")


if __name__ == "__main__":
    main()
