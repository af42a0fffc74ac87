"""The accessibility statement is true: what promises has a test, the rest promises nothing."""

from tests.project.promises import is_there, sentences, table

TABLE = table("accessibility-statement")


def test_every_sentence_is_held_by_a_test_or_promises_nothing():
    promises, told = TABLE["promises"], TABLE["told"]["sentences"]
    assert sorted(sentences("accessibility-statement")) == sorted([*promises, *told])
    held = ([by] if isinstance(by, str) else by for by in promises.values())
    tests = [test for several in held for test in several]
    assert [test for test in tests if not is_there(test)] == []


def test_each_kind_that_no_checking_tool_sees_has_tests():
    tests = [test for tests in TABLE["kinds"].values() for test in tests]
    assert len(TABLE["kinds"]) == 8
    assert [test for test in tests if not is_there(test)] == []
