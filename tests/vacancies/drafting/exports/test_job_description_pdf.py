"""The job description in PDF: what it says, how it is tagged, and that nothing can break it."""

import re

import pytest

from kls_portal.documents.document_pdf import document_pdf
from tests.pdfua.pdf_contents import raw_objects, squeezed
from tests.vacancies.drafting.exports.build_documents import (
    DAY,
    make_description,
    make_long_description,
)
from vacancies.drafting import exports as words
from vacancies.drafting.rules.draft import Duty
from vacancies.drafting.rules.job_description import Edition, JobDescription
from vacancies.posts.rules import by_group

DOCUMENTS = {
    "ordinary": make_description(),
    "draft": make_description(edition=Edition(DAY)),
    "nothing": JobDescription("", "", Edition(DAY)),
    "frozen": JobDescription("Librarian", "", Edition(DAY, 7)),
    "plain-duties": make_description(duty_groups=by_group([Duty(1, "Answers enquiries")])),
    "long": make_long_description(300),
    "long-rows": make_description(
        duty_groups=by_group([Duty(1, "sorts and shelves " * 600, "A")]),
        after=(("Decisions", "decides and tells " * 600),),
    ),
}


def make_pdf(value):
    return document_pdf(words.job_description_document(value))


@pytest.mark.pdfua
def test_every_description_passes_pdfua(files, pdfua_faults):
    assert pdfua_faults(files) == {}


@pytest.mark.pdfua
def test_the_text_says_all_that_the_description_holds_in_words(texts):
    for said in (
        "Job description and person specification",
        "Organisation Northfield NHS Trust",
        "Band expected Band 6. A matching panel decides it.",
        "Hours a week 37.5",
        "Version 2, frozen on 23 November 2026",
        "Agreed with Head of library services",
        "About Northfield NHS Trust We serve 400,000 people.",
        "Purpose of the job Brings evidence to the wards.",
        "Shares of the working time are approximate.",
        "1 Searches the literature 60% Searching",
        "Other duties",
        "2 Teaches searching 40% Not given",
        "3 Orders books Not given Not given",
        "Decisions Decides what is taught.",
        "Working relationships Works with clinical leads.",
        "Flexible working Two days a week at home.",
        "Skills Plans a search Interview, assessment task 1, 2",
        "Knowledge Knows the databases Not given None",
        "Experience Worked in a hospital Interview 3",
    ):
        assert squeezed(said) in texts["ordinary"]
    assert texts["ordinary"].index("Knowsthedatabases") < texts["ordinary"].index("Desirable")


@pytest.mark.pdfua
def test_a_draft_says_that_it_is_one(texts):
    for name, value in words.post_facts(DOCUMENTS["draft"]):
        assert squeezed(f"{name} {value}") in texts["draft"]
    version = dict(words.post_facts(DOCUMENTS["ordinary"]))["Version"]
    assert squeezed(version) in texts["ordinary"]
    assert squeezed(version) not in texts["draft"]


@pytest.mark.pdfua
def test_the_foot_of_the_page_tells_version_and_date(texts):
    # The reader leaves out what it takes for the foot of a document of two pages or more.
    for name in ("frozen", "nothing"):
        assert squeezed(words.footer_words(DOCUMENTS[name].edition)) in texts[name]
    assert words.edition_words(DOCUMENTS["frozen"].edition) != words.edition_words(Edition(DAY))
    assert texts["frozen"].count("1of1") == 1


@pytest.mark.pdfua
def test_what_is_not_there_is_not_named(texts):
    nothing = texts["nothing"]
    untitled = words.document_title(DOCUMENTS["nothing"])
    for said in (untitled, words.NO_DUTIES, words.NO_CRITERIA):
        assert squeezed(said) in nothing
    full = DOCUMENTS["ordinary"]
    sections = (*full.before, *full.after)
    facts = [name for name, _ in words.post_facts(full) if name != "Version"]
    for name in (*(name for name, _ in sections), *facts, words.ESSENTIAL):
        assert squeezed(name) in texts["ordinary"]
        assert squeezed(name) not in nothing
    for name in (*words.duty_columns(full)[2:], words.OTHER_DUTIES):
        assert squeezed(name) in texts["ordinary"]
        assert squeezed(name) not in texts["plain-duties"]


@pytest.mark.pdfua
def test_long_descriptions_lose_nothing(texts):
    assert re.findall(r"Duty(\d+):", texts["long"]) == [str(n) for n in range(1, 301)]
    assert re.findall(r"Criterion(\d+):", texts["long"]) == [str(n) for n in range(300)]
    assert texts["long-rows"].count("shelves") == 600
    assert texts["long-rows"].count("tells") == 600


def test_tags_tell_the_structure(files):
    objects = raw_objects(files["ordinary"].read_bytes())
    assert b"/Lang(en-GB)" in objects
    assert b"/Title(Librarian)" in objects
    assert len(re.findall(rb"/S/H1\b", objects)) == 1
    # About, purpose, duties, decisions, relationships, flexible working, person specification,
    # agreement.
    assert len(re.findall(rb"/S/H2\b", objects)) == 8
    # Two groups of duties, essential, desirable; of tables also the lines to sign.
    assert len(re.findall(rb"/S/H3\b", objects)) == 4
    assert len(re.findall(rb"/S/Table\b", objects)) == 5
    assert objects.count(b"/Scope/Column") == 4 * 4 + 3
    # Six facts and two values.
    assert len(re.findall(rb"/S/LI\b", objects)) == 6 + 2
