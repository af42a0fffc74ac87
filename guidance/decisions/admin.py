"""Decisions in the admin. All steps are on one form, so that no change leaves a dead end."""

from django import forms
from django.contrib import admin
from django.contrib.admin.utils import flatten
from django.core.exceptions import ValidationError
from django.forms.models import BaseInlineFormSet

from guidance.decisions.models import Decision, DecisionStep
from guidance.decisions.rules import Step, answers_of, faults_of
from kls_portal.published import GuardedMixin, OneByOneMixin, PublishedAdmin
from kls_portal.reference.facts import check_bindings

# The rows of the form; fields in a tuple share a row.
ROWS = (
    ("place", "code"),
    "text",
    "reason",
    ("source", "source_address"),
    "answers",
    ("action_text", "action_address"),
)


class StepForm(forms.ModelForm):
    class Meta:
        model = DecisionStep
        fields = flatten(ROWS)
        widgets = {
            "reason": forms.Textarea(attrs={"rows": 4, "class": "vLargeTextField"}),
            "answers": forms.Textarea(attrs={"rows": 4, "class": "vLargeTextField"}),
        }

    def clean_answers(self) -> str:
        try:
            answers_of(self.cleaned_data["answers"])
        except ValueError as error:
            raise ValidationError(str(error), code="no-answer") from error
        return str(self.cleaned_data["answers"])

    def clean_reason(self) -> str:
        reason = str(self.cleaned_data["reason"])
        check_bindings(reason)
        return reason

    def clean_action_address(self) -> str:
        address = str(self.cleaned_data["action_address"])
        if address and (not address.startswith("/") or address.startswith("//")):
            raise ValidationError(
                "Begin the address with one slash, as in /recruiting/.", code="outside"
            )
        return address


class StepFormSet(BaseInlineFormSet):
    """All steps of a decision; every path through them must end."""

    def clean(self) -> None:
        super().clean()
        if any(self.errors):
            return
        kept = [row for form in self.forms if (row := form.cleaned_data) and not row.get("DELETE")]
        steps = [
            Step(row["code"], row["text"], row["reason"], answers=answers_of(row["answers"]))
            for row in sorted(kept, key=lambda row: row["place"])
        ]
        if faults := faults_of(steps):
            raise ValidationError(faults, code="no-way")


class StepInline(admin.StackedInline):
    """The steps in order of `place`; the decision begins with the first."""

    model = DecisionStep
    form, formset = StepForm, StepFormSet
    fields = ROWS
    extra = 1
    classes = ("collapse",)


@admin.register(Decision)
class DecisionAdmin(OneByOneMixin, GuardedMixin, PublishedAdmin):
    """The decisions. Each is one of the portal's tools, so none is added or deleted here."""

    list_display = ("title", "summary")
    fields = ("title", "summary")
    inlines = (StepInline,)
    never = ("add", "delete")  # a tool of the portal, with its own address
