"""Which duties need which criterion: the links of a draft, as a table of boxes or a list."""

from collections.abc import Collection
from math import ceil
from typing import NamedTuple

from kls_portal.accounts.permissions import UserRequest
from kls_portal.answers import Answer, answered
from kls_portal.in_words import counted
from kls_portal.parts import folds
from vacancies.drafting.extensions import extensions
from vacancies.drafting.forms.links import LinksForm
from vacancies.drafting.rules.draft import essential_first
from vacancies.drafting.rules.links import changed_cells, suggested_links
from vacancies.drafting.rules.sections import shortened
from vacancies.drafting.services.drafting import draft_of
from vacancies.drafting.services.ordered import change_links
from vacancies.posts.models import Vacancy
from vacancies.posts.requests import posted, vacancy_edit
from vacancies.posts.rules import in_groups

ACCEPT = "accept"
MOST_BOXES = 54
"""The most boxes open at first: the page has few other controls. More make no table, but a list."""


class Cell(NamedTuple):
    """A checkbox of a matrix: its value, its name, whether ticked, the words that suggest it."""

    value: str
    name: str
    ticked: bool
    words: tuple[str, ...]


@vacancy_edit()
def link_edit(request: UserRequest, vacancy: Vacancy) -> Answer:
    duties = in_groups(vacancy.duties.all())
    criteria = essential_first(vacancy.criteria.all())
    linked = {f"{one.pk}-{duty.pk}" for one in criteria for duty in one.duties.all()}
    draft = draft_of(vacancy)
    lawful = extensions.lawful_criteria(vacancy, draft.criteria)
    links = suggested_links(lawful, draft.duties)
    suggested = {f"{one}-{duty}": words for (one, duty), words in links.items()}
    offered = {f"{one.pk}-{duty.pk}" for one in criteria for duty in duties}
    form = LinksForm(posted(request), criteria=criteria, duties=duties)
    if request.method == "POST" and form.is_valid():
        added, removed = cells_changed_in(request, offered, suggested)
        added |= form.cells & offered
        change_links(vacancy=vacancy, added=added, removed=removed)
        said = f"You saved {counted(len((linked | added) - removed), 'link')}."
        return answered(request, said, "vacancies:link_edit", vacancy.pk, row="links")
    names = {duty.pk: f"{place}. {shortened(duty.text)}" for place, duty in enumerate(duties, 1)}
    is_table = len(criteria) * len(duties) <= MOST_BOXES and not form.errors
    ticked = offered.intersection(request.POST.getlist("cell")) if form.errors else linked
    boxes = offered if is_table else linked | ticked | suggested.keys()
    rows = []
    for place, one in enumerate(criteria, start=1):
        values = ((f"{one.pk}-{duty}", name) for duty, name in names.items())
        cells = [
            Cell(value, name, value in ticked, suggested.get(value, ()))
            for value, name in values
            if value in boxes
        ]
        rows.append((place, one, cells, form[f"add-{one.pk}"]))
    controls = ceil(len(boxes) / max(len(rows), 1)) + (not is_table)
    return {
        "duties": names.values(),
        "is_table": is_table,
        "form": form,
        "folds": folds(
            *(rows, ("criterion", "criteria"), controls, MOST_BOXES),
            must_open=lambda row: bool(row[-1].errors),
        ),
        "linked": len(linked),
        "suggested": len(suggested),
        "unlawful": len(criteria) - len(lawful),
        "version_token": request.POST.get("version_token", ",".join(sorted(linked))),
        "accept_words": f"Accept {counted(len(suggested), 'suggestion')}",
    }


def cells_changed_in(
    request: UserRequest, offered: Collection[str], suggested: Collection[str]
) -> tuple[set[str], set[str]]:
    """Return (cells ticked, cells unticked) in a posted matrix, as `changed_cells` does.

    suggested: the cells that one button of the page accepts.
    """
    before = request.POST.get("version_token", "").split(",")
    added, removed = changed_cells(request.POST.getlist("cell"), before, offered)
    accepted = set(suggested) - removed if request.POST.get("do") == ACCEPT else set()
    return added | accepted, removed
