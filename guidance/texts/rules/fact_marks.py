"""Replaces the bindings of facts in the text of a page with their values. Pure."""

import re
from collections.abc import Container, Iterator, Mapping

from guidance.texts.rules.claim_marks import ATTRIBUTE, BLOCKS, Numbers, label_in, link_to_source
from guidance.texts.rules.html_tree import Element, make
from kls_portal.reference.bindings import Binding, split_bindings
from kls_portal.reference.dated import STRENGTHS, DatedFact, ShownFact

_SENTENCE_END = re.compile(r"[.?!](?=\s|$)")
_CLAIMED = re.compile(rf'{ATTRIBUTE}="([^"]{{1,100}})"')


def numbers_of(stored: str, claims: Container[str], facts: Mapping[Binding, ShownFact]) -> Numbers:
    """Number the claims, those whose codes are in `claims`, and the facts of a text from 1 on, in
    the order in which the text names them.
    """
    named: list[str | DatedFact] = []
    for part in split_bindings(stored):
        if isinstance(part, str):
            named += [code for code in _CLAIMED.findall(part) if code in claims]
        elif part in facts and (fact := facts[part].fact):
            named.append(fact)
    return {one: number for number, one in enumerate(dict.fromkeys(named), 1)}


def dress_facts(root: Element, facts: Mapping[Binding, ShownFact], numbers: Numbers) -> None:
    """Replace each binding in `facts` with its value; others stay.

    The sentence of the last fact of a paragraph, list item or table is followed by a link to the
    fact (`#fact_NAME`) in the list of facts: its strength, or “Source” if the text already gives
    that (“Measured: …”), and its number.
    """
    last: dict[Element, tuple[Element, DatedFact]] = {}
    for span, stated in list(_put(root, facts)):
        block = next(span.iterancestors(*BLOCKS), root)
        if stated.fact and span.xpath(f"not(ancestor::span[@{ATTRIBUTE}] or ancestor::a)"):
            last[block] = (span, stated.fact)
    for span, fact in last.values():
        label = label_in(span, STRENGTHS[fact.strength], numbers[fact])
        _put_after_sentence(span, link_to_source(label, fact.strength, f"#{fact.anchor}"))


def _put_after_sentence(span: Element, label: Element) -> None:
    """Insert a label behind the sentence of a fact, so that it does not interrupt the sentence."""
    before, words = span, span.tail or ""
    while not (end := _SENTENCE_END.search(words)) and before.getnext() is not None:
        before = before.getnext()
        words = before.tail or ""
    close = end.end() if end else len(words.rstrip())
    before.tail, label.tail = f"{words[:close]} ", words[close:]
    before.getparent().insert(before.getparent().index(before) + 1, label)


def _put(root: Element, facts: Mapping[Binding, ShownFact]) -> Iterator[tuple[Element, ShownFact]]:
    for element in list(root.iter()):
        spans = _spans(element.text or "", facts)
        if spans:
            element.text = spans[0]
            for place, (span, _) in enumerate(spans[1]):
                element.insert(place, span)
            yield from spans[1]
        tail = _spans(element.tail or "", facts) if element is not root else None
        if tail:
            element.tail = tail[0]
            above = element.getparent()
            for place, (span, _) in enumerate(tail[1], above.index(element) + 1):
                above.insert(place, span)
            yield from tail[1]


def _spans(
    text: str, facts: Mapping[Binding, ShownFact]
) -> tuple[str, list[tuple[Element, ShownFact]]] | None:
    """Return the words before the first fact, and each fact as an element with its tail."""
    if "{{" not in text:
        return None
    before, spans = "", []
    for part in split_bindings(text):
        if isinstance(part, Binding) and part in facts:
            spans.append((_span(facts[part]), facts[part]))
        elif spans:
            spans[-1][0].tail = (spans[-1][0].tail or "") + str(part)
        else:
            before += str(part)
    return before, spans


def _span(stated: ShownFact) -> Element:
    span = make("span", stated.text, {"class": "guidance-fact"})
    if stated.change:
        span.append(make("span", f" ({stated.change})", {"class": "guidance-fact__change"}))
    if stated.is_lapsed:
        span.set("data-lapsed", "")
    return span
