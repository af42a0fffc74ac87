"""A vacancy's first page is made of what features register."""

import pytest
from django.urls import reverse

from vacancies.overview import views
from vacancies.posts.models import Vacancy
from vacancies.posts.overview import PARTS, Entry, Notice, Overview, overview


@pytest.fixture
def lines(vacancy, reference_data, people):
    fetched = overview.fetched(Vacancy.objects.all()).telling(people.manager, "share")
    return overview.lines_of(fetched.get(pk=vacancy.pk), vacancy.changed.date())


def test_every_entry_has_a_part_and_an_id_of_its_own(lines):
    entries = [line for line in lines if isinstance(line, Entry)]
    assert {one.part for one in entries} == {part.slug for part in PARTS}
    ids = [one.id for one in entries]
    assert len(ids) == len(set(ids)) > 20
    assert all(one.address or one.files for one in entries)


def test_what_a_feature_registers_stands_on_the_page(vacancy, as_manager, monkeypatch):
    mine = Overview()
    monkeypatch.setattr(views, "overview", mine)
    mine.register(
        lambda vacancy, today: [
            Entry("end", "done", "It is done", "/done/", "complete"),
            Entry("section", "half", "Half", "/half/", "incomplete", "The other half."),
            Entry("use", "read", "Read it", "/read/"),
            Notice("vacancies/recruiting/partials/filled.html", {"vacancy_id": vacancy.pk}),
        ]
    )
    page = as_manager.get(reverse("vacancies:vacancy_detail", args=[vacancy.pk])).content.decode()
    for expected in ('href="/done/"', 'href="/half/"', 'href="/read/"', "/outcome/reopen/"):
        assert expected in page
    assert page.index('href="/half/"') < page.index('href="/read/"') < page.index('href="/done/"')
    assert 'data-complete="0"' in page
    assert "of 1 sections" in page


def test_a_colleague_it_is_shared_with_has_no_entry_to_share_it(vacancy, people, client_of):
    vacancy.shared_with.add(people.colleague)
    address = reverse("vacancies:vacancy_detail", args=[vacancy.pk])
    share = reverse("vacancies:vacancy_share", args=[vacancy.pk])
    assert share not in client_of(people.colleague).get(address).content.decode()
    assert share in client_of(people.lead).get(address).content.decode()
