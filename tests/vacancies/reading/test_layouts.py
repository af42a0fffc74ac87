"""Whatever the layout: no word lost, no level changed, no duty split or doubled.

Layouts are made of where a level stands, how it is marked, what is merged, how duties are listed,
and how the text arrives. `make test` reads each choice at least once, `make test-all` each pair of
choices.
"""

import gc
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, cycle, islice, product

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.vacancies.reading.build import new_document, saved
from tests.vacancies.reading.layouts import (
    Heading,
    Items,
    Para,
    Part,
    Rows,
    as_paste,
    as_pdf,
    as_word,
)
from tests.vacancies.reading.messy import ALL
from tests.vacancies.reading.words import words_of
from vacancies.reading.blocks import PARAGRAPH_END
from vacancies.reading.old_job import OldJob
from vacancies.reading.reading import old_job_from_file, old_job_from_text

DUTIES = [
    "Answer enquiries about cardiology at the desk",
    "Reference requests from maternity wards",
    "Review the stock of paediatrics each year",
    "Order books for the nursing collection, journals and reports",
    "Supervise volunteers on Saturdays in theatre",
]
CRITERIA = [
    ("qualifications", "Degree in any subject or equivalent experience", True),
    ("qualifications", "Chartership of a professional body", False),
    ("experience", "Experience of teaching groups of adults", True),
    ("experience", "Experience of community libraries", False),
    ("skills", "Explains a search to a beginner", True),
]
NAMES = {"qualifications": "Qualifications", "experience": "Experience", "skills": "Skills"}


def in_words(levels: Sequence[str]) -> list[list[str | None]]:
    """Criteria below the names of the levels."""
    rows: list[list[str | None]] = [["", *levels, "How assessed"]]
    for category, text, essential in CRITERIA:
        rows.append([NAMES[category], text if essential else "", "" if essential else text, "A/I"])
    return rows


def in_marks(yes: str, no: str, names: tuple[str, str] = ("E", "D")) -> list[list[str | None]]:
    """A mark below the name of a level."""
    key = "How assessed (A = App form, I = Interview, T = Test)"
    rows: list[list[str | None]] = [["Criteria", *names, key]]
    return rows + [
        [text, *((yes, no) if essential else (no, yes)), "A/I"] for _, text, essential in CRITERIA
    ]


def in_one_column(name: str, yes: str, no: str) -> list[list[str | None]]:
    """A word, letter or code in one column."""
    rows: list[list[str | None]] = [["Area", "Criterion", name, "Assessed by"]]
    return rows + [
        [NAMES[category], text, yes if essential else no, "A"]
        for category, text, essential in CRITERIA
    ]


def in_rows() -> list[list[str | None]]:
    """The level named in the row, below the category across."""
    rows: list[list[str | None]] = []
    for category, name in NAMES.items():
        rows.append([name, "<"])
        rows += [
            ["Essential" if essential else "Desirable", text]
            for of, text, essential in CRITERIA
            if of == category
        ]
    return rows


def in_columns_of_categories() -> list[list[str | None]]:
    """A category to each column, a level to each row."""
    rows: list[list[str | None]] = [["Level of the criteria", *NAMES.values()]]
    for level in (True, False):
        texts = ([t for of, t, e in CRITERIA if (of, e) == (name, level)] for name in NAMES)
        rows.append(["Essential" if level else "Desirable", *map("".join, texts)])
    return rows


def in_names_across() -> list[list[str | None]]:
    """Category and level named together across the rows."""
    rows: list[list[str | None]] = []
    for category, text, essential in CRITERIA:
        level = "essential" if essential else "desirable"
        rows += [[f"{NAMES[category]} – {level}", "<"], [text, "Interview"]]
    return rows


def merged(rows: list[list[str | None]]) -> list[list[str | None]]:
    """The same with the cells of a first and of a last column merged where they repeat."""
    found = [list(row) for row in rows]
    for at in range(len(rows) - 1, 1, -1):
        for column in (0, len(rows[at]) - 1):
            same = rows[at][column] == rows[at - 1][column]
            if same and rows[at][column] and rows[at][column] != "<":
                found[at][column] = None
    return found


LEVELS = {
    "columns": in_words(("Essential", "Desirable")),
    "columns with tails": in_words(("Essential criteria", "Desirable criteria")),
    "letters over marks": in_marks("✓", ""),
    "crosses": in_marks("X", "", ("Essential", "Desirable")),
    "boxes": in_marks("☒", "☐"),
    "boxes ticked": in_marks("☑", "☐"),
    "yes and no": in_marks("Yes", "No", ("Ess", "Des")),
    "methods below levels": in_marks("A/I", ""),
    "ticks against crosses": in_marks("✓", "✗"),
    "one column of letters": in_one_column("E/D", "E", "D"),
    "one column of words": in_one_column("Essential or desirable", "Essential", "Desirable"),
    "weighting": in_one_column("Weighting", "E", "D"),
    "codes": in_one_column("Level", "E1", "D1"),
    "rows": in_rows(),
    "columns of categories": in_columns_of_categories(),
    "names across": in_names_across(),
    "boxes in a cell": in_one_column("Level", "☒ Essential ☐ Desirable", "☐ Essential ☒ Desirable"),
    "Welsh": in_words(("Hanfodol / Essential", "Dymunol / Desirable")),
}
IN_LISTS = {
    "headings": [
        part
        for essential in (True, False)
        for part in (
            Heading("Essential" if essential else "Desirable", 2),
            Items([text for _, text, e in CRITERIA if e is essential]),
        )
    ],
    "sentences": [
        part
        for essential, said in (
            (True, "To do this job it is essential that you have each of these:"),
            (False, "It would be an advantage if you also bring:"),
        )
        for part in (Para(said), Items([text for _, text, e in CRITERIA if e is essential]))
    ],
    "lists below categories": [
        part
        for category, name in NAMES.items()
        for essential in (True, False)
        for part in (
            *([Para(f"{name}:")] if essential else []),
            Para("Essential" if essential else "Desirable"),
            Items([t for of, t, e in CRITERIA if (of, e) == (category, essential)]),
        )
    ],
    "codes before": [
        Items([f"{'E' if e else 'D'}{n} {t}" for n, (_, t, e) in enumerate(CRITERIA)], "")
    ],
    "letters behind": [Items([f"{t} ({'E' if e else 'D'})" for _, t, e in CRITERIA])],
    "words behind": [
        Items([f"{t} (desirable)" if not e else f"{t} (essential)" for _, t, e in CRITERIA])
    ],
}
LISTS = {
    "bullets": "•",
    "numbers": "1.",
    "bare numbers": "1",
    "dashes": "-",
    "small o": "o",
    "lines": "",
}
HEADINGS = (
    "Main duties",
    "KEY ACCOUNTABILITIES/PRIMARY RESPONSIBILITIES",
    "Examples of duties at this level",
    "Roles and Responsibilities (not exhaustive)",
    "Prif Ddyletswyddau / Main Duties",
)


@dataclass(frozen=True)
class Layout:
    level: str
    list_of: str
    heading: str
    merge: bool

    @property
    def parts(self) -> list[Part]:
        rows = LEVELS.get(self.level)
        specification = IN_LISTS.get(self.level) or [Rows(merged(rows) if self.merge else rows)]
        return [
            Heading("Job description"),
            Rows([["Job title:", "Librarian"], ["Band:", "6"]]),
            Heading("Job purpose", 2),
            Para("To bring evidence to the bedside."),
            Heading(self.heading, 2),
            Items(DUTIES, LISTS[self.list_of]),
            Heading("Confidentiality", 2),
            Para("Keep records private."),
            Para("4 Long Lane"),
            Heading("Person specification"),
            *specification,
        ]

    def __str__(self) -> str:
        return f"{self.level}, {self.list_of}, {self.heading}{', merged' if self.merge else ''}"


def layouts_of_each_pair() -> list[Layout]:
    """Each choice with each choice of another kind: a Latin square of levels, lists, headings."""
    lists, found = [*LISTS], []
    for at, level in enumerate((*LEVELS, *IN_LISTS)):
        for place, list_of in enumerate(lists):
            heading = HEADINGS[(at + place) % len(HEADINGS)]
            merge = level in LEVELS and (at + place) % 2 == 1
            found.append(Layout(level, list_of, heading, merge))
    return found


def some_layouts() -> list[Layout]:
    """Each choice at least once, and each level both ways."""
    levels = [(level, merge) for level in LEVELS for merge in (False, True)]
    levels += [(level, False) for level in IN_LISTS]
    lists, headings = islice(cycle(LISTS), len(levels)), islice(cycle(HEADINGS), len(levels))
    return [
        Layout(level, list_of, heading, merge)
        for (level, merge), list_of, heading in zip(levels, lists, headings, strict=True)
    ]


WAYS = {
    "Word": lambda parts: old_job_from_file(as_word(parts)),
    "paste": lambda parts: old_job_from_text(as_paste(parts)),
    "paste of a PDF": lambda parts: old_job_from_text(as_paste(parts, 60)),
    "PDF": lambda parts: old_job_from_file(as_pdf(parts)),
}


BETWEEN = {"paragraphs": PARAGRAPH_END, "line breaks": "\n", "bullets": f"{PARAGRAPH_END}• "}


def several_in_a_cell(between: str) -> dict[str, list[list[str | None]]]:
    """All criteria of a level, or all of them, in one cell, and what is said of each beside it."""
    lead = between.removeprefix(PARAGRAPH_END).strip("\n")
    plain = PARAGRAPH_END if lead else between
    essential, desirable = (
        lead + between.join(text for _, text, e in CRITERIA if e is level)
        for level in (True, False)
    )
    every = lead + between.join(text for _, text, _ in CRITERIA)
    letters = plain.join("E" if e else "D" for *_, e in CRITERIA)
    ticks = [
        plain.join("✓" if e is level else "–" for *_, e in CRITERIA) for level in (True, False)
    ]
    return {
        "columns": [
            ["", "Essential", "Desirable", "Assessed by"],
            ["Skills", essential, desirable, "A/I"],
        ],
        "rows": [["Skills", "<"], ["Essential", essential], ["Desirable", desirable]],
        "letters": [["Area", "Criteria", "E/D", "Method"], ["Skills", every, letters, "A/I"]],
        "ticks": [["Criteria", "Essential", "Desirable"], [every, *ticks]],
    }


@pytest.mark.parametrize("between", BETWEEN)
@pytest.mark.parametrize("level", several_in_a_cell("\n"))
def test_several_criteria_in_a_cell_are_several_with_their_own_level(between, level):
    rows = several_in_a_cell(BETWEEN[between])[level]
    parts = [Heading("Main duties"), Items(DUTIES), Heading("Person specification"), Rows(rows)]
    for way in ("Word", "paste", "PDF"):
        job = WAYS[way](parts)
        found = {(c.text, c.essential) for c in job.criteria}
        assert found == {(text, essential) for _, text, essential in CRITERIA}, way
        assert [duty.text for duty in job.duties] == DUTIES


def check(layout: Layout, job: OldJob) -> None:
    assert (job.title, job.band) == ("Librarian", "6")
    assert [duty.text for duty in job.duties] == DUTIES
    assert [(c.text, c.essential) for c in job.criteria] == [(t, e) for _, t, e in CRITERIA] or (
        sorted((c.text, c.essential) for c in job.criteria)
        == sorted((t, e) for _, t, e in CRITERIA)
        and layout.level in ("headings", "sentences")
    )
    assert {"evidence", "bedside.", "records", "private.", "4", "Lane"} <= words_of(job)


@pytest.mark.parametrize("way", ["Word", "paste", "paste of a PDF"])
@pytest.mark.parametrize("layout", some_layouts(), ids=str)
def test_each_layout_keeps_words_levels_and_duties(layout, way):
    check(layout, WAYS[way](layout.parts))


@pytest.mark.parametrize("layout", some_layouts()[::3], ids=str)
def test_some_layouts_as_pdf_keep_words_levels_and_duties(layout):
    check(layout, WAYS["PDF"](layout.parts))


def test_each_pair_of_choices_is_among_the_layouts():
    kinds = ([*LEVELS, *IN_LISTS], LISTS, HEADINGS)
    made = [(one.level, one.list_of, one.heading) for one in layouts_of_each_pair()]
    for one, other in combinations(range(3), 2):
        pairs = {(layout[one], layout[other]) for layout in made}
        assert pairs == set(product(kinds[one], kinds[other]))
    assert {(one.level, one.merge) for one in layouts_of_each_pair()} >= set(
        product(LEVELS, (False, True))
    )


@pytest.mark.thorough
@pytest.mark.parametrize("way", WAYS)
def test_layouts_of_each_pair_keep_words_levels_and_duties(way):
    for layout in layouts_of_each_pair():
        check(layout, WAYS[way](layout.parts))
        gc.collect()  # a Word file holds circles of 5 MB


SYMBOL = '<w:sym w:font="{}" w:char="{}"/>'
CHECKBOX = (
    '<w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="{}"/></w:checkBox>'
    "</w:ffData></w:fldChar>"
)
LETTER = '<w:rPr><w:rFonts w:ascii="{0}" w:hAnsi="{0}"/></w:rPr><w:t>{1}</w:t>'


@pytest.mark.parametrize(
    ("yes", "no"),
    [
        (SYMBOL.format("Wingdings", "F0FC"), ""),
        (SYMBOL.format("Wingdings 2", "F050"), ""),
        (SYMBOL.format("Wingdings", "F0FE"), SYMBOL.format("Wingdings", "F0A8")),
        (CHECKBOX.format(1), CHECKBOX.format(0)),
        (LETTER.format("Wingdings", "ü"), ""),
        (LETTER.format("Wingdings 2", "P"), ""),
        ("<w:t>\uf0fc</w:t>", ""),
    ],
    ids=["symbol", "symbol 2", "boxes", "form fields", "letter", "letter 2", "private use"],
)
def test_marks_that_are_no_letters_are_levels(yes, no):
    document = new_document()
    document.add_heading("Person specification", 1)
    table = document.add_table(rows=1, cols=3)
    for cell, name in zip(table.rows[0].cells, ("Criteria", "Essential", "Desirable"), strict=True):
        cell.text = name
    for _, text, essential in CRITERIA:
        cells = table.add_row().cells
        cells[0].text = text
        for cell, mark in zip(cells[1:], (yes, no) if essential else (no, yes), strict=True):
            if mark:
                run = parse_xml(f"<w:r {nsdecls('w')}>{mark}</w:r>")
                cell.paragraphs[0]._p.append(run)
    job = old_job_from_file(saved(document))
    assert [(c.text, c.essential) for c in job.criteria] == [(t, e) for _, t, e in CRITERIA]


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("way", ["Word", "paste", "paste of a PDF"])
def test_messy_documents_give_what_they_hold(name, way):
    messy = ALL[name]
    job = WAYS[way](messy.parts)
    assert {d.text.rstrip(".") for d in job.duties} == {d.rstrip(".") for d in messy.duties}
    assert {(c.text, c.essential) for c in job.criteria} == set(messy.criteria)
    assert {fact: getattr(job, fact) for fact in messy.facts} == messy.facts
