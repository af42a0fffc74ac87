"""The quick induction checklist, whose answers are in the query string. Nothing is stored."""

import hashlib
from collections.abc import Mapping
from functools import partial
from typing import Any, Self
from urllib.parse import urlencode

from django import forms

from kls_portal.forms import DateInputField, FieldOptions, NhsukForm
from vacancies.induction.rules.plan import roles
from vacancies.planning.models import MOST_WEEKS
from vacancies.planning.rules.checklist import Situation
from vacancies.planning.rules.probation import OUR_NOTICE_WEEKS, Terms
from vacancies.planning.services.layers import law_for
from vacancies.posts.forms.fields import WholeNumberField, keep_near
from vacancies.posts.models import BAND_NAMES

YES = {"1", "true", "yes", "on"}
START = ("start", "start_day", "start_month", "start_year")
ASKED = ("role", "band", *START, "manager", "team", "notice")


NOTICE = FieldOptions(width=2, suffix="weeks", name="weeks of notice")
NoticeField = partial(WholeNumberField, "How long is the notice in probation?", most=MOST_WEEKS)


class QuickChecklistForm(NhsukForm):
    form_tag = False
    field_options = {"notice": NOTICE}

    role = forms.ChoiceField(
        label="Role",
        choices=[("", "Choose a role"), *((role.slug, role.title) for role in roles())],
        error_messages={
            "required": "Choose a role",
            "invalid_choice": "Choose a role from the list",
        },
    )
    band = forms.ChoiceField(
        label="Band",
        choices=[("", "Choose a band"), *BAND_NAMES],
        error_messages={
            "required": "Choose a band",
            "invalid_choice": "Choose a band from the list",
        },
    )
    start = DateInputField(label="Start date", help_text="For example, 11 1 2027.")
    manager = forms.BooleanField(label="The post manages people", required=False)
    team = forms.ChoiceField(
        label="Will the starter join a team?",
        choices=[("team", "They join a team"), ("solo", "They work alone in the service")],
        widget=forms.RadioSelect,
        initial="team",
    )
    notice = NoticeField(
        help_text="Ask HR: the last day to decide depends on it. Leave it empty to count with "
        f"{OUR_NOTICE_WEEKS} weeks.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keep_near(self.fields["start"])

    @classmethod
    def from_address(cls, query: Mapping[str, Any], always: bool = False) -> Self:
        """Return the form bound to a query, or unbound if the query has none of its fields.

        `start` may be one ISO date (2027-01-04) or three parts. A role may be given by its title.
        `always` binds the form even to an empty query, so that it reports what is missing.
        """
        if not always and not any(name in query for name in ASKED):
            return cls()
        data = {name: query.get(name, "") for name in ("role", "band", "manager", "team", "notice")}
        data["role"] = _slug_of(data["role"])
        data["band"] = data["band"].lower().removeprefix("band").strip()
        data["manager"] = "on" if data["manager"].lower() in YES else ""
        data["team"] = data["team"].lower() or "team"
        data |= {name: query[name] for name in START if name in query}
        return cls(data)

    def situation(self) -> Situation:
        """Return the situation that the checklist is tailored to. Only for a valid form."""
        data = self.cleaned_data
        return Situation(
            role=dict(self.fields["role"].choices)[data["role"]],
            role_slug=data["role"],
            band=data["band"],
            start=data["start"],
            manages_people=data["manager"],
            works_alone=data["team"] == "solo",
            terms=Terms(own_notice_weeks=data["notice"], law=law_for(data["start"])),
        )

    def query(self) -> str:
        """Return the answers as a query string. Only for a valid form."""
        data = self.cleaned_data
        answers = {"role": data["role"], "band": data["band"], "start": data["start"].isoformat()}
        if data["manager"]:
            answers["manager"] = "yes"
        if data["notice"]:
            answers["notice"] = data["notice"]
        return urlencode(answers | {"team": data["team"]})

    def fingerprint(self) -> str:
        """Return a hash of the answers, 16 characters long. Only for a valid form."""
        return hashlib.sha256(self.query().encode()).hexdigest()[:16]


def _slug_of(text: str) -> str:
    typed = text.strip().casefold()
    slugs = (role.slug for role in roles() if typed in {role.slug, role.title.casefold()})
    return next(slugs, text)
