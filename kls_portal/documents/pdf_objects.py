"""The objects of a PDF written by typst, to be changed and reassembled.

It reads only the layout that typst writes (separate objects, one cross-reference table): a
general PDF parser takes as long as typst itself. Source: ISO 32000-1, 7.5 (structure of a file).
"""

import re
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
