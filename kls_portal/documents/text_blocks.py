"""Text typed into a large field, as paragraphs and lists.

A blank line ends a paragraph. Lines that begin with a bullet or a hyphen and a space are a list,
so that a file can tag them as one.
"""

import re
from dataclasses import dataclass

from kls_portal.documents.plain_text import plain

_BULLET = re.compile(r"[•●▪◦*–-][ ]{1,99}(?=\S)")


@dataclass(frozen=True)
class TextBlock:
    """A paragraph of one or more lines, or a list with one line an item."""

    is_list: bool
    lines: tuple[str, ...]


def text_blocks(text: str) -> tuple[TextBlock, ...]:
    """Return the blocks of the text in order, with each line trimmed; none if it is blank."""
    blocks: list[TextBlock] = []
    in_block = False
    for raw in plain(text).split("\n"):
        line = " ".join(raw.split())
        if not line:
            in_block = False
            continue
        bullet = _BULLET.match(line)
        if bullet:
            line = line[bullet.end() :]
        last = blocks[-1] if in_block else None
        if last is not None and last.is_list == bool(bullet):
            blocks[-1] = TextBlock(last.is_list, (*last.lines, line))
        else:
            blocks.append(TextBlock(bool(bullet), (line,)))
        in_block = True
    return tuple(blocks)
