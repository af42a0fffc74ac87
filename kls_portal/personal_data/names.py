"""Personal names. Pure.

Names have no format of their own. Those found follow a title or words such as "contact", pair a
common UK first name with a surname, or have initials before a surname. Others are missed, so
people still have to read the text.
"""

import re
from collections.abc import Iterator
from functools import cache

from kls_portal.personal_data.find import ANY_SPACES, SPACES, Find, lists, one_of, whole

_NAME_WORD = r"(?:[A-ZÀ-ÖØ-Þ][\w'’]{0,40}[a-zß-ÿ][\w'’]{0,40}(?:-[A-ZÀ-ÖØ-Þ][\w'’]{1,40})?|[A-Z]\.)"
_SHOUTED = rf"(?:{_NAME_WORD}|[A-Z]['’][A-Z]{{2,40}}|[A-Z]{{2,40}}(?:-[A-Z]{{1,40}})?)"
_OF = rf"(?:(?:de|da|dos|du|la|van|von|der|den|al|el|bin|ap){SPACES})"
_DOTTED = r"(?:[A-Z]\.[ \t]?)"
# What may follow a title: "Mrs Pemberton", "DR PATEL", "Prof J.K. de Souza".
_TITLED = (
    rf"(?:{_DOTTED}|[A-Z]{{1,3}}{SPACES}|{_OF}){{0,3}}{_SHOUTED}(?:{SPACES}{_OF}?{_SHOUTED}){{0,3}}"
)
# A name without a title, which may contain bare initials: "Jane Smith", "J K Smith".
_PLAIN = (
    rf"(?:{_DOTTED}|[A-Z]{SPACES}|{_OF}){{0,3}}{_NAME_WORD}(?:{SPACES}{_OF}?{_NAME_WORD}){{0,3}}"
)
_IN_CAPITALS = rf"[A-Z]{{3,40}}(?:{SPACES}[A-Z]['’]?[A-Z]{{2,40}}(?:-[A-Z]{{1,40}})?){{1,2}}"

WORD = re.compile(r"\S+")
# One word after a name on its line, and a second if the first is capitalised.
_AFTER = re.compile(
    rf"(?:’s|'s)?{SPACES}(?:([A-Z][\w’'-]{{0,40}}){SPACES}([\w’'-]{{1,40}})|([\w’'-]{{1,40}}))"
)
# A part of a text that names posts, from its first capital letter.
_PART = re.compile(
    rf"(?:^|[][,;:/()\n–—&]|[ \t]-[ \t]|\b(?:and|or)\b){ANY_SPACES}(?:[a-z][\w’'-]{{0,40}}{SPACES})"
    rf"{{0,5}}(?P<name>{_PLAIN}|{_IN_CAPITALS})(?![\w’'-])"
)
_INITIALS = re.compile(
    rf"(?<![\w.&/’'@-])(?P<initials>{_DOTTED}{{1,3}}|[B-HJ-Z] (?:[A-Z] )?)"
    r"(?P<last>[A-Z](?:['’][A-Z])?[a-zß-ÿ][\w’'-]{1,40})"
)
_DEGREES = {"BA", "MA", "PS", "NB", "UK", "US", "EU", "AM", "PM", "QA"}
SURE = {"mr", "mrs", "mx"}
"""Titles that are followed only by a name."""


def names(text: str) -> Iterator[Find]:
    """Yield what looks like a person's name, the surest first."""
    yield from _with_title(text)
    for match in _patterns()["called"].finditer(text):
        name = match["name"]
        if len(name.split()) > 1 and _up_to_a_post(name) == name:
            yield _name_find(match, "name")
    for match in _patterns()["pairs"].finditer(text):
        if not _names_a_thing(text, match):
            name = match[0].removesuffix("’s").removesuffix("'s")
            yield Find("name", match.start(), match.start() + len(name), name)
    for match in _patterns()["reversed"].finditer(text):
        if not _is_no_name(match["last"]):
            yield whole("name", match)
    for match in _INITIALS.finditer(text):
        if _are_of_a_name(text, match):
            yield whole("name", match)


def names_alone(text: str) -> Iterator[Find]:
    """Yield first names that stand alone: “Sarah prefers paper”."""
    for match in _patterns()["firsts"].finditer(text):
        if not _names_a_thing(text, match):
            yield _name_find(match, "last")


def names_among_posts(text: str) -> Iterator[Find]:
    """Yield names in a text that should name posts, where two capitalised words are a name."""
    for match in _PART.finditer(text):
        words = [_singular(word.strip(".")) for word in match["name"].split()]
        if len(words) > 1 and max(map(len, words)) > 2 and not _of_posts() & set(words):
            yield _name_find(match, "name")


def _with_title(text: str) -> Iterator[Find]:
    for match in _patterns()["titled"].finditer(text):
        title, name = match["title"], match["name"]
        if title == "MS" and not name.isupper():
            continue
        if words := _up_to_a_post(name, is_sure=title.casefold() in SURE):
            end = match.start("name") + len(words)
            yield Find("name", match.start(), end, text[match.start() : end])
    for match in _patterns()["whispered"].finditer(text):
        if match["name"].casefold() not in lists()["not_after_titles"]:
            yield whole("name", match)


def _are_of_a_name(text: str, match: re.Match[str]) -> bool:
    """Whether initials and the next word are a name, not “Appendix B Duties” or “a. Duties”."""
    letters = re.sub(r"[^A-Z]", "", match["initials"])
    line = text[max(0, match.start() - 40) : match.start()].rpartition("\n")[2]
    before = line.split()
    if letters in _DEGREES or _is_no_name(match["last"]):
        return False
    if match["last"].casefold() in lists()["named_after"] | lists()["not_after_initials"]:
        return False
    if not before:
        return "." not in match["initials"] or len(letters) > 1 or letters > "I"
    return before[-1].strip("(“").casefold() not in lists()["lettered"]


def _names_a_thing(text: str, match: re.Match[str]) -> bool:
    """Whether a first name with a surname is part of a place, a body, a prize or a course."""
    last = match["last"]
    before = text[max(0, match.start() - 12) : match.start()].rsplit("\n", 1)[-1].split()
    after = _AFTER.match(text, match.end())
    behind = [word.casefold() for word in after.groups() if word] if after else []
    return (
        last in lists()["no_names"]
        or last.casefold() in lists()["named_after"]
        or (bool(before) and before[-1] in lists()["named_before"])
        or any(word in lists()["named_after"] for word in behind)
    )


def _up_to_a_post(name: str, *, is_sure: bool = False) -> str:
    """Return the words of `name` before the first that belongs to a post, a place or a service.

    "" if only initials are left. is_sure: the first word always belongs to the name.
    """
    for number, word in enumerate(WORD.finditer(name)):
        if _is_no_name(word[0]) and not (is_sure and number == 0):
            name = name[: word.start()].rstrip()
            break
    return name if re.search(r"[^\W\d_]{2}|^[A-Z]\.$", name) else ""


def _is_no_name(word: str) -> bool:
    plain = word.capitalize() if word.isupper() and len(word) > 1 else word
    no_names = lists()["no_names"]
    return word in no_names or plain in no_names or plain.casefold() in lists()["not_after_titles"]


def _singular(word: str) -> str:
    return word.casefold().removesuffix("s")


@cache
def _of_posts() -> frozenset[str]:
    of_posts = lists()["posts"] | lists()["no_names"] | lists()["named_after"]
    return frozenset(map(_singular, of_posts))


def _name_find(match: re.Match[str], group: str) -> Find:
    return Find("name", match.start(group), match.end(group), match[group])


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    titles, firsts = lists()["titles"], one_of(lists()["first_names"])
    written = one_of(titles | {title.upper() for title in titles} | {"mr", "mrs", "dr", "prof"})
    last = rf"(?P<last>{_SHOUTED}|[A-Z](?![\w&’'.-]))"
    in_capitals = rf"(?={SPACES}[A-Z](?:['’]?[A-Z]|\.?{SPACES}[A-Z]{{2}}))"
    patterns = {
        "titled": rf"\b(?P<title>{written})\b(?:\.{ANY_SPACES}|{SPACES}"
        rf"|{ANY_SPACES}\n{ANY_SPACES})(?P<name>{_TITLED})",
        "whispered": rf"\b(?:[Mm]rs?|[Dd]r|[Mm]x)\b\.?{SPACES}(?P<name>[a-z][\w’'-]{{2,40}})",
        "called": rf"\b(?i:{one_of(lists()['calls'])})(?:{ANY_SPACES}:)?{SPACES}(?P<name>{_PLAIN})",
        "pairs": rf"(?<![\w’'-])(?=[A-Z])(?:{firsts}|(?:{firsts.upper()}){in_capitals})"
        rf"(?:-[A-Z][a-z]{{1,40}})?(?:{SPACES}(?:[A-Z]\.?|{firsts}|{firsts.upper()}))?{SPACES}{last}"
        r"(?![\w-])",
        "reversed": rf"(?<![\w’'-])(?P<last>[A-Z][\w’'-]{{1,40}}),{SPACES}(?:{firsts})(?![\w’'-]"
        rf"|{SPACES}[A-Z][a-z])",
        "firsts": rf"(?<![\w’'-])(?P<last>{firsts})(?![\w-])",
    }
    return {name: re.compile(pattern) for name, pattern in patterns.items()}
