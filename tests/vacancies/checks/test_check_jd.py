"""The command check_jd."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from kls_portal.operation.site_version import invalidate_public_cache
from kls_portal.reference.loading import load_facts
from kls_portal.reference.models import Fact
from vacancies.reading.files import EMPTY

ROOT = Path(__file__).resolve().parents[3]
pytestmark = pytest.mark.django_db
TEXT = "Job title: KLS Assistant\r\n\r\nHe runs the desk.\r\n"


@pytest.fixture
def file(tmp_path) -> Path:
    path = tmp_path / "jd.txt"
    path.write_bytes(TEXT.encode())
    return path


def run(*arguments: str) -> str:
    out = io.StringIO()
    call_command("check_jd", *arguments, stdout=out)
    return out.getvalue()


def test_json_is_one_document_with_offsets_into_the_text_as_read(file):
    data = json.loads(run(str(file), "--kind", "jd", "--format", "json"))
    found = {finding["rule"]: finding for finding in data["findings"]}
    for finding in data["findings"]:
        assert TEXT[finding["start"] : finding["end"]] == finding["excerpt"]
        assert finding["why"]
        assert finding["replacement"] == ""
    assert found["C7"]["excerpt"] == "He"
    assert found["B3"]["also"] == ["C3"]
    assert data["summary"]["words"] == 8
    assert data["summary"]["must"] == sum(f["severity"] == "must" for f in data["findings"])


def test_text_names_the_line_the_rule_and_the_numbers_in_words(file):
    shown = run(str(file), "--kind", "jd")
    assert "MUST   C7, line 3: “He”" in shown
    assert "SHOULD B3 (also C3), line 1: “KLS”" in shown
    assert "8 words" in shown
    assert shown.index("MUST   C7, line 3") < shown.index("SHOULD B3")


def test_the_kind_is_all_unless_told(file):
    assert run(str(file)) == run(str(file), "--kind", "all")


def test_reads_standard_input(monkeypatch):
    class Input:
        buffer = io.BytesIO(TEXT.encode("utf-16"))

    monkeypatch.setattr(sys, "stdin", Input)
    rules = [finding["rule"] for finding in json.loads(run("-", "--format", "json"))["findings"]]
    assert "C7" in rules


@pytest.mark.parametrize("name", ["missing.txt", ".", "bad\0name"])
def test_a_file_that_cannot_be_read_ends_with_status_2(tmp_path, name):
    with pytest.raises(CommandError) as caught:
        run(str(tmp_path / name) if name != "." else str(tmp_path))
    assert caught.value.returncode == 2
    assert str(caught.value).count("\n") == 0


def test_the_process_prints_one_sentence_on_standard_error(tmp_path):
    path = tmp_path / "empty.txt"
    path.touch()
    done = subprocess.run(
        [sys.executable, "manage.py", "check_jd", str(path), "--format", "json"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 2
    assert done.stdout == ""
    (said,) = done.stderr.splitlines()
    assert said == f"CommandError: {EMPTY}"


def test_an_unknown_kind_ends_with_status_2(file):
    with pytest.raises(CommandError, match="invalid choice"):
        run(str(file), "--kind", "poem")


def test_pay_is_the_databases_and_without_facts_that_which_ships(tmp_path):
    advert = tmp_path / "advert.txt"
    advert.write_text("Librarian. Band 5, £31,049 to £37,796 a year.", encoding="utf-8")
    assert "2025/26" in run(str(advert), "--kind", "advert")
    load_facts()
    Fact.objects.filter(name="pay-band-5-entry").update(value="31049")
    Fact.objects.filter(name="pay-band-5-top").update(value="37796")
    invalidate_public_cache()
    assert "2025/26" not in run(str(advert), "--kind", "advert")
