"""Splitting and stemming of words, to match the index. Pure."""

import re
import unicodedata

_LITTLE_WORDS = """
    a about am an and any anyone are as at be been being but by can could did do does doing done for
    from get gets getting give go goes going good had happen happens has have having help helpful
    her here him his how i if in into is it its know let like made make makes making may me might
    more most much must my need needs new no not of off on one or our out please put putting she
    should so some someone somebody take takes taking tell than that the their them then there
    these they thing things this those to too up us use used using very want was way ways we were
    what when where whether which while who whom whose why will with would you your
"""
_WORD = re.compile(r"[^\W_]+")
STOP_WORDS = frozenset(_LITTLE_WORDS.split())


def split(text: str) -> list[str]:
    """Return the words of a text: lower-case letters and digits, without accents.

    Everything else separates words, as in the tokeniser of the index, so no search operator is
    left.
    """
    plain = unicodedata.normalize("NFKD", text.encode("utf-8", "ignore").decode())
    if not plain.isascii():
        plain = "".join(one for one in plain if not unicodedata.combining(one))
    return " ".join(_WORD.findall(plain)).lower().split()


def root(word: str) -> str:
    """Return the word without its commonest endings, to find it among synonyms.

    `jds` gives `jd`; `regraded` and `regrading` both give `regrad`. The index has a better stemmer;
    this one only needs to be consistent.
    """
    if len(word) > 2 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed", "e"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= 4:
            return stem[:-1] if stem[-1] == stem[-2] else stem
    return word
