"""How the suite is ordered."""

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


def test_each_file_that_differs_on_postgresql_is_there():
    gone = [start for start in passes.DIFFERS_ON_POSTGRES if not [*passes.HERE.glob(f"{start}*")]]
    assert gone == []
