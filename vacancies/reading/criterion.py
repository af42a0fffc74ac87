"""Criteria from the lines of a cell, with the levels and methods that they state themselves."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from vacancies.reading.blocks import Cell, Row
from vacancies.reading.criteria import (
    category_begun,
    is_denial,
    is_mark,
    is_weight,
    level_of,
    methods_of,
    names_methods,
    split_level,
    split_methods,
)
from vacancies.reading.duties import joined
from vacancies.reading.form_words import EACH_LEVEL
from vacancies.reading.markers import bare
from vacancies.reading.old_job import OldCriterion
from vacancies.reading.words import pattern, sentences_of

LONGEST_CODE = 5
_DASHED = re.compile(
    r"(?:(?<=\w)\s[–—-]\s|\s?[(\[])([ED]|[Ee]ssential|[Dd]esirable)\s?[–—:;,-]\s?"
    r"([AITPRC]{1,2}(?:\s?[/,&]\s?[AITPRC]{1,2}){0,4})[)\]]?$"
    r"|\s?[(\[]([ED])\s?([aitpc]{1,4})[)\]]\.?$"  # as in "(Eai)"
)
_IS_LEVEL = pattern("criterion.is_level")
_ASSESSED_BEHIND = pattern("criterion.assessed_behind")
_ALTERNATIVE = re.compile(r"(?:and/)?or:?", re.IGNORECASE)
_BEFORE_ANOTHER = re.compile(r"[\s,;](?:and/)?or:?$", re.IGNORECASE)
_OF_A_PERSON = (
    r"\b(?:experience|knowledge|skills?|abilit(?:y|ies)|understanding|approach|attitude|degree"
    r"|qualifications?|awareness|fluency|educated)\b"
)
_LEVEL_SAID = re.compile(
    rf"{_OF_A_PERSON}.{{0,200}}?\b(?:(?:is|are) (?:also |absolutely )?(?P<level>essential|required)"
    r"|(?:is|are|would (?:also )?be|will be) (?:also |highly |very |an? ){0,2}"
    r"(?:desirable|advantageous|advantage|beneficial|preferred|bonus))\b",
    re.IGNORECASE,
)
_APPLICANTS = r"(?:the |our )?(?:ideal |successful )?(?:applicants?|candidates?)"
_ASKED = re.compile(
    rf"{_APPLICANTS} (?:should|must|will (?:need|have|be required to)|needs? to)\b"
    rf".{{0,200}}?{_OF_A_PERSON}",
    re.IGNORECASE,
)
_MUST = re.compile(rf"(?:{_APPLICANTS}|you) must\b", re.IGNORECASE)
_LED_IN = pattern("criterion.led_in")


def level_in_sentence(sentence: str) -> bool | None:
    """Return the level that a sentence gives a criterion: "Experience of teaching is essential".

    None for any other sentence, and for one with two levels.
    """
    levels = {bool(said["level"]) for said in _LEVEL_SAID.finditer(sentence)}
    return levels.pop() if len(levels) == 1 else None


def level_led_in(line: str) -> bool | None:
    """Return the level of what a line announces: "It would be useful if you also:"; None for two.

    The names of the levels count before other words.
    """
    said = [led.lastgroup or "" for led in _LED_IN.finditer(line)]
    named = {level for level in said if level in ("essential", "desirable")} or {*said}
    levels = {level in ("essential", "must") for level in named}
    return levels.pop() if len(levels) == 1 else None


def is_must(text: str) -> bool:
    """Whether a line of a person specification says what applicants must have or be."""
    return bool(_MUST.match(text))


def asks_of_people(sentence: str) -> bool:
    """Whether a sentence says what applicants bring, with a level or without one."""
    return bool(_LEVEL_SAID.search(sentence) or _ASKED.match(sentence))


def is_other_way(before: str, text: str) -> bool:
    """Whether a line and the one before it are two ways to meet one criterion, joined by "or"."""
    return bool(_ALTERNATIVE.fullmatch(text.strip()) or _BEFORE_ANOTHER.search(before[-9:]))


def with_more(before: str, text: str) -> str:
    """Return a criterion with a second way to meet it, or a sub-point, behind it."""
    if is_other_way(before, text):
        return f"{before} {text}"
    return joined(before, text, first=before.endswith(":"))


def _with_other_ways(texts: Sequence[str]) -> list[str]:
    whole: list[str] = []
    for text in texts:
        if whole and is_other_way(whole[-1], text):
            whole[-1] = f"{whole[-1]} {text}"
        else:
            whole.append(text)
    return whole


FEWEST_PARTED = 3
"""Criteria between semicolons in a cell or line; fewer may be one criterion with an aside."""
_AND, _ELSE = re.compile(r"^(?:and|plus) "), re.compile(r"(?:or|but|otherwise)\b")
_NOTHING = frozenset(("-", "–", "—", "n/a", "none", "nil", "na", "not applicable"))


def parted(text: str) -> tuple[list[str], list[str]]:
    """Return the criteria of a paragraph with semicolons, and the sentences behind the last one.

    A lead-in such as "Able to: teach; write" and "a degree; or five years" are one criterion.
    """
    pieces = [piece.strip() for piece in re.split(r";\s", f"{text} ") if piece.strip()]
    prose = len(sentences_of(pieces[0])) > 1
    if prose or ":" in pieces[0] or any(map(_ELSE.match, pieces)):
        return [text], []
    last, *behind = sentences_of(pieces[-1])
    whole = [_AND.sub("", piece).rstrip(".") for piece in (*pieces[:-1], last)]
    return (whole, behind) if len(pieces) > 1 else ([text], [])


def parts_of(text: str) -> list[str]:
    """Return the criteria of a cell or line: several where at least two semicolons part them."""
    whole, behind = parted(text)
    return [*whole, *behind] if len(whole) >= FEWEST_PARTED else [text]


def has_letters(text: str) -> bool:
    return any(map(str.isalpha, text))


def criteria(
    lines: Sequence[str],
    category: str,
    essential: bool | None,
    methods: Sequence[str],
    key: Mapping[str, str],
    *,
    marked: bool = False,
) -> Iterator[OldCriterion]:
    parts = (part for line in lines for part in EACH_LEVEL.split(bare(line)))
    texts = [text for text in parts if any(map(str.isalnum, text))]
    texts = [text for text in texts if marked or text.casefold() not in _NOTHING]
    if not marked:
        texts = [part for text in _with_other_ways(texts) for part in parts_of(text)]
    letters = [t for t in texts if len(t) <= LONGEST_CODE and names_methods(t, key)]
    if letters and len(letters) < len(texts) and not marked:
        texts, methods = [t for t in texts if t not in letters], [*methods, *letters]
    each = len(texts) == len(methods)
    of_all = () if each else methods_of(" ".join(methods), key)
    level = essential
    for number, text in enumerate(texts):
        if not marked and (said := level_of(text)) is not None and len(texts) > 1:
            level = said
            continue
        how = methods_of(methods[number], key) if each else of_all
        yield criterion(text, category, level, how, key=key)


def criterion(
    text: str,
    category: str,
    essential: bool | None,
    methods: tuple[str, ...] = (),
    *,
    key: Mapping[str, str] | None = None,
) -> OldCriterion:
    """Return a criterion; its own "(E)", "D2" or "(A/I)" overrides `essential` and `methods`."""
    category = category or category_begun(text) or "other"
    if dashed := _DASHED.search(text):
        said, how = (dashed[1] or dashed[3])[0] in "Ee", methods_of(dashed[2] or dashed[4], key)
        return OldCriterion(text[: dashed.start()], category, said, how)
    text, how = split_assessed(text, key)
    methods = how or methods
    text, first = split_level(text) if essential is None else (text, None)
    text, named = split_methods(text, key)
    text, level = split_level(text)
    level = first if level is None else level
    if not named:
        text, named = split_methods(text, key)
    if level is None and essential is not False:
        levels = {bool(one[1]) for one in _IS_LEVEL.finditer(text)}
        level = levels.pop() if len(levels) == 1 else None
    return OldCriterion(text, category, essential if level is None else level, named or methods)


def split_assessed(text: str, key: Mapping[str, str] | None = None) -> tuple[str, tuple[str, ...]]:
    """Return a text without a final “(assessed at interview)”, and the methods this names."""
    behind = _ASSESSED_BEHIND.search(text)
    if not behind or not names_methods(behind[2], key):
        return text, ()
    return text[: behind.end(1)], methods_of(behind[2], key)


def assessed(criteria: Sequence[OldCriterion], by: tuple[str, ...]) -> list[OldCriterion]:
    """Return the criteria; those without methods of their own get these."""
    return [one if one.assessed_by else replace(one, assessed_by=by) for one in criteria]


def is_worded(cell: Cell, key: Mapping[str, str]) -> bool:
    """Whether a cell in a column of levels holds criteria rather than marks or letters."""
    return any(
        not (is_mark(line) or is_denial(line) or is_weight(line))
        and level_of(line) is None
        and not names_methods(line, key)
        and any(map(str.isalnum, line))
        for line in cell.lines
    )


def ways_beside(cell: Cell, beside: Cell, *, of_all: bool) -> Sequence[str]:
    """Return the methods for each line of the criteria beside a cell, or the cell's own lines if
    they cannot be assigned.

    of_all: whether a list of distinct single methods applies to every line.
    """
    ways = beside.lines
    if of_all and len(set(ways)) == len(ways) and all(len(methods_of(way)) == 1 for way in ways):
        return [" ".join(ways)]
    each = [words_for(beside, line, cell) for line in range(len(cell.lines))]
    return ways if None in each else [way or "" for way in each]


def says_level_itself(cells: Row) -> bool:
    """Whether a cell in a column of levels holds a criterion marked “(E)” or “(D)” itself."""
    lines = [line for cell in cells for line in cell.lines]
    return any(level_of(line) is None and split_level(line)[1] is not None for line in lines)


def lists_other_ways(row: Row, levels: Sequence[int], methods: Sequence[int]) -> bool:
    """Whether the numbers of methods and criteria in a row differ, so that all apply to each."""
    held = {len(row[n].lines) for n in levels if n < len(row) and row[n].lines}
    ways = {len(row[n].lines) for n in methods if n < len(row)} - {0, 1}
    return bool(ways) and (len(held) > 1 or bool(held - ways))


def words_for(cell: Cell, line: int, criteria: Cell) -> str | None:
    """Return what a cell says about one line of the criteria beside it, or None if unclear."""
    if len(criteria.lines) <= 1 or len(cell.lines) == 0:
        return cell.text
    if len(cell.paragraphs) == len(criteria.paragraphs):
        place = [n for n, text in enumerate(criteria.paragraphs) if text][line]
        return cell.paragraphs[place]
    if len(cell.lines) == len(criteria.lines):
        return cell.lines[line]
    return cell.text if len(cell.lines) == 1 else None
