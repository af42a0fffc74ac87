"""What equality law says about age, sex, family and full-time work."""

import re
from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding
from vacancies.rulebook.protected import SHUT_OUT, UP_TO_THREE, unlawful
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
_PARENTS = (
    r"(?:(?:working |single |new )?(?:mothers?|mums?|fathers?|dads?|parents?)|carers?|women|men)"
)
_FAMILY_WANTED = re.compile(
    r"\b(?:like|as) a (?:real )?(?:man|woman)\b|\b(?:man|woman) of action\b|\b(?:woman's|feminine"
    r"|female|masculine|manly|womanly|motherly|fatherly|matronly) (?:touch|presence|figure"
    r"|qualities)\b|\b(?:fe)?male (?:applicants?|candidates?|librarians?|assistants?|person"
    r"|workers?|managers?|porters?|post ?holders?|member of staff)\b(?! (?:are|is|who"
    rf"|were) (?:under|few|welcome))|\b{_MAN_OR_WOMAN} (?:only|preferred|wanted|needed|required"
    rf"|sought|essential)\b|\b(?:only|preferably|ideally) (?:an? )?{_MAN_OR_WOMAN}\b{_NO_SERVICE}"
    r"|\b(?:(?:suit(?:s|ed|able)?|ideal|perfect|right)(?: job| post| role)?(?: to| for)?|(?:job"
    rf"|post|role|work) (?:for|suits)) (?:an? )?(?:[\w-]{{1,15}}"
    rf" ){{0,3}}{_MAN_OR_WOMAN}\b{_NO_SERVICE}|\b(?:not|un) ?(?:suitable|suited|ideal"
    rf"|right) for (?:[\w-]{{1,12}} ){{0,2}}{_MAN_OR_WOMAN}\b{_NO_SERVICE}|\b(?:strong|responsible"
    r"|mature|married|single|capable|bright|smart|attractive|young|fit|sensible|reliable"
    rf"|friendly) {_MAN_OR_WOMAN}\b{_NO_SERVICE}|\b(?:looking for|seek(?:s|ing)?|want(?:s|ed)?"
    r"|need(?:s|ed)?|appoint|employ|require(?:s|d)?) (?:an? "
    rf"|the )?(?:[\w-]{{1,12}} ){{0,2}}{_MAN_OR_WOMAN}\b{_NO_SERVICE}"
    r"|\b(?:must|should|shall|to|can|may) be (?:an? )?(?:[\w-]{1,12} )?"
    rf"{_MAN_OR_WOMAN}\b{_NO_SERVICE}|\b(?:girl|boy|lady|gal) friday\b|\b(?:handyman|storeman"
    r"|tea lady|office (?:girl|boy)|salesgirl|salesman|manageress)\b|\b(?:no|without|free (?:of"
    r"|from)|not have|not having|has no|have no|unencumbered by) (?:(?:any|young|small|school-age"
    rf"|dependent|other|pressing|heavy|the|of) ){{0,3}}(?:{_HOME}(?:(?:,| or"
    rf"| and)? {_HOME})? {_TIES}|(?:family|domestic|child ?-?care|home) (?:dis"
    rf"|inter)[rt]\w{{5,7}}s?|child(?:ren)?\b(?!'| services| in)|dependants?\b|dependents\b"
    rf"|small children|babies|family (?:to|at home))|\b{_HOME} {_TIES}[^.;\n]{{0,40}}\b(?:not|never"
    rf"|cannot)\b[^.;\n]{{0,20}}\b(?:interfere|affect|impact|prevent|restrict|limit|interrupt"
    r"|come (?:before|first)|get in the way|disrupt)|\b(?:regardless of|despite|over|before"
    rf"|above) (?:any |your |their )?{_HOME} {_TIES}|\b(?:not|never) be pregnant\b"
    rf"|\bnot (?:currently )?pregnant\b|\b(?:not|no|without) {UP_TO_THREE}(?:plan\w{{0,4}}"
    rf"|intend\w{{0,3}}|intention\w{{0,2}}"
    r"|thinking of|about) (?:[\w'-]{1,10} ){0,3}(?:family|pregnan\w{1,3}|bab(?:y|ies)|children"
    r"|maternity)\b"
    rf"|\bpregnant (?:women|applicants?|candidates?|workers?|people)[^.;\n]{{0,15}}\b{SHUT_OUT}"
    r"|\b(?:applicants?|candidates?|people|those|anyone"
    rf"|{_PARENTS}) with (?:[\w-]{{1,12}} ){{0,3}}(?:child(?:ren)?|babies|families"
    rf"|{_HOME} {_TIES})\b[^.;\n]{{0,15}}\b{SHUT_OUT}|\b{_PARENTS} (?:returning to work "
    rf"|of young children )?{SHUT_OUT}"
    r"|\b(?:say|state|tell us|ask\w{0,3}|declare|indicate|disclose|confirm|give"
    r"|list) (?:[\w-]{1,12} ){0,2}(?:(?:whether|if|how many) [^.;\n]{0,25}\b(?:children|dependants"
    r"|pregnant|famil(?:y|ies))|(?:(?:number|ages?|details) of )?(?:your|their|any) (?:children"
    r"|dependants|pregnancy|child ?care arrangements|family (?:plans|circumstances)))\b"
    r"|\bdo you have (?:any |young )?(?:children|dependants)\b|\bare you (?:pregnant"
    r"|planning an? (?:family|baby))\b|\b(?:completed|finished) (?:your|their|her|a) family\b"
    r"|\bno (?:pregnan\w{1,3}|maternity leave|mothers|mums|women|men)\b(?! (?:will|is|need|should))"
    r"|\bchild(?:-| )?(?:free|less)\b"
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
    """L4: asks for a man or a woman, or rules out children, a family or a pregnancy.

    Report each demand, once a sentence. Source: Equality Act 2010, sections 11, 13, 18, 19 and 39.
    Services for women or men, cover for maternity leave and a welcome to under-represented groups
    are not demands.
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
    r"|this )?(?:[\w-]{1,14} )?(?:role|post|position|profession|field|sector|job|work|library"
    r"|libraries|career)|since (?:graduat|qualif|leaving)\w{0,4}|after (?:graduat|qualif)\w{0,4}"
    r"|into (?:your|their|a) career|work)"
)
_FROM_SCHOOL = r"(?:university|college|school|library school|sixth form|education)"
_AGE_PERSON = (
    r"(?:person|individual|applicants?|candidates?|man|woman|lady|worker|adult|graduate|librarian"
    r"|assistant|professional|colleague|team (?:member|player)|someone|thing|blood|talent)"
)
_NOBODY = (
    r"(?:no[ -]?one|nobody|none|(?:not|never)(?: be)?(?: (?:for )?(?:an? )?(?:(?:some|any)(?:one"
    r"|body)|people|person))?)"
)
_ENDING = (
    r"(?:who (?:is|are) )?(?:(?:too |very )?(?:near(?:ing)?|close to|approaching|coming up to"
    r"|winding down (?:to|for|towards)|on the (?:verge|brink) of|(?:about|soon|due) to"
    r"|within sight of) (?:\w{1,8} )?(?:retire(?:ment)?|(?:pension(?:able)?)(?: age)?)|(?:at|near"
    r"|nearing|towards|coming to) the end of (?:your|their|his|her|an?) (?:working li(?:fe|ves)"
    r"|careers?))"
)
_AGE_WANTED = re.compile(
    rf"\b(?:be|is|are|person|applicants?|candidates?) {_AGE} ?(?:to|-|and) ?{_AGE} years (?:old"
    rf"|of age)\b|\b(?:have|has|having|with) (?:at least )?{_N} (?:or more )?(?:working )?years"
    r" (?:left|ahead|to go)\b|\bno (?:dinosaurs|oldies|has-beens|old fog(?:ey|ie)s)\b"
    rf"|\bover the hill\b|\b(?:over|under)[ -]\d0s (?:only\b|preferred\b|{SHUT_OUT})"
    rf"|\b{_N} years of (?:working life|work|service) (?:left|ahead|remaining)\b"
    rf"|\b(?:between )?{_N} ?(?:and|to|-) ?{_N} years?'? (?:of )?(?:[\w'-]{{1,18}}"
    rf" ){{0,3}}(?:experience|qualification) (?:only|maximum|at most)\b|\b(?:be |are |is |people "
    rf"|person |applicants? |candidates? )?aged? (?:between )?{_N}\b(?!(?:-| )?(?:hours|days"
    rf"|weeks))|\bage:? ?{_N} ?(?:-|to) ?{_N}\b|\baged? (?:of )?(?:under|over|below|above|at least"
    rf"|up to|no more than|not more than) {_N}\b|\b(?:between|from) the ages? of {_AGE} (?:and"
    rf"|to) {_AGE}\b|\b(?:between|from) {_AGE} (?:and|to) {_AGE} years (?:old|of age)\b|\b(?:be"
    rf"|applicants?|candidates?|someone|person) (?:between|from) {_AGE} (?:and"
    rf"|to) {_AGE}\b(?! ?(?:hours|minutes|days|weeks|staff|per|%))|\b(?:be|is|are|applicants?"
    rf"|candidates?|anyone|anybody|someone|people|person|those) (?:[\w-]{{1,10}} ){{0,2}}(?:under"
    rf"|over|below|above|younger than|older than) (?:the age of )?{_AGE}\b(?! ?(?:per|%|hours?"
    r"|minutes|kg|miles|staff|people|sites|books|words|wards|beds))|\b(?:maximum|minimum|upper"
    r"|lower) age\b|\bage (?:limit|bracket)\b|\bage range:? (?:of )?\d|\b(?:no|not) (?:older"
    rf"|younger) than\b|\b(?:under|over|below|above|at least|than) {_N} years (?:old|of age)\b"
    rf"|\b{_AT_MOST} (?:(?:an?|about|around) )?{_N}(?: ?(?:-|to|or) ?{_N})? ?(?:years?"
    rf"|yrs?)\b'?s? ?(?:of |in |as )?(?:[\w'-]{{1,18}} ){{0,4}}{_WORKED}\b"
    rf"|\b{_N} years?(?:'? experience)? (?:or|and) (?:less|fewer|under)\b"
    rf"|\b{_N} years?[^.;\n]{{0,30}}\b(?:at (?:the )?most|maximum|or (?:less|fewer)|no more)\b"
    r"|\bgraduates? (?:of|from|in) (?:the )?(?:class of )?20\d\d\b|\bin (?:his|her|their|your"
    r"|the) (?:early |late |mid[ -]?)?(?:teens|twenties|thirties|forties|fifties|sixties)\b"
    rf"|\b0 ?(?:-|to) ?\d years?\b|\bexperience of (?:no more|not more|less) than {_N} years\b"
    rf"|\bwith(?:in)? (?:the )?(?:last |past |{_N} )?(?:{_N} )?years? (?:of|since) (?:graduat"
    r"|qualif"
    r"|leaving)\w{2,6}"
    rf"|\b(?:graduat\w{{1,4}}|qualified|degree (?:gained|awarded|obtained|finished|completed)"
    rf"|(?:left|leaving|finished) {_FROM_SCHOOL}) (?:[\w-]{{1,10}} )?(?:within|in|during|since"
    rf"|after|not before|no earlier than|less than) (?:the )?(?:(?:last|past) (?:{_N} )?(?:years?"
    rf"|months)|{_N} years|20\d\d)|\b(?:recent|recently qualified|newly qualified|new|fresh|latest"
    r"|this year's) (?:university |college |library |school |arts |science )?(?:graduates?"
    r"|(?:school|college|university)?[ -]?leavers?|post-?graduates?)\b|\b(?:recently|newly"
    rf"|just) (?:graduated|qualified|left {_FROM_SCHOOL})\b|\b(?:straight|fresh|just|new) (?:from"
    rf"|out of|leaving) {_FROM_SCHOOL}\b|\b(?:school|college|university"
    r"|sixth[ -]form)[ -]leavers?\b|\b(?:old|young) enough\b|\b(?:retired|retirement|older"
    rf"|elderly) (?:people|persons?|applicants?|candidates?|age) {SHUT_OUT}"
    r"|\bstarting out in (?:life|work|the world)\b|\byoung(?:er)?(?:,"
    rf"| and) (?:(?:and )?[\w-]{{1,15}},? ){{0,2}}(?:energetic|dynamic|keen|lively|enthusiastic|fit"
    r"|ambitious|bright|fresh|active)\b(?! teams?)|\b(?:younger than|older than|more than"
    rf"|than) {_N} years of age\b|\bat the (?:start|beginning|outset) of (?:your|their|his|her"
    rf"|an?) career\b|\byoung(?:er)?(?:,? (?:(?:and|or) )?[\w-]{{1,15}}){{0,3}},? {_AGE_PERSON}\b"
    rf"|\b(?:youthful\w{{0,5}}|digital natives?|generation z|gen z|millennials?|over-?qualified)\b"
    r"|\bnot (?:suitable|suited|right|ideal) for (?:older|younger|young|mature|retired)\b"
    rf"|\b(?:mature|older|retired|semi-retired|middle-aged|elderly) {_AGE_PERSON}\b|\bsuit(?:s|ed"
    rf"|able)?(?: to| for)? (?:an? |the )?{UP_TO_THREE}(?:students?|retire\w{{1,5}}|pensioners?"
    r"|first-?jobbers?|teenagers?|youngsters?)\b|\b(?:suit|ideal for|looking for|must be|seeking"
    rf"|want)\b[^.;\n]{{0,30}}\b(?:early in|early stages? (?:in|of)|(?:at the )?(?:start"
    r"|beginning) of) (?:your|their|his|her|a|an?) career\b|\b(?:first job|first jobbers?) (?:only"
    rf"|preferred|seekers?)\b|(?:\b{_NOBODY} )?\b{_ENDING}\b|\b(?:under|below|past|over) (?:normal "
    r"|state )?(?:retirement|pension(?:able)?)[ -]age\b|\b(?:energy|vigou?r|enthusiasm|vitality"
    r"|stamina) of youth\b"
)
_AGE_INNOCENT = re.compile(
    r"\b(?:or (?:someone|somebody|anyone|anybody|a person|people|career|experienced|returning"
    r"|those)|as well as|alike|at any stage|any age|career changers?|fixed[ -]term|contract|funding"
    r"|pay|salary|increment\w{0,3}|annual leave|pensions? (?:scheme|contribution|is|are|paid"
    r"|provi\w{3,5})|redundan\w{1,3}|reckonable|legal\w{0,2}|by law|the law|insurer|insurance"
    r"|regulations?|statut\w{1,4}|night work|school leaving age|preceptorship|placement|aged 16"
    r"|minimum age of 16|age of 16|duke of edinburgh)\b"
)
_AGE_ALONE = re.compile(
    r"(?:(?:must be|be|not|no|applicants) )?(?:be )?(?:under|over|below|above|at least|between"
    rf"|not more than|no more than|maximum|minimum)?(?: the age of)? ?{_N}(?: ?(?:-|to"
    rf"|and) ?{_N})?(?: (?:years(?: (?:old|of age))?|or (?:under|over|above|below|older|younger)"
    rf"|plus)){{1,2}}\.?|(?:must be |be |not |must not be )?(?:under|over|below"
    rf"|above) (?:the age of )?{_AGE}\.?"
    r"|young(?:er)?(?: (?:and|at heart|in outlook)[^.;\n]{0,30}|,[^.;\n]{0,30})?\.?"
)


@text_rule("L5")
def age_limit(document: Document) -> Iterator[Finding]:
    """L5: asks for an age or what implies one, such as few years or a new degree.

    Report each demand, once a sentence. Source: Equality Act 2010, sections 5, 13, 19 and 39. A
    minimum number of years is covered by rule A4; an age set by another law, the ages of readers,
    and the length of a contract are not demands.
    """
    yield from unlawful("L5", document, _AGE_WANTED, _AGE_INNOCENT, _AGE_ALONE)


_FULL = r"(?:full|whole)[ -]?time"
_PART = (
    r"(?:part[ -]?time(?:rs?)?|job[ -]?shar\w{1,4}|(?:reduced|compressed|fewer) hours"
    r"|flexible working)"
)
_NO_HOURS = (
    r"(?! ?(?:equivalent|(?:or|and|/) ?part|education|stud|course|staff|member|colleague|team"
    r"|salary|pay\b|employ|librarian|assistant))"
)
_PATTERN = (
    r"(?:hours|days|shifts?|rotas?|working (?:pattern|times?|week)|start(?:ing)? times?"
    r"|monday to friday|(?:9|nine)(?: ?am|:00|\.00)? ?(?:to|till|until|-) ?(?:5|five))"
)
_RIGID = (
    r"(?:(?:no|without(?: any)?|zero|allows? no|offers? no) (?:flexib\w{2,5}|exceptions?"
    r"|variations?|negotiation)|(?:not|non)[ -](?:negotiable|flexible))\b"
)
_HOURS_WANTED = re.compile(
    r"\b(?:must|needs?|required?|requirement|able|available|availability|prepared|willing(?:ness)?"
    r"|ability|commit(?:ted|ment)?|expected|essential)\b(?! not\b)[^.;\n]{0,40}?"
    rf"\b(?:{_FULL}{_NO_HOURS}|(?:37\.5|37|36|35) hours (?:a|per|each) week)|\b{_FULL} (?:(?:hours"
    r"|working|work|basis|availability|post|position|role|applicants"
    r"|candidates|workers) ){0,2}(?:only\b|essential|(?:is |are )?(?:essential|required|needed"
    r"|mandatory|necessary|expected))"
    rf"|\b(?:strictly|exclusively) (?:an? )?{_FULL}{_NO_HOURS}|\b{_PART}[^.;\n]{{0,30}}\b(?:refused"
    rf"|rejected|declined|turned down)\b|\bonly (?:[\w-]{{1,10}} ){{0,4}}{_FULL}{_NO_HOURS}"
    r"|\b(?:cannot|can't|will not|won't|unable to|not (?:able|possible|open|suitable|available)"
    rf"|do not|are not)(?: [\w-]{{1,10}}){{0,5}} {_PART}|\bno {_PART}"
    rf"|\b{_PART}[^.;\n]{{0,40}}\b(?:not (?:be )?(?:permitted|allowed|possible|available|considered"
    r"|suitable|accepted|an option|offered|entertained|appropriate|supported)|cannot|can't"
    rf"|unavailable|impossible|unsuitable|need not|should not)\b|\b{_PATTERN}\b(?:[^.;\n]"
    rf"|\.\d){{0,35}}\b{_RIGID}|\b{_RIGID} (?:in|on|over|about|around|of|for|with) (?:the |your "
    rf"|our )?{_PATTERN}\b"
)
_HOURS_INNOCENT = re.compile(
    r"\b(?:because|since|so that|due to|owing to|as (?:the|this|it|we|you|one|our|there|only|nobody"
    r"|no)|in order|reason|to (?:cover|staff|keep|open|provide|run|supervise|ensure|meet)|(?:during"
    r"|for) (?:the )?(?:first|induction|training|initial)|or (?:part[ -]?time|job)"
    r"|part[ -]?time (?:\w{1,12} )?(?:is|are|can be|may be|will be) (?:also |very )?(?:welcome"
    r"|considered|possible|available)|part[ -]?time (?:or|and)|full (?:time )?or part|students?"
    r"|term|course|need not (?:be|work))\b(?! (?:is |be |are )?not)"
)


@text_rule("L6")
def full_time_only(document: Document) -> Iterator[Finding]:
    """L6: full time only, without a reason.

    Report each demand, once a sentence. Source: Equality Act 2010, sections 11, 19 and 39: more
    women than men cannot work full time, so such a demand needs a reason. Hours in a list of facts,
    and an offer of part-time work, are not demands.
    """
    yield from unlawful("L6", document, _HOURS_WANTED, _HOURS_INNOCENT)
