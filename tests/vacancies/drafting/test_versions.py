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

from tests.each import each
from tests.pages import Page, error_codes, markup_of
from tests.vacancies.conftest import make_criterion
from tests.vacancies.typed import NO_ROW_HAS_IT, ODD_TEXT, TOO_LONG, shown
from tests.vacancies.versions import freeze, offer
from vacancies.drafting.services.ordered import add_duty
from vacancies.drafting.services.reviews import AGREEMENT
from vacancies.drafting.services.versions import NOTHING_DRAFTED, draft_in, sheet_in
from vacancies.evaluation.services.evidence import save_evidence
from vacancies.models import DraftVersion, Profile, ReviewAnswer, Vacancy
from vacancies.profiles.rules.evidence import INDICATIVE


def address(vacancy, page="version_list", *rest):
    return reverse(f"vacancies:{page}", args=[vacancy.pk, *rest])


def answers(**changed):
    return {"agreed_with": "Head of service", "note": "", "key": str(uuid.uuid4()), **changed}


def changes_in(page):
    """How many changes a page of changes counts."""
    return int(page.all("#compared")[0].get("data-changes"))


def rows_in(page):
    """What became of each row on a page of changes: {"duty-1": "changed", …}."""
    return {one.get("data-row"): one.get("data-kinds") for one in page.all("[data-row]")}


def test_version_list_freezes_the_draft(vacancy, duties, criterion, as_manager, people):
    response = as_manager.post(address(vacancy), answers(note="For the panel"), follow=True)
    assert response.redirect_chain == [(address(vacancy), 302)]
    assert Page(response).banner == "success"
    version = DraftVersion.objects.get()
    assert (version.number, version.title, version.frozen_by) == (1, "Librarian", people.manager)
    assert (version.agreed_with, version.note) == ("Head of service", "For the panel")
    assert [duty.text for duty in draft_in(version).duties] == [duty.text for duty in duties]


def test_version_list_says_that_nothing_is_drafted(vacancy, as_manager):
    assert Page(as_manager.get(address(vacancy))).text("#why-not") == NOTHING_DRAFTED
    response = as_manager.post(address(vacancy), answers())
    assert NOTHING_DRAFTED in markup_of(response)
    assert Page(response).value("agreed_with") == "Head of service"
    assert not DraftVersion.objects.exists()


def test_version_list_says_that_nothing_changed(vacancy, duties, as_manager):
    as_manager.post(address(vacancy), answers())
    response = as_manager.post(address(vacancy), answers(note="Again"))
    assert Page(response).errors == {""}
    assert DraftVersion.objects.count() == 1
    add_duty(vacancy=vacancy, text="Plans the rota", key=uuid.uuid4())
    as_manager.post(address(vacancy), answers())
    assert list(vacancy.versions.values_list("number", flat=True)) == [2, 1]


def test_sent_twice_frozen_once(vacancy, duties, as_manager):
    same = answers()
    for _ in range(2):
        response = as_manager.post(address(vacancy), same, follow=True)
        assert Page(response).banner == "success"
    assert DraftVersion.objects.count() == 1


def test_an_unchanged_draft_is_frozen_again_to_say_which_reviewers_agreed(
    vacancy, duties, as_manager
):
    as_manager.post(address(vacancy), answers(agreed_with=""))
    ReviewAnswer.objects.create(
        version=vacancy.versions.get(),
        key=uuid.uuid4(),
        kind="hr",
        about=AGREEMENT,
        agrees=True,
        role="HR adviser",
        purge_on=date(2030, 1, 1),
    )
    assert Page(as_manager.get(address(vacancy))).value("agreed_with") == "HR adviser"
    assert Page(as_manager.post(address(vacancy), answers(agreed_with=""))).errors == {""}
    as_manager.post(address(vacancy), answers(agreed_with="HR adviser"))
    assert list(vacancy.versions.values_list("agreed_with", flat=True)) == ["HR adviser", ""]
    assert not Page(as_manager.get(address(vacancy))).all("[name=agreed_with]")


@each(
    "field, text, code",
    [
        ("agreed_with", "Dr Jane Smith", "name"),
        ("note", "Mail a.b@nhs.net", "email address"),
        ("note", "Ring 01632 960001", "phone number"),
        ("agreed_with", "x" * 201, "max_length"),
        ("note", TOO_LONG, "max_length"),
        ("key", "no key", "invalid"),
    ],
)
def test_a_refused_answer_gives_a_sentence(vacancy, duties, as_manager, field, text, code):
    response = as_manager.post(address(vacancy), answers(**{field: text}))
    assert Page(response).errors == {"" if field == "key" else field}
    assert error_codes(response.context["form"]) == {field: {code}}
    assert not DraftVersion.objects.exists()


def test_version_detail_shows_it_as_it_was(vacancy, duties, criterion, as_manager):
    Vacancy.objects.filter(pk=vacancy.pk).update(band="5", contract="fixed-term", decides="How")
    as_manager.post(address(vacancy), answers())
    vacancy.duties.all().delete()
    Vacancy.objects.filter(pk=vacancy.pk).update(decides="When")
    response = as_manager.get(address(vacancy, "version_detail", 1))
    page = Page(response)
    for text in ("Answers enquiries", "Can plan a search", Vacancy.Contract.FIXED_TERM.label):
        assert text in page.text()
    assert "<p>How</p>" in markup_of(response)
    assert "Head of service" in page.text("#frozen")


def test_version_changes_marks_words(vacancy, duties, as_manager):
    freeze(vacancy)
    duties[0].text = "Answers hard enquiries"
    duties[0].save()
    make_criterion(vacancy, "Can plan")
    page = Page(as_manager.get(address(vacancy, "version_changes", 1)))
    added = [word.tail.strip() for word in page.all("[data-row=duty-1] ins .portal-changes__word")]
    assert added == ["hard"]
    assert rows_in(page) == {"duty-1": "changed", "criterion-1": "added"}
    assert changes_in(page) == 2


def test_version_changes_between_versions_puts_the_older_first(vacancy, duties, as_manager):
    freeze(vacancy)
    duties[2].delete()
    freeze(vacancy)
    for one, other in ((1, 2), (2, 1)):
        page = Page(as_manager.get(address(vacancy, "version_changes", one), {"to": other}))
        assert re.findall(r"version \d", page.text("#compared")) == ["version 1", "version 2"]
        assert rows_in(page) == {"duty-3": "removed"}


def test_version_changes_says_when_nothing_differs(vacancy, duties, as_manager):
    freeze(vacancy)
    page = Page(as_manager.get(address(vacancy, "version_changes", 1)))
    assert (changes_in(page), rows_in(page)) == (0, {})


@pytest.mark.parametrize("to", ["7", "x", NO_ROW_HAS_IT, "-1"])
def test_version_changes_refuses_a_version_that_is_not_there(vacancy, duties, as_manager, to):
    freeze(vacancy)
    response = as_manager.get(address(vacancy, "version_changes", 1), {"to": to})
    page = Page(response)
    assert (page.errors, page.all("#compared")) == ({"to"}, [])


@pytest.mark.parametrize("page", ["version_detail", "version_changes", "example_offer"])
def test_a_version_that_is_not_there_answers_404(vacancy, duties, as_manager, page):
    freeze(vacancy)
    for number in (0, 2, int(NO_ROW_HAS_IT)):
        assert as_manager.get(address(vacancy, page, number)).status_code == 404


def test_odd_texts_are_shown_as_text(vacancy, as_manager):
    duty = add_duty(vacancy=vacancy, text=ODD_TEXT, key=uuid.uuid4())
    freeze(vacancy)
    assert shown(markup_of(as_manager.get(address(vacancy, "version_detail", 1))), ODD_TEXT)
    duty.delete()
    response = as_manager.get(address(vacancy, "version_changes", 1))
    assert b"<script>alert" not in response.content
    assert rows_in(Page(response)) == {"duty-1": "removed"}


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
    today = localdate()
    page = Page(as_manager.get(address(vacancy)))
    assert page.value("agreed_on_year") == str(today.year)
    as_manager.post(address(vacancy), answers())
    assert vacancy.versions.get().agreed_on == today
    add_duty(vacancy=vacancy, text="Plans the rota", key=uuid.uuid4())
    typed = {"agreed_on_day": "4", "agreed_on_month": "3", "agreed_on_year": "2025"}
    as_manager.post(address(vacancy), answers(**typed))
    assert vacancy.versions.first().agreed_on == date(2025, 3, 4)
    page = Page(as_manager.get(address(vacancy, "version_detail", 2)))
    assert "4 March 2025" in page.text("#frozen")


def test_a_date_of_agreement_to_come_is_refused(vacancy, duties, as_manager):
    tomorrow = localdate() + timedelta(days=1)
    parts = {f"agreed_on_{part}": getattr(tomorrow, part) for part in ("day", "month", "year")}
    page = Page(as_manager.post(address(vacancy), answers(**parts)))
    assert page.errors == {"agreed_on"}
    assert page.value("agreed_with") == "Head of service"
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
    page = Page(as_manager.get(address(vacancy, "version_detail", 1)))
    assert "Explains searches" in page.text("#evidence")
    assert "Teaches searches" not in page.text()
    changes = Page(as_manager.get(address(vacancy, "version_changes", 1)))
    assert changes_in(changes) == 1
    assert [one.get("data-evidence") for one in changes.all("[data-evidence]")] == [row.name]
    file = as_manager.get(address(vacancy, "version_evidence_file", 1, "docx"))
    assert "evidence-sheet-version-1-" in file.headers["Content-Disposition"]
    words = "\n".join(
        text for text in Document(io.BytesIO(file.content)).element.body.itertext() if text.strip()
    )
    for expected in ("Explains searches", "Head of service", INDICATIVE):
        assert expected in words
    as_manager.post(address(vacancy), answers())
    assert vacancy.versions.count() == 2, "new evidence is something to freeze"


def test_evidence_without_a_profile_is_frozen_too(vacancy, duties, as_manager):
    save_evidence(vacancy=vacancy, factor="F2", text="Catalogues", duties=[], level=3)
    as_manager.post(address(vacancy), answers())
    rows = [row for row in sheet_in(vacancy.versions.get()).factors if row.level]
    assert [(row.evidence, row.verdict) for row in rows] == [("Catalogues", "no-range")]
    assert "Catalogues" in markup_of(as_manager.get(address(vacancy, "version_detail", 1)))
    url = address(vacancy, "version_evidence_file", 1, "pdf")
    assert as_manager.get(url).headers["Location"] == address(vacancy, "version_detail", 1)


def test_an_example_carries_no_evidence(vacancy, duties):
    save_evidence(vacancy=vacancy, factor="F2", text="Catalogues", duties=[], level=3)
    assert "Catalogues" not in json.dumps(offer(vacancy).content)
