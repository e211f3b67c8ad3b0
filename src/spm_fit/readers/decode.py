"""Bytes to text: UTF-8, UTF-16 and cp1252, in this order; what is none of them is no text."""

from __future__ import annotations

import re

from spm_fit.errors import InputError
from spm_fit.model.document import Problem, Severity

MAX_CHARACTERS = 1_000_000
_SAMPLE = 4096
_CID = re.compile(r"\(cid:\d+\)")
_NO_TEXT = "give a PDF, a Word document or a text file"


def decode(path: str, data: bytes, most: int = MAX_CHARACTERS) -> tuple[str, tuple[Problem, ...]]:
    """The text of a file, at most so many characters, and what is to be said of its encoding and length.

    Raises:
        InputError: the bytes are no text.
    """
    for encoding in _candidates(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        noise = sum(c < " " and c not in "\t\r\n\f\v" for c in text[:_SAMPLE])
        if noise * 20 > len(text[:_SAMPLE]):
            break
        return text[:most], tuple(_problems(text, encoding, most))
    raise InputError(path, "binary data, not text", _NO_TEXT)


def _candidates(data: bytes) -> tuple[str, ...]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("utf-16",)
    sample = data[:_SAMPLE]
    if b"\0" in sample:
        # Latin letters in UTF-16 have a zero byte each, always on the same side.
        high, low = sample[::2].count(0), sample[1::2].count(0)
        return ("utf-16-le",) if low > 4 * high else ("utf-16-be",) if high > 4 * low else ()
    return "utf-8-sig", "cp1252"


def _problems(text: str, encoding: str, most: int) -> list[Problem]:
    problems = []
    if len(text) > most:
        problems.append(Problem("too-long", f"only the first {most:,} characters were read"))
    if encoding != "utf-8-sig":
        name = encoding.removesuffix("-le").removesuffix("-be")
        problems.append(Problem("encoding", f"read as {name}, not UTF-8", Severity.NOTE))
    lost = len(_CID.findall(text))
    if lost:
        message = f"{lost} characters stand as (cid:n): copied from a PDF whose fonts do not say what they are"
        problems.append(Problem("unmapped-glyphs", message))
    return problems
