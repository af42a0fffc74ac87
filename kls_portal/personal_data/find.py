"""Finding personal data: numbers and postal addresses, and the messages for each kind. Pure.

Sources: NHS number, ten digits with a modulus 11 check digit (NHS Data Dictionary, "NHS number";
from general knowledge, not looked up); National Insurance number, two letters, six digits and A to
D, without the letters and pairs that are never given (HMRC manual NIM39110, likewise); UK
telephone numbers have ten or eleven digits including the leading 0 (Ofcom numbering plan,
likewise); postcode format and areas, general knowledge. In capitals with a space any postcode
counts, so that a made-up one does; otherwise its area must be one of the 124.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

DATA = Path(__file__).resolve().parent / "words.toml"
# Between the words of a line; possessive, so that a long run of spaces is not backtracked into.
SPACES, ANY_SPACES = r"[ \t]{1,40}+", r"[ \t]{0,40}+"

SENTENCES = {
    "email address": "“{text}” is an email address. Remove it.",
    "phone number": "“{text}” looks like a phone number. Remove it.",
    "NHS number": "“{text}” looks like an NHS number. Remove it.",
    "National Insurance number": "“{text}” looks like a National Insurance number. Remove it.",
    "name": "“{text}” looks like someone’s name. Give the job title instead.",
    "address": "“{text}” looks like a postal address. Remove it.",
}


@dataclass(frozen=True)
class Find:
    """One find: its kind, a key of SENTENCES, and its position in the text."""

    kind: str
    start: int
    end: int
    text: str

    @property
    def sentence(self) -> str:
        return SENTENCES[self.kind].format(text=self.text)


def whole(kind: str, match: re.Match[str]) -> Find:
    return Find(kind, match.start(), match.end(), match[0])


@cache
def lists() -> dict[str, frozenset[str]]:
    rows = tomllib.loads(DATA.read_text(encoding="utf-8"))
    return {name: frozenset(words) for name, words in rows.items()}


def one_of(words: frozenset[str]) -> str:
    """Return a pattern for any of these words, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))


# Not the second half of a postcode, but "1st", "2nd floor", "4th" or "2 hr".
_ORDINAL = r"(?!\d(?:st|nd|rd|th|hr|yr)\b)"
_STREETS = (
    "Street|Road|Lane|Avenue|Crescent|Terrace|Mews|Close|Drive|Way|Court|Square|Gardens|Grove|Place"
    "|Hill|Row|Walk|Rise|Parade|Broadway|Villas|Cottages|Buildings|Rd|Ln|Ave|Cres|Gdns"
)
# Counted things, which begin no street: "a 3 Year Road Map", "Band 6 …".
_COUNTED = r"(?!(?:Years?|Months?|Weeks?|Days?|Hours?|Minutes?|Miles?|Posts?|Bands?)\b)"
_NO_STREET = rf"(?!{SPACES}(?:[Mm]ap|[Ss]how|[Ss]afety|[Tt]riage|[Ff]orward)\b)"
_WORD = r"[A-Z][\w’'-]{0,40}\.?"
_LINE = rf"(?:{SPACES}|{ANY_SPACES}\n{ANY_SPACES})"
STREET = re.compile(
    r"(?<![\w£$€.,/-])(?<!Band )(?<!Grade )(?<!Level )\d{1,4}(?:[A-Za-z]|[ \t]?-[ \t]?\d{1,4})?,?"
    rf"{_LINE}{_COUNTED}{_WORD}(?:{_LINE}{_WORD}){{0,3}}{_LINE}(?:{_STREETS}|{_STREETS.upper()}"
    rf"|S[tT](?!{SPACES}[A-Z])|street|road|lane|avenue)\b{_NO_STREET}"
)
BOX = re.compile(rf"\bP\.?[ \t]?O\.?{SPACES}box{SPACES}\d{{1,6}}\b", re.I)
# Of any area, in capitals with a space.
POSTCODE = re.compile(
    r"(?<![\w£-])[A-Z]{1,2}\d[\dA-Z]?[ \u00a0](?!\d(?:ST|ND|RD|TH))\d[A-Z]{2}(?![\w-])"
)


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
INSURANCE = re.compile(
    rf"(?<![\w-])(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]{_GAP}?"
    rf"(?:\d\d{_GAP}?){{3}}[A-D](?![\w-])",
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


def nhs_numbers(text: str) -> Iterator[Find]:
    """Yield ten digits that have a valid check digit or follow the words “NHS number”."""
    for match in NHS_NUMBER.finditer(text):
        labelled = NHS_LABEL.search(text[max(0, match.start() - 20) : match.start()])
        if labelled or is_nhs_number(re.sub(r"\D", "", match[0])):
            yield whole("NHS number", match)


def formatted(kind: str, text: str) -> Iterator[Find]:
    """Yield what has the format of a kind, the surest first.

    kind: "email address", "National Insurance number", "phone number" (of the UK or abroad,
    extensions and bleeps) or "address" (streets with a number, PO boxes and postcodes, each
    separately).
    """
    for pattern in _patterns()[kind]:
        for match in pattern.finditer(text):
            yield whole(kind, match)


@cache
def _patterns() -> dict[str, tuple[re.Pattern[str], ...]]:
    areas = one_of(lists()["postcode_areas"])
    postcode = re.compile(
        rf"(?<![\w£-])(?:{areas})\d[\dA-HJ-Y]?\s{{0,3}}{_ORDINAL}\d[ABD-HJLNP-UW-Z]{{2}}(?![\w-])",
        re.I,
    )
    return {
        "email address": (EMAIL, EMAIL_CUT),
        "National Insurance number": (INSURANCE,),
        "phone number": (PHONE, ABROAD, SLASHED, LABELLED, EXTENSION),
        "address": (STREET, BOX, postcode, POSTCODE),
    }
