"""Forms of a chosen channel, the case for paid advertising, and the outcome: numbers only."""

from collections.abc import Collection, Iterable
from functools import partial
from pathlib import Path
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.timezone import localdate

from kls_portal.forms import BoxesField, FieldOptions, NhsukForm
from kls_portal.forms.concurrent_edit import ConcurrentEditForm
from vacancies.drafting.forms.sections import meta_of, options_of
from vacancies.drafting.rules.field import fields_in
from vacancies.posts.forms.fields import OfVacancy, PoundsField, WholeNumberField, keep_near
from vacancies.recruiting.models import advert
from vacancies.recruiting.rules.advert_plan import Channel
from vacancies.recruiting.rules.outcome import BY_CHANNEL, TOTALS, label, out_of_order


class ChannelsForm(NhsukForm):
    """Channels to choose, as one list of checkboxes. `was`: those ticked when the page was made."""

    submit_text = "Save the channels"
    channels = BoxesField(
        "Where to advertise",
        help_text="Tick the channels you want in the plan. Untick any that you do not.",
    )
    was = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        data: Any = None,
        files: Any = None,
        *,
        offered: Iterable[Channel],
        chosen: Collection[str],
    ) -> None:
        kept = {"channels": sorted(chosen), "was": ",".join(sorted(chosen))}
        super().__init__(data, files, initial=kept)
        offered = list(offered)
        self.fields["channels"].choices = [(channel.id, channel.name) for channel in offered]
        hints = {channel.id: channel.in_short for channel in offered}
        self.field_options = {"channels": FieldOptions(optional=False, small=True, hints=hints)}

    @property
    def ticked(self) -> set[str]:
        """Return the codes of the ticked channels, to be added unless already in the plan."""
        return set(self.cleaned_data["channels"])

    @property
    def unticked(self) -> set[str]:
        """Return the codes to remove: ticked when the page was made but not now."""
        return set(self.cleaned_data["was"].split(",")) - self.ticked - {""}


DATA = Path(__file__).resolve().parent.parent / "data" / "fields.toml"
CHOICE, CASE, OUTCOME = (fields_in(DATA, name) for name in ("choice", "case", "outcome"))
OUT_OF_RANGE = ("min_value", "max_value", "max_digits", "max_whole_digits")
COST_RANGE = f"Cost must be between £0 and £{advert.MOST_POUNDS:,}"


class AdvertChoiceForm(OfVacancy, ConcurrentEditForm):
    submit_text = "Save this channel"
    sensitive = ("sent_by", "note")
    posts = ("sent_by",)
    field_options = options_of(CHOICE) | {"cost": FieldOptions(width=5, prefix="£")}
    field_order = ("send_on", "sent_on", "sent_by", "cost")

    cost = PoundsField(
        label="Cost",
        required=False,
        min_value=0,
        max_value=advert.MOST_POUNDS,
        max_digits=8,
        decimal_places=2,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
        help_text="Leave it empty if you do not know yet.",
        error_messages=dict.fromkeys(OUT_OF_RANGE, COST_RANGE),
    )

    Meta = meta_of(advert.AdvertChoice, CHOICE, "cost")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("send_on", "sent_on"):
            keep_near(self.fields[name], getattr(self.instance, name))
        self.fields["sent_on"].latest = max(localdate(), self.instance.sent_on or localdate())


class AdvertCaseForm(OfVacancy, ConcurrentEditForm):
    submit_text = "Save the reasons"
    sensitive = ("reasons", "signed_by")
    nameless = ("reasons",)
    posts = ("signed_by",)
    field_options = options_of(CASE)
    Meta = meta_of(advert.AdvertCase, CASE)


EMPTY = "Leave anything you do not know empty."
_count = partial(WholeNumberField, least=0, widget=forms.TextInput(attrs={"inputmode": "numeric"}))
_people = partial(_count, most=advert.MOST_PEOPLE)
_NARROW = dict.fromkeys(TOTALS, FieldOptions(width=5, optional=False))


class _InOrder(ConcurrentEditForm):
    views = _count(label("views"), most=advert.MOST_VIEWS, help_text=EMPTY)
    applications = _people(label("applications"))
    shortlisted = _people(label("shortlisted"))
    accepted = _people(label("accepted"))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for name, sentence in out_of_order(cleaned).items():
            if name in self.fields:
                self.add_error(name, sentence)
        return cleaned


class OutcomeForm(OfVacancy, _InOrder):
    submit_text = "Save the outcome"
    sensitive = ("again",)
    nameless = ("again",)
    field_options = options_of(OUTCOME) | _NARROW
    field_order = ("filled_on", *TOTALS)
    Meta = meta_of(advert.Outcome, OUTCOME, *TOTALS)

    offered = _people(label("offered"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today, stored = localdate(), self.instance.filled_on
        self.fields["filled_on"].latest = max(today, stored or today)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        filled, opened = cleaned.get("filled_on"), self.instance.vacancy.opens_on
        # A day to come is a plan alone: the post may go to someone of the organisation.
        if filled and opened and filled < opened <= localdate():
            day = date_format(opened, "j F Y")
            sentence = f"Day it was filled must not be before the advert opened, {day}"
            self.add_error("filled_on", sentence)
        return cleaned


class ChannelOutcomeForm(_InOrder):
    submit_text = "Save these numbers"
    field_options = _NARROW

    class Meta:
        model = advert.ChannelOutcome
        fields = BY_CHANNEL
