"""How the suite is ordered, and what goes where."""

from itertools import chain
from types import SimpleNamespace

from tests import passes


def item(name, *marks):
    return SimpleNamespace(name=name, get_closest_marker=lambda kind: kind in marks or None)


def test_slow_tests_come_first_kind_by_kind_and_stay_in_the_order_given():
    items = [
        item("short"),
        item("word", "openxml"),
        item("journey", "browser"),
        item("shorter"),
        item("sheet", "pdfua"),
        item("walk", "browser"),
    ]
    passes.slow_first(items)
    assert [one.name for one in items] == ["journey", "walk", "sheet", "word", "short", "shorter"]


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
