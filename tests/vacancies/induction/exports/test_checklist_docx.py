"""The checklist in Word: its content, its accessibility, and that no input can break it."""

import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from kls_portal.documents.document_docx import document_docx
from tests.documents.word_files import cells
from tests.documents.word_validator import need_validator, word_errors
from tests.vacancies.induction.exports.build import make_checklist, make_long
from vacancies.induction.exports import checklist as words

CHECKLIST = make_checklist()
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


def made(value) -> bytes:
    return document_docx(words.checklist_document(value))


@pytest.fixture(scope="module")
def content() -> bytes:
    return made(CHECKLIST)


@pytest.fixture(scope="module")
def document(content):
    return docx.Document(io.BytesIO(content))


def test_the_outline_is_made_of_real_headings(document):
    headings = [(p.style.name, p.text) for p in document.paragraphs if "Head" in p.style.name]
    assert headings == [
        ("Heading 1", words.checklist_title(CHECKLIST)),
        ("Heading 2", "Before day one"),
        ("Heading 2", "Day one"),
        ("Heading 2", words.SIGN_OFF),
    ]


def test_facts_and_notes_are_said(document):
    texts = [paragraph.text for paragraph in document.paragraphs]
    for text in (
        *(f"{name}:\t{value}" for name, value in words.checklist_facts(CHECKLIST)[1:]),
        " ".join(words.checklist_notes(CHECKLIST)),
        f"{words.SUGGESTION} {words.SUGGESTION_MEANS}",
    ):
        assert text in texts


def test_tables_hold_every_task_with_owner_and_date(document):
    before, day_one, sign_off = document.tables
    assert cells(before.rows[0]) == [*words.COLUMNS[1:], words.COLUMNS[0]]
    assert [cells(row)[:-1] for row in before.rows[1:]] == [
        ["Send a welcome message", "Line manager", "Mon 28 Dec 2026"],
        [f"Plan the first week {words.SUGGESTION}", "Line manager", "Tue 29 Dec 2026"],
    ]
    assert cells(day_one.rows[2])[:-1] == ["Visit HR", "HR", "Mon 4 Jan 2027"]
    assert [row.cells[0].text for row in sign_off.rows] == [
        words.SIGN_COLUMNS[0],
        *words.SIGNERS,
    ]


def test_every_table_has_a_name_a_repeated_head_and_whole_rows(document):
    for table, name in zip(
        document.tables, ("Before day one", "Day one", words.SIGN_OFF), strict=True
    ):
        properties = table._tbl.tblPr
        assert properties.find(qn("w:tblCaption")).get(qn("w:val")) == name
        assert properties.find(qn("w:tblDescription")).get(qn("w:val")).startswith("Columns: ")
        for place, row in enumerate(table.rows):
            tags = [child.tag for child in row._tr.trPr]
            assert qn("w:cantSplit") in tags
            assert (qn("w:tblHeader") in tags) == (place == 0)


def test_every_task_has_a_check_box_of_its_own_with_a_name(document):
    controls = list(document.element.body.iter(qn("w:sdt")))
    names = [c.find(qn("w:sdtPr")).find(qn("w:alias")).get(qn("w:val")) for c in controls]
    assert [name.partition(": ")[2] for name in names] == [
        "Send a welcome message",
        "Plan the first week",
        "Tour the library",
        "Visit HR",
    ]
    numbers = {c.find(qn("w:sdtPr")).find(qn("w:id")).get(qn("w:val")) for c in controls}
    assert len(numbers) == 4
    for control in controls:
        box = control.find(qn("w:sdtPr")).find(f"{W14}checkbox")
        assert box.find(f"{W14}checked").get(f"{W14}val") == "0"
        assert [text.text for text in control.iter(qn("w:t"))] == ["☐"]


def test_the_file_is_british_and_says_whose_it_is(document, content):
    properties = document.core_properties
    assert properties.title == words.checklist_title(CHECKLIST)
    assert properties.author == "Northfield NHS Trust"
    assert properties.language == "en-GB"
    assert properties.comments == ""
    assert document.sections[0].page_width.mm == pytest.approx(210, abs=0.1)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
        assert not any("thumbnail" in name for name in archive.namelist())
    for foreign in (b"en-US", b"python-docx", b"asciiTheme"):
        assert foreign not in everything


def test_word_lays_it_out_by_its_present_rules(document):
    settings = document.settings.element.iter(qn("w:compatSetting"))
    modes = [s.get(qn("w:val")) for s in settings if s.get(qn("w:name")) == "compatibilityMode"]
    assert modes == ["15"]


def test_header_and_footer_carry_names_and_page_numbers(document):
    section = document.sections[0]
    title = words.checklist_title(CHECKLIST)
    assert section.header.paragraphs[0].text == f"{title}\tNorthfield NHS Trust"
    fields = section.footer._element.iter(qn("w:fldSimple"))
    assert [field.get(qn("w:instr")) for field in fields] == ["PAGE", "NUMPAGES"]


def test_a_checklist_without_tasks_says_so():
    empty = make_checklist(groups=())
    document = docx.Document(io.BytesIO(made(empty)))
    assert words.no_tasks(empty) in [p.text for p in document.paragraphs]
    assert len(document.tables) == 1


@pytest.mark.thorough
def test_two_thousand_tasks_are_all_there():
    document = docx.Document(io.BytesIO(made(make_long(2_000))))
    rows = document.tables[0]._tbl.tr_lst
    assert len(rows) == 2_001
    assert "Task 1999: read" in "".join(rows[-1].itertext())


@pytest.mark.openxml
def test_words_own_validator_does_find_a_fault(tmp_path: Path, content):
    need_validator()
    path = tmp_path / "broken.docx"
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(b"w:tblHeader", b"w:tblHeadless"))
    assert word_errors(path) != []
