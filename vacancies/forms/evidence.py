"""The evidence for one factor and the level it supports."""

from collections.abc import Collection, Iterable
from typing import Any

from django import forms

from kls_portal.forms import Look
from kls_portal.forms.seen import SeenForm
from vacancies.forms.careful import OfVacancy
from vacancies.forms.criterion import DUTY_GONE
from vacancies.forms.rows import RowsField
from vacancies.job_evaluation.scheme import Factor, Level
from vacancies.models import Duty, FactorEvidence, Vacancy

NO_LEVEL = "The evidence supports no level yet"
LEVEL_WITHOUT_EVIDENCE = "Write the evidence or tick a duty before you choose a level"


class EvidenceForm(OfVacancy, SeenForm):
    """Evidence typed or pointed at, and the level it supports. No evidence, no level."""

    nameless = ("text",)

    form_tag = False
    look = {
        "text": Look(optional=False, count=True, name="evidence"),
        "duties": Look(optional=False),
        "level": Look(optional=False),
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
        help_texts = {"text": "Give facts: what, how often, for whom. Name no person."}
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
        """Return what to store, once the form is valid."""
        return {name: self.cleaned_data[name] for name in ("text", "duties", "level")}

    def clean(self) -> dict[str, Any]:
        """A level needs evidence."""
        cleaned = super().clean()
        cleaned.setdefault("duties", [])
        typed = (cleaned.get("text") or "").strip()
        unread = "duties" in self.errors or "text" in self.errors
        if cleaned.get("level") is not None and not (typed or cleaned["duties"] or unread):
            self.add_error("level", LEVEL_WITHOUT_EVIDENCE)
        return cleaned

    def _read(self, names: Iterable[str]) -> dict[str, Any]:
        # A row that is not stored yet has no duties to ask for.
        duties = list(self.instance.duties.all()) if self.instance.pk else []
        return {**super()._read(name for name in names if name != "duties"), "duties": duties}

    def _shown(self, name: str) -> str:
        if name == "level":
            return f"Level {self._stored[name]}" if self._stored[name] else NO_LEVEL
        return super()._shown(name)

    def _ask_level(self, factor: Factor, in_range: Collection[int]) -> None:
        self.fields["level"].choices = [
            ("", NO_LEVEL),
            *((str(level.level), _named(level, in_range)) for level in factor.levels),
        ]
        hints = {str(level.level): _meaning(level) for level in factor.levels}
        self.look = {**self.look, "level": Look(optional=False, hints=hints)}

    def _ask_duties(self, vacancy: Vacancy) -> None:
        if not vacancy.duties.all():
            del self.fields["duties"]
            return
        self.fields["duties"].queryset = vacancy.duties.all()
        self.fields["duties"].initial = [duty.pk for duty in self._stored["duties"]]


def _named(level: Level, in_range: Collection[int]) -> str:
    here = " (in the profile’s range)" if level.level in in_range else ""
    return f"Level {level.level}{here}"


def _meaning(level: Level) -> str:
    return level.gist if level.gist_confirmed else f"{level.gist} (Not confirmed.)"
