"""A11: physical demands without a word on adjustments.

Source: NHS Providers. Adjustments offered anywhere in the text answer it.
"""

import re
from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding
from vacancies.rulebook.offers import ADJUSTMENTS
from vacancies.rulebook.once import first_of_each
from vacancies.rulebook.rulebook import found

RULE = "A11"

_THINGS = (
    r"(?:boxes|books|journals|stock|loads?|items?|volumes|crates|trolleys?|trucks?|carts?|bags"
    r"|post|furniture|equipment"
    r"|parcels|objects|weights?|materials?|\d)"
)
_DEMANDS = re.compile(
    rf"\b(?:lift(?:ing)?(?: and carry(?:ing)?)? (?:of )?(?:up )?(?:heavy |large |full "
    rf"|bulky )?{_THINGS}"
    r"|(?:to|must|can|and|or|of|heavy|involves|requires|some"
    r"|regular) lift(?:ing)?(?=\s{0,3}(?:[.,;\n]|$)| and carry| up\b)"
    rf"|carry(?:ing)? (?:of )?(?:heavy |large |full |bulky )?{_THINGS}"
    rf"|heavy (?:lifting|boxes|books|loads?|trolleys?|items|stock|objects|parcels|crates|volumes"
    rf"|bags|furniture|equipment|materials?)"
    r"|mov(?:e|ing) (?:heavy|boxes|furniture|crates)|climb(?:ing)? (?:ladders?|steps|stairs)"
    r"|physical(?:ly)? (?:stamina|strength|effort is)|strenuous|stand(?:ing)? (?:all day|most of"
    r"|up for)|stand(?:ing)? for (?:long|most|several|much|hours|up|extended|prolonged|\d)"
    r"|on (?:your|their) feet|physically (?:fit|strong|demanding|able|active)|physical fitness"
    rf"|manual handling(?! (?:training|course|update|refresher|e-learning|policy|regulations))"
    rf"|push(?:ing)?(?: and pull(?:ing)?)? (?:of )?(?:(?:an?|the) )?(?:heavy |full |loaded "
    rf"|book ){{0,2}}{_THINGS}"
    r"|good (?:physical )?health(?= and)|bend(?:ing)? and (?:stretch|lift)(?:ing)?)\b"
)


def check(document: Document) -> Iterator[Finding]:
    """Report each demand once, at its first place."""
    if document.has(ADJUSTMENTS):
        return
    places = (place for place in document.found(_DEMANDS) if not document.is_denied(place))
    for place in first_of_each(document, places, by_sentence=True):
        yield found(RULE, document, place)
