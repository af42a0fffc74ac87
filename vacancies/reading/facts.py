"""Facts on one line or in two columns, such as "Job title: Librarian" or "Band | 5"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from vacancies.reading.headings import LONGEST_OF_LABEL, is_title, section_of
from vacancies.reading.old_job import LONG, SHORT
from vacancies.reading.words import pattern, sentences_of

EFFORT = ("F13", "F14", "F15", "F16")
FACTS = (*SHORT, *LONG, *EFFORT)
_PAIR = re.compile(r"([^:\t\n]{2,110}?)(?::|\t|\s[–—-]\s)\s{0,9}(\S.*)", re.DOTALL)
_BAND = pattern("facts.band")
_LABEL = re.compile(r"\b([A-Z][\w/]{1,20}(?: [\w/]{1,20}){0,7})(?:\(s\))?:(?:\s|(?=[A-Z]))")
_WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine")
_ROMAN = ("ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
NUMERALS = {word: str(n) for words in (_WORDS, _ROMAN) for n, word in enumerate(words, 2)}
_NUMERAL = re.compile(rf"(\bband:?\s|^)({'|'.join(NUMERALS)})\b", re.IGNORECASE)
_ALONE = re.compile(
    r"(?:(?:(?:nhs )?afc|agenda for change|nhs|pay|salary)[,:]? )?"
    r"(?:band(?:ing)?|grade: band)[ :–-]{1,3}"
    rf"(?:[2-9]|{'|'.join(NUMERALS)})(?:[ –-]{{0,3}}\(?(?:range )?[a-d]\)?)?"
    r"(?: \([^)]{1,60}\))?",
    re.IGNORECASE,
)
_BAND_IN_PASSING = re.compile(
    r"(?:\b(?:for|as|recruit|appoint|seek|seeking) an?(?: [\w-]{1,15}){0,4} |\bthis |^)"
    r"(band [2-9](?:[a-d]\b)?)(?! staff)",
    re.IGNORECASE | re.MULTILINE,
)
_RANGE = re.compile(r"\b(8)(?:\s?[–-]\s?|\s)?\(?(?:range\s)?([a-d])\b\)?", re.IGNORECASE)
_BARE_BAND = re.compile(r"([2-9])\s{0,9}([a-d])?(?:\s\([^)\d]{1,60}\))?", re.IGNORECASE)
_HOURS = pattern("facts.hours")
_FRACTIONS = {",5 ": ".5 ", " 1/2": ".5", "½": ".5", "¼": ".25", "¾": ".75"}
_MINUTES = pattern("facts.minutes")
_CLOCK = r"\d{1,2}(?:[.:,]\d{1,2})?\s?(?:[ap]m)?"
_NO_WEEK = re.compile(
    rf"\b{_CLOCK}\s{{0,2}}(?:[–—-]|to\b|and\b|or\b|till\b|until\b)\s{{0,2}}{_CLOCK}(?![\w.])|"
    r"\b[\d.]{1,5}\s?(?:hours?|hrs?|h)\s?(?:an?|per|each|/)\s?(?:day|shift|month|year|annum)\b|"
    r"\bfull[ -]time (?:is|=|being) [\d.]{1,5}|\b(?:up to|a maximum of) [\d.]{1,5}(?= ?hours)",
    re.IGNORECASE,
)
"""Ranges of times or hours, hours a day, shift, month or year, of full time and at most."""
_FROM_TO = re.compile(r"\b\d\d(?:\.\d{1,2})?\s?[–—-]\s?\d\d(?:\.\d{1,2})? ?(?:hours|hrs)\b")
_SAID_WITH_HOURS = pattern("facts.said_with_hours")
MOST_HOURS = 48
_UNIVERSITY = pattern("facts.university")
_NHS = pattern("facts.nhs")

MOST_WORDS_OF_A_FACT = 10
_IN_BRACKETS = re.compile(r"\([^()]{1,90}\)")
_BARS = re.compile(r"\s{0,3}[|•·;]\s{1,3}|\s{1,3}[–—]\s{1,3}")
_REPORTS = pattern("facts.reports")
_TELLS = pattern("facts.tells")
_BASED = pattern("facts.based")
_SENTENCE = re.compile(r"(?<=\.)\s{1,3}(?=[A-Z])")
_STATED = {
    "contract": re.compile(
        r"(?:this|it|the (?:post|job|role)) is (?:an? )?(permanent|fixed[- ]term|temporary)\b"
        r"(?: post| job| role)?",
        re.IGNORECASE,
    ),
    "place": re.compile(r"your (?:place of work|base) is (\S[^.;]{2,90})", re.IGNORECASE),
    "reports_to": _REPORTS,
}
_OF_POST = re.compile(
    r"(?:this|it|the post) is (?:an? .{0,99}?\b(?:post|job|role|position)\b|for [\d.]{1,5} hours)",
    re.I,
)
"""As in "This is a full-time (30 hours), fixed-term post for a year in Band 5, based at Ely"."""
_CONTRACT_OF_POST = re.compile(
    r"(?:permanent|fixed[- ]term|temporary)\b"
    r"(?:(?: (?:post|job|role|position|contract))? for [\w ]{3,20}?(?:months?|years?))?",
    re.IGNORECASE,
)
_PLACE_OF_POST = re.compile(r"\bbased (?:at|in) (?:the )?([A-Z][^.;:]{2,90})")
_WEEK_IN_PASSING = pattern("facts.week_in_passing")
_CONTRACT_IN_PASSING = pattern("facts.contract_in_passing")
_NO_ADDRESS = pattern("facts.no_address")
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b")


def address_in(lines: Sequence[str]) -> int:
    """Return how many of the lines below a place continue its address, up to a postcode or fact."""
    for at, line in enumerate(lines):
        if at and fact_of(line)[0]:
            return at
        stops = fact_of(line)[0] or section_of(line) or _NO_ADDRESS.search(line)
        if stops or len(line.split()) > 6 or line[-1:] in ".:":
            return 0
        if _POSTCODE.search(line):
            return at + 1
    return 0


def is_of_university(text: str) -> bool:
    """Whether a document opens like a university's, whose grades are not NHS bands."""
    university = _UNIVERSITY.search(text)
    return university is not None and not _NHS.search(text, 0, university.start())


def names_bands(text: str) -> bool:
    """Whether a text about pay mentions bands, not only grades."""
    return bool(re.search(r"\bband|\bafc\b|agenda for change", text, re.IGNORECASE))


def fact_of(line: str) -> tuple[str, str]:
    """Return (part, value) of a line such as "Reports to: Library manager", or ("", "")."""
    stripped = line.strip()
    if _ALONE.fullmatch(stripped):
        return "band", stripped
    match = _PAIR.fullmatch(stripped)
    if not match or len(match[1]) > LONGEST_OF_LABEL * 2:
        return "", ""
    part = section_of(match[1])
    return (part, match[2].strip()) if part in FACTS else ("", "")


def fact_without_colon(line: str) -> tuple[str, str]:
    """Return (part, value) of a line such as "Reports to Library Manager", or ("", "")."""
    words = line.split()
    if section_of(line):
        return "", ""
    for many in range(min(4, len(words) - 1), 0, -1):
        label, value = words[:many], words[many:]
        if value[0][0].islower() or not all(map(str.isalpha, label)):
            continue
        part = section_of(" ".join(label))
        if (part == "title" and many == 1) or (part == "department" and is_title(value[0])):
            break
        is_short = len(_IN_BRACKETS.sub("", " ".join(value)).split()) <= MOST_WORDS_OF_A_FACT
        if part in SHORT and is_short:
            return part, " ".join(value)
    return "", ""


def facts_in_passing(line: str) -> Iterator[tuple[str, str]]:
    """Yield (part, value) of each piece of a line such as "Band 5 | 30 hours a week, permanent".

    The part is "" for a piece that is not a fact.
    """
    said = [*map(_stated_in, _SENTENCE.split(line))]
    if any(said):
        yield from (fact for facts in said for fact in facts)
        if not all(said):
            yield "", line
        return
    for piece in [line] if _FROM_TO.search(line) else _BARS.split(line):
        if based := _BASED.fullmatch(piece):
            yield "place", based[1]
            if based[2]:
                yield "", based[2]
            continue
        for short in piece.split(", "):
            named = (
                ("band", _ALONE),
                ("hours", _WEEK_IN_PASSING),
                ("contract", _CONTRACT_IN_PASSING),
            )
            yield next((part for part, is_in in named if is_in.fullmatch(short)), ""), short
            if "time" in short.casefold():
                yield "", short


def _stated_in(sentence: str) -> list[tuple[str, str]]:
    """Return the facts with which a sentence begins, and "" for what it says behind them."""
    if _OF_POST.match(sentence):
        hours, contract = hours_of(sentence), _CONTRACT_OF_POST.search(sentence)
        place = _PLACE_OF_POST.search(sentence)
        facts = [("band", f"Band {band_of(sentence)}")] if band_of(sentence) else []
        facts += [("hours", f"{hours:g} hours")] if hours else []
        facts += [("contract", contract[0])] if contract else []
        facts += [("reports_to", manager[1])] if (manager := _REPORTS.search(sentence)) else []
        return [*facts, *([("place", place[1])] if place else []), ("", sentence)]
    for part, words in _STATED.items():
        if said := words.match(sentence):
            above = [("accountable_to", said[2])] if said.lastindex == 2 else []
            more = [("", sentence)] if sentence[said.end() :].strip(". ") else []
            return [(part, said[1]), *above, *more]
    return []


def tells_of_post(line: str) -> bool:
    """Whether a line such as "The library is open to all. You report to …" contains no duty."""
    return all(_REPORTS.match(one) or _TELLS.match(one) for one in sentences_of(line))


def several_facts(line: str) -> list[tuple[str, str, str]]:
    """Return (part, value, words) of each fact of a line such as "Base: Ely. Hours: 30", or [].

    The part is "" for a sentence behind a fact.
    """
    begins = []
    for label in _LABEL.finditer(line[: LONGEST_OF_LABEL * 5]) if line.count(":") > 1 else ():
        words = label[1].split()
        tails = (" ".join(words[at:]) for at in range(len(words)))
        named = (one for one in tails if one[0].isalpha() and section_of(one) in SHORT)
        if tail := next(named, ""):
            begins.append(label.end(1) - len(tail))
    if len(begins) < 2 or begins[0]:
        return []
    pieces = [line[a:b].rstrip(" .;|,–-") for a, b in pairwise([*begins, len(line)])]
    sentences = [_SENTENCE.split(piece) for piece in pieces]
    facts = [(*fact_of(first), first) for first in (said[0].rstrip(".") for said in sentences)]
    left = [("", "", more) for said in sentences for more in said[1:]]
    parts = [part for part, *_ in facts if part in SHORT]
    once = [part for part in parts if part != "department"]  # which may be above another
    return [*facts, *left] if len(parts) == len(facts) and len(set(once)) == len(once) else []


def band_of(text: str) -> str:
    """Return the band that a text names, such as "5" or "8a"; "" if it names none or several."""
    text = _NUMERAL.sub(lambda band: band[1] + NUMERALS[band[2].casefold()], text.strip())
    text = _RANGE.sub(r"\1\2", text)
    bands = {(digit, f"{a}{b}{more}".lower()) for digit, a, b, more in _BAND.findall(text)}
    if not bands and (bare := _BARE_BAND.fullmatch(text.strip())):
        bands = {(bare[1], (bare[2] or "").lower())}
    if len(bands) != 1:
        return ""
    digit, letter = bands.pop()
    return f"{digit}{letter}" if letter in (tuple("abcd") if digit == "8" else ("",)) else ""


def band_in_passing(text: str) -> str:
    """Return the band of the post that a text is about, as in "for a Band 4 secretary", or ""."""
    bands = {band_of(said[1]) for said in _BAND_IN_PASSING.finditer(text)}
    return bands.pop() if len(bands) == 1 else ""


def hours_of(text: str) -> float | None:
    """Return the weekly hours that a text gives, None if it gives none or several."""
    for fraction, decimal in _FRACTIONS.items():
        text = text.replace(fraction, decimal)
    text = _NO_WEEK.sub(" ", text)
    text = _MINUTES.sub(lambda hours: str(int(hours[1]) + int(hours[2]) / 60), text)
    hours = {float(number) for number in _HOURS.findall(text)}
    hours = {number for number in hours if 1 <= number <= MOST_HOURS}
    return hours.pop() if len(hours) == 1 else None


def says_more_than_hours(text: str) -> bool:
    """Whether a text about hours says more than their number."""
    words = re.split(r"[\s,;()/:–—-]+", text)
    numbers = {float(number) for number in re.findall(r"\d{1,2}(?:\.\d{1,2})?", text)}
    return len(numbers - {1.0}) > 1 or not all(
        _SAID_WITH_HOURS.fullmatch(word) for word in words if word
    )
