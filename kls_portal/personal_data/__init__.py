"""Personal data in a text that somebody typed: found, never kept. Pure.

Sources: NHS number, ten digits with a check digit by modulus 11 (NHS Data Dictionary, "NHS
number"; from general knowledge, not read for this); UK telephone numbers have ten or eleven
digits with the leading 0 (Ofcom numbering plan, likewise). Names have no such form: found are
those behind a title, behind words such as "contact", and a common UK first name with a surname
behind it. Others are not found, so people still read the text.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

DATA = Path(__file__).resolve().parent / "words.toml"

_AT = r"\s?(?:[@＠]|\(at\)|\[at\])\s?"
EMAIL = re.compile(rf"(?<![\w.+'-])[\w+'-]+(?:\.[\w+'-]+){{0,9}}{_AT}[\w-]+(?:\.[\w-]+){{1,9}}")
# What stands between digits, dashes of every length among it.
_GAP = "[\\s.\u2010-\u2015-]"
# A leading 0, 0044 or +44, then digits with a space, dash, dot or bracket between them.
PHONE = re.compile(
    rf"(?<![\w£$€.,/-])(?:\(?(?:\+|00)\s?44\)?{_GAP}?(?:\(0\))?|\(?0)(?:(?:{_GAP}|[()]){{0,2}}\d){{8,10}}(?!\d)"
)
ABROAD = re.compile(
    rf"(?<![\w£$€.,/-])\+(?!\s?44)\d{{1,3}}(?:(?:{_GAP}|[()]){{0,2}}\d){{7,12}}(?!\d)"
)
EXTENSION = re.compile(
    r"\b(?:(?:ext(?:ension)?|bleep|pager)\.?\s*(?:number|no\.?)?:?\s*|x)\d{3,6}\b", re.I
)
NHS_NUMBER = re.compile(
    rf"(?:(?<![\w£$€.,-])|(?<=NHS)|(?<=no\.)|(?<=No\.))\d{{3}}{_GAP}{{0,2}}\d{{3}}{_GAP}{{0,2}}\d{{4}}(?![\w-])"
)
WORD = re.compile(r"\S+")
NHS_LABEL = re.compile(r"\bNHS\s+(?:number|no\.?)[:\s]*$", re.I)
_NAME_WORD = r"(?:[A-ZÀ-ÖØ-Þ][\w'’]*[a-zß-ÿ][\w'’]*(?:-[A-ZÀ-ÖØ-Þ][\w'’]+)?|[A-Z]\.)"

# One word behind a name on its line, and a second where the first has a capital letter.
_AFTER = re.compile(r"(?:’s|'s)?[ \t]+(?:([A-Z][\w’'-]*)[ \t]+([\w’'-]+)|([\w’'-]+))")

SENTENCES = {
    "email address": "“{text}” is an email address. Take it out.",
    "telephone number": "“{text}” looks like a telephone number. Take it out.",
    "NHS number": "“{text}” looks like an NHS number. Take it out.",
    "name": "“{text}” looks like somebody’s name. Give the job title instead.",
}


@dataclass(frozen=True)
class Find:
    """One thing found: its kind, a key of SENTENCES, and where it stands in the text."""

    kind: str
    start: int
    end: int
    text: str

    @property
    def sentence(self) -> str:
        """Return what it looks like and what to do."""
        return SENTENCES[self.kind].format(text=self.text)


def personal_data(text: str) -> tuple[Find, ...]:
    """Return what looks like personal data, in the order of the text; no two finds overlap."""
    found: list[Find] = []
    taken = bytearray(len(text))
    for find in (*_emails(text), *_nhs_numbers(text), *_phones(text), *_names(text)):
        if not any(taken[find.start : find.end]):
            taken[find.start : find.end] = b"\1" * (find.end - find.start)
            found.append(find)
    return tuple(sorted(found, key=lambda find: find.start))


def is_nhs_number(digits: str) -> bool:
    """Whether ten digits carry the right check digit: modulus 11, weights 10 to 2."""
    if len(digits) != 10 or not digits.isdecimal() or len(set(digits)) == 1:
        return False
    rest = sum(int(d) * weight for d, weight in zip(digits, range(10, 1, -1), strict=False)) % 11
    return rest != 1 and int(digits[9]) == (11 - rest) % 11


def _emails(text: str) -> Iterator[Find]:
    for match in EMAIL.finditer(text):
        yield _find("email address", match)


def _nhs_numbers(text: str) -> Iterator[Find]:
    for match in NHS_NUMBER.finditer(text):
        labelled = NHS_LABEL.search(text[max(0, match.start() - 20) : match.start()])
        if labelled or is_nhs_number(re.sub(r"\D", "", match[0])):
            yield _find("NHS number", match)


def _phones(text: str) -> Iterator[Find]:
    for pattern in (PHONE, ABROAD, EXTENSION):
        for match in pattern.finditer(text):
            yield _find("telephone number", match)


def _names(text: str) -> Iterator[Find]:
    titled, called = _patterns()
    for match in titled.finditer(text):
        if words := _up_to_a_post(match["name"]):
            end = match.start("name") + len(words)
            yield Find("name", match.start(), end, text[match.start() : end])
    for match in called.finditer(text):
        name = match["name"]
        if len(name.split()) > 1 and _up_to_a_post(name) == name:
            yield Find("name", match.start("name"), match.end("name"), name)
    for match in _pairs().finditer(text):
        if not _names_a_thing(text, match):
            name = match[0].removesuffix("’s").removesuffix("'s")
            yield Find("name", match.start(), match.start() + len(name), name)


def _names_a_thing(text: str, match: re.Match[str]) -> bool:
    """Whether a first name with a surname is part of a place, a body, a prize or a course."""
    lists = _lists()
    last = match["last"]
    before = text[max(0, match.start() - 12) : match.start()].rsplit("\n", 1)[-1].split()
    after = _AFTER.match(text, match.end())
    behind = [word.casefold() for word in after.groups() if word] if after else []
    return (
        last in lists["no_names"]
        or last.casefold() in lists["named_after"]
        or (bool(before) and before[-1] in lists["named_before"])
        or any(word in lists["named_after"] for word in behind)
    )


def _up_to_a_post(name: str) -> str:
    """The words of `name` before the first that belongs to a post, a place or a service."""
    for word in WORD.finditer(name):
        if word[0] in _lists()["no_names"]:
            return name[: word.start()].rstrip()
    return name


def _find(kind: str, match: re.Match[str]) -> Find:
    return Find(kind, match.start(), match.end(), match[0])


@cache
def _lists() -> dict[str, frozenset[str]]:
    rows = tomllib.loads(DATA.read_text(encoding="utf-8"))
    return {name: frozenset(words) for name, words in rows.items()}


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    titles = "|".join(sorted(map(re.escape, _lists()["titles"]), key=len, reverse=True))
    calls = "|".join(sorted(map(re.escape, _lists()["calls"]), key=len, reverse=True))
    name = rf"(?P<name>{_NAME_WORD}(?:[ \t]+{_NAME_WORD}){{0,3}})"
    shouted = rf"(?:{_NAME_WORD}|[A-Z]{{2,}})"
    titled = rf"(?P<name>{shouted}(?:[ \t]+{shouted}){{0,3}})"
    return (
        re.compile(rf"\b(?:{titles})\b\.?[ \t]+{titled}"),
        re.compile(rf"\b(?i:{calls})[ \t]*:?[ \t]+{name}"),
    )


@cache
def _pairs() -> re.Pattern[str]:
    firsts = "|".join(sorted(map(re.escape, _lists()["first_names"]), key=len, reverse=True))
    last = rf"(?P<last>{_NAME_WORD}|[A-Z]{{2,}}(?:-[A-Z]+)?)"
    return re.compile(
        rf"(?<![\w’'-])(?=[A-Z])(?:{firsts}|(?:{firsts.upper()})(?=[ \t]+[A-Z]{{2}}))"
        rf"(?:[ \t]+[A-Z]\.?)?[ \t]+{last}(?![\w-])"
    )
