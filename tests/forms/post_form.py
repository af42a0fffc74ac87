"""A form with one field of each kind, and how to draw it and look at it."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.template import RequestContext, Template
from django.test import RequestFactory

from kls_portal.forms import DateInputField, FieldOptions, NhsukForm
from tests.project.nhsuk_cases import Element, parse

LOAD = "{% load crispy_forms_tags %}"


def draw(form: Any, source: str = "{% crispy form %}", **more: Any) -> Element:
    context = RequestContext(RequestFactory().get("/"), {"form": form, **more})
    return parse(Template(LOAD + source).render(context))


def by_id(tree: Element, name: str) -> Element:
    return next(e for e in tree.all() if e.attributes.get("id") == name)


def text_of(element: Element) -> str:
    parts = [part if isinstance(part, str) else text_of(part) for part in element.inside]
    return " ".join(parts)


class PostForm(NhsukForm):
    """One field of each kind."""

    field_options = {
        "why": FieldOptions(count=True),
        "patterns": FieldOptions(name="the working patterns"),
        "route": FieldOptions(hints={"nhs": "Everybody sees it"}),
    }
    reveals = {"route": {"other": ["other_route"]}}

    title = forms.CharField(label="Job title", max_length=60, help_text="As in the advert")
    email = forms.EmailField(label="Email address")
    link = forms.URLField(label="Link to the advert", required=False, assume_scheme="https")
    posts = forms.IntegerField(label="Number of posts", min_value=1, max_value=20)
    hours = forms.DecimalField(label="Hours", max_digits=4, decimal_places=2, required=False)
    band = forms.ChoiceField(label="Band", choices=[("", "Select a band"), ("7", "Band 7")])
    why = forms.CharField(label="Why 50% is needed", max_length=20, widget=forms.Textarea)
    route = forms.ChoiceField(
        label="Where do you advertise?",
        choices=[("nhs", "NHS Jobs"), ("other", "Other")],
        widget=forms.RadioSelect,
    )
    other_route = forms.EmailField(label="Address of the place")
    patterns = forms.MultipleChoiceField(
        label="Patterns",
        choices=[("flex", "Flexible"), ("home", "From home")],
        widget=forms.CheckboxSelectMultiple,
    )
    agreed = forms.BooleanField(label="The budget holder agrees")
    starts = DateInputField(label="Start date")


GOOD: dict[str, Any] = {
    "title": "Library manager",
    "email": "lead@demo.example",
    "posts": "1",
    "band": "7",
    "why": "She leaves.",
    "route": "nhs",
    "patterns": ["flex", "home"],
    "agreed": "on",
    "starts_day": "1",
    "starts_month": "3",
    "starts_year": "2027",
}


def sent(**changes: Any) -> PostForm:
    data = QueryDict(mutable=True)
    for name, value in (GOOD | changes).items():
        data.setlist(name, value if isinstance(value, list) else [value])
    return PostForm(data)
