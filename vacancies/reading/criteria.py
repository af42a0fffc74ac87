"""Words of a person specification: categories, essential or desirable, how it is assessed.

Source: columns seen on NHS person specifications; the letters are the usual ones, of which
A (application), I (interview) and T (test) are common to nearly all. A form may mean another
thing by a letter, so the person confirms each criterion.
"""

import re

_CATEGORIES = (
    ("qualifications", r"qualif|educat|training|academic|professional registration|certificat"),
    ("experience", r"experien"),
    ("values", r"value|behaviour|personal|attribut|qualit|disposition|attitude"),
    ("knowledge", r"knowledge|understanding"),
    ("skills", r"skill|abilit|aptitude|competenc|communication|analytical|\bit\b|planning"),
)
_WORD_OF_A_CATEGORY = re.compile(
    r"qualif\w{0,20}|educat\w{0,20}|training|academic|professional|registration|experiences?|"
    r"knowledge|understanding|skills?|abilit\w{0,20}|aptitudes?|competenc\w{0,20}|"
    r"communication|analytical|planning|interpersonal|it|technical|practical|personal|"
    r"qualit\w{0,20}|attribut\w{0,20}|values?|behaviours?|disposition|attitudes?|and|of|or|"
    r"the|relevant|previous|speciali\w{0,20}|specific|work|job|related|essential|desirable|"
    r"criteria|requirements|e|d"
)
_METHODS = (
    (
        "application",
        r"application|app\.? form|supporting (?:statement|information)|\bcv\b|\baf\b|\ba\b",
    ),
    ("interview", r"interview|\bint\b|\bi\b|\biv\b"),
    ("task", r"\btests?\b|\btasks?\b|exercise|assessment cent|\bt\b|practical|\bac\b"),
    ("presentation", r"presentation|\bpres\b|\bp\b"),
    ("certificate", r"certificat|references?\b|document|\bc\b|\br\b|\bd\b|registration"),
)
_MARK = re.compile(r"[x✓✔√☑*•●y1]|yes|tick|true", re.IGNORECASE)
_CODE = r"(?:[AITPRCD]|AF|AC|CV|IV)"
_CODES = re.compile(
    rf"[(\[]\s{{0,3}}{_CODE}(?:\s{{0,3}}[,/&+]?\s{{0,3}}{_CODE}){{0,5}}\s{{0,3}}[)\]]\s{{0,3}}$"
)
_LEVEL_AT_END = re.compile(
    r"[(\[\u2013-]\s{0,3}(essential|desirable|e|d)\s{0,3}[)\]]?\s{0,3}$", re.IGNORECASE
)
_LEVEL_ALONE = re.compile(r"(essential|desirable|e|d)", re.IGNORECASE)


def category_of(text: str) -> str:
    """Return the category that a heading or cell names, or "" for none."""
    folded = text.casefold()
    return next((slug for slug, pattern in _CATEGORIES if re.search(pattern, folded)), "")


def names_category(text: str) -> bool:
    """Whether a line is the name of a category and nothing else: "Skills and abilities"."""
    words = re.findall(r"\w+", text.casefold())
    return bool(category_of(text)) and all(map(_WORD_OF_A_CATEGORY.fullmatch, words))


def methods_of(text: str) -> tuple[str, ...]:
    """Return the ways of assessing that a cell such as "A/I/T" or "Interview" names."""
    folded = " ".join(re.split(r"[^\w.]+|_", text.casefold()))
    if re.fullmatch(r"[aitpc]{2,4}", folded):
        folded = " ".join(folded)
    return tuple(slug for slug, pattern in _METHODS if re.search(pattern, folded))


def is_mark(text: str) -> bool:
    """Whether a cell holds a tick or a cross rather than words."""
    return bool(_MARK.fullmatch(text.strip()))


def level_of(text: str) -> bool | None:
    """Return True for "Essential" or "E", False for "Desirable" or "D", None for other text."""
    found = _LEVEL_ALONE.fullmatch(text.strip())
    return found[1].casefold().startswith("e") if found else None


def split_level(text: str) -> tuple[str, bool | None]:
    """Return a criterion without an "(E)" or "(desirable)" at its end, and what that says."""
    found = _LEVEL_AT_END.search(text)
    # A bare letter counts only between brackets: "vitamin – D" is no desirable vitamin.
    if not found or (len(found[1]) == 1 and not found[0].strip().endswith((")", "]"))):
        return text, None
    if not text[: found.start()].strip():
        return text, None
    return text[: found.start()].rstrip(), found[1].casefold().startswith("e")


def split_methods(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a criterion without an "(A/I)" at its end, and the ways of assessing it names."""
    found = _CODES.search(text)
    if not found or not text[: found.start()].strip():
        return text, ()
    return text[: found.start()].rstrip(), methods_of(found[0])
