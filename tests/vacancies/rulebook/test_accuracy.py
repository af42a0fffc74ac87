"""The measuring itself: how marks are read, how claims are counted, what is printed."""

import pytest

from tests.each import each
from tests.vacancies.rulebook.gold.accuracy import Figures, accuracy
from tests.vacancies.rulebook.gold.marked import Expected, gold_texts, read
from tests.vacancies.rulebook.gold.table import table

HEAD = "kind: advert\nwhole: D4 B5+B13\nunsure: C2\n---\n"


def advert(words: str, whole: str = "", unsure: str = "") -> str:
    return f"kind: ps\nwhole: {whole}\nunsure: {unsure}\n---\n{words}"


def test_marks_lie_in_one_another_and_leave_the_text_whole():
    gold = read("name", HEAD + "[[C1|You [[C9|liaise]] a lot]] [sic].")
    assert gold.text == "You liaise a lot [sic]."
    assert gold.kind == "advert"
    assert gold.unsure == {"C2"}
    assert gold.expected == (
        Expected(frozenset({"D4"}), 0, 0),
        Expected(frozenset({"B5", "B13"}), 0, 0),
        Expected(frozenset({"C1"}), 0, 16),
        Expected(frozenset({"C9"}), 4, 10),
    )


@each("content", ["kind: ps", "band: 3\n---\nText", HEAD + "[[C1|open", HEAD + "[[C1 no bar]]"])
def test_a_badly_marked_text_is_refused_without_its_words(content):
    with pytest.raises(ValueError, match=r"^name: ") as refused:
        read("name", content)
    assert "bar]]" not in str(refused.value)


def test_there_is_no_third_half():
    with pytest.raises(ValueError, match="no half"):
        gold_texts("..")


def test_a_found_a_false_and_a_missed_claim():
    words = "Person specification\n\nEssential\n- [[A9|Passionate]] about respect\n- Team player\n"
    words += "- Can add [[A4|quickly]]\n"
    found = accuracy([read("text", advert(words))])
    assert found.figures["A9"] == Figures(right=1, wrong=1)
    assert found.figures["A4"] == Figures(missed=1)
    assert found.overall == Figures(right=1, wrong=1, missed=1)
    assert found.overall.precision == 0.5
    assert found.overall.recall == 0.5
    assert not found.clean


def test_a_fact_reported_twice_is_right_once():
    words = "Person specification\n\nEssential\n- [[A9|Passionate team player with respect]]\n"
    assert accuracy([read("text", advert(words))]).figures["A9"] == Figures(right=1, wrong=1)


def test_what_a_reader_could_not_decide_counts_neither_way():
    words = "Person specification\n\nEssential\n- Passionate about respect\n"
    assert accuracy([read("text", advert(words, unsure="A9"))]).overall == Figures()


def test_a_mark_of_the_whole_text_answers_wherever_the_finding_points():
    items = "".join(f"- Can do task {n} with respect\n" for n in range(13))
    words = "Person specification\n\nEssential\n" + items
    assert accuracy([read("text", advert(words, whole="A5"))]).figures["A5"] == Figures(right=1)


def test_a_share_of_nothing_is_no_share():
    assert Figures().precision is None
    assert Figures().recall is None


def test_the_table_shows_numbers_and_never_a_text_or_its_name():
    words = "Person specification\n\nEssential\n- [[A9|Passionate]] respect\n- [[A4|Zebra]]\n"
    lines = list(table("held_back", accuracy([read("31_secret", advert(words))])))
    assert lines[2].split() == ["all", "1", "0", "1", "1.000", "0.500"]
    assert not {"secret", "Passionate", "Zebra"} & set(" ".join(lines).replace("_", " ").split())
