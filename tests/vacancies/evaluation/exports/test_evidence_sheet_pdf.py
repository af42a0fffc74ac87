"""The evidence sheet in PDF: what it says, how it is tagged, and that nothing can break it."""

import re

import pytest

from kls_portal.documents.document_pdf import document_pdf
from tests.pdfua.pdf_contents import raw_objects, squeezed
from tests.vacancies.drafting.exports.build_documents import (
    ILLUSTRATIVE,
    make_national_sheet,
    make_sheet,
)
from vacancies.evaluation import exports as words
from vacancies.profiles.rules.evidence import FactorRow, SheetResult

LONG_WORDS = {n: [f"word{n:02}{place:03}" for place in range(300)] for n in range(1, 17)}
DOCUMENTS = {
    "ordinary": make_sheet(),
    "national": make_national_sheet(),
    "nothing": make_sheet(factors=(), duties=(), organisation="", result=SheetResult("", None)),
    "long": make_sheet(
        factors=tuple(
            FactorRow(f"F{n}", "Communication", "3", " ".join(LONG_WORDS[n]), (1,), 3, "match")
            for n in LONG_WORDS
        )
    ),
}


def make_pdf(value):
    return document_pdf(words.evidence_sheet_document(value))


@pytest.mark.pdfua
def test_every_sheet_passes_pdfua(files, pdfua_faults):
    assert pdfua_faults(files) == {}


@pytest.mark.pdfua
def test_the_text_says_all_that_the_sheet_holds_in_words(texts):
    for said in (
        "Evidence sheet: Librarian",
        "Indicative: only a trained partnership panel decides a band.",
        "Illustrative: not a national profile.",
        "Profile Library worked example, band 5",
        "Kind of profile Illustrative: not a national profile",
        "Band expected Band 6",
        "Not complete yet. No score yet.",
        "2 factors have no level yet, so there is no score.",
        "Keep in mind",
        "The score range of band 5 is not confirmed.",
        "What to bring to the panel",
        "Add evidence for the missing factors.",
        "F1 Communication 3-4 4 Match",
        "F2 Knowledge 5 6 Varies",
        "F3 Analysis 2-3ab No level No evidence",
        "F4 Planning 2 No level No level yet",
        "Match Profile: 3-4. This post: level 4. Explains results.",
        "See duties 1 and 3.",
        "No evidence Profile: 2-3ab. This post: no level yet. No evidence yet.",
        "No level yet Profile: 2. This post: no level yet. See duty 3.",
        "1 Searches the literature 3 Orders books",
    ):
        assert squeezed(said) in texts["ordinary"]


@pytest.mark.pdfua
def test_the_label_of_the_profile_is_the_right_one(texts):
    sheet = DOCUMENTS["national"]
    assert squeezed(ILLUSTRATIVE) in texts["ordinary"]
    assert squeezed(ILLUSTRATIVE) not in texts["national"]
    for name, value in words.sheet_facts(sheet):
        assert squeezed(f"{name} {value}") in texts["national"]
    assert squeezed(words.result_words(sheet)) in texts["national"]
    assert str(sheet.result.score) in words.result_words(sheet)
    assert squeezed(words.WARNINGS) not in texts["national"]
    for name, sheet in DOCUMENTS.items():
        assert squeezed(words.notices(sheet)[0]) in texts[name]


@pytest.mark.pdfua
def test_a_sheet_without_factors_says_so(texts):
    # The reader leaves out what it takes for the foot of a document of two pages or more.
    sheet = DOCUMENTS["nothing"]
    for said in (words.NO_FACTORS, words.result_words(sheet), words.footer_words(sheet)):
        assert squeezed(said) in texts["nothing"]
    for said in (make_sheet().organisation, words.EVIDENCE, words.DUTIES, words.TO_BRING):
        assert squeezed(said) in texts["ordinary"]
        assert squeezed(said) not in texts["nothing"]


@pytest.mark.pdfua
def test_long_evidence_loses_nothing(texts):
    for found in LONG_WORDS.values():
        assert squeezed(" ".join(found)) in texts["long"]


def test_tags_tell_the_structure(files):
    objects = raw_objects(files["ordinary"].read_bytes())
    assert b"/Lang(en-GB)" in objects
    assert b"/Title(Evidence sheet: Librarian)" in objects
    assert len(re.findall(rb"/S/H1\b", objects)) == 1
    # Result, keep in mind, what to bring, table, evidence, duties.
    assert len(re.findall(rb"/S/H2\b", objects)) == 6
    assert len(re.findall(rb"/S/H3\b", objects)) == 4
    assert len(re.findall(rb"/S/Table\b", objects)) == 2
    assert objects.count(b"/Scope/Column") == 4 + 2
    # Five facts, a reason, a warning, one thing to bring, one line of evidence.
    assert len(re.findall(rb"/S/LI\b", objects)) == 5 + 1 + 1 + 1 + 1
