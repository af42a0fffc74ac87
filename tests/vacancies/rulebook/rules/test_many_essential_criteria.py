"""A5: too many essential criteria."""

from tests.vacancies.rulebook.report import desirable, essential, hits
from vacancies.rulebook.check import check

RULE = "A5"
ITEMS = tuple(f"Can do the task called {name}" for name in "abcdefghijklmnopq")


def test_fires_at_the_first_item_beyond_the_limit():
    assert hits(RULE, essential(*ITEMS[:13]), "ps") == [ITEMS[12]]


def test_says_how_many_in_words():
    messages = [f.message for f in check(essential(*ITEMS), "ps").findings if f.rule == RULE]
    assert len(messages) == 1
    assert "17 essential criteria" in messages[0]
    assert "far more" in messages[0]


def test_stays_silent_at_the_limit():
    assert hits(RULE, essential(*ITEMS[:12]), "ps") == []


def test_desirable_items_do_not_count():
    assert hits(RULE, essential("Kind") + desirable(*ITEMS), "ps") == []
