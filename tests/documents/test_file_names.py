import re
from datetime import date

from kls_portal.documents.formats import LONGEST_NAME, file_name
from tests.documents.hostile import HOSTILE
from tests.each import each

START = date(2027, 1, 4)


@each(
    "role, wanted",
    [
        ("Librarian", "induction-checklist-librarian-2027-01-04.pdf"),
        (
            "Clinical Librarian (Band 6)",
            "induction-checklist-clinical-librarian-band-6-2027-01-04.pdf",
        ),
        ("Bibliothécaire", "induction-checklist-bibliothecaire-2027-01-04.pdf"),
        ("../../etc/passwd\x00\r\n", "induction-checklist-etc-passwd-2027-01-04.pdf"),
        ("", "induction-checklist-post-2027-01-04.pdf"),
        ("図書館員", "induction-checklist-post-2027-01-04.pdf"),
        ("-- \u202e --", "induction-checklist-post-2027-01-04.pdf"),
    ],
)
def test_file_name(role, wanted):
    assert file_name("induction-checklist", role, START, ".pdf") == wanted


@each("suffix", ["pdf", "docx"])
def test_a_long_title_ends_with_a_whole_word_in_each_format(suffix):
    title = "Outreach librarian (community and mental health services)"
    name = file_name("shortlisting-grid", title, START, suffix)
    stem = "shortlisting-grid-outreach-librarian-community-and-mental-health"
    assert name == f"{stem}-2027-01-04.{suffix}"


@each("kind", ["induction checklist", "k" * 61, "k" * 62, "k" * 300, ""])
def test_any_role_gives_a_safe_name_of_its_own_kind_and_date(kind):
    for role in HOSTILE.values():
        name = file_name(kind, role, START, "docx")
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*-2027-01-04\.docx", name), role
        assert len(name) <= LONGEST_NAME, role
