"""The gallery: every component and every state of every form field on one page.

Served at `/components/` while DEBUG is on.
"""

from datetime import date
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
from kls_portal.parts import Link, Task, folds
from kls_portal.public import public
from kls_portal.statuses import STATUSES

ROUTES = [("nhs-jobs", "NHS Jobs"), ("internal", "Internal only"), ("other", "Somewhere else")]
BANDS = [("", "Select a band"), ("5", "Band 5"), ("6", "Band 6"), ("7", "Band 7")]
PATTERNS = [("flex", "Flexible hours"), ("home", "Some work from home")]


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
    band = forms.ChoiceField(label="Band", choices=BANDS)
    reason = forms.CharField(label="Why the post is needed", max_length=120, widget=LongText)
    notes = forms.CharField(label="Notes", widget=forms.Textarea, required=False)
    starts = DateInputField(label="Start date", help_text="For example, 27 3 2027")
    route = forms.ChoiceField(
        label="Where do you advertise?", choices=ROUTES, widget=forms.RadioSelect
    )
    other_route = forms.CharField(label="Name of the place")
    patterns = forms.MultipleChoiceField(
        label="Working patterns",
        choices=PATTERNS,
        widget=forms.CheckboxSelectMultiple,
        help_text="Select all that you can offer",
    )
    shared = forms.TypedChoiceField(
        label="Can the post be shared?",
        choices=[("yes", "Yes"), ("no", "No")],
        widget=forms.RadioSelect,
        required=False,
    )
    agreed = forms.BooleanField(label="The budget holder agrees", help_text="Ask before you start")
    password = forms.CharField(label="Password", widget=forms.PasswordInput)


FILLED = {
    "title": "Library services manager",
    "email": "manager@demo.example",
    "hours": "37.5",
    "band": "7",
    "reason": "The manager has left.",
    "starts_day": "1",
    "starts_month": "march",
    "starts_year": "2027",
    "route": "other",
    "other_route": "A mailing list",
    "patterns": ["flex"],
    "shared": "yes",
    "agreed": "on",
    "password": "three random words",
}
WRONG = {
    "title": "A" * 70,
    "email": "manager at demo",
    "hours": "many",
    "reason": "word " * 28,
    "starts_day": "31",
    "starts_month": "February",
    "route": "other",
    "patterns": ["night"],
}


def every_state() -> dict[str, Any]:
    return {
        "empty": SampleForm(prefix="empty"),
        "initial": SampleForm(prefix="initial", initial={"starts": date(2027, 3, 1), "band": "6"}),
        "filled": SampleForm(_sent("filled", FILLED), prefix="filled"),
        "wrong": SampleForm(_sent("wrong", WRONG), prefix="wrong"),
    }


def _sent(prefix: str, values: dict[str, Any]) -> MultiValueDict[str, Any]:
    sent: MultiValueDict[str, Any] = MultiValueDict()
    for name, value in values.items():
        sent.setlist(f"{prefix}-{name}", value if isinstance(value, list) else [value])
    return sent


LINKS = [Link("Home", "/"), Link("Recruiting", "/recruiting/")]
CARDS = [
    Link("Write a job description", "#cards", "Start from what the work is."),
    Link("Plan an induction", "#cards", "The first day, week and months."),
    Link("Check an advert", "#cards"),
]
TASKS = [
    Task("The post", "#tasks", status="complete"),
    Task("Duties", "#tasks", "What the person does, 8 to 15 lines", "incomplete"),
    Task("Person specification", "#tasks"),
    Task("Advert", hint="After the person specification", status="cannot-start"),
]
STAGES = [Task("Describe"), Task("Choose"), Task("Welcome")]
TABLE = {
    "head": ["Factor", "Level", "Points"],
    "rows": [["Communication", "4", "32"], ["Knowledge", "5", "120"], ["Planning", "3", "27"]],
}


@public
@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    samples = {
        "links": LINKS,
        "cards": CARDS,
        "tasks": TASKS,
        "stages": STAGES,
        "shares": (40, 35, 25),
        "folds": folds(range(1, 9), ("factor", "factors"), 1, most=7),
        "table_sample": TABLE,
        "statuses": STATUSES,
        "page": Paginator(range(200), 10).page(7),
        **every_state(),
    }
    return render(request, "gallery/gallery.html", samples)


urlpatterns = [path("", gallery, name="gallery")]
