"""Advice on a text while it is edited: structure, links, sentences, reading age. Pure.

The advice blocks nothing. Sources: WCAG 2.2 (1.1.1, 1.3.1, 2.4.4) for structure, images and
links; NHS content style for sentences of 20 words and a reading age of 9 to 11, at most 14.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from guidance.texts.rules.html_tree import Element, lines_of, parse, text_of
from kls_portal.readability import WORD, cut, readability

MOST_WORDS = 20
OLDEST_READER = 14
FEWEST_WORDS = 50
LONGEST_EXCERPT, SHORTEST_EXCERPT = 120, 40
MOST_OF_A_KIND = 10
_VAGUE_WORDS = """
article; click; click here; details; document; download; find out more; follow this link; go
here; here; info; information; learn more; link; more; more details; more info; more
information; page; read more; see here; see more; this; this link; this page; this site; this
website; website
"""
VAGUE = frozenset(" ".join(words.split()) for words in _VAGUE_WORDS.split(";"))
_BLOCKS = ("p", "li", "td", "th", "caption", "blockquote")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@dataclass(frozen=True)
class Advice:
    """One piece of advice: the rule, the sentence shown, and an excerpt ("" for the whole text)."""

    rule: str
    sentence: str
    excerpt: str = ""


def advise(body: str) -> tuple[Advice, ...]:
    """Return the advice on a stored text in the order of the rules, at most ten of a kind."""
    root = parse(body)
    return (*_structure(root), *islice(_links(root), MOST_OF_A_KIND), *_reading(body))


def repaired(typed: str, stored: str) -> tuple[Advice, ...]:
    """Return the structural faults of a submitted text that saving repaired or removed."""
    left = {_mark_of(advice) for advice in _structure(parse(stored))}
    return tuple(advice for advice in _structure(parse(typed)) if _mark_of(advice) not in left)


def _mark_of(advice: Advice) -> tuple[str, str]:
    """Return a key of a fault that survives sanitising, which moves spaces."""
    return advice.rule, "".join(advice.excerpt.split())[:SHORTEST_EXCERPT]


def _structure(root: Element) -> Iterator[Advice]:
    for advised in (_headings(root), _tables(root), _images(root)):
        yield from islice(advised, MOST_OF_A_KIND)


def _headings(root: Element) -> Iterator[Advice]:
    """Yield advice on each heading that skips a level; the title is level 1."""
    level = 1
    for heading in root.iter(*_HEADINGS):
        # A heading of level 1 in the text is treated as level 2.
        own = max(2, int(heading.tag[1]))
        if own > level + 1:
            yield Advice(
                "heading-skipped",
                f"This heading skips from level {level} to level {own}.",
                _excerpt(text_of(heading)),
            )
        level = own


def _tables(root: Element) -> Iterator[Advice]:
    for table in root.iter("table"):
        if table.find(".//th") is None:
            yield Advice("table-header", "This table has no header row.", _excerpt(text_of(table)))


def _images(root: Element) -> Iterator[Advice]:
    for image in root.iter("img"):
        if not (image.get("alt") or "").strip():
            yield Advice(
                "image-alternative",
                "This image has no alternative text. Pages have no images: say it in words.",
                _excerpt((image.get("src") or "").rsplit("/", 1)[-1]),
            )


def _links(root: Element) -> Iterator[Advice]:
    for link in root.iter("a"):
        words = text_of(link)
        if words.strip(" .,:;!?›»→>").lower() in VAGUE:
            around = link.getparent()
            place = text_of(around) if around is not None else words
            yield Advice(
                "vague-link",
                f"This link is called “{words}”. Say where it leads.",
                _excerpt(place),
            )


def _reading(body: str) -> Iterator[Advice]:
    sentences = [
        (line[start:end], words)
        for line in _paragraph_lines(body)
        for start, end, words in cut(line, 0, len(line))
    ]
    yield from islice(_long(sentences), MOST_OF_A_KIND)
    numbers = readability(WORD.findall(sentence) for sentence, _ in sentences)
    age = numbers.reading_age
    if age is not None and age > OLDEST_READER and numbers.words >= FEWEST_WORDS:
        yield Advice(
            "reading-age",
            f"The reading age of the text is {age}. Shorter words and sentences bring it to"
            f" {OLDEST_READER} or less.",
        )


def _paragraph_lines(body: str) -> list[str]:
    """Return the text of each paragraph, list item and cell, leaving out headings."""
    root = parse(body)
    for heading in list(root.iter(*_HEADINGS)):
        heading.drop_tree()
    return lines_of(root, *_BLOCKS)


def _long(sentences: list[tuple[str, int]]) -> Iterator[Advice]:
    for sentence, words in sentences:
        if words > MOST_WORDS:
            yield Advice(
                "long-sentence",
                f"This sentence has {words} words. Aim for {MOST_WORDS} or fewer.",
                _excerpt(sentence),
            )


def _excerpt(words: str) -> str:
    if len(words) <= LONGEST_EXCERPT:
        return words
    return words[:LONGEST_EXCERPT].rpartition(" ")[0] + " …"
