"""Sentence boundaries in any English text."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_STOP = re.compile(r"[.!?]{1,3}[\"”’')\]]{0,2}(?=\s)|(?<=[a-z]{2})[.!?](?=[A-Z][a-z])")
_ADDRESS = re.compile(r"@|/|www|\.[^.\s]{1,40}\.|\.\w{1,30}\(")
_BEFORE = re.compile(r"[\w.]{1,20}$")
WORDS = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
_NEVER_END, _MAY_END = (frozenset(WORDS[name]) for name in ("never_end", "may_end"))


def cut(text: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Cut `text[start:end]` into sentences, yielding start, end and number of words of each.

    Parts without a word are left out. An abbreviation such as “e.g.” does not end a sentence.
    """
    for stop in _STOP.finditer(text, start, end):
        if _ends(text, stop.start(), stop.end(), end):
            yield from _trimmed(text, start, stop.end())
            start = stop.end()
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    words = sum(1 for _ in WORD.finditer(text, start, end))
    if words:
        while text[start].isspace():
            start += 1
        while text[end - 1].isspace():
            end -= 1
        yield start, end, words


def _in_an_address(text: str, dot: int, last: int) -> bool:
    """Whether a stop without a space after it is part of a web or email address."""
    before = text[max(0, dot - 30) : dot].split()
    behind = text[dot : min(dot + 40, last)].split()
    return bool(_ADDRESS.search("".join([*before[-1:], *behind[:1]])))


def _ends(text: str, dot: int, behind: int, last: int) -> bool:
    after = text[behind : min(behind + 8, last)].lstrip()
    if after and after[0].islower() and not after[1:2].isupper():  # “eBooks” may begin one
        return False
    if behind < last and not text[behind].isspace() and _in_an_address(text, dot, last):
        return False
    if text[dot] != ".":
        return True
    match = _BEFORE.search(text, max(0, dot - 20), dot)
    before = match.group().lower() if match else ""
    if before in _NEVER_END:
        return not after or (before == "no" and after[0].isupper())
    if before in _MAY_END:
        return not after or after[0].isupper()
    single = len(before) == 1 and before.isalpha() and match is not None and match.group().isupper()
    return not (single and after)
