"""Levels that the print of a text alone tells: "Items in italics are desirable"."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from vacancies.reading.blocks import Block, Line
from vacancies.reading.criteria import methods_in_words
from vacancies.reading.old_job import OldCriterion

_KINDS = {"b": "bold", "i": "italic", "u": "underline"}
"""How words stand out, by the first letter of its name; else a star stands behind them."""
Stressed = Mapping[str, Sequence[str]]
"""By kind: the pieces of text that stand out so, each a line, a paragraph or part of one."""
_KIND = (
    r"(?P<kind>italic|bold|underlin|asterisk|\*|star\b)[a-z]{0,6}"
    r"(?: (?:type|text|print|font|face))?"
)
_LEVEL = r"(?P<level>essential|desirable)"
_SAID = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:in|with|by)(?: an?)? {_KIND}(?: \(\*\))?\W{{0,3}}(?: ?\w{{2,10}}){{0,2}} ?"
        rf"(?:is|are|=|[–-])(?: the| only){{0,2}} {_LEVEL}",
        rf"\b{_LEVEL}\b(?: \w{{1,12}}){{0,6}} (?:in|with|by)(?: an?)? {_KIND}",
        rf"(?:^|[(.;,] ?){_KIND}\s?(?:=|[–:-]|means?|is|are|shows?|indicates?)\s?{_LEVEL}",
    )
]
_MAY_SAY = re.compile(r"italic|bold|underlin|asterisk|\*|\bstar", re.IGNORECASE)
_PIECE = re.compile(r"(?<=[.;:])\s")
_STARRED = re.compile(r"\b(?:asterisk|star)\b.{0,80}", re.IGNORECASE)
_STAR = re.compile(r"\s?\*$")


@dataclass(frozen=True)
class InPrint:
    """How one level stands out, and whether it is the essential one.

    block: the number of the block that says so. starred: how criteria with a star are assessed too.
    """

    kind: str
    essential: bool
    block: int
    starred: tuple[str, ...] = ()


def level_in_print(blocks: Sequence[Block]) -> InPrint | None:
    """Return how a document prints one of the levels, or None if it says nothing of it."""
    for at, block in enumerate(blocks):
        texts = [block.text] if isinstance(block, Line) else [c.text for r in block.rows for c in r]
        for text in texts:
            if said := level_said(text):
                kind = _KINDS.get(said["kind"][0].lower(), "star")
                star = _STARRED.search(text) if kind != "star" else None
                starred = methods_in_words(star[0].lower()) if star else ()
                return InPrint(kind, said["level"].lower() == "essential", at, starred)
    return None


def level_said(text: str) -> re.Match[str] | None:
    """Return where a text says how one of the levels is printed, or None."""
    if not _MAY_SAY.search(text):
        return None
    return next(filter(None, (pattern.search(text) for pattern in _SAID)), None)


def with_levels(
    criteria: Sequence[OldCriterion], in_print: InPrint, stressed: Stressed
) -> list[OldCriterion]:
    """Return criteria with the levels that their print tells; others keep the level they have.

    Where all of them or none stand out, as when a paste lost its print, no level can be seen.
    """
    stars = [bool(_STAR.search(one.text)) for one in criteria]
    pieces = frozenset(_pieces(stressed.get(in_print.kind, ())))
    apart = (
        stars if in_print.kind == "star" else [_squeezed(one.text) in pieces for one in criteria]
    )
    seen = any(apart) and not all(apart)
    read = []
    for one, star, out in zip(criteria, stars, apart, strict=True):
        if star and (in_print.kind == "star" or in_print.starred):
            methods = dict.fromkeys((*one.assessed_by, *in_print.starred))
            one = replace(one, text=_STAR.sub("", one.text), assessed_by=tuple(methods))
        known = one.essential is not None or not seen
        read.append(one if known else replace(one, essential=in_print.essential is out))
    return read


def _pieces(texts: Iterable[str]) -> Iterator[str]:
    """Yield each text and each sentence of it, by their letters and digits alone."""
    for text in texts:
        yield _squeezed(text)
        yield from map(_squeezed, _PIECE.split(text))


def _squeezed(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
