"""The text of a PDF."""

from __future__ import annotations

import io
import re

from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError

from mapapp.errors import UnreadableFile
from mapapp.settings import FileLimits

# "explo-\nsion": a word divided at the end of a line. "Kazakh-\nRussian" keeps its hyphen: what follows has a capital.
_DIVIDED = re.compile(r"(?<=[^\W\d_A-Z])-[ \t]?\n(?=[^\W\d_])")
_ENCRYPTED = "the pdf file is encrypted: save it without a password"


def text_of(data: bytes, limits: FileLimits) -> str:
    """Return the text of all pages.

    Raises
    ------
    UnreadableFile
        If the file is encrypted, broken, or has too many pages.
    """
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableFile(_ENCRYPTED)
        count = len(reader.pages)
        if count > limits.max_pdf_pages:
            msg = f"the pdf file has {count:,} pages, the limit is {limits.max_pdf_pages:,}: split it"
            raise UnreadableFile(msg)
        pages = []
        total = 0
        for page in reader.pages:
            pages.append(page.extract_text())
            total += len(pages[-1])
            if total > limits.max_chars:
                break  # the process refuses it then
    except DependencyError as error:  # a cipher we do not carry
        raise UnreadableFile(_ENCRYPTED) from error
    except PyPdfError as error:
        msg = f"a broken pdf file ({str(error)[:100]}): open it in its program and save it again"
        raise UnreadableFile(msg) from error
    return _undivided("\n".join(pages))


def _undivided(text: str) -> str:
    """Join words that were divided at the end of a line, where small letters follow."""
    pieces = []
    done = 0
    for match in _DIVIDED.finditer(text):
        if text[match.end()].islower():
            pieces.append(text[done : match.start()])
            done = match.end()
    return "".join([*pieces, text[done:]])
