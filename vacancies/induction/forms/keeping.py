"""Forms for finishing and erasing a plan, and for an organisation's settings."""

from datetime import date
from typing import Any

from django import forms

from kls_portal.forms import DateInputField, FieldOptions, NhsukForm
from kls_portal.in_words import plain_date
from vacancies.induction.models import InductionPlan
from vacancies.planning.models import MOST_MONTHS, MOST_WEEKS
from vacancies.planning.rules.probation import OUR_MONTHS, OUR_NOTICE_WEEKS
from vacancies.posts.forms.vacancy import DeleteForm


class FinishPlanForm(NhsukForm):
    """Finishing a plan, with the end of probation."""

    submit_text = "Finish the plan"
    field_options = {"ended_on": FieldOptions(name="day on which probation ended")}

    ended_on = DateInputField(
        label="When did probation end?",
        required=False,
        help_text="Leave it empty if it has not ended, or there was none. We store only the "
        "day, never the result.",
    )

    def __init__(self, *args: Any, plan: InductionPlan, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.plan, self.today = plan, today

    def clean_ended_on(self) -> date | None:
        """Return the day, which must be between the start date and today."""
        day: date | None = self.cleaned_data["ended_on"]
        if day and not self.plan.starts_on <= day <= self.today:
            start = plain_date(self.plan.starts_on)
            raise forms.ValidationError(
                f"The day must be between the start, {start}, and today", code="out_of_range"
            )
        return day


class ErasePlanForm(DeleteForm):
    """Confirmation of erasing a plan."""

    sure = forms.BooleanField(
        label="Yes, erase this plan and everything in it",
        error_messages={"required": "Tick the box if you want to erase this plan"},
    )


class SettingsForm(NhsukForm):
    """How long an organisation keeps its plans, and its terms of probation."""

    submit_text = "Save"
    field_options = {
        "keep_days": FieldOptions(width=4, suffix="days", name="number of days"),
        "months": FieldOptions(width=2, suffix="months", name="months of probation"),
        "notice_weeks": FieldOptions(width=2, suffix="weeks", name="weeks of notice"),
    }

    keep_days = forms.IntegerField(
        label="How long are plans kept after the start date?",
        min_value=30,
        max_value=730,
        help_text="200 days cover six months of induction. A change applies to new plans, and "
        "to plans whose start date moves.",
    )
    months = forms.IntegerField(
        label="How long is probation?",
        required=False,
        min_value=1,
        max_value=MOST_MONTHS,
        help_text=f"As in your policy. Leave it empty to use ours, {OUR_MONTHS} months.",
    )
    notice_weeks = forms.IntegerField(
        label="How long is the notice in probation?",
        required=False,
        min_value=1,
        max_value=MOST_WEEKS,
        help_text="Ask HR, and use the longest if it differs by band. Leave it empty to use "
        f"ours, {OUR_NOTICE_WEEKS} weeks.",
    )
