"""The whole site, and every form of it."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from allauth.core.context import request_context
from django.db import transaction
from django.test import RequestFactory

from guidance.guide import views as guide
from kls_portal.accounts.models import Organisation, User
from kls_portal.documents.formats import FORMATS
from tests.project.every_form import Scene
from tests.shipped import GUIDANCE, VACANCIES
from vacancies.management.demonstration import load_demonstration
from vacancies.models import Vacancy


@pytest.fixture
def site(reference_data, guidance_pages, people):
    """The whole site, with a vacancy."""
    Vacancy.objects.create(
        organisation=people.northfield,
        created_by=people.manager,
        title="Librarian",
        starts_on="2027-05-04",
    )


@pytest.fixture
def no_file_is_written(monkeypatch):
    """Whether files are given is seen, not how they are written; the whole guide takes a second."""
    monkeypatch.setattr(guide, "kept_guide", lambda kind, make: b"%PDF-")
    for ending, form in [*FORMATS.items()]:
        monkeypatch.setitem(FORMATS, ending, replace(form, write=lambda value: b""))


@pytest.fixture(scope="module")
def scene(django_db_setup: None, django_db_blocker: Any) -> Iterator[Scene]:
    """Laid out once for all forms: nothing that they save stays."""
    with django_db_blocker.unblock(), transaction.atomic():
        VACANCIES.restore_snapshot()
        GUIDANCE.restore_snapshot()
        load_demonstration()
        full = Vacancy.objects.get()
        elsewhere = Organisation.objects.create(name="Westmere NHS Trust", ods_code="WMR")
        bare = Vacancy.objects.create(organisation=elsewhere, title="Librarian")
        nobody = User.objects.create_user("nobody@test.example")
        with request_context(RequestFactory().get("/")):
            yield Scene(User.objects.get(is_superuser=True), nobody, full, bare)
        transaction.set_rollback(True)
