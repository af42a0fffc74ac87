"""Regular expressions that cannot run away.

Every quantifier in this package is bounded or stands alone over one set of characters, so that
the time to search a text grows with its length and no faster. A test holds every pattern of the
package to that.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

RUN = re.compile(r"[^\W_]+")
"""Letters and digits in a row: a word, or what a hyphen or an apostrophe leaves of one."""

_GAP = r"[\s-]{1,3}"


@dataclass(frozen=True)
class Phrases:
    """Whole phrases to look for. `openers`: the words that can open one, so that a document need
    not be searched where no such word stands; None where any word may.
    """

    pattern: re.Pattern[str]
    openers: frozenset[str] | None


def phrases(wanted: Iterable[str]) -> Phrases:
    """Return whole phrases, to be found in a folded text.

    A phrase is lower case. A space in it stands for up to three spaces, hyphens or line ends; a
    star at its end for any ending of the word ("utilis*"). Longer phrases win. Raises ValueError
    when there is none.
    """
    wanted = frozenset(wanted)
    by_letter: dict[str, list[str]] = defaultdict(list)
    for phrase in sorted(wanted, key=lambda phrase: (-len(phrase), phrase)):
        by_letter[phrase[0]].append(_one(phrase))
    if not by_letter:
        raise ValueError("A pattern needs at least one phrase.")
    groups = (
        f"(?={re.escape(letter)})(?:{'|'.join(found)})" for letter, found in by_letter.items()
    )
    return Phrases(re.compile(rf"(?<!\w)(?:{'|'.join(groups)})(?!\w)"), _openers(wanted))


def _openers(wanted: frozenset[str]) -> frozenset[str] | None:
    if any(phrase.endswith("*") and " " not in phrase for phrase in wanted):
        return None
    return frozenset(match.group() for phrase in wanted if (match := RUN.match(phrase)))


def _one(phrase: str) -> str:
    ending = ""
    if phrase.endswith("*"):
        phrase, ending = phrase[:-1], r"\w{0,12}"
    return _GAP.join(re.escape(word) for word in phrase.split()) + ending
