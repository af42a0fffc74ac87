"""Freezing a draft, reading it as it was, and what changed since."""

import io
import json
import re
import uuid
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import localdate
from docx import Document

from tests.vacancies.conftest import make_criterion
from tests.vacancies.typed import NO_ROW_HAS_IT, ODD_TEXTS, TOO_LONG, shown
from tests.vacancies.versions import freeze, offer
from vacancies.models import DraftVersion, Profile, Vacancy
from vacancies.services.evidence import save_evidence
from vacancies.services.ordered import add_duty
from vacancies.services.versions import NOTHING_DRAFTED, draft_in, sheet_in


def address(vacancy, page="version_list", *rest):
    return reverse(f"vacancies:{page}", args=[vacancy.pk, *rest])


def answers(**changed):
    return {"agreed_with": "Head of service", "note": "", "key": str(uuid.uuid4()), **changed}


def page_of(response):
    return response.content.decode()


def test_version_list_freezes_the_draft(vacancy, duties, criterion, as_manager, people):
    response = as_manager.post(address(vacancy), answers(note="For the panel"), follow=True)
    assert response.redirect_chain == [(address(vacancy), 302)]
    assert "You froze version 1." in page_of(response)
    version = DraftVersion.objects.get()
    assert (version.number, version.title, version.frozen_by) == (1, "Librarian", people.manager)
    assert (version.agreed_with, version.note) == ("Head of service", "For the panel")
    assert [duty.text for duty in draft_in(version).duties] == [duty.text for duty in duties]


def test_version_list_says_that_nothing_is_drafted(vacancy, as_manager):
    assert NOTHING_DRAFTED in page_of(as_manager.get(address(vacancy)))
    response = as_manager.post(address(vacancy), answers())
    assert NOTHING_DRAFTED in page_of(response)
    assert "Head of service" in page_of(response)
    assert not DraftVersion.objects.exists()


def test_version_list_says_that_nothing_changed(vacancy, duties, as_manager):
    as_manager.post(address(vacancy), answers())
    response = as_manager.post(address(vacancy), answers(note="Again"))
    assert "Nothing has changed since version 1" in page_of(response)
    assert DraftVersion.objects.count() == 1
    add_duty(vacancy=vacancy, text="Plans the rota", key=uuid.uuid4())
    as_manager.post(address(vacancy), answers())
    assert list(vacancy.versions.values_list("number", flat=True)) == [2, 1]


def test_sent_twice_frozen_once(vacancy, duties, as_manager):
    same = answers()
    for _ in range(2):
        response = as_manager.post(address(vacancy), same, follow=True)
        assert "You froze version 1." in page_of(response)
    assert DraftVersion.objects.count() == 1


@pytest.mark.parametrize(
    ("field", "text", "sentence"),
    [
        ("agreed_with", "Dr Jane Smith", "looks like somebody’s name"),
        ("note", "Mail a.b@nhs.net", "is an email address"),
        ("note", "Ring 01632 960001", "looks like a telephone number"),
        ("agreed_with", "x" * 201, "must be 200 characters or fewer"),
        ("note", TOO_LONG, "must be 500 characters or fewer"),
        ("key", "no key", "Open this page again"),
    ],
)
def test_a_refused_answer_gives_a_sentence(vacancy, duties, as_manager, field, text, sentence):
    response = as_manager.post(address(vacancy), answers(**{field: text}))
    assert response.status_code == 200
    assert sentence in page_of(response)
    assert not DraftVersion.objects.exists()


def test_version_detail_shows_it_as_it_was(vacancy, duties, criterion, as_manager):
    Vacancy.objects.filter(pk=vacancy.pk).update(band="5", contract="fixed-term", decides="How")
    as_manager.post(address(vacancy), answers())
    vacancy.duties.all().delete()
    Vacancy.objects.filter(pk=vacancy.pk).update(decides="When")
    page = page_of(as_manager.get(address(vacancy, "version_detail", 1)))
    for text in ("Answers enquiries", "Can plan a search", "Interview", "Skills", "Fixed term"):
        assert text in page
    assert "<p>How</p>" in page
    assert "Agreed with: Head of service, " in page


def test_version_detail_of_an_older_format(vacancy, as_manager):
    DraftVersion.objects.create(
        vacancy=vacancy, number=1, title="Librarian", content={"duties": [{"text": "Old duty"}]}
    )
    for page in ("version_detail", "version_changes", "example_offer"):
        assert "Old duty" in page_of(as_manager.get(address(vacancy, page, 1)))


def test_version_changes_marks_words(vacancy, duties, as_manager):
    freeze(vacancy)
    duties[0].text = "Answers hard enquiries"
    duties[0].save()
    make_criterion(vacancy, "Can plan")
    page = page_of(as_manager.get(address(vacancy, "version_changes", 1)))
    assert '<ins><span class="portal-changes__word">[added]</span> hard </ins>' in page
    assert "Duty 1: changed" in page
    assert "Criterion 1: added" in page
    assert "From version 1 to the draft now: 2 changes." in page


def test_version_changes_between_versions_puts_the_older_first(vacancy, duties, as_manager):
    freeze(vacancy)
    duties[2].delete()
    freeze(vacancy)
    for one, other in ((1, 2), (2, 1)):
        page = page_of(as_manager.get(address(vacancy, "version_changes", one), {"to": other}))
        assert "From version 1 to version 2" in page
        assert "Duty 3: removed" in page


def test_version_changes_says_when_nothing_differs(vacancy, duties, as_manager):
    freeze(vacancy)
    page = page_of(as_manager.get(address(vacancy, "version_changes", 1)))
    assert "Nothing differs between version 1 and the draft now." in page


@pytest.mark.parametrize("to", ["7", "x", NO_ROW_HAS_IT, "-1"])
def test_version_changes_refuses_a_version_that_is_not_there(vacancy, duties, as_manager, to):
    freeze(vacancy)
    response = as_manager.get(address(vacancy, "version_changes", 1), {"to": to})
    assert response.status_code == 200
    assert "Choose the draft now or a version from the list" in page_of(response)


@pytest.mark.parametrize("page", ["version_detail", "version_changes", "example_offer"])
def test_a_version_that_is_not_there_answers_404(vacancy, duties, as_manager, page):
    freeze(vacancy)
    for number in (0, 2, int(NO_ROW_HAS_IT)):
        assert as_manager.get(address(vacancy, page, number)).status_code == 404


@pytest.mark.parametrize("page", ["version_detail", "version_changes", "example_offer"])
def test_a_version_of_another_vacancy_answers_404(other_vacancy, as_manager, page):
    freeze(other_vacancy)
    assert as_manager.get(address(other_vacancy, page, 1)).status_code == 404


@pytest.mark.parametrize("text", ODD_TEXTS.values(), ids=ODD_TEXTS)
def test_odd_texts_are_shown_as_text(vacancy, as_manager, text):
    duty = add_duty(vacancy=vacancy, text=text, key=uuid.uuid4())
    freeze(vacancy)
    assert shown(page_of(as_manager.get(address(vacancy, "version_detail", 1))), text)
    duty.delete()
    page = page_of(as_manager.get(address(vacancy, "version_changes", 1)))
    assert "<script>alert" not in page
    assert "Duty 1: removed" in page


@pytest.mark.parametrize(
    ("page", "rest"),
    [("version_list", ()), ("version_detail", (1,)), ("version_changes", (1,))],
)
def test_the_number_of_queries_stays_the_same(vacancy, duties, criterion, as_manager, page, rest):
    def queries():
        with CaptureQueriesContext(connection) as caught:
            as_manager.get(address(vacancy, page, *rest))
        return len(caught)

    freeze(vacancy)
    few = queries()
    for number in range(5):
        make_criterion(vacancy, f"Criterion {number}", duties=duties)
        add_duty(vacancy=vacancy, text=f"Duty {number}", key=uuid.uuid4())
        freeze(vacancy)
    assert queries() == few < 14


@pytest.fixture
def profile(reference_data):
    return Profile.objects.get(code="ILL-LIB-5")


def test_the_date_of_agreement_is_today_unless_another_is_typed(vacancy, duties, as_manager):
    page = " ".join(page_of(as_manager.get(address(vacancy))).split())
    today = localdate()
    assert re.search(rf'name="agreed_on_year" value="{today.year}"', page)
    as_manager.post(address(vacancy), answers())
    assert vacancy.versions.get().agreed_on == today
    add_duty(vacancy=vacancy, text="Plans the rota", key=uuid.uuid4())
    typed = {"agreed_on_day": "4", "agreed_on_month": "3", "agreed_on_year": "2025"}
    as_manager.post(address(vacancy), answers(**typed))
    assert vacancy.versions.first().agreed_on == date(2025, 3, 4)
    page = page_of(as_manager.get(address(vacancy, "version_detail", 2)))
    assert "Agreed with: Head of service, 4 March 2025." in page


def test_a_date_of_agreement_to_come_is_refused(vacancy, duties, as_manager):
    tomorrow = localdate() + timedelta(days=1)
    parts = {f"agreed_on_{part}": getattr(tomorrow, part) for part in ("day", "month", "year")}
    page = page_of(as_manager.post(address(vacancy), answers(**parts)))
    assert "ate of agreement" in page
    assert "Head of service" in page
    assert not vacancy.versions.exists()


def test_a_version_that_nobody_agreed_has_no_date_of_agreement(vacancy, duties, as_manager):
    as_manager.post(address(vacancy), answers(agreed_with=""))
    assert vacancy.versions.get().agreed_on is None


def test_the_evidence_is_frozen_with_the_version(vacancy, duties, profile, as_manager):
    Vacancy.objects.filter(pk=vacancy.pk).update(profile=profile)
    evidence = {"factor": "F1", "text": "Explains searches", "duties": duties[:1], "level": 3}
    save_evidence(vacancy=vacancy, **evidence)
    as_manager.post(address(vacancy), answers())
    version = vacancy.versions.get()
    frozen = sheet_in(version)
    assert (frozen.version, frozen.agreed_with) == (1, "Head of service")
    row = frozen.factors[0]
    assert (row.code, row.evidence, row.duties, row.level) == ("F1", "Explains searches", (1,), 3)
    save_evidence(vacancy=vacancy, **{**evidence, "text": "Teaches searches", "level": 4})
    assert sheet_in(version).factors[0].evidence == "Explains searches"
    page = page_of(as_manager.get(address(vacancy, "version_detail", 1)))
    assert "Explains searches" in page
    assert "Teaches searches" not in page
    changes = page_of(as_manager.get(address(vacancy, "version_changes", 1)))
    assert "From version 1 to the draft now: 1 change." in changes
    assert "Evidence: Communication" in changes
    file = as_manager.get(address(vacancy, "version_evidence_file", 1, "docx"))
    assert "evidence-sheet-version-1-" in file.headers["Content-Disposition"]
    words = "\n".join(
        text for text in Document(io.BytesIO(file.content)).element.body.itertext() if text.strip()
    )
    for expected in ("Explains searches", "1, frozen on ", "Head of service", "Indicative"):
        assert expected in words
    as_manager.post(address(vacancy), answers())
    assert vacancy.versions.count() == 2, "new evidence is something to freeze"


def test_evidence_without_a_profile_is_frozen_too(vacancy, duties, as_manager):
    save_evidence(vacancy=vacancy, factor="F2", text="Catalogues", duties=[], level=3)
    as_manager.post(address(vacancy), answers())
    rows = [row for row in sheet_in(vacancy.versions.get()).factors if row.level]
    assert [(row.evidence, row.verdict) for row in rows] == [("Catalogues", "no-range")]
    assert "Catalogues" in page_of(as_manager.get(address(vacancy, "version_detail", 1)))
    url = address(vacancy, "version_evidence_file", 1, "pdf")
    assert as_manager.get(url).headers["Location"] == address(vacancy, "version_detail", 1)


def test_a_version_of_the_format_before_evidence_is_still_read(vacancy, duties, as_manager):
    version = freeze(vacancy)
    version.content = {"format": 1, "draft": version.content["draft"]}
    version.save()
    save_evidence(vacancy=vacancy, factor="F2", text="Catalogues", duties=[], level=3)
    assert sheet_in(version) is None
    assert as_manager.get(address(vacancy, "version_detail", 1)).status_code == 200
    page = page_of(as_manager.get(address(vacancy, "version_changes", 1)))
    assert "Nothing differs" in page


def test_an_example_carries_no_evidence(vacancy, duties):
    save_evidence(vacancy=vacancy, factor="F2", text="Catalogues", duties=[], level=3)
    assert "Catalogues" not in json.dumps(offer(vacancy).content)
