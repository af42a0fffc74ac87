"""Where sentences begin and end."""

from tests.each import each
from vacancies.rulebook.document import Document


def sentences(text: str) -> list[str]:
    return [text[found.start : found.end] for found in Document(text).sentences]


@each(
    "text",
    [
        "We use tools, e.g. a catalogue, i.e. a list.",
        "Ask Dr. Bell about it.",
        "The fee is £25.50 a week.",
        "J. Smith runs it.",
        "It opens at 9 a.m. every day.",
        "See no. 5 in the list.",
        "St. Ann's Hospital is near.",
        "See www.Example.nhs.uk and write to jo.Smith@nhs.net today.",
        "We meet on Fri. 3 Jan. 2027 there.",
    ],
)
def test_one_sentence(text):
    assert sentences(text) == [text]


@each(
    "text, found",
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("Open Mon to Fri. You lend books.", ["Open Mon to Fri.", "You lend books."]),
        ("You sit here.You teach.", ["You sit here.", "You teach."]),
        ("Help those who ask. eBooks are here.", ["Help those who ask.", "eBooks are here."]),
        ("Books, maps etc. You lend them.", ["Books, maps etc.", "You lend them."]),
        ("He said “stop.” Then he left.", ["He said “stop.”", "Then he left."]),
        ("- run the desk\n- help readers", ["run the desk", "help readers"]),
        ("1. Run the desk\n2) Help readers\n(a) Rest", ["Run the desk", "Help readers", "Rest"]),
        ("MAIN DUTIES\nYou run the desk.", ["You run the desk."]),
        ("A line that\ngoes on here. End.", ["A line that\ngoes on here.", "End."]),
        ("Books\tMaps here\tLoans", ["Books", "Maps here", "Loans"]),
        ("", []),
        ("... !!! ???", []),
    ],
)
def test_cut(text, found):
    assert sentences(text) == found


@each("end", ["\n", "\r\n", "\r", "\u2028", "\x85"])
def test_every_line_end_divides_list_items(end):
    assert sentences(f"• Run the desk{end}• Help readers") == ["Run the desk", "Help readers"]


def test_finds_the_sentence_at_a_place():
    document = Document("One is here. Two is there.")
    found = document.sentence_at(15)
    assert found is not None
    assert document.text[found.start : found.end] == "Two is there."
    assert document.sentence_at(99) is None
