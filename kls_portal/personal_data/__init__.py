"""Personal data in text that a person typed: found, never stored. Pure.

Numbers and addresses have a format (`find`); names have none, so only some are found (`names`) and
people still have to read the text.
"""

from kls_portal.personal_data.find import SENTENCES, Find, formatted, is_nhs_number, nhs_numbers
from kls_portal.personal_data.names import names, names_alone, names_among_posts

__all__ = ["SENTENCES", "Find", "is_nhs_number", "personal_data"]


def personal_data(text: str, *, alone: bool = False, posts: bool = False) -> tuple[Find, ...]:
    """Return what looks like personal data, in text order; no two finds overlap.

    alone: also find first names on their own, for a text that should identify nobody. posts: the
    text should name posts, so any two capitalised words that are not part of a post are a name.
    """
    finds: list[Find] = []
    taken = bytearray(len(text))
    for find in (
        *formatted("email address", text),
        *formatted("National Insurance number", text),
        *nhs_numbers(text),
        *formatted("phone number", text),
        *names(text),
        *(names_among_posts(text) if posts else ()),
        *(names_alone(text) if alone else ()),
        *formatted("address", text),
    ):
        if not any(taken[find.start : find.end]):
            taken[find.start : find.end] = b"\1" * (find.end - find.start)
            finds.append(find)
    return tuple(sorted(finds, key=lambda find: find.start))
