"""Counts the English of the shipped guidance, page by page: `make words`.

Sentences are those of paragraphs and list items that end with a full stop, a question mark or an
exclamation mark; headings, tables and fragments are none. The limits are those of the guidance's
own style: connected sentences that are neither telegrams nor chains, in plain words.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from guidance.content.shipped import PageFile, read_content
from guidance.texts.rules.html_tree import parse
from guidance.texts.rules.markdown import to_html
from kls_portal.readability import WORD, cut, syllables
from kls_portal.reference.bindings import replace_bindings
from kls_portal.reference.shipped_facts import shipped_facts

WORD_LIST = Path(__file__).with_name("words.toml")
SECTIONS = ("recruiting", "retaining", "induction", "case-studies")
SHORT, LONG = 5, 25
Limits = Mapping[str, tuple[float, float]]
LIMITS: Limits = {"mean": (12, 15), "short": (0, 0.08), "connected": (0.25, 1), "flesch": (65, 121)}
"""What all pages of a section keep together. One page alone may differ a little."""
OF_A_PAGE: Limits = {
    "mean": (11, 16),
    "short": (0, 0.12),
    "connected": (0.2, 1),
    "flesch": (60, 121),
}
CONNECTIVE = re.compile(
    r"\b(because|so|if|when|while|until|unless|once|since|before|after|but|although|though"
    r"|rather than|instead|otherwise|therefore|however)\b",
    re.IGNORECASE,
)
_VALUES = {fact.name: fact.text for fact in shipped_facts().values()}
END = (".", "?", "!", ".”", "?”", ".)")


@dataclass(frozen=True)
class Count:
    """The English of one text or several: `sentences` as their words; the rest are shares of 1."""

    sentences: tuple[str, ...]

    @property
    def lengths(self) -> list[int]:
        return [len(WORD.findall(sentence)) for sentence in self.sentences]

    @property
    def mean(self) -> float:
        return sum(self.lengths) / max(1, len(self.lengths))

    @property
    def short(self) -> float:
        return sum(length <= SHORT for length in self.lengths) / max(1, len(self.lengths))

    @property
    def connected(self) -> float:
        found = sum(bool(CONNECTIVE.search(sentence)) for sentence in self.sentences)
        return found / max(1, len(self.sentences))

    @property
    def flesch(self) -> float:
        """Flesch reading ease (1948): 206.835 - 1.015 words a sentence - 84.6 syllables a word."""
        words = [word for sentence in self.sentences for word in WORD.findall(sentence)]
        if not words:
            return 0.0
        spoken = sum(syllables(word) for word in words)
        return 206.835 - 1.015 * self.mean - 84.6 * spoken / len(words)

    @property
    def long(self) -> list[str]:
        """Return the sentences of more words than anybody should have to hold."""
        return [s for s, length in zip(self.sentences, self.lengths, strict=True) if length > LONG]

    def outside(self, limits: Limits) -> list[str]:
        """Return the names of the limits that these sentences break."""
        broken = [
            name
            for name, (least, most) in limits.items()
            if not least <= getattr(self, name) <= most
        ]
        return [*broken, *(["long"] if self.long else [])]


def count(texts: Iterable[str]) -> Count:
    """Return the count of some Markdown texts together."""
    return Count(tuple(sentence for text in texts for sentence in sentences_of(text)))


def sentences_of(text: str) -> Iterator[str]:
    """Yield the full sentences of a Markdown text."""
    root = parse(to_html(replace_bindings(text, lambda one: _VALUES[one.name])))
    for dropped in list(root.iter("table", "h2", "h3", "h4")):
        dropped.drop_tree()
    for block in root.iter("p", "li", "blockquote"):
        block.text = f"\n{block.text or ''}"
        block.tail = f"\n{block.tail or ''}"
    for line in "".join(root.itertext()).splitlines():
        words = " ".join(line.split())
        for start, end, _ in cut(words, 0, len(words)):
            if words[start:end].endswith(END):
                yield words[start:end]


@cache
def words_not_used(where: str) -> dict[re.Pattern[str], str]:
    """Return what is not said, with what is said instead. where: "guidance" or "application"."""
    rows = tomllib.loads(WORD_LIST.read_text(encoding="utf-8"))["instead"]
    return {
        re.compile(rf"(?<![\w-])(?:{row['not']})(?![\w-])", re.IGNORECASE): row["but"]
        for row in rows
        if row.get("only", where) == where
    }


def found_in(text: str, where: str = "guidance") -> list[str]:
    """Return what a text says that is not said there, with the better words.

    Addresses of links, and names in braces, say nothing.
    """
    text = re.sub(r"(?<=\])\([^)]*\)|\{+[^{}]*\}+", "", text)
    return [
        f"{match.group()} → {better}"
        for pattern, better in words_not_used(where).items()
        for match in pattern.finditer(text)
    ]


def guidance_pages() -> list[PageFile]:
    """Return the shipped pages of the three sections."""
    return [page for page in read_content().pages if page.path.split("/")[0] in SECTIONS]


def said_on(page: PageFile) -> list[str]:
    """Return what a page says, title and summary included, that the guidance does not say."""
    return found_in(f"{page.title}\n{page.summary}\n{page.text}")


def main() -> int:
    """Print a row for each page and for each section; 1 where a limit is broken or a word used."""
    pages = guidance_pages()
    print(f"{'page':52}  sent  mean  ≤{SHORT}%  conn% flesch  >{LONG} words  outside")
    wrong = [_print(page.path, count([page.text]), OF_A_PAGE, said_on(page)) for page in pages]
    wrong += [_print(section.upper(), of_section(section), LIMITS) for section in SECTIONS]
    return int(any(wrong))


def of_section(section: str) -> Count:
    """Return the count of all pages of a section together."""
    return count(page.text for page in guidance_pages() if page.path.split("/")[0] == section)


def _print(name: str, counted: Count, limits: Limits, said: Sequence[str] = ()) -> bool:
    """Print a row, and beneath it each word that is not used; return whether anything is wrong."""
    broken = counted.outside(limits)
    print(
        f"{name:52} {len(counted.sentences):5} {counted.mean:5.1f} {counted.short:5.0%}"
        f" {counted.connected:6.0%} {counted.flesch:6.0f} {len(counted.long):4} {len(said):5}"
        f"  {' '.join(broken)}"
    )
    for words in [*said, *counted.long]:
        print(f"    {words}")
    return bool(broken or said)
