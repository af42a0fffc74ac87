"""What every answer carries: the policy, no cookie on public pages, nothing from elsewhere."""

import re

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.templatetags.static import static
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django.asserts import assertTemplateUsed

import kls_portal.views
from kls_portal.operation.site_version import invalidate_public_cache
from tests.each import each
from tests.pages import Page
from tests.project.access import PUBLIC
from vacancies.models import Vacancy

POLICY = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
}


@pytest.fixture
def site(reference_data, guidance_pages):
    """The whole public site."""


@each("address", PUBLIC)
def test_public_pages(site, client, address):
    response = client.get(address)
    policy = {part.strip() for part in response.headers["Content-Security-Policy"].split(";")}
    assert policy == POLICY
    assert response.cookies == {}
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["X-Frame-Options"] == "DENY"
    assert response.headers["Referrer-Policy"] == "same-origin"
    assert "camera=()" in response.headers["Permissions-Policy"]
    page = response.content.decode()
    assert re.findall(r'(?:src|srcset)="(?!/assets/)[^"]*"', page) == []
    assert re.findall(r'<link [^>]*href="(?!/assets/|/updates/feed/")[^"]*"', page) == []
    assert not re.search(r"\sstyle=|<style|\son\w+=", page)


@pytest.mark.parametrize("address", ["/", "/recruiting/", "/vacancies/profiles/"])
def test_a_public_page_is_stored_until_the_site_changes(
    site, client, address, django_assert_num_queries
):
    first = client.get(address)
    with django_assert_num_queries(0):
        second = client.get(address)
    assert second.content == first.content
    assert second.headers["Cache-Control"] == "public, no-cache"
    assert "Cookie" in second.headers["Vary"]
    again = client.get(address, headers={"if-none-match": second.headers["ETag"]})
    assert again.status_code == 304
    invalidate_public_cache()
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    assert len(queries) > 0


def test_somebody_signed_in_neither_gets_nor_leaves_stored_pages(site, client, people, client_of):
    stored = client.get("/recruiting/").content.decode()
    theirs = client_of(people.manager).get("/recruiting/")
    assert reverse("account_login") in Page(stored).addresses("header")
    assert reverse("account_login") not in Page(theirs).addresses("header")
    assert people.manager.name in Page(theirs).text("header")
    assert theirs.headers["Cache-Control"] == "private, no-cache"
    assert client.get("/recruiting/").content.decode() == stored


@pytest.fixture
def vacancy(people):
    return Vacancy.objects.create(
        organisation=people.northfield,
        created_by=people.manager,
        title="Librarian",
        band="5",
        starts_on="2027-05-04",
    )


@each("address", ["/vacancies/", "/vacancies/new/", "/accounts/password/change/", "/nothing/"])
def test_nobody_keeps_a_page_of_somebody_signed_in(people, client_of, guidance_pages, address):
    kept = client_of(people.manager).get(address).headers["Cache-Control"]
    assert kept == "private, no-store"


@each("rest", ["", "draft/", "induction/", "induction/checklist.ics"])
def test_nobody_keeps_a_page_or_file_of_a_vacancy(reference_data, vacancy, client_of, rest):
    response = client_of(vacancy.created_by).get(f"{vacancy.get_absolute_url()}{rest}")
    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "private, no-store"


def test_the_way_to_sign_in_is_not_kept_either(client, db):
    for address in ("/vacancies/", "/admin/"):
        directives = client.get(address).headers["Cache-Control"]
        assert "private" in directives
        assert "no-store" in directives


def test_a_public_page_without_a_session_may_be_kept(site, client):
    assert "no-store" not in client.get("/search/?q=a").headers.get("Cache-Control", "")
    assert "no-store" not in client.get("/nothing/").headers.get("Cache-Control", "")


@pytest.mark.parametrize("address", ["/", "/nothing/", "/vacancies/", "/favicon.ico"])
def test_head_has_the_headers_of_get_and_no_body(site, address):
    def answer(method):
        told = []
        request = RequestFactory().generic(method, address)
        body = WSGIHandler()(
            request.environ, lambda status, headers: told.append((status, headers))
        )
        sent = b"".join(body)
        body.close()
        (status, headers) = told[0]
        return status, dict(headers).get("Content-Length"), sent

    get, head = answer("GET"), answer("HEAD")
    assert head[:2] == get[:2]
    assert head[2] == b""


def test_the_icon_by_its_old_name_leads_to_the_one_of_this_release(client, db):
    response = client.get("/favicon.ico")
    assert response.status_code == 302
    assert response.headers["Location"] == static("images/favicon.ico")
    assert response.headers["Cache-Control"] == "public, max-age=86400"
    assert response.cookies == {}


def test_a_form_without_its_token_is_refused_kindly(people):
    strict = Client(enforce_csrf_checks=True)
    response = strict.post("/accounts/login/", {"login": "x"})
    assert response.status_code == 403
    assertTemplateUsed(response, "403_csrf.html")


def test_a_fault_shows_the_page_of_the_site(client, monkeypatch, db):
    def broken(*_, **__):
        raise RuntimeError("a fault on purpose")

    monkeypatch.setattr(kls_portal.views, "JsonResponse", broken)
    client.raise_request_exception = False
    response = client.get("/healthz/")
    assert response.status_code == 500
    assertTemplateUsed(response, "500.html")


def test_a_form_that_is_too_large_gets_the_page_of_the_site(people, settings, client_of):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100
    response = client_of(people.manager).post("/vacancies/new/", {"title": "x" * 1_000})
    assert response.status_code == 400
    assertTemplateUsed(response, "400.html")


def test_a_very_long_address_is_only_not_found(site, client):
    assert client.get(f"/recruiting/{'x' * 5_000}/").status_code == 404
