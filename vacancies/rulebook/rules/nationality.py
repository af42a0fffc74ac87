"""L3: asks for a nationality, a native speaker, a birthplace or an accent.

Source: Equality Act 2010, sections 9, 13, 19 and 39. The right to work, a level of a language that
the work needs, and the languages of readers are no such demand.
"""

import re
from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding
from vacancies.rulebook.protected import UP_TO_THREE, unlawful

RULE = "L3"

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
_WANTED = re.compile(
    rf"\bhome[ -]?grown {_NATION}\b|"
    r"(?<!non-)\b(?:near[ -])?native[ -](?:[a-z]{3,12}[ -]){0,2}(?:speak(?:ers?|ing)|fluency"
    r"|proficiency"
    r"|level|standard|tongue|command)\b"
    rf"|\bnative {_LANGUAGE}\b|\b{_LANGUAGE}[^.;\n]{{0,30}}\bnative\b"
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
    r"|\b(?:no (?:foreign|overseas|non-uk|non-british|migrant|international|immigrant)"
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
_INNOCENT = re.compile(
    r"\b(?:(?:is|are|was|were) not|isn't|not (?:a |an |the |their |your )?(?:first|native|mother)"
    r"|whose|additional|second|other than|for example|such as|or (?:an)?other"
    r"|or any|e\.g|vetting|security clear\w{2,6}|security check\w{0,3}|reserved post|degree or"
    r" equivalent|or overseas|or (?:(?:an|its|the) )?equivalent|or (?:an )?international|visa to)\b"
)


def check(document: Document) -> Iterator[Finding]:
    """Report each demand, once a sentence."""
    yield from unlawful(RULE, document, _WANTED, _INNOCENT)
