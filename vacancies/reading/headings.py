"""Recognise the headings of job descriptions by their words, not from a list of whole headings.

A heading names a part if each of its words either belongs to that part or is neutral ("main", "of
the post"). A number, a trailing bracket and the other language beside a slash are ignored. Source
of the words: job descriptions of NHS organisations in the four nations and of universities, the 13
parts of the NHS Scotland form, and the Welsh beside the English on bilingual forms (all read in
November 2026); the choice is our own.
"""

import re
from functools import lru_cache

from vacancies.reading.criteria import names_category
from vacancies.reading.form_words import SAYS_LEVELS
from vacancies.reading.old_job import SHORT
from vacancies.reading.words import (
    listed,
    names_of_parts,
    pattern,
    starts_like_duty,
    words_of_parts,
)

LONGEST_HEADING = 110
MOST_WORDS = 12
LONGEST_OF_LABEL = 60

PERSON = ("person", "essential", "desirable")

_WORDS = words_of_parts()
_ALLOWED = {part: keys | others | listed("say_nothing") for part, (keys, others) in _WORDS.items()}
_ALL_ALLOWED = frozenset().union(*_ALLOWED.values())
_BY_NAME = names_of_parts()
# A heading with one of these is a standard statement, whatever else it says.
_OF_STATEMENTS = re.compile(
    r"\b(?:health,? (?:and )?safety|safeguarding|infection (?:prevention|control)|confidentiality|"
    r"data protection|information governance|equality|diversity|equal opportunities|"
    r"risk management|safety and security|clinical governance|prevention of infection|"
    r"gdpr|freedom of information|smoke ?free|(?:all|every) (?:staff|employees?)|"
    r"(?:wide|corporate|organisational|general|standard) statements)\b"
)
_OF_EVALUATION = re.compile(r"\bjob evaluation\b")
# Wording of standard statements, from the closing pages of NHS job descriptions.
_OF_ALL = pattern("headings.of_all")
_EMPLOYER = pattern("headings.employer")
LOOKED_AT = 2_000
_NUMBERED = re.compile(
    r"(?:(?:[Ss]ection|SECTION|[Pp]art|PART|[Aa]dran) )?(?:\(?\d{1,2}[a-z]?(?:\.\d{1,2}){0,3}"
    r"(?:[.):]|(?=\s[A-Z]|\s[–-]\s))|\(?[A-Za-z][).]|[ivxIVX]{1,4}[.)])[\s:–-]{1,4}"
)
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SLASH = re.compile(r"\s?[/|]\s?|\s[–—-]\s|\sand/or\s")
_AND = re.compile(r"\s(?:and|&)\s", re.IGNORECASE)
_WELSH = re.compile(r"\b(?:yn|i|y|ar|swydd|cyflog)\b", re.IGNORECASE)
_RUN_IN = re.compile(r"([^:–—\t]{3,60})(?::\s|\s[–—-]\s)(?=\S)")
_TAIL = re.compile(r"[(\[]")
_ASIDE = re.compile(r"\s\([^()]{1,90}\):?$")
_EITHER_LEVEL = re.compile(r"essential.{1,9}\bor\b.{1,9}desirable", re.IGNORECASE)
_OF_LEVEL = re.compile(r"the following\b.{1,60}\b(?:are|is) (essential|desirable)")
_DOCUMENT = pattern("headings.document")
OF_THE_DOCUMENT = frozenset(
    f"{of} {kind}"
    for of in ("job", "role", "post")
    for kind in ("description", "description and person specification", "profile", "details")
) | {"post particulars"}
_BEFORE = listed("before_names")
_BEHIND = listed("behind_names")
_NEEDS = listed("needs")
_BESIDE_NEEDS = listed("beside_needs")
_LEARNED = frozenset(("education", "training"))
_DUTY_NOUNS = frozenset(
    ("duties", "responsibilities", "responsibility", "accountabilities", "tasks")
)
_SMALL = frozenset(("a", "an", "and", "for", "in", "of", "on", "or", "the", "to", "with"))
_ENDS_SENTENCE = (".", ";", ",", "?", "!")


@lru_cache(maxsize=4096)
def section_of(text: str) -> str:
    """Return the part that a heading or label opens, or "" if it names none.

    A part is a field of OldJob; "person", "essential" or "desirable" of the person specification; a
    factor ("F13" to "F16") or "effort"; "statement"; or "other" for known headings that the portal
    has no place for.
    """
    if len(text) > LONGEST_HEADING or _EITHER_LEVEL.search(text) or SAYS_LEVELS.match(text):
        return ""
    name = _TAIL.split(text.replace("’", "'"), maxsplit=1)[0] if text[:1] not in "([" else text
    if number := _NUMBERED.match(name):
        name = name[number.end() :]
    opened, sides = _part_named(name), _SLASH.split(name)
    if opened:
        return opened
    if len(sides) == 1:
        both = [_part_named(part) for part in _AND.split(name)]
        return "title" if both[0] == "title" and both[1:] and both[1] in SHORT else ""
    either = [_part_named(part) for part in sides]
    named = [part for part in either if part]
    # Of two languages English counts: its words for who is above a post are two, the Welsh is one.
    in_english = [p for p, side in zip(either, sides, strict=True) if p and not _WELSH.search(side)]
    if not named or len(named) * 2 < len(either):
        return ""
    others = [part for part, opened in zip(sides, either, strict=True) if not opened]
    level = named[0] in ("essential", "desirable")
    return "" if level and not all(map(names_category, others)) else (in_english or named)[0]


def says_more(text: str) -> bool:
    """Whether a known heading has words beyond its name, such as a bracket."""
    name = text.replace("’", "'")
    if number := _NUMBERED.match(name):
        name = name[number.end() :]
    if _TAIL.search(name):
        return True
    return not (_part_named(name) or all(map(_part_named, _SLASH.split(name))))


def _part_named(name: str) -> str:
    """Return the part that a name says; for one of needs of one level, that level."""
    words = [word.casefold() for word in _WORD.findall(name.replace("&", " and "))]
    words = ["have" if word == "had" else word for word in words]
    if not words or len(words) > MOST_WORDS:
        return ""
    plain = " ".join(words)
    if named := _named_of_post(words):
        return named
    if said := _OF_LEVEL.fullmatch(plain):
        return said[1]
    document = _DOCUMENT.search(plain)
    if document and document["person"] and document.start() and is_titled(name):
        return "person"
    if len(words) <= 8 and _OF_STATEMENTS.search(plain):
        return "" if starts_like_duty(plain) and words[0] != "safeguarding" else "statement"
    if _OF_EVALUATION.search(plain):
        return "other"
    if not _ALL_ALLOWED.issuperset(words):
        return ""
    part = next((part for part in _WORDS if _says_only(words, part)), "")
    levels = {"essential", "desirable"}.intersection(words if part == "person" else ())
    return levels.pop() if len(levels) == 1 else part


def _named_of_post(words: list[str]) -> str:
    """Return the part of a whole name, ignoring such words as "this post" or "needed" around it."""
    first, last = 0, len(words)
    while last - first > 0:
        if named := _BY_NAME.get(" ".join(words[first:last])):
            return named
        if words[first] in _BEFORE:
            first += 1
        elif words[last - 1] in _BEHIND:
            last -= 1
        else:
            break
    return "person" if _needs_in(words) > 1 else ""


def _needs_in(words: list[str]) -> int:
    """Return how many things that people bring a name holds, if these are all it holds."""
    needs = _NEEDS.intersection(words)
    whole = needs - _LEARNED and (_NEEDS | _BESIDE_NEEDS).issuperset(words)
    return len(needs) if whole else 0


def names_needs(text: str) -> bool:
    """Whether a heading is one of what people bring, such as "Qualifications" or "Skills"."""
    return _needs_in([word.casefold() for word in _WORD.findall(text)]) > 0


def _says_only(words: list[str], part: str) -> bool:
    return not _WORDS[part][0].isdisjoint(words) and _ALLOWED[part].issuperset(words)


def speaks_of_duties(text: str) -> bool:
    """Whether a heading contains a noun for duties, as in "Teaching responsibilities"."""
    words = {word.casefold() for word in _WORD.findall(text)}
    return not _DUTY_NOUNS.isdisjoint(words)


def could_be_heading(text: str) -> bool:
    """Whether the length and ending of a line allow it to be a heading."""
    number = _NUMBERED.match(text)
    return (
        any(map(str.isalpha, text))
        and "\n" not in text
        and len(text) <= LONGEST_HEADING
        and words_in(_ASIDE.sub("", text)) <= MOST_WORDS
        and not text.endswith(_ENDS_SENTENCE)
        and ": " not in text[number.end() if number else 0 :]
    )


def words_in(text: str) -> int:
    """Return the number of words of a heading: of one in two languages, those of the longer."""
    sides = [len(side.split()) for side in text.split("/")]
    return max(sides) if max(sides) <= 2 * min(sides) + 1 else sum(sides)


def is_titled(text: str) -> bool:
    """Whether the words of a line begin with capitals, except such as "of" and "the"."""
    words = [word for word in _WORD.findall(text) if word.casefold() not in _SMALL]
    return all(word[:1].isupper() for word in words)


def shouts(text: str) -> bool:
    """Whether a line is written entirely in capitals."""
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 3 and all(letter.isupper() for letter in letters)


def names_employer(text: str) -> bool:
    """Whether a heading is the name of an organisation, such as "Northfield NHS Trust"."""
    return bool(_EMPLOYER.search(text))


def is_statement(text: str) -> bool:
    """Whether a paragraph reads like a standard statement."""
    return bool(_OF_ALL.search(text[:LOOKED_AT]))


def run_in(text: str) -> tuple[str, str]:
    """Return a short name and the text after its colon or dash, or ("", "")."""
    match = _RUN_IN.match(text)
    return (match[1].strip(), text[match.end() :].strip()) if match else ("", "")


MOST_WORDS_OF_A_TITLE = 9
_TITLE = re.compile(
    rf"(?!.{{0,60}}\bdescription\b)[^|:.?!;\n]{{0,60}}?\b(?:(?:{'|'.join(sorted(listed('jobs')))})s?"
    r"|(?:head|team leader) of)\b[^|:.?!;\n]{0,60}",
    re.IGNORECASE,
)


def is_title(line: str) -> bool:
    """Whether a line may be the title of a post, such as "Head of Library Services"."""
    return bool(_TITLE.fullmatch(line)) and len(line.split()) <= MOST_WORDS_OF_A_TITLE


def title_in(line: str) -> str:
    """Return the title in a line that may also name the document or, behind a bar, the employer."""
    title = _DOCUMENT.sub("", line.split(" | ")[0]).strip(" –—:-")
    named = not title[:1].islower() and all(map(is_title, title.split(": ")))
    return title if named else ""
