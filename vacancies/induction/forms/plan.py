"""Forms for an induction plan: its post, its welcome, its end, and an organisation’s settings."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from crispy_forms.layout import Fieldset, Layout
from django import forms
from django.db.models import QuerySet
from django.utils.timezone import localdate

from kls_portal.accounts.models import Organisation, User
from kls_portal.forms import BoxesField, DateInputField, FieldOptions, NhsukForm
from kls_portal.forms.concurrent_edit import ConcurrentEditForm
from kls_portal.idempotency import IdempotencyKeyField
from kls_portal.personal_data.sensitive_matches import SensitiveMatch, name_matches
from vacancies.drafting.forms.sections import meta_of, options_of
from vacancies.drafting.rules.field import fields_in
from vacancies.induction.forms.quick_checklist import NOTICE, NoticeField
from vacancies.induction.models import EVERY_WEEKDAY, LONGEST_NAME, InductionPlan
from vacancies.induction.rules.plan import roles
from vacancies.induction.services.tasks import post_of
from vacancies.planning.forms import TimeBox
from vacancies.planning.models import MOST_MONTHS, InductionSettings
from vacancies.planning.rules.probation import OUR_MONTHS, OUR_NOTICE_WEEKS
from vacancies.posts.forms.fields import (
    ForOrganisation,
    SensitiveTextMixin,
    WholeNumberField,
    keep_near,
)
from vacancies.posts.forms.vacancy import DeleteForm
from vacancies.posts.models import BAND_NAMES, Vacancy
from vacancies.posts.rules import LONGEST_LINE, TRAITS

DAYS = list(
    enumerate(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"))
)
WELCOME = fields_in(Path(__file__).resolve().parent.parent / "data" / "fields.toml", "welcome")
NAME_HINT = (
    "You can leave it out. It appears only on the plan’s own pages and in the file of the "
    "starter’s data. It is deleted with the plan."
)


class _PlanFields(SensitiveTextMixin, forms.Form):
    sensitive = ("title", "starter_name")

    title = forms.CharField(label="Job title", max_length=LONGEST_LINE)
    role = forms.ChoiceField(
        label="Role",
        choices=[("", "Another role"), *((role.slug, role.title) for role in roles())],
        required=False,
        help_text="Some tasks are only for one role. The plan leaves them out for other roles.",
    )
    band = forms.ChoiceField(label="Band", choices=[("", "No band"), *BAND_NAMES], required=False)
    starts_on = DateInputField(label="Start date", help_text="For example, 11 1 2027.")
    weekdays = forms.TypedMultipleChoiceField(
        label="Days they work",
        choices=DAYS,
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        help_text="From day one, due dates fall on these days.",
        error_messages={"required": "Tick at least one day they work"},
    )
    traits = BoxesField(
        "What is true of this post or starter?",
        choices=[(trait.slug, trait.name) for trait in TRAITS],
        help_text="Each one adds, changes or leaves out tasks.",
    )
    starter_name = forms.CharField(
        label="Name of the starter",
        max_length=LONGEST_NAME,
        required=False,
        help_text=NAME_HINT,
    )

    field_options: Mapping[str, FieldOptions] = {
        "title": FieldOptions(width=30),
        "role": FieldOptions(optional=False),
        "band": FieldOptions(optional=False),
        "starts_on": FieldOptions(name="start date"),
        "weekdays": FieldOptions(inline=False, small=True, name="days they work"),
        "traits": FieldOptions(
            optional=False, small=True, hints={t.slug: t.hint for t in TRAITS if t.hint}
        ),
        "starter_name": FieldOptions(width=30),
    }

    def matches_in(self, name: str, text: str) -> tuple[SensitiveMatch, ...]:
        """Also find the starter's name in the job title, which appears in file names."""
        matches = super().matches_in(name, text)
        if name == "title" and "starter_name" in self.fields:
            if not super().is_new(name):
                matches = tuple(one for one in matches if one.refused)
            matches += name_matches(text, str(self["starter_name"].data or ""))
        return matches

    def is_new(self, name: str) -> bool:
        """Treat the job title as new also when the starter's name is new."""
        named = name == "title" and "starter_name" in self.fields
        return super().is_new(name) or (named and super().is_new("starter_name"))


class NewPlanForm(ForOrganisation, _PlanFields, NhsukForm):
    submit_text = "Make the plan"

    kind = forms.ChoiceField(
        label="Who is the plan for?",
        choices=InductionPlan.Kind.choices,
        widget=forms.RadioSelect,
        initial=InductionPlan.Kind.STARTER,
    )
    key = IdempotencyKeyField()

    field_options = {
        **_PlanFields.field_options,
        "kind": FieldOptions(
            hints={"new-manager": "Only the tasks of the checklist for new managers."}
        ),
    }
    layout = Layout(
        "organisation",
        "kind",
        Fieldset("The post", "title", "role", "band", "starts_on", "weekdays", "traits"),
        Fieldset("The starter", "starter_name"),
        "key",
    )

    def __init__(self, *args: Any, vacancy: Vacancy | None = None, **kwargs: Any) -> None:
        self.vacancy = vacancy
        kwargs["initial"] = {"weekdays": EVERY_WEEKDAY, **(post_of(vacancy) if vacancy else {})}
        super().__init__(*args, **kwargs)
        keep_near(self.fields["starts_on"])

    def offered_to(self, person: User) -> QuerySet[Organisation]:
        own = super().offered_to(person)
        return own.filter(pk=self.vacancy.organisation_id) if self.vacancy else own


class PlanForm(_PlanFields, ConcurrentEditForm):
    submit_text = "Save the plan"

    class Meta:
        model = InductionPlan
        fields = ["title", "role", "band", "starts_on", "weekdays", "traits", "starter_name"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keep_near(self.fields["starts_on"], self.instance.starts_on)


class WelcomeForm(SensitiveTextMixin, ConcurrentEditForm):
    submit_text = "Save the welcome"
    sensitive = ("place", "bring", "first_week")
    nameless = ("bring", "first_week")
    posts = ("met_by", "manager_title", "buddy_title")
    kept_for = "You have looked at them, and everyone with a link to this plan may read them."
    field_options = options_of(WELCOME) | {"arrives_at": FieldOptions(width=5, name="time")}
    field_order = ("arrives_at",)
    Meta = meta_of(InductionPlan, WELCOME, "arrives_at")

    arrives_at = TimeBox(label="When do they arrive on the first day?", example="9:30")


class FinishPlanForm(NhsukForm):
    submit_text = "Finish the plan"
    field_options = {"ended_on": FieldOptions(name="day on which probation ended")}

    ended_on = DateInputField(
        label="When did probation end?",
        required=False,
        help_text="Leave it empty if it has not ended, or there was none. We store only the "
        "day, never the result.",
    )

    def __init__(self, *args: Any, plan: InductionPlan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ended_on = self.fields["ended_on"]
        ended_on.earliest, ended_on.latest = plan.starts_on, localdate()


class ErasePlanForm(DeleteForm):
    sure = forms.BooleanField(
        label="Yes, erase this plan and everything in it",
        error_messages={"required": "Tick the box if you want to erase this plan"},
    )


class SettingsForm(ConcurrentEditForm):
    submit_text = "Save"

    class Meta:
        model = InductionSettings
        fields = ["keep_days", "months", "notice_weeks"]

    field_options = {
        "keep_days": FieldOptions(width=4, suffix="days", name="number of days"),
        "months": FieldOptions(width=2, suffix="months", name="months of probation"),
        "notice_weeks": NOTICE,
    }

    keep_days = forms.IntegerField(
        label="How long are plans kept after the start date?",
        min_value=30,
        max_value=730,
        help_text=f"{InductionSettings.DEFAULT_DAYS} days cover six months of induction. A change "
        "applies to new plans, and to plans whose start date moves.",
    )
    months = WholeNumberField(
        "How long is probation?",
        most=MOST_MONTHS,
        help_text=f"As in your policy. Leave it empty to use ours, {OUR_MONTHS} months.",
    )
    notice_weeks = NoticeField(
        help_text="Ask HR, and use the longest if it differs by band. Leave it empty to use "
        f"ours, {OUR_NOTICE_WEEKS} weeks.",
    )
