"""What equality law says of age, sex, family and full-time work."""

import re
from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding
from vacancies.rulebook.protected import UP_TO_THREE, unlawful
from vacancies.rulebook.registry import text_rule

_MAN_OR_WOMAN = (
    r"(?:males?|females?|man|woman|men|women|lady|ladies|gentleman|gentlemen|girls?|boys?|lads?"
    r"|mothers?|mums?|fathers?|dads?|housewife|housewives|husband|wife|wives)"
)
_NO_SERVICE = (
    r"(?!(?:'|-|s'| (?:and baby|health|hospital|network|services?|centre|unit|clinic|ward"
    r"|staff network|patients?|readers?|in (?:leadership|science|medicine)|of)))"
)
_HOME = r"(?:child ?-?care|caring|carer|family|domestic|home|parental|outside|personal)"
_TIES = r"(?:commitments?|responsibilit(?:y|ies)|ties|duties|obligations?|problems?|worries)"
_FAMILY_WANTED = re.compile(
    rf"\b(?:fe)?male (?:applicants?|candidates?|librarians?|assistants?|person|workers?|managers?"
    rf"|porters?|post ?holders?|member of staff)\b(?! (?:are|is|who|were) (?:under|few|welcome))"
    rf"|\b{_MAN_OR_WOMAN} (?:only|preferred|wanted|needed|required|sought|essential)\b"
    rf"|\b(?:only|preferably|ideally) (?:an? )?{_MAN_OR_WOMAN}\b{_NO_SERVICE}"
    rf"|\b(?:(?:suit(?:s|ed|able)?|ideal|perfect|right)(?: job| post| role)?(?: to| for)?"
    rf"|(?:job|post|role|work) (?:for"
    rf"|suits)) (?:an? )?(?:[\w-]{{1,15}} ){{0,3}}{_MAN_OR_WOMAN}\b{_NO_SERVICE}"
    rf"|\b(?:not|un) ?(?:suitable|suited|ideal"
    rf"|right) for (?:[\w-]{{1,12}} ){{0,2}}{_MAN_OR_WOMAN}\b{_NO_SERVICE}"
    rf"|\b(?:strong|responsible|mature|married|single|capable|bright|smart|attractive|young|fit"
    rf"|sensible|reliable|friendly) {_MAN_OR_WOMAN}\b{_NO_SERVICE}"
    rf"|\b(?:looking for|seek(?:s|ing)?|want(?:s|ed)?|need(?:s|ed)?|appoint|employ|require(?:s|d)?)"
    rf" (?:an? |the )?(?:[\w-]{{1,12}} ){{0,2}}{_MAN_OR_WOMAN}\b{_NO_SERVICE}"
    r"|\b(?:must|should|shall|to|can|may) be (?:an? )?(?:[\w-]{1,12} )?"
    rf"{_MAN_OR_WOMAN}\b{_NO_SERVICE}"
    r"|\b(?:girl|boy|lady|gal) friday\b|\b(?:handyman|storeman|tea lady|office (?:girl|boy)"
    r"|salesgirl|salesman|manageress)\b"
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
_BOTH_SEXES = re.compile(
    r"\b(?:m[ae]n and wom[ae]n|wom[ae]n and m[ae]n|(?:fe)?male and (?:fe)?male|boys and girls)\b"
)
_FAMILY_ALONE = re.compile(
    r"(?:an? |the )?(?![\w-]{1,12}s )(?:[\w-]{1,12} )?"
    rf"(?:male|{_MAN_OR_WOMAN})\b[^.;\n]{{0,30}}\.?"
)


@text_rule("L4")
def sex_and_family(document: Document) -> Iterator[Finding]:
    """L4: asks for a man or a woman, or for nobody with children, a family or a pregnancy.

    Report each demand, once a sentence. Source: Equality Act 2010, sections 11, 13, 18, 19 and 39.
    Services for women or men, cover for maternity leave and groups that are welcomed because they
    are under-represented are no demand.
    """
    yield from unlawful("L4", document, _FAMILY_WANTED, _BOTH_SEXES, _FAMILY_ALONE)


_N = (
    r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|sixteen|eighteen"
    r"|twenty(?:-\w{3,5})?|thirty(?:-\w{3,5})?|forty(?:-\w{3,5})?|fifty(?:-\w{3,5})?"
    r"|sixty(?:-\w{3,5})?)"
)
_AGE = r"(?:[2-6]\d|1[789]|thirty|forty|fifty|sixty|twenty(?:-\w{3,5})?|eighteen)"
_AT_MOST = (
    r"(?:no more than|not more than|up to|maximum(?: of)?|max|at most|less than|fewer than|under"
    r"|not exceeding|only|no longer than|below)"
)
_WORKED = (
    r"(?:experience|practice|service|qualified|qualification|post-qualification|graduat\w{2,4}"
    r"|out of (?:university|college|school|education|library school)|in (?:the |an? "
    r"|this )?(?:[\w-]{1,14} )?(?:role|post|position"
    r"|profession|field|sector|job|work|library|libraries|career)|since (?:graduat|qualif|leaving)"
    r"\w{0,4}|after (?:graduat|qualif)\w{0,4}|into (?:your|their|a) career|work)"
)
_FROM_SCHOOL = r"(?:university|college|school|library school|sixth form|education)"
_AGE_PERSON = (
    r"(?:person|individual|applicants?|candidates?|man|woman|lady|worker|adult|graduate|librarian"
    r"|assistant|professional|colleague|team (?:member|player)|someone|thing|blood|talent)"
)
_AGE_WANTED = re.compile(
    r"\b(?:over|under)[ -]\d0s (?:only|preferred|need not|should not|cannot|will not|are not"
    r"|may not)\b"
    rf"|\b{_N} years of (?:working life|work|service) (?:left|ahead|remaining)\b"
    rf"|\b(?:between )?{_N} ?(?:and|to|-) ?{_N} years?'? (?:of )?(?:[\w'-]{{1,18}} ){{0,3}}"
    r"(?:experience|qualification) (?:only|maximum|at most)\b|"
    rf"\b(?:be |are |is |people |person |applicants? |candidates? )?aged? (?:between )?{_N}\b"
    rf"(?!(?:-| )?(?:hours|days|weeks))|\bage:? ?{_N} ?(?:-|to) ?{_N}\b"
    rf"|\baged? (?:of )?(?:under|over|below|above|at least|up to|no more than|not more than) {_N}\b"
    rf"|\b(?:between|from) the ages? of {_AGE} (?:and|to) {_AGE}\b|\b(?:between|from) {_AGE} (?:and"
    rf"|to)"
    rf" {_AGE} years (?:old|of age)\b|\b(?:be|applicants?|candidates?|someone|person) (?:between"
    rf"|from)"
    rf" {_AGE} (?:and|to) {_AGE}\b(?! ?(?:hours|minutes|days|weeks|staff|per|%))"
    rf"|\b(?:be|is|are|applicants?|candidates?|anyone|anybody|someone|people|person|those)"
    rf" (?:[\w-]{{1,10}} ){{0,2}}(?:under|over|below|above|younger than"
    rf"|older than) (?:the age of )?"
    rf"{_AGE}\b(?! ?(?:per|%|hours?|minutes|kg|miles|staff|people|sites|books|words|wards|beds))"
    r"|\b(?:maximum|minimum|upper|lower) age\b|\bage (?:limit|bracket)\b|\bage range:? (?:of )?\d"
    r"|\b(?:no|not) (?:older|younger) than\b"
    rf"|\b(?:under|over|below|above|at least|than) {_N} years (?:old|of age)\b"
    rf"|\b{_AT_MOST} (?:(?:an?|about|around) )?{_N}(?: ?(?:-|to|or) ?{_N})? ?(?:years?|yrs?)\b'?s?"
    rf" ?(?:of |in |as )?(?:[\w'-]{{1,18}} ){{0,4}}{_WORKED}\b"
    rf"|\b{_N} years?(?:'? experience)? (?:or|and) (?:less|fewer|under)\b"
    rf"|\b{_N} years?[^.;\n]{{0,30}}\b(?:at (?:the )?most|maximum|or (?:less|fewer)|no more)\b"
    r"|\bgraduates? (?:of|from|in) (?:the )?(?:class of )?20\d\d\b"
    r"|\bin (?:his|her|their|your|the) (?:early |late |mid[ -]?)?(?:teens|twenties|thirties|forties"
    r"|fifties|sixties)\b"
    rf"|\b0 ?(?:-|to) ?\d years?\b|\bexperience of (?:no more|not more|less) than {_N} years\b"
    rf"|\bwith(?:in)? (?:the )?(?:last |past |{_N} )?(?:{_N} )?years? (?:of|since) (?:graduat"
    rf"|qualif"
    r"|leaving)\w{2,6}"
    rf"|\b(?:graduat\w{{1,4}}|qualified|degree (?:gained|awarded|obtained|finished|completed)"
    rf"|(?:left|leaving|finished) {_FROM_SCHOOL}) (?:[\w-]{{1,10}} )?(?:within|in|during|since"
    rf"|after"
    rf"|not before|no earlier than|less than) (?:the )?(?:(?:last|past) (?:{_N} )?(?:years?|months)"
    rf"|{_N} years|20\d\d)"
    r"|\b(?:recent|recently qualified|newly qualified|new|fresh|latest|this year's)"
    r" (?:university |college |library |school |arts |science )?(?:graduates?|(?:school|college"
    r"|university)?[ -]?leavers?|post-?graduates?)\b"
    rf"|\b(?:recently|newly|just) (?:graduated|qualified|left {_FROM_SCHOOL})\b"
    rf"|\b(?:straight|fresh|just|new) (?:from|out of|leaving) {_FROM_SCHOOL}\b"
    r"|\b(?:school|college|university|sixth[ -]form)[ -]leavers?\b|\b(?:old|young) enough\b"
    r"|\b(?:retired|retirement|older|elderly) (?:people|persons?|applicants?|candidates?|age)"
    r" (?:need|should|can|will|may) ?not\b|\bstarting out in (?:life|work|the world)\b"
    rf"|\byoung(?:er)?(?:,| and) (?:(?:and )?[\w-]{{1,15}},? ){{0,2}}(?:energetic|dynamic|keen"
    rf"|lively"
    rf"|enthusiastic|fit|ambitious|bright|fresh|active)\b(?! teams?)|\b(?:younger than|older than"
    rf"|more than"
    rf"|than) {_N} years of age\b|\bat the (?:start|beginning|outset) of (?:your|their|his|her|an?)"
    rf" career\b|\byoung(?:er)?(?:,? (?:(?:and|or) )?[\w-]{{1,15}}){{0,3}},? {_AGE_PERSON}\b"
    rf"|\b(?:youthful\w{{0,5}}|digital natives?|generation z|gen z|millennials?|over-?qualified)\b"
    r"|\bnot (?:suitable|suited|right|ideal) for (?:older|younger|young|mature|retired)\b"
    rf"|\b(?:mature|older|retired|semi-retired|middle-aged|elderly) {_AGE_PERSON}\b"
    rf"|\bsuit(?:s|ed|able)?(?: to| for)? (?:an? |the )?{UP_TO_THREE}(?:students?|retire\w{{1,5}}"
    r"|pensioners?|first-?jobbers?|teenagers?|youngsters?)\b"
    rf"|\b(?:suit|ideal for|looking for|must be|seeking|want)\b[^.;\n]{{0,30}}\b(?:early in|early"
    r" stages? (?:in|of)|(?:at the )?(?:start|beginning) of) (?:your|their|his|her|a|an?) career\b"
    r"|\b(?:first job|first jobbers?) (?:only|preferred|seekers?)\b"
    r"|\b(?:near(?:ing)?|close to|approaching) retirement\b"
)
_AGE_INNOCENT = re.compile(
    r"\b(?:or (?:someone|somebody|anyone|anybody|a person|people|career|experienced|returning"
    r"|those)"
    r"|as well as|alike|at any stage|any age|career changers?|fixed[ -]term|contract|funding"
    r"|pay|salary|increment\w{0,3}|annual leave|pension|redundan\w{1,3}|reckonable|legal\w{0,2}"
    r"|by law|the law|insurer|insurance|regulations?|statut\w{1,4}|night work|school leaving age"
    r"|preceptorship|placement|aged 16|minimum age of 16|age of 16|duke of edinburgh)\b"
)
_AGE_ALONE = re.compile(
    rf"(?:(?:must be|be|not|no|applicants) )?(?:be )?(?:under|over|below|above|at least|between"
    rf"|not more than"
    rf"|no more than|maximum|minimum)?(?: the age of)? ?{_N}(?: ?(?:-|to|and) ?{_N})?(?: (?:years"
    rf"(?: (?:old|of age))?|or (?:under|over|above|below|older|younger)|plus)){{1,2}}\.?"
    rf"|(?:must be |be |not |must not be )?(?:under|over|below|above) (?:the age of )?{_AGE}\.?"
    r"|young(?:er)?(?: (?:and|at heart|in outlook)[^.;\n]{0,30}|,[^.;\n]{0,30})?\.?"
)


@text_rule("L5")
def age_limit(document: Document) -> Iterator[Finding]:
    """L5: asks for an age, or for what only people of an age have: few years, a new degree.

    Report each demand, once a sentence. Source: Equality Act 2010, sections 5, 13, 19 and 39. At
    least so many years is rule A4; an age that another law sets, the ages of readers, and the
    length of a contract are no demand.
    """
    yield from unlawful("L5", document, _AGE_WANTED, _AGE_INNOCENT, _AGE_ALONE)


_FULL = r"(?:full|whole)[ -]?time"
_PART = r"(?:part[ -]?time|job[ -]?shar\w{1,4}|reduced hours|fewer hours|flexible working)"
_NO_HOURS = (
    r"(?! ?(?:equivalent|(?:or|and|/) ?part|education|stud|course|staff|member|colleague|team"
    r"|salary|pay\b|employ|librarian|assistant))"
)
_HOURS_WANTED = re.compile(
    r"\b(?:must|needs?|required?|requirement|able|available|availability|prepared"
    r"|willing(?:ness)?|ability|commit(?:ted|ment)?|expected|essential)\b(?! not\b)[^.;\n]{0,40}?"
    rf"\b(?:{_FULL}{_NO_HOURS}|(?:37\.5|37|36|35) hours (?:a|per|each) week)"
    rf"|\b{_FULL} (?:(?:hours|working|work|basis|availability|post|position|role|applicants"
    r"|candidates|workers) ){0,2}(?:only\b|essential|(?:is |are )?(?:essential|required|needed"
    r"|mandatory|necessary|expected))"
    rf"|\b(?:strictly|exclusively) (?:an? )?{_FULL}{_NO_HOURS}"
    rf"|\b{_PART}[^.;\n]{{0,30}}\b(?:refused|rejected|declined|turned down)\b"
    rf"|\bonly (?:[\w-]{{1,10}} ){{0,4}}{_FULL}{_NO_HOURS}"
    rf"|\b(?:cannot|can't|will not|won't|unable to|not (?:able|possible|open|suitable|available)"
    rf"|do not|are not)(?: [\w-]{{1,10}}){{0,5}} {_PART}"
    rf"|\bno {_PART}|\b{_PART}[^.;\n]{{0,40}}\b(?:not (?:be )?(?:possible|available|considered"
    r"|suitable|accepted|an option|offered|entertained|appropriate|supported)|cannot|can't"
    r"|unavailable|impossible|unsuitable)\b"
)
_HOURS_INNOCENT = re.compile(
    r"\b(?:because|since|so that|due to|owing to|as (?:the|this|it|we|you|one|our|there|only"
    r"|nobody|no)|in order|reason|to (?:cover|staff|keep|open|provide|run|supervise|ensure|meet)"
    r"|(?:during|for) (?:the )?(?:first|induction|training|initial)|or (?:part[ -]?time|job)"
    r"|part[ -]?time (?:\w{1,12} )?(?:is|are|can be|may be|will be) (?:also |very )?(?:welcome"
    r"|considered"
    r"|possible|available)|part[ -]?time (?:or|and)|full (?:time )?or part|students?"
    r"|term|course|need not)\b(?! (?:is |be |are )?not)"
)


@text_rule("L6")
def full_time_only(document: Document) -> Iterator[Finding]:
    """L6: full time only, without a reason.

    Report each demand, once a sentence. Source: Equality Act 2010, sections 11, 19 and 39: more
    women than men cannot work full time, so that such a demand needs a reason. Hours in a list of
    facts, and part time offered, are no demand.
    """
    yield from unlawful("L6", document, _HOURS_WANTED, _HOURS_INNOCENT)
