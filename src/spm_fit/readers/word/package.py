"""The zip around a Word document: only the parts that hold text are unpacked, and only as far as a resume goes."""

from __future__ import annotations

import io
import posixpath
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

# Of python-docx only the XML parser is used: it follows no entity and no address. Its package loader would unpack all
# parts, images too, and give up on the broken references that converters leave behind.
from docx.oxml import parse_xml
from lxml.etree import XMLSyntaxError

from spm_fit.errors import InputError
from spm_fit.readers.word.xml import Node

MAX_MEMBERS = 2000
MAX_XML = 50_000_000
MAX_TAGS = 400_000
# XML repeats itself, but a part that shrinks to less than this is made to fill the memory.
_MAX_RATIO, _RATIO_FROM = 200, 2_000_000
_PARTS = ("styles", "numbering", "settings", "header", "footer")
_ENTRY = b"PK\x01\x02"
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/", b"http://schemas.openxmlformats.org/wordprocessingml/2006/"),
    (b"http://purl.oclc.org/ooxml/officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)
# Other files that are zip archives inside, by a member that they all have.
_FOREIGN = (
    ("xl/workbook.xml", "a spreadsheet"),
    ("xl/workbook.bin", "a spreadsheet"),
    ("ppt/presentation.xml", "a presentation"),
    ("index/document.iwa", "a Pages document"),
    ("meta-inf/container.xml", "an e-book"),
    ("content.xml", "an OpenDocument file"),
)
_AGAIN = "open it in a word processor and save it again"
_EXPORT = "export it as PDF, Word document or plain text"


@dataclass(frozen=True, slots=True)
class Package:
    """The roots of the parts; headers and footers by the id of their relationship."""

    document: Node
    parts: dict[str, Node] = field(default_factory=dict)
    """`styles`, `numbering` and `settings`, where there are any."""
    margins: dict[str, Node] = field(default_factory=dict)


def unpack(path: str, data: bytes) -> Package:
    """The parts that matter for the text.

    Raises:
        InputError: no Word document, damaged, protected, or larger than any resume.
    """
    if data.count(_ENTRY) > MAX_MEMBERS:
        raise InputError(path, f"holds more than {MAX_MEMBERS} files", _EXPORT)
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            return _package(_Members(path, archive))
    except XMLSyntaxError as error:
        deep = "depth" in str(error)
        fault = "its parts are nested too deeply" if deep else "the Word document is damaged and cannot be read"
        raise InputError(path, fault, _AGAIN) from error
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError) as error:
        raise InputError(path, "the Word document is damaged and cannot be read", _AGAIN) from error


class _Members:
    """The files of an archive, under names that differ in nothing but what they name; counts what is unpacked."""

    def __init__(self, path: str, archive: ZipFile) -> None:
        self.path, self._archive, self._left = path, archive, MAX_XML
        self.infos = {info.filename.replace("\\", "/").lower(): info for info in archive.infolist()}

    def root(self, name: str) -> Node | None:
        """The root element of a member, None where it is missing."""
        info = self.infos.get(name.lower())
        if info is None:
            return None
        xml = self._bytes(info)
        # A UTF-16 part has zero bytes between its letters.
        if b"<!DOCTYPE" in xml.replace(b"\0", b""):
            raise InputError(self.path, "a part declares a document type, as no word processor writes it", _AGAIN)
        if xml.count(b"<") > MAX_TAGS:
            raise self._too_large()
        if b"http://purl.oclc.org/ooxml/" in xml:
            for strict, usual in _STRICT:
                xml = xml.replace(strict, usual)
        return parse_xml(xml)

    def _bytes(self, info: ZipInfo) -> bytes:
        if info.flag_bits & 1:
            raise InputError(self.path, "the file is encrypted", "save a copy without a password")
        if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise BadZipFile(info.filename)
        # What is written of its size in the archive may be untrue: what comes out is counted.
        with self._archive.open(info) as stream:
            xml = stream.read(self._left + 1)
        self._left -= len(xml)
        if self._left < 0 or (len(xml) > _RATIO_FROM and len(xml) > _MAX_RATIO * info.compress_size):
            raise self._too_large()
        return xml

    def _too_large(self) -> InputError:
        return InputError(self.path, "unpacks to far more than a resume holds", _EXPORT)


def _package(members: _Members) -> Package:
    main = next((target for _, kind, target in _related(members, "") if kind == "officeDocument"), "word/document.xml")
    if not main.lower().startswith("word/"):
        main = main if _foreign(members) is None else ""
    document = members.root(main)
    if document is None:
        what = _foreign(members) or "a zip archive"
        raise InputError(members.path, f"this is {what}, not a Word document", _EXPORT)
    package = Package(document)
    for identifier, kind, target in _related(members, main):
        if kind not in _PARTS or (root := members.root(target)) is None:
            continue
        if kind in {"header", "footer"}:
            package.margins[identifier] = root
        else:
            package.parts[kind] = root
    return package


def _foreign(members: _Members) -> str | None:
    return next((what for name, what in _FOREIGN if name in members.infos), None)


def _related(members: _Members, part: str) -> Iterator[tuple[str, str, str]]:
    """(id, kind, target) of the parts that a part refers to."""
    folder, name = posixpath.split(part)
    relations = members.root(posixpath.join(folder, "_rels", f"{name}.rels"))
    for relation in [] if relations is None else relations:
        if isinstance(relation.tag, str) and relation.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")
            yield relation.get("Id", ""), relation.get("Type", "").rpartition("/")[2], target
