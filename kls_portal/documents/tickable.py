"""Boxes of a PDF that can be ticked on screen.

typst draws no form fields. A template draws each box as a link to `urn:x-tick:<number>:<0 or 1>`
(see `screen-tick` of house.typ), as high as the words beside it; this writes the file anew with
each such link as a check box, a square, of an AcroForm. It reads what typst writes (every object
by itself, one table of their places) and no other PDF: a general reader of PDF takes as long as
typst itself.
Source: ISO 32000-1, 7.5 (structure of a file) and 12.7.4.2.3 (check boxes), and ISO 14289-1,
7.18.4 (a widget lies in a Form).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_PLACE = re.compile(rb"(\d{10}) \d{5} ([nf])")
_ROOT = re.compile(rb"/Root (\d+) 0 R")
_OBJECT = re.compile(rb"(\d+) 0 obj\n(.*)\nendobj\s*", re.DOTALL)
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


@dataclass
class _File:
    """A PDF in parts: what stands before the objects, their bytes by number, and the trailer."""

    head: bytes
    objects: dict[int, bytes]
    trailer: bytes


def tickable(pdf: bytes, names: Sequence[str]) -> bytes:
    """The PDF, as typst wrote it, with a check box in the place of each link that stands for one.

    names: what a screen reader says of each box, by its number from 0. Tags stay as they are, so
    a file that passes PDF/UA-1 still does; the same file and names give the same bytes. A file
    without such links comes back unchanged. Raises ValueError for a file of another make.
    """
    file = _parse_pdf(pdf)
    boxes = {n: found for n, body in file.objects.items() if (found := _BOX.fullmatch(body))}
    if not boxes:
        return pdf
    on, off = (max(file.objects) + number for number in (1, 2))
    for number, found in boxes.items():
        file.objects[number] = _box(found, names[int(found["number"])], on, off)
    file.objects |= {on: _look(_FRAME + _TICK), off: _look(_FRAME)}
    _say_form(file, set(boxes))
    _say_fields(file, boxes)
    return _written(file)


def _parse_pdf(pdf: bytes) -> _File:
    """Take a file apart at the places that its own table gives, so that no text can pretend."""
    body, mark, rest = pdf.rpartition(b"\nxref\n")
    table, trailing, end = rest.partition(b"trailer\n")
    places = sorted(int(at) for at, state in _PLACE.findall(table) if state == b"n")
    if not mark or not trailing or not places:
        raise ValueError("This PDF was not written by typst.")
    objects = {}
    for start, stop in zip(places, [*places[1:], len(body) + 1], strict=True):
        found = _OBJECT.fullmatch(body[start:stop] + b"\n")
        if found is None:
            raise ValueError("This PDF was not written by typst.")
        objects[int(found[1])] = found[2]
    return _File(pdf[: places[0]], objects, end.partition(b"\nstartxref")[0])


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
    """A place (left, bottom, right, top; points) as a square of its width around its middle."""
    left, bottom, right, top = map(float, place.split())
    middle, half = (bottom + top) / 2, (right - left) / 2
    return b"%.4f %.4f %.4f %.4f" % (left, middle - half, right, middle + half)


def _text(text: str) -> bytes:
    """A text string of PDF, in hexadecimal so that nothing in it means anything."""
    return b"<FEFF%s>" % text.encode("utf-16-be").hex().encode()


def _look(drawing: bytes) -> bytes:
    return _LOOK % (len(drawing), drawing)


def _say_form(file: _File, boxes: set[int]) -> None:
    """Give the tags around the boxes the role Form; each names its box."""
    left = set(boxes)
    for number, body in file.objects.items():
        found = _TAG.fullmatch(body)
        if found and int(found[3]) in left:
            left.remove(int(found[3]))
            file.objects[number] = found[1] + b"Form" + found[2]
    if left:
        raise ValueError("A box of this PDF has no tag.")


def _say_fields(file: _File, boxes: dict[int, re.Match[bytes]]) -> None:
    """Name the boxes in the catalogue, in the order of the tasks."""
    found = _ROOT.search(file.trailer)
    if found is None:
        raise ValueError("This PDF was not written by typst.")
    in_order = sorted(boxes, key=lambda box: int(boxes[box]["number"]))
    fields = b" ".join(b"%d 0 R" % box for box in in_order)
    catalogue = file.objects[int(found[1])]
    file.objects[int(found[1])] = catalogue[:-2] + b"/AcroForm<</Fields[%s]>>>>" % fields


def _written(file: _File) -> bytes:
    """Put a file together again: its objects in order, a table of their places, the trailer."""
    parts, places, at = [file.head], {}, len(file.head)
    for number, body in file.objects.items():
        places[number] = at
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, body))
        at += len(parts[-1])
    size = max(places) + 1
    if len(places) != size - 1:
        raise ValueError("This PDF was not written by typst.")
    table = b"".join(b"%010d 00000 n\r\n" % places[number] for number in range(1, size))
    trailer = re.sub(rb"/Size \d+", b"/Size %d" % size, file.trailer)
    parts.append(b"xref\n0 %d\n0000000000 65535 f\r\n%s" % (size, table))
    parts.append(b"trailer\n%s\nstartxref\n%d\n%%%%EOF" % (trailer, at))
    return b"".join(parts)
