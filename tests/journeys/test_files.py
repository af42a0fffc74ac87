"""Files of a vacancy in a browser: found and taken by keyboard, also without JavaScript."""

import uuid
from pathlib import Path

import pytest
from django.conf import settings

from tests.journeys.conftest import DESKTOP, TELEPHONE
from vacancies.drafting.services.ordered import add_duty
from vacancies.drafting.services.versions import freeze_draft
from vacancies.evaluation.services.evidence import save_evidence
from vacancies.models import Profile, Vacancy

WORD, PDF = "as Word, to change", "as PDF, to print or send"
JOB, SHEET = "Job description", "Evidence sheet"
# Page after the vacancy, words of the link, start of the file's name.
DOWNLOADS = (
    ("draft/", f"{JOB} {PDF}", "job-description-librarian-"),
    ("draft/", f"{JOB} {WORD}", "job-description-librarian-"),
    ("versions/1/", f"{JOB} {PDF}", "job-description-version-1-librarian-"),
    ("versions/1/", f"{JOB} {WORD}", "job-description-version-1-librarian-"),
    ("evidence/", f"{SHEET} {PDF}", "evidence-sheet-librarian-"),
    ("evidence/", f"{SHEET} {WORD}", "evidence-sheet-librarian-"),
)


@pytest.fixture
def vacancy(server, reference_data, guidance_pages, people):
    """The manager's vacancy with a profile, a duty, evidence for a factor, and a version."""
    vacancy = Vacancy.objects.create(
        organisation=people.northfield,
        created_by=people.manager,
        title="Librarian",
        band="5",
        purpose="Brings evidence to the wards.",
        profile=Profile.objects.get(code="ILL-LIB-5"),
    )
    duty = add_duty(vacancy=vacancy, text="Answers enquiries", key=uuid.uuid4())
    save_evidence(vacancy=vacancy, factor="F1", text="Explains.", duties=[duty], level=4)
    freeze_draft(vacancy=vacancy, person=people.manager, key=uuid.uuid4())
    return vacancy


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("screen", "javascript"), [(DESKTOP, False), (TELEPHONE, True)], ids=["desktop", "telephone"]
)
def test_every_file_is_taken_by_keyboard(
    vacancy, visit, server, client_of, people, screen, javascript
):
    visitor = visit(javascript, screen)
    cookie = client_of(people.manager).cookies[settings.SESSION_COOKIE_NAME]
    visitor.page.context.add_cookies(
        [{"name": cookie.key, "value": cookie.value, "url": server.url}]
    )
    for page, words, name in DOWNLOADS:
        visitor.goto(f"/vacancies/{vacancy.pk}/{page}")
        visitor.reach(visitor.page.get_by_role("link", name=words, exact=True))
        with visitor.page.expect_download() as taken:
            visitor.page.keyboard.press("Enter")
        assert taken.value.suggested_filename.startswith(name)
        start = Path(taken.value.path()).read_bytes()[:4]
        assert start == (b"%PDF" if "PDF" in words else b"PK\x03\x04")
