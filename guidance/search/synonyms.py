"""Words that mean the same: JD and job description, 1:1 and one-to-one. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from guidance.search.words import root, split

Phrase = tuple[str, ...]


@dataclass(frozen=True)
class Synonyms:
    """Groups of phrases; a phrase is the words it is made of."""

    groups: dict[Phrase, tuple[Phrase, ...]]
    longest: int

    def of(self, phrase: Phrase) -> tuple[Phrase, ...]:
        """Return the phrases that mean the same as this one, or nothing where it is unknown."""
        return self.groups.get(_key(phrase), ())


def from_groups(groups: list[list[str]]) -> Synonyms:
    """Return the synonyms of some groups of phrases, such as [["JD", "job description"]].

    Raises ValueError where a phrase stands in two groups or holds no word.
    """
    found: dict[Phrase, tuple[Phrase, ...]] = {}
    for group in groups:
        phrases = tuple(dict.fromkeys(tuple(split(phrase)) for phrase in group))
        keys = {_key(phrase) for phrase in phrases}
        if () in keys:
            raise ValueError(f"A synonym of {group} holds no letter or digit.")
        if taken := keys & found.keys():
            raise ValueError(f"“{' '.join(min(taken))}” stands in two groups of synonyms.")
        found.update(dict.fromkeys(keys, phrases))
    return Synonyms(groups=found, longest=max(map(len, found), default=1))


def _key(phrase: Phrase) -> Phrase:
    return tuple(root(word) for word in phrase)
