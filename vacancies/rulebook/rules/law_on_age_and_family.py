"""What equality law says about age, sex, family and full-time work."""

import re
from collections.abc import Iterator

from vacancies.rulebook.demands import SHUT_OUT
from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding
from vacancies.rulebook.protected import unlawful
from vacancies.rulebook.registry import text_rule
from vacancies.rulebook.rulebook import number
from vacancies.rulebook.years import years_of_experience

_SEXES = r"(?:ladies|women|girls|gentlemen|men|boys|lads|chaps|females|males)"
_FAMILY_WANTED = re.compile(
    r"\b(?:staffed|run|done|held|filled"
    rf"|led) by (?:[\w-]{{1,12}} )?{_SEXES}\b[^.;\n]{{0,40}}\b(?:keep|stay|remain|continue"
    r"|tradition)\w{0,3}\b|\b(?:with|have|having) (?:[\w-]{1,12} ){0,2}(?:child(?:ren)?|baby"
    r"|babies|family|dependants)(?: [\w-]{1,12}){0,4} (?:will|may|must"
    r"|should) (?:also )?(?:be asked|need to (?:explain|say|show|tell)|have to (?:explain|say|show"
    r"|tell))\b"
)
_BOTH_SEXES = re.compile(
    r"\b(?:m[ae]n and wom[ae]n|wom[ae]n and m[ae]n|(?:fe)?male and (?:fe)?male|boys and girls)\b"
)


@text_rule("L4")
def sex_and_family(document: Document) -> Iterator[Finding]:
    """L4: asks for a man or a woman, or rules out children, a family or a pregnancy.

    Report each demand, once a sentence. Source: Equality Act 2010, sections 11, 13, 18, 19 and 39.
    Services for women or men, cover for maternity leave and a welcome to under-represented groups
    are not demands.
    """
    yield from unlawful("L4", document, _FAMILY_WANTED, _BOTH_SEXES)


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
    rf"\b(?:have|has|having|with) (?:at least )?{_N} (?:or more )?(?:working )?years (?:left|ahead"
    rf"|to go)\b|\b(?:over|under)[ -]\d0s (?:only\b|preferred\b|{SHUT_OUT})"
    rf"|\b{_N} years of (?:working life|work|service) (?:left|ahead|remaining)\b|\b(?:be |are |is "
    rf"|people |person |applicants? |candidates? )?(?<!reading )aged? (?:between )?{_N}\b"
    rf"(?!(?:-| )?(?:hours|days|weeks))|\b{_AT_MOST} (?:(?:an?|about|around) )?{_N}(?: ?(?:-|to"
    rf"|or) ?{_N})? ?(?:years?|yrs?)\b'?s? ?(?:of |in |as )?(?:[\w'-]{{1,18}} ){{0,4}}{_WORKED}\b"
    rf"|\b{_N} years?[^.;\n]{{0,30}}\b(?:at (?:the )?most|maximum|or (?:less|fewer)|no more"
    rf"|only)\b|\bbetween {_N} and {_N} years\b'? (?:of )?(?:[\w-]{{1,18}} ){{0,3}}{_WORKED}\b"
    r"|\bin (?:his|her|their|your|the) (?:early |late |mid[ -]?)?(?:teens|twenties|thirties"
    r"|forties|fifties|sixties)\b|\b0 ?(?:-|to) ?\d years?\b|\bexperience of (?:no more|not more"
    rf"|less) than {_N} years\b|\bwith(?:in)? (?:the )?(?:last |past "
    rf"|{_N} )?(?:{_N} )?years? (?:of|since) (?:graduat|qualif|leaving)\w{{2,6}}"
    r"|\b(?:graduat\w{1,4}|qualified|degree (?:gained|awarded|obtained|finished|completed)|(?:left"
    rf"|leaving|finished) {_FROM_SCHOOL}) (?:[\w-]{{1,10}} )?(?:within|in|during|since|after"
    rf"|not before|no earlier than|less than) (?:the )?(?:(?:last|past) (?:{_N} )?(?:years?"
    rf"|months)|{_N} years|20\d\d)|\b(?:obtained|gained|awarded|taken|earned|completed"
    r"|achieved) (?:[\w-]{1,14} ){0,4}(?:not before|(?:no|not) earlier than|after|since) (?:19"
    r"|20)\d\d\b|\b(?:recent|recently qualified|newly qualified|new|fresh|latest"
    r"|this year's) (?:university |college |library |school |arts |science )?(?:graduates?"
    r"|(?:school|college|university)?[ -]?leavers?|post-?graduates?)\b|\b(?:recently|newly"
    rf"|just) (?:graduated|qualified|left {_FROM_SCHOOL})\b|\b(?:straight|fresh|just|new) (?:from"
    rf"|out of|leaving) {_FROM_SCHOOL}\b|\byoung(?:er)?(?:,? (?:(?:and"
    rf"|or) )?[\w-]{{1,15}}){{0,3}},? {_AGE_PERSON}\b|(?:\b{_NOBODY} )?\b{_ENDING}\b"
    r"|\bretirement age (?:[\w-]{1,10} ){0,4}(?:is|at"
    rf"|of) {_AGE}\b[^.;\n]{{0,30}}\b(?:employment|contract|post|you) (?:will|must)\b"
)
_AGE_INNOCENT = re.compile(
    r"\b(?:(?<!1[789] )(?<![2-6]\d )(?:and|or) (?:over|older|younger)"
    r"|or (?:someone|somebody|anyone|anybody|a person|people|career|experienced|returning|those)"
    r"(?! (?:in (?:their|his|her|your)|aged|under|over|young|younger|older)\b)"
    r"|as well as|alike|at any stage|any age|career changers?|chang(?:e|es|ing) careers?"
    r"|equally welcome"
    r"|fixed[ -]term|contract|funding|pay|salary|increment\w{0,3}|annual leave|pensions? (?:scheme"
    r"|contribution|is|are|paid|provi\w{3,5})|redundan\w{1,3}|reckonable|legal\w{0,2}|by law"
    r"|the law|insurer|insurance|regulations?|statut\w{1,4}|night work|school leaving age"
    r"|preceptorship|placement|aged 16(?! ?(?:to|-|and (?!over)))|minimum age of 16|age of 16"
    r"|duke of edinburgh|over \d (?:or|to) \d (?:days|nights|weeks|months))\b"
)


@text_rule("L5")
def age_limit(document: Document) -> Iterator[Finding]:
    """L5: asks for an age or what implies one, such as few years or a new degree.

    Report each demand, once a sentence. Source: Equality Act 2010, sections 5, 13, 19 and 39. A
    minimum number of years counts from as many as jd_rules.toml says, our own choice, and otherwise
    is covered by rule A4; an age set by another law, the ages of readers, and the length of a
    contract are not demands.
    """
    least = number("L5", "years")
    many = [place for place, years in years_of_experience(document) if years >= least]
    yield from unlawful("L5", document, _AGE_WANTED, _AGE_INNOCENT, many)


_FULL = r"(?:full|whole)[ -]?time"
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
    r"|ability|commit(?:ted|ment)?|expected"
    rf"|essential)\b(?! not\b)[^.;\n]{{0,40}}?\b(?:{_FULL}{_NO_HOURS}|(?:37\.5|37|36"
    rf"|35) hours (?:a|per|each) week)|\b{_FULL} (?:(?:hours|working|work|commitment|attendance"
    r"|basis|availability|post|position|role|applicants|candidates|workers) ){0,2}(?:only\b"
    r"|essential|(?:is |are )?(?:essential|required|needed|mandatory|necessary|expected|a must"
    rf"|vital))|\b(?:strictly|exclusively) (?:an? )?{_FULL}{_NO_HOURS}|\b{_PATTERN}\b(?:[^.;\n]"
    rf"|\.\d){{0,35}}\b{_RIGID}"
)
_HOURS_INNOCENT = re.compile(
    r"\b(?:because|since|so that|due to|owing to|as (?:the|this|it|we|you|one|our|there|only|nobody"
    r"|no)|in order|reason|to (?:cover|staff|keep|open|provide|run|supervise|ensure"
    r"|meet(?! (?:the )?(?:changing )?(?:needs|demands|requirements) of))|(?:during"
    r"|for) (?:the )?(?:first|induction|training|initial)"
    r"|full[ -]time[^.;\n]{0,20} or (?:part[ -]?time|job)|part[ -]?time (?:\w{1,12} )?(?:is|are"
    r"|can be|may be|will be) (?:also |very )?(?:welcome|considered|possible|available)"
    r"|(?<!for )part[ -]?time (?:or|and)|full (?:time )?or part|students?|term|course"
    r"|need not (?:be|work)|(?:library|services?|website|desk|building) (?:is|are) (?:open"
    r"|available|staffed)|(?:published|agreed|shared|fair|advance) rota|(?:any|all|every) shifts?"
    r"(?: (?!that|which|you)\w{1,12}){0,4} (?:is|are|has|have|starts?|begins?|lasts?))\b"
    r"(?! (?:is |be |are )?not)"
)


@text_rule("L6")
def full_time_only(document: Document) -> Iterator[Finding]:
    """L6: full time only, without a reason.

    Report each demand, once a sentence. Source: Equality Act 2010, sections 11, 19 and 39: more
    women than men cannot work full time, so such a demand needs a reason. Hours in a list of facts,
    and an offer of part-time work, are not demands.
    """
    yield from unlawful("L6", document, _HOURS_WANTED, _HOURS_INNOCENT)
