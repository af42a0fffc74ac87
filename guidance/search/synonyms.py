"""Synonyms, such as JD and job description, or 1:1 and one-to-one. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from guidance.search.words import root, split

Phrase = tuple[str, ...]


@dataclass(frozen=True)
class Synonyms:
    """Groups of phrases; a phrase is a tuple of words.

    `spellings` are the phrases in groups of mere spelling variants, which count the same.
    """

    groups: dict[Phrase, tuple[Phrase, ...]]
    longest: int
    spellings: frozenset[Phrase] = frozenset()

    def of(self, phrase: Phrase) -> tuple[Phrase, ...]:
        """Return the group of a phrase, () if it is unknown."""
        return self.groups.get(_key(phrase), ())

    @property
    def words(self) -> set[str]:
        return {word for group in self.groups.values() for phrase in group for word in phrase}

    def are_spellings(self, phrase: Phrase) -> bool:
        return _key(phrase) in self.spellings


def from_groups(
    groups: Sequence[Sequence[str]], spellings: Sequence[Sequence[str]] = ()
) -> Synonyms:
    """Return the synonyms of groups of phrases, such as [["JD", "job description"]].

    `spellings` are groups as well, such as [["1:1", "one-to-one"]].
    Raises ValueError for a phrase in two groups or without a word.
    """
    by_key: dict[Phrase, tuple[Phrase, ...]] = {}
    alike: set[Phrase] = set()
    for group in [*groups, *spellings]:
        phrases = tuple(dict.fromkeys(map(_phrase_words, group)))
        keys = {_key(phrase) for phrase in phrases}
        if () in keys:
            raise ValueError(f"A synonym of {group} has no letter or digit.")
        if taken := keys & by_key.keys():
            raise ValueError(f"“{' '.join(min(taken))}” is in two groups of synonyms.")
        by_key.update(dict.fromkeys(keys, phrases))
        if group in spellings:
            alike |= keys
    longest = max(map(len, by_key), default=1)
    return Synonyms(by_key, longest, frozenset(alike))


# Each group is checked against all others, so each phrase is split many times.
@lru_cache(4096)
def _phrase_words(phrase: str) -> Phrase:
    return tuple(split(phrase))


@lru_cache(4096)
def _key(phrase: Phrase) -> Phrase:
    return tuple(root(word) for word in phrase)


@dataclass(frozen=True)
class SynonymEntry:
    """A group as shipped. `spellings`: whether its words are only spelling variants."""

    words: tuple[str, ...]
    spellings: bool = False


def synonyms_of(entries: Sequence[SynonymEntry]) -> Synonyms:
    """Return the synonyms of shipped groups. Raises ValueError as `from_groups` does."""
    of_kind = ([one.words for one in entries if one.spellings is kind] for kind in (False, True))
    return from_groups(*of_kind)
