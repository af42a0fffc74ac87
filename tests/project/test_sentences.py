"""Tests assert on ids, roles, codes and values: our sentences may be written anew."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.passes import HERE
from tests.project.said import said

WORD = re.compile(r"[A-Za-z’]{2,}")
LONGER_THAN_A_LABEL = 5
"""Words."""
ASKED = {"to_have_text", "to_contain_text", "to_have_title"}
NAMED = "_in_words"


def texts(node: ast.AST) -> Iterator[str]:
    for one in ast.walk(node):
        if isinstance(one, ast.Constant) and isinstance(one.value, str):
            yield " ".join(one.value.split())


def asserted(tree: ast.AST) -> Iterator[str]:
    """Yield the texts that a test compares what it got with."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assert):
            yield from texts(node.test)
        elif isinstance(node, ast.Call):
            if getattr(node.func, "attr", "") in ASKED:
                yield from (text for given in node.args for text in texts(given))
            matched = (given.value for given in node.keywords if given.arg == "match")
            yield from (text for given in matched for text in texts(given))


def sentences_in(code: str, ours: str) -> Iterator[tuple[str, str]]:
    """Yield (test, text) for what it asserts, is a sentence of ours, and was not typed by a test of
    its file.
    """
    tree = ast.parse(code)
    compared = [*asserted(tree)]
    for test in tree.body:
        if not isinstance(test, ast.FunctionDef) or test.name.endswith(NAMED):
            continue
        for text in asserted(test):
            is_sentence = len(WORD.findall(text)) >= LONGER_THAN_A_LABEL and text in ours
            if is_sentence and times(text, [*texts(tree)]) == times(text, compared):
                yield test.name, text


def times(text: str, among: list[str]) -> int:
    return sum(text in one for one in among)


@pytest.mark.thorough
def test_no_test_asserts_on_a_sentence_of_ours_but_the_named_few():
    ours = "\n".join(text for _, text in said())
    found = {
        f"{file.relative_to(HERE)}::{test}": text
        for file in sorted(HERE.rglob("test_*.py"))
        for test, text in sentences_in(file.read_text(encoding="utf-8"), ours)
    }
    assert found == {}


def test_a_sentence_is_found_in_a_test_and_not_where_it_is_named_or_typed():
    sentence = "The draft was saved in another window."
    asserts = f"    assert '{sentence}' in page\n"
    for code, names in (
        (f"def test_a():\n{asserts}", ["test_a"]),
        (
            f"def test_a():\n    with raises(Wrong, match='{sentence[:-1]}'):\n        go()\n",
            ["test_a"],
        ),
        (f"def test_a_in_words():\n{asserts}", []),
        (f"def test_a():\n    send('{sentence}')\n{asserts}", []),
        ("def test_a():\n    assert 'draft' in page\n", []),
    ):
        assert [test for test, _ in sentences_in(code, sentence)] == names
