"""Duties under the names of their groups, and what a post is like."""

from hypothesis import given
from hypothesis import strategies as st

from vacancies.drafting.rules.draft import Duty
from vacancies.posts.rules import ALONE, BY_SLUG, MANAGES, by_group, traits_of_post


def shown(*names: str) -> list[tuple[str, int, list[int]]]:
    groups = by_group([Duty(number, "x", name) for number, name in enumerate(names, start=1)])
    return [(group.name, group.start, [row.id for row in group.rows]) for group in groups]


def test_a_group_stands_where_its_first_duty_stands():
    assert shown("Teaching", "Evidence", "Teaching") == [
        ("Teaching", 1, [1, 3]),
        ("Evidence", 3, [2]),
    ]


def test_case_and_spaces_tell_no_groups_apart():
    assert shown("Teaching", " teaching ", "TEACHING") == [("Teaching", 1, [1, 2, 3])]


def test_duties_without_a_group_stand_together():
    assert shown("", "Teaching", "") == [("", 1, [1, 3]), ("Teaching", 3, [2])]


def test_no_duties_make_no_group():
    assert shown() == []


@given(st.lists(st.text(max_size=3), max_size=12))
def test_every_duty_is_shown_once_and_numbered_through(names):
    groups = shown(*names)
    ids = [pk for _, _, rows in groups for pk in rows]
    assert sorted(ids) == list(range(1, len(names) + 1))
    for _, start, rows in groups:
        assert ids[start - 1] == rows[0]
        assert rows == sorted(rows)


def test_what_a_post_is_like_follows_from_its_answers_and_its_contract():
    none = {"manages_people": False, "works_alone": False, "contract": ""}
    assert traits_of_post(**none) == ()
    assert traits_of_post(**none | {"manages_people": True}) == (MANAGES,)
    assert traits_of_post(**none | {"works_alone": True, "contract": "permanent"}) == (ALONE,)
    for contract in ("apprenticeship", "volunteer"):
        (slug,) = traits_of_post(**none | {"contract": contract})
        assert slug in BY_SLUG
