"""Words that mean the same, as shipped."""

from __future__ import annotations

from pathlib import Path

from guidance.search.synonyms import Synonyms, from_groups
from guidance.shipped.facts import Fact, WrongContentError, check_facts, read_tables

FACTS = {"words": Fact(list)}


def read_synonyms(file: Path) -> Synonyms:
    """Return the synonyms in a file. Raises WrongContentError, also for a word in two groups."""
    groups: list[list[str]] = []
    for start, facts in read_tables(file, "groups"):
        groups.append(check_facts(file, facts, FACTS, lambda _, start=start: start)["words"])
        try:
            synonyms = from_groups(groups)
        except ValueError as error:
            raise WrongContentError(file, start, str(error)) from error
    return synonyms if groups else from_groups([])
