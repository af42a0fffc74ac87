"""A5: too many essential criteria.

Source: a house default; no authoritative number was found. The limits stand in jd_rules.toml.
"""

from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding
from vacancies.rulebook.rulebook import found, number

RULE = "A5"


def check(document: Document) -> Iterator[Finding]:
    """Report the first essential criterion beyond the limit, with their number."""
    essential = document.essential
    limit = number(RULE, "warn")
    if len(essential) > limit:
        strong = len(essential) > number(RULE, "strong")
        variant = "strong" if strong else ""
        yield found(RULE, document, essential[limit].span, variant=variant, n=len(essential))
