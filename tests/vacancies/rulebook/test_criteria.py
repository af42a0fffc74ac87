"""Person specifications in all their forms."""

from tests.each import each
from vacancies.rulebook.document import Document

LEVELS = {True: "e", False: "d", None: ""}


def criteria(text: str, kind: str = "all") -> list[tuple[str, str]]:
    return [
        (LEVELS[found.essential], text[found.start : found.end])
        for found in Document(text, kind).criteria
    ]


BOTH = [("e", "Can spell"), ("d", "Knows Latin")]


@each(
    "text",
    [
        "Essential\n- Can spell\nDesirable\n- Knows Latin",
        "ESSENTIAL CRITERIA\n1. Can spell\n\nDESIRABLE CRITERIA\n1. Knows Latin",
        "Essential criteria:\r\n• Can spell\r\nDesirable criteria:\r\n• Knows Latin\r\n",
        "Essential requirements\nCan spell\nDesirable requirements\nKnows Latin",
        "Person specification\n\nCan spell (E)\nKnows Latin (D)",
        "Person specification\n\nCan spell [Essential]\nKnows Latin [Desirable]",
        "Person specification\n\nE: Can spell\nD: Knows Latin",
        "Person specification\n\nE1 Can spell\nD1 Knows Latin",
        "Essential: Can spell\nDesirable: Knows Latin",
        "Essential\tDesirable\nCan spell\tKnows Latin",
        "Area\tEssential criteria\tDesirable criteria\nSkills\tCan spell\tKnows Latin",
        "Area\tEssential\tDesirable\tHow\nCan spell\t✓\t\tA/I\nKnows Latin\t\t✓\tA",
        "Criterion\tE/D\tAssessed by\nCan spell\tE\tA\nKnows Latin\tD\tI",
        "Criterion\tE\tD\nCan spell\tX\t\nKnows Latin\t\tX",
        "Criterion\tA\tD\nCan spell\tx\t\nKnows Latin\t\tx",
        "Essential\nSkills\n- Can spell\nDesirable\nExperience\n- Knows Latin",
        "Skills\nEssential\n- Can spell\nDesirable\n- Knows Latin",
        "Person specification\nE = essential, D = desirable\nCan spell (E)\nKnows Latin (D)",
    ],
)
def test_reads_each_form(text):
    assert criteria(text) == BOTH


def test_what_a_heading_leaves_open_is_essential_beside_what_is_desirable():
    document = Document("You will need\n- Can spell\nIt would help if you have\n- Knows Latin")
    assert [len(document.essential), len(document.desirable)] == [1, 1]


def test_both_levels_on_one_line():
    text = "Essential: can spell. Desirable: knows Latin"
    assert criteria(text) == [("e", "can spell."), ("d", "knows Latin")]


def test_several_items_in_one_cell():
    text = "Area\tEssential\tDesirable\nSkills\tCan spell\vCan count\tKnows Latin"
    assert criteria(text) == [("e", "Can spell"), ("e", "Can count"), ("d", "Knows Latin")]


def test_items_without_a_mark_count_only_where_none_has_one():
    assert criteria("Person specification\nCan spell\nCan count", "ps") == [
        ("", "Can spell"),
        ("", "Can count"),
    ]
    assert criteria("Person specification\nYour abilities\nCan spell (E)", "ps") == BOTH[:1]


@each(
    "text",
    [
        "It is essential that you can spell.",
        "Main duties\n- Run the desk\n- Keep essential records",
        "A good sentence.\nE",
        "Essential\n",
    ],
)
def test_no_criteria(text):
    assert criteria(text) == []


def test_another_section_ends_the_specification():
    assert criteria("Essential\n- Can spell\n\nHow to apply\n- Send a form") == BOTH[:1]
