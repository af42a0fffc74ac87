"""Profiles typed from the published ones: reading a pasted table, and totals of the levels."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import zip_longest

from vacancies.profiles.rules.bands import Bands
from vacancies.profiles.rules.scheme import LabelError, Scheme, parse_label

LONGEST_TABLE = 20_000
_END = re.compile(r"^\s{0,9}(?:je score|total)", re.IGNORECASE | re.MULTILINE)
"""The line below the table, which has a number of its own."""
_NUMBER = r"(?:\(?f?[ ]?\d{1,2}[.):]?[ ]{0,3})?"
_PREFIX = r"(?:resp[a-z]*\.?\s+(?:for|in)\s+|r ?[-–:] ?)?"
_STRANDS = (
    r"(?:\s?\([a-h]{1,4}\)|\s?[a-h]{1,4}(?![a-z])|\s?\([ivx]{1,4}\)|\s?[ivx]{1,4}(?![a-z])){0,4}"
)
_LEVEL = rf"[1-8]{_STRANDS}(?:\s?(?:[-–—/]|to|or)\s?[1-8]{_STRANDS}){{0,4}}"
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

    Accepted formats: a row for each factor with its name and, at the end of a line, its level
    (which its points may follow); a code and a level for each; or 16 levels alone or numbered, one
    a line or separated by spaces, tabs or commas. A factor whose level is ambiguous is left out, as
    a guess would be stored as if read.
    """
    whole = text[:LONGEST_TABLE]
    plain = _END.split(re.sub(r"[\t|]", " \n", whole))[0]
    labels = _by_name(plain, scheme) or _by_code(whole, scheme) or _by_order(whole, scheme)
    return {code: label for code, label in labels.items() if _is_label(label, code, scheme)}


def _by_name(text: str, scheme: Scheme) -> dict[str, str]:
    """Return the levels of blocks that begin with a factor's name, in scheme order."""
    blocks = _blocks(text, scheme)
    bare = {code: _without_points(code, block, scheme) for code, block in blocks.items()}
    if 2 * sum(bare[code] != blocks[code] for code in blocks) > len(blocks):  # a column of points
        blocks = bare
    codes = [*scheme.by_code, ""]
    levels = {}
    for code, block in blocks.items():
        labels = [one.group().strip() for one in _LABEL.finditer(block)]
        later = codes[codes.index(code) + 1]
        # If the name of the next factor is not recognised, its level may be in this block.
        if labels and (not later or later in blocks or len(labels) == 1):
            levels[code] = labels[-1].rstrip("*. ")
    return levels


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


def _blocks(text: str, scheme: Scheme) -> dict[str, str]:
    """Return the text after each factor's name, up to the next name or its number."""
    starts: list[tuple[str, int, int]] = []
    position = 0
    for factor in scheme.factors:
        heading = re.compile(rf"^[ ]*{_NUMBER}{_PREFIX}{_heading(factor.name)}", re.I | re.M)
        if match := heading.search(text, position):
            starts.append((factor.code, match.start(), match.end()))
            position = match.end()
    number = r"(?:^|\n)[ ]*\(?f?{}[.):]?\s*\Z"
    ends = [start for _, start, _ in starts] + [len(text)]
    own = [
        re.search(number.format(code[1:]), text[max(0, start - 12) : start], re.I)
        for code, start, _ in starts
    ]
    if all(own):  # a column of numbers
        ends = [end - len(one.group() if one else "") for end, one in zip_longest(ends, own)]
    return {
        code: text[begin:end].rstrip()
        for (code, _, begin), end in zip(starts, ends[1:], strict=True)
    }


def _heading(name: str) -> str:
    """Return a pattern for a factor's name in profiles: its distinctive words, however joined."""
    words = re.findall(r"[a-z]+", name.lower())
    if words[0] == "responsibilities":
        topic = {"human": r"(?:human|hr\b)", "financial": "financ"}
        topic["research"] = r"(?:research|r ?& ?d\b)"
        return rf"{topic.get(words[2], words[2])}\w*"
    if words[0] in ("physical", "mental", "emotional", "working", "freedom"):
        return r"\s+".join(words[:2]).replace("skills", "skills?")
    return words[0].removesuffix("al") + r"\w*"


def _by_code(text: str, scheme: Scheme) -> dict[str, str]:
    labels = {code.upper(): label for code, label in _CODED.findall(text)}
    return labels if list(labels) == list(scheme.by_code) else {}


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
