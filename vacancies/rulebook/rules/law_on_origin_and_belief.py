"""What equality law says about origin, belief and private life."""

import re
from collections.abc import Iterator

from vacancies.rulebook.demands import SHUT_OUT
from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding
from vacancies.rulebook.protected import asked_of_people, under_law, unlawful
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
    rf"\bonly (?:[\w-]{{1,12}} ){{0,2}}residents of {_COUNTRY}\b"
    rf"|\b{_LANGUAGE}[^.;\n]{{0,30}}\bnative\b|\b{_LANGUAGE}[^.;\n]{{0,30}}\bfirst[ -]language\b"
    rf"|\bfirst[ -]language[^.;\n]{{0,25}}\b{_LANGUAGE}\b|\b{_NATION}(?:,? (?:or|and"
    rf"|/) {_NATION})?[ -](?:citizens?(?:hip)?|nationals\b|national(?= ?(?:[.,;()\n\t]|$| or| with"
    r"| only| and))|nationality|passports?|passport[ -]holders?|subjects?|born|origins?|descent"
    r"|heritage|parentage|birth|(?:applicants?|candidates?|people"
    r"|residents?) only)\b(?!'? (?:rights|advice|service|archive|librar|collection|panel|jury))"
    r"|\bdegrees? (?:[\w-]{1,12} ){0,2}(?:from|at) an? (?:uk|british|english)\b|\b(?:white"
    r"|caucasian|indigenous) (?:[\w-]{1,12} ){0,2}(?:only|preferred|applicants?|candidates?)\b"
    rf"|\bborn (?:[\w-]{{1,10}} ){{0,3}}in {_COUNTRY}\b|\b(?:lived|liv(?:e|ing)|resident|resided"
    r"|worked|studied|educated|brought up|raised|schooled"
    rf"|trained) (?:[\w-]{{1,12}} ){{0,3}}in {_COUNTRY} (?:for|since|all|throughout|only)\b"
    r"|\b(?:uk|british)[ -](?:educated|trained|based degree|qualified)\b|\b(?:educated|trained"
    r"|studied|schooled|qualified|graduated) (?:at|in|from|by) an? (?:uk|british"
    r"|english) (?:university|college|school|institution|library school)\b|\b(?:residen(?:ce|cy)"
    rf"|residing) in {_COUNTRY}\b|\b(?:speaks?|speaking|with|has"
    r"|have) (?:with )?an? (?:[\w-]{1,14} ){0,2}accent (?:that|which|all|every)\b"
)
_ORIGIN_INNOCENT = re.compile(
    r"\b(?:(?:may|can|need not) be (?:your|their|an?) (?:first|native)|(?:is|are|was"
    r"|were) not (?:expected|limited|restricted|an? )"
    r"|isn't|not (?:a |an |the |their |your )?(?:first|native|mother)|whose|additional|second"
    r"|other than|for example|such as|or (?:an)?other|or any|e\.g|vetting|security clear\w{2,6}"
    r"|security check\w{0,3}|reserved post|(?:post|role|job|vacancy) (?:\w{1,8} )?(?:not"
    r"|cannot) (?:be |currently )?(?:eligible|qualif|meet|attract|sponsor)\w{0,3}"
    r"|degree or equivalent|or overseas|or (?:the )?right to work"
    r"|(?<!tongue )(?<!native )(?<!language )or (?:(?:an|its|the) )?equivalent"
    r"|or (?:an )?international|visa to)\b"
)


@text_rule("L3")
def nationality(document: Document) -> Iterator[Finding]:
    """L3: asks for a nationality, a native speaker, a birthplace or an accent.

    Report each demand, once a sentence. Source: Equality Act 2010, sections 9, 13, 19 and 39. The
    right to work, a level of a language that the work needs, and the languages of readers are not
    demands.
    """
    yield from unlawful("L3", document, _ORIGIN_WANTED, _ORIGIN_INNOCENT)


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
)
_BELIEF_WANTED = re.compile(
    r"\b(?:must|able|willing|available|prepared|expected)\b[^.;\n]{0,30}\b(?:during|on|over"
    r"|through) (?:ramadan|eid|yom kippur|diwali|passover|vaisakhi|friday prayers"
    r"|(?:the )?(?:sabbath|shabbat))\b|\b(?:support|accept|uphold|follow|agree with"
    rf"|live by)\w{{0,3}} (?:the |our )?(?:church|{_FAITH}|biblical)(?:'s)? (?:teachings?"
    r"|doctrines?)\b|\b(?:state|say|tell us|indicate) (?:if|whether) [^.;\n]{0,15}\b(?:single"
    r"|married|divorced|engaged)\b|\b(?:practi[sc]ing|committed|born-again|devout|active|baptised"
    rf"|confirmed|church-?going|faithful|observant) {_FAITH}s?\b"
    rf"|\b{_FAITH}s? (?:{_PEOPLE} )?{SHUT_OUT}|\b(?:must|happy to|willing to|expected to|should"
    r"|enjoys?)\b[^.;\n]{0,45}\b(?:(?:in|at|to) the pub|drinks? alcohol|(?:friday|after-?work"
    rf"|team) drinks)\b|\b{_FAITH}s? (?:{_PEOPLE} |community )?(?:only|preferred|required"
    r"|essential|wanted|sought)\b|\b(?:of|from|in|share|shares|hold|holds|holding|to) (?:the |a "
    rf"|our |its |an )?(?:good |strong )?{_FAITH} (?:faith|ethos|values|views|opinions|standing"
    r"|religion|community|background|tradition|belief\w{0,2}|persuasion|upbringing)\b"
    r"|\b(?:members?|communicants?) of (?:the |an? |our )?(?:[\w-]{1,12} ){0,2}(?:church|mosque"
    rf"|synagogue|temple|congregation|parish|gurdwara|{_FAITH} (?:community|faith|church))\b"
    r"|\bshare (?:in )?(?:our|the|its) (?:[\w-]{1,12} )?(?:faith|religio\w{1,3}|beliefs?)\b"
    r"|\bbelong to no (?:political )?party\b|\b(?:no ?body|no ?one|none|not|never"
    r"|no) [^.;\n]{0,30}\bgender reassignment\b|\b(?:remove|take off|cover up"
    r"|hide) (?:[\w-]{1,12} ){0,3}(?:turbans?|hijabs?|veils?|religious|headscar(?:f|ves))\b"
    r"|\b(?:cisgender|cis (?:men|women|people)|biological(?:ly)? (?:sex|males?|females?|m[ae]n"
    r"|wom[ae]n)|(?:sex|gender) (?:[\w-]{1,12} ){0,4}(?:(?:at|of) birth|birth certificates?)"
    r"|birth (?:sex|gender)|gender reassignment (?:surgery|history)|liv(?:e|ed"
    r"|ing) (?:[\w-]{1,12} ){0,3}(?:same|one|original|birth) (?:gender|sex)|(?:never"
    r"|not) (?:have )?changed? (?:[\w-]{1,12} )?(?:gender|sex))\b|\bmarital status\b(?= ?:"
    rf"| (?:must|single|married|to be|should|and (?:dependants|title)))|{_UNION.pattern}"
)
_BELIEF_INNOCENT = re.compile(
    r"\b(?:respect\w{0,4}|sympath(?!ies)\w{2,5}|understand\w{0,3}|awareness|knowledge of"
    r"|chaplain\w{0,3}|marriage allowance|all faiths|any (?:faith|religion)|faiths? and none"
    r"|or none|exempt\w{0,4}|exceptions? order|dbs|disclosure|barr(?:ed|ing)|safeguard\w{0,3}"
    r"|not (?:yet )?spent|(?<!spent or )(?<!spent and )unspent)\b"
)

_SUBJECTS = {
    "union": re.compile(r"\b(?:union(?!is)|unison|gmb|rcn|ucu|tuc|industrial action|strikes?)"),
    "convictions": re.compile(r"\b(?:convict|criminal|spent|ex-offender|police record|caution)"),
    "data": re.compile(r"\b(?:photo|national[ -]insurance|ni number)"),
}

_EXEMPT = re.compile(
    r"\b(?:exempt\w{0,4}|exceptions? order|(?:enhanced|standard) (?:dbs|disclosure|check))\b"
)


@text_rule("L7")
def belief_and_private_life(document: Document) -> Iterator[Finding]:
    """L7: asks for a religion or belief, or about sexual orientation, gender or marriage.

    Report each demand, once a sentence; one about a trade union, about convictions or about a
    photograph is covered by a law of its own.
    Source: Equality Act 2010, sections 7, 8, 10, 12, 13, 19 and 39; for trade unions the Trade
    Union and Labour Relations (Consolidation) Act 1992, section 137 (legislation.gov.uk, read on 28
    November 2026); for spent convictions the note on section 4 of the Rehabilitation of Offenders
    Act 1974 in S.S.I. 2003/231 (legislation.gov.uk, read on 29 November 2026). Knowledge of
    religions, respect for an ethos, a stated occupational requirement, convictions that are not
    spent and work that the text calls exempt are not demands.
    """
    for place in asked_of_people("L7", document, _BELIEF_WANTED, _BELIEF_INNOCENT):
        words = document.folded[place.start : place.end]
        about = next((name for name, one in _SUBJECTS.items() if one.search(words)), "")
        if about != "convictions" or "spent" in words or not document.has(_EXEMPT):
            yield under_law("L7", document, place, about)
