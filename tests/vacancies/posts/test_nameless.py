"""A name is asked about before it is stored: on every page that says to name no person."""

import uuid
from html import unescape

import pytest
from django.apps import apps
from django.urls import reverse

from tests.pages import form_with
from tests.vacancies.links import handover_link
from tests.vacancies.typed import shown
from vacancies.models import AdvertChannel, HandoverAnswers, InductionPlan
from vacancies.recruiting.services.advert_plan import choose_channel

pytestmark = pytest.mark.usefixtures("reference_data")
NAME = "Mrs Jane Pemberton"
HEAD = "Head of LKS (Mrs Jane Pemberton), ext 4471, jane.pemberton@nhs.net"


def address(name, vacancy, *rest):
    return reverse(f"vacancies:{name}", args=[vacancy.pk, *rest])


def is_stored(words):
    """Whether the words stand in any column of any table of the vacancies."""
    rows = [str(list(m.objects.values())) for m in apps.get_app_config("vacancies").get_models()]
    return any(words in row for row in rows)


def choice(vacancy):
    channel = AdvertChannel.objects.get(code="linkedin")
    return choose_channel(vacancy=vacancy, channel=channel)[0].pk


PAGES = {
    "reports to": ("purpose_edit", "reports_to", {}),
    "supervises": ("purpose_edit", "supervises", {}),
    "relationships": ("purpose_edit", "relationships", {}),
    "length": ("post_edit", "contract_length", {}),
    "duty": ("duty_list", "rows-new-1-text", {}),
    "criterion": (
        "criterion_list",
        "rows-new-1-text",
        {"rows-new-1-category": "skills", "rows-new-1-essential": "True"},
    ),
    "reasons": ("advert_case_edit", "reasons", {}),
    "who signs": ("advert_case_edit", "signed_by", {}),
    "again": ("outcome_edit", "again", {}),
    "handover": ("handover_edit", "rules", {}),
}


@pytest.mark.wide
@pytest.mark.parametrize(("page", "field", "more"), PAGES.values(), ids=PAGES)
def test_a_name_is_asked_about_and_kept_on_purpose_alone(vacancy, as_manager, page, field, more):
    url = address(page, vacancy)
    given = {**form_with(as_manager.get(url).content, field), **more, field: HEAD}
    asked = as_manager.post(url, given)
    assert asked.status_code == 200
    assert shown(unescape(asked.content.decode()), HEAD)
    assert not is_stored(NAME)
    keeps = field.replace("-text", "-keep_words") if "-" in field else "keep_words"
    again = form_with(asked.content, keeps)
    assert again[field] == HEAD
    assert as_manager.post(url, {**again, keeps: "on"}).status_code == 302
    assert is_stored(NAME)


def test_a_name_is_asked_about_in_evidence_and_in_who_sends(vacancy, as_manager):
    for page, rest, field in (
        ("evidence_edit", "F1", "text"),
        ("advert_choice_edit", choice(vacancy), "sent_by"),
    ):
        url = address(page, vacancy, rest)
        given = {**form_with(as_manager.get(url).content, field), field: HEAD}
        assert field in as_manager.post(url, given).context["form"].errors
        assert not is_stored(NAME)


def test_a_name_typed_while_the_page_saves_itself_is_not_saved(vacancy, as_manager):
    url = address("purpose_edit", vacancy)
    given = {**form_with(as_manager.get(url).content, "reports_to"), "reports_to": "Prof Jones"}
    said = as_manager.post(url, given, headers={"X-Autosave": "1"}).json()
    assert set(said["errors"]) == {"reports_to", "keep_words"}
    assert not is_stored("Prof Jones")


def test_who_leaves_is_asked_by_the_secret_link_and_loses_no_word(client, vacancy, people):
    url = f"/vacancies/leaver/{handover_link(vacancy, people.manager)}/"
    given = form_with(client.get(url).content, "rules")
    typed = {"contacts": "Dr Patel prefers paper", "rules": "Knock twice\nat 14 Mill Lane"}
    asked = client.post(url, {**given, **typed})
    assert set(asked.context["form"].errors) == {"contacts", "rules"}
    again = form_with(asked.content, "keep_words")
    assert {name: again[name] for name in typed} == typed
    assert not HandoverAnswers.objects.exclude(contacts="").exists()
    saved = client.post(url, {**again, "keep_words": "on"})
    assert saved.context["saved"]
    assert HandoverAnswers.objects.get().contacts == typed["contacts"]


def test_a_name_of_a_handover_is_asked_about_before_others_read_it(vacancy, people, as_manager):
    HandoverAnswers.objects.create(
        vacancy=vacancy, contacts="Dr Patel prefers paper", purge_on="2027-08-01"
    )
    plan = InductionPlan.objects.create(
        organisation=people.northfield,
        vacancy=vacancy,
        created_by=people.manager,
        title="Librarian",
        starts_on="2027-01-11",
        purge_on="2027-08-01",
    )
    line = "contacts:Dr Patel prefers paper"
    url = address("handover_detail", vacancy)
    asked = as_manager.post(url, {"facts": [line], "tasks": [line]})
    assert set(asked.context["form"].errors) == {"facts", "tasks"}
    assert not plan.changes.exists()
    given = {"facts": [line], "tasks": [line], "keep_words": "on"}
    assert as_manager.post(url, given).status_code == 302
    vacancy.refresh_from_db()
    assert vacancy.relationships == "Dr Patel prefers paper"
    assert plan.changes.count() == 1


def test_an_import_asks_about_what_was_ticked_alone(vacancy, as_manager):
    text = (
        f"Job title: Librarian\nReports to: {HEAD}\nMain duties\nAnswers enquiries\nHelps Dr Shah"
    )
    page = as_manager.post(address("import_create", vacancy), {"text": text}).content
    given = form_with(page, "take_reports_to")
    given.update(take_reports_to="on", take_title="on")
    duty = next(name for name, words in given.items() if words == "Helps Dr Shah")
    take = duty.replace("-text", "-take")
    url = address("import_confirm", vacancy)
    asked = as_manager.post(url, {**given, take: "on"})
    assert "reports_to" in asked.context["forms"].texts.errors
    again = form_with(asked.content, "keep_words")
    assert duty.replace("-text", "-keep_words") in asked.content.decode()
    assert not is_stored(NAME)
    del again[take]
    assert as_manager.post(url, {**again, "keep_words": "on"}).status_code == 302
    assert is_stored(NAME)
    assert not is_stored("Dr Shah")


def test_a_question_asks_who_asks_it(vacancy, criterion, as_manager):
    start = f"?criterion={criterion.pk}&method=interview"
    url = address("question_create", vacancy) + start
    given = form_with(as_manager.get(url).content, "asked_by")
    given.update(text="How do you search?", asked_by="Chair (Wambui Otieno)", key=uuid.uuid4())
    assert "asked_by" in as_manager.post(url, given).context["form"].errors


def test_words_with_a_name_are_still_checked_while_they_are_typed(vacancy, as_manager):
    """A finding in a text does not hide behind the name in it."""
    url = reverse("vacancies:typed_check", args=[vacancy.pk, "purpose"])
    plain, named = "To be young and dynamic.", "To be young and dynamic. Ask Dr Patel."
    found = [as_manager.post(url, {"purpose": words}).content.decode() for words in (plain, named)]
    assert all("young" in page for page in found)
