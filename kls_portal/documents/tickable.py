"""PDF check boxes that can be ticked on screen.

typst writes no form fields. A template draws each box as a link to `urn:x-tick:<number>:<0 or 1>`
(see `screen-tick` of house.typ), as high as the text beside it; this replaces each such link with
a square check box of an AcroForm.
Source: ISO 32000-1, 12.7.4.2.3 (check boxes), and ISO 14289-1, 7.18.4 (a widget lies in a Form).
"""

import re
from collections.abc import Sequence

from kls_portal.documents.pdf_objects import PdfObjects, parse_pdf, write_pdf

_ROOT = re.compile(rb"/Root (\d+) 0 R")
_BOX = re.compile(
    rb"<</Type/Annot/Subtype/Link/Rect\[(?P<place>[\d. ]+)\].*"
    rb"/URI\(urn:x-tick:(?P<number>\d+):(?P<done>[01])\).*/StructParent (?P<tag>\d+).*>>",
    re.DOTALL,
)
_TAG = re.compile(rb"(<</Type/StructElem/S/)Link(/.*/Obj (\d+) 0 R.*>>)", re.DOTALL)
_LOOK = (
    b"<</Type/XObject/Subtype/Form/BBox[0 0 12 12]/Resources<<>>/Length %d>>\nstream\n%s\nendstream"
)
_FRAME = b"q 0.13 0.17 0.2 RG 1 1 1 rg 1 w 0.6 0.6 10.8 10.8 re B Q"
_TICK = b"\nq 0.13 0.17 0.2 RG 1.6 w 2.6 6.2 m 5 3.4 l 9.6 9.2 l S Q"


def tickable(pdf: bytes, names: Sequence[str]) -> bytes:
    """Return a PDF written by typst with a check box in place of each link that stands for one.

    names: the accessible name of each box, by its number from 0. The tag structure is kept, so a
    file that passes PDF/UA-1 still does; the same file and names give identical bytes. A file
    without such links is returned unchanged. Raises ValueError if typst did not write the file.
    """
    file = parse_pdf(pdf)
    boxes = {n: match for n, body in file.objects.items() if (match := _BOX.fullmatch(body))}
    if not boxes:
        return pdf
    on, off = (max(file.objects) + number for number in (1, 2))
    for number, match in boxes.items():
        file.objects[number] = _box(match, names[int(match["number"])], on, off)
    file.objects |= {on: _look(_FRAME + _TICK), off: _look(_FRAME)}
    _say_form(file, set(boxes))
    _say_fields(file, boxes)
    return write_pdf(file)


def _box(link: re.Match[bytes], name: str, on: int, off: int) -> bytes:
    state = b"/Yes" if link["done"] == b"1" else b"/Off"
    return (
        b"<</Type/Annot/Subtype/Widget/FT/Btn/Rect[%(place)s]/F 4/StructParent %(tag)s"
        b"/T(box-%(number)s)/TU%(name)s/V%(state)s/AS%(state)s/MK<</CA(4)>>"
        b"/AP<</N<</Yes %(on)d 0 R/Off %(off)d 0 R>>>>>>"
    ) % {
        b"place": _square(link["place"]),
        b"tag": link["tag"],
        b"number": link["number"],
        b"name": _text(name),
        b"state": state,
        b"on": on,
        b"off": off,
    }


def _square(place: bytes) -> bytes:
    """Return a rectangle (left, bottom, right, top; points) as a square of its width, centred."""
    left, bottom, right, top = map(float, place.split())
    middle, half = (bottom + top) / 2, (right - left) / 2
    return b"%.4f %.4f %.4f %.4f" % (left, middle - half, right, middle + half)


def _text(text: str) -> bytes:
    """Return a PDF text string in hexadecimal, so that no character needs escaping."""
    return b"<FEFF%s>" % text.encode("utf-16-be").hex().encode()


def _look(drawing: bytes) -> bytes:
    return _LOOK % (len(drawing), drawing)


def _say_form(file: PdfObjects, boxes: set[int]) -> None:
    """Give the tags around the boxes the role Form; each refers to its box."""
    left = set(boxes)
    for number, body in file.objects.items():
        match = _TAG.fullmatch(body)
        if match and int(match[3]) in left:
            left.remove(int(match[3]))
            file.objects[number] = match[1] + b"Form" + match[2]
    if left:
        raise ValueError("A box of this PDF has no tag.")


def _say_fields(file: PdfObjects, boxes: dict[int, re.Match[bytes]]) -> None:
    """List the boxes as form fields in the catalogue, in the order of the tasks."""
    root = _ROOT.search(file.trailer)
    if root is None:
        raise ValueError("This PDF was not written by typst.")
    in_order = sorted(boxes, key=lambda box: int(boxes[box]["number"]))
    fields = b" ".join(b"%d 0 R" % box for box in in_order)
    catalogue = file.objects[int(root[1])]
    file.objects[int(root[1])] = catalogue[:-2] + b"/AcroForm<</Fields[%s]>>>>" % fields
