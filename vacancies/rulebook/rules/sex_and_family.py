"""L4: asks for a man or a woman, or for nobody with children, a family or a pregnancy.

Source: Equality Act 2010, sections 11, 13, 18, 19 and 39. Services for women or men, cover for
maternity leave and groups that are welcomed because they are under-represented are no demand.
"""

import re
from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding
from vacancies.rulebook.protected import UP_TO_THREE, unlawful

RULE = "L4"

_PERSON = (
    r"(?:males?|females?|man|woman|men|women|lady|ladies|gentleman|gentlemen|girls?|boys?|lads?"
    r"|mothers?|mums?|fathers?|dads?|housewife|housewives|husband|wife|wives)"
)
_NO_SERVICE = (
    r"(?!(?:'|-|s'| (?:and baby|health|hospital|network|services?|centre|unit|clinic|ward"
    r"|staff network|patients?|readers?|in (?:leadership|science|medicine)|of)))"
)
_HOME = r"(?:child ?-?care|caring|carer|family|domestic|home|parental|outside|personal)"
_TIES = r"(?:commitments?|responsibilit(?:y|ies)|ties|duties|obligations?|problems?|worries)"
_WANTED = re.compile(
    rf"\b(?:fe)?male (?:applicants?|candidates?|librarians?|assistants?|person|workers?|managers?"
    rf"|porters?|post ?holders?|member of staff)\b(?! (?:are|is|who|were) (?:under|few|welcome))"
    rf"|\b{_PERSON} (?:only|preferred|wanted|needed|required|sought|essential)\b"
    rf"|\b(?:only|preferably|ideally) (?:an? )?{_PERSON}\b{_NO_SERVICE}"
    rf"|\b(?:(?:suit(?:s|ed|able)?|ideal|perfect|right)(?: job| post| role)?(?: to| for)?"
    rf"|(?:job|post|role|work) (?:for"
    rf"|suits)) (?:an? )?(?:[\w-]{{1,15}} ){{0,3}}{_PERSON}\b{_NO_SERVICE}"
    rf"|\b(?:not|un) ?(?:suitable|suited|ideal"
    rf"|right) for (?:[\w-]{{1,12}} ){{0,2}}{_PERSON}\b{_NO_SERVICE}"
    rf"|\b(?:strong|responsible|mature|married|single|capable|bright|smart|attractive|young|fit"
    rf"|sensible|reliable|friendly) {_PERSON}\b{_NO_SERVICE}"
    rf"|\b(?:looking for|seek(?:s|ing)?|want(?:s|ed)?|need(?:s|ed)?|appoint|employ|require(?:s|d)?)"
    rf" (?:an? |the )?(?:[\w-]{{1,12}} ){{0,2}}{_PERSON}\b{_NO_SERVICE}"
    rf"|\b(?:must|should|to|can|may) be (?:an? )?(?:[\w-]{{1,12}} )?{_PERSON}\b{_NO_SERVICE}"
    r"|\b(?:girl|boy|lady|gal) friday\b"
    rf"|\b(?:no|without|free (?:of|from)|not have|not having|has no|have no|unencumbered by)"
    rf" (?:(?:any|young|small|school-age|dependent|other|pressing|heavy|the|of) ){{0,3}}(?:{_HOME}"
    rf"(?:(?:,| or| and)? {_HOME})? {_TIES}|child(?:ren)?\b(?!'| services| in)|dependants?\b"
    r"|dependents\b|small children|babies|family (?:to|at home))"
    rf"|\b{_HOME} {_TIES}[^.;\n]{{0,40}}\b(?:not|never|cannot)\b[^.;\n]{{0,20}}\b(?:interfere"
    rf"|affect"
    r"|impact|prevent|restrict|limit|interrupt|come (?:before|first)|get in the way|disrupt)"
    rf"|\b(?:regardless of|despite|over|before|above) (?:any |your |their )?{_HOME} {_TIES}"
    r"|\b(?:not|never) be pregnant\b|\bnot (?:currently )?pregnant\b"
    rf"|\b(?:not|no|without) {UP_TO_THREE}(?:plan\w{{0,4}}|intend\w{{0,3}}|intention\w{{0,2}}"
    r"|thinking of|about) (?:[\w'-]{1,10} ){0,3}(?:family|pregnan\w{1,3}|bab(?:y|ies)|children"
    r"|maternity)\b"
    r"|\bpregnant (?:women|applicants?|candidates?|workers?|people)[^.;\n]{0,15}\b(?:need not"
    r"|should not|cannot|will not|may not|are not)\b"
    r"|\b(?:applicants?|candidates?|people|those|anyone|parents?|mothers?|women|men) with"
    rf" (?:[\w-]{{1,12}} ){{0,3}}(?:child(?:ren)?|babies|families|{_HOME} {_TIES})\b[^.;\n]{{0,15}}"
    r"\b(?:need|should|must|can|will|may) ?not\b"
    r"|\b(?:completed|finished) (?:your|their|her|a) family\b"
    r"|\bno (?:pregnan\w{1,3}|maternity leave|mothers|mums|women|men)\b(?! (?:will|is|need|should))"
    rf"|\bchild(?:-| )?(?:free|less)\b"
)
_ALONE = re.compile(rf"(?:an? |the )?(?:[\w-]{{1,12}} )?(?:male|{_PERSON})\b[^.;\n]{{0,30}}\.?")


def check(document: Document) -> Iterator[Finding]:
    """Report each demand, once a sentence."""
    yield from unlawful(RULE, document, _WANTED, alone=_ALONE)
