"""The checklist as PDF: its content and tags, and that no input can break it."""

import re

import pytest

from kls_portal.documents.document_pdf import document_pdf
from tests.pdfua.pdf_contents import raw_objects, squeezed
from tests.vacancies.induction.exports.build import make_checklist, make_group, make_long
from tests.vacancies.induction.exports.build import make_task as task
from vacancies.induction.exports import checklist as words

DOCUMENTS = {
    "ordinary": make_checklist(),
    "no-tasks": make_checklist(groups=()),
    "empty-group": make_checklist(groups=(make_group("Empty"), make_group("Full", [task()]))),
    "no-organisation": make_checklist(organisation="", role="", band=""),
    "long": make_long(400),
    "long-rows": make_long(30, "Task {number}: " + "read and sign the procedure " * 14),
}


def make_pdf(value):
    return document_pdf(words.checklist_document(value))


@pytest.mark.pdfua
def test_every_checklist_passes_pdfua(files, pdfua_faults):
    assert pdfua_faults(files) == {}


@pytest.mark.pdfua
def test_the_text_says_all_that_the_checklist_holds_in_words(texts):
    text = texts["ordinary"]
    for said in (
        "Induction checklist: Librarian",
        "Band 6",
        "Start date Monday 4 January 2027",
        "Organisation Northfield NHS Trust",
        "Manages people No",
        "Works alone Yes",
        "Due dates are working days in England and Wales.",
        "Suggestion marks a task that we suggest.",
        "Send a welcome message Line manager Mon 28 Dec 2026",
        "Plan the first week Suggestion Line manager Tue 29 Dec 2026",
        "Visit HR HR Mon 4 Jan 2027",
        "Sign when every task is done or crossed out.",
        "Page 1 of 1",
    ):
        assert squeezed(said) in text


@pytest.mark.pdfua
def test_what_is_not_there_is_not_named(texts):
    facts = [dict(words.checklist_facts(DOCUMENTS[n])) for n in ("ordinary", "no-organisation")]
    (organisation, *_) = set(facts[0]) - set(facts[1]) - {"Role"}
    assert organisation in texts["ordinary"]
    assert organisation not in texts["no-organisation"]
    assert squeezed(f"Band {facts[1]['Band']}") in texts["no-organisation"]
    assert "Empty" not in texts["empty-group"]
    assert squeezed(words.no_tasks(DOCUMENTS["no-tasks"])) in texts["no-tasks"]
    assert words.SUGGESTION in texts["ordinary"]
    for name in ("no-tasks", "long-rows"):
        assert words.SUGGESTION not in texts[name]


@pytest.mark.pdfua
def test_long_checklists_lose_nothing(texts):
    numbers = re.findall(r"Task(\d+):", texts["long"])
    assert [int(number) for number in numbers] == list(range(400))
    assert texts["long-rows"].count("procedure") == 30 * 14


def test_tags_tell_the_structure(files):
    objects = raw_objects(files["ordinary"].read_bytes())
    assert b"/Lang(en-GB)" in objects
    assert b"/Title(Induction checklist: Librarian)" in objects
    assert len(re.findall(rb"/S/Figure/P \d+ 0 R/Alt\(Not done\)", objects)) == 4
    assert len(re.findall(rb"/S/H1\b", objects)) == 1
    # Two groups and the sign-off.
    assert len(re.findall(rb"/S/H2\b", objects)) == 3
    assert len(re.findall(rb"/S/Table\b", objects)) == 3
    # Four columns in each group, three in the sign-off.
    assert objects.count(b"/Scope/Column") == 4 + 4 + 3
    assert len(re.findall(rb"/S/LI\b", objects)) == 5


def test_the_head_of_a_table_is_one_in_the_tags_over_many_pages(files):
    objects = raw_objects(files["long-rows"].read_bytes())
    assert len(re.findall(rb"/Type/Page\b", objects)) > 3
    assert len(re.findall(rb"/S/Table\b", objects)) == 2
    assert len(re.findall(rb"/Scope/Column", objects)) == 4 + 3
