"""What a stranger expects beside the code is there, and says the same thing in each place."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_the_newest_version_of_the_changelog_is_the_version():
    versions = re.findall(r"^## \[(\d[^\]]*)\] - \d{4}-\d\d-\d\d$", read("CHANGELOG.md"), re.M)
    assert versions[0] == tomllib.loads(read("pyproject.toml"))["project"]["version"]


def test_each_decision_stands_in_the_index_and_has_its_four_parts():
    records = sorted(path.name for path in (ROOT / "decisions").glob("0*.md"))
    assert re.findall(r"\]\((0[^)]+)\)", read("decisions/README.md")) == records
    for name in records:
        heads = re.findall(r"^## (.+)$", read(f"decisions/{name}"), re.M)
        assert heads == ["Context", "Choice", "What was measured", "Consequence"], name


def test_the_workflow_runs_the_one_script_of_the_proof():
    forge = read(".github/workflows/ci.yml")
    assert "portal/.ci/run" in forge
    assert "make -C portal coverage" in forge


def test_no_hook_fetches_anything():
    assert re.findall(r"repo: (\S+)", read(".pre-commit-config.yaml")) == ["local"]


def test_the_licence_is_the_one_that_the_package_names():
    assert read("LICENCE").startswith(tomllib.loads(read("pyproject.toml"))["project"]["license"])
