"""The rules as data: wording, severity, reason and source, from data/jd_rules.toml."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, wraps
from types import MappingProxyType
from typing import TypeVar

from kls_portal.plain_values import rows_in
from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import START, Finding, Span
from vacancies.rulebook.words import DATA

Result = TypeVar("Result")
OF_THE_PLACE = "We suggest other words at each place."
LONGEST_EXCERPT = 600
"""Characters a finding may mark; a longer place is cut at the end of a word."""


@dataclass(frozen=True)
class Rule:
    """One rule. `kinds`: the texts it applies to; `judged_by`: "text", "vacancy" or "person".

    `message` and `suggestion` hold {names} that a finding fills in; `variants` are other messages
    of the same rule; `parameters` are its numbers. A rule judged by a person has a `question` and a
    `stage` of recruitment. `confirmed` covers the point, not the numbers. `check` says what is
    wrong; `example` shows or describes it in a text; `address` is that of the source. `together`:
    the message for several places. `laws`: what makes it unlawful, in Great Britain ("GB") and in
    Northern Ireland ("NIR").
    """

    id: str
    group: str
    kinds: tuple[str, ...]
    check: str
    why: str
    severity: str
    judged_by: str
    message: str
    source: str
    confirmed: bool
    suggestion: str = ""
    example: str = ""
    address: str = ""
    note: str = ""
    stage: str = ""
    question: str = ""
    together: str = ""
    parameters: Mapping[str, float] = field(default_factory=dict)
    variants: Mapping[str, str] = field(default_factory=dict)
    laws: Mapping[str, str] = field(default_factory=dict)

    @property
    def better(self) -> str:
        """What to do, in words that suit any place."""
        of_the_place = dict.fromkeys(("suggestion", "instead"), OF_THE_PLACE)
        return self.suggestion.format_map({**of_the_place, **self.parameters})


@cache
def rules() -> Mapping[str, Rule]:
    """Return every rule by id, including those only people can judge, in the order of the data."""
    return MappingProxyType({one.id: one for one in rows_in(DATA / "jd_rules.toml", "rules", Rule)})


def rule(rule_id: str) -> Rule:
    """Return the rule with this id. Raises KeyError if there is none."""
    return rules()[rule_id]


def number(rule_id: str, name: str) -> int:
    """Return a whole-number parameter of a rule. Raises KeyError if there is none."""
    return int(rule(rule_id).parameters[name])


def found(
    rule_id: str,
    document: Document,
    span: Span = START,
    *,
    variant: str = "",
    replacement: str = "",
    **values: object,
) -> Finding:
    """Return a finding of this rule at `span`, in the rule's own words.

    `values` fill the names in its message and suggestion, along with the rule's numbers. `variant`:
    the name of another message of the rule. `replacement`: words to put in place of the text there,
    which the message may also name. Raises KeyError for an unknown rule, variant or name.
    """
    about = rule(rule_id)
    start, end = _bounded(document.text, span)
    names = {**about.parameters, "replacement": replacement, **values}
    message = about.variants[variant] if variant else about.message
    return Finding(
        rule=rule_id,
        severity=about.severity,
        start=start,
        end=end,
        excerpt=document.text[start:end],
        message=message.format_map(names),
        suggestion=about.suggestion.format_map(names),
        source=about.source,
        why=about.why,
        replacement=replacement,
    )


def _bounded(text: str, span: Span) -> tuple[int, int]:
    if span.end - span.start <= LONGEST_EXCERPT:
        return span.start, span.end
    cut = text.rfind(" ", span.start + 1, span.start + LONGEST_EXCERPT)
    return span.start, cut if cut > span.start else span.start + LONGEST_EXCERPT


def first_of_each(
    document: Document, places: Iterable[Span], *, by_sentence: bool = False
) -> Iterator[Span]:
    """Yield the first place of each wording or, with `by_sentence`, of each sentence."""
    seen: set[object] = set()
    for place in places:
        sentence = document.sentence_at(place.start) if by_sentence else None
        key = (
            sentence.start
            if sentence
            else _without_hyphens(document.folded[place.start : place.end])
        )
        if key not in seen:
            seen.add(key)
            yield place


def _without_hyphens(words: str) -> str:
    return " ".join(words.replace("-", " ").split())


def per_document(work: Callable[[Document], Result]) -> Callable[[Document], Result]:
    """Return a function that computes its result once for each document."""

    @wraps(work)
    def asked(document: Document) -> Result:
        if work not in document.results:
            document.results[work] = work(document)
        result: Result = document.results[work]
        return result

    return asked


def all_per_document(
    work: Callable[[Document], Iterator[Result]],
) -> Callable[[Document], tuple[Result, ...]]:
    """Return a function that collects what a generator yields, cached as in `per_document`."""

    @per_document
    @wraps(work)
    def gathered(document: Document) -> tuple[Result, ...]:
        return tuple(work(document))

    return gathered
