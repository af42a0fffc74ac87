"""The level of knowledge that the words of a criterion stand for."""

import re
import tomllib
from functools import cache
from pathlib import Path

from vacancies.rulebook.words import phrases

DATA = Path(__file__).with_name("data")


def level_of(text: str) -> int | None:
    """Return the lowest level (1 to 8) of the qualifications named in `text`, or None.

    The lowest, because a criterion that accepts one of several asks for no more than the least.
    """
    folded = text.lower().replace("’", "'").replace("degree of", "")
    return next((level for level, words in _levels() if words.search(folded)), None)


@cache
def _levels() -> tuple[tuple[int, re.Pattern[str]], ...]:
    rows = tomllib.loads((DATA / "knowledge_words.toml").read_text(encoding="utf-8"))["levels"]
    return tuple((row["level"], phrases(row["words"]).pattern) for row in rows)
