"""The sections of a draft that are one form each, the advert's words among them."""

from collections.abc import Mapping
from typing import Any

from django import forms

from kls_portal.forms import FieldOptions
from vacancies.drafting.rules.advert import PAY_EXAMPLE, Limit
from vacancies.posts.forms.fields import SectionForm, TextsForm
from vacancies.posts.forms.sensitive_text import OfVacancy
from vacancies.posts.forms.vacancy import BAND_CHOICES, BAND_HINT, ProfileChoice
from vacancies.posts.models import OrganisationText, Vacancy
from vacancies.rulebook.full_time import full_time_hours


class PostForm(OfVacancy, TextsForm):
    """The post itself."""

    nameless = ("title", "contract_length", "flexible_working")

    texts = (OrganisationText.Kind.FLEXIBLE.value,)
    field_options = {
        "title": FieldOptions(width=30),
        "band": FieldOptions(optional=False),
        "profile": FieldOptions(optional=False),
        "hours": FieldOptions(width=3, suffix="hours a week", optional=False),
        "contract": FieldOptions(optional=False),
        "contract_length": FieldOptions(width=10, optional=False, name="how long it lasts"),
        "place": FieldOptions(width=30, optional=False, name="place"),
        "flexible_working": FieldOptions(optional=False, count=True, name="flexible working"),
        "manages_people": FieldOptions(optional=False),
        "works_alone": FieldOptions(optional=False),
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


class PurposeForm(OfVacancy, TextsForm):
    """The organisation, why the post exists and where it stands."""

    nameless = ("about_organisation", "purpose", "decides", "relationships")
    posts = ("reports_to", "supervises")

    texts = (OrganisationText.Kind.ABOUT.value,)
    field_options = {
        "about_organisation": FieldOptions(
            optional=False, count=True, name="about your organisation"
        ),
        "purpose": FieldOptions(optional=False, count=True, name="purpose"),
        "reports_to": FieldOptions(optional=False, name="who it reports to"),
        "supervises": FieldOptions(optional=False, name="whom it supervises"),
        "decides": FieldOptions(optional=False, count=True, name="what it decides"),
        "relationships": FieldOptions(optional=False, count=True, name="working relationships"),
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


BOXES = {
    "advert_overview": "nhs-jobs-overview",
    "advert_skills": "nhs-jobs-skills",
    "advert_working_here": "nhs-jobs-working-here",
}
"""The box of the NHS Jobs form that each field fills, by id of its limit."""


class _Address(forms.URLField):
    """An address that is typed without its scheme is taken for https."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{**kwargs, "assume_scheme": "https"})


class AdvertForm(SectionForm):
    """What is typed for the advert alone. The counters count to the limits of the boxes.

    A longer text is still saved: the pack says what is too long.
    """

    field_options = {
        "advert_overview": FieldOptions(optional=False, count=True, name="overview"),
        "advert_skills": FieldOptions(optional=False, count=True, name="skills and qualities"),
        "advert_working_here": FieldOptions(
            optional=False, count=True, name="working for your organisation"
        ),
        "advert_applying": FieldOptions(
            optional=False, count=True, name="applying and the interview"
        ),
        "advert_pay": FieldOptions(width=20, optional=False, name="full-time pay"),
        "advert_pay_pro_rata": FieldOptions(width=20, name="pay for the hours of this post"),
        "advert_contact": FieldOptions(optional=False, name="person to talk to"),
        "advert_other_interview": FieldOptions(width=20, name="other day for the interview"),
        "advert_link": FieldOptions(name="address of the advert"),
    }

    class Meta:
        model = Vacancy
        fields = [
            "advert_overview",
            "advert_skills",
            "advert_working_here",
            "advert_applying",
            "advert_pay",
            "advert_pay_pro_rata",
            "advert_contact",
            "advert_other_interview",
            "advert_link",
        ]
        field_classes = {"advert_link": _Address}
        labels = {
            "advert_overview": "Overview",
            "advert_skills": "Skills and qualities",
            "advert_working_here": "Working for your organisation",
            "advert_applying": "Applying and the interview",
            "advert_pay": "Full-time pay",
            "advert_pay_pro_rata": "Pay for the hours of this post",
            "advert_contact": "A person to talk to",
            "advert_other_interview": "Another day for the interview",
            "advert_link": "Address of the published advert",
        }
        help_texts = {
            "advert_overview": "People read this first. Say what the person will do and learn.",
            "advert_skills": "Say that people may apply even if they do not meet every point.",
            "advert_working_here": "Say what the team is like and what you do for inclusion.",
            "advert_applying": "Name any task, questions sent before, travel costs and how to "
            "ask for adjustments. Offer a visit or a call.",
            "advert_pay": f"For example, {PAY_EXAMPLE} (band 5 in England, 2026/27).",
            "advert_pay_pro_rata": "Only for a post that is not full time.",
            "advert_contact": "Job title, with a phone number or email address.",
            "advert_other_interview": "For people who cannot come on the first one.",
            "advert_link": "Copy it from NHS Jobs once the advert is out.",
        }
        widgets = {name: forms.Textarea(attrs={"rows": 6}) for name in fields[:4]}

    def __init__(self, *args: Any, limits: Mapping[str, Limit] | None = None, **kwargs: Any):
        super().__init__(*args, **kwargs)
        for name, limit in BOXES.items():
            if limits and limit in limits:
                self.fields[name].max_length = limits[limit].most
