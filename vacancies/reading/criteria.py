"""The vocabulary of a person specification: categories, levels and methods of assessment.

Source: person specifications of NHS organisations and universities (November 2026). The letters are
the usual ones; A (application), I (interview) and T (test) are common to nearly all. Where a form
explains its letters, its own key takes precedence. A person confirms each criterion.
"""

import re
from collections.abc import Mapping, Sequence

from vacancies.reading.words import listed, pattern

_CATEGORIES = (
    ("qualifications", r"qualif|educat|training|academic|professional reg|certificat|cymwyster"),
    ("experience", r"experien|profiad"),
    ("values", r"value|behaviour|personal|attribut|qualit|disposition|attitude|gwerth"),
    ("knowledge", r"knowledge|understanding|wybodaeth"),
    (
        "skills",
        r"skill|abilit|capabilit|aptitude|competenc|communication|analytical|\bit\b|planning|sgil|gallu|tueddfryd",
    ),
    (
        "other",
        r"\bother\b|\barall\b|circumstances|amgylchiadau|"
        r"(?:additional|physical|special|travel|health) requirement",
    ),
)
FIRST_WORDS = 3
_BEGINS = dict.fromkeys(("degree", "diploma", "gcse", "gcses", "chartered"), "qualifications")
_BEGINS |= {"can": "skills", "able": "skills"}
_WORD_OF_A_CATEGORY = re.compile("|".join(listed("of_a_category")).replace("*", r"\w{0,20}"))
_OF_OTHERS = frozenset(("physical", "special", "travel", "health"))
_LETTERS = {
    **dict.fromkeys(("a", "af", "app", "cv", "ss"), "application"),
    **dict.fromkeys(("i", "iv", "int"), "interview"),
    **dict.fromkeys(("t", "ac", "te", "ex"), "task"),
    **dict.fromkeys(("p", "pr", "pres"), "presentation"),
    **dict.fromkeys(("c", "r", "d", "ref", "refs", "cert", "certs"), "certificate"),
}
_METHODS = (
    (
        "application",
        r"applicat|app form|supporting (?:stat|info)|\bcv\b|\b[cg]ais\b|ffurflen|"
        r"(?:^|[,/&]|and|or) ?form(?= ?(?:and|or|[&,/]|$))",
    ),
    ("interview", r"interview|ch?yfweliad"),
    (
        "task",
        r"\btest|\btask|exercise|assessment cent|practical\b|prawf|teaching session|micro-?teach",
    ),
    ("presentation", r"presentation|cyflwyniad"),
    (
        "certificate",
        r"certificat|dogfen|reference|employment check|documents?\b|registration|portfolio|proof|"
        r"occupational health",
    ),
)
_BESIDE_METHODS = listed("beside_methods")
_TESTED = re.compile(r"\btest(?:ed|ing)\b")
_IN_PROSE = pattern("criteria.in_prose")
_PAIR_OF_KEY = re.compile(
    r"\b([A-Z]{1,3})\)?\s{0,3}[=:–-]\s{0,3}([A-Za-z]{3,20}(?:[ /][A-Za-z]{2,20}){0,3})"
    r"|\(([A-Z]{1,3})\)\s{0,3}=?\s{0,3}([A-Za-z]{3,20}(?: [A-Za-z]{2,20}){0,2})"
)
_KEY_WITHOUT_SIGNS = re.compile(r"([A-Z]{1,3}) ([a-z]{3,20}(?: [a-z]{2,20}){0,3})\.?")
_AFTER_OF_KEY = re.compile(r"([A-Za-z]{3,20}(?: [A-Za-z]{2,20}){0,2}) \(([A-Z]{1,3})\)")

# Marks that mean yes, and marks that mean no. Wingdings and similar fonts show a tick where others
# have P, R, ü, þ and so on; such a letter is a mark only in a column of levels.
_YES, _NO = listed("marks_for_yes"), listed("marks_for_no")
_CROSSES = frozenset(("x", "✗", "✘", "❌"))
_TICKS = frozenset(("✓", "✔", "√", "ü", "yes", "y", "tick", "\uf0fc", "p", "ticked"))

_LEVEL = (
    r"(?P<e>e|ess|essential|essentials|essential criteri(?:a|on)|essential requirements?|hanfodol|"
    r"must have|minimum)|(?:d|des|desirable|desirables|desirable criteri(?:a|on)|"
    r"desirable requirements?|dymunol|nice to have|preferred|advantageous)"
)
_LEVEL_ALONE = re.compile(
    rf"[(\[]?(?:{_LEVEL})(?:[ ]?\d{{1,2}}\.?)?[)\]]?\s{{0,2}}(?::|[*†‡#]{{1,3}})?|"
    r"hanfodol ?/ ?(?P<both>essential)",
    re.IGNORECASE,
)
_LEVEL_AT_END = pattern("criteria.level_at_end")
_LEVEL_AT_START = re.compile(
    r"[(\[](E|D|Essential|Desirable)\s?\d{0,2}[)\]]\s{0,2}[.:)–-]?\s{0,3}"
    r"|(E|D)\d{1,2}\s{0,2}[.:)–-]?\s{1,3}|(E|D)\s?[:)–-]\s{1,3}"
    r"|(Essential|Desirable|ESSENTIAL|DESIRABLE)\s?[:–-]\s{1,3}"
)
_BEHIND = re.compile(r"\s{0,3}[(\[]([A-Za-z][A-Za-z ,/&+]{0,60})[)\]]\s{0,3}$")
_BEHIND_STOP = re.compile(r"(?<=\.)\s([A-Z][A-Za-z ,/&+]{3,60})$")
_BELOW = re.compile(r"\n([^\n]{1,80})$")
_CODE = r"(?:[AITPRCD]|AF|AC|CV|IV)"
_CODES = re.compile(
    rf"[(\[]\s{{0,3}}{_CODE}(?:\s{{0,3}}[,/&+]?\s{{0,3}}{_CODE}){{0,5}}\s{{0,3}}[)\]]\s{{0,3}}$"
)
LONGEST_CODES = 8
_WEIGHT = re.compile(r"\d{1,3}(?:\.\d)?\s?(?:%|per cent|points?|/\s?\d{1,3})?", re.IGNORECASE)
_WORDS = re.compile(r"[^\W\d_]+")


def category_of(text: str) -> str:
    """Return the category that a heading or cell names, or "" for none."""
    return next(iter(categories_of(text)), "")


def categories_of(text: str) -> list[str]:
    """Return every category that a text names, as "Skills and experience" names two."""
    return [slug for slug, pattern in _CATEGORIES if re.search(pattern, text.casefold())]


def category_begun(text: str) -> str:
    """Return the category that the first words of a criterion tell, or "" for none.

    For a list without headings: "Experience of teaching", "Degree in a relevant subject".
    """
    words = _WORDS.findall(text.casefold())[:FIRST_WORDS]
    return next((one for word in words if (one := _BEGINS.get(word) or category_of(word))), "")


def names_category(text: str) -> bool:
    """Whether a line is only the name of a category, such as "Skills and abilities"."""
    words = _WORDS.findall(text.casefold())
    if words[1:] in (["requirements"], ["circumstances"]) and words[0] in _OF_OTHERS:
        return True
    return bool(category_of(text)) and all(map(_WORD_OF_A_CATEGORY.fullmatch, words))


def key_of(text: str) -> dict[str, str]:
    """Return the meanings that a form gives its letters, such as {"s": "application"}."""
    pairs = [(pair[1] or pair[3], pair[2] or pair[4]) for pair in _PAIR_OF_KEY.finditer(text)]
    parts = [_KEY_WITHOUT_SIGNS.fullmatch(part.strip()) for part in re.split("[;,]", text)]
    pairs += [(pair[1], pair[2]) for pair in parts if pair] if all(parts) else []
    behind = [(letters, words) for words, letters in _AFTER_OF_KEY.findall(text)]
    meanings: dict[str, str] = {}
    # "Application (A) Interview (I)": the reading in which letters begin their words comes first.
    for letters, words in (*behind, *pairs) if _fit(behind) > _fit(pairs) else (*pairs, *behind):
        if method := methods_in_words(words.casefold()):
            meanings.setdefault(letters.casefold(), method[0])
    return meanings


def _fit(pairs: Sequence[tuple[str, str]]) -> int:
    """Return how many letters begin a word of their meaning."""
    return sum(any(w[:1] == letters[:1] for w in words.title().split()) for letters, words in pairs)


def methods_of(text: str, key: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """Return the methods of assessment that a cell such as "A/I/T" or "Interview" names.

    key: what letters mean on this form; it takes precedence over their usual meanings.
    """
    folded = " ".join(text.casefold().split())
    letters = {**_LETTERS, **(key or {})}
    words = _WORDS.findall(folded)
    if len(words) == 1 and words[0] not in letters and set(words[0]) <= set("aitpc"):
        words = list(words[0])
    named = {letters[word] for word in words if word in letters}
    named.update(methods_in_words(folded))
    return tuple(slug for slug, _ in _METHODS if slug in named)


def methods_in_words(folded: str) -> tuple[str, ...]:
    """Return the methods that a text in lower case names in words, not by letters."""
    return tuple(slug for slug, pattern in _METHODS if re.search(pattern, folded))


def methods_in_prose(text: str) -> tuple[str, ...]:
    """Return the methods that a sentence about the criteria names, or () for any other.

    “These will be assessed by application form and at interview.”
    """
    said = _IN_PROSE.match(text)
    how = _TESTED.sub(" ", text.casefold()) if said else ""
    return methods_in_words(how.replace("shortlisting", "application"))


def names_methods(text: str, key: Mapping[str, str] | None = None) -> bool:
    """Whether a text only says how something is assessed."""
    words = _WORDS.findall(text.casefold())
    letters = {**_LETTERS, **(key or {})}
    return (
        bool(words)
        and bool(methods_of(text, key))
        and all(
            word in letters
            or word in _BESIDE_METHODS
            or bool(methods_in_words(word))
            or (len(words) == 1 and set(word) <= set("aitpc") and len(word) <= 4)
            for word in words
        )
    )


def is_mark(text: str) -> bool:
    """Whether a cell holds a tick or cross that means yes, or the letter of its own column."""
    return text.strip().casefold() in _YES or text.strip().casefold() in ("e", "d")


def is_weight(text: str) -> bool:
    """Whether a cell holds only a weight, such as "5", "10%" or "3/5"."""
    return bool(_WEIGHT.fullmatch(text.strip()))


def is_denial(text: str) -> bool:
    """Whether a cell says no: an empty box, "No" or a dash."""
    return text.strip().casefold() in _NO


def crosses_deny(texts: Sequence[str]) -> bool:
    """Whether the cells of a row hold both a tick and a cross, so that crosses mean no."""
    folded = {text.strip().casefold() for text in texts}
    return not folded.isdisjoint(_CROSSES) and not folded.isdisjoint(_TICKS)


def is_cross(text: str) -> bool:
    return text.strip().casefold() in _CROSSES


def level_of(text: str) -> bool | None:
    """Return True for "Essential", "E1", "E (A/I)" or "E" above "A/I", False for "Desirable" or
    "D", else None.
    """
    behind = _BEHIND.search(text) or _BELOW.search(text)
    if behind and behind.start() and names_methods(behind[1]):
        text = text[: behind.start()]
    parts = [part.strip() for part in text.split("/")] if len(text) < 40 else [text]
    matches = [_LEVEL_ALONE.fullmatch(part) for part in parts]
    if not all(matches):
        return None
    levels = {bool(match["e"] or match["both"]) for match in matches if match}
    return levels.pop() if len(levels) == 1 else None


def starts_with_level(text: str) -> bool:
    """Whether a line begins with a level, such as "E1", "(D)" or "Essential:"."""
    return bool(_LEVEL_AT_START.match(text))


def split_level(text: str) -> tuple[str, bool | None]:
    """Return a criterion without an "(E)", "E1" or "Desirable:" at either end, and that level."""
    start = _LEVEL_AT_START.match(text)
    if start and text[start.end() :].strip():
        word = next(group for group in start.groups() if group)
        return text[start.end() :].strip(), word.casefold().startswith("e")
    match = _LEVEL_AT_END.search(text)
    # A single letter counts only in brackets: "vitamin – D" is not a desirable vitamin.
    if not match or (len(match[1]) == 1 and not match[0].strip().endswith((")", "]"))):
        return text, None
    if not text[: match.start()].strip():
        return text, None
    return text[: match.start()].rstrip(), match[1].casefold().startswith(("e", "h"))


def split_methods(text: str, key: Mapping[str, str] | None = None) -> tuple[str, tuple[str, ...]]:
    """Return a criterion without an "(A/I)" at its end, and the methods of assessment it names."""
    match = _CODES.search(text)
    behind = _BEHIND.search(text)
    behind = behind if behind and len(behind[1]) > LONGEST_CODES else _BEHIND_STOP.search(text)
    if not match and behind and names_methods(behind[1], key):
        match = behind
    if not match or not text[: match.start()].strip():
        return text, ()
    return text[: match.start()].rstrip(), methods_of(match[0], key)
