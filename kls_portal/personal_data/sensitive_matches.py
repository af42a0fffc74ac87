"""What to ask somebody about before their words are stored. Pure.

An NHS number is refused. The rest may have a good reason (a help desk, an author), so whoever
typed it is asked to look again and may keep it on purpose.
"""

from collections.abc import Collection
from dataclasses import dataclass

from kls_portal.personal_data import SENTENCES, personal_data

REFUSED = "NHS number"
REACHES = ("telephone number", "email address")
"""Kinds that reach a person."""
EVERY_KIND = tuple(SENTENCES)


@dataclass(frozen=True)
class SensitiveMatch:
    """One thing to take out or, unless it is refused, to keep on purpose.

    kind: a key of SENTENCES, or of what else a caller looks for, such as "health".
    """

    sentence: str
    kind: str
    refused: bool = False


def personal_matches(
    text: str, kinds: Collection[str] = EVERY_KIND, *, posts: bool = False
) -> tuple[SensitiveMatch, ...]:
    """Return what should be looked at again in a text that somebody typed, in a sentence each.

    kinds: what is asked about, keys of SENTENCES; where names are, a first name by itself counts.
    posts: the text should name posts, as for `personal_data`.
    """
    sensitive_matches = []
    for find in personal_data(text, alone="name" in kinds, posts=posts):
        if find.kind == REFUSED:
            sensitive_matches.append(SensitiveMatch(find.sentence, find.kind, refused=True))
        elif find.kind in kinds:
            article = "an" if find.kind[0] in "aeiou" else "a"
            sentence = f"“{find.text}” looks like {article} {find.kind}."
            sensitive_matches.append(SensitiveMatch(sentence, find.kind))
    return tuple(sensitive_matches)
