"""Wording of a draft copied from a profile or the scheme, as its pages show it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from django.db.models import Count, Max
from django.urls import reverse

from kls_portal.public import cached_until_publish
from vacancies.drafting.rules.draft import essential_first
from vacancies.drafting.rules.field import Kind
from vacancies.drafting.rules.fields import in_section
from vacancies.evaluation.models import PublishedText
from vacancies.evaluation.rules import copied_wording
from vacancies.posts.models import Vacancy
from vacancies.posts.rules import in_groups


def known_runs() -> copied_wording.Runs:
    """Return the runs to compare drafts with: those shipped and those added by editors.

    The admin raises the site's version; one query then reads the stamp, and the hashes are read
    again only if a text was added, removed or changed.
    """
    return _known_runs(*cached_until_publish("published texts", _stamp))


def _stamp() -> tuple[int, datetime | None]:
    totals = PublishedText.objects.aggregate(number=Count("id"), last=Max("changed"))
    return totals["number"], totals["last"]


@lru_cache(maxsize=2)
def _known_runs(number: int, last: datetime | None) -> copied_wording.Runs:
    shipped = copied_wording.shipped_runs()
    rows = PublishedText.objects.values_list("runs", flat=True) if number else ()
    added = frozenset(run for runs in rows for run in runs)
    return copied_wording.Runs(shipped.hashes | added, shipped.patterns)


PURPOSE, DUTIES, CRITERIA = "purpose", "duties", "person-specification"
_AROUND = 60
_FIELDS = tuple(one for one in in_section(PURPOSE) if one.kind is Kind.TEXT)


@dataclass(frozen=True)
class TextWithCopies:
    """A part of the draft with copied wording. pieces: text, and whether it is marked."""

    section: str
    name: str
    address: str
    pieces: tuple[tuple[str, bool], ...]


def copied_wording_of(vacancy: Vacancy, *sections: str) -> list[TextWithCopies]:
    """Return the parts of a draft with copied wording, limited to `sections` if any are given.

    The whole draft is read either way, since phrases of the scheme are counted over all of it.
    Texts added by editors (one query) and the note of the vacancy's profile are compared as well.
    Fetch the vacancy with `for_draft()`.
    """
    parts = list(_texts_of(vacancy))
    runs = known_runs()
    if vacancy.profile:
        runs = runs.with_texts([vacancy.profile.note])
    copies = copied_wording.copied_words_in([text for *_, text in parts], runs)
    return [
        TextWithCopies(section, name, address, _pieces(text, copied))
        for (section, name, address, text), copied in zip(parts, copies, strict=True)
        if copied and (not sections or section in sections)
    ]


def _texts_of(vacancy: Vacancy) -> Iterator[tuple[str, str, str, str]]:
    purpose = reverse("vacancies:purpose_edit", args=[vacancy.pk])
    for one in _FIELDS:
        yield PURPOSE, one.label, f"{purpose}#id_{one.name}", getattr(vacancy, one.name)
    duties = reverse("vacancies:duty_list", args=[vacancy.pk])
    for number, duty in enumerate(in_groups(vacancy.duties.all()), start=1):
        yield DUTIES, f"Duty {number}", f"{duties}#row-{duty.pk}", duty.text
    page = reverse("vacancies:criterion_list", args=[vacancy.pk])
    for number, criterion in enumerate(essential_first(vacancy.criteria.all()), start=1):
        yield CRITERIA, f"Criterion {number}", f"{page}#row-{criterion.pk}", criterion.text


def _pieces(
    text: str, copied: tuple[copied_wording.CopiedWords, ...]
) -> tuple[tuple[str, bool], ...]:
    """Return the copied text with a few words around it, with "…" for omissions in between."""
    pieces: list[tuple[str, bool]] = []
    at = max(0, copied[0].start - _AROUND)
    if at:
        at = text.find(" ", at, copied[0].start) + 1 or copied[0].start
        pieces.append(("… ", False))
    for one in copied:
        pieces += [(text[at : one.start], False), (one.excerpt, True)]
        at = one.end
    rest = text[at:]
    pieces.append(
        (rest if len(rest) <= _AROUND else rest[:_AROUND].rsplit(" ", 1)[0] + " …", False)
    )
    return tuple((words, marked) for words, marked in pieces if words)
