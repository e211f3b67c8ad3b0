"""Accuracy of spm-fit on labelled documents: `make accuracy`, or `python benchmarks/accuracy FOLDER...`.

A folder holds labels/<id>.json, and docs/<id>.<extension> or a path in the label; docs/accuracy.md says what labels hold.
Exit code 1 if a document could not be read, 2 for wrong usage and for labels that cannot be used.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from benchmarks.accuracy import compare, labels, program, report, results
from benchmarks.accuracy.errors import InputError
from benchmarks.accuracy.results import Run

AS_OF = date(2026, 11, 1)
OPENING, CLOSING = "<!-- figures: made by python benchmarks/accuracy --page -->\n", "<!-- /figures -->"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run, print, and write what is asked for."""
    options = _options(arguments)
    try:
        return _run(options)
    except InputError as error:
        print(f"accuracy: {error}", file=sys.stderr)
        return 2


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser("accuracy", None, __doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--spm-fit", metavar="EXE", help="the program; without it, the one of this Python")
    parser.add_argument("--against", metavar="EXE_OR_JSON", help="the version to compare with, or the results of one")
    parser.add_argument("--as-of", type=date.fromisoformat, default=AS_OF, metavar="DATE", help="default: %(default)s")
    parser.add_argument("--worst", type=_whole, default=3, metavar="N", help="how many documents; default: %(default)s")
    parser.add_argument("--format", choices=("text", "markdown", "json"), default="text")
    parser.add_argument("--out", type=Path, metavar="JSON", help="keep the results there")
    parser.add_argument(
        "--page", type=Path, metavar="MARKDOWN", help="write the figures between the marks of a page, too"
    )
    return parser.parse_args(arguments)


def _run(options: argparse.Namespace) -> int:
    folders = _folders(options.folders)
    start, other = program.command(options.spm_fit), _other(options.against)
    if options.page:
        _parts(options.page)
    now = results.run(start, folders, options.as_of)
    before = results.run(other, folders, options.as_of) if isinstance(other, tuple) else other
    if options.out:
        _write(options.out, json.dumps(results.to_json(now), indent=1, ensure_ascii=False) + "\n")
    if options.page:
        opening, closing = _parts(options.page)
        _write(options.page, f"{opening}{OPENING}\n{report.tables(now, 'markdown')}\n\n{CLOSING}{closing}")
    print(_json(now, before) if options.format == "json" else _text(now, before, options.worst, options.format))
    return 1 if now.failed or (before and before.failed) else 0


def _folders(paths: Sequence[Path]) -> dict[str, list[labels.Labelled]]:
    found: dict[str, list[labels.Labelled]] = {}
    for path in paths:
        name = path.resolve().name
        if name in found:
            raise InputError(f"{path}: another folder is called '{name}', too")
        found[name] = labels.read(path)
    return found


def _other(against: str | None) -> Run | tuple[str, ...] | None:
    """What to compare with: kept results, or how to start another version."""
    if against is None:
        return None
    return results.from_json(Path(against)) if against.endswith(".json") else program.command(against)


def _text(now: Run, before: Run | None, many: int, style: str) -> str:
    parts = [report.tables(now, style), report.failures(now, style)]
    if before:
        parts += [compare.text(before, now, style), report.failures(before, style)]
    if many:
        parts.append(report.worst(now, many, style))
    return "\n\n".join(part for part in parts if part)


def _json(now: Run, before: Run | None) -> str:
    value = {"figures": report.as_values(now), **results.to_json(now)}
    if before:
        value |= {"before": results.to_json(before), "comparison": compare.compare(before, now)}
    return json.dumps(value, indent=1, ensure_ascii=False)


def _parts(page: Path) -> tuple[str, str]:
    """The text before and after the figures of a page."""
    try:
        before, opening, rest = page.read_text("utf-8").partition(OPENING)
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{page}: cannot be read: {error}") from error
    _, closing, after = rest.partition(CLOSING)
    if not opening or not closing:
        raise InputError(f"{page}: the lines '{OPENING.strip()}' and '{CLOSING}' are not in it")
    return before, after


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, "utf-8", newline="\n")
    except OSError as error:
        raise InputError(f"{path}: cannot be written: {error.strerror}") from error


def _whole(text: str) -> int:
    number = int(text)
    if number < 0:
        raise ValueError(text)
    return number


if __name__ == "__main__":
    sys.exit(main())
