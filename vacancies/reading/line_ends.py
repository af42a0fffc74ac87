"""Breaks a paste in which a page lost its line ends: one long line of labels, headings and duties.

Only what can be seen is broken: before a known label with a colon, around a known heading, and
after a lead-in to duties. A label directly before another has lost its value and is left.
"""

import re
from collections.abc import Iterator
from itertools import chain, pairwise, takewhile

from vacancies.reading.headings import section_of
from vacancies.reading.old_job import SHORT
from vacancies.reading.words import begins_task, sentences_of, starts_like_duty

SHORTEST, LONGEST = 400, 40_000
"""Characters of a line that may be a flattened page."""
FEWEST_NAMED, FEWEST_LISTED, MOST_WORDS_OF_A_NAME = 3, 3, 5
"""Labels and headings in such a line, of which those in capitals count twice, and duties in it."""
_LABEL = re.compile(
    r"(?<![\w/])([A-Z][\w/&'’-]{0,20}(?: [\w/&'’-]{1,20}){0,5}(?: ?\([^():]{1,30}\))?):(?= |$)"
)
_SHOUTED = re.compile(r"(?<![\w/])[A-Z]{3,20}(?:(?: & | / |/| |-|, )[A-Z&]{2,20}){0,7}(?![\w:])")
_TITLED = re.compile(
    r"(?<![\w/])(?<!and )(?:Job|Main|Key|Core|Principal|Role|Overall|Person|Specific)"
    r"(?: (?:[Aa]nd|[Mm]ain|[Kk]ey|of|the|&))?"
    r" ?(?:[Dd]uties|[Rr]esponsibilities|[Aa]ccountabilities|[Pp]urpose|[Ss]ummary|[Tt]asks"
    r"|[Ss]pecification|[Rr]esults? [Aa]reas)"
    r"(?:(?:/| and | & )[A-Z]?[\w]{3,20}(?: [A-Z][\w]{3,20})?)?(?: \([^()]{1,60}\))?"
    r"(?P<shares> % [Tt]ime)?(?=(?: [A-Z%(\d•]|$))"
)
_LONE_LETTERS = re.compile(r"(?:\([a-z]\) ){2,20}|\([a-z]\) (?=[A-Z])")
"""Letters that stand apart from the items they numbered, or before one."""
_ONLY_LETTERS = re.compile(r"\([a-z]\)(?: \([a-z]\)){0,20}")
_GROUP = re.compile(r"([A-Z][a-z]{3,20}(?: (?:and|&) [A-Za-z][a-z]{3,20})?) (?=To [a-z]{2,15} )")
_LEADS = re.compile(r"\b(?:following (?:tasks|duties|responsibilities)|will|to): (?=[A-Z])")


def with_breaks(line: str) -> list[str]:
    """Return the lines that a long line was made of, or the line itself."""
    if not SHORTEST < len(line) <= LONGEST or "\t" in line:
        return [line]
    labels, headings = [*_labels(line)], [*_headings(line)]
    breaks = {0, len(line), *_heading_before_duties(line)}
    shouted = sum(line[start:end].isupper() for start, end in headings)
    if len(labels) + len(headings) + shouted >= FEWEST_NAMED:
        breaks.update(labels, *headings)
        breaks.update(*(letters.span() for letters in _LONE_LETTERS.finditer(line)))
    if led := _LEADS.search(line):
        tasks = [*takewhile(starts_like_duty, sentences_of(line[led.end() :]))]
        if len(tasks) >= FEWEST_LISTED:
            breaks.update((led.end(), line.index(tasks[-1], led.end()) + len(tasks[-1])))
    pieces = [line[start:end].strip() for start, end in pairwise(sorted(breaks))]
    return [*chain.from_iterable(map(_apart, filter(None, pieces)))] if pieces[1:] else pieces


def _heading_before_duties(line: str) -> set[int]:
    """Return where a heading of duties and those below it begin, at the start of a sentence."""
    sentences = sentences_of(line)
    at = 0
    for number, sentence in enumerate(sentences):
        at = line.index(sentence, at)
        words = sentence.split(" ", MOST_WORDS_OF_A_NAME)[:MOST_WORDS_OF_A_NAME]
        named = (" ".join(words[:many]) for many in range(len(words) - 1, 0, -1))
        name = next((one for one in named if section_of(one) == "duties"), "")
        below = [sentence[len(name) :].strip(), *sentences[number + 1 : number + FEWEST_LISTED]]
        if name and len(below) == FEWEST_LISTED and all(map(begins_task, below)):
            return {at, at + len(name)}
    return set()


def _apart(piece: str) -> Iterator[str]:
    """Yield a piece, after the name of the group before its first duty, but no letters alone."""
    group = _GROUP.match(piece)
    if group:
        yield group[1]
    if not _ONLY_LETTERS.fullmatch(piece):
        yield piece[group.end() :] if group else piece


def _labels(line: str) -> Iterator[int]:
    """Yield where each known label with a value begins."""
    spans = []
    for label in _LABEL.finditer(line):
        words = label[1].split(" ")
        tails = (" ".join(words[at:]) for at in range(len(words)))
        named = next((one for one in tails if one[:1].isupper() and section_of(one)), "")
        spans.append((label.end() - 1 - len(named), label.end(), bool(named)))
    empty = {at + n for at, (a, b) in enumerate(pairwise(spans)) if b[0] - a[1] < 2 for n in (0, 1)}
    yield from (start for at, (start, _, named) in enumerate(spans) if named and at not in empty)


def _headings(line: str) -> Iterator[tuple[int, int]]:
    """Yield where each known heading begins and ends, and the name of a column of shares behind."""
    for heading in chain(_SHOUTED.finditer(line), _TITLED.finditer(line)):
        shares = heading.groupdict().get("shares") or ""
        if section_of(heading[0].removesuffix(shares)) not in ("", *SHORT):
            yield heading.start(), heading.end() - len(shares)
            yield heading.end() - len(shares), heading.end()
