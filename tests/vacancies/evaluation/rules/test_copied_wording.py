"""Words lifted from a profile are found; paraphrase and honest duties stay silent."""

import tomllib
from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.each import each
from vacancies.evaluation.rules.copied_wording import (
    PROFILE,
    RUN,
    SCHEME,
    Runs,
    copied_words_in,
    hashed_runs,
    shipped_runs,
)
from vacancies.profiles.rules.loading import scheme

CORPUS = tomllib.loads(Path(__file__).with_name("jd_paragraphs.toml").read_text(encoding="utf-8"))[
    "paragraphs"
]
HIGHEST_FALSE_ALARMS = 0.05

PUBLISHED = (
    "Undertakes enquiry work for readers of the service and selects sources of information. "
    "Organises training for groups of users and evaluates its effect on their practice. "
    "Responsible for the selection of stock within a delegated budget for the department."
)
RUNS = Runs().with_texts([PUBLISHED])
GISTS = [
    level.gist
    for factor in scheme().factors
    for level in factor.levels
    if len(hashed_runs(level.gist)) >= 1
]


def copied(text, runs):
    return copied_words_in([text], runs)[0]


def test_a_planted_run_of_eight_words_is_found_where_it_stands():
    text = "She trains and organises training for groups of users and evaluates it herself."
    (one,) = copied(text, RUNS)
    assert one.excerpt == "organises training for groups of users and evaluates"
    assert text[one.start : one.end] == one.excerpt
    assert one.kind == PROFILE


def test_an_apostrophe_of_either_kind_is_the_same_word():
    typed = "Meets the organisation's own needs for evidence and research"
    assert hashed_runs(typed) == hashed_runs(typed.replace("'", "’"))
    assert len(hashed_runs(typed)) > 1


@each("first", range(len(PUBLISHED.split()) - RUN + 1))
@each("paragraph", [CORPUS[0], CORPUS[7]])
def test_every_planted_run_is_found(first, paragraph):
    planted = " ".join(PUBLISHED.split()[first : first + RUN])
    found = copied(f"{paragraph} {planted} {paragraph}", RUNS)
    assert [one.excerpt for one in found] == [planted.rstrip(".")]


@each("gist", GISTS)
def test_the_portals_own_words_for_a_level_are_found(gist):
    assert any(one.kind == PROFILE for one in copied(f"In this job: {gist}", shipped_runs()))


@each(
    "text",
    [
        "ORGANISES TRAINING FOR GROUPS OF USERS AND EVALUATES",
        "organises\ntraining   for groups, of users; and – evaluates",
        "• Organises training for “groups” of users (and evaluates)",
    ],
)
def test_case_punctuation_and_line_ends_hide_nothing(text):
    assert len(copied(text, RUNS)) == 1


def test_seven_words_are_not_copied():
    assert copied("organises training for groups of users and nothing else at all", RUNS) == ()


def test_two_runs_that_touch_are_one():
    (one,) = copied(PUBLISHED, RUNS)
    assert one.excerpt == PUBLISHED.rstrip(".")


def test_two_runs_apart_are_two():
    words = PUBLISHED.split()
    text = f"{' '.join(words[:8])} once a week here and {' '.join(words[20:28])}"
    assert len(copied(text, RUNS)) == 2


@each(
    "paraphrase",
    [
        "Answers questions that readers bring and picks the sources that fit them.",
        "Plans training for groups of readers and looks at what it changed for them.",
        "Picks the books for the department and keeps within the money set aside for it.",
        "Sets up sessions for groups and evaluates how users work after they came.",
    ],
)
def test_a_paraphrase_stays_silent(paraphrase):
    assert copied(paraphrase, RUNS) == ()
    assert copied(paraphrase, shipped_runs()) == ()


def test_at_most_five_per_cent_of_honest_paragraphs_raise_an_alarm():
    assert len(CORPUS) >= 30
    alarms = [text for text in CORPUS if copied(text, shipped_runs().with_texts([PUBLISHED]))]
    assert len(alarms) / len(CORPUS) <= HIGHEST_FALSE_ALARMS, alarms


def test_one_turn_of_the_scheme_may_be_an_honest_duty():
    assert copied("Follows standard operating procedures for loans.", shipped_runs()) == ()
    twice = "Follows standard operating procedures, and writes standard operating procedures."
    assert copied(twice, shipped_runs()) == ()


def test_two_different_turns_of_the_scheme_are_reported():
    text = "Work is managed rather than supervised. There are barriers to understanding."
    found = copied(text, shipped_runs())
    assert [(one.excerpt, one.kind) for one in found] == [
        ("Work is managed rather than supervised", SCHEME),
        ("barriers to understanding", SCHEME),
    ]


def test_turns_are_counted_over_the_whole_draft():
    first, second = copied_words_in(
        ["There is freedom to act.", "It takes mental  effort."], shipped_runs()
    )
    assert [one.excerpt for one in (*first, *second)] == ["freedom to act", "mental  effort"]


def test_a_profile_swallows_a_turn_inside_it():
    runs = shipped_runs().with_texts(["there is much freedom to act in this very job of mine"])
    found = copied("There is much freedom to act in this very job. Mental effort.", runs)
    assert [one.kind for one in found] == [PROFILE, SCHEME]


def test_the_patterns_have_ids_of_their_own():
    data = tomllib.loads(
        (Path(__file__).parents[4] / "vacancies/evaluation/data/copied_wording.toml").read_text(
            encoding="utf-8"
        )
    )
    ids = [row["id"] for row in data["patterns"]]
    assert len(ids) == len(set(ids)) == len(shipped_runs().patterns) > 15
    assert all(row["source"] and row["confirmed"] in (True, False) for row in data["patterns"])


def test_hashes_are_short_and_hide_the_words():
    found = hashed_runs("One two three four five six seven eight nine")
    assert len(found) == 2
    assert all(len(digest) == 16 and int(digest, 16) >= 0 for digest in found)


@given(st.text(max_size=300))
def test_any_text_is_searched_and_places_are_right(text):
    for one in copied(f"{text} {PUBLISHED} {text}", RUNS):
        assert f"{text} {PUBLISHED} {text}"[one.start : one.end] == one.excerpt


@given(st.lists(st.sampled_from(PUBLISHED.split()), max_size=60))
def test_copied_words_never_overlap(words):
    found = copied(" ".join(words), RUNS)
    assert all(one.end < other.start for one, other in pairwise(found))
