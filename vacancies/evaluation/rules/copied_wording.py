"""Wording in a draft copied from a national profile or the scheme.

Source: NHS Employers, Writing successful job descriptions, and Job Evaluation Handbook chapter 10
(read 22 November 2026): a job description borrows no wording from the scheme or the profiles. The
length of a run and the number of different patterns are our own. Findings are advice.

A text for comparison is kept as one hash for each run of 8 words, so that it can be searched but
not read. A draft that shares a run has the same 8 words in the same order, whatever the case,
punctuation or line ends; a paraphrase shares none.
"""

import hashlib
import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from vacancies.profiles.rules.loading import profiles, scheme

DATA = Path(__file__).resolve().parent.parent / "data" / "copied_wording.toml"
RUN = 8
FEWEST_PATTERNS = 2
PROFILE, SCHEME = "profile", "scheme"
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_HASH_BYTES = 8


@dataclass(frozen=True)
class CopiedWords:
    """Copied words in a draft, by their offsets in the text; `kind` is `PROFILE` or `SCHEME`."""

    start: int
    end: int
    excerpt: str
    kind: str


@dataclass(frozen=True)
class Runs:
    """What a draft is compared with: hashes of runs of 8 words, and phrases of the scheme."""

    hashes: frozenset[str] = frozenset()
    patterns: tuple[re.Pattern[str], ...] = field(default=())

    def with_texts(self, texts: Iterable[str]) -> "Runs":
        """Return a copy that includes the runs of more texts."""
        more = frozenset(run for text in texts for run in hashed_runs(text))
        return Runs(self.hashes | more, self.patterns)


def hashed_runs(text: str) -> tuple[str, ...]:
    """Return the hash of each run of 8 words in `text`, 16 hexadecimal digits each, in order."""
    return tuple(run for run, _, _ in _windows(text))


def copied_words_in(texts: Sequence[str], runs: Runs) -> tuple[tuple[CopiedWords, ...], ...]:
    """Return the copied wording of each text of one draft.

    Phrases of the scheme are counted over all texts, from two different ones on. Spans do not
    overlap; a run of the profile absorbs a phrase of the scheme inside it.
    """
    turns = [list(_turns(text, runs.patterns)) for text in texts]
    enough = len({number for hits in turns for number, _, _ in hits}) >= FEWEST_PATTERNS
    return tuple(
        tuple(_merged(text, list(_shared(text, runs)), hits if enough else []))
        for text, hits in zip(texts, turns, strict=True)
    )


@cache
def shipped_runs() -> Runs:
    """Return the shipped data: published texts, our descriptions of factors, and the patterns."""
    data = tomllib.loads(DATA.read_text(encoding="utf-8"))
    published = frozenset(run for text in data.get("texts", ()) for run in text["runs"])
    patterns = tuple(_compiled(row["pattern"]) for row in data["patterns"])
    return Runs(published, patterns).with_texts(_own_texts())


def _own_texts() -> Iterator[str]:
    for factor in scheme().factors:
        yield from (factor.meaning, factor.evidence_prompt, factor.note)
        for level in factor.levels:
            yield from (level.gist, *(meaning for _, meaning in level.strands))
    yield from (profile.note for profile in profiles())


def _compiled(pattern: str) -> re.Pattern[str]:
    spaced = pattern.replace(" ", r"[\s-]{1,3}")
    return re.compile(rf"(?<!\w)(?:{spaced})\w{{0,12}}", re.IGNORECASE)


def _windows(text: str) -> Iterator[tuple[str, int, int]]:
    words = [
        (match[0].casefold().replace("’", "'"), match.start(), match.end())
        for match in _WORD.finditer(text)
    ]
    for first in range(len(words) - RUN + 1):
        run = words[first : first + RUN]
        joined = " ".join(word for word, _, _ in run).encode()
        digest = hashlib.blake2b(joined, digest_size=_HASH_BYTES).hexdigest()
        yield digest, run[0][1], run[-1][2]


def _shared(text: str, runs: Runs) -> Iterator[tuple[int, int]]:
    last: tuple[int, int] | None = None
    for digest, start, end in _windows(text):
        if digest not in runs.hashes:
            continue
        if last and start <= last[1]:
            last = (last[0], end)
            continue
        if last:
            yield last
        last = (start, end)
    if last:
        yield last


def _turns(text: str, patterns: Sequence[re.Pattern[str]]) -> Iterator[tuple[int, int, int]]:
    for number, pattern in enumerate(patterns):
        for match in pattern.finditer(text):
            yield number, match.start(), match.end()


def _merged(
    text: str, shared: list[tuple[int, int]], turns: list[tuple[int, int, int]]
) -> Iterator[CopiedWords]:
    taken = [(start, end, PROFILE) for start, end in shared]
    for _, start, end in sorted(turns, key=lambda turn: (turn[1], -turn[2])):
        if all(end <= other_start or start >= other_end for other_start, other_end, _ in taken):
            taken.append((start, end, SCHEME))
    for start, end, kind in sorted(taken):
        yield CopiedWords(start, end, text[start:end], kind)
