"""A vacancy that starts from an example, and what changed since."""

import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.each import each
from tests.pages import Page, error_codes, markup_of
from tests.vacancies.conftest import make_criterion
from tests.vacancies.versions import offer
from vacancies.drafting.services.ordered import add_duty
from vacancies.models import Example, Vacancy


@pytest.fixture
def example(other_vacancy):
    """An approved example of the other organisation."""
    return offer(other_vacancy, "approved", area="records")


@pytest.fixture
def address(example):
    return reverse("vacancies:example_copy", args=[example.pk])


def answers(people, **changed):
    return {
        "title": "Archivist",
        "organisation": people.northfield.pk,
        "key": str(uuid.uuid4()),
        **changed,
    }


def copied(as_manager, people, address):
    as_manager.post(address, answers(people))
    return Vacancy.objects.get(organisation=people.northfield)


def changes(client, vacancy):
    return markup_of(client.get(reverse("vacancies:copy_changes", args=[vacancy.pk])))


def test_example_copy_opens_a_vacancy_of_their_own(people, example, address, as_manager):
    response = as_manager.post(address, answers(people, title="Records lead"))
    vacancy = Vacancy.objects.get(organisation=people.northfield)
    assert response.url == vacancy.get_absolute_url()
    assert (vacancy.title, vacancy.band, vacancy.created_by) == (
        "Records lead",
        "5",
        people.manager,
    )
    assert vacancy.example_copy.example == example
    assert vacancy.purpose.startswith("To find evidence")
    assert [duty.text for duty in vacancy.duties.all()] == ["Keeps the archive"]
    criterion = vacancy.criteria.get()
    assert (criterion.text, criterion.assessed_by) == ("Can read old hands", ["interview"])
    assert list(criterion.duties.all()) == list(vacancy.duties.all())


def test_the_copy_is_independent(people, other_vacancy, address, as_manager):
    vacancy = copied(as_manager, people, address)
    vacancy.duties.all().delete()
    assert other_vacancy.duties.count() == 1
    assert as_manager.get(other_vacancy.get_absolute_url()).status_code == 404


def test_sent_twice_copied_once(people, address, as_manager):
    same = answers(people)
    addresses = {as_manager.post(address, same).url for _ in range(2)}
    assert len(addresses) == 1
    vacancy = Vacancy.objects.get(organisation=people.northfield)
    assert (vacancy.duties.count(), vacancy.criteria.count()) == (1, 1)


def test_copied_again_it_is_another(people, address, as_manager):
    for _ in range(2):
        as_manager.post(address, answers(people))
    assert Vacancy.objects.filter(organisation=people.northfield).count() == 2


@each(
    "field, typed, code",
    [
        ("title", "", "required"),
        ("title", "x" * 201, "max_length"),
        ("organisation", "", "required"),
        ("key", "x", "invalid"),
    ],
)
def test_a_refused_answer_gives_a_sentence(people, address, as_manager, field, typed, code):
    response = as_manager.post(address, answers(people, **{field: typed}))
    assert Page(response).errors == {"" if field == "key" else field}
    assert error_codes(response.context["form"]) == {field: {code}}
    assert not Vacancy.objects.filter(organisation=people.northfield).exists()


def test_nobody_copies_into_another_organisation(people, address, as_manager):
    response = as_manager.post(address, answers(people, organisation=people.southmoor.pk))
    assert response.status_code == 200
    assert Vacancy.objects.count() == 1


def test_without_an_organisation_nobody_copies(people, address, client_of):
    for who in (people.editor, people.superuser):
        assert client_of(who).get(address).status_code == 403
        assert client_of(who).post(address, answers(people)).status_code == 403
    assert Vacancy.objects.count() == 1


def test_copying_asks_the_same_however_much_there_is(people, other_vacancy, as_manager):
    def queries():
        example = offer(other_vacancy, "approved")
        page = reverse("vacancies:example_copy", args=[example.pk])
        with CaptureQueriesContext(connection) as caught:
            as_manager.post(page, answers(people))
        return len(caught)

    few = queries()
    for number in range(5):
        duty = add_duty(vacancy=other_vacancy, text=f"Duty {number}", key=uuid.uuid4())
        make_criterion(other_vacancy, f"Criterion {number}", duties=[duty])
    assert queries() == few


def test_vacancy_detail_links_to_what_it_was_copied_from(people, vacancy, address, as_manager):
    as_manager.post(address, answers(people))
    copy = Vacancy.objects.get(example_copy__isnull=False)
    link = reverse("vacancies:copy_changes", args=[copy.pk])
    assert link in Page(as_manager.get(copy.get_absolute_url())).links
    plain = reverse("vacancies:copy_changes", args=[vacancy.pk])
    assert plain not in Page(as_manager.get(vacancy.get_absolute_url())).links
    assert as_manager.get(plain).status_code == 404


def test_copy_changes_says_when_nothing_changed(people, address, as_manager):
    vacancy = copied(as_manager, people, address)
    page = Page(changes(as_manager, vacancy))
    assert "nothing-changed" in page.ids
    assert page.all("[data-row]") == []


def test_copy_changes_shows_what_changed(people, example, address, as_manager):
    vacancy = copied(as_manager, people, address)
    vacancy.duties.update(text="Keeps the digital archive")
    page = changes(as_manager, vacancy)
    (row,) = Page(page).all("[data-row]")
    assert (row.get("data-row"), row.get("data-kinds")) == ("duty-1", "changed")
    assert "digital" in Page(page).text("[data-row=duty-1] ins")
    assert reverse("vacancies:example_detail", args=[example.pk]) in Page(page).links


@pytest.mark.parametrize("status", ["declined", "withdrawn"])
def test_copy_changes_shows_nothing_of_an_example_that_is_gone(people, address, as_manager, status):
    vacancy = copied(as_manager, people, address)
    vacancy.duties.all().delete()
    Example.objects.update(status=status)
    page = changes(as_manager, vacancy)
    assert "example-gone" in Page(page).ids
    assert "Keeps the archive" not in page


def test_the_copy_outlives_the_example(people, address, as_manager):
    vacancy = copied(as_manager, people, address)
    Example.objects.all().delete()
    assert as_manager.get(vacancy.get_absolute_url()).status_code == 200
    page = reverse("vacancies:copy_changes", args=[vacancy.pk])
    assert as_manager.get(page).status_code == 404
