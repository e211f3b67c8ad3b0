"""Path or stream to Document. READERS is the list of what can be read; bytes decide, not the file's name."""

from __future__ import annotations

import re
import sys
from codecs import BOM_UTF8
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import cast

from spm_fit.errors import InputError
from spm_fit.model.document import Document

MAX_BYTES = 20_000_000


@dataclass(frozen=True, slots=True)
class Reader:
    """One input format: its module is imported when a file of it comes."""

    module: str
    suffixes: tuple[str, ...]
    magic: bytes = b""


READERS = (
    Reader("pdf", (".pdf",), b"%PDF-"),
    Reader("text", (".txt", ".text", ".md", ".markdown")),
)

# What people send that is not read yet: said by name rather than as "binary data".
_FOREIGN = (
    (b"PK\x03\x04", "a Word or other zipped document"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x1f\x8b", "a compressed file"),
)
# Text with a grammar of its own; read as prose it would be scored on its punctuation.
_MARKUP = (
    (rb"(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", "a web page"),
    (rb"(?:%[^\n]*\n\s*)*\\documentclass\b", "LaTeX source"),
    (rb"\{\s*\"[$\w]+\"\s*:|\[\s*\{\s*\"", "JSON data"),
    (rb"(?:#[^\n]*\n\s*)*cv:\s*\n\s+\w+:", "YAML data"),
)
_EXPORT = "export it as PDF or plain text"


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
    head = data[:1024]
    for reader in READERS:
        # A PDF may have junk before its header.
        if reader.magic and reader.magic in head:
            return _load(reader)
    for magic, what in _FOREIGN:
        if head.startswith(magic):
            known = Path(name).suffix.lower() == ".pdf"
            raise InputError(name, f"{'named .pdf, but it is' if known else 'this is'} {what}", _EXPORT)
    if Path(name).suffix.lower() == ".pdf":
        raise InputError(name, "named .pdf, but it is no PDF", _EXPORT)
    start = data.removeprefix(BOM_UTF8).lstrip()[:4096]
    for pattern, what in _MARKUP:
        if re.match(pattern, start, re.IGNORECASE | re.DOTALL):
            raise InputError(name, f"this is {what}, which is not read", _EXPORT)
    return _load(next(reader for reader in READERS if not reader.magic))


def _load(reader: Reader) -> Callable[[str, bytes], Document]:
    module = import_module(f"spm_fit.readers.{reader.module}")
    return cast("Callable[[str, bytes], Document]", module.read)
