"""Reduce any text to characters that the available fonts can print.

typst refuses to write a PDF/UA file if any character has no glyph, so one emoji or Chinese
character in a task would lose the whole file. Characters in no font become U+FFFD.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache

from kls_portal.documents.fonts import face_files, family_coverage
from kls_portal.documents.plain_text import REPLACEMENT, plain

Json = str | int | None | Sequence["Json"] | Mapping[str, "Json"]

MOST_MARKS = 3
LONGEST_RUN = 24
RUN_PIECE = 10
ZERO_WIDTH_SPACE = "\u200b"

_JOINERS = "\u200c\u200d"
_ZERO_WIDTH_JOINER = "\u200d"
_SKIN_TONES = "\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"
# Break hints, direction marks and variation selectors; our templates set the direction.
_UNPRINTED = re.compile("[\u200b\u200e\u200f\u061c\ufe00-\ufe0f\u180b-\u180d\u180f\u034f]")
# Lines break without help at spaces, and after a slash or hyphen before a letter
# (Unicode Standard Annex 14, classes SY and HY).
_RUN = re.compile(rf"(?:[^\s/\-]|[/\-](?![A-Za-z])){{{LONGEST_RUN + 1},}}")


class Cleaner:
    """Cleans text for font families, given in the order of the template's font list."""

    def __init__(self, families: Sequence[Collection[int]]) -> None:
        self._families = [{chr(code) for code in family} for family in families]
        self._simple = {c for c in self._families[0] if not _extends(c)} | {"\n"}

    def text(self, text: str) -> str:
        """Return the text with only printable characters, long runs broken by zero-width spaces."""
        text = _UNPRINTED.sub("", plain(text))
        if not self._simple.issuperset(text):
            text = "".join(self._printable(cluster) for cluster in _clusters(text))
        return _RUN.sub(_with_breaks, text)

    def deep(self, data: Json) -> Json:
        if isinstance(data, str):
            return self.text(data)
        if isinstance(data, Mapping):
            return {key: self.deep(value) for key, value in data.items()}
        if isinstance(data, Sequence):
            return [self.deep(value) for value in data]
        return data

    def _printable(self, cluster: str) -> str:
        """Return the cluster if one family covers it all, else as much as one family covers."""
        if cluster == "\n" or self._family_of(cluster) is not None:
            return cluster
        pieces = [piece for piece in cluster.split(_ZERO_WIDTH_JOINER) if piece]
        return "".join(self._base_and_marks(piece) for piece in pieces)

    def _base_and_marks(self, piece: str) -> str:
        base, marks = piece[0], piece[1:]
        if _extends(base):
            return ""
        family = self._family_of(base)
        if family is None:
            return self._stand_in(base)
        return base + "".join(mark for mark in marks if mark in family)

    def _stand_in(self, base: str) -> str:
        """Return plain characters for a styled one ("Ａ", "①"), else U+FFFD."""
        plainer = unicodedata.normalize("NFKC", base)
        return plainer if self._simple.issuperset(plainer) else REPLACEMENT

    def _family_of(self, cluster: str) -> set[str] | None:
        if _extends(cluster[0]):
            return None
        needed = set(cluster).difference(_JOINERS)
        return next((family for family in self._families if family >= needed), None)


@lru_cache(maxsize=1)
def default_cleaner() -> Cleaner:
    """Return the cleaner for the portal's fonts. Raises FontsMissingError if they are missing."""
    return Cleaner([family_coverage(faces) for faces in face_files()])


def _extends(character: str) -> bool:
    """Whether the character combines with the one before it."""
    return (
        unicodedata.category(character).startswith("M")
        or character in _JOINERS
        or character in _SKIN_TONES
    )


def _clusters(text: str) -> Iterator[str]:
    """Yield each base with its marks; characters joined by a zero-width joiner stay together.

    One family has to cover a whole cluster, as the shaper passes it to the next font undivided.
    At most MOST_MARKS marks are kept on one base.
    """
    cluster, marks = "", 0
    for character in text:
        if cluster and _extends(character):
            marks += 1
            if marks <= MOST_MARKS or character in _JOINERS:
                cluster += character
        elif cluster.endswith(_ZERO_WIDTH_JOINER):
            cluster, marks = cluster + character, 0
        else:
            if cluster:
                yield cluster
            cluster, marks = character, 0
    if cluster:
        yield cluster


def _with_breaks(run: re.Match[str]) -> str:
    """Return the run with a zero-width space after about every RUN_PIECE characters."""
    pieces = [""]
    for cluster in _clusters(run[0]):
        if len(pieces[-1]) >= RUN_PIECE:
            pieces.append("")
        pieces[-1] += cluster
    return ZERO_WIDTH_SPACE.join(pieces)
