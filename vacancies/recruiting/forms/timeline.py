"""Forms of the dates of a vacancy: when the post must be filled, and the date of one step."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.timezone import localdate

from kls_portal.calendar.working_days import months_after
from kls_portal.forms import DateInputField, FieldOptions, NhsukForm
from kls_portal.forms.concurrent_edit import CHANGED_MEANWHILE, ConcurrentEditForm
from vacancies.drafting.forms.sections import meta_of, options_of
from vacancies.drafting.rules.field import fields_in
from vacancies.drafting.rules.fields import in_section
from vacancies.planning.forms import TaskForm
from vacancies.planning.models import VacancyPlan
from vacancies.planning.rules.checklist import OF_VACANCIES
from vacancies.planning.rules.moving import Move, move
from vacancies.planning.rules.step import UNITS, Planned, Step
from vacancies.planning.rules.timeline import clashes, of_own_dates
from vacancies.posts.forms.fields import MONTHS_AHEAD, OfVacancy, SectionForm, keep_near
from vacancies.posts.models import Vacancy
from vacancies.recruiting.forms.advert import DATA
from vacancies.recruiting.services.timeline import Dates

DATES, NEEDS = in_section("dates"), fields_in(DATA, "needs")


class VacancyTaskForm(OfVacancy, TaskForm):
    owners = OF_VACANCIES
    asks = ("text", "owner", "group", "due_on", "note")
    parts_label = "Milestone it belongs to"


AFTER_THE_START = timedelta(days=366)
"""How much further ahead a step after the first day may be: probation ends within a year."""


class NeedsForm(ConcurrentEditForm):
    """The day by which the post must be filled, and the notice period if notice is given.

    goal: the step that comes after the notice, with its days where none is given.
    """

    field_options = options_of(NEEDS)
    Meta = meta_of(VacancyPlan, NEEDS)

    def __init__(self, *args: Any, goal: Step, has_notice: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["notice_weeks"].help_text = (
            "The notice of the person you appoint. "
            f"Leave it empty for {goal.days} {UNITS[goal.unit].lower()}. "
            "It is often shorter for someone who is already in the Trust."
        )
        if not has_notice:
            del self.fields["notice_weeks"]
        keep_near(self.fields["needed_by"], self.instance.needed_by)


class StepForm(NhsukForm):
    """The date of one step; once validated, `move` holds what moves with it.

    If someone else has moved a date since the page was opened, the first submission is rejected.
    """

    form_tag = mark_optional = False
    field_options = {"day": FieldOptions(name="date")}

    day = DateInputField(label="Date", required=False, help_text="For example, 11 1 2027.")
    keep_by_hand = forms.BooleanField(
        label="Keep dates that were set by hand",
        required=False,
        help_text="Otherwise everything that depends on this date moves with it.",
    )
    version_token = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, dates: Dates, row: Planned, **kwargs: Any) -> None:
        kwargs["initial"] = {"day": row.day, "version_token": dates.digest}
        super().__init__(*args, **kwargs)
        self.dates, self.row = dates, row
        self.move = Move(())
        field = self.fields["day"]
        keep_near(field, row.day)
        field.latest = furthest(row)
        if row.done:
            field.required = True
            del self.fields["keep_by_hand"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("version_token") != self.dates.digest:
            self.data = self.data.copy()
            self.data[self.add_prefix("version_token")] = self.dates.digest
            raise forms.ValidationError(CHANGED_MEANWHILE)
        if "day" not in cleaned:
            return cleaned
        if self.row.done and cleaned["day"] > localdate():
            self.add_error("day", "The milestone is done, so its date must be today or in the past")
            return cleaned
        keep_by_hand, timeline = cleaned.get("keep_by_hand", False), self.dates.timeline
        self.move = move(timeline, self.row.id, cleaned["day"], keep_by_hand=keep_by_hand)
        for problem in self.move.problems:
            self.add_error("day", problem.sentence)
        return cleaned


def furthest(row: Planned) -> date:
    """Return the furthest date allowed for a step: later ones are typing errors, unless stored."""
    ahead = months_after(localdate(), MONTHS_AHEAD)
    return max(ahead if row.step.column else ahead + AFTER_THE_START, row.day or ahead)


class DatesForm(SectionForm):
    """The key dates, in chronological order.

    A date must be close enough to today to rule out a typing error; one already stored may stay.
    """

    field_options = options_of(DATES)
    Meta = meta_of(Vacancy, DATES)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.Meta.fields:
            keep_near(self.fields[name], getattr(self.instance, name))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for clash in clashes(of_own_dates(cleaned)):
            self.add_error(clash.step.column, clash.sentence)
        return cleaned
