"""The dates of a vacancy: by when somebody is needed, and the date of one step."""

from datetime import date, timedelta
from typing import Any

from django import forms

from kls_portal.forms import DateInputField, Look, NhsukForm
from kls_portal.forms.seen import CHANGED_MEANWHILE, SeenForm
from vacancies.checklists.working_days import WorkingDays
from vacancies.forms.sections import FURTHEST_AHEAD, LONGEST_AGO, keep_near
from vacancies.models import VacancyTimeline
from vacancies.timeline.moving import Move, move
from vacancies.timeline.step import Planned
from vacancies.timeline.timeline import Timeline

AFTER_THE_START = timedelta(days=366)
"""How much further ahead a step after the first day may be: probation ends within a year."""


class NeedsForm(SeenForm):
    """By when somebody is needed, and the notice period to plan for where somebody gives notice."""

    look = {
        "needed_by": Look(optional=False, name="the day you need somebody by"),
        "notice_weeks": Look(width=2, suffix="weeks", name="notice period"),
    }

    class Meta:
        model = VacancyTimeline
        fields = ["needed_by", "notice_weeks"]
        field_classes = {"needed_by": DateInputField}
        labels = {
            "needed_by": "By when do you need somebody?",
            "notice_weeks": "How long a notice period do you plan for?",
        }
        help_texts = {
            "needed_by": "For example, 6 9 2027. Leave it empty to work back from the start date.",
            "notice_weeks": "Of the person you appoint. Leave it empty for 8 weeks. "
            "It is often shorter for somebody who is in the Trust already.",
        }

    def __init__(self, *args: Any, has_notice: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not has_notice:
            del self.fields["notice_weeks"]
        keep_near(self.fields["needed_by"], self.instance.needed_by)


class StepForm(NhsukForm):
    """The date of one step. Valid, it knows what moves with it: `move`.

    Whoever opened the page before somebody else moved a date is told so once, and nothing moves.
    """

    form_tag = False
    look = {
        "day": Look(optional=False, name="date"),
        "keep_by_hand": Look(optional=False),
    }

    day = DateInputField(label="Date", required=False, help_text="For example, 11 1 2027.")
    keep_by_hand = forms.BooleanField(
        label="Leave dates that were set by hand",
        required=False,
        help_text="Otherwise everything that hangs on this date moves with it.",
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        *args: Any,
        timeline: Timeline,
        row: Planned,
        worked: WorkingDays,
        digest: str,
        today: date,
        **kwargs: Any,
    ) -> None:
        kwargs["initial"] = {"day": row.day, "seen": digest}
        super().__init__(*args, **kwargs)
        self.timeline, self.row, self.worked = timeline, row, worked
        self.digest, self.today = digest, today
        self.move = Move(())
        field = self.fields["day"]
        field.earliest = min(today - LONGEST_AGO, row.day or today)
        field.latest = max(furthest(row, today), row.day or today)
        if row.done:
            field.required = True
            del self.fields["keep_by_hand"]

    def clean(self) -> dict[str, Any]:
        """Work out what moves; refuse a wrong order, and a date from before somebody's change."""
        cleaned = super().clean()
        if cleaned.get("seen") != self.digest:
            self.data = self.data.copy()
            self.data[self.add_prefix("seen")] = self.digest
            raise forms.ValidationError(CHANGED_MEANWHILE)
        if "day" not in cleaned:
            return cleaned
        if self.row.done and cleaned["day"] > self.today:
            self.add_error("day", "The step is done, so its date must be today or earlier")
            return cleaned
        self.move = move(
            self.timeline,
            self.row.id,
            cleaned["day"],
            self.worked,
            keep_by_hand=cleaned.get("keep_by_hand", False),
        )
        for problem in self.move.problems:
            self.add_error("day", problem.sentence)
        return cleaned


def furthest(row: Planned, today: date) -> date:
    """Return the furthest date that a step may have: further off is a slip of the pen."""
    return today + FURTHEST_AHEAD + (timedelta() if row.step.column else AFTER_THE_START)
