"""The packs of a selection: what each holds, that sums reconcile, and that the files are sound."""

import re
from dataclasses import replace
from datetime import date
from itertools import islice

import pypdfium2
import pytest

from kls_portal.documents.document import Grid, Lines, Together, plain_words
from kls_portal.documents.document_pdf import document_pdf
from tests.each import each
from tests.pdfua.checker import check_pdfua, need_checker
from tests.vacancies.recruiting.exports.build import document_of, odd_selection
from tests.vacancies.recruiting.rules.selections import (
    DEGREE,
    SELECTION,
    SYSTEM,
    with_criterion,
    with_question,
)
from vacancies.drafting.rules.draft import METHODS, PRESENTATION, TASK, Criterion
from vacancies.recruiting.exports import pack_parts
from vacancies.recruiting.exports.pack_parts import COLUMNS, FEWEST, NO_NAMES, SHOWN
from vacancies.recruiting.exports.pack_parts import MARKS as MARKS_HEADS
from vacancies.recruiting.exports.packs import DOCUMENTS
from vacancies.recruiting.rules.packs import packs
from vacancies.recruiting.rules.selection_plan import SCORES, SelectionPlan, weight_sentence

DAY = date(2026, 11, 25)
MARKS = tuple(vars(SELECTION.questions[0].anchors).values())


def grids(document):
    return [part for part in document.parts if isinstance(part, Grid)]


def sum_of(document):
    """The table of weights and scores: (rows, the row of totals)."""
    *rows, last = grids(document)[-1].rows
    assert grids(document)[-1].columns == COLUMNS
    return rows, last


def words(document):
    """Everything that a document says, in one text."""
    said = [document.title, *document.notices]
    for part in document.parts:
        if isinstance(part, Grid):
            said += [part.name, *part.columns]
            said += [plain_words(cell) for row in part.rows for cell in row]
        elif isinstance(part, Lines):
            said.append(part.label)
        else:
            said += [plain_words(one) for one in getattr(part, "items", ())]
            said.append(getattr(part, "text", ""))
    return "\n".join(said)


def test_every_pack_of_the_page_is_a_document():
    assert set(DOCUMENTS) == {pack.slug for pack in packs(SELECTION)}


@pytest.mark.parametrize("slug", DOCUMENTS)
@pytest.mark.parametrize(
    "selection", [SELECTION, SelectionPlan("Librarian")], ids=["whole", "empty"]
)
def test_every_pack_says_its_post_and_its_day(slug, selection):
    document = document_of(slug, selection)
    assert document.title.endswith(": Librarian")
    assert "25 November 2026" in dict(document.facts).values()
    assert len(words(document).splitlines()) > 1


@each("candidates", [1, 5, 10, 11])
def test_every_page_of_the_grid_is_filled_with_its_candidates_and_no_name(candidates):
    document = document_of("shortlisting-grid", candidates=candidates)
    first, *_ = grids(document)
    assert first.columns[1:] == (f"1. {DEGREE.text}",)
    assert all(cell == "" for row in first.rows for cell in row[1:])
    sheets = [sheet.get_textpage() for sheet in pypdfium2.PdfDocument(document_pdf(document))]
    numbers = [re.findall(r"(?m)^\d+\s*$", sheet.get_text_range()) for sheet in sheets]
    assert sum(map(len, numbers)) == 2 * candidates
    assert all(len(sheet) >= min(FEWEST, candidates) for sheet in numbers)
    assert len(numbers[0]) >= min(7, candidates)
    assert document.notices == (NO_NAMES,)


@each("candidates", [1, 4, 5, 30])
def test_the_grid_ends_where_headings_leave_no_room_for_rows(candidates):
    longest = tuple(
        Criterion(number, "skills", number % 2 == 0, "Lorem ip" * 62, ("application",))
        for number in range(1, 13)
    )
    selection = replace(SELECTION, criteria=longest)
    document = document_of("shortlisting-grid", selection, candidates=candidates)
    numbers = [int(str(row[0])) for grid in grids(document) for row in grid.rows]
    assert numbers == 3 * [*range(1, candidates + 1)]


def test_the_grid_splits_many_criteria_and_adds_up_the_desirable_ones():
    many = tuple(
        Criterion(number, "skills", number <= 14, f"Skill {number}", ("application",))
        for number in range(1, 18)
    )
    selection = replace(SELECTION, criteria=many, questions=())
    document = document_of("shortlisting-grid", selection, candidates=2)
    *shown, decisions = grids(document)
    across = [[int(head.split()[-1]) for head in grid.columns[1:]] for grid in shown]
    assert across == [[*range(1, 5)], [*range(5, 10)], [*range(10, 15)], [15, 16, 17]]
    (most,) = [head for head in decisions.columns if any(map(str.isdigit, head))]
    assert most.endswith(f" {3 * SHOWN})")


def test_the_score_sheet_reconciles():
    rows, last = sum_of(document_of("score-sheet"))
    weights, most = ([int(row[column]) for row in rows] for column in (1, 4))
    assert last[1:] == (str(sum(weights)), "", "", str(sum(most)))
    assert most == [weight * SCORES[-1] for weight in weights]
    assert (sum(weights), sum(most)) == (100, 500)


@each("weight", [30, None])
def test_the_score_sheet_says_by_how_much_the_weights_miss(weight):
    selection = with_question(SELECTION, 22, weight=weight)
    document = document_of("score-sheet", selection)
    rows, last = sum_of(document)
    assert last[1] == str(sum(int(row[1]) for row in rows if row[1].isdigit()))
    assert last[4] == str(sum(int(row[4]) for row in rows if row[4].isdigit()))
    assert weight_sentence(selection.asked)
    assert weight_sentence(selection.asked) in words(document)


def test_the_interview_pack_holds_the_questions_in_order_with_all_they_need():
    said = words(document_of("interview-pack"))
    assert said.index("Tell us about a time") < said.index("Which system?")
    for text in ("Chair", "What made it hard?", "Show it in writing", *MARKS):
        assert text in said
    shown = pack_parts.tested(SELECTION, SELECTION.questions[1])
    assert shown in said
    assert SYSTEM.text in shown
    assert "Plan a search." not in said


@each("slug", ["task-sheet", "questions-in-advance"])
def test_candidates_never_get_the_marks_or_the_weights(slug):
    said = words(document_of(slug))
    assert not any(mark in said for mark in MARKS)
    assert "eight" not in said
    assert "What made it hard?" not in said


@each("slug", ["task-sheet", "questions-in-advance"])
def test_a_document_for_candidates_is_no_blank_form(slug):
    document = document_of(slug)
    assert document.footer == document.kind
    assert document.notices == ()


@each("slug", ["interview-pack", "score-sheet", "interview-day"])
def test_a_question_and_its_marks_are_kept_on_one_page_with_its_score(slug):
    parts = iter(document_of(slug).parts)
    kept = [list(islice(parts, part.parts)) for part in parts if isinstance(part, Together)]
    asked = [[part for part in one if isinstance(part, Grid)] for one in kept]
    assert asked
    assert all(one[0].columns == MARKS_HEADS for one in asked)
    scored = [one for one in asked if one[1:]]
    assert bool(scored) == (slug != "interview-pack")
    assert all(one[1].rows[0][0].split(" · ") == list(map(str, SCORES)) for one in scored)


def test_the_papers_of_the_day_are_one_file():
    said = words(document_of("interview-day"))
    for slug in ("interview-pack", "task-sheet", "score-sheet"):
        assert set(words(document_of(slug)).splitlines()[1:]) <= set(said.splitlines())


def test_the_task_sheet_says_how_long_and_what_it_shows():
    said = words(document_of("task-sheet"))
    for text in (
        "Plan a search.",
        "30 min",
        "Searching skill",
        "Extra time",
        "will not use your work",
    ):
        assert text in said


def test_questions_in_advance_are_those_marked():
    selection = with_question(SELECTION, 22, in_advance=False)
    said = words(document_of("questions-in-advance", selection))
    assert "Tell us about a time" in said
    assert "Which system?" not in said
    assert METHODS[TASK] in said
    assert "30 min" in said


def test_candidates_hear_what_to_present_but_not_the_task_and_all_that_each_shows():
    task = SELECTION.questions[2]
    said = words(document_of("questions-in-advance"))
    assert task.text not in said
    present = with_question(SELECTION, task.id, method=PRESENTATION, shows="", also=(1,))
    said = words(document_of("questions-in-advance", present))
    for text in (task.text, *(one.text for one in present.criteria_of(present.questions[2]))):
        assert text in said


def test_feedback_names_each_criterion_that_is_assessed():
    said = words(document_of("feedback-lines", with_criterion(SELECTION, 1, assessed_by=())))
    assert "Plans a search" in said
    assert DEGREE.text not in said


@each("slug", DOCUMENTS)
def test_what_tests_no_criterion_stands_in_no_pack(slug):
    selection = with_question(SELECTION, 21, criterion=None)
    assert "Tell us about a time" not in words(document_of(slug, selection))


@pytest.mark.pdfua
def test_the_files_are_accessible(tmp_path):
    need_checker()
    files = []
    for slug in DOCUMENTS:
        for name, selection in (("whole", SELECTION), ("odd", odd_selection())):
            files.append(tmp_path / f"{slug}-{name}.pdf")
            files[-1].write_bytes(document_pdf(document_of(slug, selection)))
    assert check_pdfua(files) == {file: [] for file in files}
