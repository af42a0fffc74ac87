"""D19: an unpaid or voluntary post.

Source: recruitment and retention guide for KLS managers (Fair Library Jobs manifesto, 3.0).
Volunteers whom the post supports, and unpaid leave, are none.
"""

import re
from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding
from vacancies.rulebook.rulebook import found

RULE = "D19"

_UNPAID = re.compile(
    r"\b(?:(?:volunteer|voluntary|unpaid|honorary) (?:[\w-]{1,15} )?(?:post|role|position"
    r"|opportunity|opportunities"
    r"|assistant|librarian|basis|internship|placement|vacancy|work placement|job|traineeship)"
    r"|(?:(?:this|the) (?:post|role|position|placement|internship|job) is|is an|is) (?:unpaid"
    r"|voluntary)(?! on)"
    r"|volunteers? (?:wanted|needed|required)|(?:we are looking for|join us as|become"
    r"|seeking) (?:an? )?(?:library )?"
    r"(?:volunteers?|intern)|(?:work )?placement (?:opportunity|vacancy|available)"
    r"|expenses[ -]only (?:basis|post|role|position|placement)|unwaged|without (?:pay|a salary"
    r"|wages)"
    r"|(?:post|role|position|placement|internship) (?:is |that is )?(?:not paid|has no pay)"
    r"|unpaid(?= (?:\d|work\b)))\b"
)


def check(document: Document) -> Iterator[Finding]:
    """Report the first words that say so."""
    place = next((p for p in document.found(_UNPAID) if not document.is_denied(p)), None)
    if place:
        yield found(RULE, document, place)
