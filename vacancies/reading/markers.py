"""The marker of a list item: a bullet, a number, a letter or the glyph of a bullet."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vacancies.reading.headings import section_of, shouts
from vacancies.reading.words import starts_like_duty

BULLETS = "•●▪◦‣∙➢➤►▶■❖⁃○"
"""Signs that are never anything else than bullets."""
_BULLET = re.compile(
    rf"(?:[{BULLETS}·□→§Ø*✓✔☐☑☒\uf000-\uf0ff]|[o>+–—‐-](?=\s)|[üvqn](?=\t))" + r"\s{0,8}"
)
# Certain by itself: "1.", "(2)", "4.1.1", "a)", "iv.". Only in a sequence: "4.1", "2", "B.".
_NUMBER = re.compile(
    r"(?:\(?(\d{1,2}[a-z]?(?:\.\d{1,2}){0,3})(?:[.):]|\t)|\(([a-z]|[ivx]{2,4}|[A-CF-Z])\)"
    r"|([a-z]|[ivx]{2,4})[.)]|([A-Z])\)|([A-CF-Z]\d{1,2})[.)]|(\d{1,2}(?:\.\d{1,2}){2,3}))(?=\s)[\s]{1,8}"
)
_BARE_NUMBER = re.compile(
    r"(\d{1,2}[a-z]?(?:\.\d{1,2})?|[A-Z]\.)(?:\s[–-])?\s{1,8}(?=[A-Z])(?!(?:WTE|FTE)\b|"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?(?:\s(?:20)?\d\d\b|$))"
)
FEWEST_NUMBERED = 3
"""Lines with bare numbers that are a list by their numbers alone."""
MOST_LINES_BETWEEN = 60
"""Lines between two numbers of one list."""


@dataclass(frozen=True)
class Marked:
    """A text without its marker. kind: "" for none, "bullet •" or "number"."""

    text: str
    kind: str = ""
    number: str = ""


@dataclass(frozen=True)
class _Bare:
    """A line with a bare number: its index, number, text, and the place of the number.

    family: the "3" of "3.1" and "3a"; "" for a whole number, ".0" for "3.0" and "A" for a letter.
    """

    at: int
    number: str
    family: str
    place: int
    text: str

    @property
    def of_part(self) -> bool:
        return self.family[:1].isdigit()


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
    """Return each line apart from its marker; a bare number counts only in an unbroken run."""
    lines = [split_marker(text) for text in texts]
    runs = list(_runs(texts, lines))
    for run in sorted(runs, key=lambda run: run[0].of_part):
        if _is_list(run) or (run[0].of_part and _has_kin(run[0], lines)):
            for one in run:
                lines[one.at] = Marked(one.text, _kind_of(one.number), one.number)
    return lines


def _runs(texts: Sequence[str], lines: Sequence[Marked]) -> Iterator[list[_Bare]]:
    """Yield the runs of bare numbers, each number one higher than the one before it."""
    last_of: dict[str, list[_Bare]] = {}
    for at, (text, line) in enumerate(zip(texts, lines, strict=True)):
        match = None if line.kind else _BARE_NUMBER.match(text.strip())
        if not match:
            continue
        one = _bare_number(match, at)
        run = last_of.get(one.family)
        if run and one.place == run[-1].place + 1 and not _is_broken(run[-1], one, texts):
            run.append(one)
        elif one.place == 1 or one.of_part:
            last_of[one.family] = [one]
            yield last_of[one.family]


def _bare_number(match: re.Match[str], at: int) -> _Bare:
    number, text = match[1].rstrip("."), match.string[match.end() :]
    digits = number.removesuffix(".0")  # "3.0" is the parent of "3.1"
    if digits.isdigit():
        return _Bare(at, digits, number.removeprefix(digits), int(digits), text)
    family, _, last = number.rpartition(".")
    if last.isdigit():
        return _Bare(at, number, family, int(last), text)
    return _Bare(at, number, number[:-1] or "A", ord(last[-1].upper()) - ord("A") + 1, text)


def _is_broken(before: _Bare, after: _Bare, texts: Sequence[str]) -> bool:
    """Whether two numbers are far apart or a heading stands between, unless both head a part."""
    if after.of_part or (_is_named(before.text) and _is_named(after.text)):
        return False
    if after.at - before.at > MOST_LINES_BETWEEN:
        return True
    return any(text[:1].isupper() and _is_named(text) for text in texts[before.at + 1 : after.at])


def _is_named(text: str) -> bool:
    return bool(section_of(text)) or shouts(text)


def _is_list(run: Sequence[_Bare]) -> bool:
    """Whether a run is long enough: two may be counts of staff, and "8a" and "8b" bands."""
    if run[0].of_part and run[0].number[-1].isalpha():
        return False
    sure = run[0].family or all(_is_named(one.text) or starts_like_duty(one.text) for one in run)
    return len(run) >= (2 if sure else FEWEST_NUMBERED)


def _has_kin(one: _Bare, lines: Sequence[Marked]) -> bool:
    """Whether the number before is that of the parent, or the number after that of a child."""
    above = lines[max(one.at - MOST_LINES_BETWEEN, 0) : one.at]
    below = lines[one.at + 1 : one.at + MOST_LINES_BETWEEN]
    before = next((line.number for line in reversed(above) if line.number), "")
    after = next((line.number for line in below if line.number), "")
    return before == one.family or after == f"{one.number}.1"


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
