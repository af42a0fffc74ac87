"""The parts of a document."""

from tests.each import each
from tests.vacancies.rulebook.report import duties, essential
from vacancies.rulebook.document import Document


def test_offsets_survive_letters_whose_lower_case_is_longer():
    document = Document("İİİ He runs it.")
    assert len(document.folded) == len(document.text)
    assert document.folded[4:6] == "he"


@each(
    "heading",
    [
        "Main duties",
        "KEY RESPONSIBILITIES",
        "Duties and responsibilities:",
        "1. Main duties of the post",
        "What you will do",
        "Main tasks",
    ],
)
def test_duties_under_each_heading(heading):
    text = f"{heading}\n- Run the desk\n- Help readers\n\nPerson specification\n- Can spell\n"
    document = Document(text)
    assert [text[d.start : d.end] for d in document.duties] == ["Run the desk", "Help readers"]


def test_lines_wrapped_at_a_width_are_one_item():
    text = (
        "Main duties\n- Run the desk on the ground floor of the library and be\n"
        "  there for readers when they come in\n- Help readers\n"
    )
    assert len(Document(text).duties) == 2


@each(
    "text",
    [
        "Northfield Hospitals NHS Foundation Trust",
        "Northfield NHS Foundation Trust\nLibrary and Knowledge Service\nTrust HQ, Hill Road",
        "",
    ],
)
def test_a_letterhead_lacks_nothing(text):
    assert not any(Document(text, kind).demands(["jd", "ps", "advert"]) for kind in ("jd", "all"))


def test_a_text_of_any_kind_is_held_to_what_it_looks_like():
    assert Document(duties("Run the desk")).demands(["jd"])
    assert not Document(duties("Run the desk")).demands(["advert"])
    assert Document(essential("Can spell")).demands(["ps"])
    assert not Document(essential("Can spell")).demands(["jd"])
    assert not Document("We are looking for a librarian. Apply by 3 July.").demands(["jd"])


def test_quotations():
    text = 'They say “he runs” and "she runs" but it\'s his.'
    document = Document(text)
    assert [text[q.start : q.end] for q in document.quoted] == ["“he runs”", '"she runs"']


def test_denials_reach_no_further_than_the_sentence():
    from vacancies.rulebook.finding import Span

    text = "You do not need a car. A car is nice. A bike is not needed."
    document = Document(text)
    places = [text.index("a car"), text.index("A car"), text.index("A bike")]
    assert [document.is_denied(Span(p, p + 5)) for p in places[:2]] == [True, False]
    assert document.is_denied(Span(places[2], places[2] + 6))
