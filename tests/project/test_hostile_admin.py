"""No page of the admin raises, whatever is sent to it: numbers of 300 digits, texts of any kind."""

import contextlib
from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.messages.storage.cookie import CookieStorage
from django.core.exceptions import SuspiciousOperation
from django.db.models import Model
from django.forms import Field, IntegerField, ModelChoiceField, MultiWidget
from django.forms.boundfield import BoundField
from django.test import Client
from django.urls import reverse

from guidance.decisions.models import Decision
from kls_portal.reference.models import Fact
from vacancies.profiles.models import BandRange

pytestmark = pytest.mark.django_db
OPENS = (200, 302, 403)
DIGITS = "9" * 300
MODELS = sorted(admin.site._registry, key=lambda model: model._meta.label)


@pytest.fixture
def superuser(scene, client_of) -> Client:
    return client_of(scene.person)


def address(model: type[Model], name: str, *rest: Any) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{name}", args=rest)


def forms_of(client: Client, model: type[Model]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the address of each form of a model, and what it sends where nothing is changed."""
    row = model._default_manager.first()
    addresses = [address(model, "add"), *([address(model, "change", row.pk)] if row else [])]
    for one in addresses:
        response = client.get(one)
        if response.status_code == 200:
            sent = sent_by(response.context)
            assert "version_token" in sent or one == addresses[0] or not sent
            yield one, sent


def sent_by(context: Any) -> dict[str, Any]:
    forms = [context["adminform"].form]
    for inline in context["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *inline.formset.forms]
    return {name: value for form in forms for field in form for name, value in _boxes(field)}


def _boxes(field: BoundField) -> Iterator[tuple[str, Any]]:
    """Yield the name and the value of each box of a field, as a browser sends it."""
    widget, value = getattr(field.field.widget, "widget", field.field.widget), field.value()
    if isinstance(widget, MultiWidget):
        for part, one in zip(widget.widgets_names, widget.decompress(value), strict=True):
            yield f"{field.html_name}{part}", "" if one is None else one
    else:
        yield field.html_name, "" if value is None else value


def _counts(field: Field) -> bool:
    """Whether a field takes numbers: its own, or those of rows."""
    return isinstance(field, IntegerField | ModelChoiceField) and not field.disabled


EVERY_MODEL = pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)


@pytest.mark.thorough
@EVERY_MODEL
def test_no_form_of_the_admin_raises_whatever_is_sent(model, superuser):
    for one, sent in forms_of(superuser, model):
        asked = [name for name in sent if not name.endswith("_FORMS")]
        for value in (DIGITS, "a\x00b", "-1"):
            response = superuser.post(one, sent | dict.fromkeys(asked, value))
            assert response.status_code in OPENS, (one, value[:20])
            if value == DIGITS and response.status_code == 200:
                form = response.context["adminform"].form
                assert {name for name, field in form.fields.items() if _counts(field)} <= {
                    *form.errors
                }


@pytest.mark.thorough
@EVERY_MODEL
def test_no_list_of_the_admin_raises_whatever_is_asked_for(model, scene, superuser, rf):
    one = admin.site._registry[model]
    filters = [f[0] if isinstance(f, tuple) else f for f in one.list_filter]
    names = [f if isinstance(f, str) else f.parameter_name for f in filters]
    ways = ("", "__exact", "__id__exact", "__in", "__id__in", "__isnull", "__gte", "__lt")
    asked = [f"{name}{way}" for name in names for way in ways]
    for name in (*asked, "q", "p", "o", "id__in", "id__exact"):
        request = rf.get("/", {name: DIGITS})
        request.user, request._messages = scene.person, CookieStorage(request)
        with contextlib.suppress(IncorrectLookupParameters, SuspiciousOperation):
            list(one.get_changelist_instance(request).result_list)
    for name in (*names, "q"):
        assert superuser.get(address(model, "changelist"), {name: "a\x00b"}).status_code in OPENS


@EVERY_MODEL
def test_no_row_is_found_at_a_number_that_none_can_have(model, superuser):
    rest = {"_selected_action": [DIGITS], "action": "delete_selected", "index": "0"}
    table = {"form-TOTAL_FORMS": 1, "form-INITIAL_FORMS": 1, "form-0-id": DIGITS, "_save": "Save"}
    for sent in (rest, table):
        response = superuser.post(address(model, "changelist"), sent)
        assert response.status_code in (200, 302, 400, 403), sent
    for name in ("change", "delete", "history"):
        response = superuser.get(address(model, name, DIGITS))
        assert response.status_code in (302, 403, 404)


def test_no_later_save_overwrites_unasked_what_a_colleague_saved(superuser, monkeypatch):
    """A row, a row beside it, and a row of a list change after the page was opened."""
    fact, decision = Fact.objects.first(), Decision.objects.first()
    theirs = {
        fact: lambda: Fact.objects.filter(pk=fact.pk).update(note="Of a colleague"),
        decision: lambda: decision.steps.update(reason="Of a colleague"),
    }
    for row, save in theirs.items():
        page = address(type(row), "change", row.pk)
        mine = sent_by(superuser.get(page).context)
        save()
        form = superuser.post(page, mine).context["adminform"].form
        assert form.non_field_errors()
        again = mine | {"version_token": form["version_token"].value()}
        assert superuser.post(page, again).status_code == 302

    # Deleted between its reading and its locking.
    with monkeypatch.context() as patch:
        patch.setattr(type(admin.site._registry[Fact]), "get_object", lambda *_: Fact(pk=10**9))
        assert superuser.post(address(Fact, "change", fact.pk), {}).status_code == 404

    page = address(BandRange, "changelist")
    rows = superuser.get(page).context["cl"].formset
    boxes = [field for form in (rows.management_form, *rows) for field in form]
    mine = {field.html_name: field.value() for field in boxes if field.value()}
    stored = not rows.forms[0]["confirmed"].value()
    BandRange.objects.update(confirmed=stored)
    refused = superuser.post(page, mine | {"_save": "Save"}).context["cl"].formset
    assert refused.forms[0].non_field_errors()
    assert not BandRange.objects.filter(confirmed=not stored)
