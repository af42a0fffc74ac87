"""What equality law says of origin, belief and private life."""

import re
from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding
from vacancies.rulebook.protected import UP_TO_THREE, asked_of_people, under_law, unlawful
from vacancies.rulebook.registry import text_rule

_LANGUAGE = r"(?:english|welsh|gaelic|irish|scots|british)"
_COUNTRY = (
    r"(?:(?:the )?(?:uk|u\.k\.|united kingdom|great britain|britain|british isles|england|scotland"
    r"|wales|ireland|northern ireland|eu|this country)|(?:an? )?(?:english|british)[ -]speaking"
    r" country)"
)
_NATION = (
    r"(?:british|uk|english|scottish|welsh|irish|united kingdom|eu|eea|european|commonwealth"
    r"|northern irish)"
)
_ORIGIN_WANTED = re.compile(
    r"\bno non-native\b|\bnative (?:french|german|spanish|italian|portuguese|polish|romanian|arabic"
    r"|urdu|punjabi|hindi|gujarati|bengali|somali|mandarin|cantonese|chinese)\b"
    rf"|\bonly (?:[\w-]{{1,12}} ){{0,2}}residents of {_COUNTRY}\b"
    r"|\b(?:no|never|not (?:open to|for|suitable for|available to)) (?:any )?(?:asylum[ -]seekers?"
    r"|refugees?|(?:irish )?travellers|gyps(?:y|ies)|roma)\b"
    r"|\b(?:asylum[ -]seekers?|refugees?|travellers|gypsies|migrants) (?:need|should|can|will|may)"
    r" ?not\b|"
    rf"\bhome[ -]?grown {_NATION}\b|"
    r"(?<!non-)\b(?:near[ -])?native[ -](?:[a-z]{3,12}[ -]){0,2}(?:speak(?:ers?|ing)|fluency"
    r"|proficiency"
    r"|level|standard|tongue|command)\b"
    rf"|\b(?:native|indigenous) {_LANGUAGE}\b|\b{_LANGUAGE}[^.;\n]{{0,30}}\bnative\b"
    r"|\bmother[ -]tongues?\b"
    rf"|\b{_LANGUAGE}[^.;\n]{{0,30}}\bfirst[ -]language\b"
    rf"|\bfirst[ -]language[^.;\n]{{0,25}}\b{_LANGUAGE}\b"
    rf"|\b{_NATION}(?:,? (?:or|and|/) {_NATION})?[ -](?:citizens?(?:hip)?|nationals\b"
    rf"|national(?= ?(?:[.,;()\n\t]|$| or| with| only| and))|nationality"
    r"|passports?|passport[ -]holders?|subjects?|born|origins?|descent|heritage|parentage|birth"
    r"|(?:applicants?|candidates?|people|residents?) only)\b"
    r"(?!'? (?:rights|advice|service|archive|librar|collection|panel|jury))"
    rf"|\bwhite (?:british|english|european|irish)\b|\bdegrees? (?:[\w-]{{1,12}} ){{0,2}}(?:from"
    rf"|at) an? (?:uk|british|english)\b"
    rf"|\bmust be (?:an? )?(?:{_NATION}|white|caucasian|local)\b"
    r"|\b(?:white|caucasian|indigenous) (?:[\w-]{1,12} ){0,2}(?:only|preferred|applicants?"
    r"|candidates?)\b"
    r"|\b(?:only|open only to|restricted to|limited to) (?:the )?(?:white|caucasian|"
    rf"{_NATION}) (?:people|applicants?|candidates?|nationals?|citizens?)\b"
    rf"|\bborn (?:[\w-]{{1,10}} ){{0,3}}in {_COUNTRY}\b|\b{_COUNTRY}[ -]born\b"
    r"|\b(?:no (?:foreign|overseas|non-uk|non-british|migrant|international|immigrant|visa)"
    r"(?:ers?|s)?\b|no (?:foreigners|immigrants|migrants))"
    r"|\b(?:foreign|overseas|international|migrant|non-uk|non-british|non-eu|non-english)"
    rf" {UP_TO_THREE}(?:need not|should not|cannot|will not|are not|may not)\b"
    rf"|\b(?:lived|liv(?:e|ing)|resident|resided|worked|studied|educated|brought up|raised"
    rf"|schooled|trained) (?:[\w-]{{1,12}} ){{0,3}}in {_COUNTRY} (?:for|since|all|throughout"
    rf"|only)\b"
    rf"|\b(?:educated|schooled|trained|raised|brought up) in {_COUNTRY}\b"
    rf"|\bmust have (?:[\w-]{{1,12}} ){{0,3}}(?:lived|worked|studied|resided|been (?:educated"
    rf"|resident|born|trained|brought up|raised)) (?:[\w-]{{1,12}} ){{0,3}}in {_COUNTRY}\b"
    rf"|\b(?:uk|british)[ -](?:educated|trained|based degree|qualified)\b"
    rf"|\b(?:uk|british) (?:degrees?|qualifications?|education|schooling|university degree"
    rf"|work experience)(?: only| essential| required| preferred| needed)?(?= ?(?:[.,;()\n]|$| or "
    rf"| and| will| are| is| can| may"
    r"| only| essential| required))"
    r"|\b(?:educated|trained|studied|schooled|qualified|graduated) (?:at|in|from|by)"
    r" an? (?:uk|british|english) (?:university|college|school|institution|library school)\b"
    r"|\b(?:foreign|overseas|non-uk) (?:degrees?|qualifications?)[^.;\n]{0,20}\bnot\b"
    r"|\b(?:no|without(?: an?| any)?|free of(?: an?| any)?|neutral|local|british|unaccented"
    r"|southern"
    r"|regional"
    r"|clear english|english)(?: ?(?:strong|foreign|noticeable|heavy|discernible|marked|regional))?"
    r" accents?\b|\baccent[ -](?:free|less|neutral)\b|\breceived pronunciation\b"
    r"|\b(?:must|only|required?|need|essential)\b[^.;\n]{0,40}\b(?:indefinite leave|settled status"
    r"|permanent residen\w{2,3})\b"
    r"|\b(?:of|from an?) (?:\w{1,10} )?(?:british|english|white|european|irish traveller)"
    r" (?:background|birth|origin|stock|extraction|ethnicity)\b"
)
_ORIGIN_INNOCENT = re.compile(
    r"\b(?:(?:may|can|need not) be (?:your|their|an?) (?:first|native)"
    r"|(?:is|are|was|were) not|isn't|not (?:a |an |the |their |your )?(?:first|native|mother)"
    r"|whose|additional|second|other than|for example|such as|or (?:an)?other"
    r"|or any|e\.g|vetting|security clear\w{2,6}|security check\w{0,3}|reserved post|degree or"
    r" equivalent|or overseas|or (?:(?:an|its|the) )?equivalent|or (?:an )?international|visa to)\b"
)
_ORIGIN_ALONE = re.compile(
    r"(?:an? )?(?:white|caucasian|british)(?: (?:person|man|woman|candidate|applicant|only))?\.?"
)


@text_rule("L3")
def nationality(document: Document) -> Iterator[Finding]:
    """L3: asks for a nationality, a native speaker, a birthplace or an accent.

    Report each demand, once a sentence. Source: Equality Act 2010, sections 9, 13, 19 and 39. The
    right to work, a level of a language that the work needs, and the languages of readers are no
    such demand.
    """
    yield from unlawful("L3", document, _ORIGIN_WANTED, _ORIGIN_INNOCENT, _ORIGIN_ALONE)


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
    r"|\bmembers? of (?:an?|any|the|our) (?:trade )?union (?:need|should|will|can|may) ?not\b"
    r"|\b(?:trade )?union (?:members?|activists?|representatives?|reps?)(?: and [\w-]{1,14})?"
    r" (?:need not|should not|will not|cannot|may not)\b"
)
_BELIEF_WANTED = re.compile(
    rf"\b(?:practi[sc]ing|committed|born-again|devout|active|baptised|confirmed|church-?going"
    rf"|faithful|observant) {_FAITH}s?\b"
    rf"|\b(?:must|should|to) be (?:an? )?(?:[\w-]{{1,12}} )?{_FAITH}s?\b(?! (?:chaplain|hospital))"
    rf"|\b{_FAITH}s? (?:{_PEOPLE} )?(?:need not|should not|cannot|will not|may not)\b"
    r"|\bborn (?:an? )?(?:female|male|wom[ae]n|m[ae]n)\b"
    rf"|\b{_FAITH}s? (?:{_PEOPLE} |community )?(?:only|preferred|required|essential|wanted"
    r"|sought)\b"
    rf"|\b(?:only|preferably|ideally|prefer(?:s|red)?|seek(?:s|ing)?|looking for)"
    rf" (?:an? )?(?:[\w-]{{1,12}} )?{_FAITH}s?\b"
    rf"|\b(?:of|from|in|share|shares|hold|holds|holding|to) (?:the |a |our |its |an )?"
    rf"(?:good |strong )?{_FAITH} (?:faith|ethos|values|views|opinions|standing|religion"
    rf"|community|background|tradition|belief\w{{0,2}}|persuasion|upbringing)\b"
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
    r"|\bno (?:time off|breaks?|leave|absence) for (?:prayers?|religious|worship|faith)\b"
    r"|\b(?:not|never) (?:to )?(?:observe|keep|celebrate|fast)(?: (?:during|for|in|the)){0,2}"
    r" (?:ramadan|sabbath|shabbat|lent|eid|diwali|passover|easter)\b|\bcommunicant\b"
    r"|\b(?:no|any|a) (?:political )?party (?:membership|allegiance)\b|\bbelong to no"
    r" (?:political )?party\b|\b(?:not|never) (?:be |belong |been )?(?:an? )?(?:members? of|to)"
    r" (?:any|a) (?:political )?party\b|\b(?:no ?body|no ?one|none|not|never|no) [^.;\n]{0,30}"
    r"\bgender reassignment\b|\bno same[ -]sex\b"
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
_BELIEF_INNOCENT = re.compile(
    r"\b(?:respect\w{0,4}|sympath\w{2,5}|understand\w{0,3}|awareness|knowledge of|chaplain\w{0,3}"
    r"|marriage allowance|all faiths|any (?:faith|religion)|faiths? and none|or none)\b"
)
_BELIEF_ALONE = re.compile(
    rf"(?:an? |the )?(?:[\w-]{{1,12}} )?(?:{_FAITH}s?|(?:un)?married|single|divorced|heterosexual"
    r"|straight|gay|lesbian|cisgender)(?: or (?:un)?married)?(?:,[^.;\n]{0,40}| only)?\.?"
)


@text_rule("L7")
def belief_and_private_life(document: Document) -> Iterator[Finding]:
    """L7: asks for a religion or belief, or about sexual orientation, gender or marriage.

    Report each demand, once a sentence; one about a trade union has a law of its own. Source:
    Equality Act 2010, sections 7, 8, 10, 12, 13, 19 and 39; for trade unions the Trade Union and
    Labour Relations (Consolidation) Act 1992, section 137 (legislation.gov.uk, read on 28 November
    2026). Knowledge of religions, respect for an ethos, and a requirement of the occupation that is
    named as such are no demand.
    """
    for place in asked_of_people(document, _BELIEF_WANTED, _BELIEF_INNOCENT, _BELIEF_ALONE):
        union = _UNION.match(document.flowing, *place)
        yield under_law("L7", document, place, "union" if union else "")
