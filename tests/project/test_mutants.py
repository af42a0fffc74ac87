"""The mutants can still be made, the same ones are tried each time, and none lives unlisted."""

import ast
from collections.abc import Iterator
from fnmatch import fnmatch

import pytest

from tests.each import each
from tests.mutants.__main__ import main
from tests.mutants.areas import areas, sampled
from tests.mutants.running import PACKAGES, ROOT, Result, Survivor, place_of
from tests.mutants.survivors import KINDS, Listed, killed_now, listed, without_reason

SURVIVOR = Survivor("a.rules.x_fits__mutmut_1", "rules.fits", "a < b", "a <= b", tested=True)
ROW = Listed("rules.fits", "a < b", "a <= b", "equivalent", "They are never the same.")


def product() -> Iterator[tuple[str, str, str]]:
    """Give the path of each function of the product, its place and its lines made one."""
    for path in (path for package in PACKAGES for path in (ROOT / package).rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        for outer in ast.parse(text).body:
            within = outer.body if isinstance(outer, ast.ClassDef) else [outer]
            for function in within:
                if isinstance(function, ast.FunctionDef):
                    names = (path.stem, *dict.fromkeys((outer.name, function.name)))
                    lines = text.splitlines()[function.lineno - 1 : function.end_lineno]
                    flat = " ".join(line.strip() for line in lines)
                    yield path.relative_to(ROOT).as_posix(), ".".join(names), flat


def test_each_pattern_of_an_area_finds_functions_and_tests():
    functions = list(product())
    for area in areas():
        for pattern in area.code:
            files, _, names = pattern.partition(":")
            assert any(
                fnmatch(path, files) and fnmatch(place, names or "*")
                for path, place, _ in functions
            ), pattern
        for pattern in area.tests:
            assert list(ROOT.glob(pattern)), pattern


def test_the_line_of_each_listed_survivor_still_stands_in_its_place():
    functions = list(product())
    for row in listed():
        assert any(place == row.place and row.before in flat for _, place, flat in functions), row


def test_a_thousand_are_tried():
    assert sum(area.sample for area in areas()) == 1_000


def test_a_package_that_moves_keeps_its_sample():
    names = [f"vacancies.rules.x_fits__mutmut_{number}" for number in range(100)]
    moved = [name.replace("vacancies.", "posts.matching.") for name in reversed(names)]
    tails = [name.split(".")[-1] for name in sampled(names, 10)]
    assert [name.split(".")[-1] for name in sampled(moved, 10)] == tails


@each(
    "mutant, place",
    [
        ("vacancies.planning.rules.timeline.x__late__mutmut_12", "timeline._late"),
        (
            "vacancies.posts.models.xǁVacancyQueryǁvisible_to__mutmut_1",
            "models.VacancyQuery.visible_to",
        ),
    ],
)
def test_a_mutant_has_the_place_of_its_function(mutant, place):
    assert place_of(mutant) == place


def test_each_listed_survivor_has_a_kind_and_a_reason_once():
    rows = listed()
    assert {row.kind for row in rows} <= set(KINDS)
    assert all(row.why for row in rows)
    assert len({(row.place, row.before, row.after) for row in rows}) == len(rows)


@pytest.mark.parametrize(
    ("killed", "listed", "status"), [(9, True, 0), (9, False, 1), (1, True, 1)]
)
def test_the_command_fails_for_an_unlisted_survivor_and_for_a_low_score(
    monkeypatch, killed, listed, status
):
    monkeypatch.setattr(
        "tests.mutants.__main__.run", lambda area, go_on: Result("x", killed, (SURVIVOR,))
    )
    monkeypatch.setattr("tests.mutants.__main__.listed", lambda: (ROW,) if listed else ())
    assert main(["matching"]) == status


def test_a_listed_mutant_that_is_killed_is_named():
    assert killed_now([], [ROW]) == [ROW]
    assert killed_now([SURVIVOR], [ROW]) == without_reason([SURVIVOR], [ROW]) == []


def test_an_unknown_area_is_told(capsys):
    assert main(["nowhere"]) == 2
    assert "matching" in capsys.readouterr().out
