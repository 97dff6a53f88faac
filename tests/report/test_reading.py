"""Files become text, told by their content; whatever is broken or hostile gives one clear line."""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import replace

import docx
import pytest
from pypdf import PdfWriter

from mapapp.errors import ReportEmpty, UnreadableFile
from mapapp.report.reading import kind_of, read_document, read_file
from mapapp.settings import FILE_LIMITS

STORY = "A bridge fell near Northport on Monday, 20 km from the border, and a bus with it, the police said. Nobody was hurt, they added."
HEAD = "<!doctype html><html><head><title>T</title></head><body><nav>Home</nav>"
PAGE = f"{HEAD}<article><p>{STORY}</p><p>{STORY[::-1]}</p></article></body></html>"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def word_file(xml: str | bytes = "", *, name: str = "word/document.xml", **parts: bytes) -> bytes:
    """Return a docx with this main part."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, xml)
        for part, content in parts.items():
            archive.writestr(part, content)
    return buffer.getvalue()


def pdf_file(content: bytes, *, pages: int = 1) -> bytes:
    """Return a PDF whose pages all have this content stream, compressed, with Helvetica as F1."""
    packed = zlib.compress(content, 9)
    kids = " ".join(f"{5 + i} 0 R" for i in range(pages))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {pages}/Kids[{kids}]>>".encode(),
        b"<</Length %d/Filter/FlateDecode>>stream\n" % len(packed) + packed + b"\nendstream",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        *[b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 3 0 R/Resources<</Font<</F1 4 0 R>>>>>>"] * pages,
    ]
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        bytes(out)
        + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
        + table
        + (b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(out)))
    )


def test_a_text_file_is_its_text() -> None:
    """With a note where the encoding was a guess."""
    document = read_document("report.txt", "Brücken über den Fluss så".encode("cp1252"))
    assert ("Brücken über den Fluss så", "txt", 1) == (document.text, document.kind, len(document.notes))


def test_a_web_page_gives_its_story_without_its_menu() -> None:
    """Whatever its name says."""
    document = read_document("report.pdf", PAGE.encode())
    assert ("html", True, False) == (document.kind, STORY in document.text, "Home" in document.text)


def test_a_page_too_small_for_a_main_part_gives_all_its_text() -> None:
    """No script, no style, one block a paragraph."""
    page = b"<div>Five <b>men</b></div><script>alert(1)</script><style>p{}</style><div>fled</div>"
    assert "Five men\n\nfled" == read_file("x.html", page)


def test_a_word_file_gives_paragraphs_tables_and_breaks() -> None:
    """In the order of the document."""
    document = docx.Document()
    document.add_paragraph(STORY)
    document.add_table(1, 1).cell(0, 0).text = "in a table"
    buffer = io.BytesIO()
    document.save(buffer)
    assert f"{STORY}\n\nin a table" == read_file("x.docx", buffer.getvalue())


def test_deleted_words_and_second_copies_of_text_boxes_are_left_out() -> None:
    """What a reader of the document does not see."""
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    xml = (
        f'<w:document xmlns:w="{WORD}" xmlns:mc="{mc}"><w:body><w:p><w:r><w:t>seen</w:t><w:delText>gone</w:delText>'
        "<mc:AlternateContent><mc:Choice><w:t>box</w:t></mc:Choice><mc:Fallback><w:t>box</w:t></mc:Fallback></mc:AlternateContent>"
        "</w:r></w:p></w:body></w:document>"
    )
    assert "seenbox" == read_file("x.docx", word_file(xml))


def test_a_pdf_gives_the_text_of_its_pages() -> None:
    """With words joined that the end of a line divides."""
    content = b"BT /F1 12 Tf 50 700 Td (A bridge near North-) Tj 0 -20 Td (port fell.) Tj ET"
    assert "A bridge near Northport fell." == read_file("x.pdf", pdf_file(content))


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("x.txt", b"PK\x03\x04 no zip", "broken docx or zip"),
        ("report.txt", word_file("x", name="a.txt"), "a zip file: unpack it first"),
        ("x.docx", word_file("x", name="xl/workbook.xml"), "no docx"),
        ("x.docx", word_file("<w:not-closed>"), "broken docx"),
        ("x.doc", b"\xd0\xcf\x11\xe0 old", "save it as .docx"),
        ("x.rtf", b"{\\rtf1 x}", "RTF"),
        ("x.txt", b"\x89PNG\r\n", "picture"),
        ("x.pdf", b"%PDF-1.4 garbage", "broken pdf"),
        ("x.pdf", pdf_file(b"BT ET", pages=600), "600 pages, the limit is 500"),
        ("x.txt", bytes(range(256)) * 9, "binary"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(name: str, data: bytes, said: str) -> None:
    """The message names the file and says what to do."""
    with pytest.raises(UnreadableFile) as caught:
        read_file(name, data)
    message = str(caught.value)
    assert (True, True, False) == (said in message, message.startswith(name), "\n" in message)


@pytest.mark.parametrize("data", [b"", b"\0" * 500, b" \r\n\t", b"\0 \0\n"])
def test_a_file_without_text_is_empty(data: bytes) -> None:
    """Nothing, white space, or only zero bytes."""
    with pytest.raises(ReportEmpty):
        read_file("x.txt", data)


def test_a_pdf_of_pictures_says_so() -> None:
    """A scan holds no text."""
    with pytest.raises(ReportEmpty, match="text recognition"):
        read_file("x.pdf", pdf_file(b"BT ET"))


def test_an_encrypted_pdf_is_refused() -> None:
    """A password is not asked for."""
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("secret", algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    with pytest.raises(UnreadableFile, match="encrypted: save it without a password"):
        read_file("x.pdf", buffer.getvalue())


def test_a_docx_that_unpacks_to_gigabytes_is_refused_before_unpacking() -> None:
    """By its declared size and by its ratio."""
    bomb = word_file(b" " * 30_000_000)
    with pytest.raises(UnreadableFile, match="unpack to far more"):
        read_file("x.docx", bomb)


def test_a_docx_that_lies_about_its_size_is_stopped_while_unpacking() -> None:
    """The header says 100 bytes; the stream holds more."""
    data = bytearray(word_file(b"<a>" + b"x" * 50_000 + b"</a>"))
    real = (50_007).to_bytes(4, "little")
    assert real in data
    with pytest.raises(UnreadableFile):
        read_file("x.docx", bytes(data).replace(real, (100).to_bytes(4, "little")))


def test_a_docx_with_entities_is_refused() -> None:
    """Neither a billion laughs nor a file of this machine."""
    laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
    with pytest.raises(UnreadableFile, match="hostile"):
        read_file("x.docx", word_file(f'{laughs}<w:document xmlns:w="{WORD}"><w:p><w:t>&b;&c;</w:t></w:p></w:document>'))


def test_a_docx_with_an_external_template_is_read_without_it() -> None:
    """The relation is not even opened: nothing is fetched."""
    relation = b'<Relationship Type="attachedTemplate" Target="http://tracker.example/t.dotx" TargetMode="External"/>'
    relations = b"<Relationships>" + relation + b"</Relationships>"
    data = word_file(f'<w:document xmlns:w="{WORD}"><w:p><w:t>fine</w:t></w:p></w:document>', **{"word/_rels/document.xml.rels": relations})
    assert "fine" == read_file("x.docx", data)


@pytest.mark.slow
def test_a_pdf_that_unpacks_to_gigabytes_ends_its_own_process_only() -> None:
    """One page whose content unpacks to 300 MB."""
    bomb = pdf_file(b"BT " + b"0 0 Td " * 40_000_000 + b"ET")
    assert len(bomb) < 2_000_000
    with pytest.raises((UnreadableFile, ReportEmpty)):
        read_file("x.pdf", bomb)


def test_a_pdf_whose_pages_refer_to_themselves_is_refused() -> None:
    """A loop in the page tree."""
    loop = pdf_file(b"BT ET").replace(b"/Kids[5 0 R]", b"/Kids[2 0 R]")
    with pytest.raises((UnreadableFile, ReportEmpty)):
        read_file("x.pdf", loop)


def test_too_large_a_file_is_refused_at_the_door() -> None:
    """The limit stands in the message."""
    with pytest.raises(UnreadableFile, match="more than 20 MB"):
        read_document("x.txt", b"x" * 20_000_001)


def test_a_file_that_takes_too_long_is_given_up() -> None:
    """The process is ended."""
    with pytest.raises(UnreadableFile, match="takes more than"):
        read_document("x.html", PAGE.encode(), limits=replace(FILE_LIMITS, max_seconds=0.01))


def test_a_file_with_too_many_characters_is_refused() -> None:
    """Counted in what comes out."""
    with pytest.raises(UnreadableFile, match="more than 100 characters"):
        read_document("x.html", PAGE.encode(), limits=replace(FILE_LIMITS, max_chars=100))


def test_the_name_in_a_message_is_harmless() -> None:
    """No folder, no terminal escape."""
    with pytest.raises(ReportEmpty) as caught:
        read_file("../../etc/\x1b[31mpasswd", b"")
    assert "?[31mpasswd is empty: give a file that holds a report" == str(caught.value)


def test_html_is_told_from_text_that_speaks_of_it() -> None:
    """A report that quotes a tag is text."""
    assert ["txt", "html", "html", "txt"] == [
        kind_of("a.txt", b"He wrote <p>five</p> <html>"),
        kind_of("a.txt", b"\xef\xbb\xbf \n<!-- x --><HTML lang=en>"),
        kind_of("a.htm", b"<p>five</p>"),
        kind_of("a.txt", b"<p>five</p>"),
    ]
