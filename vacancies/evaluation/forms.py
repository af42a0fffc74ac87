"""Forms of the evidence for the panel, and of the profiles to compare."""

from collections.abc import Collection, Iterable
from typing import Any

from django import forms

from kls_portal.forms import FieldOptions, NhsukForm
from kls_portal.forms.concurrent_edit import ConcurrentEditForm
from vacancies.drafting.models.draft import Duty
from vacancies.evaluation.models import FactorEvidence
from vacancies.posts.forms.fields import OfVacancy, RowsField
from vacancies.posts.forms.vacancy import labelled
from vacancies.posts.models import Vacancy
from vacancies.profiles.models import Profile
from vacancies.profiles.rules.scheme import Factor, Level

DUTY_GONE = "A duty you ticked is no longer there. Check the duties and send this again"
NO_LEVEL = "The evidence supports no level yet"
LEVEL_WITHOUT_EVIDENCE = "Enter the evidence or tick a duty before you choose a level"


class EvidenceForm(OfVacancy, ConcurrentEditForm):
    """Evidence as text or duties, and the level it supports; no level without evidence."""

    nameless = ("text",)

    form_tag = False
    field_options = {
        "text": FieldOptions(optional=False, count=True, name="evidence"),
        "duties": FieldOptions(optional=False),
        "level": FieldOptions(optional=False),
    }

    duties = RowsField(
        Duty.objects.none(),
        label="Which duties show it?",
        required=False,
        error_messages={"invalid_choice": DUTY_GONE},
    )
    level = forms.TypedChoiceField(
        label="Which level does the evidence support?",
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": "Choose one of the levels shown"},
    )
    field_order = ["text", "duties", "level"]

    class Meta:
        model = FactorEvidence
        fields = ["text", "level"]
        labels = {"text": "What does the post do that shows this?"}
        help_texts = {"text": "Give facts: what, how often and who for. Do not name anyone."}
        widgets = {"text": forms.Textarea(attrs={"rows": 6})}

    def __init__(
        self,
        *args: Any,
        vacancy: Vacancy,
        factor: Factor,
        in_range: Collection[int],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._ask_level(factor, in_range)
        self._ask_duties(vacancy)

    @property
    def evidence(self) -> dict[str, Any]:
        """Return the values to store, once the form is valid."""
        return {name: self.cleaned_data[name] for name in ("text", "duties", "level")}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        cleaned.setdefault("duties", [])
        typed = (cleaned.get("text") or "").strip()
        unread = "duties" in self.errors or "text" in self.errors
        if cleaned.get("level") is not None and not (typed or cleaned["duties"] or unread):
            self.add_error("level", LEVEL_WITHOUT_EVIDENCE)
        return cleaned

    def _stored_values(self, names: Iterable[str]) -> dict[str, Any]:
        # A row that is not stored yet has no duties to fetch.
        duties = list(self.instance.duties.all()) if self.instance.pk else []
        return {
            **super()._stored_values(name for name in names if name != "duties"),
            "duties": duties,
        }

    def _shown_value(self, name: str) -> str:
        if name == "level":
            return f"Level {self._stored[name]}" if self._stored[name] else NO_LEVEL
        return super()._shown_value(name)

    def _ask_level(self, factor: Factor, in_range: Collection[int]) -> None:
        self.fields["level"].choices = [
            ("", NO_LEVEL),
            *((str(level.level), _level_name(level, in_range)) for level in factor.levels),
        ]
        hints = {str(level.level): _meaning(level) for level in factor.levels}
        self.field_options = {
            **self.field_options,
            "level": FieldOptions(optional=False, hints=hints),
        }

    def _ask_duties(self, vacancy: Vacancy) -> None:
        if not vacancy.duties.all():
            del self.fields["duties"]
            return
        self.fields["duties"].queryset = vacancy.duties.all()
        self.fields["duties"].initial = [duty.pk for duty in self._stored["duties"]]


def _level_name(level: Level, in_range: Collection[int]) -> str:
    here = " (in the profile’s range)" if level.level in in_range else ""
    return f"Level {level.level}{here}"


def _meaning(level: Level) -> str:
    return level.gist if level.gist_confirmed else f"{level.gist} (Not confirmed.)"


GONE = "That profile is not there. Choose one from the list"
TWICE = "Choose a profile that you have not chosen above"


class _OneProfile(forms.ModelChoiceField):
    """A profile by its code, including withdrawn ones, to which an old post may be matched."""

    def __init__(self, label: str, **kwargs: Any) -> None:
        super().__init__(
            queryset=Profile.objects.for_libraries().in_band_order().with_factors(),
            to_field_name="code",
            label=label,
            empty_label="Choose a profile",
            error_messages={"invalid_choice": GONE},
            **kwargs,
        )

    def label_from_instance(self, profile: Profile) -> str:
        return labelled(profile)


class ComparisonForm(NhsukForm):
    """Two or three different profiles; sent by GET, so that the address can be shared."""

    form_tag = False
    field_options = {"c": FieldOptions(name="third profile")}

    a = _OneProfile("First profile")
    b = _OneProfile("Second profile")
    c = _OneProfile("Third profile", required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        seen: list[Profile] = []
        for name in ("a", "b", "c"):
            profile = cleaned.get(name)
            if profile and profile in seen:
                self.add_error(name, TWICE)
            elif profile:
                seen.append(profile)
        return cleaned

    @property
    def chosen(self) -> list[Profile]:
        """Return the profiles in the order chosen, once the form is valid."""
        return [self.cleaned_data[name] for name in ("a", "b", "c") if self.cleaned_data.get(name)]
