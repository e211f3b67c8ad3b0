"""Path or stream to Document. READERS is the list of what can be read; bytes decide, not the file's name."""

from __future__ import annotations

import re
import sys
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import cast

from spm_fit.errors import InputError
from spm_fit.model.document import Document

MAX_BYTES = 20_000_000
# Readers of PDF look for the header in so many bytes.
_HEAD = 4096


@dataclass(frozen=True, slots=True)
class Reader:
    """One input format: its module is imported when a file of it comes."""

    module: str
    suffixes: tuple[str, ...]
    magic: bytes = b""
    """Bytes that every file of the format has near its beginning."""
    begins: str = ""
    """Or what its text begins with: a regular expression, tried on the first characters after white space."""
    extra: str = ""
    """The extra of this package that brings the library it needs."""


# The first that fits reads a file; the last takes every other text.
READERS = (
    Reader("pdf", (".pdf",), b"%PDF-"),
    Reader("docx", (".docx",), b"PK\x03\x04", extra="docx"),
    Reader("html", (".html", ".htm"), begins=r"(?:<\?xml[^>]*>\s*|<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html)\b"),
    Reader("latex", (".tex",), begins=r"(?:%[^\n]*\n\s*)*\\(?:documentclass|documentstyle)\b", extra="latex"),
    Reader("jsonresume", (".json",), begins=r"\{\s*\"[^\"]*\"\s*:|\[\s*\{"),
    Reader("rendercv", (".yaml", ".yml"), begins=r"(?:---\s*\n|#[^\n]*\n\s*)*(?:cv|basics):\s*\n\s+\w+:"),
    Reader("markdown", (".md", ".markdown"), begins=r"(?:---\n.{0,2000}?\n---\s+)?#{1,2} \S"),
    Reader("text", (".txt", ".text")),
)

# What people send that is not read: said by name rather than as "binary data".
_FOREIGN = (
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x1f\x8b", "a compressed file"),
)
_EXPORT = "export it as PDF, Word document or plain text"


def read(path: Path | str, stdin_filename: str | None = None) -> Document:
    """Read one document; ``-`` is standard input.

    Raises:
        InputError: the file is missing, no file, empty, too large, of another type or without text.
    """
    # A name that is no Unicode text is shown, not passed on.
    name = str(path).encode("utf-8", "replace").decode("utf-8")
    if name == "-":
        name = stdin_filename or "<stdin>"
        if sys.stdin is None:
            raise InputError(name, "standard input is closed", "give a file, or pipe a document in")
        data = sys.stdin.buffer.read(MAX_BYTES + 1)
    else:
        data = _bytes(Path(path), name)
    if len(data) > MAX_BYTES:
        raise InputError(
            name, f"larger than {MAX_BYTES // 1_000_000} MB", "a resume of that size holds images; export it again"
        )
    if not data.strip():
        raise InputError(name, "the file is empty", "give a document with text")
    return _reader(name, data)(name, data)


def _bytes(path: Path, name: str) -> bytes:
    try:
        if not path.exists():
            raise InputError(name, "no such file", "check the spelling of the path")
        if path.is_dir():
            raise InputError(name, "this is a folder", "name one file in it")
        if not path.is_file():
            raise InputError(name, "not a regular file", "give a document, or - for standard input")
        with path.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise InputError(name, f"cannot be opened ({error.strerror})", "check its permissions") from error


def _reader(name: str, data: bytes) -> Callable[[str, bytes], Document]:
    suffix = Path(name).suffix.lower()
    head = data[:_HEAD]
    for reader in READERS:
        # A PDF may have junk before its header.
        if reader.magic and (reader.magic in head if reader.module == "pdf" else head.startswith(reader.magic)):
            return _load(name, reader)
    for magic, what in _FOREIGN:
        if head.startswith(magic):
            raise InputError(
                name, f"{f'named {suffix}, but it is' if _has_magic(suffix) else 'this is'} {what}", _EXPORT
            )
    if _has_magic(suffix):
        raise InputError(name, f"named {suffix}, but it is none", _EXPORT)
    start = _start(data)
    for reader in READERS:
        if reader.begins and re.match(reader.begins, start, re.IGNORECASE | re.DOTALL):
            return _load(name, reader)
    named = (reader for reader in READERS if suffix in reader.suffixes)
    return _load(name, next(named, READERS[-1]))


def _has_magic(suffix: str) -> bool:
    return any(reader.magic and suffix in reader.suffixes for reader in READERS)


def _start(data: bytes) -> str:
    """The first characters, near enough to tell the format by."""
    encoding = "utf-16" if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8"
    return data[:8192].decode(encoding, "replace").lstrip("\ufeff \t\r\n")[:4096]


def _load(name: str, reader: Reader) -> Callable[[str, bytes], Document]:
    try:
        module = import_module(f"spm_fit.readers.{reader.module}")
    except ModuleNotFoundError as error:
        if not reader.extra:
            raise
        remedy = f"pip install 'spm-fit[{reader.extra}]'"
        raise InputError(name, f"nothing is installed that reads {reader.suffixes[0]} files", remedy) from error
    return cast("Callable[[str, bytes], Document]", module.read)
