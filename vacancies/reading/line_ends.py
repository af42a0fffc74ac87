"""Breaks a paste in which a page lost its line ends: one long line of labels, headings and duties.

Only what can be seen is broken: before a known label with a colon, around a known heading, and
after a lead-in to duties. A label directly before another has lost its value and is left.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise, takewhile

from vacancies.reading.criteria import names_category
from vacancies.reading.form_words import SIDE_BY_SIDE
from vacancies.reading.headings import says_more, section_of
from vacancies.reading.old_job import SHORT
from vacancies.reading.words import begins_task, listed, sentences_of, starts_like_duty

SHORTEST, LONGEST = 400, 40_000
"""Characters of a line that may be a flattened page."""
FEWEST_NAMED, FEWEST_LISTED, MOST_WORDS_OF_A_NAME = 3, 3, 5
"""Labels and headings in such a line, of which those in capitals count twice, and duties in it."""
_LABEL = re.compile(
    r"(?<![\w/])([A-Z][\w/&'’-]{0,20}(?: [\w/&'’-]{1,20}){0,5}(?: ?\([^():]{1,30}\))?):"
    r"(?=[ A-Z£\d]|$)"
)
_SHOUTED = re.compile(r"(?<![\w/])[A-Z]{3,20}(?:(?: & | / |/| |-|, )[A-Z&]{2,20}){0,7}(?![\w:])")
_NUMBERED = re.compile(
    r"(?<=[\w.;)] )(\d{1,2}\. [A-Z]{3,20}(?: (?:[A-Z]{2,20}|&)){0,6})(?= [A-Z(\d][a-z]?)"
)
"""A heading in capitals with a number, whatever it says."""
_TITLED = re.compile(
    r"(?<![\w/])(?<!and )(?:Job|Main|Key|Core|Principal|Role|Overall|Person|Specific)"
    r"(?: (?:[Aa]nd|[Mm]ain|[Kk]ey|of|the|&))?"
    r" ?(?:[Dd]uties|[Rr]esponsibilities|[Aa]ccountabilities|[Pp]urpose|[Ss]ummary|[Tt]asks"
    r"|[Ss]pecification|[Rr]esults? [Aa]reas)(?: of (?:the )?(?:job|role|post))?"
    r"(?:(?:/| and | & )[A-Z]?[\w]{3,20}(?: [A-Z][\w]{3,20})?)?(?: \([^()]{1,60}\))?"
    r"(?P<shares> % [Tt]ime)?(?=(?: [A-Z%(\d•]|$))"
)
_LONE_LETTERS = re.compile(r"(?:\([a-z]\) ){2,20}|\([a-z]\) (?=[A-Z])")
"""Letters that stand apart from the items they numbered, or before one."""
_ONLY_LETTERS = re.compile(r"\([a-z]\)(?: \([a-z]\)){0,20}")
_GROUP = re.compile(r"([A-Z][a-z]{3,20}(?: (?:and|&) [A-Za-z][a-z]{3,20})?) (?=To [a-z]{2,15} )")
_CRITERION = re.compile(
    rf"(?<=[a-z)\]] )(?=(?:{'|'.join(sorted(map(str.capitalize, listed('open_criteria'))))}"
    r"|To be|The ability|A) [a-z])"
)
"""Where a criterion begins behind another, as in a list without marks."""
_COUNTED = re.compile(r" (?:% [Tt]ime )?1[.)]? [A-Z].{10,600}[ .]2[.)]? [A-Z]")
"""What stands behind a heading of numbered duties."""
_FIRST_LABEL = re.compile(r"(?<!\w)(?:Job|Post) [Tt]itle(?= [A-Z])")
FURTHEST, FEWEST_LABELS, MOST_WORDS_OF_A_LABEL = 1_000, 3, 4
"""Characters behind the label of the title in which others stand without colons, and how many."""
_LEADS = re.compile(r"\b(?:following (?:tasks|duties|responsibilities)|will|to): (?=[A-Z])")


def with_breaks(line: str) -> list[str]:
    """Return the lines that a long line was made of, or the line itself."""
    if not SHORTEST < len(line) <= LONGEST or "\t" in line:
        return [line]
    line = _with_colons(line)
    labels, headings = [*_labels(line)], [*_headings(line)]
    breaks = {0, len(line), *_heading_before_duties(line)}
    beside = [names.span() for names in SIDE_BY_SIDE.finditer(line) if names[0][0] == "E"]
    headings += [span for at in beside for span in ((_name_before(line, at[0]), at[0]), at)]
    shouted = sum(line[start:end].isupper() for start, end in headings) + len(beside)
    if len(labels) + len(headings) + shouted >= FEWEST_NAMED:
        breaks.update(labels, *headings)
        breaks.update(*(letters.span() for letters in _LONE_LETTERS.finditer(line)))
    breaks.update(*(span for span in headings if _COUNTED.match(line, span[1])))
    if led := _LEADS.search(line):
        tasks = [*takewhile(starts_like_duty, sentences_of(line[led.end() :]))]
        if len(tasks) >= FEWEST_LISTED:
            breaks.update((led.end(), line.index(tasks[-1], led.end()) + len(tasks[-1])))
    first = min((start for start, end in headings if _names_levels(line[start:end])), default=-1)
    if first >= 0 and len(breaks) > 2:
        breaks.update(one.start() for one in _CRITERION.finditer(line, first))
    pieces = [line[start:end].strip() for start, end in pairwise(sorted(breaks))]
    return [*chain.from_iterable(map(_apart, filter(None, pieces)))] if pieces[1:] else pieces


def _names_levels(heading: str) -> bool:
    """Whether a heading is one of criteria of a level, or of both."""
    words = heading.casefold()
    return "essential" in words or "desirable" in words


def _name_before(line: str, end: int) -> int:
    """Return where the name of a category in the words before a place begins, or the place."""
    words = line[max(end - 60, 0) : end].rstrip().split(" ")
    names = (" ".join(words[at:]) for at in range(max(len(words) - 4, 0), len(words)))
    name = next((one for one in names if one[:1].isupper() and names_category(one)), "")
    return end - len(name) - 1 if name else end


def _with_colons(line: str) -> str:
    """Return a line with a colon behind each label of a run of them that had none."""
    first = _FIRST_LABEL.search(line)
    if first is None:
        return line
    head, rest = line[: first.start()], line[first.start() : first.start() + FURTHEST]
    words, named = rest.split(" "), dict[str, int]()
    at = 0
    while at < len(words) - 1:
        many = _words_of_label(words[at:])
        if many and (name := " ".join(words[at : at + many])) not in named:
            named[name] = at + many - 1
        at += many or 1
    if len(named) < FEWEST_LABELS:
        return line
    for last in named.values():
        words[last] += ":"
    return head + " ".join(words) + line[first.start() + FURTHEST :]


def _words_of_label(words: Sequence[str]) -> int:
    """Return of how many words the label is with which the words begin, before its value."""
    if not words[0][:1].isupper():
        return 0
    for many in range(min(MOST_WORDS_OF_A_LABEL, len(words) - 1), 0, -1):
        name = " ".join(words[:many]).replace("(s)", "")
        known = section_of(name) in (*SHORT, *(("other", "reference") if many > 1 else ()))
        if known and not says_more(name) and not words[many][:1].islower():
            return many
    return 0


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
        whole = name and below[0][:1].isupper() and len(below) == FEWEST_LISTED
        if whole and all(map(begins_task, below)):
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
    yield from (heading.span(1) for heading in _NUMBERED.finditer(line))
    for heading in chain(_SHOUTED.finditer(line), _TITLED.finditer(line)):
        shares = heading.groupdict().get("shares") or ""
        end = heading.end() - len(shares)
        start = heading.start() + 3 * heading[0].startswith("NO ")  # of a column of numbers
        name = line[start:end]
        of_criteria = names_category(name) and _names_levels(name)
        if of_criteria or section_of(name) not in ("", *SHORT):
            yield start, end
            yield end, heading.end()
