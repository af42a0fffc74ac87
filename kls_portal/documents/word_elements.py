"""Parts of Word files that python-docx does not provide: fields, check boxes, links, contents.

The table of contents is a TOC field (ECMA-376-1, section 17.16.5.68) that is already filled in, so
that it reads well in every program and prompts nobody to update it.
"""

from collections.abc import Sequence

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

BLUE = RGBColor(0x00, 0x5E, 0xB8)

_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_TICKED, _EMPTY = "2612", "2610"
_BOX_FONT = "MS Gothic"
# Word's limit for the name of a content control.
_LONGEST_NAME = 64


def element(tag: str, *children: BaseOxmlElement, **attributes: str) -> BaseOxmlElement:
    """Return a `w:` element with `w:` attributes, such as element("w:lang", val="en-GB")."""
    made = OxmlElement(tag)
    made.extend(children)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def add_field(paragraph: Paragraph, instruction: str) -> None:
    """Add a field that Word fills in, such as "PAGE"; it shows 1 until then."""
    paragraph._p.append(element("w:fldSimple", paragraph.add_run("1")._r, instr=instruction))


def add_check_box(paragraph: Paragraph, number: int, name: str, ticked: bool = False) -> None:
    """Add a check box that a click or the space bar ticks.

    `number`, from 1, is unique in the document; `name` (plain text) is its accessible name.
    """
    properties = element(
        "w:sdtPr",
        element("w:alias", val=name[:_LONGEST_NAME]),
        element("w:tag", val=f"box-{number}"),
        element("w:id", val=str(number)),
        _check_box_state(ticked),
    )
    run = paragraph.add_run(chr(int(_TICKED if ticked else _EMPTY, 16)))
    run._r.get_or_add_rPr().insert(
        0,
        element("w:rFonts", ascii=_BOX_FONT, hAnsi=_BOX_FONT, eastAsia=_BOX_FONT, hint="eastAsia"),
    )
    paragraph._p.append(element("w:sdt", properties, element("w:sdtContent", run._r)))


def _check_box_state(ticked: bool) -> BaseOxmlElement:
    box = OxmlElement("w14:checkbox", nsdecls={"w14": _W14})
    now = "1" if ticked else "0"
    for name, value in (("checked", now), ("checkedState", _TICKED), ("uncheckedState", _EMPTY)):
        state = OxmlElement(f"w14:{name}", nsdecls={"w14": _W14})
        state.set(f"{{{_W14}}}val", value)
        if name != "checked":
            state.set(f"{{{_W14}}}font", _BOX_FONT)
        box.append(state)
    return box


def restart_numbers(document: Document, paragraphs: Sequence[Paragraph], style: str) -> None:
    """Make these paragraphs of a numbered style count from 1, whatever list came before.

    Word numbers all paragraphs of one style consecutively; a list restarts only with its own
    numbering instance (ECMA-376-1, section 17.9.15, lvlOverride).
    """
    if not paragraphs:
        return
    numbering = document.part.numbering_part.element
    of_style = document.styles[style].element.pPr.numPr.numId.val
    own = numbering.add_num(numbering.num_having_numId(of_style).abstractNumId.val)
    own.add_lvlOverride(ilvl=0).add_startOverride(1)
    for paragraph in paragraphs:
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = 0
        properties.get_or_add_numId().val = own.numId


def add_bookmark(heading: Paragraph, number: int) -> None:
    """Add the bookmark to which entry `number` (from 0) links to a heading."""
    start = element("w:bookmarkStart", id=str(number), name=_name(number))
    properties = heading._p.pPr
    heading._p.insert(0 if properties is None else 1, start)
    heading._p.append(element("w:bookmarkEnd", id=str(number)))


def add_contents(document: Document, entries: Sequence[tuple[int, str, int]], deepest: int) -> None:
    """Add a table of contents. Each entry: level from 2, text, and number of its bookmark."""
    for at, (level, words, number) in enumerate(entries):
        paragraph = document.add_paragraph()
        layout = paragraph.paragraph_format
        layout.left_indent, layout.space_after = Mm(6 * (level - 2)), Pt(3)
        if at == 0:
            _add_mark(paragraph, "begin")
            _add_instruction(paragraph, f' TOC \\o "2-{deepest}" \\h \\z \\u ')
            _add_mark(paragraph, "separate")
        run = paragraph.add_run(words)
        run.bold = level == 2 or None
        lead_to_heading(paragraph, run, number)
        if at == len(entries) - 1:
            _add_mark(paragraph, "end")


def lead_to_heading(paragraph: Paragraph, run: Run, number: int) -> None:
    """Make the last run of a paragraph a link to the heading with bookmark `number`."""
    _lead(paragraph, run, element("w:hyperlink", anchor=_name(number), history="1"))


def lead_to_address(paragraph: Paragraph, run: Run, address: str) -> None:
    """Make the last run of a paragraph a link to a web or email address."""
    link = element("w:hyperlink", history="1")
    link.set(
        qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    )
    _lead(paragraph, run, link)


def _lead(paragraph: Paragraph, run: Run, link: BaseOxmlElement) -> None:
    run.underline, run.font.color.rgb = True, BLUE
    link.append(run._r)
    paragraph._p.append(link)


def _add_mark(paragraph: Paragraph, kind: str) -> None:
    paragraph.add_run()._r.append(element("w:fldChar", fldCharType=kind))


def _add_instruction(paragraph: Paragraph, instruction: str) -> None:
    code = element("w:instrText")
    code.text = instruction
    code.set(qn("xml:space"), "preserve")
    paragraph.add_run()._r.append(code)


def _name(number: int) -> str:
    return f"_Toc{number + 1:06}"
