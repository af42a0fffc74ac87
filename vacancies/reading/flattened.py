"""Rows of a person specification as lines: each criterion with the marks behind it.

Where columns were lost, a line may hold several criteria: "Degree E A Masters D A/I". They are
divided where marks stand between them. A level that no mark shows is unknown.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from vacancies.reading.criteria import (
    LONGEST_CODES,
    category_of,
    is_mark,
    level_of,
    methods_of,
    names_category,
    names_methods,
    split_level,
)
from vacancies.reading.headings import run_in
from vacancies.reading.words import listed

_WORD = re.compile(r"[(\[][^()\[\]]{1,40}[)\]][;,.]?|\S+")
_IN_BRACKETS = re.compile(
    r"[(\[]\s?(?:(?i:e|d|ess|des|essential|desirable)|(?:[ED]\s?[,;:–-]\s?)?"
    r"[AITPRC](?:\s?[/,&+]\s?[AITPRC]){0,5})\s?[)\]][;,.]?"
)
_SIGNS = frozenset("✓✔☑☒☐√✗✘")
_LEVELS = frozenset(("Essential", "Desirable", "Hanfodol", "Dymunol"))
_LETTERS = frozenset(("E", "D"))
_DASHES = frozenset(("-", "–", "—"))
OF_ESSENTIAL = re.compile(r"\sE(?=\s[A-Z]|\s{0,3}$)")
_CODE_BEFORE = re.compile(r"(?<!\S)(?=[ED]\d{1,2}[.:)]?\s)")
# As in "grade A", "vitamin D", "A Level" and "Essential Skills", where no mark is meant.
_BEFORE = listed("before_letters")
_BEHIND = frozenset(("Level", "Levels", "Skills"))


@dataclass(frozen=True)
class Marked:
    """A criterion without the marks behind it or the category before it, and what these say."""

    text: str
    level: bool | None = None
    methods: tuple[str, ...] = ()
    category: str = ""


def marked_criteria(
    text: str, key: Mapping[str, str], *, lost: bool, levels: bool, keyed: bool = False
) -> list[Marked]:
    """Return the criteria of a line, divided where marks stand between them.

    lost: whether columns were lost, so that letters without brackets are marks. Elsewhere they are
    where they give the level of all, and methods too if it is one. levels: whether D is a level,
    not a method. keyed: whether the last letter is one that the form explains.
    """
    parts = [part.strip() for part in _CODE_BEFORE.split(text)]
    if len(parts) > 2 and not parts[0]:
        return [Marked(part.rstrip(" ;,")) for part in parts[1:]]
    codes = keyed or split_level(text)[1] is None
    marked = _divided(text, key, codes=codes, levels=levels)
    sure = all(one.level is not None for one in marked) and (len(marked) > 1 or marked[0].methods)
    return marked if lost or sure else _divided(text, key, codes=False, levels=False)


def _divided(text: str, key: Mapping[str, str], *, codes: bool, levels: bool) -> list[Marked]:
    words = _WORD.findall(text)
    marks: list[bool] = []
    for at, word in enumerate(words):
        bare_level = any(marks[-1:]) and words[at - 1][0] not in "(["
        way = bare_level and word[0].isupper() and names_methods(word, key)
        way = way and not "".join(words[at + 1 : at + 2])[:1].islower()
        marks.append(way or _is_mark(words, at, key, codes=codes))
    begins, worded = [0], False
    for at, word in enumerate(words):
        if at and marks[at - 1] and not marks[at] and worded and word[0].isupper():
            begins.append(at)
            worded = False
        worded = worded or not marks[at]
    pieces = [
        _read(words[a:b], marks[a:b], key, levels=levels)
        for a, b in pairwise([*begins, len(words)])
    ]
    if len(pieces) > 1 and (not marks[-1] or all(names_category(piece.text) for piece in pieces)):
        pieces = [_read(words, marks, key, levels=levels)]
    if len(pieces) < 2:
        return pieces
    apart = [split_level(piece.text) for piece in pieces]
    if True in [level for _, level in apart]:  # else (D) may be a method
        pieces = [
            piece if level is None else replace(piece, text=text, level=level)
            for piece, (text, level) in zip(pieces, apart, strict=True)
        ]
    return [_with_category(piece) for piece in pieces]


def _with_category(one: Marked) -> Marked:
    name, text = run_in(one.text)
    return replace(one, text=text, category=category_of(name)) if names_category(name) else one


def _is_mark(words: Sequence[str], at: int, key: Mapping[str, str], *, codes: bool) -> bool:
    word = words[at].rstrip(";,.")
    if word in _SIGNS or _IN_BRACKETS.fullmatch(words[at]):
        return True
    before = words[at - 1] if at else ""
    behind = words[at + 1] if at + 1 < len(words) else ""
    if word.capitalize() in _LEVELS and behind != "Skills":
        return word in _LEVELS or before in _DASHES
    if word in _DASHES:
        level = behind.rstrip(";,.")
        of_code = before in _LETTERS and _is_code(level, key)
        return level.capitalize() in _LEVELS or (codes and (level in _LETTERS or of_code))
    if not codes or before.casefold() in _BEFORE or behind in _BEHIND:
        return False
    last = at == len(words) - 1
    return word in (*_LETTERS, "X", "x") or _is_code(word, key) or (last and is_mark(word))


def _is_code(word: str, key: Mapping[str, str]) -> bool:
    return word.isupper() and len(word) <= LONGEST_CODES and names_methods(word, key)


def _read(
    words: Sequence[str], marks: Sequence[bool], key: Mapping[str, str], *, levels: bool
) -> Marked:
    end = len(words)
    while end > 1 and marks[end - 1]:
        end -= 1
    kept = [*words[:end], *(word for word in words[end:] if word[0] in "([")]
    said = [word.rstrip(";,.") for word in words[end:] if word[0] not in "(["]
    said = [word for word in said if word not in _DASHES]
    named = [word for word in said if word.capitalize() in _LEVELS]
    if levels and not named:
        named = [word for word in said[:1] if word in _LETTERS and word.casefold() not in key]
    level = level_of(named[0]) if named else None
    said = [word for word in said if word not in named[:1]]
    return Marked(" ".join(kept).rstrip(" ;,"), level, methods_of(" ".join(said), key))
