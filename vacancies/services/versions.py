"""Freezing a draft, reading it as it was, and what changed since."""

from dataclasses import dataclass
from uuid import UUID, uuid5

from django.db import transaction

from kls_portal.accounts.models import User
from vacancies.drafting.differences import Differences, differences
from vacancies.drafting.draft import Draft
from vacancies.drafting.freezing import freeze, is_drafted, thaw
from vacancies.models import DraftVersion, Vacancy
from vacancies.services.drafting import draft_of
from vacancies.services.frozen import in_words, titles_of

NOTHING_DRAFTED = "There is nothing to freeze yet. Write the purpose, a duty or a criterion first."
NOTHING_CHANGED = "Nothing has changed since version {number}, so there is nothing new to freeze."


class NotFrozenError(Exception):
    """The draft was not frozen. Its words are a sentence for the person."""


@transaction.atomic
def freeze_draft(
    *, vacancy: Vacancy, person: User, key: UUID, agreed_with: str = "", note: str = ""
) -> DraftVersion:
    """Return the new version of a vacancy. The same `key` and words of one person freeze once.

    Raises NotFrozenError where nothing is drafted, or nothing changed since the last version.
    """
    Vacancy.objects.select_for_update().get(pk=vacancy.pk)
    once = str(uuid5(key, repr((person.pk, vacancy.pk, agreed_with, note))))
    if found := vacancy.versions.filter(content__once=once).first():
        return found
    last = vacancy.versions.first()
    draft = draft_of(Vacancy.objects.for_draft().get(pk=vacancy.pk))
    if reason := why_not(draft, last):
        raise NotFrozenError(reason)
    return DraftVersion.objects.create(
        vacancy=vacancy,
        number=last.number + 1 if last else 1,
        title=draft.title,
        content={**freeze(draft), "once": once},
        agreed_with=agreed_with,
        note=note,
        frozen_by=person,
    )


def why_not(draft: Draft, last: DraftVersion | None) -> str:
    """Return why a draft cannot be frozen now, as a sentence, or "" where it can."""
    if not is_drafted(draft):
        return NOTHING_DRAFTED
    if last and draft_in(last) == draft:
        return NOTHING_CHANGED.format(number=last.number)
    return ""


def draft_in(version: DraftVersion) -> Draft:
    """Return the draft as it was frozen."""
    return thaw(version.content)


@dataclass(frozen=True)
class Comparison:
    """Two drafts, the older first, named, with what differs."""

    before: str
    after: str
    found: Differences


def compare(version: DraftVersion, other: DraftVersion | None, vacancy: Vacancy) -> Comparison:
    """Return what changed between a version and another, or the draft now for None.

    The older always stands before the newer. One query more: the titles of profiles.
    """
    drafts = [(f"version {version.number}", draft_in(version))]
    if other is None:
        drafts.append(("the draft now", draft_of(vacancy)))
    else:
        drafts.append((f"version {other.number}", draft_in(other)))
        drafts = drafts if version.number <= other.number else drafts[::-1]
    (before, old), (after, new) = drafts
    return Comparison(before, after, compared(old, new))


def compared(old: Draft, new: Draft, *, same_vacancy: bool = True) -> Differences:
    """Return what differs between two drafts, in words that people read."""
    titles = titles_of(old, new)
    return differences(in_words(old, titles), in_words(new, titles), same_vacancy=same_vacancy)
