"""The person specification on one page, and which duties need which criterion."""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from kls_portal.accounts.permissions import UserRequest
from kls_portal.answers import Answer, answered
from kls_portal.in_words import counted
from kls_portal.parts import folds
from vacancies.drafting.extensions import extensions
from vacancies.drafting.models.draft import Criterion, Duty
from vacancies.drafting.rules.draft import essential_first
from vacancies.drafting.rules.links import changed_cells, suggested_links
from vacancies.drafting.rules.sections import shortened
from vacancies.drafting.services.drafting import draft_of
from vacancies.drafting.services.ordered import change_links
from vacancies.drafting.views.rows import RowList, edit_rows, undo_rows
from vacancies.posts.models import Vacancy
from vacancies.posts.requests import vacancy_edit
from vacancies.posts.rules import in_groups

CRITERIA = RowList("person-specification", "criterion", "criteria", "vacancies:criterion_undo")
ACCEPT = "accept"
MOST_BOXES = 54
"""The most boxes open at first: the page has few other controls."""


class Cell(NamedTuple):
    """A checkbox of a matrix: its value, its name, whether ticked, the words that suggest it."""

    value: str
    name: str
    ticked: bool
    words: tuple[str, ...]

    @property
    def said(self) -> str:
        return f"words-{self.value}" if self.words else ""


@vacancy_edit()
def criterion_list(request: UserRequest, vacancy: Vacancy) -> HttpResponse:
    """Show the person specification, and change, add, order, merge or remove criteria.

    `?ticked=…`: ids of the criteria ticked at first.
    """
    return edit_rows(request, vacancy, CRITERIA)


@require_POST
@vacancy_edit()
def criterion_undo(request: UserRequest, vacancy: Vacancy) -> HttpResponse:
    return undo_rows(request, vacancy, CRITERIA)


@vacancy_edit()
def link_edit(request: UserRequest, vacancy: Vacancy) -> Answer:
    duties = in_groups(vacancy.duties.all())
    criteria = essential_first(vacancy.criteria.all())
    linked = {f"{one.pk}-{duty.pk}" for one in criteria for duty in one.duties.all()}
    draft = draft_of(vacancy)
    lawful = extensions.lawful_criteria(vacancy, draft.criteria)
    links = suggested_links(lawful, draft.duties)
    suggested = {f"{one}-{duty}": words for (one, duty), words in links.items()}
    if request.method == "POST":
        offered = {f"{one.pk}-{duty.pk}" for one in criteria for duty in duties}
        added, removed = cells_changed_in(request, offered, suggested)
        change_links(vacancy=vacancy, added=added, removed=removed)
        said = f"You saved {counted(len((linked | added) - removed), 'link')}."
        return answered(request, said, "vacancies:link_edit", vacancy.pk, row="links")
    names = [f"{place}. {shortened(duty.text)}" for place, duty in enumerate(duties, start=1)]
    rows = [
        (place, one, _boxes(one, duties, names, linked, suggested))
        for place, one in enumerate(criteria, start=1)
    ]
    return {
        "duties": names,
        "folds": folds(
            rows, ("criterion", "criteria"), len(duties), most=MOST_BOXES, label=_folded_label
        ),
        "linked": len(linked),
        "suggested": len(suggested),
        "unlawful": len(criteria) - len(lawful),
        "version_token": ",".join(sorted(linked)),
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


def _folded_label(row: tuple[int, Criterion, Sequence[Cell]]) -> str:
    number, criterion, cells = row
    needing = [str(place) for place, cell in enumerate(cells, start=1) if cell.ticked]
    suggested = " ◇" if any(cell.words for cell in cells) else ""
    name = "duties" if len(needing) > 1 else "duty"
    duties = f"{name} {', '.join(needing)}" if needing else "no duty yet"
    return f"{number}. {shortened(criterion.text)}: {duties}{suggested}"


def _boxes(
    criterion: Criterion,
    duties: Sequence[Duty],
    names: Sequence[str],
    linked: Collection[str],
    suggested: Mapping[str, tuple[str, ...]],
) -> list[Cell]:
    values = [f"{criterion.pk}-{duty.pk}" for duty in duties]
    return [
        Cell(value, name, value in linked, suggested.get(value, ()))
        for value, name in zip(values, names, strict=True)
    ]
