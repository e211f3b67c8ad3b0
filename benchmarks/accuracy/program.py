"""The program as people run it: one process a document, two at a time."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from benchmarks.accuracy.count import shown
from benchmarks.accuracy.errors import InputError
from benchmarks.accuracy.labels import Labelled

AT_ONCE, SECONDS, SAID = 2, 120, 200


@dataclass(frozen=True)
class Answer:
    """What the program printed, or why it printed nothing that can be used."""

    output: dict[str, Any]
    failed: str = ""


def command(executable: str | None) -> tuple[str, ...]:
    """How to start the program; without an executable it is the one of this Python.

    Raises:
        InputError: there is no such executable.
    """
    if executable is None:
        return (sys.executable, "-m", "spm_fit")
    if shutil.which(executable) is None:
        raise InputError(f"{executable}: there is no such executable")
    return (executable,)


def run(start: tuple[str, ...], items: Sequence[Labelled], as_of: date) -> list[Answer]:
    """The answers in the order of the items; what goes wrong is an answer, too."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(partial(_run, start, as_of), items))


def _run(start: tuple[str, ...], as_of: date, item: Labelled) -> Answer:
    verb = ("check", "--as-of", as_of.isoformat()) if item.kind == "resume" else ("posting",)
    # The settings of whoever runs this are not the program's.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("SPM_FIT_")}
    call = [*start, *verb, "--json", str(item.path)]
    try:
        done = subprocess.run(call, capture_output=True, timeout=SECONDS, env=environment, check=False)
    except subprocess.TimeoutExpired:
        return Answer({}, f"no answer within {SECONDS} seconds")
    except OSError as error:
        return Answer({}, str(error))
    try:
        output = json.loads(done.stdout)
    except ValueError:
        output = None
    if isinstance(output, dict):
        return Answer(output)
    said = done.stderr.decode("utf-8", "replace").strip().splitlines()
    return Answer({}, shown(said[-1], SAID) if said else f"exit code {done.returncode} and no JSON")
