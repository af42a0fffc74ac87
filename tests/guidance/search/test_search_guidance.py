"""search_guidance: the search page's answers on the command line."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command, execute_from_command_line

from tests.guidance.editing import search


def run(*words: str, **options: str) -> str:
    out = StringIO()
    call_command("search_guidance", *words, stdout=out, **options)
    return out.getvalue()


def test_json_is_one_document_with_the_answers_of_the_search(guidance_pages):
    asked = "how do I write a JD?"
    document = json.loads(run(*asked.split(), format="json"))
    assert list(document) == ["results"]
    assert document["results"][0] == {
        "title": "Writing a job description",
        "address": "/recruiting/writing-a-job-description/",
        "score": search(asked)[0].score,
    }
    scores = [result["score"] for result in document["results"]]
    assert scores == sorted(scores, reverse=True)
    assert min(scores) > 0


def test_text_names_pages_and_addresses(guidance_pages):
    assert "Interviews\n  /recruiting/interviews/" in run("interviews")


def test_another_spelling_is_said(guidance_pages):
    first, *_ = run("interveiw").splitlines()
    assert "“interview”" in first


def test_nothing_found_is_no_fault(guidance_pages):
    assert len(run("zzzqqq").splitlines()) == 1
    assert json.loads(run("zzzqqq", format="json")) == {"results": []}


@pytest.mark.parametrize("words", [[], [""], ["  "], ["\"'%_*()"], ["?", "!"]])
def test_no_word_is_wrong_input(db, words):
    with pytest.raises(CommandError) as refused:
        run(*words)
    assert refused.value.returncode == 2


def test_an_unknown_format_is_wrong_input(db):
    with pytest.raises(CommandError, match="xml") as refused:
        run("interviews", "--format", "xml")
    assert refused.value.returncode == 2


def test_the_shell_sees_status_2_and_one_sentence(db, capsys):
    with pytest.raises(SystemExit) as ended:
        execute_from_command_line(["manage.py", "search_guidance", "--format", "json", "%"])
    captured = capsys.readouterr()
    assert ended.value.code == 2
    assert captured.out == ""
    assert captured.err.count("\n") == 1


@pytest.mark.parametrize(
    "word", ["x" * 10_000, "\udcff", "\x00", "'; drop table guidance_page; --"]
)
def test_any_word_is_taken(guidance_pages, word):
    json.loads(run("interviews", word, format="json"))
