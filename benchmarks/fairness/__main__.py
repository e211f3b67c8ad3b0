"""All pairs, two processes at a time: `make fairness`. Prints how many of each sort there are, and each difference.

`--every N` takes one pair of N. Exit code 1 if anything differs.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from benchmarks.fairness.judging import Difference, differences
from benchmarks.fairness.pairs import Pair, pairs

PROCESSES, _CHUNK, _PRINTED = 2, 200, 40


def main() -> int:
    """Run and print."""
    parser = argparse.ArgumentParser("fairness", None, __doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--every", type=int, default=1, metavar="N")
    every = list(pairs())[:: parser.parse_args().every]
    chunks = [every[at : at + _CHUNK] for at in range(0, len(every), _CHUNK)]
    with ProcessPoolExecutor(PROCESSES) as pool:
        found = [difference for part in pool.map(_differences, chunks) for difference in part]
    _print(every, found)
    return 1 if found else 0


def _differences(chunk: list[Pair]) -> list[Difference]:
    return list(differences(chunk))


def _print(every: list[Pair], found: list[Difference]) -> None:
    wrong = Counter(difference.pair.sort for difference in found)
    for sort, count in Counter(pair.sort for pair in every).items():
        print(f"{sort:<28}{count:>7} pairs {wrong[sort]:>6} different")
    print(f"{'all':<28}{len(every):>7} pairs {len(found):>6} different")
    for difference in found[:_PRINTED]:
        print(f"\n{difference.pair.base}, {difference.pair.sort}: {difference.pair.other}\n  {difference.what}")


if __name__ == "__main__":
    sys.exit(main())
