"""Links in Word files, and a table of contents, which Word can update with page numbers.

The table is a TOC field (ECMA-376-1, section 17.16.5.68) that is already filled in, so that it
reads well in every program and prompts nobody to update it.
"""

from collections.abc import Sequence

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from kls_portal.documents.word import BLUE
from kls_portal.documents.word_elements import element

HYPERLINK = RELATIONSHIP_TYPE.HYPERLINK


def add_bookmark(heading: Paragraph, number: int) -> None:
    """Add the bookmark to which entry `number` (from 0) links to a heading."""
    start = element("w:bookmarkStart", id=str(number), name=_name(number))
    properties = heading._p.pPr
    heading._p.insert(0 if properties is None else 1, start)
    heading._p.append(element("w:bookmarkEnd", id=str(number)))


def add_contents(document: Document, entries: Sequence[tuple[int, str, int]], deepest: int) -> None:
    """Add the table. Each entry: heading level from 2, text, and number of its bookmark."""
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
    link.set(qn("r:id"), paragraph.part.relate_to(address, HYPERLINK, is_external=True))
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
