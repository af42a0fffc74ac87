"""The command match_profile: the worked cases, its one document, its refusals."""

import json
import subprocess
import sys
import tomllib
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from vacancies.models import Profile, ProfileFactor

FILE = Path(__file__).parent / "rules" / "nurse_cases.toml"
CASES = tomllib.loads(FILE.read_text(encoding="utf-8"))["cases"]
NURSE = "NP-NURSE-5"


def words(levels):
    return [f"{code}={level}" for code, level in levels.items()]


def run(*arguments):
    said = StringIO()
    call_command("match_profile", *arguments, stdout=said)
    return said.getvalue()


def as_json(*arguments):
    said = run(*arguments, "--format", "json")
    assert said == said.strip() + "\n"
    return json.loads(said)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_match_profile_gives_the_worked_cases(reference_data, case):
    assert as_json(NURSE, *words(case["levels"])) == {
        "outcome": case["outcome"],
        "score": case["total"],
        "profile_band": "5",
        "varying_factors": case["varying_factors"],
        "missing_factors": [],
        "failed_rules": case["failed_rules"],
        "indicative": True,
    }


def test_match_profile_with_missing_evidence_is_incomplete(reference_data):
    found = as_json(NURSE, "F1=4")
    assert (found["outcome"], found["score"], found["failed_rules"]) == ("incomplete", None, [])
    assert found["missing_factors"] == [f"F{number}" for number in range(2, 17)]


def test_match_profile_takes_codes_in_any_case(reference_data):
    levels = words(CASES[0]["levels"])
    assert as_json("np-nurse-5", *map(str.lower, levels)) == as_json(NURSE, *levels)


def test_match_profile_names_the_label_and_the_panel_in_words(reference_data):
    said = run("ILL-LIB-5", "F1=4")
    assert said.startswith("Librarian, band 5: incomplete, no score (indicative)\n")
    assert "- Illustrative: not a national profile." in said
    assert "Only a trained partnership panel can decide a band." in said


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["NP-NOBODY-1", "F1=4"], "There is no profile “NP-NOBODY-1”. There are: ILL-LA-2,"),
        (["x" * 50_000], "There is no profile “xxxx"),
        (["", "F1=4"], "There is no profile “”."),
        ([NURSE, "F1"], "“F1” is not a factor with its level. Write it like F1=4."),
        ([NURSE, "F1="], "“F1=” is not a factor with its level."),
        ([NURSE, "F1=four"], "“F1=four” is not a factor with its level."),
        ([NURSE, "F1=٤"], "is not a factor with its level."),
        ([NURSE, "F1=-1"], "is not a factor with its level."),
        ([NURSE, "F1=" + "9" * 5000], "is not a factor with its level."),
        ([NURSE, "F1=9"], "Communication and relationship skills has levels 1 to 6"),
        ([NURSE, "F1=0"], "has levels 1 to 6, so level 0 cannot be used"),
        ([NURSE, "F17=1"], "There is no factor “F17”. Use F1 to F16."),
        ([NURSE, "F1=4", "f1=5"], "F1 is given twice. Give each factor once."),
    ],
)
def test_match_profile_refuses_with_status_2_and_a_sentence(reference_data, arguments, sentence):
    said = StringIO()
    with pytest.raises(CommandError) as refused:
        call_command("match_profile", *arguments, "--format", "json", stdout=said)
    assert refused.value.returncode == 2
    assert sentence in str(refused.value)
    assert "\n" not in str(refused.value)
    assert len(str(refused.value)) < 300
    assert said.getvalue() == ""


def test_match_profile_without_any_profile_says_what_to_run(db):
    with pytest.raises(CommandError, match="load_reference_data"):
        run(NURSE, "F1=4")


def test_match_profile_reads_what_an_editor_corrected(reference_data):
    factor = ProfileFactor.objects.get(profile__code=NURSE, factor="F2")
    factor.label = "6"
    factor.save()
    assert as_json(NURSE, *words(CASES[0]["levels"]))["varying_factors"] == ["F2"]


def test_match_profile_names_the_factors_a_profile_lacks(reference_data):
    ProfileFactor.objects.filter(profile__code=NURSE, factor__in=["F2", "F16"]).delete()
    with pytest.raises(CommandError, match="no range for F2, F16") as refused:
        run(NURSE, "F1=4")
    assert refused.value.returncode == 2


def test_match_profile_of_a_profile_without_factors_is_refused(db):
    Profile.objects.create(code="NEW", title="New", band="5")
    with pytest.raises(CommandError, match="no range for F1, F2"):
        run("NEW", "F1=4")


def test_a_refusal_ends_the_process_with_status_2(tmp_path):
    """From a shell, where the database may not even be there, wrong words end with status 2."""
    found = subprocess.run(
        [sys.executable, "manage.py", "match_profile", NURSE, "--format", "xml"],
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": "", "VAR_DIR": str(tmp_path), "PYTHONPATH": "."},
    )
    assert found.returncode == 2
    assert found.stdout == ""
    assert "invalid choice: 'xml'" in found.stderr
