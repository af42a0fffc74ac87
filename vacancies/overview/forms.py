"""The filter form of the list of vacancies, submitted in the query string."""

from typing import Any

from django import forms

from kls_portal.accounts.models import User
from kls_portal.accounts.permissions import Action, organisations_for
from kls_portal.forms import FieldOptions, QueryForm
from vacancies.overview.services import due_first
from vacancies.posts.models import VacancyQuery
from vacancies.posts.rules import LONGEST_LINE

OPEN, FILLED = "open", "filled"
DUE = "due"
ORDERS = {
    DUE: ("Due first", ()),
    "changed": ("Last changed", ("-changed", "-id")),
    "title": ("Job title", ("title", "id")),
    "start": ("Start date", ("starts_on", "-id")),
}


class FindVacanciesForm(QueryForm):
    field_options = {"title": FieldOptions(width=20)}

    title = forms.CharField(label="Words in the job title", max_length=LONGEST_LINE, required=False)
    state = forms.ChoiceField(
        label="State",
        choices=[("", "All"), (OPEN, "Not filled yet"), (FILLED, "Filled")],
        required=False,
    )
    person = forms.ModelChoiceField(
        User.objects.none(), label="Opened by", empty_label="Everyone", required=False
    )
    order = forms.ChoiceField(
        label="Order", choices=[(slug, one[0]) for slug, one in ORDERS.items()], required=False
    )

    def __init__(self, *args: Any, person: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        led = list(organisations_for(person, Action.LEAD))
        if not led:
            del self.fields["person"]
        else:
            people = User.objects.filter(memberships__organisation__in=led).distinct()
            self.fields["person"].queryset = people

    def found_in(self, rows: VacancyQuery) -> VacancyQuery:
        """Return the matching vacancies of `rows`, fetched `for_list()`, in the chosen order."""
        self.is_valid()
        given = self.cleaned_data
        if title := given.get("title"):
            rows = rows.filter(title__icontains=title)
        if state := given.get("state"):
            rows = rows.filled(state == FILLED)
        if person := given.get("person"):
            rows = rows.filter(created_by=person)
        order = given.get("order") or DUE
        return due_first(rows) if order == DUE else rows.order_by(*ORDERS[order][1])

    @property
    def is_narrowed(self) -> bool:
        return any(self.cleaned_data.get(name) for name in ("title", "state", "person"))
