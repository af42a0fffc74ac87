"""The contents of a PDF: the text as a screen reader gets it, and the raw objects."""

import ctypes
import re
import zlib
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

import pypdfium2
import pypdfium2.raw as raw

LONGEST_MARK = 64
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)


def read_texts(paths: Iterable[Path]) -> dict[Path, str]:
    """The text of each PDF in the order of its tags, without any white space.

    White space is left out because a reader turns line ends into spaces. Anything repeated on every
    page, such as a footer, is an artifact and not part of the text: readers skip it.
    """
    return {path: squeezed("".join(_runs(pypdfium2.PdfDocument(path)))) for path in paths}


def _runs(document: pypdfium2.PdfDocument) -> Iterator[str]:
    """The words of each run of letters, page by page."""
    for page in document:
        letters = page.get_textpage()
        for run in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
            if len(document) == 1 or "Artifact" not in _marks(run):
                yield _told(partial(raw.FPDFTextObj_GetText, run, letters))


def _marks(run: pypdfium2.PdfObject) -> Iterator[str]:
    for number in range(raw.FPDFPageObj_CountMarks(run)):
        name = ctypes.create_string_buffer(LONGEST_MARK)
        raw.FPDFPageObjMark_GetName(
            raw.FPDFPageObj_GetMark(run, number),
            ctypes.cast(name, ctypes.POINTER(ctypes.c_ushort)),
            LONGEST_MARK,
            ctypes.byref(used := ctypes.c_ulong()),
        )
        yield _words(name, used.value)


def _told(ask: Callable[..., int]) -> str:
    """Return what PDFium writes into a buffer of the size that it asks for."""
    size = ask(None, 0)
    place = ctypes.create_string_buffer(size)
    ask(ctypes.cast(place, ctypes.POINTER(ctypes.c_ushort)), size)
    return _words(place, size)


def _words(place: ctypes.Array[ctypes.c_char], size: int) -> str:
    return place.raw[:size].decode("utf-16-le", "replace").rstrip("\0")


def squeezed(text: str) -> str:
    """The text without white space and zero-width spaces."""
    return "".join(text.replace("\u200b", "").split())


def raw_objects(pdf: bytes) -> bytes:
    """The whole file followed by its compressed streams, unpacked, to search for tags."""
    unpacked = [pdf]
    for stream in _STREAM.finditer(pdf):
        try:
            unpacked.append(zlib.decompress(stream[1]))
        except zlib.error:
            continue
    return b"\n".join(unpacked)
