"""A test of many cases tries all of them and names those that fail."""

import pytest

from tests.each import each


def test_all_cases_are_tried_and_those_that_fail_are_named():
    tried = []

    @each("left, right", [(1, 1), (1, 2), (2, 2), (3, 4)])
    def same(left, right):
        tried.append(left)
        assert left == right

    with pytest.raises(pytest.fail.Exception) as failed:
        same()
    assert tried == [1, 1, 2, 3]
    assert str(failed.value).startswith("2 of 4 cases:\n(1, 2): AssertionError")


def test_no_case_is_no_proof():
    @each("one", [])
    def proves(one):
        assert one

    with pytest.raises(AssertionError):
        proves()


@each("one", ["1"])
def test_what_is_no_case_is_a_fixture(one, tmp_path):
    (tmp_path / one).touch()
    assert [path.name for path in tmp_path.iterdir()] == [one]
