"""What each pack still lacks: named where it is missing, silent where it is there."""

from dataclasses import replace

import pytest

from tests.vacancies.recruiting.rules.threads import LIMITS, THREAD, with_criterion, with_question
from vacancies.recruiting.rules.packs import packs
from vacancies.recruiting.rules.thread import Anchors, Thread


def missing(thread, slug):
    return next(pack.missing for pack in packs(thread, LIMITS) if pack.slug == slug)


def test_a_whole_thread_makes_whole_packs():
    thread = with_question(THREAD, 22, minutes=5)
    assert {pack.slug: pack.missing for pack in packs(thread, LIMITS) if pack.missing} == {}
    assert {pack.status for pack in packs(thread, LIMITS)} == {"complete"}


def test_an_empty_thread_lacks_something_everywhere():
    found = packs(Thread("Librarian"), LIMITS)
    assert all(pack.missing for pack in found)
    for words in [pack.name for pack in found] + [said for pack in found for said in pack.missing]:
        assert words[0].isupper() or words[0].isdigit()


def test_an_interview_may_take_as_long_as_planned_for():
    as_long = with_question(THREAD, 21, minutes=42)  # with all else that makes an hour
    assert missing(as_long, "interview-pack") == ()
    (said,) = missing(with_question(THREAD, 21, minutes=43), "interview-pack")
    assert "61 minutes" in said


@pytest.mark.parametrize(
    ("slug", "thread", "sentence"),
    [
        (
            "shortlisting-grid",
            with_criterion(THREAD, 1, assessed_by=("certificate",)),
            "No criterion is assessed by application form.",
        ),
        (
            "interview-pack",
            with_question(THREAD, 21, asked_by=""),
            "Say who asks 1 of 2 questions.",
        ),
        (
            "interview-pack",
            with_question(THREAD, 21, minutes=50),
            "The interview takes 68 minutes. Plan for 60.",
        ),
        (
            "score-sheet",
            with_question(THREAD, 21, weight=41),
            "The weights add up to 101, not 100: 1 too many.",
        ),
        (
            "score-sheet",
            with_question(THREAD, 21, anchors=Anchors("a", "b", "")),
            "Say what 1, 3 and 5 look like for 1 of 3 questions or tasks.",
        ),
        (
            "score-sheet",
            with_question(THREAD, 21, criterion=None),
            "1 question or task is left out, because the criterion was removed.",
        ),
        (
            "task-sheet",
            with_question(THREAD, 23, minutes=None),
            "Say how long it takes for the task.",
        ),
        (
            "questions-in-advance",
            replace(
                THREAD, questions=tuple(replace(one, in_advance=False) for one in THREAD.questions)
            ),
            "No interview question is marked to send beforehand.",
        ),
    ],
)
def test_each_lack_is_named_in_words(slug, thread, sentence):
    assert sentence in missing(thread, slug)
    assert sentence not in missing(THREAD, slug)


def test_a_pack_counts_the_questions_that_it_leaves_out():
    one = with_question(THREAD, 21, criterion=None)
    two = with_question(one, 22, criterion=None)
    for thread, number in ((one, "1 "), (two, "2 ")):
        assert any(said.startswith(number) for said in missing(thread, "interview-pack"))
