"""Splitting and stemming of words, to match the index. Pure."""

import re
import unicodedata

_LITTLE_WORDS = """
    a about already also always am an and any anyone are as at be because been being bit but by
    can cant could d did didn do does doesn doing don done dont ever else every for from get gets
    getting give go goes going good had happen happens has have having hello help helpful her
    here hi him his how i if in into is isn it its just kind kindly know let like ll lot made
    make makes making many may me might more most much must my need needed needs new no not of
    off often on one only or our out please put putting quick re really s said say says shall
    she should shouldn since so some somebody someone soon sort still such sure t take takes
    taking tell than that the their them then there these they thing things this those through
    to too up us use used using ve very want wanted wants was wasn way ways we were weren what
    when where whether which while who whom whose why will with won wont would wouldn yet you
    your
"""
_WORD = re.compile(r"[^\W_]+")
STOP_WORDS = frozenset(_LITTLE_WORDS.split())
_NUMBER_WORDS = "two three four five six seven eight nine ten"
NUMBERS = frozenset(_NUMBER_WORDS.split())


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


# Words that most questions of this site hold and that say little about their page.
_EVERYWHERE = """
    applicant candidate colleague employee hire hiring hospital job librarian library manager member
    nhs organisation people person post recruit recruiting recruitment role service staff team trust
    vacancy work worker
"""
EVERYWHERE = frozenset(map(root, _EVERYWHERE.split()))
