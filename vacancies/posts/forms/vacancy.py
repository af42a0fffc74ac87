"""Opening, sharing and deleting a vacancy."""

from typing import Any

from django import forms

from kls_portal.accounts.models import User
from kls_portal.forms import FieldOptions, NhsukForm
from kls_portal.forms.concurrent_edit import ConcurrentEditForm
from kls_portal.idempotency import IdempotencyKeyField, day_key
from kls_portal.public import cached_until_publish
from vacancies.posts.forms.fields import ForOrganisation, OfVacancy, RowsField
from vacancies.posts.models import BAND_NAMES, Vacancy
from vacancies.posts.rules import LONGEST_LINE
from vacancies.profiles.models import Profile

BAND_CHOICES = [("", "Not decided yet"), *BAND_NAMES]
BAND_HINT = "A matching panel decides the band. This is only what you expect."
PROFILE_HINT = "You see it beside your draft, to compare with. We copy nothing from it."


class ProfileChoice(forms.ModelChoiceField):
    """A choice of the profiles in force, by band, with illustrative ones labelled as such."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            queryset=Profile.objects.for_libraries().in_force().in_band_order(),
            empty_label="Not chosen yet",
            label="Profile to compare with",
            help_text=PROFILE_HINT,
            required=False,
            **kwargs,
        )

    def keep(self, chosen: int | None) -> None:
        """Also offer the profile with this primary key, even if it has been withdrawn since.

        The choices are cached until the next published change.
        """
        self.queryset = Profile.objects.for_libraries().offered_with(chosen).in_band_order()
        self.choices = cached_until_publish(
            f"profiles to choose, with {chosen}",
            lambda: [("", self.empty_label), *((p.pk, labelled(p)) for p in self.queryset or ())],
        )

    def label_from_instance(self, profile: Profile) -> str:
        return labelled(profile)


def labelled(profile: Profile) -> str:
    """Return the label of a profile as plain text, where no tag can be shown."""
    words = f"Band {profile.band}: {profile.title}"
    if profile.withdrawn_on:
        words += " (withdrawn)"
    if profile.status != Profile.Status.NATIONAL:
        return f"{words} ({profile.get_status_display().lower()})"
    return words if profile.confirmed else f"{words} (not confirmed)"


class OpenVacancyForm(ForOrganisation, OfVacancy, NhsukForm):
    """The title of a new vacancy, and the organisation that it is for."""

    nameless = ("title",)
    field_options = {"title": FieldOptions(width=30)}
    field_order = ("title", "organisation")

    title = forms.CharField(
        label="Job title",
        max_length=LONGEST_LINE,
        help_text="Use a title that people outside the NHS would search for.",
    )


class NewVacancyForm(OpenVacancyForm):
    form_tag = mark_optional = False

    band = forms.ChoiceField(
        label="Band you expect", choices=BAND_CHOICES, required=False, help_text=BAND_HINT
    )
    profile = ProfileChoice()
    key = IdempotencyKeyField(initial=day_key)

    def ask_for_a_handover(self) -> None:
        """Ask only for what a handover needs: the job title and the organisation."""
        for name in ("band", "profile"):
            del self.fields[name]
        self.fields["title"].label = "Job title of the person who is leaving"


class ShareForm(ConcurrentEditForm):
    """Active colleagues of the same organisation, except the creator, who may work on a vacancy."""

    submit_text = "Save"
    mark_optional = False

    shared_with = RowsField(
        User.objects.none(),
        label="Colleagues who may work on this vacancy",
        help_text="People in the same organisation. Your organisation lead can see it anyway.",
        required=False,
    )

    class Meta:
        model = Vacancy
        fields = ["shared_with"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        organisation = self.instance.organisation
        members = User.objects.filter(is_active=True, memberships__organisation=organisation)
        self.fields["shared_with"].queryset = members.exclude(pk=self.instance.created_by_id)


class DeleteForm(NhsukForm):
    form_tag = False

    sure = forms.BooleanField(
        label="Yes, delete this vacancy and everything in it",
        error_messages={"required": "Tick the box if you want to delete this vacancy"},
    )


LINK_DAYS = (7, 30, 90, 180)
"""The numbers of days that a link may stay open. House default."""
DEFAULT_DAYS = 30


class LinkForm(NhsukForm):
    """The days a link stays open. most: days until its target is deleted, None if it is not.

    needed: days after which it must still open. Offered first is the shortest time that is enough.
    """

    submit_text = "Make a link"

    days = forms.TypedChoiceField(
        label="How long should the link work?", coerce=int, widget=forms.RadioSelect
    )

    def __init__(
        self, *args: Any, most: int | None = None, needed: int = DEFAULT_DAYS, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        fit = [number for number in LINK_DAYS if most is None or number < most]
        choices = [(number, f"{number} days") for number in fit]
        if most is not None:
            choices.append((most, "Until the plan is deleted"))
        enough = (number for number, _ in choices if number >= max(needed, DEFAULT_DAYS))
        self.fields["days"].choices = choices
        self.fields["days"].initial = next(enough, choices[-1][0])
