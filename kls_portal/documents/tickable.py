"""Boxes of a PDF that can be ticked on screen.

typst draws no form fields. A template draws each box as a link to `urn:x-tick:<number>:<0 or 1>`
(see `screen-tick` of house.typ); this turns each such link into a check box of an AcroForm.
Source: ISO 32000-1, 12.7.4.2.3 (check boxes), and ISO 14289-1, 7.18.4 (a widget lies in a Form).
"""

import re
from collections.abc import Sequence
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

_ADDRESS = re.compile(r"urn:x-tick:(\d+):([01])")
_SIZE = 12
_FRAME = b"q 0.13 0.17 0.2 RG 1 1 1 rg 1 w 0.6 0.6 10.8 10.8 re B Q\n"
_TICK = b"q 0.13 0.17 0.2 RG 1.6 w 2.6 6.2 m 5 3.4 l 9.6 9.2 l S Q\n"
_PRINTED = 4


def tickable(pdf: bytes, names: Sequence[str]) -> bytes:
    """The PDF with a check box in the place of each link that stands for one.

    names: what a screen reader says of each box, by its number from 0. Tags stay as they are, so
    a file that passes PDF/UA-1 still does; the same file and names give the same bytes. A file
    without such links comes back unchanged.
    """
    with Pdf.open(BytesIO(pdf)) as file:
        looks = {state: _look(file, drawing) for state, drawing in (("Yes", _TICK), ("Off", b""))}
        fields = [
            _box(file, annotation, names, looks)
            for page in file.pages
            for annotation in page.get("/Annots", [])
            if _ADDRESS.fullmatch(_address(annotation))
        ]
        if not fields:
            return pdf
        file.Root.AcroForm = Dictionary(Fields=Array(fields))
        _say_form(file, {int(field.StructParent) for field in fields})
        out = BytesIO()
        file.save(out, deterministic_id=True)
        return out.getvalue()


def _address(annotation: Object) -> str:
    action = annotation.get("/A")
    return str(action.get("/URI", "")) if isinstance(action, Dictionary) else ""


def _box(file: Pdf, box: Object, names: Sequence[str], looks: dict[str, Object]) -> Object:
    """Turn a link into a check box in place, so that its tag still points at it."""
    found = _ADDRESS.fullmatch(_address(box))
    number, ticked = (int(found[1]), found[2] == "1") if found else (0, False)
    state = Name.Yes if ticked else Name.Off
    for key in ("/A", "/Border", "/Contents"):
        if key in box:
            del box[key]
    box.Subtype, box.FT = Name.Widget, Name.Btn
    box.T, box.TU = String(f"box-{number}"), String(names[number])
    box.V = box.AS = state
    box.F = _PRINTED
    box.MK = Dictionary(CA=String("4"))
    box.AP = Dictionary(N=Dictionary(Yes=looks["Yes"], Off=looks["Off"]))
    return box


def _look(file: Pdf, drawing: bytes) -> Object:
    look = Stream(file, _FRAME + drawing)
    look.Type, look.Subtype = Name.XObject, Name.Form
    look.BBox = Array([0, 0, _SIZE, _SIZE])
    look.Resources = Dictionary()
    return file.make_indirect(look)


def _say_form(file: Pdf, parents: set[int]) -> None:
    """Give the tags around the boxes the role Form: the parent tree leads from box to tag."""
    for parent, element in pikepdf.NumberTree(file.Root.StructTreeRoot.ParentTree).items():
        if parent in parents:
            element.S = Name.Form
