"""Print the words of a PDF with their positions as JSON: a program run by `pdf.py`.

It reads a file from standard input. It is a separate process because the library is C++ and the
file is untrusted: exceeding its limits of time or memory ends this process alone. It imports
nothing from the portal.
"""

import ctypes
import json
import math
import resource
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

PROCESSOR_SECONDS, MEMORY = 20, 1024 * 1024 * 1024
MOST_PAGES, MOST_CHARACTERS = 200, 500_000
BOLD, STEEP = 600, 0.7
"""The weight of bold letters, and the sine of the angle of letters that run up or down."""
PASSWORD, DAMAGED, TOO_LONG = "password", "damaged", "too long"
Word = tuple[float, float, float, float, str, bool, bool]


def main() -> None:
    """Print as JSON the words of the PDF on standard input, or one word for its problem."""
    resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR_SECONDS, PROCESSOR_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    sys.stdout.write(json.dumps(_document_words(sys.stdin.buffer.read())))


def _document_words(data: bytes) -> dict[str, Any]:
    try:
        document = pypdfium2.PdfDocument(data)
        if len(document) > MOST_PAGES:
            return {"problem": TOO_LONG}
        pages, characters = [], 0
        for page in document:
            content = _page_of(page)
            characters += sum(len(word[4]) for word in content["words"])
            if characters > MOST_CHARACTERS:
                return {"problem": TOO_LONG}
            pages.append(content)
    except pypdfium2.PdfiumError as problem:
        locked = "password" in str(problem).lower()
        return {"problem": PASSWORD if locked else DAMAGED}
    return {"pages": pages}


def _page_of(page: Any) -> dict[str, Any]:
    width, height = page.get_size()
    words = [word for word in _page_words(page.get_textpage()) if 0 <= word[0] <= width]
    paths = page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=4)
    rules = [tuple(round(number, 1) for number in path.get_bounds()) for path in paths]
    return {"width": width, "height": height, "words": words, "rules": rules}


@dataclass
class _Started:
    """A word that is being read. box: left, bottom, right, top. line: the bottom and top of its
    line, which are the same for all its words, however high their letters are."""

    signs: str
    box: list[float]
    line: tuple[float, float]
    stress: tuple[bool, bool]
    turned: bool

    def goes_on(self, here: list[float]) -> bool:
        """Whether a character is on the same line as the word, and close to it."""
        a, b = (_turned(self.box), _turned(here)) if self.turned else (self.box, here)
        high = max(a[3] - a[1], b[3] - b[1], 4.0)
        return b[0] - a[2] <= high and a[0] - b[2] <= high and a[1] <= b[3] and b[1] <= a[3]

    def add(self, sign: str, here: list[float]) -> None:
        self.signs += sign
        box = self.box
        self.box = [min(box[0], here[0]), min(box[1], here[1])]
        self.box += [max(box[2], here[2]), max(box[3], here[3])]

    @property
    def word(self) -> Word:
        low, high = self.line
        if self.turned:  # as one in the middle of where it stands
            low = high = (self.box[1] + self.box[3]) / 2
        return (self.box[0], low, self.box[2], high, self.signs, *self.stress)


def _turned(box: list[float]) -> list[float]:
    return [box[1], box[0], box[3], box[2]]


def _page_words(text: Any) -> Iterator[Word]:
    """Yield words in file order: left, bottom, right, top, text, whether bold, and in italics."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    sides = [ctypes.byref(side) for side in (left, right, bottom, top)]
    word: _Started | None = None
    for at in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, at)
        sign = "-" if code in (2, 0xAD) else chr(code)  # 2: a hyphen that breaks a word
        if sign.isspace() or code == 0:
            if word and word.turned and pdfium.FPDFText_IsGenerated(text, at):
                continue
            if word:
                yield word.word
            word = None
            continue
        pdfium.FPDFText_GetCharBox(text, at, *sides)
        here = [left.value, bottom.value, right.value, top.value]
        if word and word.goes_on(here):
            word.add(sign, here)
            continue
        if word:
            yield word.word
        word = _started(text, at, sign, here)
    if word:
        yield word.word


def _started(text: Any, at: int, sign: str, box: list[float]) -> _Started:
    loose = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(text, at, ctypes.byref(loose))
    turned = abs(math.sin(pdfium.FPDFText_GetCharAngle(text, at))) > STEEP
    return _Started(sign, box, (loose.bottom, loose.top), _stress_of(text, at), turned)


def _stress_of(text: Any, at: int) -> tuple[bool, bool]:
    """Return whether a character is bold, and whether it is in italics."""
    name = ctypes.create_string_buffer(80)
    flags = ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text, at, name, 80, ctypes.byref(flags))
    font = name.value.lower()
    bold = b"bold" in font or pdfium.FPDFText_GetFontWeight(text, at) >= BOLD
    return bold, b"italic" in font or b"oblique" in font


if __name__ == "__main__":
    main()
