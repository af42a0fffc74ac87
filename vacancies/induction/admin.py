"""Admin of the template tasks of vacancy plans and of induction plans."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest

from kls_portal.forms import BoxesField
from kls_portal.reference.admin import LoadedAdmin
from vacancies.induction.models import InductionPlan
from vacancies.induction.rules.plan import roles
from vacancies.induction.services.tasks import snapshot_template_in
from vacancies.planning.models import InductionGroup, PlanTask
from vacancies.planning.rules.checklist import OF_STARTERS, OF_VACANCIES
from vacancies.planning.rules.step import milestones
from vacancies.posts.models import Vacancy
from vacancies.posts.rules import ALONE, FOR_TASKS, MANAGES
from vacancies.recruiting.services.timeline import timeline_steps


@admin.register(InductionGroup)
class InductionGroupAdmin(LoadedAdmin):
    list_display = ["name", "place"]
    fields = ["name", "code", "place"]

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        is_used = obj and PlanTask.objects.filter(group=obj.code).exists()
        return not is_used and super().has_delete_permission(request, obj)


ROLES = [(role.slug, role.title) for role in roles()]
TRAITS = [(trait.slug, trait.name) for trait in FOR_TASKS]
ROUTES = Vacancy.Contract.choices
OF_POSTS = {MANAGES, ALONE}
"""Traits of the post that a vacancy records; all others are traits of the starter."""
VACANCY, INDUCTION = "the plan of a vacancy", "an induction plan"
ONLY_OF = {
    VACANCY: ("routes", "not_routes"),
    INDUCTION: ("minutes", "roles", "solo_text", "solo_owner"),
}
"""Fields that only the tasks of one kind of plan have."""


class PlanTaskForm(forms.ModelForm):
    """A template task, with checkboxes for its conditions. Its group decides its kind of plan."""

    group = forms.ChoiceField(label="What it belongs to")
    roles = BoxesField("Only for these roles", choices=ROLES, help_text="None: for every role.")
    routes = BoxesField("Only for these contracts", choices=ROUTES, help_text="None: for all.")
    not_routes = BoxesField("Not for these contracts", choices=ROUTES)
    only_for = BoxesField(
        "Only for posts or starters with one of these", choices=TRAITS, help_text="None: for all."
    )
    not_for = BoxesField("Not for posts or starters with one of these", choices=TRAITS)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        group: Any = self.fields.get("group")
        if group:
            stretches = InductionGroup.objects.values_list("code", "name")
            group.choices = [
                ("Milestones of the plan of a vacancy", [(s.id, s.name) for s in timeline_steps()]),
                ("Periods of an induction", list(stretches)),
            ]

    def clean_minutes(self) -> int:
        return self.cleaned_data["minutes"] or 0

    def clean(self) -> dict[str, Any]:
        super().clean()
        values: dict[str, Any] = self.cleaned_data
        is_of_vacancy = values.get("group") in milestones()
        owners, other = (OF_VACANCIES, INDUCTION) if is_of_vacancy else (OF_STARTERS, VACANCY)
        for name in ONLY_OF[other]:
            if values.get(name):
                self.add_error(name, f"Leave this empty: only tasks of {other} have it.")
        for name in ("owner", "solo_owner"):
            if values.get(name) and values[name] not in owners:
                self.add_error(name, f"Choose another owner: only {other} has this one.")
        if is_of_vacancy:
            self._clean_of_vacancy(values)
        return values

    def _clean_of_vacancy(self, values: dict[str, Any]) -> None:
        for name in ("page", "page_name"):
            if name in values and not values[name]:
                self.add_error(name, ValidationError("This field is required.", "required"))
        for name in ("only_for", "not_for"):
            if set(values.get(name, ())) - OF_POSTS:
                self.add_error(name, "A vacancy says only who manages people or works alone.")


@admin.register(PlanTask)
class PlanTaskAdmin(LoadedAdmin):
    """Template tasks. A change applies to new plans and to open tasks of existing ones.

    Vacancy tasks cannot be deleted: taken out of use, they stay in the plans with notes on them.
    """

    form = PlanTaskForm
    list_display = ["text", "group", "owner", "due", "confirmed", "in_use"]
    list_filter = ["group", "owner", "confirmed", "in_use"]
    search_fields = ["text", "code"]
    fieldsets = [
        (None, {"fields": ["text", "code", "group", "owner", "due", "place", "in_use"]}),
        ("Who it is for", {"fields": ["bands", "only_for", "not_for"]}),
        ("Where to read about it", {"fields": ["page", "page_name"]}),
        ("Of a vacancy", {"fields": ["routes", "not_routes"], "classes": ["collapse"]}),
        (
            "Of an induction",
            {"fields": ["minutes", "roles", "solo_text", "solo_owner"], "classes": ["collapse"]},
        ),
    ]

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        is_of_vacancy = obj is not None and obj.group in milestones()
        return not is_of_vacancy and super().has_delete_permission(request, obj)

    def save_model(self, request: HttpRequest, obj: PlanTask, form: Any, change: Any) -> None:
        """Store the task; if it goes out of use, open plans that have it keep it."""
        if change and "in_use" in form.changed_data and not obj.in_use:
            snapshot_template_in(InductionPlan.objects.all())
        super().save_model(request, obj, form, change)

    def delete_model(self, request: HttpRequest, obj: PlanTask) -> None:
        """Delete a task; open plans that have it keep it."""
        snapshot_template_in(InductionPlan.objects.all())
        super().delete_model(request, obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[PlanTask]) -> None:
        snapshot_template_in(InductionPlan.objects.all())
        super().delete_queryset(request, queryset)
