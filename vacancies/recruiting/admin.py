"""Admin of the bank, the channels and the steps of the timeline."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import URLField

from kls_portal.forms import BoxesField
from kls_portal.reference.admin import LoadedAdmin
from vacancies.posts.models import Vacancy
from vacancies.recruiting.models.advert import AdvertChannel
from vacancies.recruiting.models.plan import TimelineStep
from vacancies.recruiting.models.selection import BankQuestion, BankTask, ScoreMarks

MARKS: Any = ("What scores look like", {"fields": ["one", "three", "five"]})


@admin.register(BankQuestion)
class BankQuestionAdmin(LoadedAdmin):
    """Questions of the bank; a change applies to every later choice from the bank."""

    list_display = ["text", "category", "confirmed", "in_use"]
    list_filter = ["category", "confirmed", "in_use"]
    search_fields = ["text", "code"]
    fieldsets = [
        (None, {"fields": ["text", "code", "category", "follow_ups", "in_use"]}),
        MARKS,
    ]


@admin.register(BankTask)
class BankTaskAdmin(LoadedAdmin):
    """Tasks and presentations, with their preparation."""

    list_display = ["name", "method", "minutes", "bands", "confirmed", "in_use"]
    list_filter = ["method", "confirmed", "in_use"]
    search_fields = ["name", "text", "code"]
    fieldsets = [
        (None, {"fields": ["name", "code", "method", "text", "shows", "in_use"]}),
        ("Planning it", {"fields": ["minutes", "where", "prepare", "adjustments"]}),
        ("When it fits", {"fields": ["bands", "avoid_when"]}),
        MARKS,
        ("Scoring", {"fields": ["scoring"]}),
    ]


@admin.register(ScoreMarks)
class ScoreMarksAdmin(LoadedAdmin):
    """Score guides by type of criterion: one fixed row each, so none can be added."""

    list_display = ["__str__", "one", "three", "five"]
    fieldsets = [(None, {"fields": ["code"]}), MARKS]
    never = ("add",)


@admin.register(AdvertChannel)
class AdvertChannelAdmin(LoadedAdmin):
    """The channels; a change shows in every plan that uses the channel."""

    list_display = (
        "name",
        "beyond_nhs",
        "cost",
        "cost_confirmed",
        "lead_days",
        "lead_confirmed",
        "confirmed",
        "in_use",
    )
    list_filter = ("beyond_nhs", "paid", "confirmed", "in_use")
    search_fields = ("name", "audience", "code")
    formfield_overrides = {URLField: {"assume_scheme": "https"}}
    fieldsets = (
        (None, {"fields": ["name", "code", "audience", "beyond_nhs", "bands", "in_use", "place"]}),
        ("Cost", {"fields": ["cost", "paid", "cost_confirmed"]}),
        (
            "Planning it",
            {"fields": ["lead_days", "lead_confirmed", "prepare", "ready_text", "tip"]},
        ),
        ("Where it is", {"fields": ["address", "required"]}),
    )


ROUTES = Vacancy.Contract.choices


class TimelineStepForm(forms.ModelForm):
    not_routes = BoxesField("Not for these contracts", choices=ROUTES)


@admin.register(TimelineStep)
class TimelineStepAdmin(LoadedAdmin):
    """The steps and the days between them; the dependencies between steps are fixed in code."""

    form = TimelineStepForm
    list_display = ("name", "who", "days", "unit", "confirmed")
    list_filter = ("confirmed",)
    readonly_fields = ("place",)
    never = ("add",)  # no date would depend on a new step
