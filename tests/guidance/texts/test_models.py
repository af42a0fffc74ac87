"""Pages, revisions and resources as rows."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from guidance.models import ExternalResource, Page
from tests.each import each


@each(
    "url, confirmed, address",
    [
        ("https://a.example/b?c=1", True, "https://a.example/b?c=1"),
        ("http://a.example/b", True, "https://a.example/b"),
        ("www.a.example", True, "https://www.a.example"),
        ("https://a.example", False, ""),
        ("", True, ""),
    ],
)
def test_only_a_confirmed_address_is_a_link(url, confirmed, address):
    assert ExternalResource(url=url, confirmed=confirmed).address == address


@each("url", ["javascript:alert(1)", "ftp://a.example", "a b.example", "nowhere", "//a.example"])
def test_an_address_that_is_none_is_refused(url):
    resource = ExternalResource(code="a", name="a", publisher="a", use="a", url=url)
    with pytest.raises(ValidationError) as refused:
        resource.clean_fields()
    assert set(refused.value.error_dict) == {"url"}


@each("url", ["", "www.a.example", "https://a.example:8080/b?c#d", "a.example/?e=1"])
def test_an_address_as_seen_is_taken(url):
    ExternalResource(code="a", name="a", publisher="a", use="a", url=url).clean_fields()


@each(
    "today, overdue",
    [(date(2026, 11, 21), False), (date(2026, 11, 22), False), (date(2026, 11, 23), True)],
)
def test_a_page_is_overdue_from_the_day_after(today, overdue):
    assert Page(next_review=date(2026, 11, 22)).is_overdue(today) is overdue


def test_the_vocabulary_of_pages(make_page):
    top = make_page("a")
    later = make_page("later", top, order=2)
    first = make_page("first", top, order=1)
    make_page("ab")
    hidden = make_page("hidden", top)
    Page.objects.filter(pk=hidden.pk).update(live=None)
    assert set(Page.objects.live()) == set(Page.objects.exclude(pk=hidden.pk))
    assert set(Page.objects.in_section("a/first")) == {top, later, first, hidden}
    assert set(Page.objects.beneath("a")) == {later, first, hidden}
