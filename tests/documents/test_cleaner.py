import pytest

from kls_portal.documents.cleaner import (
    LONGEST_RUN,
    MOST_MARKS,
    ZERO_WIDTH_SPACE,
    Cleaner,
    default_cleaner,
)
from tests.documents.hostile import HOSTILE
from tests.each import each

ACUTE, GRAVE, JOINER = "\u0301", "\u0300", "\u200d"
LATIN = {*map(ord, "abcdefghijklmnopqrstuvwxyz -/\ufffd"), ord(ACUTE)}
OTHER = {*map(ord, "אבג"), ord(GRAVE)}


@pytest.fixture
def cleaner() -> Cleaner:
    """Knows a small Latin family with one mark and another with another mark."""
    return Cleaner([LATIN, OTHER])


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("plain words", "plain words"),
        ("a\nb", "a\nb"),
        ("a図b", "a\ufffdb"),
        ("א", "א"),
        # The mark is printed by the family of its base or not at all.
        (f"q{ACUTE}", f"q{ACUTE}"),
        (f"q{GRAVE}", "q"),
        (f"א{GRAVE}", f"א{GRAVE}"),
        (f"א{ACUTE}", "א"),
        (f"図{ACUTE}", "\ufffd"),
        # A mark without a base has nothing to stand on.
        (ACUTE * 3, ""),
        (f"\n{ACUTE}a", "\na"),
        # What a joiner ties together is parted where no family has both.
        (f"a{JOINER}א", "aא"),
        (f"a{JOINER}b", f"a{JOINER}b"),
        (JOINER, ""),
        # Styled letters become plain ones.
        ("ａ𝐛", "ab"),
        ("a\ufe0f\u200eb\u061c", "ab"),
    ],
)
def test_text(cleaner, text, wanted):
    assert cleaner.text(text) == wanted


def test_a_tower_of_marks_is_kept_low(cleaner):
    assert cleaner.text("q" + ACUTE * 9) == "q" + ACUTE * MOST_MARKS


def test_a_long_run_gets_places_to_break_and_a_shorter_one_stays_whole(cleaner):
    assert cleaner.text("x" * LONGEST_RUN) == "x" * LONGEST_RUN
    broken = cleaner.text("x" * 500)
    assert broken.replace(ZERO_WIDTH_SPACE, "") == "x" * 500
    assert max(map(len, broken.split(ZERO_WIDTH_SPACE))) <= LONGEST_RUN


def test_an_ordinary_address_stays_whole():
    address = "https://www.example.org/our-long-section/and-its-longer-page"
    assert default_cleaner().text(address) == address


def test_a_long_run_never_parts_a_mark_from_its_base(cleaner):
    pieces = cleaner.text(f"q{ACUTE}" * 40).split(ZERO_WIDTH_SPACE)
    assert len(pieces) > 1
    assert not any(piece.startswith(ACUTE) for piece in pieces)


def test_deep_cleans_every_string_and_nothing_else(cleaner):
    data = {"a": ["x\x00", {"b": "図"}, 3, True, None], "c": ("y",)}
    assert cleaner.deep(data) == {"a": ["x", {"b": "\ufffd"}, 3, True, None], "c": ["y"]}


@each("text", HOSTILE.values())
def test_cleaning_twice_changes_nothing_more(text):
    once = default_cleaner().text(text).replace(ZERO_WIDTH_SPACE, "")
    assert default_cleaner().text(once).replace(ZERO_WIDTH_SPACE, "") == once


def test_names_and_emoji_come_through():
    for name in ("names", "hebrew"):
        assert default_cleaner().text(HOSTILE[name]) == HOSTILE[name]
    assert default_cleaner().text("📚 👩🏽‍🏫 🇬🇧") == "📚 👩🏽‍🏫 🇬🇧"
