"""Arrows of the house point down, those of foreign keys too."""

import tomllib
from pathlib import Path

import pytest
from django.apps import apps

from tests.project.house import README, block, floors

ROOT = Path(__file__).resolve().parents[2]
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
    "importlinter"
]["contracts"]


def layers(app: str) -> list[str]:
    """Return the folders of an app from the top, as the import contract has them."""
    contract = next(one for one in CONTRACTS if one.get("containers") == [app])
    return [
        name.strip() for layer in contract["layers"] for name in layer.replace("|", ":").split(":")
    ]


@pytest.mark.parametrize("app", ["vacancies", "guidance"])
def test_foreign_keys_point_down_as_imports_do(app):
    """A key by string is no import, so import-linter does not see it."""
    order = layers(app)
    seen, upward = 0, []
    for model in apps.get_app_config(app).get_models(include_auto_created=False):
        here = model.__module__.split(".")[1]
        for field in model._meta.get_fields():
            if not field.is_relation or field.auto_created or not field.related_model:
                continue
            if field.related_model._meta.app_label != app:
                continue
            seen += 1
            there = field.related_model.__module__.split(".")[1]
            if order.index(there) < order.index(here):
                upward.append(f"{model.__name__}.{field.name}: {here} → {there}")
    assert seen > 10
    assert upward == []


def test_the_picture_in_the_readme_is_of_today():
    assert block() in README.read_text(encoding="utf-8"), "python -m tests.project.house"


def test_a_circle_would_be_found():
    assert floors({"a": {"b"}, "b": set()}) == {"b": 0, "a": 1}
    with pytest.raises(ValueError, match="a → b → a"):
        floors({"a": {"b"}, "b": {"a"}})
