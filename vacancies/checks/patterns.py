"""Regular expressions that cannot run away.

Every quantifier in this package is bounded or stands alone over one set of characters, so that
the time to search a text grows with its length and no faster. A test holds every pattern of the
package to that.
"""

import re
from collections import defaultdict
from collections.abc import Iterable

_GAP = r"[\s-]{1,3}"


def phrases(wanted: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for whole phrases, to be searched in a folded text.

    A phrase is lower case. A space in it stands for up to three spaces, hyphens or line ends; a
    star at its end for any ending of the word ("utilis*"). Longer phrases win. Raises ValueError
    when there is none.
    """
    by_letter: dict[str, list[str]] = defaultdict(list)
    for phrase in sorted(set(wanted), key=lambda phrase: (-len(phrase), phrase)):
        by_letter[phrase[0]].append(_one(phrase))
    if not by_letter:
        raise ValueError("A pattern needs at least one phrase.")
    groups = (
        f"(?={re.escape(letter)})(?:{'|'.join(found)})" for letter, found in by_letter.items()
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(groups)})(?!\w)")


def _one(phrase: str) -> str:
    ending = ""
    if phrase.endswith("*"):
        phrase, ending = phrase[:-1], r"\w{0,12}"
    return _GAP.join(re.escape(word) for word in phrase.split()) + ending
