"""Email addresses, telephone numbers and NHS numbers. Pure.

Sources: NHS number, ten digits with a modulus 11 check digit (NHS Data Dictionary, "NHS number";
from general knowledge, not looked up); UK telephone numbers have ten or eleven digits including
the leading 0 (Ofcom numbering plan, likewise).
"""

import re
from collections.abc import Iterator

from kls_portal.personal_data.find import Find, whole

_AT = r"\s?(?:[@＠]|\(at\)|\[at\])\s?"
# A part may have 64 characters before the @ (RFC 5321, 4.5.3.1.1), 63 after it (RFC 1035, 2.3.4).
EMAIL = re.compile(
    rf"(?<![\w.+'-])[\w+'-]{{1,64}}(?:\.[\w+'-]{{1,64}}){{0,9}}{_AT}[\w-]{{1,63}}(?:\.[\w-]{{1,63}}"
    rf"){{1,9}}"
)
# An address cut short or without a top-level domain: "jane.smith@…", "jane.smith@northfield".
EMAIL_CUT = re.compile(r"(?<![\w.+'-])[\w+'-]{1,64}(?:\.[\w+'-]{1,64}){1,9}[@＠](?:[\w-]{1,63}|…)?")
# Separators between digits, including dashes of every length.
_GAP = "[\\s.\u2010-\u2015-]"
_BEFORE = r"(?<![\w£$€.,/-])"
# A leading 0, 0044 or +44, then digits with spaces, dashes, dots or brackets between them.
PHONE = re.compile(
    rf"{_BEFORE}(?:\(?(?:\+|00)\s?44\)?{_GAP}?(?:\(0\))?|\(?0)(?:(?:{_GAP}"
    rf"|[()]){{0,3}}\d){{8,10}}(?!\d)"
)
ABROAD = re.compile(rf"{_BEFORE}\+(?!\s?44)\d{{1,3}}(?:(?:{_GAP}|[()]){{0,3}}\d){{7,12}}(?!\d)")
SLASHED = re.compile(rf"{_BEFORE}\(?0\d{{2,4}}\)?\s?/\s?\d{{3,4}}{_GAP}?\d{{3,4}}(?![\d/])")
# Without an area code, after a word such as "telephone".
LABELLED = re.compile(
    r"\b(?:tel|telephone|phone|mobile|mob|fax)\b\.?\s{0,40}(?:(?:number"
    r"|no\.?)\s{0,40})?(?::\s{0,40})?"
    rf"\d(?:{_GAP}?\d){{4,10}}(?!\d)",
    re.I,
)
EXTENSION = re.compile(
    r"\b(?:(?:ext(?:n|ension)?|bleep|pager)\.?\s{0,40}(?:(?:number"
    r"|no\.?)\s{0,40})?(?:[:-]\s{0,40})?|x)\d{3,6}\b",
    re.I,
)
NHS_NUMBER = re.compile(
    rf"(?:(?<![\w£$€.,-])|(?<=NHS)|(?<=no\.)|(?<=No\.))\d{{3}}{_GAP}{{0,2}}\d{{3}}{_GAP}{{0,2}}\d"
    rf"{{4}}(?![\w-])"
)
NHS_LABEL = re.compile(r"\bNHS\s{1,9}(?:number|no\.?)[:\s]{0,9}$", re.I)


def is_nhs_number(digits: str) -> bool:
    """Whether ten digits have a valid check digit: modulus 11, weights 10 to 2."""
    if len(digits) != 10 or not digits.isdecimal() or len(set(digits)) == 1:
        return False
    rest = sum(int(d) * weight for d, weight in zip(digits, range(10, 1, -1), strict=False)) % 11
    return rest != 1 and int(digits[9]) == (11 - rest) % 11


def emails(text: str) -> Iterator[Find]:
    """Yield email addresses, complete ones first."""
    for pattern in (EMAIL, EMAIL_CUT):
        for match in pattern.finditer(text):
            yield whole("email address", match)


def nhs_numbers(text: str) -> Iterator[Find]:
    """Yield ten digits that have a valid check digit or follow the words “NHS number”."""
    for match in NHS_NUMBER.finditer(text):
        labelled = NHS_LABEL.search(text[max(0, match.start() - 20) : match.start()])
        if labelled or is_nhs_number(re.sub(r"\D", "", match[0])):
            yield whole("NHS number", match)


def phones(text: str) -> Iterator[Find]:
    """Yield UK and foreign phone numbers, extensions and bleeps."""
    for pattern in (PHONE, ABROAD, SLASHED, LABELLED, EXTENSION):
        for match in pattern.finditer(text):
            yield whole("phone number", match)
