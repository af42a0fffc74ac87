"""The national induction template."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from kls_portal.reference.admin import BoxesField, LoadedAdmin
from vacancies.induction.models.plan import InductionPlan
from vacancies.induction.models.template import InductionGroup, InductionTask
from vacancies.induction.rules.loading import roles
from vacancies.induction.services.due import take_up_in
from vacancies.posts.rules import FOR_TASKS


@admin.register(InductionGroup)
class InductionGroupAdmin(LoadedAdmin):
    """Stretches of time, in the order of the checklist."""

    list_display = ["name", "place"]
    fields = ["name", "code", "place"]


ROLES = [(role.slug, role.title) for role in roles()]
TRAITS = [(trait.slug, trait.name) for trait in FOR_TASKS]


class InductionTaskForm(forms.ModelForm):
    """A task, with boxes for the roles and traits it is for."""

    roles = BoxesField(ROLES, label="Only for these roles", help_text="None: for every role.")
    only_for = BoxesField(
        TRAITS, label="Only for starters with one of these", help_text="None: for all."
    )
    not_for = BoxesField(TRAITS, label="Not for starters with one of these")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "minutes" in self.fields:
            self.fields["minutes"].required = False

    def clean_minutes(self) -> int:
        """Return the length of the appointment; nothing typed is no appointment."""
        return self.cleaned_data["minutes"] or 0


@admin.register(InductionTask)
class InductionTaskAdmin(LoadedAdmin):
    """Tasks; a change shows in every checklist made from then on, and in tasks of open plans."""

    form = InductionTaskForm
    list_display = ["text", "group", "owner", "due", "confirmed", "in_use"]
    list_filter = ["group", "owner", "confirmed", "in_use"]
    search_fields = ["text", "code"]
    list_select_related = ["group"]
    fieldsets = [
        (None, {"fields": ["text", "code", "group", "owner", "due", "minutes", "in_use"]}),
        (
            "Who it is for",
            {"fields": ["bands", "roles", "only_for", "not_for"]},
        ),
        ("People who work alone", {"fields": ["solo_text", "solo_owner"]}),
        ("Where it comes from", {"fields": ["source", "confirmed"]}),
    ]

    def save_model(self, request: HttpRequest, obj: InductionTask, form: Any, change: Any) -> None:
        """Store the task; where it goes out of use, open plans that have it keep it."""
        if change and "in_use" in form.changed_data and not obj.in_use:
            take_up_in(InductionPlan.objects.all())
        super().save_model(request, obj, form, change)

    def delete_model(self, request: HttpRequest, obj: InductionTask) -> None:
        """Delete a task; open plans that have it keep it."""
        take_up_in(InductionPlan.objects.all())
        super().delete_model(request, obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[InductionTask]) -> None:
        """Delete several tasks; open plans that have them keep them."""
        take_up_in(InductionPlan.objects.all())
        super().delete_queryset(request, queryset)
