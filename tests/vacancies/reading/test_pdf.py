"""PDF files: text with places, and those that cannot be read."""

import io
import json
import subprocess

import pikepdf
import pypdfium2
import pytest
import typst

from tests.each import each
from tests.vacancies.reading.layouts import Heading, Items, Para, Rows, as_pdf
from vacancies.reading import pdf
from vacancies.reading.blocks import Line
from vacancies.reading.files import read_file
from vacancies.reading.old_job import ReadingError
from vacancies.reading.reading import old_job_from_file

TABLE = [
    Heading("Person specification"),
    Rows(
        [
            ["Criteria", "Essential", "Desirable"],
            ["Good general education", "✓", ""],
            ["Library award", "", "✓"],
        ]
    ),
]


def blank() -> bytes:
    document = pypdfium2.PdfDocument.new()
    document.new_page(595, 842)
    body = io.BytesIO()
    document.save(body)
    return body.getvalue()


def locked() -> bytes:
    body = io.BytesIO()
    with pikepdf.open(io.BytesIO(as_pdf([Para("Librarian")]))) as document:
        document.save(body, encryption=pikepdf.Encryption(owner="o", user="u"))
    return body.getvalue()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (blank, pdf.NO_TEXT),
        (locked, pdf.LOCKED),
        (lambda: b"%PDF-1.7\n...", pdf.DAMAGED),
        (lambda: as_pdf([Para("Librarian")])[:600], pdf.DAMAGED),
    ],
    ids=["scan", "password", "no PDF", "cut"],
)
def test_what_cannot_be_read_gets_one_sentence(data, sentence):
    for read in (old_job_from_file, read_file):
        with pytest.raises(ReadingError) as refused:
            read(data())
        assert str(refused.value) == sentence


def test_a_long_file_is_refused(monkeypatch):
    document = pypdfium2.PdfDocument.new()
    for _ in range(201):
        document.new_page(595, 842)
    body = io.BytesIO()
    document.save(body)
    with pytest.raises(ReadingError) as refused:
        old_job_from_file(body.getvalue())
    assert str(refused.value) == pdf.TOO_LONG


def test_a_child_that_says_nothing_has_read_a_damaged_file(monkeypatch):
    nothing = subprocess.CompletedProcess([], 0, b"", b"")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: nothing)
    with pytest.raises(ReadingError) as refused:
        old_job_from_file(b"%PDF")
    assert str(refused.value) == pdf.DAMAGED


def test_a_child_that_does_not_end_or_dies_is_given_up(monkeypatch):
    def waits(*_, **__):
        raise subprocess.TimeoutExpired("pdf", 1)

    def dies(*_, **__):
        return subprocess.CompletedProcess([], -9, b"", b"")

    for child in (waits, dies):
        monkeypatch.setattr(subprocess, "run", child)
        with pytest.raises(ReadingError) as refused:
            old_job_from_file(b"%PDF")
        assert str(refused.value) == pdf.TOO_SLOW


@each("stroke", [0.5, 0])
def test_a_mark_counts_below_the_name_of_its_column_with_and_without_rules(stroke):
    job = old_job_from_file(as_pdf(TABLE, stroke))
    assert [(c.text, c.essential) for c in job.criteria] == [
        ("Good general education", True),
        ("Library award", False),
    ]


def test_lines_go_on_and_the_number_of_the_page_is_dropped():
    long = "Visit teams in the community and explain what the service can do for them, so " * 3
    parts = [Heading("Main duties"), Items([f"{long}early.", "Order books."] * 20, "1.")]
    job = old_job_from_file(as_pdf(parts))
    assert len(job.duties) == 40
    assert {" ".join(duty.text.split()) for duty in job.duties} == {f"{long}early.", "Order books."}
    assert job.not_understood == ()


@each("last", ["Order books.", "Plan and lead the rota " * 9])
def test_the_foot_of_the_only_page_is_no_duty(last):
    parts = [Heading("Main duties"), Items(["Run the desk.", last.strip()], "")]
    job = old_job_from_file(as_pdf(parts, foot="JD ref 12|Ask for the newest copy|1"))
    assert [duty.text for duty in job.duties] == ["Run the desk.", last.strip()]
    assert (job.reference, job.not_understood) == ("12", ("Ask for the newest copy",))


SPACED = """
#set text(size: 10pt)
= Person specification
#grid(columns: (2cm, 2cm, 5cm, 2cm), row-gutter: 9pt, column-gutter: 8pt,
  [*Skills*], [Essential], [Plans the work of the whole desk with care and on time \\ Reads], [A/I],
  [*Equality, values and other*], [Desirable], [Sings in a choir, in the evening and also on
  Sunday \\ Paints], [I])
== Main duties
+ Run the desk of the library in the main hospital every day of the term, with help of the Library
  Assistant.
+ Teach.
"""
TURNED = """
= Person specification
#table(columns: (1cm, 5cm, 3cm), [], [Criteria], [Assessed by],
  table.cell(rowspan: 2, rotate(-90deg, reflow: true)[ESSENTIAL]), [Plans], [A/I], [Reads], [A],
  rotate(90deg, reflow: true)[DESIRABLE], [Sings], [I])
"""
SLANTED = """
= Person specification
Desirable criteria are in italics.
- Plans the work of the whole desk with care
- _Sings in a choir, in the evening and also on Sundays, if need be, and paints in the morning when
  there is time for it_
- Reads
"""


def test_wrapped_cells_turned_words_and_italics_keep_their_level():
    def read(source):
        return old_job_from_file(bytes(typst.compile(source.encode())))

    both, first = ("application", "interview"), ("application",)
    spaced = read(SPACED)
    assert [(c.text, c.essential, c.assessed_by) for c in spaced.criteria] == [
        ("Plans the work of the whole desk with care and on time", True, both),
        ("Reads", True, both),
        ("Sings in a choir, in the evening and also on Sunday", False, both[1:]),
        ("Paints", False, both[1:]),
    ]
    assert [duty.text[-18:] for duty in spaced.duties] == ["Library Assistant.", "Teach."]
    assert [(c.text, c.essential, c.assessed_by) for c in read(TURNED).criteria] == [
        *(("Plans", True, both), ("Reads", True, first), ("Sings", False, both[1:])),
    ]
    assert [(c.text[:5], c.essential) for c in read(SLANTED).criteria] == [
        *(("Plans", True), ("Sings", False), ("Reads", True)),
    ]


MIDDLE = """
#set text(size: 10pt)
= Person specification
#table(columns: (6cm, 3cm, 3cm), align: horizon, stroke: (x, y) => (bottom: 0.5pt),
  [*Criteria*], [*Essential*], [*Desirable*],
  [Plans the work of the whole desk with care and on time], [✓], [], [Sings], [], [✓])
"""


def test_a_mark_between_two_lines_belongs_to_both():
    job = old_job_from_file(bytes(typst.compile(MIDDLE.encode())))
    assert [(c.text, c.essential) for c in job.criteria] == [
        ("Plans the work of the whole desk with care and on time", True),
        ("Sings", False),
    ]


def test_a_drawn_bullet_belongs_to_the_word_behind_it(monkeypatch):
    words = [
        [left, bottom, left + 34, bottom + 10, text, False, False]
        for left, bottom, text in (
            *((10, 80, "Main"), (48, 80, "duties"), (30, 60, "Orders"), (68, 60, "books")),
            *((30, 40, "Teaches"), (68, 40, "staff")),
        )
    ]
    drawn = [[18, bottom, 22, bottom + 4] for bottom in (63, 43)]
    page = {"height": 100, "width": 200, "words": words, "rules": drawn}
    said = subprocess.CompletedProcess([], 0, json.dumps({"pages": [page]}).encode(), b"")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: said)
    items = [Line("Orders books", item=True), Line("Teaches staff", item=True)]
    assert pdf.read_pdf(b"%PDF").blocks == (Line("Main duties"), *items)
