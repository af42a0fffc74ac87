"""The manager's vacancies: who sees which, opening, sharing, deleting."""

import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kls_portal.accounts.models import Membership
from tests.each import each
from tests.pages import Page, error_codes
from tests.vacancies.typed import NO_ROW_HAS_IT, seen
from vacancies.models import Vacancy

NEW = reverse("vacancies:vacancy_create")
LIST = reverse("vacancies:vacancy_list")


def answers(people, **changed):
    return {
        "title": "Clinical librarian",
        "organisation": people.northfield.pk,
        "band": "6",
        "profile": "",
        "key": str(uuid.uuid4()),
        **changed,
    }


def test_vacancy_list_shows_each_person_their_own(people, vacancy, client_of):
    shown = {
        name: vacancy.title in client_of(getattr(people, name)).get(LIST).content.decode()
        for name in ("manager", "colleague", "lead", "other")
    }
    assert shown == {"manager": True, "colleague": False, "lead": True, "other": False}


def test_vacancy_list_tells_somebody_without_an_organisation(people, client_of):
    assert "no-organisation" in Page(client_of(people.editor).get(LIST)).ids


def test_vacancy_create_opens_a_file(people, as_manager):
    response = as_manager.post(NEW, answers(people))
    vacancy = Vacancy.objects.get()
    assert response.headers["Location"] == vacancy.get_absolute_url()
    assert (vacancy.title, vacancy.band, vacancy.created_by) == (
        "Clinical librarian",
        "6",
        people.manager,
    )


def test_vacancy_create_goes_on_to_an_old_job_description(people, as_manager):
    assert Page(as_manager.get(NEW)).all("button[name=then]")
    response = as_manager.post(NEW, answers(people, then="import"))
    there = reverse("vacancies:import_create", args=[Vacancy.objects.get().pk])
    assert response.headers["Location"] == there


def test_vacancy_create_sent_twice_opens_one_though_going_back_made_a_new_page(people, as_manager):
    def sent():
        key = Page(as_manager.get(NEW)).value("key")
        return as_manager.post(NEW, answers(people, key=key)).headers["Location"]

    assert sent() == sent()
    assert Vacancy.objects.count() == 1


def test_vacancy_create_after_going_back_keeps_the_other_post_too(people, as_manager):
    first = answers(people)
    as_manager.post(NEW, first)
    as_manager.post(NEW, {**first, "title": "Archivist"})
    assert set(Vacancy.objects.values_list("title", flat=True)) == {
        "Clinical librarian",
        "Archivist",
    }


def test_vacancy_create_with_the_key_of_another_person_opens_their_own(
    people, as_manager, client_of
):
    key = str(uuid.uuid4())
    as_manager.post(NEW, answers(people, key=key))
    theirs = client_of(people.other).post(
        NEW, answers(people, key=key, organisation=people.southmoor.pk)
    )
    assert theirs.status_code == 302
    assert set(Vacancy.objects.values_list("organisation", flat=True)) == {
        people.northfield.pk,
        people.southmoor.pk,
    }


@each(
    "sent, codes",
    [
        (
            {"title": "", "band": "12", "profile": "99999", "organisation": NO_ROW_HAS_IT},
            ["required", "invalid_choice", "invalid_choice", "invalid_choice"],
        ),
        ({"title": "x" * 201, "profile": NO_ROW_HAS_IT}, ["max_length", "invalid_choice"]),
        ({"title": "\u200b\ufeff"}, ["required"]),
        ({"key": "not a key"}, ["invalid"]),
        ({"title": "Librarian, ask jo.lind@example.com"}, ["email address"]),
    ],
)
def test_vacancy_create_says_what_is_wrong(people, as_manager, sent, codes):
    response = as_manager.post(NEW, answers(people, **sent))
    assert Page(response).errors == {"" if field == "key" else field for field in sent}
    found = error_codes(response.context["form"])
    assert found == {field: {code} for field, code in zip(sent, codes, strict=True)}
    assert not Vacancy.objects.exists()


def test_a_handover_starts_before_there_is_a_vacancy(people, as_manager):
    page = Page(as_manager.get(NEW, {"start": "handover"}))
    assert not page.all("[name=band], [name=profile]")
    values = {name: answers(people)[name] for name in ("title", "organisation", "key")}
    response = as_manager.post(NEW, {**values, "then": "handover"})
    vacancy = Vacancy.objects.get()
    assert response.headers["Location"] == reverse("vacancies:handover_link", args=[vacancy.pk])
    wrong = as_manager.post(NEW, {**values, "title": "", "then": "handover"})
    assert wrong.context["is_handover"]


def test_vacancy_create_refuses_another_organisation(people, as_manager):
    page = as_manager.post(NEW, answers(people, organisation=people.southmoor.pk))
    assert page.status_code == 200
    assert not Vacancy.objects.exists()


def test_vacancy_create_keeps_every_script(people, as_manager):
    title = '<script>alert(1)</script> #read("/etc/passwd") أمين المكتبة 📚'
    as_manager.post(NEW, answers(people, title=title))
    page = as_manager.get(Vacancy.objects.get().get_absolute_url()).content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page
    assert "أمين المكتبة 📚" in page


def test_vacancy_detail_shows_status_and_lacks(vacancy, as_manager, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        page = Page(as_manager.get(vacancy.get_absolute_url()))
    assert "not-started" in page.statuses
    assert page.texts(".nhsuk-task-list__hint"), "it says what is still to do"


def test_vacancy_share_lets_a_colleague_in(people, vacancy, as_manager, client_of):
    address = reverse("vacancies:vacancy_share", args=[vacancy.pk])
    colleague = client_of(people.colleague)
    assert colleague.get(vacancy.get_absolute_url()).status_code == 404
    opened = seen(as_manager, address)
    chosen = {"shared_with": [people.colleague.pk], "version_token": opened}
    as_manager.post(address, chosen)
    assert colleague.get(vacancy.get_absolute_url()).status_code == 200
    older = as_manager.post(address, {"shared_with": [], "version_token": opened})
    assert older.context["form"].changed_meanwhile, "what another window saved is not taken away"
    assert colleague.get(vacancy.get_absolute_url()).status_code == 200
    as_manager.post(address, {"shared_with": [], "version_token": seen(as_manager, address)})
    assert colleague.get(vacancy.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("page", ["vacancy_share", "vacancy_delete"])
def test_who_leads_another_organisation_keeps_no_vacancy_of_this_one(
    vacancy, people, client_of, page
):
    vacancy.shared_with.add(people.colleague)
    people.southmoor.memberships.create(user=people.colleague, role=Membership.Role.LEAD)
    address = reverse(f"vacancies:{page}", args=[vacancy.pk])
    assert client_of(people.colleague).post(address, {"sure": "on"}).status_code == 403


@pytest.mark.parametrize("page", ["vacancy_share", "vacancy_delete"])
def test_a_shared_colleague_works_on_it_but_does_not_give_it_away(people, vacancy, client_of, page):
    vacancy.shared_with.add(people.colleague)
    address = reverse(f"vacancies:{page}", args=[vacancy.pk])
    colleague = client_of(people.colleague)
    assert colleague.post(address, {"sure": "on"}).status_code == 403
    assert Vacancy.objects.filter(shared_with=people.colleague).exists()
    assert address not in colleague.get(vacancy.get_absolute_url()).content.decode()
    assert client_of(people.lead).get(address).status_code == 200


def test_vacancy_share_offers_nobody_of_another_organisation(people, vacancy, as_manager):
    address = reverse("vacancies:vacancy_share", args=[vacancy.pk])
    offered = {box.get("value") for box in Page(as_manager.get(address)).all("[name=shared_with]")}
    assert str(people.other.pk) not in offered
    assert str(people.colleague.pk) in offered
    response = as_manager.post(address, {"shared_with": [people.other.pk]})
    assert response.status_code == 200
    assert not vacancy.shared_with.exists()


@pytest.mark.parametrize("chosen", ["\x00", "somebody", "-1", NO_ROW_HAS_IT])
def test_vacancy_share_refuses_what_is_no_person(people, vacancy, as_manager, chosen):
    address = reverse("vacancies:vacancy_share", args=[vacancy.pk])
    response = as_manager.post(address, {"shared_with": [people.colleague.pk, chosen]})
    assert Page(response).errors == {"shared_with"}
    assert not vacancy.shared_with.exists()


@pytest.mark.parametrize("number", [0, NO_ROW_HAS_IT])
def test_vacancy_detail_of_a_number_that_nobody_has_is_not_there(people, as_manager, number):
    assert as_manager.get(f"/vacancies/{number}/").status_code == 404


def test_somebody_who_left_the_organisation_sees_nothing(people, vacancy, as_manager):
    Membership.objects.filter(user=people.manager).delete()
    assert as_manager.get(vacancy.get_absolute_url()).status_code == 404


def test_vacancy_delete_needs_a_deliberate_yes(vacancy, as_manager):
    address = reverse("vacancies:vacancy_delete", args=[vacancy.pk])
    assert Page(as_manager.post(address)).errors == {"sure"}
    assert Vacancy.objects.exists()
    assert as_manager.post(address, {"sure": "on"}).status_code == 302
    assert not Vacancy.objects.exists()


@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite writes one at a time.")
def test_a_vacancy_alone_is_kept_from_others_only_while_it_is_saved(vacancy, as_manager):
    address = reverse("vacancies:timeline_edit", args=[vacancy.pk])
    locks = f'FOR UPDATE OF "{Vacancy._meta.db_table}"'
    for ask, expected in ((as_manager.get, False), (as_manager.post, True)):
        with CaptureQueriesContext(connection) as queries:
            assert ask(address).status_code < 400
        assert any(locks in query["sql"] for query in queries) == expected
