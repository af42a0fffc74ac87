"""What was typed reaches each document as it was typed, at each place that takes a text.

What a PDF or a Word file makes of it is proved once, of the document they share (tests/documents).
"""

from collections.abc import Iterator
from dataclasses import astuple

from kls_portal.documents.document import Document
from kls_portal.documents.plain_text import LONGEST_FIELD, plain
from tests.documents.hostile import HOSTILE
from tests.each import each
from tests.vacancies.drafting.exports.build_documents import (
    make_description_everywhere,
    make_sheet_everywhere,
)
from tests.vacancies.induction.exports.build import make_everywhere
from vacancies.drafting.exports import job_description_document
from vacancies.evaluation.exports import evidence_sheet_document
from vacancies.induction.exports.checklist import checklist_document

DOCUMENTS = {
    # Title, organisation, its heading, agreed with, 6 facts, 4 texts, group, duty, area, 6 cells.
    "job description": (
        23,
        lambda text: job_description_document(make_description_everywhere(text)),
    ),
    # Title, organisation, band, profile, its band, label twice, factor twice, range twice,
    # evidence, duty, outcome, reason, what to bring.
    "evidence sheet": (16, lambda text: evidence_sheet_document(make_sheet_everywhere(text))),
    # Title, band, organisation, name of a group, task.
    "checklist": (5, lambda text: checklist_document(make_everywhere(text))),
}


def texts_in(value: object) -> Iterator[str]:
    """Yield every text of the fields of a document, in order."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from texts_in(one)


def squeezed(text: str) -> str:
    return "".join(plain(text).split())


@each("name", DOCUMENTS)
def test_each_document_holds_what_was_typed_at_each_place(name):
    places, make = DOCUMENTS[name]
    for kind, text in HOSTILE.items():
        document: Document = make(text)
        said = [squeezed(one) for one in texts_in(astuple(document))]
        if squeezed(text) and len(text) < LONGEST_FIELD // 2:
            held = sum(one.count(squeezed(text)) for one in said)
            assert held >= places, (kind, held)
