"""Splitting and stemming of words, to match the index. Pure."""

import re
import unicodedata

_LITTLE_WORDS = """
    a about already also always am an and any anybody anyone anything anyway are arent as at be
    because been being bit but by can cant could couldnt d did didn didnt do does doesn doesnt
    doing don done dont dunno else ever every everybody everyone for from get gets getting give
    go goes going gonna good had happen happens has hasn hasnt have haven havent having hello
    help helpful her here hes hi him his how hows i if im in into is isn isnt it its ive just
    kind kindly know let lets like ll lot made make makes making many may me might more most
    much must my myself need needed needs new no noone not now of off often on one only or our
    out please pls put putting quick re really s said say says shall she shes should shouldn
    shouldnt since so some somebody someone something soon sort still such sure t take takes
    taking tell than thanks that thats the their them then there theres these they theyre theyve
    thing things this those through to too up us use used using ve very wanna want wanted wants
    was wasn wasnt way ways we were weren werent what whats when where wheres whether which
    while who whom whos whose why will with won wont would wouldn wouldnt yet you your youre
    yours yourself
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


# Each with the fewest letters that must be left: “probation” is no “problem”.
_ENDINGS = (("ation", 6), ("ing", 4), ("ed", 4), ("e", 4))


def root(word: str) -> str:
    """Return the word without its commonest endings, to find it among synonyms.

    `jds` gives `jd`; `regraded` and `regrading` both give `regrad`, `vacancies` and `vacancy` both
    `vacanc`, `resignation` and `resign` both `resign`. The index has a better stemmer;
    this one only needs to be consistent.
    """
    if len(word) > 2 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending, shortest in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= shortest:
            word = stem[:-1] if stem[-1] == stem[-2] else stem
            break
    return word[:-1] if len(word) > 4 and word[-1] in "yi" else word


# Words that most questions of this site hold and that say little about their page.
_EVERYWHERE = """
    applicant candidate colleague day employee hire hiring hospital job librarian library manager
    member month nhs organisation people person post recruit recruiting recruitment role service
    staff team time trust vacancy week work worker year
"""
EVERYWHERE = frozenset(map(root, _EVERYWHERE.split()))
