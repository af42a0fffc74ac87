"""Which duties and criteria share words, and what ticked boxes change."""

import pytest

from vacancies.drafting.rules.draft import Criterion, Duty
from vacancies.drafting.rules.links import changed_cells, shared_words, suggested_links

TRAINING = "Plan, deliver and evaluate a programme of training"


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("Experience of delivering training to groups", TRAINING, ("delivering", "training")),
        (
            "Plans an evidence search",
            "Answers questions with evidence searches",
            ("evidence", "search"),
        ),
        ("Catalogues", "Cataloguing of books", ("catalogues",)),
        ("Communicates", "Supervision, communication", ("communicates",)),
        ("Knowledge of the work of the team", "Work with other teams; good knowledge", ()),
        ("Degree", "Order books", ()),
        ("", TRAINING, ()),
    ],
)
def test_words_are_shared_in_any_form(one, other, shared):
    assert shared_words(one, other) == shared


def test_a_link_needs_two_words_or_half_of_a_short_criterion():
    duties = (Duty(1, TRAINING), Duty(2, "Catalogue books"))
    criteria = (
        Criterion(10, "skills", True, "Experience of delivering training to groups"),
        Criterion(11, "skills", True, "Cataloguing"),
        Criterion(12, "skills", True, "Catalogues of archives, maps and manuscripts"),
        Criterion(13, "skills", True, "Cataloguing", duties=(2,)),
        Criterion(14, "skills", True, "Evaluates websites"),
    )
    found = suggested_links(criteria, duties)
    assert found == {
        (10, 1): ("delivering", "training"),
        (11, 2): ("cataloguing",),
        (14, 1): ("evaluates",),
    }


def test_two_who_tick_other_boxes_are_both_right():
    offered = ["1.1", "1.2", "2.1"]
    assert changed_cells(["1.1", "2.1"], ["1.1", "1.2"], offered) == ({"2.1"}, {"1.2"})
    assert changed_cells(["1.1", "9.9", "x"], ["", "1.1"], offered) == (set(), set())
