"""What each pack still lacks: named where it is missing, silent where it is there."""

from dataclasses import replace

from tests.each import each
from tests.vacancies.recruiting.rules.selections import SELECTION, with_criterion, with_question
from vacancies.recruiting.rules.packs import Step, packs, told_length
from vacancies.recruiting.rules.selection_plan import Anchors, SelectionPlan


def missing(selection, slug):
    return next(pack.missing for pack in packs(selection) if pack.slug == slug)


def test_a_whole_selection_makes_whole_packs():
    selection = with_question(SELECTION, 22, minutes=5)
    assert {pack.slug: pack.missing for pack in packs(selection) if pack.missing} == {}
    assert {pack.status for pack in packs(selection)} == {"complete"}


def test_an_empty_selection_lacks_something_everywhere():
    found = packs(SelectionPlan("Librarian"))
    assert all(pack.missing for pack in found)
    for words in [pack.name for pack in found] + [said for pack in found for said in pack.missing]:
        assert words[0].isupper() or words[0].isdigit()


def test_candidates_are_told_a_round_length():
    assert [told_length([Step(0, n, "", "")]) for n in (35, 36, 40)] == [35, 40, 40]


def test_an_interview_may_take_as_long_as_planned_for():
    as_long = with_question(SELECTION, 21, minutes=42)  # with all else that makes an hour
    assert missing(as_long, "interview-pack") == ()
    (said,) = missing(with_question(SELECTION, 21, minutes=43), "interview-pack")
    assert "61 minutes" in said


@each(
    "slug, selection, sentence",
    [
        (
            "shortlisting-grid",
            with_criterion(SELECTION, 1, assessed_by=("certificate",)),
            "No criterion is assessed by application form.",
        ),
        (
            "interview-pack",
            with_question(SELECTION, 21, asked_by=""),
            "Say who asks 1 of 2 questions.",
        ),
        (
            "interview-pack",
            with_question(SELECTION, 21, minutes=50),
            "The interview takes 68 minutes. Plan for 60.",
        ),
        (
            "score-sheet",
            with_question(SELECTION, 21, weight=41),
            "The weights add up to 101, not 100: 1 too many.",
        ),
        (
            "score-sheet",
            with_question(SELECTION, 21, anchors=Anchors("a", "b", "")),
            "Say what 1, 3 and 5 look like for 1 of 3 questions or tasks.",
        ),
        (
            "score-sheet",
            with_question(SELECTION, 21, criterion=None),
            "1 question or task is left out, because the criterion was removed.",
        ),
        (
            "task-sheet",
            with_question(SELECTION, 23, minutes=None),
            "Say how long it takes for the task.",
        ),
        (
            "questions-in-advance",
            replace(
                SELECTION,
                questions=tuple(replace(one, in_advance=False) for one in SELECTION.questions),
            ),
            "No interview question is marked to send beforehand.",
        ),
    ],
)
def test_each_lack_is_named_in_words(slug, selection, sentence):
    assert sentence in missing(selection, slug)
    assert sentence not in missing(SELECTION, slug)


def test_a_pack_counts_the_questions_that_it_leaves_out():
    one = with_question(SELECTION, 21, criterion=None)
    two = with_question(one, 22, criterion=None)
    for selection, number in ((one, "1 "), (two, "2 ")):
        assert any(said.startswith(number) for said in missing(selection, "interview-pack"))
