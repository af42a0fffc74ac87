"""Words that mean the same, as shipped."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from guidance.search.synonyms import Synonyms, from_groups
from kls_portal.reference.toml_tables import Key, WrongContentError, check_keys, read_tables

KEYS = {"words": Key(list), "spellings": Key(bool, default=False)}


@dataclass(frozen=True)
class SynonymEntry:
    """A group as shipped; `spellings`: its words are only other spellings of each other."""

    words: tuple[str, ...]
    spellings: bool


def read_groups(file: Path) -> list[SynonymEntry]:
    """Return the groups in a file, none where there is no such file; the words as written.

    Raises WrongContentError as `read_synonyms` does.
    """
    if not file.exists():
        return []
    read_synonyms(file)
    return [
        SynonymEntry(tuple(facts["words"]), facts.get("spellings", False))
        for _, facts in read_tables(file, "groups")
    ]


def read_synonyms(file: Path) -> Synonyms:
    """Return the synonyms in a file. Raises WrongContentError, also for a word in two groups."""
    groups: list[list[str]] = []
    spellings: list[list[str]] = []
    for start, facts in read_tables(file, "groups"):
        group = check_keys(file, facts, KEYS, start)
        (spellings if group["spellings"] else groups).append(group["words"])
        try:
            synonyms = from_groups(groups, spellings)
        except ValueError as error:
            raise WrongContentError(file, start, str(error)) from error
    return synonyms if groups or spellings else from_groups([])
