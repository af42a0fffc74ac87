"""A whole table pasted, and the total of what is typed."""

import pytest

from tests.each import each
from vacancies.profiles.rules.bands import Band, Bands
from vacancies.profiles.rules.loading import bands, scheme
from vacancies.profiles.rules.scheme import parse_label
from vacancies.profiles.rules.typed_profile import labels_in_table, total_of

FIRST = ["4a", "5", "3", "3", "2-3ab", "1", "3", "2"]
LABELS = [*FIRST, "3 (b)", "4(a)(b)", "1-2", "4", "2-3", "4", "1", "2"]
CODES = list(scheme().by_code)
WANTED = dict(zip(CODES, LABELS, strict=True))
NAMED = [(one.code, one.name, WANTED[one.code]) for one in scheme().factors]
BACKWARDS = NAMED[::-1]
OWN_LINES = [f"{code[1:]}.\n{name}\tText\t{label}" for code, name, label in BACKWARDS]

SHORT = {"F8": "R - Finance & physical", "F9": "R - HR", "F11": "R&D"}
DASHED = {
    "F6": "Responsibility – Patient/Client Care",
    "F7": "Responsibility – Policy & Service",
    "F8": "Responsibility – Finance & Physical",
    "F9": "Responsibility – Staff/HR/Leadership/Training",
    "F10": "Responsibility - Information Resources",
    "F11": "Responsibility: Research & Development",
}


def tight(label):
    return label.replace(" ", "")


def points(code):
    """What a profile prints behind a level: its points, or the lowest and the highest."""
    found = parse_label(WANTED[code])
    ends = {scheme().factor(code).points(level) for level in (found.lowest, found.highest)}
    return "-".join(str(one) for one in sorted(ends))


PUBLISHED = """Job Statement: 1. Provides a service to 3 sites
Factor Relevant Job Information JE Level
1. Communication & Relationship Skills
Provides and receives complex information;
explains searches to groups of 5 4a
2. Knowledge, Training & Experience
Degree level. Planning of courses in
Physical effort and 2 others 5
3. Analytical & Judgement Skills Judgements on facts 3
4. Planning & Organisation Skills Plans a programme 3
5. Physical Skills
Keyboard skills 2-3ab
6. Patient/Client Care Incidental 1
7. Policy/Service Development Proposes changes 3
8. Financial & Physical Resources Personal duty of care 2
9. Human Resources Teaches 3 (b)
10. Information Resources Runs systems 4(a)(b)
11. Research & Development Surveys 1-2
12. Freedom to Act Works to policies 4
13. Physical Effort Light effort 2-3
14. Mental Effort Frequent concentration 4
15. Emotional Effort Limited 1
16. Working Conditions VDU 2
JE Score/Band JE Score 331 - 361 Band 5"""


@pytest.mark.parametrize(
    "text",
    [
        PUBLISHED,
        "\n".join(LABELS),
        "\t".join(LABELS),
        ", ".join(LABELS),
        " ".join(label.replace(" ", "") for label in LABELS),
        "\n".join(f"{code}\n{name}\t{label}" for code, name, label in NAMED),
        "\n".join(f"{name} – level\t{label}*" for _, name, label in NAMED),
        "\n".join(f"{tight(label)} {name} Uses facts, {code}" for code, name, label in NAMED),
        "\n".join(f"{name} {tight(label)} Uses a range of facts" for _, name, label in NAMED),
        "; ".join(f"{name}: {tight(label)}" for _, name, label in NAMED),
        PUBLISHED.replace("2-3ab", "2-\n3ab"),
        "\n".join(f"{name}\tFor 3 sites\t{label}" for _, name, label in NAMED),
        "\n".join(f"{n}.\t{row[1]}\tText\t{row[2]}" for n, row in enumerate(NAMED, 1)),
        "\n".join(f"{name}\tText\t{label}\t{points(code)}" for code, name, label in NAMED),
        "\n".join(f"{name} and more {label} {points(code)}" for code, name, label in NAMED),
        "\n".join(f"| {name} | Text | {label} |" for _, name, label in NAMED),
        "\n".join(f"{SHORT.get(code, name)}\t{label}" for code, name, label in NAMED),
        "\n".join(f"{DASHED.get(code, name)}\t{label}" for code, name, label in NAMED),
        "\n".join(f"{number}\t{label}" for number, label in enumerate(LABELS, 1)),
        " ".join(f"{code}={label.replace(' ', '')}" for code, _, label in NAMED),
        " ".join(f"{code}={label.replace(' ', '')}" for code, _, label in reversed(NAMED)),
        "\n".join(f"{name}\tText\t{label}" for _, name, label in reversed(NAMED)),
        "\n".join(f"{name}\n{label}" for _, name, label in (*NAMED[9:], *NAMED[:9])),
        "\n".join(f"{label}\t{name}\tText" for _, name, label in NAMED),
        "\n".join([*(name for _, name, _ in NAMED), "Text of 3", "JE Level", *LABELS]),
        "\n".join(f'"{name}","Text, and more","{label}"' for _, name, label in NAMED),
        "\n".join(["Knowledge manager", *(f"{name}\t{label}" for _, name, label in BACKWARDS)]),
        "\n".join(["Communication and relationship skills matter", *OWN_LINES]),
        "\n".join(f"{name}\nServes a team of 3\n{label}" for _, name, label in NAMED),
        PUBLISHED.replace(" ", "\xa0"),
        PUBLISHED.replace("9. Human", "Page 4 of 5\n9. Human"),
        PUBLISHED.replace("9. Human Re", "9.\nResponsibility\nfor Human Re-\n"),
    ],
    ids=[
        *("published", "lines", "tabs", "commas", "spaces", "codes and names", "names and stars"),
        *("level, name and text", "name, level and text", "one line", "a range wrapped"),
        *("a table", "numbers apart", "points", "points on the line", "bars", "short names"),
        "dashed names",
        *("numbered levels", "codes", "codes backwards", "backwards", "another order"),
        *("levels first", "names, then levels", "quoted", "a post above", "a sentence above"),
        *("levels below a number", "fixed spaces", "page number", "wrapped"),
    ],
)
def test_a_pasted_table_gives_every_level(text):
    found = labels_in_table(text, scheme())
    assert {code: label.replace(" ", "") for code, label in found.items()} == {
        code: label.replace(" ", "") for code, label in WANTED.items()
    }


@each("text", ["", "4 5 3", "A letter about 16 things", "9 " * 16, "\x00" * 99])
def test_what_cannot_be_told_is_left_out(text):
    assert labels_in_table(text, scheme()) == {}


def test_a_factor_without_a_level_leaves_the_others():
    found = labels_in_table(PUBLISHED.replace("Light effort 2-3", "Light effort"), scheme())
    assert set(CODES) - set(found) == {"F13"}
    # Where a factor has another name, neither its level nor the one before it is guessed.
    found = labels_in_table(PUBLISHED.replace("9. Human Resources", "9. People"), scheme())
    assert set(CODES) - set(found) == {"F8", "F9"}
    # A number on a line of its own may be that of a page.
    found = labels_in_table(PUBLISHED.replace("9. Human", "5\n9. Human"), scheme())
    assert set(CODES) - set(found) == {"F8"}


def test_the_total_runs_from_the_lowest_to_the_highest_level():
    found = total_of(WANTED, scheme(), bands())
    low = {"F5": 2, "F11": 1, "F13": 2}
    high = {"F5": 3, "F11": 2, "F13": 3}
    levels = {code: int(label[0]) for code, label in WANTED.items()}
    assert found.lowest == sum(scheme().points(*one) for one in {**levels, **low}.items())
    assert found.highest == sum(scheme().points(*one) for one in {**levels, **high}.items())
    assert (found.missing, found.bands) == ((), ("5", "6"))


def test_a_total_on_the_edge_of_a_band_is_in_it():
    total = total_of(WANTED, scheme(), bands())
    below = Band("low", 0, total.lowest, True, "House")
    within = Band("within", total.lowest + 1, total.highest - 1, True, "House")
    above = Band("high", total.highest, 999, True, "House")
    assert total_of(WANTED, scheme(), Bands((below, within, above))).bands == (
        "low",
        "within",
        "high",
    )


def test_what_is_no_level_is_missing_and_gives_no_band():
    found = total_of({**WANTED, "F1": "high", "F16": ""}, scheme(), bands())
    assert (found.missing, found.bands) == (("F1", "F16"), ())
