"""What typst cannot write into a PDF yet: check boxes to tick on screen, and row headers.

Only the layout that typst writes is read (separate objects, one cross-reference table): a general
PDF parser takes as long as typst itself. Source: ISO 32000-1, 7.5 (structure of a file).

A template draws each box as a link to `urn:x-tick:<number>:<0 or 1>` (see `screen-tick` of
house.typ), as high as the text beside it; it becomes a square check box of an AcroForm. Source:
ISO 32000-1, 12.7.4.2.3 (check boxes), and ISO 14289-1, 7.18.4 (a widget lies in a Form).

typst tags the head of a table; in each row, the first cell that contains text (a tick box does
not) is tagged as its header. Cells no longer list their headers: assistive technology finds them
by scope, above and to the left. Where a table begins a page, typst leaves its caption outside; it
is put back. Source: ISO 32000-1, 14.8.5.7 (Scope), and WCAG 2.2 technique PDF6 (read on
28 November 2026).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_PLACE = re.compile(rb"(\d{10}) \d{5} ([nf])")
_OBJECT = re.compile(rb"(\d+) 0 obj\n(.*)\nendobj\s*", re.DOTALL)


@dataclass
class PdfObjects:
    """A PDF in parts: the bytes before the objects, the objects by number, and the trailer."""

    head: bytes
    objects: dict[int, bytes]
    trailer: bytes


def parse_pdf(pdf: bytes) -> PdfObjects:
    """Split a file at the offsets of its own cross-reference table, so that text cannot mislead it.

    Raises ValueError for a file that typst did not write.
    """
    body, mark, rest = pdf.rpartition(b"\nxref\n")
    table, trailing, end = rest.partition(b"trailer\n")
    places = sorted(int(at) for at, state in _PLACE.findall(table) if state == b"n")
    if not mark or not trailing or not places:
        raise ValueError("This PDF was not written by typst.")
    objects = {}
    for start, stop in zip(places, [*places[1:], len(body) + 1], strict=True):
        match = _OBJECT.fullmatch(body[start:stop] + b"\n")
        if match is None:
            raise ValueError("This PDF was not written by typst.")
        objects[int(match[1])] = match[2]
    return PdfObjects(pdf[: places[0]], objects, end.partition(b"\nstartxref")[0])


def write_pdf(file: PdfObjects) -> bytes:
    """Reassemble a file: its objects in order, the cross-reference table and the trailer."""
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


_ELEMENT = re.compile(
    rb"<</Type/StructElem/S/(\w+)/.*?(?:/K\[([^\]]*)\])?(?:/Pg \d+ 0 R)?>>", re.DOTALL
)
_CHILD = re.compile(rb"(\d+) 0 R")
_WORDS = re.compile(rb"(?:^|\s)\d+(?!\s+0 R)(?:\s|$)")
_HEADS = re.compile(rb"/Headers\[[^\]]*\]")
_SCOPE = b"/O/Table/Scope/Row"
_TABLE, _DIV = (b"<</Type/StructElem/S/%s/" % kind for kind in (b"Table", b"Div"))
_PARENT = re.compile(rb"/P (\d+) 0 R")


def with_row_heads(pdf: bytes) -> bytes:
    """Return the PDF with a header in each row of each table of two columns or more, and a caption
    in each table that has one.

    A file without tables is returned unchanged. Raises ValueError if typst did not write the file.
    """
    if b"/S/TBody/" not in pdf:
        return pdf
    file = parse_pdf(pdf)
    for number, body in list(file.objects.items()):
        if body.startswith(b"<</Type/StructElem/S/TBody/"):
            _give_heads(file, number)
        elif body.startswith(_TABLE):
            _give_caption(file, number)
    return write_pdf(file)


def _give_heads(file: PdfObjects, table: int) -> None:
    rows = [_children(file, row) for row in _children(file, table)]
    column = next(
        (at for cells in rows for at, cell in enumerate(cells) if _has_words(file, cell)), 0
    )
    for cells in rows:
        if len(cells) < 2:
            continue
        for at, cell in enumerate(cells):
            body = _HEADS.sub(b"", file.objects[cell], count=1)
            if at == column:
                body = body.replace(b"/S/TD/", b"/S/TH/", 1).replace(b"/O/Table", _SCOPE, 1)
            file.objects[cell] = body


def _give_caption(file: PdfObjects, table: int) -> None:
    """Move a caption that stands before a table, in a division around both, into the table."""
    division = _parent(file, table)
    outer = _parent(file, division)
    if not (file.objects[division].startswith(_DIV) and file.objects[outer].startswith(_DIV)):
        return
    caption, *rest = _children(file, outer)
    if rest != [division] or b"/S/Caption/" not in file.objects[caption]:
        return
    entry, first = (b"/K[%d 0 R " % one for one in (caption, _children(file, table)[0]))
    file.objects[outer] = file.objects[outer].replace(entry, b"/K[")
    file.objects[table] = file.objects[table].replace(first, entry + first.removeprefix(b"/K["))
    file.objects[caption] = _PARENT.sub(b"/P %d 0 R" % table, file.objects[caption], count=1)


def _parent(file: PdfObjects, number: int) -> int:
    match = _PARENT.search(file.objects[number])
    return int(match[1]) if match else number


def _children(file: PdfObjects, number: int) -> list[int]:
    match = _ELEMENT.fullmatch(file.objects[number])
    return [int(child) for child in _CHILD.findall(match[2] or b"")] if match else []


def _has_words(file: PdfObjects, number: int) -> bool:
    """Whether an element contains text, in itself or in a child that is not a picture."""
    match = _ELEMENT.fullmatch(file.objects[number])
    if match is None or match[1] in {b"Figure", b"Link", b"Form"}:
        return False
    inside = match[2] or b""
    if _WORDS.search(_CHILD.sub(b"", inside)):
        return True
    return any(_has_words(file, int(child)) for child in _CHILD.findall(inside))


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
