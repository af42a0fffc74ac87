"""Personal data is found, and the words of ordinary texts are left alone."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kls_portal.personal_data import SENTENCES, is_nhs_number, personal_data

EMAIL, PHONE, NHS, NAME = "email address", "telephone number", "NHS number", "name"
FOUND = {
    "Write to jane.smith@nhs.net.": [(EMAIL, "jane.smith@nhs.net")],
    "Library+desk@north-field.nhs.uk": [(EMAIL, "Library+desk@north-field.nhs.uk")],
    "Call 020 7946 0958 today": [(PHONE, "020 7946 0958")],
    "Ring (01632) 960001": [(PHONE, "(01632) 960001")],
    "Ring 01632-960-001": [(PHONE, "01632-960-001")],
    "Mobile 07700900123": [(PHONE, "07700900123")],
    "+44 (0)20 7946 0958": [(PHONE, "+44 (0)20 7946 0958")],
    "+447700900123": [(PHONE, "+447700900123")],
    "on extension 4321": [(PHONE, "extension 4321")],
    "bleep 123": [(PHONE, "bleep 123")],
    "943 476 5919": [(NHS, "943 476 5919")],
    "number 9434765919.": [(NHS, "9434765919")],
    "943.476.5919": [(NHS, "943.476.5919")],
    "943–476–5919": [(NHS, "943–476–5919")],
    "943  476  5919": [(NHS, "943  476  5919")],
    "NHS9434765919, no.9434765919": [(NHS, "9434765919"), (NHS, "9434765919")],
    "0161–496–0000": [(PHONE, "0161–496–0000")],
    "+33 1 42 68 53 00": [(PHONE, "+33 1 42 68 53 00")],
    "NHS number: 943 476 5918": [(NHS, "943 476 5918")],
    "Reports to Dr Jane O’Brien": [(NAME, "Dr Jane O’Brien")],
    "Mr. Smith signs": [(NAME, "Mr. Smith")],
    "Ms Jones-Lee, head of service": [(NAME, "Ms Jones-Lee")],
    "Professor SMITH": [(NAME, "Professor SMITH")],
    "Mrs Zoë Łukasz": [(NAME, "Mrs Zoë")],
    "Dr Patel Library Manager": [(NAME, "Dr Patel")],
    "For questions contact Jane Smith": [(NAME, "Jane Smith")],
    "Contact: Jane Smith or Mr Jones": [(NAME, "Jane Smith"), (NAME, "Mr Jones")],
    "Reports to: Ann Example": [(NAME, "Ann Example")],
    "Sarah Whitfield runs the library": [(NAME, "Sarah Whitfield")],
    "Covers for Mohammed Iqbal-Khan.": [(NAME, "Mohammed Iqbal-Khan")],
    "The lead (Priya Nair) decides": [(NAME, "Priya Nair")],
    "Agreed by David J. Okafor": [(NAME, "David J. Okafor")],
    "Peter JONES signs": [(NAME, "Peter JONES")],
    "JANE SMITH signs": [(NAME, "JANE SMITH")],
    "Margaret O’Neill’s team": [(NAME, "Margaret O’Neill")],
    "Helen Barker manages training": [(NAME, "Helen Barker")],
}
VACANCIES = Path(__file__).parent.parent / "vacancies"
CONTACTS = {
    "Sam Lowe",
    "Dele Okoro",
    "Farah Aziz",
    "Martin Hale",
    *("Elin Rees", "Joan Field", "Tom Ashby", "Priya Nair", "Sam Reed", "Ravi Shah", "Ana Bell"),
    *("Jo Hart", "Lee Shaw", "Tomasz Nowak", "Ruth Adeyemi", "Dr Amara Okafor", "Omar Said"),
    *("Jo Baptiste", "Denise Marlow", "Lena Hart"),
}
"""Everybody named in the gold texts."""
SILENT = [
    "",
    "Contact Library Services before you borrow",
    "St John Ambulance and the Edward Jenner programme",
    "Works at Queen Elizabeth Hospital and the Alexandra Wing",
    "James Paget University Hospitals NHS Foundation Trust",
    "The Mary Seacole Programme and the Paul Hamlyn Foundation",
    "Oliver McGowan Mandatory Training, John Rylands Library",
    "the Elizabeth Garrett Anderson Building",
    "Knowledge Manager, Band 6. Thomas Library. Russell Square",
    "Grace period, April Newsletter, Mark Assessments, Will Manage",
    "Contact the Head of Libraries",
    "Reports to the Knowledge and Library Services Manager",
    "Reports to: Service Manager",
    "Talk to HR or NHS England",
    "Speaks to doctors, ward staff and Mr as a title",
    "Dr Foster data",
    "MS Office and MS Word",
    "Miss deadlines never",
    "from 01 02 2027 to 30 04 2027, or 2026-2027",
    "01/02/2027 and 2027-05-04",
    "£20,000,000 or 0123456789012345 pages",
    "ISBN 9780198529172, ISBN 978-0-19-852917-2",
    "943 476 5918 is no such number",
    "37.5 hours a week, 0.5 WTE, 1,000,000 loans",
    "Uses @ in handles, as in @northfieldlibrary",
    "Keeps 1234567890 records",
]


@pytest.mark.parametrize(("text", "expected"), FOUND.items())
def test_it_is_found(text, expected):
    finds = personal_data(text)
    assert [(find.kind, find.text) for find in finds] == expected
    assert all(text[find.start : find.end] == find.text for find in finds)
    assert all(find.text in find.sentence for find in finds)


@pytest.mark.parametrize("text", SILENT)
def test_it_stays_silent(text):
    assert personal_data(text) == ()


def test_in_realistic_texts_the_contacts_are_found_and_nobody_else():
    """The texts of the checker's gold standard name a contact each; the paragraphs nobody."""
    names = set()
    for path in sorted((VACANCIES / "checks" / "gold").rglob("*.txt")):
        finds = personal_data(path.read_text(encoding="utf-8"))
        names |= {find.text for find in finds if find.kind == NAME}
    assert {"Priya Nair", "Ravi Shah", "Ana Bell", "Ruth Adeyemi"} <= names
    assert names <= CONTACTS
    paragraphs = (VACANCIES / "job_evaluation" / "jd_paragraphs.toml").read_text(encoding="utf-8")
    assert [find for find in personal_data(paragraphs) if find.kind == NAME] == []


@given(st.text(max_size=200))
def test_finds_stand_in_order_and_never_overlap(text):
    finds = personal_data(text)
    assert all(a.end <= b.start for a, b in pairwise(finds))
    assert all(find.kind in SENTENCES and find.start < find.end for find in finds)


@given(st.integers(0, 999_999_999))
def test_one_digit_at_most_makes_nine_an_nhs_number(nine):
    found = [n for n in range(10) if is_nhs_number(f"{nine:09}{n}")]
    assert len(found) <= 1


@given(st.integers(0, 999_999_999), st.integers(0, 8), st.integers(1, 9))
def test_a_digit_mistyped_is_no_nhs_number(nine, place, step):
    whole = next((f"{nine:09}{n}" for n in range(10) if is_nhs_number(f"{nine:09}{n}")), None)
    if whole:
        wrong = str((int(whole[place]) + step) % 10)
        assert not is_nhs_number(whole[:place] + wrong + whole[place + 1 :])


@pytest.mark.parametrize("text", ["a@" * 25_000, "0" * 50_000, "Mr A" * 12_500, "a.b" * 17_000])
def test_long_texts_do_not_hang(text):
    assert isinstance(personal_data(text), tuple)


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("Write to jane.smith (at) nhs.net today", EMAIL, "jane.smith (at) nhs.net"),
        ("jane.smith\uff20nhs.net", EMAIL, "jane.smith\uff20nhs.net"),
        ("Ring 0044 7700 900123.", PHONE, "0044 7700 900123"),
        ("Ring x4521.", PHONE, "x4521"),
        ("Accountable to Sarah Jones.", NAME, "Sarah Jones"),
    ],
)
def test_ways_round_the_usual_form_are_found(text, kind, found):
    assert [(find.kind, find.text) for find in personal_data(text)] == [(kind, found)]


@pytest.mark.parametrize("text", ["at most x2 or 3,000 items", "Anna (at) home", "0800 to 1700"])
def test_what_only_looks_a_little_like_it_is_left_alone(text):
    assert personal_data(text) == ()
