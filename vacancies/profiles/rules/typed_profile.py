"""A profile typed beside the published one: a whole pasted table, and what the levels add up to."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from vacancies.profiles.rules.bands import Bands
from vacancies.profiles.rules.scheme import LabelError, Scheme, parse_label

LONGEST_TABLE = 20_000
_END = re.compile(r"^\s{0,9}(?:je score|total)", re.IGNORECASE | re.MULTILINE)
"""The line below the table, which has a number of its own."""
_NUMBER = r"(?:\(?f?\s?\d{1,2}[.):]?\s{0,3})?"
_STRANDS = (
    r"(?:\s?\([a-h]{1,4}\)|\s?[a-h]{1,4}(?![a-z])|\s?\([ivx]{1,4}\)|\s?[ivx]{1,4}(?![a-z])){0,4}"
)
_LABEL = re.compile(
    rf"(?<![\w.])[1-8]{_STRANDS}(?:\s?(?:[-–—/]|to|or)\s?[1-8]{_STRANDS}){{0,4}}\s{{0,3}}[*.]?$",
    re.IGNORECASE | re.MULTILINE,
)


@dataclass(frozen=True)
class Total:
    """What the typed levels add up to. missing: factors without a level that can be read.

    bands: the band of the lowest and of the highest total, lowest first; () while some are missing.
    """

    lowest: int
    highest: int
    missing: tuple[str, ...]
    bands: tuple[str, ...]


def total_of(labels: Mapping[str, str], scheme: Scheme, bands: Bands) -> Total:
    """Return the lowest and highest points of these labels; what is no level is missing."""
    lowest = highest = 0
    missing = []
    for factor in scheme.factors:
        try:
            found = parse_label(labels.get(factor.code, ""), factor.number_of_levels)
        except LabelError:
            missing.append(factor.code)
            continue
        lowest += factor.points(found.lowest)
        highest += factor.points(found.highest)
    covered = tuple(
        band.band
        for band in bands.bands
        if not missing and band.max_score >= lowest and band.min_score <= highest
    )
    return Total(lowest, highest, tuple(missing), covered)


def labels_in_table(text: str, scheme: Scheme) -> dict[str, str]:
    """Return the label of each factor that a pasted table gives.

    Understood are a row for each factor with its name and, at the end of a line, its level; and 16
    levels alone, one a line or with spaces, tabs or commas between them. A factor whose level
    cannot be told is left out: a guess would be stored as read.
    """
    plain = _END.split(text[:LONGEST_TABLE].replace("\t", " \n"))[0]
    found = _by_name(plain, scheme) or _by_order(text[:LONGEST_TABLE], scheme)
    return {code: label for code, label in found.items() if _is_label(label, code, scheme)}


def _by_name(text: str, scheme: Scheme) -> dict[str, str]:
    """Levels of blocks that begin with the name of a factor, in the order of the scheme."""
    starts: list[tuple[str, int, int]] = []
    position = 0
    for factor in scheme.factors:
        heading = re.compile(rf"^[ ]*{_NUMBER}{_heading(factor.name)}", re.I | re.M)
        if match := heading.search(text, position):
            starts.append((factor.code, match.start(), match.end()))
            position = match.end()
    ends = [start for _, start, _ in starts[1:]] + [len(text)]
    found = {}
    for (code, _, begin), end in zip(starts, ends, strict=False):
        if labels := [one.group().strip() for one in _LABEL.finditer(text[begin:end].rstrip())]:
            found[code] = labels[-1].rstrip("*. ")
    return found


def _heading(name: str) -> str:
    """How a profile names a factor: by the words that set it apart, however it joins them."""
    words = re.findall(r"[a-z]+", name.lower())
    if words[0] == "responsibilities":
        topic = {"patient": "patient", "human": "human", "policy": "policy", "financial": "financ"}
        key = topic.get(words[2], words[2])
        return rf"(?:responsibilit(?:y|ies)\s+(?:for|in)\s+)?{key}\w*"
    if words[0] in ("physical", "mental", "emotional", "working", "freedom"):
        return r"\s+".join(words[:2]).replace("skills", "skills?")
    return words[0].removesuffix("al") + r"\w*"


def _by_order(text: str, scheme: Scheme) -> dict[str, str]:
    codes = list(scheme.by_code)
    for parts in (text.splitlines(), re.split(r"[,;\t\n]", text), text.split()):
        labels = [part.strip() for part in parts if part.strip()]
        if len(labels) == len(codes):
            return dict(zip(codes, labels, strict=True))
    return {}


def _is_label(label: str, code: str, scheme: Scheme) -> bool:
    try:
        parse_label(label, scheme.factor(code).number_of_levels)
    except LabelError:
        return False
    return True
