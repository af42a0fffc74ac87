"""Replaces the bindings of facts in the text of a page with their values. Pure."""

import re
from collections.abc import Container, Iterator, Mapping, Sequence

from guidance.texts.rules.claim_marks import ATTRIBUTE, BLOCKS, Numbers, link_to_source
from guidance.texts.rules.html_tree import Element, make, split_text
from kls_portal.reference.bindings import Binding, split_bindings
from kls_portal.reference.dated import STRENGTHS, DatedFact, ShownFact

_SENTENCE_END = re.compile(r"[.?!](?=\s|$)")
_INLINE = ("a", "em", "span", "strong")
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

    Behind a sentence, unless the next in its paragraph, list item or table rests on the same facts,
    stands a link to each (`#fact_NAME` in the list of facts): its strength, or “Source” if the text
    already gives that (“Measured: …”), and its number.
    """
    sentences: dict[Element, dict[DatedFact, Element]] = {}
    for span, stated in list(_put(root, facts)):
        if stated.fact:
            sentences.setdefault(_last_of_sentence(span), {}).setdefault(stated.fact, span)
    marked: dict[Element, Container[DatedFact]] = {}
    for last, named in reversed(sentences.items()):
        block = next(last.iterancestors(*BLOCKS), root)
        if not all(fact in marked.get(block, ()) for fact in named):
            marked[block] = named
            labels = []
            for fact, span in named.items():
                of = (STRENGTHS[fact.strength], numbers[fact], fact.strength)
                labels.append(link_to_source(span, *of, f"#{fact.anchor}"))
            _put_after_sentence(last, labels)


def _last_of_sentence(span: Element) -> Element:
    """Return the element after which the sentence of a fact ends. It is in no link."""
    last = next(span.iterancestors("a"), span)
    while not _SENTENCE_END.search(last.tail or ""):
        after = last.getparent() if last.getnext() is None else last.getnext()
        if after.tag not in _INLINE:
            break
        last = after
    return last


def _put_after_sentence(last: Element, labels: Sequence[Element]) -> None:
    """Insert labels behind a sentence, so that they do not interrupt it."""
    words = last.tail or ""
    end = _SENTENCE_END.search(words)
    close = end.end() if end else len(words.rstrip())
    last.tail = f"{words[:close]} "
    for label in labels:
        label.tail = " "
    labels[-1].tail = words[close:]
    place = last.getparent().index(last) + 1
    last.getparent()[place:place] = labels


def _put(root: Element, facts: Mapping[Binding, ShownFact]) -> Iterator[tuple[Element, ShownFact]]:
    """Put the value of each fact in the place of its binding, and yield it with its element."""
    for words in root.xpath(".//text()[contains(., '{{')]"):
        before, spans = "", []
        for part in split_bindings(words):
            if isinstance(part, Binding) and part in facts:
                spans.append((_span(facts[part]), facts[part]))
            elif spans:
                spans[-1][0].tail = (spans[-1][0].tail or "") + str(part)
            else:
                before += str(part)
        split_text(words, before, [span for span, _ in spans])
        yield from spans


def _span(stated: ShownFact) -> Element:
    span = make("span", stated.text, {"class": "guidance-fact"})
    if stated.change:
        span.append(make("span", f" ({stated.change})", {"class": "guidance-fact__change"}))
    if stated.is_lapsed:
        span.set("data-lapsed", "")
    return span
