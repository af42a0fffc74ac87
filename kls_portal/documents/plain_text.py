"""Text that is valid in every file format: the first cleaning, independent of font and format.

Word files (XML 1.0, section 2.2, "Char") and calendar files (RFC 5545, section 3.1) reject most
control characters, and UTF-8 rejects lone surrogates. Direction overrides are removed because
they can make text look different from what it says (Unicode Technical Report 36, section 2.4).

A blank line ends a paragraph of a typed text. Lines that begin with a bullet or a hyphen and a
space are a list, so that a file can tag them as one.
"""

import re
import unicodedata
from dataclasses import dataclass

LONGEST_FIELD = 20_000
SHORTENED = "… (shortened)"
REPLACEMENT = "\ufffd"

_LINE_ENDS = re.compile("\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
_SPACES = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# In order: controls except line feed; soft hyphen; direction embeddings and overrides; word joiner,
# isolates and deprecated format characters; byte order mark; annotation marks; musical controls;
# tags; invisible letters.
_DROPPED = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u180e\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff\u115f\u1160\u3164\uffa0]"
)
_PLANES = range(0, 0x110000, 0x10000)
_NO_CHARACTERS = "\ufdd0-\ufdef" + "".join(f"{chr(p + 0xFFFE)}{chr(p + 0xFFFF)}" for p in _PLANES)
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"
_MEANINGLESS = re.compile(f"[{_NO_CHARACTERS}{_PRIVATE}]")


def plain(text: str) -> str:
    """Return the text as composed Unicode with line feeds as its only control characters.

    Takes any `str`, including lone surrogates. Control characters are dropped, other line ends
    become line feeds, and other spaces become a space; lone surrogates, private-use characters and
    noncharacters become U+FFFD. A text of more than LONGEST_FIELD characters is cut to that length,
    ending in SHORTENED.
    """
    if text.isascii() and text.isprintable() and len(text) <= LONGEST_FIELD:
        return text
    if len(text) > LONGEST_FIELD:
        text = text[: LONGEST_FIELD - len(SHORTENED)].rstrip() + SHORTENED
    # Join surrogate pairs and replace lone surrogates.
    text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    text = _LINE_ENDS.sub("\n", text)
    text = _SPACES.sub(" ", text)
    text = _DROPPED.sub("", text)
    text = _MEANINGLESS.sub(REPLACEMENT, text)
    return unicodedata.normalize("NFC", text)


def one_line(text: str) -> str:
    """Return the plain text on one line: every run of spaces and line ends becomes one space."""
    return " ".join(plain(text).split())


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
