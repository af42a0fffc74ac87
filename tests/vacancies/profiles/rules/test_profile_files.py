"""Profiles in a file, read row by row: every value arrives, and what is wrong has a place."""

from datetime import date

import pytest

from tests.each import each
from tests.vacancies.profile_files import CODES, GOOD, as_csv
from vacancies.profiles.rules import profile_files
from vacancies.profiles.rules.loading import bands, scheme
from vacancies.profiles.rules.profile_files import MOST_BYTES, FileError, read_profiles

ALL = {
    **GOOD,
    "note": "Read with the\nfactor plan, part 2",
    "replaces": "ILL-LIB-5",
    "F1": " 2 - 3ab ",
}
LABELS = "\n".join(f'{code} = "2-3ab"' for code in CODES)


def read(data, name="profiles.csv"):
    return read_profiles(data, name, scheme(), bands())


def in_toml(*lines):
    given = ('id = "A-1"', 'title = "Librarian"', *lines)
    return "[[profiles]]\n{}\n[profiles.labels]\n{}\n".format("\n".join(given), LABELS).encode()


def test_every_value_of_a_row_arrives():
    (found,), bad = read(as_csv(ALL))
    assert bad == ()
    assert (found.place, found.code, found.title) == ("Row 3", "NP-KS-6", "Knowledge specialist")
    assert (found.band, found.status, found.source) == ("6", "national", "NHS Employers")
    assert (found.edition, found.note) == ("October 2015", ALL["note"])
    assert (found.replaces, found.read_on) == ("ILL-LIB-5", date(2026, 11, 1))
    assert found.confirmed is True
    assert found.labels == {**dict.fromkeys(CODES, "2-3ab"), "F1": "2 - 3ab"}


def test_every_value_of_a_table_in_toml_arrives():
    written = ("band = 6", 'status = "National"', 'source = "S"', "edition = 2015")
    written += ('note = "N"', 'replaces = "R"', "read_on = 2026-11-01", "confirmed = true")
    (found,), bad = read(in_toml(*written), "Profiles.TOML")
    assert bad == ()
    assert (found.place, found.code, found.title) == ("Profile 1", "A-1", "Librarian")
    assert (found.band, found.status, found.source) == ("6", "national", "S")
    assert (found.edition, found.note, found.replaces) == ("2015", "N", "R")
    assert (found.read_on, found.confirmed) == (date(2026, 11, 1), True)


@each(
    "value, day",
    [("2027-03-31", True), ("2027-03-31T09:00:00", True), ('"31/03/2027"', True), ('""', False)],
)
def test_a_day_may_be_written_in_several_ways(value, day):
    (found,), _ = read(in_toml("band = 6", f"read_on = {value}"), "p.toml")
    assert found.read_on == (date(2027, 3, 31) if day else None)


@each("written", ["03/31/2027", "31.03.2027", "2027-02-30"])
def test_what_is_no_day_is_named(written):
    found, (bad,) = read(as_csv({**GOOD, "read_on": written}))
    assert (found, bad.place) == ((), "Row 2")
    assert f"“{written}”" in bad.sentence


def test_headings_may_have_spaces_and_capitals_and_any_order():
    columns = [*reversed(CODES), "Read on", " BAND ", "Title", "Code"]
    values = [*["2"] * len(CODES), "2026-11-01", "6", "Librarian", "A-1"]
    lines = (",".join(columns).replace("F1,", "f1,"), ",".join(values))
    (found,), bad = read("\n".join(lines).encode())
    assert bad == ()
    assert (found.code, found.read_on) == ("A-1", date(2026, 11, 1))
    assert (found.status, found.confirmed, found.source) == ("illustrative", False, "")


def test_a_row_is_numbered_as_in_the_spreadsheet():
    data = as_csv(GOOD, {**GOOD, "code": "B", "F1": "9z"})
    head, first, second = data.splitlines(keepends=True)
    found, (bad,) = read(head + b",,,\r\n" + first + b"\r\n" + second)
    assert [one.place for one in found] == ["Row 3"]
    assert bad.place == "Row 5"
    assert bad.sentence.startswith("F1 ")


def test_more_values_than_columns_are_a_fault_and_empty_cells_behind_are_none():
    head, first = as_csv(GOOD).splitlines()
    found, bad = read(head + b"\n" + first + b",, \n")
    assert (len(found), bad) == (1, ())
    found, (bad,) = read(head + b"\n" + first + b",,more\n")
    assert (found, bad.place) == ((), "Row 2")


def test_a_value_without_a_place_in_a_profile_is_named():
    found, (bad,) = read(in_toml("band = 6", 'colour = "green"'), "p.toml")
    assert (found, bad.place) == ((), "Profile 1")
    assert "“colour”" in bad.sentence


@each("value", ["10001", "-10001", "[6]", "1.5", "{a = 1}"])
def test_a_value_that_is_no_text_is_not_taken_for_one(value):
    found, bad = read(in_toml(f"band = {value}"), "p.toml")
    assert found == ()
    assert [one.place for one in bad] == ["Profile 1"]


def test_a_number_may_be_as_high_as_any_edition():
    (found,), _ = read(in_toml("band = 6", "edition = 10000"), "p.toml")
    assert found.edition == "10000"


def test_lines_may_end_as_on_an_old_macintosh():
    (found,), bad = read(as_csv(GOOD).replace(b"\r\n", b"\r"))
    assert (found.code, bad) == ("NP-KS-6", ())


def test_as_many_profiles_as_may_be_are_read_and_no_more(monkeypatch):
    monkeypatch.setattr(profile_files, "MOST_PROFILES", 2)
    two = [GOOD, {**GOOD, "code": "B"}]
    assert len(read(as_csv(*two))[0]) == 2
    with pytest.raises(FileError):
        read(as_csv(*two, {**GOOD, "code": "C"}))


def test_two_profiles_without_a_code_are_not_taken_for_one():
    one = in_toml("band = 6").replace(b'id = "A-1"\n', b"")
    found, bad = read(one + one.replace(b"[profiles.labels]", b"\n[profiles.labels]"), "p.toml")
    assert (found, [row.place for row in bad]) == ((), ["Profile 1", "Profile 2"])


def test_a_code_that_stands_twice_is_told_with_its_first_place():
    found, (bad,) = read(as_csv(GOOD, {**GOOD, "code": "np-ks-6"}, {**GOOD, "code": "B"}))
    assert [one.code for one in found] == ["NP-KS-6", "B"]
    assert bad.place == "Row 3"
    assert ("“np-ks-6”" in bad.sentence, "row 2" in bad.sentence) == (True, True)


@each("name, most", [("title", 200), ("edition", 60), ("source", 5_000), ("note", 5_000)])
def test_a_text_may_be_as_long_as_its_column(name, most):
    found, bad = read(as_csv({**GOOD, name: "x" * most}))
    assert (len(found), bad) == (1, ())
    found, (bad,) = read(as_csv({**GOOD, name: "x" * (most + 1)}))
    assert (found, name in bad.sentence, str(most) in bad.sentence) == ((), True, True)


@each(
    "data, name, sentence",
    [
        (b"", "profiles.csv", "The file is empty."),
        (b"  \n \n", "profiles.csv", "The file is empty."),
        (b"PK\x03\x04 and more", "profiles.csv", "This is not a CSV or TOML file."),
        (b"%PDF-1.7", "profiles.csv", "This is not a CSV or TOML file."),
        (b"\xff\xfe\x00c", "profiles.csv", "The file is not UTF-8 text."),
        (b"code\x00,title", "profiles.csv", "The file contains characters that are not text."),
        (b"x" * (MOST_BYTES + 1), "profiles.csv", "The file is larger than 500 kB."),
        (b"code,title\nA,B\n", "profiles.csv", "Columns are missing: band, F1"),
        (b"code,colour\n", "profiles.csv", "There is no column “colour”."),
        (b"code,code\n", "profiles.csv", "The column “code” is there twice."),
        (as_csv(GOOD).splitlines()[0], "profiles.csv", "There is no profile in the file."),
        (b'"' + b"x" * 200_000, "profiles.csv", "cannot be read as CSV."),
        (b"[[profiles", "profiles.toml", "The file cannot be read as TOML:"),
        (b"a = " + b"9" * 5000, "profiles.toml", "The file cannot be read as TOML:"),
        (b"a = " + b"[" * 50_000, "profiles.toml", "The file cannot be read as TOML:"),
        (b"title = 1\n", "profiles.toml", "A TOML file has its profiles as [[profiles]]."),
    ],
)
def test_a_strange_file_is_refused_in_words(data, name, sentence):
    with pytest.raises(FileError) as refused:
        read(data, name)
    assert sentence in str(refused.value)


@each(
    "data, faults",
    [
        (b"profiles = [1]\n", 3 + 1 + 16),
        (b"profiles = [{labels = 0xffff, band = []}]\n", 2 + 1 + 16),
    ],
)
def test_a_profile_of_another_shape_has_faults(data, faults):
    found, bad = read(data, "p.toml")
    assert (found, {one.place for one in bad}) == ((), {"Profile 1"})
    assert len(bad) == faults


@each(
    "typed, band",
    [
        ("Band 5", "5"),
        ("band 8A", "8a"),
        ("  BAND: 7 ", "7"),
        ("AfC band 6", "6"),
        ("Band8b", "8b"),
        ("5", "5"),
        ("bandit 5", None),
        ("Band", None),
    ],
)
def test_a_band_may_be_written_out(typed, band):
    found, bad = read(as_csv({**GOOD, "band": typed}))
    assert [profile.band for profile in found] == ([band] if band else [])
    assert bool(bad) is (band is None)
