"""The marker of a list item: a bullet, a number, a letter or the glyph of a bullet."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_BULLET = re.compile(
    r"(?:[•●▪◦‣∙·➢➤►▶■□❖→⁃○§Ø*✓✔☐☑☒\uf000-\uf0ff]|[o–—‐-](?=[\s])|[üvqn](?=\t))[\s]{0,8}"
)
# Certain by itself: "1.", "(2)", "4.1.1", "a)", "iv.". Only in a sequence: "4.1", "2", "B.".
_NUMBER = re.compile(
    r"(?:\(?(\d{1,2}[a-z]?(?:\.\d{1,2}){0,3})(?:[.):]|\t)|\(([a-z]|[ivx]{2,4}|[A-CF-Z])\)"
    r"|([a-z]|[ivx]{2,4})[.)]|([A-Z])\)|([A-CF-Z]\d{1,2})[.)]|(\d{1,2}(?:\.\d{1,2}){2,3}))(?=\s)[\s]{1,8}"
)
_BARE_NUMBER = re.compile(r"(\d{1,2}[a-z]?(?:\.\d{1,2})?|[A-Z]\.)[\s]{1,8}(?=[A-Z])")


@dataclass(frozen=True)
class Marked:
    """A text without its marker. kind: "" for none, "bullet •" or "number"."""

    text: str
    kind: str = ""
    number: str = ""


def split_marker(text: str) -> Marked:
    """Return a line apart from its marker, where the marker is certain by itself."""
    stripped = text.strip()
    if match := _BULLET.match(stripped):
        rest = stripped[match.end() :]
        return (
            Marked(rest, f"bullet {stripped[0]}") if rest else Marked("", f"bullet {stripped[0]}")
        )
    if (match := _NUMBER.match(stripped)) and stripped[match.end() :]:
        number = next(group for group in match.groups() if group)
        return Marked(stripped[match.end() :], _kind_of(number), number)
    return Marked(stripped)


def _kind_of(number: str) -> str:
    dots = number.count(".")
    return f"number {dots}" if number[0].isdigit() else "letter"


def bare(text: str) -> str:
    """Return a line without its bullet or number."""
    return split_marker(text).text


def is_lone_marker(text: str) -> bool:
    """Whether a line is only a bullet or a number."""
    stripped = text.strip()
    if not stripped or len(stripped) > 6 or any(map(str.isspace, stripped)):
        return False
    bullet = _BULLET.fullmatch(f"{stripped}\t") or _BULLET.fullmatch(stripped)
    return bool(bullet) or bool(_NUMBER.fullmatch(f"{stripped} "))


def marked_in_a_row(texts: Sequence[str]) -> list[Marked]:
    """Return each line apart from its marker; a bare number counts only as part of a sequence."""
    lines = [split_marker(text) for text in texts]
    bare_ones = {
        at: match[1].rstrip(".")
        for at, text in enumerate(texts)
        if not lines[at].kind and (match := _BARE_NUMBER.match(text.strip()))
    }
    if not bare_ones:
        return lines
    numbers = {marked.number for marked in lines if marked.number} | {*bare_ones.values()}
    for at, number in bare_ones.items():
        if _belongs(number, numbers):
            stripped = texts[at].strip()
            match = _BARE_NUMBER.match(stripped)
            rest = stripped[match.end() :] if match else stripped
            number = number.removesuffix(".0")  # "3.0" is the parent of "3.1"
            lines[at] = Marked(rest, _kind_of(number), number)
    return lines


def _belongs(number: str, numbers: set[str]) -> bool:
    """Whether a number is part of a sequence, by its neighbours, its parent or its first child."""
    family, _, last = number.rpartition(".")
    if last == "0" and family.isdigit():
        return any(f"{int(family) + step}.0" in numbers for step in (-1, 1))
    if not last.isdigit():
        return _letter_belongs(number, numbers)
    neighbours = [f"{family}.{n}" if family else str(n) for n in (int(last) - 1, int(last) + 1)]
    if family:
        return (
            any(one in numbers for one in neighbours)
            or f"{number}.1" in numbers
            or family in numbers
        )
    return all(one in numbers or one == "0" for one in neighbours) or (
        int(last) > 1 and {neighbours[0], str(int(last) - 2)} <= numbers | {"0"}
    )


def _letter_belongs(number: str, numbers: set[str]) -> bool:
    if number[:-1].isdigit():
        return True
    before, after = chr(ord(number[0]) - 1), chr(ord(number[0]) + 1)
    return before in numbers or after in numbers


def depths(kinds: Sequence[str | None]) -> list[int]:
    """Return the nesting depth of each item by its kind of marker ("" for a line without one).

    A new kind of marker nests a level deeper; an earlier one returns to its level. None: a line
    that belongs to the page and ends no list.
    """
    depth_of: list[int] = []
    open_kinds: list[str] = []
    for kind in kinds:
        if kind is None:
            depth_of.append(0)
            continue
        if not kind:
            open_kinds = []
        elif kind in open_kinds:
            del open_kinds[open_kinds.index(kind) + 1 :]
        else:
            open_kinds.append(kind)
        depth_of.append(max(len(open_kinds) - 1, 0))
    return depth_of
