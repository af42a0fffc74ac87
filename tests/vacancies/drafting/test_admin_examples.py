"""An editor reads what was offered and approves or declines it."""

from html import unescape

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from kls_portal.accounts.models import EDITORS
from tests.pages import Page, error_codes, markup_of
from tests.vacancies.drafting.rules.filled import filled
from tests.vacancies.versions import offer
from vacancies.drafting.rules import job_description
from vacancies.drafting.rules.field import LONGEST
from vacancies.drafting.rules.fields import FIELDS, Draft
from vacancies.drafting.rules.freezing import freeze
from vacancies.drafting.rules.sharing import edited, shared_texts
from vacancies.models import Example

LIST = "admin:vacancies_example_changelist"

pytestmark = pytest.mark.usefixtures("reference_data")


@pytest.fixture
def example(vacancy, duties, criterion):
    return offer(vacancy)


def change(example):
    return reverse("admin:vacancies_example_change", args=[example.pk])


def status_of(example):
    example.refresh_from_db()
    return example.status


def test_editors_may_change_but_not_add(editor):
    codes = Group.objects.get(name=EDITORS).permissions.values_list("codename", flat=True)
    assert "change_example" in codes
    assert editor.get(reverse(LIST)).status_code == 200
    assert editor.get(reverse("admin:vacancies_example_add")).status_code == 403


def test_the_list_filters_by_status(editor, example):
    def listed(status):
        return list(
            editor.get(reverse(LIST), {"status__exact": status})
            .context["cl"]
            .queryset.filter(code=None)
        )

    assert listed("offered") == [example]
    assert listed("approved") == []


def test_nobody_is_called_none(editor, example):
    assert "None" not in Page(editor.get(change(example))).text(".field-decided_person")


def test_the_text_is_read_not_edited(editor, example):
    page = Page(editor.get(change(example)))
    for text in ("Answers enquiries", "Can plan a search"):
        assert text in page.text("body")
    assert not page.all("[name=content], [name=title]")
    assert not page.all("a[href*='/admin/accounts/']")


def test_personal_data_left_in_it_is_named(editor, example):
    example.content["draft"]["purpose"] = "Ask Mr Smith"
    example.save()
    assert "“Mr Smith”" in markup_of(editor.get(change(example)))


@pytest.mark.parametrize(
    "unshown", ["nothing", *[one.name for one in FIELDS if one.kind in LONGEST][::7]]
)
def test_the_editor_sees_everything_that_is_shared(editor, example, monkeypatch, unshown):
    """Whatever the page for readers leaves out stands beneath it."""
    shown = tuple(one for one in FIELDS if one.name != unshown)
    monkeypatch.setattr(job_description, "FIELDS", shown)
    draft = filled(Draft, lambda place: f"Words <of> {place}")
    texts = {text.name: text.text for text in shared_texts(draft)}
    Example.objects.update(content=freeze(edited(draft, texts)), title="Another")
    page = " ".join(unescape(markup_of(editor.get(change(example)))).split())
    assert [text for text in texts.values() if text not in page] == []


def test_the_editor_sees_the_profile_that_goes_with_it(editor, example):
    example.content["draft"]["profile"] = "no-such-code"
    example.save()
    assert "no-such-code" in markup_of(editor.get(change(example)))


def test_a_withdrawn_one_cannot_be_decided(editor, example):
    Example.objects.update(status="withdrawn")
    assert editor.post(change(example), {"status": "approved"}).status_code == 403
    assert "Answers enquiries" in markup_of(editor.get(change(example)))
    assert status_of(example) == "withdrawn"


def test_an_editor_decides_and_declines_with_a_reason(editor, example, people):
    refused = editor.post(change(example), {"status": "declined", "reason": ""})
    assert set(error_codes(refused.context["adminform"].form)) == {"reason"}
    editor.post(change(example), {"status": "declined", "reason": "Too short"})
    assert (status_of(example), example.reason) == ("declined", "Too short")
    editor.post(change(example), {"status": "approved", "reason": ""})
    assert (status_of(example), example.decided_by) == ("approved", people.editor)
    assert example.decided_at is not None


def test_an_editor_does_not_withdraw(editor, example):
    response = editor.post(change(example), {"status": "withdrawn", "reason": ""})
    assert response.status_code == 200
    assert status_of(example) == "offered"


@pytest.mark.parametrize("who", ["manager", "lead", "other"])
def test_nobody_else_decides(people, client_of, example, who):
    client = client_of(getattr(people, who))
    assert client.post(change(example), {"status": "approved"}).status_code in {302, 403}
    assert status_of(example) == "offered"
