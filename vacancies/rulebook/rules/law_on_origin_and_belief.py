"""What equality law says about origin, belief and private life."""

import re
from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding
from vacancies.rulebook.protected import SHUT_OUT, UP_TO_THREE, asked_of_people, under_law, unlawful
from vacancies.rulebook.registry import text_rule

_LANGUAGE = r"(?:english|welsh|gaelic|irish|scots|british)"
_COUNTRY = (
    r"(?:(?:the )?(?:uk|u\.k\.|united kingdom|great britain|britain|british isles|england|scotland"
    r"|wales|ireland|northern ireland|eu|this country)|(?:an? )?(?:english"
    r"|british)[ -]speaking country)"
)
_NATION = (
    r"(?:british|uk|english|scottish|welsh|irish|united kingdom|eu|eea|european|commonwealth"
    r"|northern irish)"
)
_ORIGIN_WANTED = re.compile(
    rf"\bgr[eo]wn? up (?:speaking|with) {_LANGUAGE}\b|\b(?:queen|king)'s english\b|\baccentless\b"
    r"|\b(?:needing|who needs?|requiring|who requires?|on) (?:an? )?(?:visas?|sponsorship"
    r"|work permits?) (?:(?:need|should|must) ?not|will not be considered)\b|\bno non-native\b"
    r"|\bnative (?:french|german|spanish|italian|portuguese|polish|romanian|arabic|urdu|punjabi"
    r"|hindi|gujarati|bengali|somali|mandarin|cantonese|chinese)\b"
    rf"|\bonly (?:[\w-]{{1,12}} ){{0,2}}residents of {_COUNTRY}\b|\b(?:no|never|not (?:open to|for"
    r"|suitable for|available to)) (?:any )?(?:asylum[ -]seekers?|refugees?|(?:irish )?travellers"
    r"|gyps(?:y|ies)|roma)\b|\b(?:asylum[ -]seekers?|refugees?|travellers|gypsies"
    rf"|migrants) {SHUT_OUT}|\bhome[ -]?grown {_NATION}\b|"
    r"(?<!non-)\b(?:near[ -])?native[ -](?:[a-z]{3,12}[ -]){0,2}(?:speak(?:ers?|ing)|fluency"
    r"|proficiency|level|standard|tongue|command)\b"
    rf"|\b(?:native|indigenous) {_LANGUAGE}\b|\b{_LANGUAGE}[^.;\n]{{0,30}}\bnative\b"
    rf"|\bmother[ -]tongues?\b|\b{_LANGUAGE}[^.;\n]{{0,30}}\bfirst[ -]language\b"
    rf"|\bfirst[ -]language[^.;\n]{{0,25}}\b{_LANGUAGE}\b|\b{_NATION}(?:,? (?:or|and"
    rf"|/) {_NATION})?[ -](?:citizens?(?:hip)?|nationals\b|national(?= ?(?:[.,;()\n\t]|$| or| with"
    r"| only| and))|nationality|passports?|passport[ -]holders?|subjects?|born|origins?|descent"
    r"|heritage|parentage|birth|(?:applicants?|candidates?|people"
    r"|residents?) only)\b(?!'? (?:rights|advice|service|archive|librar|collection|panel|jury))"
    rf"|\bwhite (?:british|english|european|irish)\b|\bdegrees? (?:[\w-]{{1,12}} ){{0,2}}(?:from"
    rf"|at) an? (?:uk|british|english)\b|\bmust be (?:an? )?(?:{_NATION}|white|caucasian|local)\b"
    r"|\b(?:white|caucasian|indigenous) (?:[\w-]{1,12} ){0,2}(?:only|preferred|applicants?"
    r"|candidates?)\b|\b(?:only|open only to|restricted to|limited to) (?:the )?(?:white|caucasian|"
    rf"{_NATION}) (?:people|applicants?|candidates?|nationals?|citizens?)\b"
    rf"|\bborn (?:[\w-]{{1,10}} ){{0,3}}in {_COUNTRY}\b|\b{_COUNTRY}[ -]born\b|\b(?:no (?:foreign"
    r"|overseas|non-uk|non-british|migrant|international|immigrant|visa)(?:ers?|s)?\b"
    r"|no (?:foreigners|immigrants|migrants))|\b(?:foreign|overseas|international|migrant|non-uk"
    rf"|non-british|non-eu|non-english) {UP_TO_THREE}{SHUT_OUT}|\b(?:lived|liv(?:e|ing)|resident"
    r"|resided|worked|studied|educated|brought up|raised|schooled"
    rf"|trained) (?:[\w-]{{1,12}} ){{0,3}}in {_COUNTRY} (?:for|since|all|throughout|only)\b"
    rf"|\b(?:educated|schooled|trained|raised|brought up) in {_COUNTRY}\b"
    rf"|\bmust have (?:[\w-]{{1,12}} ){{0,3}}(?:lived|worked|studied|resided|been (?:educated"
    rf"|resident|born|trained|brought up|raised)) (?:[\w-]{{1,12}} ){{0,3}}in {_COUNTRY}\b|\b(?:uk"
    r"|british)[ -](?:educated|trained|based degree|qualified)\b|\b(?:uk|british) (?:degrees?"
    r"|qualifications?|education|schooling|university degree|work experience)(?: only| essential"
    r"| required| preferred| needed)?(?= ?(?:[.,;()\n]|$| or | and| will| are| is| can| may| only"
    r"| essential| required))|\b(?:educated|trained|studied|schooled|qualified|graduated) (?:at|in"
    r"|from|by) an? (?:uk|british|english) (?:university|college|school|institution"
    r"|library school)\b"
    r"|\b(?:foreign|overseas|non-uk) (?:degrees?|qualifications?)[^.;\n]{0,20}\bnot\b"
    r"|\bborn and (?:bred|raised)\b|\b(?:local|british) (?:people|candidates?|applicants?"
    r"|residents?) (?:only|preferred)\b"
    rf"|\b(?:residen(?:ce|cy)|residing) in {_COUNTRY}\b"
    r"|\b(?:afros?|afro hair|dreadlocks|braids|cornrows|locs)[^.;\n]{0,25}\b(?:not|never|removed"
    r"|tied|banned|unacceptable)\b|\bno (?:[\w-]{1,12} ){0,2}(?:afros?|dreadlocks|braids|cornrows"
    r"|locs)\b|\b(?:speaks?|speaking|with|has|have) (?:with )?an? (?:[\w-]{1,14} ){0,2}accent"
    r" (?:that|which|all|every)\b|\b(?:no|without(?: an?| any)?|free of(?: an?| any)?|neutral|local"
    r"|british|unaccented|southern|regional|clear english|english)(?: ?(?:strong|foreign|noticeable"
    r"|heavy|discernible|marked|regional))? accents?\b|\baccent[ -](?:free|less|neutral)\b"
    r"|\breceived pronunciation\b|\b(?:must|only|required?|need"
    r"|essential)\b[^.;\n]{0,40}\b(?:indefinite leave|settled status|permanent residen\w{2,3})\b"
    r"|\b(?:of|from an?) (?:\w{1,10} )?(?:british|english|white|european"
    r"|irish traveller) (?:background|birth|origin|stock|extraction|ethnicity)\b"
)
_ORIGIN_INNOCENT = re.compile(
    r"\b(?:(?:may|can|need not) be (?:your|their|an?) (?:first|native)|(?:is|are|was"
    r"|were) not (?:required|needed|necessary|asked|essential|expected|limited|restricted|an? )"
    r"|isn't|not (?:a |an |the |their |your )?(?:first|native|mother)|whose|additional|second"
    r"|other than|for example|such as|or (?:an)?other|or any|e\.g|vetting|security clear\w{2,6}"
    r"|security check\w{0,3}|reserved post|degree or equivalent|or overseas|or (?:(?:an|its"
    r"|the) )?equivalent|or (?:an )?international|visa to)\b"
)
_ORIGIN_ALONE = re.compile(
    r"(?:an? )?(?:white|caucasian|british)(?: (?:person|man|woman|candidate|applicant|only))?\.?"
)


@text_rule("L3")
def nationality(document: Document) -> Iterator[Finding]:
    """L3: asks for a nationality, a native speaker, a birthplace or an accent.

    Report each demand, once a sentence. Source: Equality Act 2010, sections 9, 13, 19 and 39. The
    right to work, a level of a language that the work needs, and the languages of readers are not
    demands.
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
    r"|strikes?)\b(?! (?:catalogue|list|flag|jack))|\b(?:leave|give up|resign from|cease"
    r"|renounce) (?:[\w-]{1,12} ){0,4}(?:trade )?union\b|\b(?:must"
    r"|should) (?:[\w-]{1,12} ){0,2}(?:join|(?:be|become) (?:an? )?members? of) (?:an?|the|our"
    r"|any) (?:[\w-]{1,12} ){0,2}union\b"
    rf"|\bmembers? of (?:an?|any|the|our) (?:trade )?union {SHUT_OUT}"
    r"|\b(?:trade )?union (?:members?|activists?|representatives?|reps?)(?: and [\w-]{1,14})?"
    rf" {SHUT_OUT}"
)
_BELIEF_WANTED = re.compile(
    r"\b(?:must|able|willing|available|prepared|expected)\b[^.;\n]{0,30}\b(?:during|on|over"
    r"|through) (?:ramadan|eid|yom kippur|diwali|passover|vaisakhi|friday prayers"
    r"|(?:the )?(?:sabbath|shabbat))\b|"
    rf"\b(?:support|accept|uphold|follow|agree with|live by)\w{{0,3}} (?:the |our )?(?:church"
    rf"|{_FAITH}|biblical)"
    r"(?:'s)? (?:teachings?|doctrines?)\b|\b(?:state|say|tell us|indicate) (?:if"
    r"|whether) [^.;\n]{0,15}"
    rf"\b(?:single|married|divorced|engaged)\b|\b(?:spouses?|husbands?|wife|wives) {SHUT_OUT}"
    r"|\b(?:practi[sc]ing|committed|born-again|devout|active|baptised|confirmed|church-?going"
    rf"|faithful|observant) {_FAITH}s?\b|\b(?:must|should"
    rf"|to) be (?:an? )?(?:[\w-]{{1,12}} )?{_FAITH}s?\b(?! (?:chaplain|hospital))"
    rf"|\b{_FAITH}s? (?:{_PEOPLE} )?{SHUT_OUT}|\b(?:sabbath|shabbat|ramadan|lent"
    rf"|fasting)[ -](?:observers?|keepers?|people|staff) {SHUT_OUT}|\b(?:those|anyone"
    rf"|people) who (?:pray|fast|observe|keep|worship)\b[^.;\n]{{0,25}} {SHUT_OUT}"
    r"|\b(?:must|happy to|willing to|expected to|should|enjoys?)\b[^.;\n]{0,45}\b(?:(?:in|at"
    r"|to) the pub|drinks? alcohol|(?:friday|after-?work|team) drinks)\b|\b(?:traditional"
    r"|conventional|old-fashioned) (?:family|marriage) values\b|\bmaiden name\b|\b(?:mrs"
    r"|miss) or (?:mrs|miss)\b|\bborn (?:an? )?(?:female|male|wom[ae]n|m[ae]n)\b"
    rf"|\b{_FAITH}s? (?:{_PEOPLE} |community )?(?:only|preferred|required|essential|wanted"
    r"|sought)\b|\b(?:only|preferably|ideally|prefer(?:s|red)?|seek(?:s|ing)?"
    rf"|looking for) (?:an? )?(?:[\w-]{{1,12}} )?{_FAITH}s?\b|\b(?:of|from|in|share|shares|hold"
    rf"|holds|holding|to) (?:the |a |our |its |an )?(?:good |strong )?{_FAITH} (?:faith|ethos"
    rf"|values|views|opinions|standing|religion|community|background|tradition|belief\w{{0,2}}"
    r"|persuasion|upbringing)\b|\b(?:members?|communicants?) of (?:the |an? "
    rf"|our )?(?:[\w-]{{1,12}} ){{0,2}}(?:church|mosque|synagogue|temple|congregation|parish"
    rf"|gurdwara|{_FAITH} (?:community|faith|church))\b"
    r"|\bchurch[ -]?goer\b|\battend\w{0,3} (?:a |our |the )?(?:church|mosque|mass|worship|chapel)\b"
    rf"|\bshare (?:in )?(?:our|the|its) (?:[\w-]{{1,12}} )?(?:faith|religio\w{{1,3}}|beliefs?)\b"
    rf"|\b(?:no|without|not hold|not have|not be|free of) {UP_TO_THREE}(?:religious|political"
    r"|trade union)(?: (?:or|and) (?:religious|political))? (?:beliefs?|opinions?|views?"
    r"|affiliations?"
    r"|ties|activit\w{1,3}|dress|symbols?|clothing|observances?|commitments?|convictions?"
    r"|membership|involvement)\b|\bhold(?:s|ing)? (?:no )?(?:strong )?(?:religious"
    r"|political) (?:\w{3,12})\b|\b(?:not|no|without|never"
    r"|unable) (?:[\w-]{1,12} ){0,5}(?:religious|faith|holy|prayer) (?:festivals?|holidays?|days?"
    r"|observances?|breaks?|duties|objections?|reasons?)\b|\bno (?:time off|breaks?|leave"
    r"|absence) for (?:prayers?|religious|worship|faith)\b|\b(?:not|never) (?:to )?(?:observe|keep"
    r"|celebrate|fast)(?: (?:during|for|in|the)){0,2} (?:ramadan|sabbath|shabbat|lent|eid|diwali"
    r"|passover|easter)\b|\bcommunicant\b|\b(?:no|any|a) (?:political )?party (?:membership"
    r"|allegiance)\b|\bbelong to no (?:political )?party\b|\b(?:not|never) (?:be |belong "
    r"|been )?(?:an? )?(?:members? of|to) (?:any|a) (?:political )?party\b|\b(?:no ?body|no ?one"
    r"|none|not|never|no) [^.;\n]{0,30}\bgender reassignment\b|\bno same[ -]sex\b"
    r"|\bclean[ -]shaven\b|\bno (?:beards?|facial hair)\b"
    rf"|\b(?:not|no|never|without) (?:wear\w{{0,3}} )?{UP_TO_THREE}(?:hijabs?|head ?coverings?"
    r"|headscar(?:f|ves)|turbans?|veils?|niqabs?|kippahs?|crucifix|crosses|religious (?:dress"
    r"|clothing|symbols?|jewellery))\b|\b(?:believe|belief|faith|trust) in (?:god|jesus|christ"
    r"|allah)\b|\bstatement of faith\b"
    r"|\b(?:remove|take off|cover up|hide) (?:[\w-]{1,12} ){0,3}(?:turbans?|hijabs?|veils?"
    r"|religious|headscar(?:f|ves))\b|\b(?:disclose|state|declare|confirm|give|tell us"
    r"|say) (?:what )?(?:their|your|his|her) (?:sexual orientation|sexuality|religion|faith"
    r"|marital status|gender identity)\b(?![^.;\n]{0,60}\b(?:monitor|optional|voluntary))"
    r"|\bno religion\b|\breligious (?:belief|faith) (?:is |)(?:essential|required|preferred)\b"
    r"|\bheterosexual\b|\bstraight (?:man|woman|men|women|person|people|applicants?|candidates?)\b"
    r"|\b(?:must|should|can|may|need)(?: not)? be (?:openly )?(?:gay|lesbian|homosexual|bisexual"
    r"|straight|transgender|trans|transsexual|cisgender)\b|\b(?:no|not|never) (?:(?:open|suitable"
    r"|suited) (?:to|for) )?(?:openly )?(?:gays?|lesbians?|homosexuals?|bisexuals?|transgender"
    r"|transsexuals?|trans (?:people|men|women|applicants?|candidates?)|lgbt\w{0,4})\b|\b(?:gay"
    r"|lesbian|homosexual|transgender|trans|transsexual|lgbt\w{0,4}) (?:[\w-]{1,12} )?"
    rf"{SHUT_OUT}|\b(?:cisgender|cis (?:men|women|people)|biological(?:ly)? (?:sex|males?|females?"
    r"|m[ae]n"
    r"|wom[ae]n)|(?:sex|gender) (?:[\w-]{1,12} ){0,3}(?:at|of) birth|birth (?:sex|gender)"
    r"|gender reassignment (?:surgery|history))\b|\b(?:must|should) (?:not )?be (?:an? )?(?:single"
    r"|unmarried|married|divorced|widowed|engaged|in a civil partnership)\b(?! (?:point|minded))"
    r"|\b(?:preferably|ideally) (?:single|unmarried|married)\b"
    rf"|\b(?:single|unmarried|married|divorced) (?:or [\w-]{{1,12}} )?(?:{_PEOPLE}|man|woman|men"
    r"|women|couple|status)\b(?!'| (?:for|of contact))|\bmarital status\b(?= ?:| (?:must|single"
    rf"|married|to be|should|and (?:dependants|title)))|{_UNION.pattern}"
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

    Report each demand, once a sentence; one about a trade union is covered by a law of its own.
    Source: Equality Act 2010, sections 7, 8, 10, 12, 13, 19 and 39; for trade unions the Trade
    Union and Labour Relations (Consolidation) Act 1992, section 137 (legislation.gov.uk, read on 28
    November 2026). Knowledge of religions, respect for an ethos, and a stated occupational
    requirement are not demands.
    """
    for place in asked_of_people(document, _BELIEF_WANTED, _BELIEF_INNOCENT, _BELIEF_ALONE):
        union = _UNION.match(document.flowing, *place)
        yield under_law("L7", document, place, "union" if union else "")
