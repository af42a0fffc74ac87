"""The bank of selection: questions, tasks, and the marks a new question starts with."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from vacancies.admin.loaded import LoadedAdmin
from vacancies.models import BankQuestion, BankTask, ScoreMarks

MARKS: Any = ("What scores look like", {"fields": ["one", "three", "five"]})
ORIGIN: Any = ("Where it comes from", {"fields": ["source", "confirmed"]})


@admin.register(BankQuestion)
class BankQuestionAdmin(LoadedAdmin):
    """Questions; a change shows to whoever picks from the bank from then on."""

    list_display = ["text", "category", "confirmed", "in_use"]
    list_filter = ["category", "confirmed", "in_use"]
    search_fields = ["text", "code"]
    fieldsets = [
        (None, {"fields": ["text", "code", "category", "follow_ups", "in_use"]}),
        ORIGIN,
    ]


@admin.register(BankTask)
class BankTaskAdmin(LoadedAdmin):
    """Tasks and presentations, with all that prepares them."""

    list_display = ["name", "method", "minutes", "bands", "confirmed", "in_use"]
    list_filter = ["method", "confirmed", "in_use"]
    search_fields = ["name", "text", "code"]
    fieldsets = [
        (None, {"fields": ["name", "code", "method", "text", "shows", "in_use"]}),
        ("Planning it", {"fields": ["minutes", "where", "prepare", "adjustments"]}),
        ("When it fits", {"fields": ["bands", "avoid_when"]}),
        MARKS,
        ("Scoring", {"fields": ["scoring"]}),
        ORIGIN,
    ]


@admin.register(ScoreMarks)
class ScoreMarksAdmin(LoadedAdmin):
    """Marks by type of criterion: there is one row for each, so none is added."""

    list_display = ["__str__", "one", "three", "five"]
    fieldsets = [(None, {"fields": ["code"]}), MARKS, ORIGIN]

    def has_add_permission(self, _: HttpRequest) -> bool:
        """Whether a row may be added: never."""
        return False
