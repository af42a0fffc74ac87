"""Proposals for a vacancy after an import, and applying those that are accepted."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.db import transaction

from kls_portal.in_words import counted
from vacancies.checks.services import lawful_criteria
from vacancies.drafting.models.draft import LONGEST_DUTY, Duty
from vacancies.drafting.rules.advert import ADVERT_FIELDS
from vacancies.drafting.rules.draft import INTERVIEW, METHODS, Criterion
from vacancies.drafting.rules.fields import Draft
from vacancies.drafting.services.drafting import advert_of, advert_row, draft_of
from vacancies.drafting.services.importing import import_parts
from vacancies.drafting.services.ordered import change_links, change_methods, merge
from vacancies.posts.models import Vacancy
from vacancies.profiles.rules.loading import scheme
from vacancies.recruiting.rules import proposals
from vacancies.recruiting.rules.proposals import Proposal, Proposals, some
from vacancies.recruiting.rules.question_choice import FEWEST_QUESTIONS, FILLS
from vacancies.recruiting.rules.selection_plan import SelectionPlan
from vacancies.recruiting.services import selection
from vacancies.recruiting.services.timeline import accept_proposal, dates_of, proposal_of

MOST = {"merges": 5, "links": 30, "methods": 30, "evidence": 12}
"""Chosen by us: the most checkboxes of a kind. Links and methods are mostly accepted together."""


@dataclass(frozen=True)
class Counts:
    """Counts of a draft that show how far its parts are linked."""

    duties: int
    criteria: int
    linked: int
    assessed: int
    questions: int
    evidence: int


class Proposed:
    """The proposals for a vacancy. Fetch it with `for_selection().for_plan()`.

    Criteria that may be unlawful are not carried on to links, methods, questions and the advert.
    """

    def __init__(self, vacancy: Vacancy) -> None:
        self.vacancy = vacancy
        self.draft: Draft = draft_of(vacancy)
        lawful = lawful_criteria(vacancy, self.draft.criteria)
        self.unlawful = len(self.draft.criteria) - len(lawful)
        self.lawful: Draft = replace(self.draft, criteria=lawful)
        self.selection: SelectionPlan = replace(selection.selection_of(vacancy), criteria=lawful)
        self.timeline = dates_of(vacancy)
        self.evidence = {
            *((row.factor, row.text) for row in vacancy.evidence.all() if row.text),
            *((row.factor, str(d.pk)) for row in vacancy.evidence.all() for d in row.duties.all()),
        }

    @cached_property
    def kinds(self) -> tuple[Proposals, ...]:
        draft, labels = self.draft, {one.name: one.label for one in ADVERT_FIELDS}
        names = {factor.code: factor.name for factor in scheme().factors}
        evidenced = proposals.evidence(draft, self.evidence, names)
        advert = proposals.advert(self.lawful, advert_of(self.vacancy), labels)
        kinds = (
            some("Duties to merge", proposals.merges(draft.duties, LONGEST_DUTY), MOST["merges"]),
            some("Which duty needs which criterion", proposals.links(self.lawful), MOST["links"]),
            some(
                "How to assess criteria",
                proposals.methods(self.selection, METHODS),
                MOST["methods"],
            ),
            Proposals("Questions from the bank", self._questions[0]),
            some("Evidence for factors", evidenced, MOST["evidence"]),
            some("Parts of the advert to begin with", advert, len(proposals.OF_ADVERT)),
            some("Dates", self._dates, 1),
        )
        return tuple(kind for kind in kinds if kind.offered or kind.left)

    @cached_property
    def _questions(self) -> tuple[tuple[Proposal, ...], tuple[Criterion, ...]]:
        return proposals.questions(self.selection, selection.offered_questions())

    @property
    def without_question(self) -> tuple[Criterion, ...]:
        """Return the criteria to be tested in the interview for which no question is proposed."""
        return self._questions[1]

    fills = FILLS

    @property
    def few_questions(self) -> int | None:
        """Return how many questions an interview would have, if fewer than usual, or else None."""
        number = len(self.selection.by(INTERVIEW)) + len(self._questions[0])
        return number if self.selection.criteria and number < FEWEST_QUESTIONS else None

    @property
    def needs_a_day(self) -> bool:
        """Whether dates can be proposed once the day by which the post is needed is known."""
        return self.timeline.needed_by is None

    @property
    def _dates(self) -> list[Proposal]:
        proposal = proposal_of(self.timeline)
        if proposal is None or proposal.problems or not proposal.changes:
            return []
        steps = ", ".join(change.step.name for change in proposal.changes if change.day)
        return [Proposal("dates:all", counted(len(proposal.changes), "date"), steps)]

    @cached_property
    def offered(self) -> dict[str, Proposal]:
        """Return the proposals that the page shows, by checkbox value."""
        return {one.value: one for kind in self.kinds for one in kind.offered}

    @property
    def left(self) -> int:
        return sum(kind.left for kind in self.kinds)

    @property
    def now(self) -> Counts:
        criteria = self.draft.criteria
        return Counts(
            len(self.draft.duties),
            len(criteria),
            sum(bool(one.duties) for one in criteria),
            sum(bool(one.assessed_by) for one in criteria),
            len(self.selection.by(INTERVIEW)),
            len({factor for factor, _ in self.evidence}),
        )

    @property
    def then(self) -> Counts:
        """Return the counts of the draft with every proposal on the page applied."""
        taken = [value.split(":") for value in self.offered]
        ids: dict[str, set[str]] = {}
        for kind, *about in taken:
            ids.setdefault(kind, set()).add(about[0])
        criteria = {str(one.id): one for one in self.draft.criteria}
        now = self.now
        return replace(
            now,
            duties=now.duties - sum(value[0] == "merge" for value in taken),
            linked=now.linked + sum(not criteria[one].duties for one in ids.get("link", ())),
            assessed=now.assessed + len(ids.get("method", ())),
            questions=now.questions + sum(value[0] == "question" for value in taken),
            evidence=len({factor for factor, _ in self.evidence} | ids.get("evidence", set())),
        )


@transaction.atomic
def take(proposed: Proposed, values: Collection[str]) -> int:
    """Apply the ticked proposals that are still offered and return how many were applied.

    Submitting the form twice has no further effect: applied proposals are no longer offered.
    """
    vacancy = proposed.vacancy
    chosen = [value.split(":") for value in proposed.offered if value in values]
    if not chosen:
        return 0
    cells = {kind: {"-".join(v[1:]) for v in chosen if v[0] == kind} for kind in ("link", "method")}
    change_links(vacancy=vacancy, added=cells["link"], removed=())
    change_methods(vacancy=vacancy, added=cells["method"], removed=set())
    for kind, write in _WRITERS.items():
        for about in (value[1:] for value in chosen if value[0] == kind):
            write(proposed, *about)
    return len(chosen)


def _write_question(proposed: Proposed, code: str, *ids: str) -> None:
    rows = [proposed.vacancy.criteria.get(pk=one) for one in ids]
    added = {f"{one.pk}-{INTERVIEW}" for one in rows}
    change_methods(vacancy=proposed.vacancy, added=added, removed=set())
    first, *also = rows
    key = uuid5(NAMESPACE_URL, f"{proposed.vacancy.key}:{code}:{ids}")
    values: dict[str, Any] = selection.values_from(code, first, INTERVIEW)
    selection.add_question(
        vacancy=proposed.vacancy, key=key, also=also, criterion=first, method=INTERVIEW, **values
    )


def _write_evidence(proposed: Proposed, factor: str, piece: str) -> None:
    if piece.isdigit():
        row, _ = proposed.vacancy.evidence.get_or_create(factor=factor)
        row.duties.add(Duty.objects.get(pk=piece, vacancy=proposed.vacancy))
        return
    text = proposed.offered[f"evidence:{factor}:{piece}"].text
    key = uuid5(NAMESPACE_URL, f"{proposed.vacancy.key}:{factor}")
    rows = [{"factor": factor, "text": text}]
    import_parts(vacancy=proposed.vacancy, key=key, texts={}, duties=(), criteria=(), evidence=rows)


def _write_advert(proposed: Proposed, part: str) -> None:
    row = advert_row(proposed.vacancy, anew=True)
    setattr(row, part, proposals.words_for_advert(proposed.lawful, part))
    row.save()


def _write_merge(proposed: Proposed, one: str, other: str) -> None:
    rows = {str(row.pk): row for row in Duty.objects.filter(vacancy=proposed.vacancy)}
    merge(rows=[rows[one], rows[other]])


_WRITERS: dict[str, Any] = {
    "question": _write_question,
    "evidence": _write_evidence,
    "advert": _write_advert,
    "dates": lambda proposed, _: accept_proposal(vacancy=proposed.vacancy),
    "merge": _write_merge,
}
"""The writer of each kind; duties are merged last, after everything that refers to them."""
