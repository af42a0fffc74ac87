"""How the suite is ordered, and what goes where."""

from itertools import chain
from types import SimpleNamespace

import pytest

from tests import passes
from tests.statements import Noting, saying_something_new


def item(name, *marks):
    return SimpleNamespace(name=name, get_closest_marker=lambda kind: kind in marks or None)


def test_slow_tests_come_first_kind_by_kind_and_stay_in_the_order_given():
    items = [
        item("short"),
        item("word", "openxml"),
        item("every address", "wide"),
        item("journey", "browser", "wide"),
        item("shorter"),
        item("sheet", "pdfua"),
        item("walk", "browser"),
        item("shortest"),
    ]
    passes.slow_first(items, workers=1)
    named = " ".join(one.name for one in items)
    assert named == "journey walk sheet word short shorter shortest every address"


def test_what_is_wide_begins_where_the_second_worker_does():
    items = [item("every address", "wide"), item("journey", "browser"), *map(item, "abcd")]
    passes.slow_first(items, workers=2)
    assert [one.name for one in items] == ["journey", "a", "b", "every address", "c", "d"]


def test_no_plugin_puts_a_short_test_before_what_has_something_to_start(request):
    """pytest-django would put what is rolled back before the journeys."""
    starts = [any(map(item.get_closest_marker, passes.SLOW)) for item in request.session.items]
    assert starts == sorted(starts, reverse=True)


def test_each_file_that_a_pass_names_is_there():
    named = (passes.DIFFERS_ON_POSTGRES, passes.LOOKED_AT, passes.WHOLE_WAYS, passes.WIDE)
    gone = [start for start in chain(*named) if not [*passes.HERE.glob(f"{start}*")]]
    assert gone == []


def test_what_looks_at_a_drawn_page_meets_no_database_but_whole_ways_do():
    def meets(path, *marks):
        known = {"path": passes.HERE / path, "fixturenames": ["db"]}
        return passes.meets_database(SimpleNamespace(**known, get_closest_marker=marks.count))

    assert not meets("journeys/test_pages.py")
    assert meets("journeys/test_whole_job.py")
    assert meets("accounts/test_sign_in.py")
    assert not meets("accounts/test_sign_in.py", "pdfua")


def test_of_tests_that_say_the_same_one_is_asked_on_postgresql():
    notes = {"made": "ab", "same": "ba", "more": "abc", "other": "c", "most": "bcde", "none": ""}
    notes = {test: frozenset(said) for test, said in notes.items()}
    rest = [*notes.keys() - {"made"}, "unknown"]
    assert saying_something_new(rest, ["made"], notes) == {"most", "none", "unknown"}


def test_what_postgresql_minds_makes_a_statement_another_one():
    def say(*values, fails=False):
        def execute(*_):
            assert not fails

        noting.hear(execute, f"SELECT {', '.join(['%s'] * len(values))}", values, False, {})

    noting = Noting()
    for alike in (1, 2), (1, 2, 3), (None, 4):
        say(*alike)
    assert len(noting.said) == 1
    for number, value in enumerate((2**40, "a", "a" * 300, "a\0", True), 2):
        say(value)
        assert len(noting.said) == number
    noting.locks = True
    say(1)
    say(1)
    with pytest.raises(AssertionError):
        say(1, fails=True)
    assert len(noting.said) == number + 2
