"""Words that mean the same, as shipped."""

from __future__ import annotations

from pathlib import Path

from guidance.search.synonyms import Synonyms, from_groups
from guidance.shipped.facts import Fact, WrongContentError, check_facts, read_tables

FACTS = {"words": Fact(list), "spellings": Fact(bool, default=False)}


def read_synonyms(file: Path) -> Synonyms:
    """Return the synonyms in a file. Raises WrongContentError, also for a word in two groups."""
    groups: list[list[str]] = []
    spellings: list[list[str]] = []
    for start, facts in read_tables(file, "groups"):
        group = check_facts(file, facts, FACTS, lambda _, start=start: start)
        (spellings if group["spellings"] else groups).append(group["words"])
        try:
            synonyms = from_groups(groups, spellings)
        except ValueError as error:
            raise WrongContentError(file, start, str(error)) from error
    return synonyms if groups or spellings else from_groups([])
