"""Row headers and captions in the tables of a PDF, where typst cannot tag them yet.

typst tags the head of a table; in each row, this tags the first cell that contains text (a tick
box does not) as its header. Cells no longer list their headers: assistive technology finds them
by scope, above and to the left. Where a table begins a page, typst leaves its caption outside.
Source: ISO 32000-1, 14.8.5.7 (Scope), and WCAG 2.2 technique PDF6 (read on 28 November 2026).
"""

import re

from kls_portal.documents.pdf_objects import PdfObjects, parse_pdf, write_pdf

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
