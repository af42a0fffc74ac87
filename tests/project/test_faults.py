"""The planted faults can still be planted, and the tests that find them are there."""

import ast

import pytest

from tests.faults.__main__ import table
from tests.faults.planting import ROOT, SOURCE, Fault, FaultError, copied, faults, place_of, planted


def test_each_fault_has_one_place_and_changes_it():
    found = faults()
    assert len({fault.id for fault in found}) == len(found) == 40
    for fault in found:
        assert place_of(fault).parts[-1], fault.id
        assert fault.planted != fault.anchor
        assert fault.tests


@pytest.mark.parametrize("fault", faults(), ids=lambda fault: fault.id)
def test_the_tests_that_find_a_fault_are_there(fault):
    for test in fault.tests:
        path, *names = test.split("::")
        assert (ROOT / path).exists(), test
        if names:
            defined = ast.parse((ROOT / path).read_text(encoding="utf-8")).body
            assert names[0] in {getattr(one, "name", "") for one in defined}, test


def test_the_table_has_a_line_for_each_fault():
    lines = table(faults()).splitlines()[2:]
    assert [line.split(" | ")[0].strip("| ") for line in lines] == [f.id for f in faults()]
    assert all(line.count(" | ") == 2 for line in lines)


def test_a_planted_fault_stands_in_a_copy_alone():
    fault = faults()[0]
    with copied() as root:
        there = root / place_of(fault).relative_to(ROOT)
        with planted(fault, root):
            assert fault.anchor not in there.read_text()
            assert {path.name for path in root.iterdir()} >= set(SOURCE)
        assert there.read_text() == place_of(fault).read_text()
        assert there.stat().st_mtime_ns == place_of(fault).stat().st_mtime_ns
    assert fault.anchor in place_of(fault).read_text()


def test_a_fault_without_its_anchor_is_told():
    nowhere = Fault("x", "Nothing.", "words that stand " + "nowhere", "", ("tests",))
    with pytest.raises(FaultError, match="0 places"):
        place_of(nowhere)
