"""D14: no equality statement that names something.

Source: NHS Providers: generic lines do little.
"""

import re
from collections.abc import Iterator

from vacancies.checks.document import Document
from vacancies.checks.finding import Finding
from vacancies.checks.rulebook import found, rule

RULE = "D14"

_SPECIFIC = re.compile(
    r"\b(?:under-?represented|under represented|welcomes? (?:all )?applications"
    r"|applications (?:are )?(?:very )?(?:welcome|from)"
    r"|(?:particularly|especially|warmly) welcome|encourages? applications|staff networks?"
    r"|positive action"
    r"|disability confident|guaranteed interview|anonymi[sz]ed|inclusive|ethnic|lgbt"
    r"|global majority|minority|minorities|race|racism|trans\b|disabled (?:people|applicants"
    r"|staff)"
    r"|care leavers|veterans|carers|refugees|interview scheme|(?:guarantee"
    r"|offer) (?:of )?an interview"
    r"|(?:like|love|want|hope|glad) to hear from|name-blind|names? (?:are )?(?:hidden|removed)"
    r"|armed forces covenant|race equality|neurodiver\w{0,6}|black,? asian)"
)


def check(document: Document) -> Iterator[Finding]:
    """Report once when nothing specific is named."""
    if document.demands(rule(RULE).kinds) and not document.has(_SPECIFIC):
        yield found(RULE, document)
