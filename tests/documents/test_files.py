"""Files of the site: one registry of formats, from which answers, links and addresses derive."""

from dataclasses import replace
from datetime import date

import pytest
from django.test import RequestFactory
from django.urls import NoReverseMatch, get_resolver, reverse

from kls_portal.documents.calendar_file import Calendar
from kls_portal.documents.document import Document
from kls_portal.documents.document_pdf import DocumentTooLongError
from kls_portal.documents.formats import FORMATS, endings_of
from kls_portal.files import file_response, links_to_files
from vacancies.retention.forms.tools import PreparationForm

DOCUMENT = Document("Timeline: Librarian")


@pytest.fixture
def request_for(db):
    def asked(address, **query):
        return RequestFactory().get(address, query)

    return asked


def answer(request, kind="pdf", **given):
    given = {"document": lambda: DOCUMENT, **given}
    return file_response(request, kind, "timeline", "Librarian", date(2027, 1, 4), **given)


@pytest.mark.parametrize("kind", endings_of(Document))
def test_a_file_has_its_name_and_kind_and_is_kept_by_nobody(request_for, kind):
    response = answer(request_for(f"/x/timeline.{kind}"), kind)
    assert response.content == FORMATS[kind].write(DOCUMENT)
    assert response.headers["Content-Type"] == FORMATS[kind].content_type
    assert f'filename="timeline-librarian-2027-01-04.{kind}"' in str(
        response.headers["Content-Disposition"]
    )
    assert response.headers["Cache-Control"] == "private, no-store"
    assert response.headers["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize(
    ("error", "status"), [(DocumentTooLongError("long"), 422), (RuntimeError("typst"), 503)]
)
def test_a_file_that_cannot_be_made_says_so_and_offers_the_others(
    request_for, monkeypatch, error, status
):
    def fails(document):
        raise error

    monkeypatch.setitem(FORMATS, "pdf", replace(FORMATS["pdf"], write=fails))
    response = answer(request_for("/x/timeline.pdf", owner="hr"))
    assert response.status_code == status
    assert "Content-Disposition" not in response.headers
    assert response.headers["Cache-Control"] == "no-store"
    page = response.content.decode()
    assert 'href="/x/timeline.docx?owner=hr"' in page
    assert 'href="/x/timeline.pdf' not in page


def test_a_kind_that_a_view_has_nothing_for_is_a_fault_of_ours(request_for):
    with pytest.raises(ValueError, match="timeline"):
        answer(request_for("/x/timeline.ics"), "ics")


def test_links_are_those_that_the_address_takes():
    found = links_to_files("vacancies:timeline_file", 7)
    assert [one.ending for one, _ in found] == list(FORMATS)
    documents = links_to_files("vacancies:draft_file", 7, query="a=b")
    assert [address for _, address in documents] == [
        f"/vacancies/7/draft/job-description.{ending}?a=b" for ending in endings_of(Document)
    ]
    (calendar,) = links_to_files("vacancies:retention_year_file")
    assert calendar[0].made_of is Calendar


def test_no_address_takes_an_ending_that_no_format_has():
    names = [
        f"{space}:{name}"
        for space in ("guidance", "vacancies")
        for name in get_resolver().namespace_dict[space][1].reverse_dict
        if isinstance(name, str) and name.endswith("_file")
    ]
    assert len(names) > 15
    for name in names:
        for args in ((), (1,), (1, 1), (1, "advertising"), (1, "interview-pack")):
            with pytest.raises(NoReverseMatch):
                reverse(name, args=[*args, "exe"])


def test_a_form_offers_every_format_of_a_document():
    choices = PreparationForm.base_fields["kind"].choices
    assert [ending for ending, _ in choices] == list(endings_of(Document))
