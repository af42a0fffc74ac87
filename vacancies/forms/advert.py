"""The advert's own words."""

from collections.abc import Mapping
from typing import Any

from django import forms

from kls_portal.forms import Look
from vacancies.drafting.advert import PAY_EXAMPLE
from vacancies.drafting.advert_limits import Limit
from vacancies.forms.section import SectionForm
from vacancies.models import Vacancy

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

    look = {
        "advert_overview": Look(optional=False, count=True, name="overview"),
        "advert_skills": Look(optional=False, count=True, name="skills and qualities"),
        "advert_working_here": Look(
            optional=False, count=True, name="working for your organisation"
        ),
        "advert_applying": Look(optional=False, count=True, name="applying and the interview"),
        "advert_pay": Look(width=20, optional=False, name="full-time pay"),
        "advert_pay_pro_rata": Look(width=20, name="pay for the hours of this post"),
        "advert_contact": Look(optional=False, name="person to talk to"),
        "advert_other_interview": Look(width=20, name="other day for the interview"),
        "advert_link": Look(name="address of the advert"),
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
