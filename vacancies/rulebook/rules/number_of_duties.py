"""B5: too few or too many main duties.

Source: Southampton form HR5 (6 to 10); York guidance (about 10).
"""

from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding
from vacancies.rulebook.rulebook import found, number
from vacancies.rulebook.words import variant_of

RULE = "B5"


def check(document: Document) -> Iterator[Finding]:
    """Report too few at the first duty, too many at the first beyond the limit, none at all."""
    if not document.demands(["jd"]):
        return
    duties = document.duties
    variant = variant_of(len(duties))
    if not duties:
        yield found(RULE, document, variant=variant)
    elif len(duties) < number(RULE, "low"):
        yield found(RULE, document, duties[0], variant=variant, n=len(duties))
    elif len(duties) > number(RULE, "high"):
        yield found(RULE, document, duties[number(RULE, "high")], n=len(duties))
