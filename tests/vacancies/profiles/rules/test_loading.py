"""The reference data as a whole: complete, sourced, read once."""

import tomllib

from tests.each import each
from vacancies.profiles.rules import loading

RULES = tomllib.loads((loading.DATA / "matching_rules.toml").read_text(encoding="utf-8"))["rules"]


def test_rules_run_from_mr01_to_mr14():
    assert [rule["id"] for rule in RULES] == [f"MR{n:02}" for n in range(1, 15)]


def test_every_rule_says_what_it_is_and_how_well_it_is_known():
    for rule in RULES:
        assert all(rule[key] for key in ("name", "summary", "source", "strength")), rule["id"]
        assert rule["summary"].endswith("."), rule["id"]


def test_rules_known_from_memory_alone_are_not_confirmed():
    unconfirmed = [rule["id"] for rule in RULES if not rule["confirmed"]]
    assert unconfirmed == ["MR03", "MR06", "MR08"]


def test_titles_without_levels_have_a_known_band_or_none():
    titles = loading.profile_titles()
    assert len(titles) == 25
    for title in titles:
        assert title.source
        assert title.use
        if title.band and not title.band.endswith("and above"):
            assert loading.bands().covering(title.band)


def test_no_title_of_the_library_family_is_confirmed():
    family = [title for title in loading.profile_titles() if title.family == "information services"]
    assert len(family) == 6
    assert not any(title.confirmed for title in family)
    assert all(title.note for title in family)


def test_currency_notes_have_sources():
    notes = loading.currency_notes()
    assert any("fact band-1-closed" in note.text for note in notes)
    assert all(note.source for note in notes)


@each("read", [loading.scheme, loading.bands, loading.limits, loading.profiles])
def test_each_file_is_read_once(read):
    assert read() is read()
