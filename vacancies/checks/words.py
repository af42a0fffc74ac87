"""The word lists of the rules, from vacancies/data/. Each file is read once."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

DATA = Path(__file__).resolve().parent.parent / "data"


@cache
def listed(name: str) -> tuple[str, ...]:
    """Return a plain list of jd_words.toml. Raises KeyError if there is none of that name."""
    return tuple(_read("jd_words")[name]["words"])


@cache
def replacements(name: str) -> Mapping[str, str]:
    """Return a list of jd_words.toml with a remedy for each word: {"utilise": "use"}.

    Raises KeyError if there is none of that name.
    """
    return MappingProxyType(dict(_read("jd_words")[name]["instead"]))


@cache
def stems(name: str) -> tuple[str, ...]:
    """Return a list of gender_coded_words.toml. Raises KeyError if there is none."""
    return tuple(_read("gender_coded_words")[name])


@cache
def _read(name: str) -> Mapping[str, Any]:
    return tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))
