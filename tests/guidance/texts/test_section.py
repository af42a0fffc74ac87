"""Where a page stands among the pages of its section."""

from guidance.texts.rules.section import Entry, in_reading_order, place_of


def entry(key: int, parent: int | None, order: int, path: str) -> Entry:
    return Entry(id=key, parent_id=parent, order=order, path=path, text=path, description="")


TOP = entry(1, None, 0, "a")
FIRST = entry(2, 1, 10, "a/z")
INNER = entry(3, 2, 10, "a/z/y")
SECOND = entry(4, 1, 20, "a/c")
THIRD = entry(5, 1, 20, "a/d")
ENTRIES = [THIRD, INNER, TOP, SECOND, FIRST]


def test_reading_goes_in_depth_by_order_then_address():
    order = [TOP, FIRST, INNER, SECOND, THIRD]
    for before, page, after in zip([None, *order], order, [*order[1:], None], strict=False):
        place = place_of(page.id, ENTRIES)
        assert (place.previous, place.next) == (before, after)


def test_above_beneath_and_beside():
    place = place_of(INNER.id, ENTRIES)
    assert place.trail == [("Home", "/"), TOP, FIRST]
    assert place.siblings == (INNER,)
    assert place_of(TOP.id, ENTRIES).children == (FIRST, SECOND, THIRD)
    assert place_of(SECOND.id, ENTRIES).siblings == (FIRST, SECOND, THIRD)


def test_a_page_at_the_top_has_no_siblings():
    assert place_of(TOP.id, ENTRIES).siblings == ()


def test_a_page_whose_parent_is_off_the_site_stands_at_the_top():
    place = place_of(INNER.id, [TOP, SECOND, INNER])
    assert place.above == ()
    assert place.next is None
    depths = [(page.id, depth) for page, depth in in_reading_order([TOP, SECOND, INNER])]
    assert depths == [(1, 0), (4, 1), (3, 0)]


def test_an_address_has_slashes_around_it():
    assert INNER.address == "/a/z/y/"
