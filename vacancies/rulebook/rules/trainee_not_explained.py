"""D17: a trainee post that is not called a development post.

Source: recruitment and retention guide for KLS managers (Fair Library Jobs manifesto, 4.0).
Trainees whom the library serves make no trainee post.
"""

import re
from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding
from vacancies.rulebook.rulebook import found

RULE = "D17"

_TRAINEE = re.compile(
    r"(?<!gp )(?<!medical )(?<!surgical )(?<!specialty )(?<!foundation )(?<!nursing )(?<!dental )"
    r"\b(?:traineeship|(?:graduate |library )?trainee(?= (?:librarian|library|knowledge"
    r"|information|post|role|position"
    r"|assistant|job|vacancy|scheme|programme)|\s{0,3}\n|\s{0,3}$|,| \(|:)|graduate trainee"
    r"|library trainee)\b"
)
_EXPLAINED = re.compile(
    r"\b(?:development (?:post|role|job|opportunity)|develop\w{0,6}|learn\w{0,4}"
    r"|fixed[ -]term|\d{1,2} months"
    r"|(?:for|lasts|over|of) (?:one|two|a) years?|(?:one|two|a)-year|(?:one|two) years?"
    r"|twelve months|eighteen months)\b"
)


def check(document: Document) -> Iterator[Finding]:
    """Report the first mention of the trainee when nothing says what the post is for."""
    place = next(document.found(_TRAINEE), None)
    if place and not document.has(_EXPLAINED):
        yield found(RULE, document, place)
