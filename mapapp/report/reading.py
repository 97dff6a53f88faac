"""Read a file into text: txt, html, docx, pdf, told by their content and not by their name.

What has structure is taken apart in a process of its own, with a limit of memory and time (:mod:`mapapp.report.extraction`). Nothing is
fetched: no images, no external entities, no linked templates.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass

from mapapp.errors import ReportEmpty, UnreadableFile
from mapapp.report.decoding import decode
from mapapp.report.extraction import extract
from mapapp.settings import FILE_LIMITS, FileLimits

_HTML_START = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_HTML_TAG = re.compile(rb"<(?:p|div|article|main|section|table|span|h[1-6]|meta|title)\b[^>]{0,2000}>", re.IGNORECASE)
_MARKS_OF_ORDER = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_SAMPLE_BYTES = 4096
# What people drop into upload fields, by its first bytes: the message then names it.
_STRANGERS = (
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file: save it as .docx"),
    (b"{\\rtf", "an RTF file: save it as .docx or .txt"),
    (b"\x89PNG", "a picture: give its text"),
    (b"\xff\xd8\xff", "a picture: give its text"),
    (b"GIF8", "a picture: give its text"),
    (b"\x1f\x8b", "a compressed file: unpack it first"),
    (b"7z\xbc\xaf", "a compressed file: unpack it first"),
    (b"Rar!", "a compressed file: unpack it first"),
    (b"PAR1", "a Parquet file: read it with `mapapp batch`"),
    (b"SQLite format 3", "a database: export its reports as CSV"),
)


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a file, what kind it is (txt, html, docx, pdf), and notes for the reader."""

    text: str
    kind: str
    notes: tuple[str, ...] = ()


def read_file(name: str, data: bytes) -> str:
    """Return the text of a file; see :func:`read_document`."""
    return read_document(name, data).text


def read_document(name: str, data: bytes, *, limits: FileLimits = FILE_LIMITS) -> Document:
    """Read a file.

    Parameters
    ----------
    name
        Its name, for messages, and to tell HTML without a head from text. Never used as a path.
    data
        Its content.
    limits
        How large a file, and what is in it, may be.

    Raises
    ------
    ReportEmpty
        If there is no text in it.
    UnreadableFile
        If it is too large, broken, encrypted, or of a kind that cannot be read.
    """
    if len(data) > limits.max_file_bytes:
        msg = f"{_shown(name)} has more than {limits.max_file_bytes / 1e6:.0f} MB: split it, or give its text alone"
        raise UnreadableFile(msg)
    if not data.strip(b"\0 \t\r\n"):
        msg = f"{_shown(name)} is empty: give a file that holds a report"
        raise ReportEmpty(msg)
    try:
        kind = kind_of(name, data)
        if kind == "txt":
            decoded = decode(data)
            document = Document(decoded.text, kind, (decoded.note,) if decoded.note else ())
        else:
            document = Document(extract(kind, data, limits=limits), kind)
    except UnreadableFile as error:
        msg = f"{_shown(name)}: {error}"
        raise UnreadableFile(msg) from error
    if not document.text.strip():
        scanned = " (pictures of pages?): run a text recognition over it first" if kind == "pdf" else ": give a file that holds a report"
        msg = f"{_shown(name)} holds no text{scanned}"
        raise ReportEmpty(msg)
    return document


def kind_of(name: str, data: bytes) -> str:
    """Return txt, html, docx or pdf, by the content.

    Raises
    ------
    UnreadableFile
        If it is plainly something else; the message says what to do.
    """
    start = data[:_SAMPLE_BYTES]
    if b"%PDF-" in start[:1024]:
        return "pdf"
    if start.startswith(b"PK\x03\x04"):
        return _kind_of_zip(data)
    for beginning, what in _STRANGERS:
        if start.startswith(beginning):
            msg = f"this is {what}"
            raise UnreadableFile(msg)
    flat = start
    for mark in _MARKS_OF_ORDER:
        flat = flat.removeprefix(mark)
    flat = flat.replace(b"\0", b"")  # UTF-16
    named_html = name.lower().endswith((".html", ".htm", ".xhtml"))
    return "html" if _HTML_START.match(flat) or (named_html and _HTML_TAG.search(flat)) else "txt"


def _kind_of_zip(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, NotImplementedError, UnicodeDecodeError, ValueError, OSError) as error:
        msg = f"a broken docx or zip file ({error}): open it in its program and save it again"
        raise UnreadableFile(msg) from error
    if "word/document.xml" in names:
        return "docx"
    if "mimetype" in names or any(entry.startswith(("xl/", "ppt/")) for entry in names):
        raise UnreadableFile("an office file that is no docx: save it as .docx, .pdf or .txt")
    raise UnreadableFile("a zip file: unpack it first, or read its folder with `mapapp batch`")


def _shown(name: str) -> str:
    """Return the name fit for a message: its last part, short, without control characters."""
    last = re.split(r"[/\\]", name)[-1][-80:]
    return "".join(character if character.isprintable() else "?" for character in last) or "the file"
