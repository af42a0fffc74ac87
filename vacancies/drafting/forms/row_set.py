"""The rows of a list on one page, edited in place and saved by one form.

Rows are named by primary key, new ones “new-1”, “new-2” …, so that input is matched to its row in
any order. Each row carries the digest of its values when the page was loaded: untouched rows are
not written, and changes that somebody else saved meanwhile are shown.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Any, ClassVar

from django import forms
from django.db.models import Model
from django.forms.formsets import TOTAL_FORM_COUNT
from django.forms.renderers import get_default_renderer
from django.forms.utils import ErrorDict
from django.http import QueryDict

from kls_portal.forms import FieldOptions
from kls_portal.forms.concurrent_edit import Changed, ConcurrentEditForm
from kls_portal.idempotency import OPEN_AGAIN, IdempotencyKeyField
from kls_portal.in_words import counted
from kls_portal.parts import Fold, folds
from vacancies.drafting.rules.field import SECTIONS
from vacancies.posts.forms.fields import OfVacancy
from vacancies.posts.models import Vacancy

MOST_ROWS = 400
MOST_OPEN = 31
"""The most controls of stored rows open at first; the whole page then has 60."""
DO, ADD, REMOVE, MERGE, UP, DOWN = "do", "add", "remove", "merge", "up", "down"
NEW = "new-1"
_NAME = re.compile(r"new-\d{1,3}|\d{1,18}")
ORDER_CHANGED = (
    "Someone else changed this list after you opened the page. Save again to keep your order."
)
REMOVED = "Someone removed this after you opened the page. Save again to add it back, or empty it"


class RowForm(OfVacancy, ConcurrentEditForm):
    """One row.

    labels: by field, with {} for the name of the row; headings: of its columns; number: as shown on
    the page, from 1, or None for a row to add; dropped: whether it is about to be removed.
    """

    form_tag = False
    conflict_at = "text"
    one: ClassVar[str] = "row"
    labels: ClassVar[dict[str, str]] = {}
    widths: ClassVar[dict[str, int]] = {}

    headings: ClassVar[dict[str, str]] = {}

    shown_order: Callable[[Iterable[Any]], list[Any]]
    """Returns stored rows in the order of the page."""
    said: Any = None
    """Reviewers' answers about the row."""

    tick = forms.BooleanField(required=False)
    stored_as = forms.CharField(required=False, max_length=18, widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, number: int | None, name: str = NEW, dropped: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.number, self.name, self.dropped = number, name, dropped
        again = "" if name == NEW else name.removeprefix("new-")
        self.called = f"{self.one} {number}" if number else f"new {self.one} {again}".strip()
        self.keep_label = f"Keep the words of {self.called}"
        self.field_options = {}
        for name, label in self.labels.items():
            said = label.format(self.called)
            self.fields[name].label = said[:1].upper() + said[1:]
            self.field_options[name] = FieldOptions(
                hidden_label=True, optional=False, width=self.widths.get(name)
            )

    def full_clean(self) -> None:
        """Skip validation of a row about to be removed and of a blank row to add."""
        self.is_gone = self.dropped or (self.is_bound and self.is_blank)
        if self.is_gone:
            self._errors, self.cleaned_data = ErrorDict(), {}
        else:
            super().full_clean()

    @property
    def is_blank(self) -> bool:
        """Whether it is a row to add without input, or a row removed meanwhile and emptied here."""
        fields = [self[name] for name in self.labels if name in self.fields]
        typed = {one.name: str(one.data or "").strip() for one in fields}
        first = {one.name: str(one.initial or "") for one in fields}
        return not self.instance.pk and (
            typed == first or (self.removed_meanwhile and not typed.get("text"))
        )

    @property
    def columns(self) -> list[tuple[str, Any]]:
        return [(self.headings[name], self[name]) for name in self.labels]

    @property
    def is_ticked(self) -> bool:
        return bool(self["tick"].value())

    @property
    def values(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self._meta.fields or ()}

    @property
    def removed_meanwhile(self) -> bool:
        """Whether it was in the list when the page was loaded and has since been deleted."""
        return not self.instance.pk and not self.name.startswith("new-")

    note = ""
    """Further information on a stored row, shown below its text."""

    def may_conflict(self) -> bool:
        """Whether saving could overwrite something: not for untouched or new rows."""
        is_new = not self.instance.pk and not self.removed_meanwhile
        return not is_new and not self.is_untouched

    def conflict_words(self) -> str | list[str]:
        """Return the message for a row that another window changed or removed."""
        return REMOVED if self.removed_meanwhile else super().conflict_words()


class _List(forms.Form):
    order = forms.CharField(widget=forms.HiddenInput)
    version_token = forms.CharField(widget=forms.HiddenInput, required=False)
    key = IdempotencyKeyField()

    def clean(self) -> dict[str, Any]:
        return {**self.cleaned_data, TOTAL_FORM_COUNT: 0}


class RowSet(forms.BaseFormSet):
    """The rows of a section of a vacancy as one form. `ticked`: ids of the rows ticked at first."""

    section: ClassVar[str]
    form: type[RowForm]
    data: Any
    prefix = "rows"
    extra = min_num = 0
    max_num = absolute_max = MOST_ROWS
    can_order = can_delete = can_delete_extra = validate_min = validate_max = False
    renderer = get_default_renderer()

    def __init__(
        self,
        data: QueryDict | None,
        *,
        vacancy: Vacancy,
        ticked: Sequence[str] = (),
    ) -> None:
        self.vacancy, self.ticked = vacancy, ticked
        rows = getattr(vacancy, SECTIONS[self.section].rows).all()
        self.stored = {str(row.pk): row for row in self.form.shown_order(rows)}
        self.names = [*self.stored, NEW] if data is None else _names(data.get("order", ""))
        again = {"missing_management_form": OPEN_AGAIN}
        super().__init__(data, prefix=self.prefix, error_messages=again)

    @classmethod
    def model(cls) -> Any:
        return cls.form._meta.model

    @classmethod
    def counted(cls, number: int) -> str:
        """Return so many rows in words, such as "2 duties"."""
        return counted(number, cls.form.one, cls.model()._meta.verbose_name_plural)

    @cached_property
    def management_form(self) -> _List:
        """The hidden fields of the list, in the place of Django's management form."""
        stood = {"order": ",".join(self.names), "version_token": ",".join(self.stored)}
        form = _List(self.data if self.is_bound else None, initial=stood)
        form.is_valid()
        return form

    def total_form_count(self) -> int:
        return len(self.names)

    def initial_form_count(self) -> int:
        return len(self.stored)

    def add_prefix(self, index: int | str) -> str:
        return f"{self.prefix}-{self.names[index] if isinstance(index, int) else index}"

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        name = NEW if index is None else self.names[index]
        row = self._row_of(name)
        listed = [*self.stored]
        removes = self.is_bound and self.data.get(DO) == REMOVE
        return {
            "empty_permitted": False,
            "name": name,
            "instance": row or self.model()(vacancy=self.vacancy),
            "number": listed.index(str(row.pk)) + 1 if row else None,
            "initial": {"tick": name in self.ticked},
            "dropped": removes and f"{self.prefix}-{name}-tick" in self.data,
        }

    def clean(self) -> None:
        if self.order_wanted and self.version_token != [*self.stored]:
            self.data = self.data.copy()
            self.data["version_token"] = ",".join(self.stored)
            del self.management_form
            raise forms.ValidationError(ORDER_CHANGED, code="order")

    @property
    def version_token(self) -> list[str]:
        """The ids of the rows still stored, in their order when the page was loaded."""
        given = self.management_form.cleaned_data.get("version_token", "")
        return [name for name in _names(given) if name in self.stored]

    @property
    def order_wanted(self) -> list[int]:
        """The ids of the rows in the order of the page; empty if it was not changed."""
        token = self.version_token
        rows = (self._row_of(name) for name in self.names)
        now = [str(row.pk) for row in rows if row and str(row.pk) in token]
        return [] if now == [pk for pk in token if pk in now] else [int(pk) for pk in now]

    @property
    def to_write(self) -> list[RowForm]:
        """The rows that were changed or added, once the form is valid."""
        return [form for form in self.forms if not form.is_gone and not form.is_untouched]

    @property
    def ticked_forms(self) -> list[RowForm]:
        return [form for form in self.forms if form.is_ticked and form.instance.pk]

    @property
    def changed_meanwhile(self) -> list[Changed]:
        return [one for form in self.forms for one in getattr(form, "changed_meanwhile", ())]

    @cached_property
    def folds(self) -> list[Fold]:
        """The rows in folds: the first rows, rows to add and rows with errors are open."""
        new = [form for form in self.forms if form.name.startswith("new-")]
        stored = [form for form in self.forms if form not in new]
        called = self.form.one, self.model()._meta.verbose_name_plural
        folded = folds(
            stored,
            called,
            len(self.form.labels) + 1 + any(getattr(form, "said", None) for form in stored),
            most=MOST_OPEN,
            must_open=lambda form: bool(form.is_ticked or form.errors),
        )
        return [*folded, Fold(new)] if len(folded) > 1 else [Fold(self.forms)]

    @property
    def heads(self) -> list[str]:
        return [*self.form.headings.values()]

    def _row_of(self, name: str) -> Model | None:
        stored_as = self.data.get(f"{self.prefix}-{name}-stored_as", "") if self.is_bound else ""
        return self.stored.get(name) or self.stored.get(stored_as)


def _names(given: str) -> list[str]:
    names = dict.fromkeys(name for name in given.split(",") if _NAME.fullmatch(name))
    return [*names][:MOST_ROWS]
