"""L7: asks for a religion, a belief, a sexual orientation, a gender identity or a marital status.

Source: Equality Act 2010, sections 7, 8, 10, 12, 13, 19 and 39; for trade unions the Trade Union
and Labour Relations (Consolidation) Act 1992, section 137 (legislation.gov.uk, read on 28 November
2026). Knowledge of religions, respect for an ethos, and a requirement of the occupation that is
named as such are no demand.
"""

import re
from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding
from vacancies.rulebook.protected import UP_TO_THREE, asked_of_people, under_law

RULE = "L7"

_FAITH = (
    r"(?:christian|catholic|protestant|anglican|church of (?:england|scotland|ireland|wales)"
    r"|methodist|baptist|evangelical|muslim|islamic|jewish|hindu|sikh|buddhist|quaker|presbyterian"
    r"|orthodox|atheist|humanist|unionist|nationalist|loyalist|republican|pagan|mormon)"
)
_PEOPLE = r"(?:applicants?|candidates?|persons?|people|librarians?|staff|post ?holders?|believers?)"
_UNION = re.compile(
    r"\b(?:not|no|never|non)[ -](?:(?:be|an?|active|in|have|belong|to|join|joined|members?|of|any"
    r"|the|part|take|taken|currently|or) ){0,7}(?:(?:trade )?union(?:s|ised)?|industrial action"
    r"|strikes?)\b(?! (?:catalogue|list|flag|jack))"
    r"|\b(?:leave|give up|resign from|cease|renounce) (?:[\w-]{1,12} ){0,4}(?:trade )?union\b"
    r"|\b(?:must|should) (?:[\w-]{1,12} ){0,2}(?:join|(?:be|become) (?:an? )?members? of) (?:an?"
    r"|the|our|any) (?:[\w-]{1,12} ){0,2}union\b"
    r"|\b(?:trade )?union (?:members?|activists?|representatives?|reps?)(?: and [\w-]{1,14})?"
    r" (?:need not|should not|will not|cannot|may not)\b"
)
_WANTED = re.compile(
    rf"\b(?:practi[sc]ing|committed|born-again|devout|active|baptised|confirmed|church-?going"
    rf"|faithful|observant) {_FAITH}s?\b"
    rf"|\b(?:must|should|to) be (?:an? )?(?:[\w-]{{1,12}} )?{_FAITH}s?\b(?! (?:chaplain|hospital))"
    rf"|\b{_FAITH}s? (?:{_PEOPLE} )?(?:need not|should not|cannot|will not|may not)\b"
    r"|\bborn (?:an? )?(?:female|male|wom[ae]n|m[ae]n)\b"
    rf"|\b{_FAITH}s? (?:{_PEOPLE} )?(?:only|preferred|required|essential|wanted|sought)\b"
    rf"|\b(?:only|preferably|ideally|prefer(?:s|red)?|seek(?:s|ing)?|looking for)"
    rf" (?:an? )?(?:[\w-]{{1,12}} )?{_FAITH}s?\b"
    rf"|\b(?:of|from|in|share|shares|hold|holds|to) (?:the |a |our |its |an )?{_FAITH} (?:faith"
    rf"|religion|community|background|tradition|belief\w{{0,2}}|persuasion|upbringing)\b"
    rf"|\b(?:members?|communicants?) of (?:the |an? |our )?(?:[\w-]{{1,12}} ){{0,2}}(?:church"
    rf"|mosque"
    rf"|synagogue|temple|congregation|parish|gurdwara|{_FAITH} (?:community|faith|church))\b"
    r"|\bchurch[ -]?goer\b|\battend\w{0,3} (?:a |our |the )?(?:church|mosque|mass|worship|chapel)\b"
    rf"|\bshare (?:in )?(?:our|the|its) (?:[\w-]{{1,12}} )?(?:faith|religio\w{{1,3}}|beliefs?)\b"
    rf"|\b(?:no|without|not hold|not have|not be|free of) {UP_TO_THREE}(?:religious|political|trade"
    rf" union)(?: (?:or|and) (?:religious|political))? (?:beliefs?|opinions?|views?|affiliations?"
    r"|ties|activit\w{1,3}|dress|symbols?|clothing|observances?|commitments?|convictions?"
    r"|membership|involvement)\b"
    r"|\bhold(?:s|ing)? (?:no )?(?:strong )?(?:religious|political) (?:\w{3,12})\b"
    r"|\b(?:not|no|without|never|unable) (?:[\w-]{1,12} ){0,5}(?:religious|faith|holy|prayer)"
    r" (?:festivals?|holidays?|days?|observances?|breaks?|duties|objections?|reasons?)\b"
    r"|\bclean[ -]shaven\b"
    r"|\bno (?:beards?|facial hair)\b"
    rf"|\b(?:not|no|never|without) (?:wear\w{{0,3}} )?{UP_TO_THREE}(?:hijabs?|headscar(?:f"
    rf"|ves)|turbans?"
    rf"|veils?"
    r"|niqabs?|kippahs?|crucifix|crosses|religious (?:dress|clothing|symbols?|jewellery))\b"
    r"|\b(?:believe|belief|faith|trust) in (?:god|jesus|christ|allah)\b|\bstatement of faith\b"
    r"|\b(?:remove|take off|cover up|hide) (?:[\w-]{1,12} ){0,3}(?:turbans?|hijabs?|veils?"
    r"|religious"
    r"|headscar(?:f|ves))\b"
    r"|\b(?:disclose|state|declare|confirm|give|tell us|say) (?:what )?(?:their|your|his"
    r"|her) (?:sexual"
    r" orientation|sexuality|religion|faith|marital status|gender identity)\b(?![^.;\n]{0,60}"
    r"\b(?:monitor|optional|voluntary))"
    r"|\bno religion\b|\breligious (?:belief|faith) (?:is |)(?:essential|required|preferred)\b"
    r"|\bheterosexual\b|\bstraight (?:man|woman|men|women|person|people|applicants?|candidates?)\b"
    r"|\b(?:must|should|can|may|need)(?: not)? be (?:openly )?(?:gay|lesbian|homosexual|bisexual"
    r"|straight|transgender|trans|transsexual|cisgender)\b"
    r"|\b(?:no|not|never) (?:openly )?(?:gays?|lesbians?|homosexuals?|bisexuals?|transgender"
    r"|transsexuals?|trans (?:people|men|women|applicants?|candidates?)|lgbt\w{0,4})\b"
    r"|\b(?:gay|lesbian|homosexual|transgender|trans|transsexual|lgbt\w{0,4}) (?:[\w-]{1,12} )?"
    r"(?:need not|should not|cannot|will not|may not)\b"
    r"|\b(?:cisgender|cis (?:men|women|people)|biological(?:ly)? (?:sex|males?|females?|m[ae]n"
    r"|wom[ae]n)|(?:sex|gender) (?:[\w-]{1,12} ){0,3}(?:at|of) birth|birth (?:sex|gender)"
    r"|gender reassignment (?:surgery|history))\b"
    rf"|\b(?:must|should) (?:not )?be (?:an? )?(?:single|unmarried|married|divorced|widowed|engaged"
    r"|in a civil partnership)\b(?! (?:point|minded))"
    rf"|\b(?:preferably|ideally) (?:single|unmarried|married)\b"
    rf"|\b(?:single|unmarried|married|divorced) (?:or [\w-]{{1,12}} )?(?:{_PEOPLE}|man|woman|men"
    r"|women|couple|status)\b(?! (?:for|of contact))|\bmarital status\b(?= ?:| (?:must|single"
    r"|married))"
    rf"|{_UNION.pattern}"
)
_INNOCENT = re.compile(
    r"\b(?:respect\w{0,4}|sympath\w{2,5}|understand\w{0,3}|awareness|knowledge of|chaplain\w{0,3}"
    r"|marriage allowance|all faiths|any (?:faith|religion)|faiths? and none|or none)\b"
)
_ALONE = re.compile(
    rf"(?:an? |the )?(?:[\w-]{{1,12}} )?(?:{_FAITH}s?|(?:un)?married|single|divorced|heterosexual"
    r"|straight|gay|lesbian|cisgender)(?: or (?:un)?married)?(?:,[^.;\n]{0,40}| only)?\.?"
)


def check(document: Document) -> Iterator[Finding]:
    """Report each demand, once a sentence; one about a trade union has a law of its own."""
    for place in asked_of_people(document, _WANTED, _INNOCENT, _ALONE):
        union = _UNION.match(document.flowing, *place)
        yield under_law(RULE, document, place, "union" if union else "")
