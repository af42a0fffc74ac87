"""The gallery: every component and every state of every form field on one page.

Served at `/components/` while DEBUG is on.
"""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from crispy_forms.layout import Fieldset, Layout
from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.datastructures import MultiValueDict
from django.views.decorators.http import require_safe

from kls_portal.forms import DateInputField, FieldOptions, LongText, NhsukForm
from kls_portal.forms.layout import Reveal
from kls_portal.parts import Task, folds
from kls_portal.plain_values import rows_in
from kls_portal.public import public
from kls_portal.statuses import STATUSES

_FILE = Path(__file__).with_name("gallery.toml")
SAMPLES = tomllib.loads(_FILE.read_text(encoding="utf-8"))
CHOICES, SENT = SAMPLES.pop("choices"), SAMPLES.pop("sent")


class SampleForm(NhsukForm):
    field_options = {
        "email": FieldOptions(width=30),
        "hours": FieldOptions(width=5, suffix="hours a week"),
        "reason": FieldOptions(count=True),
        "route": FieldOptions(hints={"internal": "Only staff of your organisation see it"}),
        "shared": FieldOptions(inline=True),
    }
    reveals = {"route": {"other": ["other_route"]}}
    layout = Layout(
        "title",
        "email",
        Fieldset("Hours and band", "hours", "band"),
        "reason",
        "notes",
        "starts",
        Reveal("route", reveals["route"]),
        "patterns",
        "shared",
        "agreed",
        "password",
    )

    title = forms.CharField(label="Job title", max_length=60, help_text="As in the advert")
    email = forms.EmailField(label="Email address of the contact")
    hours = forms.DecimalField(label="Hours", max_value=40, help_text="Full time is 37.5")
    band = forms.ChoiceField(label="Band", choices=CHOICES["band"])
    reason = forms.CharField(label="Why the post is needed", max_length=120, widget=LongText)
    notes = forms.CharField(label="Notes", widget=forms.Textarea, required=False)
    starts = DateInputField(label="Start date", help_text="For example, 27 3 2027")
    route = forms.ChoiceField(
        label="Where do you advertise?", choices=CHOICES["route"], widget=forms.RadioSelect
    )
    other_route = forms.CharField(label="Name of the place")
    patterns = forms.MultipleChoiceField(
        label="Working patterns",
        choices=CHOICES["patterns"],
        widget=forms.CheckboxSelectMultiple,
        help_text="Select all that you can offer",
    )
    shared = forms.TypedChoiceField(
        label="Can the post be shared?",
        choices=CHOICES["shared"],
        widget=forms.RadioSelect,
        required=False,
    )
    agreed = forms.BooleanField(label="The budget holder agrees", help_text="Ask before you start")
    password = forms.CharField(label="Password", widget=forms.PasswordInput)


def every_state() -> dict[str, Any]:
    return {
        "empty": SampleForm(prefix="empty"),
        "initial": SampleForm(prefix="initial", initial={"starts": date(2027, 3, 1), "band": "6"}),
        "filled": SampleForm(_sent("filled"), prefix="filled"),
        "wrong": SampleForm(_sent("wrong"), prefix="wrong"),
    }


def _sent(prefix: str) -> MultiValueDict[str, Any]:
    sent: MultiValueDict[str, Any] = MultiValueDict()
    for name, value in SENT[prefix].items():
        sent.setlist(f"{prefix}-{name}", value if isinstance(value, list) else [value])
    return sent


@public
@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    samples = {
        **SAMPLES,
        "tasks": rows_in(_FILE, "tasks", Task),
        "stages": rows_in(_FILE, "stages", Task),
        "folds": folds(range(1, 9), ("factor", "factors"), 1, most=7),
        "statuses": STATUSES,
        "page": Paginator(range(200), 10).page(7),
        **every_state(),
    }
    return render(request, "gallery/gallery.html", samples)


urlpatterns = [path("", gallery, name="gallery")]
