"""Forms that a page sends by itself while somebody types."""

import re
import uuid

import pytest
from django.urls import reverse

from tests.pages import Page
from tests.vacancies.conftest import make_criterion
from tests.vacancies.typed import ODD_TEXTS, seen
from vacancies.drafting.services.ordered import remove
from vacancies.models import OrganisationText, Vacancy

POST = {"title": "Librarian", "contract": "permanent", "hours": "37.5", "place": "Northfield"}


def typed(client, url, answers):
    """Send a form as the page does while somebody types."""
    return client.post(url, answers, headers={"X-Autosave": "1"})


@pytest.fixture
def pages(vacancy, criterion, duties):
    """Address, valid answers and a wrong change of every page that saves as you type."""
    return {
        "post": (reverse("vacancies:post_edit", args=[vacancy.pk]), POST, {"title": ""}),
        "dates": (
            reverse("vacancies:dates_edit", args=[vacancy.pk]),
            {"opens_on_day": "4", "opens_on_month": "1", "opens_on_year": "2027"},
            {"opens_on_day": "32"},
        ),
        "purpose": (
            reverse("vacancies:purpose_edit", args=[vacancy.pk]),
            {"purpose": "Finds evidence"},
            {"purpose": "x" * 5_001},
        ),
        "criterion": (
            reverse("vacancies:criterion_edit", args=[vacancy.pk, criterion.pk]),
            {
                "text": "Can appraise",
                "category": "skills",
                "essential": "False",
                "assessed_by": ["task", "interview"],
                "duties": [str(duties[2].pk), str(duties[1].pk)],
            },
            {"category": ""},
        ),
    }


PAGES = ["post", "dates", "purpose", "criterion"]


@pytest.mark.parametrize("page", PAGES)
def test_a_valid_form_is_saved_and_the_page_may_go_on(pages, as_manager, page):
    url, answers, _ = pages[page]
    first = seen(as_manager, url)
    answer = typed(as_manager, url, {**answers, "seen": first}).json()
    assert set(answer) == {"saved_at", "seen"}
    assert re.fullmatch(r"\d\d:\d\d", answer["saved_at"])
    assert answer["seen"] == seen(as_manager, url) != first
    again = typed(as_manager, url, {**answers, "seen": answer["seen"]}).json()
    assert again["seen"] == answer["seen"]
    assert "You saved" not in as_manager.get(url).content.decode()


@pytest.mark.parametrize("page", PAGES)
def test_a_form_that_is_not_valid_saves_nothing_and_says_why(pages, as_manager, page):
    url, answers, wrong = pages[page]
    before = seen(as_manager, url)
    response = typed(as_manager, url, {**answers, **wrong, "seen": before})
    assert response.status_code == 200
    assert set(response.json()) == {"errors"}
    assert all(response.json()["errors"].values())
    assert seen(as_manager, url) == before


@pytest.mark.parametrize("page", PAGES)
def test_the_later_of_two_windows_is_told_what_is_saved(pages, as_manager, page):
    url, answers, _ = pages[page]
    opened = seen(as_manager, url)
    assert "saved_at" in typed(as_manager, url, {**answers, "seen": opened}).json()
    stored = seen(as_manager, url)
    later = {name: value for name, value in answers.items() if name in {"title", "category"}}
    later |= {"text": "Something else", "purpose": "Something else", "essential": "True"}
    answer = typed(as_manager, url, {**later, "seen": opened}).json()
    assert set(answer) == {"changed_meanwhile", "seen"}
    assert answer["changed_meanwhile"]
    assert seen(as_manager, url) == stored == answer["seen"]
    assert "saved_at" in typed(as_manager, url, {**later, "seen": stored}).json()


@pytest.mark.parametrize("page", ["criterion"])
def test_by_the_button_the_later_window_sees_both(pages, as_manager, page):
    url, answers, _ = pages[page]
    opened = seen(as_manager, url)
    as_manager.post(url, {**answers, "seen": opened})
    response = as_manager.post(url, {**answers, "text": "Typed second", "seen": opened})
    (changed,) = response.context["form"].changed_meanwhile
    assert changed.stored == answers["text"]
    shown = Page(response)
    assert (shown.errors, shown.value("text")) == ({""}, "Typed second")
    assert answers["text"] in shown.text(".nhsuk-card--warning")
    again = shown.value("seen")
    sent = as_manager.post(url, {**answers, "text": "Typed second", "seen": again})
    assert sent.status_code == 302


def test_the_difference_is_in_words(pages, duties, as_manager):
    url, answers, _ = pages["criterion"]
    opened = seen(as_manager, url)
    other = {**answers, "text": "Other", "essential": "True", "duties": [], "assessed_by": []}
    typed(as_manager, url, {**other, "category": "values", "seen": opened})
    found = typed(as_manager, url, {**answers, "seen": opened}).json()["changed_meanwhile"]
    assert found == [
        ["Criterion", "Other", [["removed", "Other"], ["added", "Can appraise"]]],
        ["Category", "Values and behaviour", []],
        ["Is it essential or desirable?", "Essential", []],
        ["How will you assess it?", "Empty", []],
        ["Which duties need it?", "Empty", []],
    ]
    typed(as_manager, url, {**answers, "seen": seen(as_manager, url)})
    found = typed(as_manager, url, {**other, "seen": opened}).json()["changed_meanwhile"]
    assert ["How will you assess it?", "Assessment task, Interview", []] in found
    assert ["Which duties need it?", "Teaches searching; Orders books", []] in found


def test_the_later_of_two_windows_sees_the_difference_word_by_word(pages, vacancy, as_manager):
    url, _, _ = pages["purpose"]
    opened = seen(as_manager, url)
    typed(as_manager, url, {"purpose": "Finds the best evidence", "seen": opened})
    mine = {"purpose": "Finds the newest evidence", "seen": opened}
    ((_, stored, spans),) = typed(as_manager, url, mine).json()["changed_meanwhile"]
    assert stored == "Finds the best evidence"
    assert [[kind, words.strip()] for kind, words in spans] == [
        ["same", "Finds the"],
        ["removed", "best"],
        ["added", "newest"],
        ["same", "evidence"],
    ]
    html = " ".join(as_manager.post(url, mine).content.decode().split())
    assert '<del><span class="portal-changes__word">[saved]</span> best </del>' in html
    assert '<ins><span class="portal-changes__word">[yours]</span> newest </ins>' in html


NEW_CRITERION = {"text": "Can teach a group", "category": "skills", "essential": "True"}
NEW = {
    "criterion": ("criterion_create", "criterion_edit", NEW_CRITERION, "criteria"),
}


@pytest.mark.parametrize("kind", NEW)
def test_a_new_row_is_added_while_it_is_typed_and_then_changed(vacancy, as_manager, kind):
    page, edit, answers, rows = NEW[kind]
    url = reverse(f"vacancies:{page}", args=[vacancy.pk])
    half = {**answers, "text": "Runs the", "key": str(uuid.uuid4())}
    answer = typed(as_manager, url, half).json()
    row = getattr(vacancy, rows).get()
    own = reverse(f"vacancies:{edit}", args=[vacancy.pk, row.pk])
    assert set(answer) == {"saved_at", "seen", "address"}
    assert (answer["address"], answer["seen"]) == (own, seen(as_manager, own))
    lost = typed(as_manager, url, half).json()
    assert lost["address"] == own, "an answer that got lost adds nothing twice"
    sent = as_manager.post(own, {**half, **answers, "seen": answer["seen"]})
    assert sent.status_code == 302
    assert getattr(vacancy, rows).get().text == answers["text"]


@pytest.mark.parametrize("kind", NEW)
def test_a_new_row_that_is_not_valid_yet_is_not_added(vacancy, as_manager, kind):
    page, _, answers, rows = NEW[kind]
    url = reverse(f"vacancies:{page}", args=[vacancy.pk])
    answer = typed(as_manager, url, {**answers, "text": "", "key": str(uuid.uuid4())})
    assert answer.status_code == 200
    assert list(answer.json()["errors"]) == ["text"]
    assert not getattr(vacancy, rows).exists()


@pytest.mark.parametrize("page", ["criterion"])
def test_words_for_a_row_removed_meanwhile_come_back_to_be_added_anew(pages, as_manager, page):
    url, answers, _ = pages[page]
    opened = seen(as_manager, url)
    rows = {"duty": "duties", "criterion": "criteria"}[page]
    vacancy = Vacancy.objects.get(title="Librarian")
    row = getattr(vacancy, rows).get(pk=url.split("/")[-2])
    remove(row=row)
    assert typed(as_manager, url, {**answers, "seen": opened}).status_code == 404
    response = as_manager.post(url, {**answers, "seen": opened})
    assert response.status_code == 404
    gone = Page(response)
    assert gone.value("text") == answers["text"]
    (action,) = gone.actions
    again = {**answers, "key": gone.value("key")}
    assert as_manager.post(action, again).status_code == 302
    again = getattr(vacancy, rows).get(text=answers["text"])
    assert again.pk != row.pk
    if page == "criterion":
        assert again.assessed_by == answers["assessed_by"]
        assert sorted(str(duty.pk) for duty in again.duties.all()) == sorted(answers["duties"])


def test_a_row_that_never_was_is_not_there(vacancy, as_manager):
    for page in ("criterion_edit",):
        url = reverse(f"vacancies:{page}", args=[vacancy.pk, 999])
        assert as_manager.get(url).status_code == 404
        assert as_manager.post(url, {}).status_code == 404


@pytest.mark.parametrize("kind", NEW)
def test_going_back_and_adding_again_adds_nothing_twice(vacancy, as_manager, kind):
    page, _, answers, rows = NEW[kind]
    url = reverse(f"vacancies:{page}", args=[vacancy.pk])
    for banner in ("success", "important"):
        answer = as_manager.post(url, {**answers, "key": str(uuid.uuid4())}, follow=True)
        assert Page(answer).banner == banner
    assert getattr(vacancy, rows).count() == 1
    changed = {**answers, "text": f"{answers['text']}, monthly", "key": str(uuid.uuid4())}
    assert Page(as_manager.post(url, changed, follow=True)).banner == "success"
    assert getattr(vacancy, rows).count() == 2


def test_two_sections_saved_at_once_lose_neither(vacancy, as_manager):
    from vacancies.drafting.forms.sections import PostForm, PurposeForm

    post, purpose = (Vacancy.objects.get(pk=vacancy.pk) for _ in range(2))
    post_form = PostForm({**POST, "seen": PostForm(instance=post).stored_digest}, instance=post)
    seen_purpose = PurposeForm(instance=purpose).stored_digest
    purpose_form = PurposeForm({"purpose": "Finds", "seen": seen_purpose}, instance=purpose)
    assert post_form.is_valid()
    assert purpose_form.is_valid()
    post_form.save()
    purpose_form.save()
    vacancy.refresh_from_db()
    assert (vacancy.place, vacancy.purpose) == ("Northfield", "Finds")


@pytest.mark.parametrize("text", ODD_TEXTS.values(), ids=ODD_TEXTS)
def test_any_script_is_saved_as_it_is(pages, vacancy, as_manager, text):
    url, answers, _ = pages["purpose"]
    typed(as_manager, url, {**answers, "purpose": text, "seen": seen(as_manager, url)})
    vacancy.refresh_from_db()
    assert vacancy.purpose == text


def test_a_saved_form_brings_its_vacancy_to_the_top(pages, vacancy, as_manager):
    for url, answers, _ in pages.values():
        before = Vacancy.objects.get(pk=vacancy.pk).changed
        typed(as_manager, url, {**answers, "seen": seen(as_manager, url)})
        assert Vacancy.objects.get(pk=vacancy.pk).changed > before


def test_a_text_of_the_organisation_is_kept_by_the_button_alone(pages, as_manager):
    url, _, _ = pages["purpose"]
    answers = {"about_organisation": "We care.", "keep_about_organisation": "on"}
    typed(as_manager, url, {**answers, "seen": seen(as_manager, url)})
    assert not OrganisationText.objects.exists()


def test_a_row_removed_meanwhile_answers_404(pages, vacancy, criterion, duties, as_manager):
    remove(row=duties[1])
    remove(row=criterion)
    for page in ("criterion",):
        url, answers, _ = pages[page]
        assert typed(as_manager, url, answers).status_code == 404


def test_another_organisation_saves_nothing(people, pages, vacancy, client_of):
    other = client_of(people.other)
    before = Vacancy.objects.values().get(pk=vacancy.pk)
    for url, answers, _ in pages.values():
        assert typed(other, url, answers).status_code == 404
    assert Vacancy.objects.values().get(pk=vacancy.pk) == before


def test_a_signed_out_page_is_sent_to_sign_in(pages, client_of):
    for url, answers, _ in pages.values():
        assert typed(client_of(None), url, answers).status_code == 302


def test_a_criterion_without_duties_is_saved_too(vacancy, as_manager):
    criterion = make_criterion(vacancy, "Can search")
    url = reverse("vacancies:criterion_edit", args=[vacancy.pk, criterion.pk])
    answers = {"text": "Can plan", "category": "skills", "essential": "True"}
    answer = typed(as_manager, url, {**answers, "seen": seen(as_manager, url)}).json()
    assert answer["seen"] == seen(as_manager, url)
