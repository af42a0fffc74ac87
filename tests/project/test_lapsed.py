"""A lapsed fact is asserted on no page, in no letter and in no file. Its list names it alone."""

from dataclasses import replace

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from guidance.guide import views as guide
from guidance.texts.models import Page
from kls_portal import files
from kls_portal.documents.formats import FORMATS
from kls_portal.operation.site_version import invalidate_public_cache
from kls_portal.reference.dated import ASK_HR
from kls_portal.reference.models import Fact
from tests.project.access import expected, names, person
from vacancies.models import PlanTask

SAID = {"": "sentinel words", "date": "9 September 1999"}
STORED = {"date": "1999-09-09"}
NUMBER = "98765"
ANY = (*SAID.values(), NUMBER, f"{int(NUMBER):,}")
LISTS_THEM = {"fact_list", "admin:logout", "account_logout"}
QUICK = "?role=librarian&band=5&start={start}"


@pytest.fixture
def lapsed(reference_data, rows, links):
    """Every fact says what no text says otherwise, and is to be read again; each task names one."""
    for unit in set(Fact.objects.values_list("unit", flat=True)):
        value = STORED.get(unit) or SAID.get(unit) or NUMBER
        Fact.objects.filter(unit=unit).update(value=value, review_by=localdate())
    PlanTask.objects.update(text="Notice of {{ fact statutory-notice }}", solo_text="")
    invalidate_public_cache()


def addresses(rows):
    for name in sorted(set(names()) - LISTS_THEM):
        arguments, statuses = expected(name)
        if statuses["lead"] == 200:
            filled = {key: rows[key] if value is ... else value for key, value in arguments.items()}
            address = reverse(name, kwargs=filled)
            asks = name.startswith("vacancies:quick_checklist")
            yield address + QUICK.format(start=localdate().isoformat()) * asks, "kind" in filled


def assert_none(answers):
    said = {address: [one for one in ANY if one in body] for address, body in answers}
    assert said
    assert {address: found for address, found in said.items() if found} == {}


def test_no_file_asserts_a_lapsed_fact(people, rows, lapsed, client_of, settings, monkeypatch):
    settings.SECURE_SSL_REDIRECT = False
    monkeypatch.setattr(guide, "kept_guide", lambda kind, make: make())
    given = {
        end: replace(form, write=lambda value: repr(value).encode())
        for end, form in FORMATS.items()
    }
    monkeypatch.setattr(files, "FORMATS", given)
    client = client_of(person(people, "lead"))
    found = [(one, client.get(one).content.decode()) for one, is_file in addresses(rows) if is_file]
    assert_none(found)
    assert any(ASK_HR in body for _, body in found)


@pytest.mark.thorough
def test_no_page_asserts_a_lapsed_fact(people, rows, lapsed, client_of, settings):
    settings.SECURE_SSL_REDIRECT = False
    client = client_of(person(people, "lead"))
    opened = [one for one, is_file in addresses(rows) if not is_file]
    opened += [page.get_absolute_url() for page in Page.objects.for_reading()]
    found = [(one, client.get(one).content.decode()) for one in opened]
    assert_none(found)
    assert any(ASK_HR in body for _, body in found)
