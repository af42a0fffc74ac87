"""While the database is down: the site's own page with 503, and stored pages for everybody."""

import logging

import pytest
from django.contrib.sessions.models import Session
from django.db import DatabaseError, IntegrityError, OperationalError, ProgrammingError, connection
from django.http import HttpResponse
from django.test import Client
from django.urls import path
from django.utils.timezone import localdate, timedelta

from kls_portal import urls, views
from kls_portal.operation.forgiving import is_database_down

STORED = "/recruiting/"
HOUSE = '<main class="nhsuk-main-wrapper" id="maincontent"'


def fault(kind):
    @views.public
    def raising(request):
        raise kind("on purpose")

    return raising


@views.public
def changes_session(request):
    request.session["tea"] = "green"
    return HttpResponse("changed")


class Addresses:
    """The addresses of the site, and some that fail in one way each."""

    urlpatterns = [
        path("ours/", fault(RuntimeError)),
        path("wrong/", fault(ProgrammingError)),
        path("twice/", fault(IntegrityError)),
        path("away/", fault(OperationalError)),
        path("damaged/", fault(DatabaseError)),
        path("changes/", changes_session),
        *urls.urlpatterns,
    ]
    handler400, handler500 = urls.handler400, urls.handler500


@pytest.fixture
def signed_in(people, client_of, guidance_pages):
    client = client_of(people.manager)
    client.raise_request_exception = False
    return client


@pytest.fixture
def visitor(guidance_pages):
    return Client(raise_request_exception=False)


def assert_unavailable(response):
    page = response.content.decode()
    assert response.status_code == 503
    assert int(response.headers["Retry-After"]) > 0
    assert "no-store" in response.headers["Cache-Control"]
    assert HOUSE in page
    assert "account_login" not in page
    assert 'href="/accounts/login/"' not in page, "nobody knows who is signed in"
    assert "Content-Security-Policy" in response.headers


def test_everybody_gets_the_page_of_the_site(signed_in, visitor, database_down):
    with database_down():
        for address in ("/vacancies/", "/recruiting/", "/accounts/password/change/", "/admin/"):
            assert_unavailable(signed_in.get(address))
        for address in ("/recruiting/", "/search/?q=pay", "/updates/feed/"):
            assert_unavailable(visitor.get(address))


def test_operators_hear_of_it(signed_in, database_down, caplog):
    with database_down():
        signed_in.get("/vacancies/")
    told = [record for record in caplog.records if record.name == "django.request"]
    assert [record.levelno for record in told] == [logging.ERROR]
    assert told[0].exc_info


def test_stored_pages_stay_up_for_people_who_are_signed_in(
    signed_in, visitor, database_down, caplog
):
    stored = visitor.get(STORED).content
    assert b"Manager" in signed_in.get(STORED).content
    assert b"Manager" not in stored
    with database_down():
        response = signed_in.get(STORED)
        assert signed_in.head(STORED).status_code == 200
    assert response.status_code == 200
    assert response.content == stored
    assert response.headers["Cache-Control"] == "private, no-cache"
    assert any(record.levelno == logging.ERROR and record.exc_info for record in caplog.records)
    assert b"Manager" in signed_in.get(STORED).content


def test_a_page_of_yesterday_is_better_than_none(signed_in, visitor, database_down, on_day):
    today = localdate()
    on_day(today)
    stored = visitor.get(STORED).content
    on_day(today + timedelta(days=1))
    with database_down():
        assert visitor.get(STORED).content == stored
        assert signed_in.get(STORED).content == stored
    on_day(today + timedelta(days=2))
    with database_down():
        assert_unavailable(visitor.get(STORED))


def test_a_fault_of_ours_shows_no_stored_page(signed_in, visitor, monkeypatch):
    visitor.get(STORED)

    def broken(*_):
        raise RuntimeError("on purpose")

    monkeypatch.setattr("guidance.pages.views.pages.boxes_for", broken)
    assert signed_in.get(STORED).status_code == 500


def test_who_sent_a_form_is_told_where_the_words_are(signed_in, database_down):
    with database_down():
        posted = signed_in.post("/vacancies/new/", {"title": "Clinical librarian"})
        asked = signed_in.get("/vacancies/new/")
    assert_unavailable(posted)
    assert_unavailable(asked)
    assert 'id="not-saved"' in posted.content.decode()
    assert 'id="not-saved"' not in asked.content.decode()


def test_a_form_without_its_token_is_answered_too(people, client_of, database_down):
    strict = Client(enforce_csrf_checks=True, raise_request_exception=False)
    strict.force_login(people.manager, backend="django.contrib.auth.backends.ModelBackend")
    with database_down():
        assert_unavailable(strict.post("/vacancies/new/", {"title": "x"}))


def test_a_page_that_is_not_there_is_answered_too(signed_in, settings, database_down):
    settings.ROOT_URLCONF = Addresses
    with database_down():
        assert_unavailable(signed_in.get("/vacancies/no-such-page/"))


def test_a_session_that_cannot_be_saved_is_answered_too(signed_in, settings):
    def full(execute, sql, *rest):
        if sql.startswith("UPDATE") and Session._meta.db_table in sql:
            raise OperationalError("database or disk is full")
        return execute(sql, *rest)

    settings.ROOT_URLCONF = Addresses
    with connection.execute_wrapper(full):
        assert_unavailable(signed_in.get("/changes/"))


@pytest.mark.parametrize("address", ["/away/", "/damaged/"])
def test_a_database_that_cannot_be_used_is_503(signed_in, settings, address):
    settings.ROOT_URLCONF = Addresses
    assert_unavailable(signed_in.get(address))


@pytest.mark.parametrize("address", ["/ours/", "/wrong/", "/twice/"])
def test_our_own_faults_are_500_and_ask_nothing(
    signed_in, settings, address, django_assert_num_queries
):
    settings.ROOT_URLCONF = Addresses
    with django_assert_num_queries(0):
        response = signed_in.get(address)
    assert response.status_code == 500
    assert "Retry-After" not in response.headers
    assert HOUSE in response.content.decode()
    assert 'href="/accounts/login/"' not in response.content.decode()


@pytest.mark.parametrize(("address", "status"), [("/ours/", 500), ("/away/", 503)])
def test_words_are_left_where_the_page_cannot_be_shown(
    visitor, settings, monkeypatch, address, status
):
    def missing(name):
        raise ValueError(f"Missing staticfiles manifest entry for '{name}'")

    settings.ROOT_URLCONF = Addresses
    monkeypatch.setattr("django.templatetags.static.StaticNode.handle_simple", missing)
    response = visitor.get(address)
    assert response.status_code == status
    assert "<h1>" in response.content.decode()


def test_what_an_exception_came_from_counts():
    def raised():
        try:
            try:
                raise OperationalError("away")
            except OperationalError:
                raise RuntimeError("not saved")  # noqa: B904  the context is what is tried
        except RuntimeError as problem:
            return problem

    assert is_database_down(raised())
    assert not is_database_down(RuntimeError("ours"))
    assert not is_database_down(None)
