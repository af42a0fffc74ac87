"""Files that somebody wants checked, good and bad."""

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document as WordDocument

from tests.each import each
from tests.vacancies.reading.build import body_of, changed
from vacancies.reading import files, old_job, package, pdf
from vacancies.reading import word as word_reader
from vacancies.reading.files import read_file
from vacancies.reading.old_job import ReadingError
from vacancies.rulebook.document import Document

TEXT = "You run the desk – it costs £5.\r\nEnd.\rLast\n"


def word(build=None) -> bytes:
    document = WordDocument()
    if build:
        build(document)
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def zipped(**parts: bytes) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return target.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
        TEXT.encode("cp1252"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16", "utf-16 big", "utf-32", "windows"],
)
def test_plain_text_keeps_every_character(data):
    assert read_file(data, "advert.txt").text == TEXT


def test_a_word_file_gives_its_paragraphs_and_tables_in_order():
    def build(document):
        document.add_paragraph("Job description")
        table = document.add_table(rows=2, cols=2)
        table.cell(0, 0).text = "Essential"
        table.cell(0, 1).text = "Desirable"
        table.cell(1, 0).text = "Can spell"
        table.cell(1, 0).add_paragraph("Can count")
        table.cell(1, 1).text = "Knows Latin"
        document.add_paragraph("The end")

    text = read_file(word(build), "jd.docx").text
    assert text.split("\u2029") == [
        "Job description",
        "Essential\tDesirable",
        "Can spell\vCan count\tKnows Latin",
        "The end",
    ]
    found = [(item.essential, text[item.start : item.end]) for item in Document(text).criteria]
    assert found == [
        (True, "Can spell"),
        (True, "Can count"),
        (False, "Knows Latin"),
    ]


def test_paragraphs_of_a_word_file_are_never_run_together():
    def build(document):
        document.add_paragraph("Main duties")
        for words in ("run the desk", "help the readers of the library", "shelve the books"):
            document.add_paragraph(words)

    assert len(Document(read_file(word(build)).text).sentences) == 3


def test_merged_cells_keep_the_columns_in_place():
    def build(document):
        table = document.add_table(rows=2, cols=3)
        for column, words in enumerate(["Area", "Essential", "Desirable"]):
            table.cell(0, column).text = words
        table.cell(1, 0).merge(table.cell(1, 1)).text = "Skills"
        table.cell(1, 2).text = "Knows Latin"

    assert read_file(word(build)).text.split("\u2029")[1] == "Skills\t\tKnows Latin"


def test_a_tab_within_a_cell_moves_no_column_and_an_empty_cell_keeps_its_place():
    def build(document):
        table = document.add_table(rows=2, cols=2)
        table.cell(0, 0).text = "Can\tspell"
        table.cell(0, 1).text = "Knows Latin"
        table.cell(1, 1).text = "Knows Greek"

    found = read_file(word(build)).text.split("\u2029")
    assert found[:2] == ["Can spell\tKnows Latin", "\tKnows Greek"]


def test_tables_within_tables_are_read():
    xml = ""
    for depth in range(7, 0, -1):
        inside = f"{xml}<w:p><w:r><w:t>Level {depth}</w:t></w:r></w:p>"
        xml = f"<w:tbl><w:tr><w:tc>{inside}</w:tc></w:tr></w:tbl>"
    found = read_file(body_of(xml)).text
    assert all(f"Level {depth}" in found for depth in range(1, 8))


def test_deleted_words_are_not_read():
    from docx.oxml import parse_xml

    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    kept, deleted = "<w:r><w:t>Kept</w:t></w:r>", "<w:r><w:delText>x</w:delText></w:r>"
    moved = "<w:moveFrom><w:r><w:t>Moved</w:t></w:r></w:moveFrom>"
    marked = f"<w:p {names}>{kept}<w:del>{deleted}</w:del>{moved}</w:p>"
    boxed = "<w:p><w:r><w:t>In a box</w:t></w:r></w:p>"
    control = f"<w:sdt {names}><w:sdtContent>{boxed}</w:sdtContent></w:sdt>"

    def build(document):
        document.element.body.insert(0, parse_xml(marked))
        document.element.body.insert(1, parse_xml(control))

    assert read_file(word(build)).text.split("\u2029")[:2] == ["Kept", "In a box"]


@each(
    "data, name, sentence",
    [
        (b"", "a.txt", files.EMPTY),
        (b" \r\n\t", "a.txt", files.NO_TEXT),
        (b"%PDF-1.7 rest", "a.docx", pdf.DAMAGED),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.docx", package.OLD_OR_LOCKED),
        (b"Plain words", "a.docx", package.NOT_WORD),
        (b"Plain words", "a.odt", files.ANOTHER_KIND),
        (b"\x00\x01\x02\xff\xfe\x81", "a.txt", files.NOT_A_TEXT),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "", files.NOT_A_TEXT),
        (b"PK\x03\x04 broken", "a.docx", package.DAMAGED),
        (b"\xff\xfea", "a.txt", files.NOT_A_TEXT),
        (zipped(other_xml=b"<a/>"), "a.docx", package.NOT_WORD),
        (zipped(word__document_xml=b"<broken"), "a.docx", package.NOT_WORD),
        (word(), "a.docx", word_reader.NO_TEXT),
    ],
)
def test_what_cannot_be_read_gets_one_sentence(data, name, sentence):
    with pytest.raises(ReadingError) as caught:
        read_file(data, name)
    assert str(caught.value) == sentence


def test_a_zip_bomb_is_not_unpacked():
    bomb = zipped(word__document_xml=b" " * (package.LARGEST_UNPACKED + 1))
    assert len(bomb) < 100_000
    with pytest.raises(ReadingError, match=re.escape(package.UNPACKS_TOO_MUCH)):
        read_file(bomb, "a.docx")


@each("encoding", ["utf-8", "utf-16"])
def test_a_document_type_declaration_is_refused_and_no_file_is_read(encoding):
    attack = (
        f'<?xml version="1.0" encoding="{encoding}"?>'
        '<!DOCTYPE w [<!ENTITY file SYSTEM "file:///etc/passwd">]><w>&file;</w>'
    )
    data = changed(word(), {"word/document.xml": lambda _: attack.encode(encoding)})
    with pytest.raises(ReadingError, match=re.escape(package.UNSAFE)):
        read_file(data, "a.docx")


def test_a_zip_with_a_password_is_refused():
    data = bytearray(zipped(word__document_xml=b"<a/>"))
    data[6] |= 1
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(ReadingError, match=re.escape(package.OLD_OR_LOCKED)):
        read_file(bytes(data), "a.docx")


def test_limits():
    with pytest.raises(ReadingError, match=re.escape(old_job.TOO_LARGE)):
        read_file(b"a" * (files.LARGEST_FILE + 1))
    with pytest.raises(ReadingError, match=r"\b500,000\b"):
        read_file(b"a " * 500_000, "a.txt")
    assert len(read_file(b"a" * 200_000, "a.txt").text) == 200_000
