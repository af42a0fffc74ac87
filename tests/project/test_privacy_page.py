"""The privacy page is true: each sentence that promises something has a test that holds it.

A sentence that is new, a number that differs from its clock, and a table that is new fail until
they stand in `privacy.toml`.
"""

import re
import uuid
from datetime import date, timedelta

import pytest
from allauth.core.internal.ratelimit import get_cache_key, parse_rates
from django.apps import apps
from django.conf import settings
from django.contrib.auth.hashers import identify_hasher
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import now

from guidance.models import Feedback, SearchMiss
from guidance.pages.services import approvals, feedback
from guidance.search import services as search_misses
from kls_portal import limits
from kls_portal.accounts.models import Membership, User
from kls_portal.operation import jobs, reports
from kls_portal.operation import models as operation
from tests.conftest import PASSWORD
from tests.each import each
from tests.project.promises import ROOT, is_there, sentences, table
from tests.vacancies.induction_pages import POST, QUICK, quick_file
from tests.vacancies.links import handover_link
from tests.vacancies.versions import offer
from vacancies.drafting.services import reviews
from vacancies.induction.forms.plan import PlanForm
from vacancies.induction.services.plans import make_plan
from vacancies.models import (
    DraftVersion,
    Example,
    HandoverAnswers,
    InductionPlan,
    InductionSettings,
    Tick,
    Vacancy,
    VacancyLink,
)
from vacancies.retention.forms.handover import NAMES as LEAVER_ANSWERS
from vacancies.retention.models import OFFER_MONTHS
from vacancies.retention.services import handover

TABLE, SENTENCES = table("privacy"), sentences("privacy")
HELD = TABLE["held"]
OF_NOBODY = {f"{app}.{name}" for app, names in TABLE["of_nobody"].items() for name in names}
TODAY = date(2026, 11, 28)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
YEAR = 365 * DAY
SAID = {MINUTE: "one minute", HOUR: "one hour", YEAR: "one year"}


def said(clock: timedelta | int) -> str:
    """A clock, or a number of seconds, in the words of the page."""
    clock = timedelta(seconds=clock) if isinstance(clock, int) else clock
    for unit, name in ((DAY, "days"), (HOUR, "hours"), (MINUTE, "minutes")):
        if clock not in SAID and clock >= unit:
            return f"{clock // unit} {name}"
    return SAID[clock]


def rate(name: str) -> str:
    """How long allauth counts what this rate limits; all its parts count as long."""
    (clock,) = {part.duration for part in parse_rates(settings.ACCOUNT_RATE_LIMITS[name])}
    return said(timedelta(seconds=clock))


def in_browser() -> str:
    """How long words that are not saved stay in the browser: a constant of the script."""
    script = (ROOT / "static/js/unsaved-words.js").read_text(encoding="utf-8")
    (days,) = re.findall(r"const LONGEST = (\d+) \* 24 \* 60 \* 60 \* 1000", script)
    return said(int(days) * DAY)


CLOCKS = {
    "answers": said(settings.FEEDBACK_SHOWN_DAYS * DAY),
    "answers_counted": said(feedback.HOUR),
    "approvers": said(approvals.NAMES_KEPT),
    "browser": in_browser(),
    "handovers": said(handover.KEPT_DAYS * DAY),
    "letters": said(operation.KEPT),
    "reviews": said(reviews.KEPT_DAYS * DAY),
    "links": said(settings.LINKS_KEPT_DAYS * DAY),
    "offers": f"{OFFER_MONTHS} months",
    "plans": said(InductionSettings.DEFAULT_DAYS * DAY),
    "reports": said(reports.KEPT),
    "resets_counted": rate("reset_password"),
    "searches": said(search_misses.KEPT),
    "sessions": said(settings.SESSION_COOKIE_AGE),
    "sign_ins_counted": rate("login_failed"),
    "themes": f"{OFFER_MONTHS} months",
    "uses_counted": said(limits.SECONDS),
}
PROMISES = {text.format(**CLOCKS): test for text, test in TABLE["promises"].items()}
TOLD = TABLE["told"]["sentences"]


def test_every_sentence_is_a_promise_with_a_test_or_told():
    assert [one for one in SENTENCES if one not in PROMISES and one not in TOLD] == []


def test_every_promise_stands_on_the_page_with_the_number_of_its_clock():
    assert [one for one in PROMISES if one not in SENTENCES] == []
    assert [one for one in TOLD if one not in SENTENCES] == []


@each("test", sorted(set(PROMISES.values())))
def test_every_promise_is_held_by_a_test_that_is_there(test):
    assert is_there(test)


def test_every_table_is_on_the_page_or_about_nobody():
    tables = {model._meta.label for model in apps.get_models()}
    assert tables == set(HELD) | OF_NOBODY
    text = " ".join(SENTENCES)
    assert [part for part in HELD.values() if part not in text] == []


def test_no_table_of_nobody_points_to_a_person():
    for label in OF_NOBODY:
        related = {f.related_model for f in apps.get_model(label)._meta.fields if f.related_model}
        assert User not in related, label


def columns(model: type) -> set[str]:
    return {field.name for field in model._meta.get_fields() if not field.auto_created}


def test_an_account_holds_what_the_page_names():
    rights = {"is_active", "is_staff", "is_superuser", "groups", "user_permissions"}
    named = {"email", "name", "password", "date_joined", "last_login"}
    named |= {"shut_out_at", "wants_digest"}
    assert columns(User) - {"id"} == named | rights
    assert columns(Membership) - {"id"} == {"user", "organisation", "role"}


def test_a_password_is_hashed(people):
    assert identify_hasher(people.manager.password).algorithm
    assert PASSWORD not in people.manager.password


def test_a_plan_holds_what_the_page_names():
    post = {"organisation", "vacancy", "kind", "title", "role", "band", "traits", "weekdays"}
    dates = {"starts_on", "purge_on", "moves", "finished_at", "created", "changed"}
    dates |= {"probation_ended_on"}
    welcome = {"arrives_at", "place", "met_by", "bring", "first_week"}
    welcome |= {"manager_title", "buddy_title"}
    own = {"created_by", "starter_name", "inherited_tasks", "record", "key", "revision"}
    assert columns(InductionPlan) - {"id"} == post | dates | welcome | own
    # The plan of a vacancy remembers the colleague; that of a starter the role alone.
    assert {f.name for f in Tick._meta.fields if f.related_model is User} == {
        "person",
        "undone_person",
    }


def test_a_starters_name_may_be_left_out(db):
    assert not PlanForm.base_fields["starter_name"].required
    assert InductionPlan._meta.get_field("starter_name").blank


def test_a_handover_holds_what_the_page_names():
    assert columns(HandoverAnswers) - {"id"} == {*LEAVER_ANSWERS, "vacancy", "changed", "purge_on"}
    assert len(LEAVER_ANSWERS) == 10
    link = {"digest", "made_at", "made_by", "expires_at", "revoked_at"}
    assert columns(VacancyLink) - {"id"} == link | {"vacancy", "kind", "version"}


def test_an_answer_and_a_search_have_no_column_for_who():
    assert columns(Feedback) - {"id"} == {"page", "useful", "sentence", "given_on"}
    assert columns(SearchMiss) - {"id"} == {"words", "count", "last_seen"}


def test_no_table_is_about_candidates():
    words = re.compile(r"candidate|applicant", re.IGNORECASE)
    for model in apps.get_models():
        named = [model.__name__, *(name for name in columns(model) if name != "for_candidates")]
        assert not [name for name in named if words.search(name)], model


def test_the_quick_checklist_writes_nothing(reference_data, client):
    with CaptureQueriesContext(connection) as caught:
        assert client.get(QUICK, POST).status_code == 200
        assert client.get(quick_file("pdf"), POST).status_code == 200
    written = re.compile(r"^(?:INSERT|UPDATE|DELETE)", re.IGNORECASE)
    tables = {q["sql"].split()[2] for q in caught if written.match(q["sql"])}
    assert tables <= {'"operation_storedvalue"'}


def test_a_count_of_tries_holds_the_network_address_and_no_email_address(rf):
    request = rf.get("/", REMOTE_ADDR="192.0.2.7")
    for name in ("login_failed", "reset_password"):
        rates = parse_rates(settings.ACCOUNT_RATE_LIMITS[name])
        keys = [
            get_cache_key(request, app="account", action=name, rate=one, key="jane@nhs.example")
            for one in rates
        ]
        assert any("192.0.2.7" in key for key in keys)
        assert not any("jane" in key for key in keys)


@pytest.mark.parametrize(
    ("starts_on", "counted_from"),
    [(None, TODAY), (TODAY - 5 * DAY, TODAY), (TODAY + 60 * DAY, TODAY + 60 * DAY)],
)
def test_handover_answers_are_kept_from_the_later_of_two_days(
    people, on_day, starts_on, counted_from
):
    on_day(TODAY)
    vacancy = Vacancy.objects.create(
        organisation=people.northfield, created_by=people.manager, starts_on=starts_on
    )
    answers = handover.answers_of(vacancy, change=True)
    assert answers.purge_on == counted_from + handover.KEPT_DAYS * DAY
    Vacancy.objects.update(starts_on=TODAY + 300 * DAY)
    vacancy.refresh_from_db()
    assert handover.answers_of(vacancy, change=True).purge_on == answers.purge_on


def test_whoever_leaves_can_empty_their_answers(people, client, reference_data):
    vacancy = Vacancy.objects.create(
        organisation=people.northfield, created_by=people.manager, title="Librarian"
    )
    answers = handover.answers_of(vacancy, change=True)
    answers.beyond = "Keeps the archive"
    answers.save()
    handover.use_lines(vacancy=vacancy, facts=["beyond:Keeps the archive"], tasks=[])
    address = f"/vacancies/leaver/{handover_link(vacancy, people.manager)}/"
    seen = client.get(address).context["form"]["version_token"].value()
    assert client.post(address, {"beyond": "", "version_token": seen}).context["saved"]
    answers.refresh_from_db()
    assert answers.beyond == ""
    assert [duty.text for duty in vacancy.duties.all()] == ["Keeps the archive"]


def test_a_session_ends_with_the_browser(people, client):
    assert settings.SESSION_EXPIRE_AT_BROWSER_CLOSE
    sign_in = {"login": people.manager.email, "password": PASSWORD}
    cookie = client.post(reverse("account_login"), sign_in).cookies["sessionid"]
    assert (cookie["max-age"], cookie["expires"]) == ("", "")


@pytest.fixture
def example(people, reference_data):
    vacancy = Vacancy.objects.create(
        organisation=people.northfield, created_by=people.manager, title="Librarian"
    )
    return offer(vacancy, "approved")


def test_a_version_goes_with_its_draft_and_its_example_stays(example):
    Vacancy.objects.all().delete()
    assert not DraftVersion.objects.exists()
    assert Example.objects.filter(pk=example.pk).exists()


def test_an_editor_deletes_an_example_for_good(example, people, client_of):
    address = reverse("admin:vacancies_example_delete", args=[example.pk])
    client_of(people.editor).post(address, {"post": "yes"})
    assert not Example.objects.filter(pk=example.pk).exists()


def test_no_nightly_run_deletes_a_draft(example):
    list(jobs.do(["purge_expired"], now() + 20 * YEAR))
    assert Vacancy.objects.exists()
    assert DraftVersion.objects.exists()
    assert Example.objects.filter(pk=example.pk).exists()


def test_a_plan_is_kept_as_long_as_the_page_says(people, reference_data):
    plan = make_plan(
        person=people.manager,
        organisation=people.northfield,
        title="Librarian",
        starts_on=date(2027, 1, 11),
        key=uuid.uuid4(),
    )
    assert plan.purge_on == plan.starts_on + InductionSettings.DEFAULT_DAYS * DAY


def test_what_an_account_wrote_stays(example, people):
    people.manager.delete()
    assert Vacancy.objects.get().created_by is None
    assert Example.objects.get(pk=example.pk).offered_by is None
