"""Which duties and criteria share words, and what ticked boxes change."""

from dataclasses import replace

import pytest

from tests.each import each
from vacancies.drafting.rules.draft import Criterion, Duty
from vacancies.drafting.rules.links import (
    MOST_SUGGESTED,
    changed_cells,
    numbers_in,
    suggested_links,
)

TRAINING = "Plan, deliver and evaluate a programme of training"


@each(
    "one, other, shared",
    [
        ("Experience of teaching medical students", "Teach students", ("teaching", "students")),
        (
            "Plans an evidence search",
            "Answers questions with evidence searches",
            ("evidence", "search"),
        ),
        ("Catalogues", "Cataloguing of books", ("catalogues",)),
        ("Negotiates", "Supervision, negotiation", ("negotiates",)),
        ("Knowledge of the work of the team", "Work with other teams; good knowledge", ()),
        ("Degree", "Order books", ()),
        ("Line manages staff", "Supervise two assistants", ("line manages (supervise)",)),
        ("Supervised", "Supervise two assistants", ("supervised",)),
        ("", TRAINING, ()),
    ],
)
def test_words_are_shared_in_any_form(one, other, shared):
    links = suggested_links([Criterion(10, "skills", True, one)], [Duty(1, other)])
    assert links.get((10, 1), ()) == shared


@each(
    "criterion, duty, linked",
    [
        ("Experience of searching health databases", "Run evidence searches for teams", True),
        ("Experience of teaching groups", "Teach nurses to search, in groups", True),
        ("Has taught students", "Teach nurses to search", True),
        ("Catalogues of archives, maps and manuscripts", "Catalogue books", True),
        ("Experience of teaching groups", "Support guideline groups with evidence", False),
        ("Welsh language skills", "Keep web pages in both languages", False),
        ("Writes clear reports", "Support staff with reports", False),
        ("Evaluates websites", TRAINING, False),
        ("Cataloguing", "Order books", False),
        ("Knowledge of metadata", "Catalogue books", True),
        ("Can train users", "Teach nurses to search", True),
        ("Answers reference queries", "Deal with enquiries from wards", True),
        ("Able to work without supervision", "Coach two assistants", False),
        ("Has done mandatory training", "Teach nurses to search", False),
        ("Critical appraisal skills", "Look after two people, including appraisal", False),
        ("Critical appraisal skills", "Teach finding and appraising evidence", True),
        ("Experience of staff appraisal", "Supervise two assistants", True),
        ("Experience of training groups", "Hold the budget for training materials", False),
        ("Able to teach groups", "Promote the service at inductions", False),
        ("Influences senior leaders", "Teach senior nurses", False),
        ("Knowledge for Healthcare", "Search healthcare databases", False),
        ("Experience as a library assistant", "Lead two library assistants", False),
    ],
)
def test_a_link_needs_a_telling_word(criterion, duty, linked):
    row = Criterion(10, "skills", True, criterion)
    assert ((10, 1) in suggested_links([row], [Duty(1, duty)])) == linked
    assert not suggested_links([replace(row, duties=(1,))], [Duty(1, duty)])


def test_a_word_of_many_duties_needs_another():
    duties = [Duty(n, f"Catalogue {what}") for n, what in enumerate(["maps", "books", "films"], 1)]
    criterion = Criterion(10, "skills", True, "Has catalogued maps")
    assert list(suggested_links([criterion], duties)) == [(10, 1)]


def test_two_who_tick_other_boxes_are_both_right():
    offered = ["1.1", "1.2", "2.1"]
    assert changed_cells(["1.1", "2.1"], ["1.1", "1.2"], offered) == ({"2.1"}, {"1.2"})
    assert changed_cells(["1.1", "9.9", "x"], ["", "1.1"], offered) == (set(), set())


def test_of_many_duties_those_that_share_most_are_suggested():
    duties = [Duty(n, f"Catalogue thesaurus {n}") for n in range(9)] + [
        Duty(9, "Catalogue a thesaurus of anatomy")
    ]
    criteria = [Criterion(1, "skills", True, "Catalogue a thesaurus of anatomy")]
    found = suggested_links(criteria, duties)
    assert len(found) <= MOST_SUGGESTED
    assert (1, 9) in found


def test_numbers_as_people_list_them():
    assert numbers_in(" 3, 7 and 9 to 11; 20–21 ", 21) == {3, 7, 9, 10, 11, 20, 21}
    assert numbers_in("", 5) == set()


@each("text", ["0", "6", "x", "1,five", "4-", "5-3", "1.5", "٣"])
def test_what_is_no_list_of_numbers(text):
    with pytest.raises(ValueError, match=r".+"):
        numbers_in(text, 5)
