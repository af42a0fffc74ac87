"""Personal data is found, and the words of ordinary texts are left alone."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kls_portal.personal_data import SENTENCES, is_nhs_number, personal_data
from tests.each import each

EMAIL, PHONE, NHS, NAME = "email address", "phone number", "NHS number", "name"
ADDRESS, INSURANCE = "address", "National Insurance number"
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
    "Bring AB123456C or ab 12 34 56 c": [(INSURANCE, "AB123456C"), (INSURANCE, "ab 12 34 56 c")],
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
    *("Jo Baptiste", "Denise Marlow", "Lena Hart", "Amit Rao", "Beth Howarth", "Gwen Pugh"),
    "Mairi Fraser",
}
"""Everybody named in the gold texts."""
SILENT = [
    "",
    "Forms GB123456A, DA123456C, AB123456E and AB1234567C",
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


@each("text, expected", FOUND.items())
def test_it_is_found(text, expected):
    finds = personal_data(text)
    assert [(find.kind, find.text) for find in finds] == expected
    assert all(text[find.start : find.end] == find.text for find in finds)
    assert all(find.text in find.sentence for find in finds)


@each("text", SILENT)
def test_it_stays_silent(text):
    assert personal_data(text) == ()


def test_in_realistic_texts_the_contacts_are_found_and_nobody_else():
    """The texts of the checker's gold standard name a contact each; the paragraphs nobody."""
    names = set()
    for path in sorted((VACANCIES / "rulebook" / "gold").rglob("*.txt")):
        finds = personal_data(path.read_text(encoding="utf-8"))
        names |= {find.text for find in finds if find.kind == NAME}
    assert {"Priya Nair", "Ravi Shah", "Ana Bell", "Ruth Adeyemi"} <= names
    assert names <= CONTACTS
    paragraphs = (VACANCIES / "evaluation" / "rules" / "jd_paragraphs.toml").read_text(
        encoding="utf-8"
    )
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


@each("text", ["a@" * 25_000, "0" * 50_000, "Mr A" * 12_500, "a.b" * 17_000])
def test_long_texts_do_not_hang(text):
    assert isinstance(personal_data(text), tuple)


@each(
    "text, kind, found",
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


@each("text", ["at most x2 or 3,000 items", "Anna (at) home", "0800 to 1700"])
def test_what_only_looks_a_little_like_it_is_left_alone(text):
    assert personal_data(text) == ()


@each(
    "name",
    [
        "Prof Jones",
        "PROF JONES",
        "Prof. J.K. Jones",
        "Dr de Souza",
        "Dr.Patel",
        "DR O’NEILL",
        "dr patel",
        "mrs pemberton",
        "MRS J PEMBERTON",
        "Cllr Brown",
        "Doctor Patel",
        "Mrs Ward",
        "J. Pemberton",
        "J.K. Pemberton",
        "J K Pemberton",
        "Pemberton, Jane",
        "JANE E. PEMBERTON",
        "Mary-Jane Smith",
        "Jane Elizabeth Pemberton",
        "Agnieszka Kowalska",
    ],
)
def test_names_in_other_forms_are_found_whole(name):
    assert [(f.kind, f.text) for f in personal_data(f"Ask {name} about it")] == [(NAME, name)]


@each(
    "number",
    [
        "07700  900  123",
        "0 7 7 0 0 9 0 0 1 2 3",
        "01632 - 960 - 001",
        "01632/960001",
        "0044 (0) 1632 960 001",
        "tel: 960 001",
        "extn 4471",
        "Ext: 4471",
    ],
)
def test_numbers_in_other_spacing_are_found(number):
    assert [(f.kind, f.text) for f in personal_data(f"On {number}, say")] == [(PHONE, number)]


@each("email", ["jane.pemberton@…", "jane.pemberton@northfield"])
def test_an_email_address_cut_short_is_found(email):
    assert [(f.kind, f.text) for f in personal_data(f"Write to {email}.")] == [(EMAIL, email)]


@each(
    "address",
    [
        "LS1 4AP",
        "ls1 4ap",
        "LS14AP",
        "SW1A\n1AA",
        "NF1 2AB",
        "14 Acacia Avenue",
        "14 ACACIA AVENUE",
        "14, Acacia\nAvenue",
        "12a Mill Hill Road",
        "10-12 High St",
        "PO Box 123",
    ],
)
def test_postal_addresses_are_found(address):
    assert [(f.kind, f.text) for f in personal_data(f"At {address}, Leeds")] == [(ADDRESS, address)]


@each(
    "text",
    [
        "A 3 Year Road Map, a 24 Hour Street triage and 5 minutes down the road",
        "Band 6 Outreach Librarian, Level 3 Court",
        "Form F1 2nd edition, Zone B1 1st floor, room N2 9am",
        "Vitamin D Deficiency, Appendix B Duties, Grade C English, T Levels, the S Drive",
        "B. Teaching",
        "On Twitter, now X. Since then",
        "MS Word and MS TEAMS, MR scanner, DR plan, Dr Foster",
        "mr and mrs, or the dr who is on call",
        "Essential\tE\tApplication",
        "Dial in at 0900 or 0930, 2 x 300 words",
    ],
)
def test_what_only_looks_a_little_like_a_name_or_an_address_is_left_alone(text):
    assert personal_data(text, alone=True) == ()


def test_a_first_name_alone_is_found_where_nobody_should_be_named():
    text = "Sarah prefers paper; St Thomas and the Alexandra Wing do not. Ask Priya’s team"
    assert [find.text for find in personal_data(text, alone=True)] == ["Sarah", "Priya"]
    assert personal_data(text) == ()


@each(
    "text, found",
    [
        ("Head of LKS - Ngozi Okonkwo", ["Ngozi Okonkwo"]),
        ("Head of LKS [NGOZI OKONKWO]", ["NGOZI OKONKWO"]),
        ("currently J Okonkwo", ["J Okonkwo"]),
        ("Line manager: Wei Chen & Bo Larsen", ["Wei Chen", "Bo Larsen"]),
    ],
)
def test_two_words_with_capitals_are_a_name_where_posts_belong(text, found):
    assert [find.text for find in personal_data(text, posts=True)] == found


@each(
    "post",
    [
        "Ward Clerk",
        "WARD CLERKS",
        "Chief Nursing Information Officer",
        "Consultant Radiologist",
        "Freedom to Speak Up Guardian",
        "Director of Medical Education - Northfield Hospital",
        "Great Western Hospitals, Head of Knowledge",
        "Night Porters; Agency Workers",
        "Medical Education Manager (Undergraduate)",
        "Head of Learning Resources, Faculty of Health",
    ],
)
def test_posts_are_no_names(post):
    assert personal_data(post, alone=True, posts=True) == ()


def test_what_ships_with_the_portal_names_nobody_but_whom_it_quotes():
    root = Path(__file__).parents[2]
    files = {*root.glob("guidance/content/*.*"), *root.glob("vacancies/*/data/*.toml")}
    files.remove(root / "guidance" / "content" / "demonstration.toml")  # invented people
    texts = [file.read_text(encoding="utf-8") for file in files if file.suffix in {".md", ".toml"}]
    found = {find.text for text in texts for find in personal_data(text, alone=True)}
    assert len(texts) > 60
    journal = "J. Personality"  # and Social Psychology: the one false alarm
    chairs = {"Natasha Howard", "Lindsay Wallace"}
    poster = {"Richard Parker", "Emily Johnson", "Beth Boddice"}
    authors, lawyers = {"Rebecca J Scott", "Chris Morrison", "Jane Secker"}, "Lewis Silkin"
    campaign = "fairlibraryjobs@gmail.com"  # the address it gives the public
    assert found == {"Jill Griffin", journal, campaign, lawyers, *authors, *chairs, *poster}


@pytest.mark.wide
@pytest.mark.parametrize(
    "part", ["J. ", "A B ", "14 A ", "Dr\n", "Smith, ", "Jane ", "a and ", "LS1 ", "tel 1", "X.Y."]
)
def test_long_texts_of_names_and_addresses_do_not_hang(part):
    assert isinstance(personal_data(part * 20_000, alone=True, posts=True), tuple)


@each("before", ["tel", "ext", "NHS", "Mrs", "12 High", "called Jane", "and"])
def test_a_long_run_of_spaces_costs_little_and_hides_nothing(before):
    text = f"{before}{' ' * 5_000}\n jane.smith@northfield.nhs.uk"
    assert "jane.smith@northfield.nhs.uk" in [find.text for find in personal_data(text)]
