"""The command read_jd."""

import io
import json
import sys

import pytest
from django.core.management import CommandError, call_command

from tests.vacancies.reading.build import old_job
from tests.vacancies.reading.layouts import as_pdf
from tests.vacancies.reading.messy import ACUTE

TEXTS = [
    *("title", "place", "contract", "reports_to", "accountable_to", "supervises", "purpose"),
    *("about", "decides", "relationships"),
]
LISTS = ["duties", "criteria", "evidence", "standard_statements", "not_understood"]


def run(*arguments: str) -> str:
    out = io.StringIO()
    call_command("read_jd", *arguments, stdout=out)
    return out.getvalue()


def data_of(path) -> dict:
    return json.loads(run(str(path), "--format", "json"))


def test_a_word_file_gives_every_key(tmp_path):
    path = tmp_path / "old.docx"
    path.write_bytes(old_job())
    data = data_of(path)
    assert set(data) == {*TEXTS, *LISTS, "band", "hours"}
    assert (data["title"], data["band"], data["hours"]) == ("Librarian", "5", None)
    assert data["duties"][0] == {
        "text": "Answers clinical questions",
        "group": "Enquiries",
        "share": None,
    }
    assert data["criteria"][0] == {
        "text": "Degree or equivalent experience",
        "essential": True,
        "category": "qualifications",
        "methods": ["application", "certificate"],
    }
    assert data["standard_statements"] == ["Confidentiality\nKeep records private."]


def test_what_has_no_key_stands_with_what_was_not_understood(tmp_path):
    path = tmp_path / "old.txt"
    path.write_text("Department: Library\nHours: 22.5\nPhysical effort: Lifts boxes.\n")
    data = data_of(path)
    assert (data["hours"], data["band"]) == (22.5, None)
    assert data["evidence"] == [{"factor": "F13", "text": "Lifts boxes."}]
    assert data["not_understood"] == ["Department: Library"]


def test_nothing_found_gives_empty_values(monkeypatch):
    class Input:
        buffer = io.BytesIO(b"Nothing of use here")

    monkeypatch.setattr(sys, "stdin", Input)
    data = json.loads(run("-", "--format", "json"))
    assert {name: data[name] for name in TEXTS} == dict.fromkeys(TEXTS, "")
    assert [data[name] for name in LISTS] == [[], [], [], [], ["Nothing of use here"]]


def test_a_pdf_is_read_and_shown_in_words(tmp_path):
    path = tmp_path / "old.pdf"
    path.write_bytes(as_pdf(ACUTE.parts))
    shown = run(str(path))
    assert "Job title: Senior Library Assistant" in shown
    assert (
        "Criterion: Level 3 award in libraries [desirable; other; application, interview]" in shown
    )


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.txt", b""),
        ("old.doc", b"\xd0\xcf\x11\xe0"),
        ("a.odt", b"text"),
        ("a.pdf", b"%PDF-1"),
    ],
)
def test_wrong_input_ends_with_status_2_and_one_sentence(tmp_path, name, data):
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(CommandError) as caught:
        run(str(path), "--format", "json")
    assert caught.value.returncode == 2
    assert str(caught.value).endswith(".")
    assert "\n" not in str(caught.value)
