"""Traps of real NHS texts: what looks like a fault and is none, each by itself."""

from tests.each import each
from tests.vacancies.rulebook.report import desirable, essential, hits
from vacancies.rulebook.check import check


@each(
    "text",
    ["You share in closing the library on 24 December.", "The library closes on 24 December."],
)
def test_closing_the_library_is_no_closing_date(text):
    assert hits("D4", text, "advert") == [""]


@each("words", ["full-time equivalent", "whole time equivalent", "1.0 FTE"])
def test_full_time_equivalent_is_no_equivalent_experience(words):
    assert hits("A2", essential(f"A degree ({words} post)"), "ps") == ["degree"]


@each(
    "table, level",
    [
        ("Criteria\tE/D\nA degree\t{}\nCan count\tE\n", "E"),
        ("Criteria\tEssential criteria\tDesirable criteria\nTraining\tA degree\tA course\n", ""),
        ("Item\tA\tD\nA degree\tX\t\nCan count\tX\t\nCan sing\t\tX\n", ""),
        ("Item\tE\tD\nA degree\tX\t\nCan sing\t\tX\n", ""),
    ],
)
def test_columns_however_they_are_called(table, level):
    assert hits("A1", table.format(level), "ps") == ["degree"]


@each(
    "table",
    [
        "Criteria\tE/D\nA degree\tD\nCan count\tE\n",
        "Item\tA\tD\nA degree\t\tX\nCan count\tX\t\n",
        "Criteria\tEssential criteria\tDesirable criteria\nTraining\tCan count\tA degree\n",
    ],
)
def test_the_other_column_of_the_same_tables(table):
    assert hits("A1", table, "ps") == []


@each("name", ["Christchurch", "Shefford", "Ashe Hall", "Manchester"])
def test_names_are_no_fault(name):
    assert check(f"You work at {name} Hospital.", "all").findings == ()


@each(
    "words", ["You organise a programme.", "You catalogue grey literature.", "Enrol at the centre."]
)
def test_british_spelling_is_no_fault(words):
    assert [f.rule for f in check(words, "all").findings] == []


def test_a_list_item_without_a_full_stop_is_a_sentence_of_its_own():
    items = "".join(f"- Helps readers of group {n} find what they need\n" for n in range(9))
    assert hits("C1", f"Main duties\n{items}", "jd") == []


def test_a_fact_is_found_once():
    text = essential("A degree in librarianship") + "\n" + desirable("Can sing")
    shown = [f for f in check(text, "ps").findings if f.excerpt == "degree"]
    assert [(f.rule, f.also) for f in shown] == [("A1", ("A2",))]
