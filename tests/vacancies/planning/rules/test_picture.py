"""The timeline as a picture."""

from dataclasses import replace
from datetime import date

from tests.each import each
from tests.vacancies.planning.rules.plan import bare, taken_over
from vacancies.planning.rules.lines import NARROW, TOP, WIDE, lines, picture
from vacancies.planning.rules.timeline import Timeline

TODAY = date(2027, 2, 15)


def drawn(timeline, shape=WIDE, today=TODAY):
    return picture(lines(timeline, today), today, shape)


@each("shape", [WIDE, NARROW])
def test_steps_stand_in_order_of_time_within_the_picture(shape):
    timeline = taken_over(date(2027, 9, 6))
    found = drawn(timeline, shape)
    dated = [row for row in timeline.rows if row.day]
    assert len(found.marks) == len(dated)
    assert found.marks[0].x == shape.left
    assert found.marks[-1].x == shape.right
    for mark in found.marks:
        assert TOP < mark.y < found.height
        assert shape.left <= mark.start <= mark.x <= shape.right
    tops = [mark.y for mark in found.marks]
    assert tops == sorted(set(tops))


@each("shape, most", [(WIDE, 12), (NARROW, 5)])
def test_as_many_months_as_fit_with_the_year_in_january(shape, most):
    long = bare({"resigned": date(2026, 6, 15), "probation-passed": date(2028, 9, 15)})
    months = drawn(long, shape).months
    assert 1 < len(months) <= most
    assert [x for x, _ in months] == sorted({x for x, _ in months})
    short = drawn(bare({"opens": date(2026, 12, 15), "closes": date(2027, 2, 9)}), shape)
    assert [name for _, name in short.months] == ["Jan 2027", "Feb"]


def test_today_is_drawn_where_it_lies_within():
    timeline = bare({"opens": date(2027, 2, 1), "closes": date(2027, 3, 1)})
    assert drawn(timeline).today == (WIDE.left + WIDE.right) // 2
    assert drawn(timeline, today=date(2027, 3, 2)).today is None


@each("days", [{}, {"opens": TODAY}, {"opens": TODAY, "closes": TODAY}])
def test_there_is_no_picture_of_one_day(days):
    assert drawn(bare(days)) is None


@each("shape", [WIDE, NARROW])
def test_a_long_name_is_cut_before_the_date(shape):
    timeline = bare({"opens": date(2027, 2, 1), "closes": date(2027, 3, 1)})
    long = Timeline(
        tuple(replace(row, step=replace(row.step, name="Long " * 16)) for row in timeline.rows)
    )
    name = drawn(long, shape).marks[0].name
    assert len(name) <= shape.longest_name
    assert name.endswith("…")
