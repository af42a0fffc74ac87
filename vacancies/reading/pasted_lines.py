"""The lines of pasted text, as they were before mail or a page changed them.

What mail does to a text that is copied from it is undone: "â€™", "> ". Of a page that lost its line
ends, one long line of labels, headings and duties, only what can be seen is broken: before a known
label with a colon, around a known heading, and after a lead-in to duties. A label directly before
another has lost its value and is left.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import chain, pairwise, takewhile

from vacancies.reading.criteria import names_category
from vacancies.reading.form_words import SIDE_BY_SIDE
from vacancies.reading.headings import says_more, section_of
from vacancies.reading.markers import BULLETS
from vacancies.reading.old_job import SHORT
from vacancies.reading.words import begins_task, listed, sentences_of, starts_like_duty

_MISREAD = re.compile(r"[ÂÃ].|â[€„].")
_SPACES = "\t\r\n\xa0"
_QUOTED = re.compile(r"^ {0,3}(?:> ?){1,9}", re.MULTILINE)


def as_written(text: str) -> str:
    """Return a text as it was before mail took its encoding for another or quoted it.

    What cannot be undone for certain stays as it is. Other than a bullet, a mark of quotation also
    stands before empty lines and headings.
    """
    text = _MISREAD.sub(_reread, text)
    quoted = any(not line or section_of(line) for line in _lines_quoted(text))
    return _QUOTED.sub("", text) if quoted else text


def _lines_quoted(text: str) -> Iterator[str]:
    for mark in _QUOTED.finditer(text):
        end = text.find("\n", mark.end())
        yield text[mark.end() : end if end >= 0 else len(text)].strip(" \r:")


def _reread(misread: re.Match[str]) -> str:
    """Return the sign whose UTF-8 was read as Windows-1252, where it is one that is printed."""
    data = b"".join(
        sign.encode("latin-1" if sign <= "\xff" else "cp1252", "replace") for sign in misread[0]
    )
    with suppress(UnicodeDecodeError):
        sign = data.decode("utf-8")
        return sign if _is_text(sign) else misread[0]
    return misread[0]


def _is_text(signs: str) -> bool:
    return all(sign.isprintable() or sign in _SPACES for sign in signs)


_MARKDOWN = re.compile(r"^ {0,3}#{1,6} (?=\S)|\*\*|^={2,6} (?=\S)| ={2,6}$")
_DIVIDER = re.compile(r"[ =_*~–—-]{2,200}")
_FIRST_BULLET = re.compile(rf"(?:[^:\n]{{1,40}}:)?\s{{0,9}}([{BULLETS}])\s")
_INNER = re.compile(r"(?:(?<=\S)\s{1,9}(\d{1,2})([.)])|(?<=[.;%])\s(\d{1,2}))\s(?=[A-Z])")
_FIRST = re.compile(r"1[.)]? (?=[A-Z])")
_SET_IN = re.compile(r" (?=[A-Za-z])")
FEWEST_SET_IN = 6
_LINE_ENDS = re.compile(r"\r\n?|[\n\x85\u2028\u2029\x0c\x1c-\x1e]")


def lines_of(text: str) -> Iterator[str]:
    """Yield the lines of a text; a vertical tab ends a paragraph of a cell, or a line elsewhere.

    Bullets within a line that begins with one, be it behind a colon, or that goes on with such a
    line, begin a line each.
    """
    within = ""
    for line in _LINE_ENDS.split(text):
        if _DIVIDER.fullmatch(line):
            yield ""
            continue
        line = _MARKDOWN.sub("", line) if any(sign in line for sign in ("#", "**", "==")) else line
        cells = line.split("\t")
        for at, cell in enumerate(cells):
            first = _FIRST_BULLET.match(cell)
            sign = first[1] if first else within
            if sign and f" {sign} " in cell.lstrip():
                cells[at] = cell.replace(f" {sign} ", f"\v{sign} ")
            within = sign if cells[at] != cell else ""
        pieces = with_breaks(cells[0]) if len(cells) == 1 else []
        for piece in pieces:
            yield from _numbered(piece).split("\v")
        yield from [] if pieces else ["\t".join(cells)]


def with_lost_bullets(lines: list[str]) -> list[str]:
    """Return lines with a bullet where one was lost: each of many lines begins with one space."""
    filled = [line for line in lines if line.strip()]
    items = sum(bool(_SET_IN.match(line)) for line in filled)
    if not FEWEST_SET_IN <= items < len(filled):
        return lines
    return [f"•{line}" if _SET_IN.match(line) else line for line in lines]


def _numbered(line: str) -> str:
    """Return a line with a break before each further number, if it counts from 1 to 3 or more."""
    if not _FIRST.match(line.strip()):
        return line
    begins = [0]
    for number in _INNER.finditer(line):
        if int(number[1] or number[3]) == len(begins) + 1:
            begins.append(number.start())
    pieces = (line[a:b].strip() for a, b in pairwise([*begins, len(line)]))
    return "\v".join(pieces) if len(begins) > 2 else line


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
