"""Which part of the text each block belongs to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vacancies.rulebook.headings import label_of, section_named
from vacancies.rulebook.layout import Block

ESSENTIAL, DESIRABLE, UNSTATED = "essential", "desirable", ""


@dataclass(frozen=True)
class Placed:
    """A block with its section and, in a person specification, its level.

    `section`: "duties", "purpose", "ps", "other" or "" (before the first heading that is known).
    `level`: "essential", "desirable" or "" where none is stated. `start` lies behind a label
    such as "Essential:"; `labelled` says that the block has one of its own.
    """

    block: Block
    section: str
    level: str
    start: int
    labelled: bool = False


def place(text: str, blocks: Sequence[Block], section: str) -> Iterator[Placed]:
    """Give every block but known headings its section; the text begins in `section`."""
    level, led_in = UNSTATED, False
    for block in blocks:
        words = text[block.start : block.end]
        if section == "purpose" and led_in and block.bulleted and block.kind != "heading":
            section = "duties"  # a purpose ended with "… the following tasks:"
        led_in = words.endswith(":")
        name = section_named(words) if block.kind == "heading" else None
        if name in (ESSENTIAL, DESIRABLE) and block.columns:
            section, level = "ps", UNSTATED  # the name of a column says nothing of what follows
        elif name:
            section, level = _entered(name, section, level)
        elif block.kind == "heading":
            section = _after_unknown(section)
        if block.kind == "heading":
            continue
        label = None if block.columns else label_of(words)
        if label is None or label[0] == "topic":
            yield Placed(block, section, level, block.start)
        else:
            inner, inner_level = _entered(label[0], section, level)
            yield Placed(block, inner, inner_level, block.start + label[1], labelled=True)


def _entered(name: str, section: str, level: str) -> tuple[str, str]:
    if name in (ESSENTIAL, DESIRABLE):
        return "ps", name
    if name == "topic" or (name == "ps" and section == "ps"):
        return section, level
    if name == "jd":
        return "", UNSTATED
    return name, UNSTATED


def _after_unknown(section: str) -> str:
    """A heading nobody knows divides long sections, and ends short ones."""
    return "" if section == "purpose" else section
