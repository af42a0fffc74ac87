"""The lists of words of the reader, from `data/words.toml`. Read once."""

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data" / "words.toml"


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    return tomllib.loads(DATA.read_text(encoding="utf-8"))


def listed(name: str) -> frozenset[str]:
    """Return the words of one list, such as "verbs"."""
    return frozenset(_data()["lists"][name].split())


def words_of_parts() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """Return, by part, the words that name it and those that may stand beside them."""
    parts = _data()["parts"]
    return {
        part: (frozenset(words["keys"].split()), frozenset(words["beside"].split()))
        for part, words in parts.items()
    }


def names_of_parts() -> dict[str, str]:
    """Return the part of each whole name."""
    return {
        name.strip(): part
        for part, names in _data()["names"].items()
        for name in names.replace("\n", "").split("|")
    }
