"""The sections of a draft that are one form each."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.timezone import localdate

from kls_portal.forms import DateInputField, Look
from vacancies.checklists.start_date import YEARS_AHEAD, YEARS_BACK
from vacancies.checks.full_time import full_time_hours
from vacancies.forms.careful import OfVacancy
from vacancies.forms.section import SectionForm
from vacancies.forms.texts import TextsForm
from vacancies.forms.vacancy import BAND_CHOICES, BAND_HINT, ProfileChoice
from vacancies.models import OrganisationText, Vacancy
from vacancies.timeline.order import clashes
from vacancies.timeline.route import of_own_dates

LONGEST_AGO = timedelta(days=366 * YEARS_BACK)
FURTHEST_AHEAD = timedelta(days=366 * YEARS_AHEAD)


def keep_near(field: DateInputField, stored: date | None) -> None:
    """Let a date be near enough to today to be no slip of the pen; one stored earlier may stay."""
    today = localdate()
    field.earliest = min(today - LONGEST_AGO, stored or today)
    field.latest = max(today + FURTHEST_AHEAD, stored or today)


class PostForm(OfVacancy, TextsForm):
    """The post itself."""

    nameless = ("title", "contract_length", "flexible_working")

    texts = (OrganisationText.Kind.FLEXIBLE.value,)
    look = {
        "title": Look(width=30),
        "band": Look(optional=False),
        "profile": Look(optional=False),
        "hours": Look(width=3, suffix="hours a week", optional=False),
        "contract": Look(optional=False),
        "contract_length": Look(width=10, optional=False, name="how long it lasts"),
        "place": Look(width=30, optional=False, name="place"),
        "flexible_working": Look(optional=False, count=True, name="flexible working"),
        "manages_people": Look(optional=False),
        "works_alone": Look(optional=False),
    }

    band = forms.ChoiceField(
        label="Band you expect", choices=BAND_CHOICES, required=False, help_text=BAND_HINT
    )
    profile = ProfileChoice()

    class Meta:
        model = Vacancy
        fields = [
            "title",
            "band",
            "profile",
            "hours",
            "contract",
            "contract_length",
            "place",
            "flexible_working",
            "manages_people",
            "works_alone",
        ]
        labels = {
            "title": "Job title",
            "hours": "Hours",
            "contract": "Type of contract",
            "contract_length": "How long does it last?",
            "place": "Where is the job based?",
            "flexible_working": "What flexible working is there?",
            "manages_people": "The post manages people",
            "works_alone": "The post holder works alone in the service",
        }
        help_texts = {
            "title": "Use a title that people outside the NHS would search for.",
            "contract_length": "For example, 12 months. Leave it empty for a permanent post.",
            "flexible_working": "Say how many days at home. People may ask from day one.",
        }
        widgets = {
            "contract": forms.RadioSelect,
            "flexible_working": forms.Textarea(attrs={"rows": 4}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["contract"].choices = Vacancy.Contract.choices
        self.fields["profile"].keep(self.instance.profile_id)
        if self.instance.organisation_id:
            full = full_time_hours(self.instance.organisation.nation)
            self.fields["hours"].help_text = f"Full time is usually {full:g}."


class DatesForm(SectionForm):
    """The key dates, in the order in which they come.

    A date is near enough to today to be no slip of the pen; one stored earlier may stay.
    """

    look = {
        name: Look(optional=False, name=words)
        for name, words in (
            ("opens_on", "opening date"),
            ("closes_on", "closing date"),
            ("interview_on", "interview date"),
            ("starts_on", "start date"),
        )
    }

    class Meta:
        model = Vacancy
        fields = ["opens_on", "closes_on", "interview_on", "starts_on"]
        field_classes = dict.fromkeys(fields, DateInputField)
        labels = {
            "opens_on": "When does the advert open?",
            "closes_on": "When does it close?",
            "interview_on": "When are the interviews?",
            "starts_on": "When should the person start?",
        }
        help_texts = {
            "opens_on": "For example, 11 1 2027.",
            "closes_on": "Leave 14 days at least, and 21 in summer or over the festive season.",
            "interview_on": "Show it in the advert, so that people can keep the day free.",
            "starts_on": "The induction checklist counts from this day.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.Meta.fields:
            keep_near(self.fields[name], getattr(self.instance, name))

    def clean(self) -> dict[str, Any]:
        """Each date comes after the one before it, as on the timeline."""
        cleaned = super().clean()
        for clash in clashes(of_own_dates(cleaned)):
            self.add_error(clash.step.column, clash.sentence)
        return cleaned


class PurposeForm(OfVacancy, TextsForm):
    """The organisation, why the post exists and where it stands."""

    nameless = ("about_organisation", "purpose", "decides", "relationships")
    posts = ("reports_to", "supervises")

    texts = (OrganisationText.Kind.ABOUT.value,)
    look = {
        "about_organisation": Look(optional=False, count=True, name="about your organisation"),
        "purpose": Look(optional=False, count=True, name="purpose"),
        "reports_to": Look(optional=False, name="who it reports to"),
        "supervises": Look(optional=False, name="whom it supervises"),
        "decides": Look(optional=False, count=True, name="what it decides"),
        "relationships": Look(optional=False, count=True, name="working relationships"),
    }

    class Meta:
        model = Vacancy
        fields = [
            "about_organisation",
            "purpose",
            "reports_to",
            "supervises",
            "decides",
            "relationships",
        ]
        labels = {
            "about_organisation": "What is your organisation for, and what are its values?",
            "purpose": "What is the purpose of the job?",
            "reports_to": "Who does the post report to?",
            "supervises": "Whom does it supervise?",
            "decides": "What does it decide alone, and when does it check first?",
            "relationships": "Whom does it work with, and what about?",
        }
        help_texts = {
            "about_organisation": "A few lines. Open your advert with the job instead.",
            "purpose": "One short paragraph of 20 to 80 words.",
            "reports_to": "Give the job title, not a name.",
            "supervises": "Give job titles and numbers. If nobody, say so.",
            "relationships": "Name teams and organisations, inside and outside, not people.",
        }
        widgets = {
            name: forms.Textarea(attrs={"rows": 5})
            for name in ("about_organisation", "purpose", "decides", "relationships")
        }
