"""Syllables of a word."""

from kls_portal.readability import syllables
from tests.each import each


@each(
    "word, count",
    [
        ("the", 1),
        ("desk", 1),
        ("people", 2),
        ("library", 3),
        ("librarian", 4),
        ("wanted", 2),
        ("based", 1),
        ("service", 2),
        ("education", 4),
        ("medical", 3),
        ("reading", 2),
        ("evidence", 3),
        ("area", 3),
        ("table", 2),
        ("science", 2),
        ("quiet", 2),
        ("hospital", 3),
        ("knowledge", 2),
        ("information", 4),
        ("experience", 4),
        ("responsible", 4),
        ("2026", 1),
        ("nurse", 1),
        ("catalogue", 3),
        ("manager", 3),
        ("staff", 1),
        ("clinical", 3),
        ("", 1),
        ("searches", 2),
        ("makes", 1),
        ("essential", 3),
        ("various", 3),
        ("patient", 2),
    ],
)
def test_syllables(word, count):
    assert syllables(word) == count
