"""Marks in the text of a page: claims, `<span data-claim="code">words</span>`, and facts. Pure.

The binding of a fact is replaced with its value; see `kls_portal.reference.bindings`.
"""

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from guidance.texts.rules.html_tree import (
    UNSEEN,
    Element,
    add_words,
    make,
    parse,
    serialise,
    split_text,
    text_of,
)
from kls_portal.reference.bindings import Binding, split_bindings
from kls_portal.reference.dated import STRENGTHS, DatedFact, ShownFact

ATTRIBUTE = "data-claim"
CODE = re.compile(r"[a-z0-9_-]{1,60}", re.IGNORECASE)
BLOCKS = ("p", "li", "table", "h2", "h3", "h4", "blockquote")
"""The parts of a page whose text may give the strength of a statement in it."""


Numbers = Mapping[str | DatedFact, int]
"""The number that a claim, by its code, or a fact has on a page."""


@dataclass(frozen=True)
class Mark:
    """The label of a marked claim: its kind as a slug and in words."""

    kind: str
    label: str


def codes_in(stored: str) -> list[str]:
    """Return the codes of the claims marked in a text, each once, in order of appearance."""
    if ATTRIBUTE not in stored:
        return []
    return list(dict.fromkeys(span.get(ATTRIBUTE, "") for span in _spans(parse(stored))))


def tidy_marks(root: Element) -> None:
    """Keep only spans that mark a claim, none of them nested, and join adjacent ones."""
    for span in list(root.iter("span")):
        is_inner = any(True for _ in span.iterancestors("span"))
        if is_inner or not CODE.fullmatch(span.get(ATTRIBUTE, "")) or not text_of(span):
            span.drop_tag()
    for span in list(_spans(root)):
        _join(span)


def _join(span: Element) -> None:
    while (after := span.getnext()) is not None:
        is_same = after.tag == "span" and after.get(ATTRIBUTE) == span.get(ATTRIBUTE)
        if span.tail or not is_same:
            return
        add_words(span, after.text or "")
        for child in list(after):
            span.append(child)
        span.tail = after.tail
        after.tail = None
        after.getparent().remove(after)


def dress_marks(root: Element, marks: Mapping[str, Mark], numbers: Numbers) -> None:
    """Append the kind and number of each claim to its words, as a link to its source.

    The claim with number n in `numbers` has its source at `#source_n`. The mark of a code not in
    `marks` is removed.
    """
    seen: set[str] = set()
    for span in list(_spans(root)):
        code = span.attrib.pop(ATTRIBUTE)
        if code not in marks:
            span.drop_tag()
            continue
        if code not in seen:
            span.set("id", f"claim_{numbers[code]}")
            seen.add(code)
        span.set("class", "guidance-claim")
        _label(span, marks[code], numbers[code])


def _label(span: Element, mark: Mark, number: int) -> None:
    label = link_to_source(span, mark.label, number, mark.kind, f"#source_{number}")
    # Links cannot be nested, so the label goes after the whole link.
    if (around := next(span.iterancestors("a"), None)) is not None:
        label.tail, around.tail = around.tail, " "
        around.getparent().insert(around.getparent().index(around) + 1, label)
    else:
        add_words(span, " ")
        span.append(label)


def link_to_source(span: Element, strength: str, number: int, kind: str, address: str) -> Element:
    """Return the label of a claim or fact in `span`, which links to where it comes from.

    It gives the strength, or “Source” if the text does so before the statement (“Measured: …”).
    kind: a key of STRENGTHS.
    """
    block = next(span.iterancestors(*BLOCKS), span)
    is_said = f"{strength}:".lower() in text_of(block).lower()
    look = f"guidance-claim__kind guidance-claim__kind--{kind}"
    words = f"{'Source' if is_said else strength} {number}"
    label = make("a", words, {"class": look, "href": address})
    label.append(make("span", ": where this comes from", UNSEEN))
    return label


def with_labels(stored: str, labels: Mapping[str, str]) -> str:
    """Return a text with each claim's kind in brackets after it, for files and plain text."""
    if ATTRIBUTE not in stored:
        return stored
    root = parse(stored)
    for span in list(_spans(root)):
        if label := labels.get(span.get(ATTRIBUTE, "")):
            span.append(make("span", f" ({label.lower()})"))
            span[-1].drop_tag()
        span.drop_tag()
    return serialise(root)


def _spans(root: Element) -> Iterable[Element]:
    return (span for span in root.iter("span") if span.get(ATTRIBUTE) is not None)


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
