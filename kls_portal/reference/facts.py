"""Facts by day, and what a text that uses them says on that day."""

from collections.abc import Iterable
from datetime import date
from html import escape
from typing import Protocol

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.dispatch import Signal
from django.utils.timezone import localdate

from kls_portal.calendar.working_days import NATIONS
from kls_portal.in_words import plain_date
from kls_portal.operation.site_version import once_a_version, reading_day
from kls_portal.reference import bindings
from kls_portal.reference.dated import UNKNOWN, DatedFact, FactTable, ShownFact
from kls_portal.reference.models import Fact

facts_changed = Signal()
"""Sent with its `name` after a fact was changed by hand, so that derived content is rebuilt."""


@once_a_version
def fact_table() -> FactTable:
    """Return every fact as edited; cached in the process for each version of the site."""
    return FactTable.of(row.as_value() for row in Fact.objects.all())


def fact(name: str, nation: str = bindings.HOME, day: date | None = None) -> DatedFact | None:
    """Return the value of a fact that is in force in `nation` (a key of NATIONS) on `day`.

    day: `reading_day()` by default. None if no value is known for that day, or it is due to be
    read again: callers must then say that it is not known.
    """
    in_force = fact_table().in_force(name, nation, day or reading_day())
    today = max(reading_day(), localdate())
    return None if in_force is None or in_force.is_due(today) else in_force


def shown_fact(binding: bindings.Binding, day: date | None = None) -> ShownFact:
    """Return what a text of `day` (by default `reading_day()`) says for a binding."""
    table, day = fact_table(), day or reading_day()
    now = table.in_force(binding.name, binding.nation, day)
    held = now or table.last(binding.name, binding.nation, day)
    if held is None:
        return ShownFact(UNKNOWN, is_lapsed=True)
    if now is None or now.is_due(max(day, localdate())):
        return ShownFact(held.lapsed_text, is_lapsed=True, fact=held)
    later = table.next_change(binding.name, binding.nation, day)
    change = ""
    if later and later.since and later.text != held.text:
        change = f"from {plain_date(later.since)}: {later.text}"
    return ShownFact(held.text, change, fact=held)


def shown_facts(text: str) -> dict[bindings.Binding, ShownFact]:
    """Return what a text says for each fact that it uses, in order."""
    return {binding: shown_fact(binding) for binding in bindings.bindings_in(text)}


class Sourced(Protocol):
    """A fact, rule or question with the address of its source, "" for none."""

    @property
    def address(self) -> str: ...


def with_links(rows: Iterable[Sourced]) -> list[Sourced]:
    """Return the first row of each source on a page; only that one links to it."""
    first: dict[str, Sourced] = {}
    return [one for one in rows if one.address and first.setdefault(one.address, one) == one]


def unsure_in(facts: Iterable[DatedFact]) -> str:
    """Return the nations for which some law of a page was not checked, in words, "" for none."""
    unsure = {nation for fact in facts for nation in fact.unsure_in}
    return " and ".join(name for key, name in NATIONS.items() if key in unsure)


def with_facts(text: str, day: date | None = None) -> str:
    """Return a plain text with each binding replaced by its fact in full."""
    return bindings.replace_bindings(text, lambda binding: shown_fact(binding, day).in_full)


def html_with_facts(markup: str, day: date | None = None) -> str:
    """Return HTML with each binding replaced by its fact in full, without the worked example."""
    markup = bindings.replace_examples(markup, lambda name: "")
    return bindings.replace_bindings(
        markup, lambda binding: escape(shown_fact(binding, day).in_full)
    )


BROKEN = "“{}” is not a fact. Write {{{{ fact NAME }}}} without bold or links in it, or remove it."
NOT_KNOWN = (
    "There is no fact with the name “{}”. Choose one from the list of facts, or add it there."
)


def check_bindings(text: str) -> None:
    """Raise ValidationError if double braces do not name a fact."""
    if broken := bindings.broken_bindings(text):
        raise ValidationError(BROKEN.format(broken[0]), code="broken-fact")
    known = fact_table().facts
    if lost := [one.name for one in bindings.bindings_in(text) if one.name not in known]:
        raise ValidationError(NOT_KNOWN.format(lost[0]), code="no-fact")


def known_values() -> dict[str, str]:
    """Return what each binding says today, keyed by the text between “fact” and the braces."""
    known = (bindings.Binding(name, nation) for name in fact_table().facts for nation in NATIONS)
    by_words = {str(one)[len("{{ fact ") : -len(" }}")]: shown_fact(one) for one in known}
    return {words: one.in_full for words, one in by_words.items() if one.fact}


def next_boundary(texts: Iterable[str], day: date) -> date | None:
    """Return the first day after `day` on which one of these texts may change."""
    names = {binding.name for text in texts for binding in bindings.bindings_in(text)}
    return next((boundary for boundary in fact_table().boundaries(names) if boundary > day), None)


def lapsed_rows(today: date) -> QuerySet[Fact]:
    """Return the rows that may not be asserted today and have no successor."""
    return Fact.objects.filter(code__in={one.code for one in fact_table().lapsed(today)})
