"""Print the words of a PDF with their positions as JSON: a program run by `pdf.py`.

It reads a file from standard input. It is a separate process because the library is C++ and the
file is untrusted: exceeding its limits of time or memory ends this process alone. It imports
nothing from the portal.
"""

import ctypes
import json
import resource
import sys
from collections.abc import Iterator
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

PROCESSOR_SECONDS, MEMORY = 20, 1024 * 1024 * 1024
MOST_PAGES, MOST_CHARACTERS = 200, 500_000
BOLD = 600
PASSWORD, DAMAGED, TOO_LONG = "password", "damaged", "too long"
Word = tuple[float, float, float, float, str, bool]


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


def _page_words(text: Any) -> Iterator[Word]:
    """Yield words in file order: left, bottom, right, top, text, whether bold."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    sides = [ctypes.byref(side) for side in (left, right, bottom, top)]
    box: list[float] = []
    signs, bold = "", False
    for at in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, at)
        sign = "-" if code in (2, 0xAD) else chr(code)  # 2: a hyphen that breaks a word
        if sign.isspace() or code == 0:
            if signs:
                yield (*box, signs, bold)  # type: ignore[misc]
            signs = ""
            continue
        pdfium.FPDFText_GetCharBox(text, at, *sides)
        here = [left.value, bottom.value, right.value, top.value]
        if signs and _is_apart(box, here):
            yield (*box, signs, bold)  # type: ignore[misc]
            signs = ""
        if signs:
            box = [
                min(box[0], here[0]),
                min(box[1], here[1]),
                max(box[2], here[2]),
                max(box[3], here[3]),
            ]
        else:
            box, bold = here, _is_bold(text, at)
        signs += sign
    if signs:
        yield (*box, signs, bold)  # type: ignore[misc]


def _is_apart(box: list[float], here: list[float]) -> bool:
    """Whether a character is on another line than the word before it, or far from it."""
    high = max(box[3] - box[1], here[3] - here[1], 4.0)
    return (
        here[0] - box[2] > high or box[0] - here[2] > high or here[1] > box[3] or here[3] < box[1]
    )


def _is_bold(text: Any, at: int) -> bool:
    if pdfium.FPDFText_GetFontWeight(text, at) >= BOLD:
        return True
    name = ctypes.create_string_buffer(80)
    flags = ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text, at, name, 80, ctypes.byref(flags))
    return b"bold" in name.value.lower()


if __name__ == "__main__":
    main()
