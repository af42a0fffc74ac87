"""Profiles typed from the published ones: reading a pasted table, and totals of the levels."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import zip_longest
from operator import itemgetter

from vacancies.profiles.rules.bands import Bands
from vacancies.profiles.rules.scheme import LabelError, Scheme, parse_label

LONGEST_TABLE = 20_000
_END = re.compile(r"^\s{0,9}(?:je score|total)", re.IGNORECASE | re.MULTILINE)
"""The line below the table, which has a number of its own."""
_PAGE = re.compile(
    r"^[ ]{0,40}(?:page )?\d{1,3}(?: (?:of|/) \d{1,3}|(?<=page \d)|(?<=page \d\d))[ ]{0,40}$",
    re.I | re.M,
)
_CUT = re.compile(r"(?<=[a-z])-\n(?=[a-z])|(?<=\d[-–—])\s{0,3}\n\s{0,9}(?=[1-8])")
_NUMBER = r"(?:\(?f?[ ]?(?:{}[.):]\s{{0,3}}|\d{{1,2}}[.):]?[ ]{{0,3}}))?"
_PREFIX = r"(?:resp[a-z]*\.?\s+(?:for|in)\s+|r(?:esp[a-z]*\.?)?\s?[-–—:]\s?)?"
_STRANDS = (
    r"(?:\s?\([a-h](?:[,/&]?\s?[a-h]){0,3}\)|\s?[a-h](?:[/&]?[a-h]){0,3}(?![a-z])"
    r"|\s?\([ivx]{1,4}\)|\s?[ivx]{1,4}(?![a-z])){0,4}"
)
_LEVEL = rf"[1-8]{_STRANDS}(?:\s?(?:[-–—/]|to|or)\s?[1-8]{_STRANDS}){{0,4}}"
_TIGHT = _LEVEL.replace(r"\s?", "")
_LABEL = re.compile(rf"(?<![\w.]){_LEVEL}\s{{0,3}}[*.]?$", re.IGNORECASE | re.MULTILINE)
_CODED = re.compile(
    rf"(?<!\w)(F\d{{1,2}})[ :=.)\t–-]{{1,4}}({_LEVEL})(?=[\s,;|*]|$)", re.IGNORECASE
)


@dataclass(frozen=True)
class Total:
    """The total of the typed levels. missing: factors without a readable level.

    bands: the bands of the lowest and highest total, lowest first; () if any level is missing.
    """

    lowest: int
    highest: int
    missing: tuple[str, ...]
    bands: tuple[str, ...]


def total_of(labels: Mapping[str, str], scheme: Scheme, bands: Bands) -> Total:
    """Return the lowest and highest points of these labels; unreadable levels count as missing."""
    lowest = highest = 0
    missing = []
    for factor in scheme.factors:
        try:
            levels = parse_label(labels.get(factor.code, ""), factor.number_of_levels)
        except LabelError:
            missing.append(factor.code)
            continue
        lowest += factor.points(levels.lowest)
        highest += factor.points(levels.highest)
    covered = tuple(
        band.band
        for band in bands.bands
        if not missing and band.max_score >= lowest and band.min_score <= highest
    )
    return Total(lowest, highest, tuple(missing), covered)


def labels_in_table(text: str, scheme: Scheme) -> dict[str, str]:
    """Return the label of each factor in a pasted table.

    Accepted formats: a row for each factor, in any order, with its name and, at the end of a line,
    its level (which its points may follow); the names and then the levels; a code and a level for
    each; or 16 levels alone or numbered, one a line or separated by spaces, tabs or commas. A
    factor whose level is ambiguous is left out, as a guess would be stored as if read.
    """
    whole = re.sub(r"[\xa0\r]", " ", text[:LONGEST_TABLE])
    rows = re.sub(r'"[ ]*,[ ]*"|[\t|"]', " \n", whole)
    if rows.count("\n") < len(scheme.factors) <= rows.count(";") + 1:
        rows = rows.replace(";", "\n")
    plain = _END.split(_PAGE.sub("", _CUT.sub("", rows)))[0]
    labels = (
        _beside_name(plain, scheme)
        or _by_name(plain, scheme)
        or _by_code(whole, scheme)
        or _by_order(whole, scheme)
    )
    return {code: label for code, label in labels.items() if _is_label(label, code, scheme)}


Labels = list[tuple[str, bool]]
"""The labels of a block, each at the end of a line, and whether it has the line to itself."""


def _by_name(text: str, scheme: Scheme) -> dict[str, str]:
    before, blocks = _blocks(text, scheme)
    bare = {code: _without_points(code, block, scheme) for code, block in blocks.items()}
    stripped = {code for code in blocks if bare[code] != blocks[code]}
    has_points = 2 * len(stripped) > len(blocks)
    labels_of = {code: _labels(block) for code, block in (bare if has_points else blocks).items()}
    labels_of = _beside_names(_labels(before), labels_of)
    alone = sum(bool(labels) and labels[-1][1] for labels in labels_of.values())
    odd = {  # what its neighbours have not: no points, or a line of its own, as a page number has
        code
        for code, labels in labels_of.items()
        if (has_points and code not in stripped)
        or (labels[-1:] and labels[-1][1] and 2 * alone < len(labels_of))
    }
    whole = _whole_blocks(list(labels_of), list(scheme.by_code)) - odd
    return {
        code: labels[-1][0]
        for code, labels in labels_of.items()
        if len(labels) == 1 or (labels and code in whole)
    }


def _beside_name(text: str, scheme: Scheme) -> dict[str, str]:
    """Return the levels that stand on the line of each name, all before it or all after it."""
    last = len(scheme.factors)
    after = rf"[^\n\d]{{0,60}}[ ]({_TIGHT})[ ]+[a-z(]"
    for first, then in ((rf"({_TIGHT})[ ]+", ""), ("", after)):
        rows = [
            re.search(
                rf"^[ ]*{first or _NUMBER.format(one.order)}{_PREFIX}{_heading(one.name)}{then}",
                text,
                re.IGNORECASE | re.MULTILINE,
            )
            for one in scheme.factors
        ]
        labels = [row[1] for row in rows if row]
        if len(labels) == last and labels != [str(one) for one in range(1, last + 1)]:
            return dict(zip(scheme.by_code, labels, strict=True))
    return {}


def _beside_names(before: Labels, labels_of: dict[str, Labels]) -> dict[str, Labels]:
    """Return the labels of each factor, also where they stand before the names or after them all.

    before: the labels above the first name.
    """
    *others, last = [before, *labels_of.values()]
    column = [one for one in last if one[1]]
    if len(column) == len(labels_of) and not any(others[1:]):
        return {code: [one] for code, one in zip(labels_of, column, strict=True)}
    if not last and all(labels and labels[-1][1] for labels in others):
        return dict(zip(labels_of, others, strict=True))
    return labels_of


def _whole_blocks(codes: list[str], every: list[str]) -> set[str]:
    """Return the factors whose block holds no other factor: an unrecognised name may hide in it."""
    if codes != sorted(codes, key=every.index):
        return set(codes) if len(codes) == len(every) else set()
    return {code for code in codes if code == every[-1] or every[every.index(code) + 1] in codes}


def _labels(block: str) -> Labels:
    lines = (
        (one.group(), block[: one.start()].rpartition("\n")[2]) for one in _LABEL.finditer(block)
    )
    return [(label.strip().rstrip("*. "), not line.strip(" *")) for label, line in lines]


def _without_points(code: str, block: str, scheme: Scheme) -> str:
    """Return a block without its final number if that is the points of the preceding level."""
    number = re.search(r"\s(?:\d{1,3} ?[-–] ?)?\d{1,3}\Z", block)
    before = block[: number.start()].rstrip() if number else ""
    labels = [one.group().strip("*. \n") for one in _LABEL.finditer(before)]
    if number is None or not labels or not _is_label(labels[-1], code, scheme):
        return block
    levels, factor = parse_label(labels[-1]), scheme.factor(code)
    points = {factor.points(level) for level in (levels.lowest, levels.highest)}
    return before if points == set(map(int, re.findall(r"\d+", number.group()))) else block


def _blocks(text: str, scheme: Scheme) -> tuple[str, dict[str, str]]:
    """Return the text before the first factor, and after each up to the next or its number."""
    starts = _factor_names(text, scheme)
    number = r"(?:^|\n)[ ]*\(?f?{}[.):]?\s*\Z"
    ends = [start for _, start, _ in starts] + [len(text)]
    own = [
        re.search(number.format(code[1:]), text[max(0, start - 12) : start], re.I)
        for code, start, _ in starts
    ]
    if all(own):  # a column of numbers
        ends = [end - len(one.group() if one else "") for end, one in zip_longest(ends, own)]
    blocks = {
        code: text[begin:end].rstrip()
        for (code, _, begin), end in zip(starts, ends[1:], strict=True)
    }
    return text[: ends[0]].rstrip(), blocks


def _factor_names(text: str, scheme: Scheme) -> list[tuple[str, int, int]]:
    """Return each factor with the start and the end of its name, in the order of the text.

    In the order of the scheme the first word of a name is enough. In any other, names in full count
    that stand there once, or once with their number.
    """
    starts, in_full, position = [], [], 0
    for factor in scheme.factors:
        begin = rf"^[ ]*{_NUMBER.format(factor.order)}{_PREFIX}{_heading(factor.name)}"
        if match := re.compile(begin, re.I | re.M).search(text, position):
            starts.append((factor.code, match.start(), match.end()))
            position = match.end()
        whole = [*re.finditer(begin + _next_word(factor.name), text, re.I | re.M)]
        numbered = [one for one in whole if re.match(rf"\W*f?{factor.order}\b", one.group(), re.I)]
        if len(only := numbered or whole) == 1:
            in_full.append((factor.code, only[0].start(), only[0].end()))
    by_place = sorted(in_full, key=itemgetter(1))
    return starts if len(starts) == len(scheme.factors) or by_place == in_full else by_place


def _next_word(name: str) -> str:
    """Return a pattern for the second distinctive word of a factor's name, after its heading."""
    left_out = {"responsibilities", "for", "and", "to"}
    words = [word for word in re.findall(r"[a-z]+", name.lower()) if word not in left_out]
    return "" if r"\s+" in _heading(name) else rf"\W+(?:(?:and|to)\W+)?{words[1][:4]}\w*"


def _heading(name: str) -> str:
    """Return a pattern for a factor's name in profiles: its distinctive words, however joined."""
    words = re.findall(r"[a-z]+", name.lower())
    if words[0] == "responsibilities":
        topic = {"human": r"(?:human|hr\b|staff)", "financial": "financ"}
        topic["research"] = r"(?:research|r ?& ?d\b)"
        return rf"{topic.get(words[2], words[2])}\w*"
    if words[0] in ("physical", "mental", "emotional", "working", "freedom"):
        return r"\s+".join(words[:2]).replace("skills", "skills?")
    return words[0].removesuffix("al") + r"\w*"


def _by_code(text: str, scheme: Scheme) -> dict[str, str]:
    pairs = _CODED.findall(text)
    labels = {code.upper(): label for code, label in pairs}
    return labels if labels.keys() == set(scheme.by_code) and len(pairs) == len(labels) else {}


def _by_order(text: str, scheme: Scheme) -> dict[str, str]:
    codes = list(scheme.by_code)
    for parts in (text.splitlines(), re.split(r"[,;\t\n]", text), text.split()):
        labels = [part.strip() for part in parts if part.strip()]
        if len(labels) == len(codes):
            rows = [re.match(r"(\d{1,2})[.):]?\s+(.*)", one) for one in labels]
            numbers = [int(row[1]) for row in rows if row]
            if numbers == list(range(1, len(codes) + 1)):
                labels = [row[2] for row in rows if row]
            return dict(zip(codes, labels, strict=True))
    return {}


def _is_label(label: str, code: str, scheme: Scheme) -> bool:
    try:
        parse_label(label, scheme.factor(code).number_of_levels)
    except LabelError:
        return False
    return True
