"""The text of a Word document.

Read from its XML directly, not with python-docx: that one leaves out text boxes and content controls, loads every picture, and has no
guard against archives that unpack to gigabytes.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

from mapapp.errors import UnreadableFile
from mapapp.settings import FileLimits

PART = "word/document.xml"
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
# The same text box a second time, for old programs.
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_MARKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}


def text_of(data: bytes, limits: FileLimits) -> str:
    """Return the paragraphs, a blank line between; tables, text boxes and content controls in their place. Deleted text is left out.

    Raises
    ------
    UnreadableFile
        If the archive or its XML is broken, would unpack to too much, or is encrypted.
    """
    xml = _part(data, limits)
    if b"<!DOCTYPE" in xml[:4096] or b"<!\0D\0O\0C" in xml[:4096]:
        raise UnreadableFile("the docx file declares a document type, which Word never does: it is refused as hostile")
    try:
        return "".join(_pieces(xml)).strip()
    except etree.XMLSyntaxError as error:
        msg = f"a broken docx file ({error.msg}): open it in its program and save it again"
        raise UnreadableFile(msg) from error


def _part(data: bytes, limits: FileLimits) -> bytes:
    """Unpack the main part, guarded: sizes as declared, the ratio, and the size as it really comes out."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            unpacked, packed = sum(entry.file_size for entry in entries), sum(entry.compress_size for entry in entries)
            main = archive.getinfo(PART)
            if main.flag_bits & 0x1:
                raise UnreadableFile("the docx file is encrypted: save it without a password")
            if unpacked > limits.max_unpacked_bytes or unpacked > limits.max_pack_ratio * max(packed, 1) or _too_dense(main, limits):
                raise UnreadableFile("the docx file would unpack to far more than a report: give its text alone")
            with archive.open(main) as stream:
                xml = stream.read(limits.max_unpacked_bytes + 1)
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        if isinstance(error, UnreadableFile):
            raise
        msg = f"a broken docx file ({error}): open it in its program and save it again"
        raise UnreadableFile(msg) from error
    if len(xml) > limits.max_unpacked_bytes:
        raise UnreadableFile("the docx file would unpack to far more than a report: give its text alone")
    return xml


def _too_dense(entry: zipfile.ZipInfo, limits: FileLimits) -> bool:
    return entry.file_size > 1_000_000 and entry.file_size > limits.max_pack_ratio * max(entry.compress_size, 1)


def _pieces(xml: bytes) -> Iterator[str]:
    """Yield text and breaks in the order of the document. No entity is resolved, nothing is loaded."""
    left_out = 0
    safely = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}
    for event, element in etree.iterparse(io.BytesIO(xml), events=("start", "end"), **safely):
        if not isinstance(element.tag, str):
            continue
        if element.tag == _FALLBACK:
            left_out += 1 if event == "start" else -1
        if event == "start" or left_out:
            continue
        name = element.tag.removeprefix(_WORD).removeprefix(_STRICT)
        if name == "t":
            yield element.text or ""
        elif name == "p":
            yield "\n\n"
            element.clear()
        elif name in _MARKS:
            yield _MARKS[name]
