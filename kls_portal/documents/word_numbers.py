"""Numbered lists in Word files that each begin at 1."""

from collections.abc import Sequence

from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from kls_portal.documents.word_elements import element


def restart_numbers(
    document: Document, paragraphs: Sequence[Paragraph], style: str = "List Number"
) -> None:
    """Let these paragraphs of a numbered style count from 1, whatever list came before.

    A Word file counts on through all paragraphs of one style; a list begins anew only with a
    numbering of its own (ECMA-376-1, section 17.9.15, lvlOverride).
    """
    if not paragraphs:
        return
    numbering = document.part.numbering_part.element
    of_style = document.styles[style].element.find(f".//{qn('w:numId')}").get(qn("w:val"))
    listed = next(n for n in numbering.findall(qn("w:num")) if n.get(qn("w:numId")) == of_style)
    kind = listed.find(qn("w:abstractNumId")).get(qn("w:val"))
    number = str(max(int(n.get(qn("w:numId"))) for n in numbering.findall(qn("w:num"))) + 1)
    own = element("w:num", numId=number)
    own.append(element("w:abstractNumId", val=kind))
    override = element("w:lvlOverride", ilvl="0")
    override.append(element("w:startOverride", val="1"))
    own.append(override)
    numbering.append(own)
    for paragraph in paragraphs:
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = 0
        properties.get_or_add_numId().val = int(number)
