"""Accessible Word files in British English: page, styles, properties, bytes.

python-docx defaults to American English, Letter paper, theme fonts, the layout rules of Word
2010, its own name as author, a thumbnail and fixed dates; all are changed here.
"""

import io
import re
import zipfile
from typing import cast

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENTATION
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Length, Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from kls_portal.documents.plain_text import one_line
from kls_portal.documents.word_elements import BLUE, add_field, element

FONT = "Arial"
INK = RGBColor(0x21, 0x2B, 0x32)
QUIET = RGBColor(0x4C, 0x62, 0x72)
# A4 and its side margins, in millimetres.
A4 = (210, 297)
MARGIN = 20
# The longest property value that Word shows.
LONGEST_PROPERTY = 255
LONGEST_IN_HEADER = 60

# Style name: points, colour, points before, points after.
_HEADINGS = {
    "Heading 1": (22, INK, 0, 12),
    "Heading 2": (14, BLUE, 20, 6),
    "Heading 3": (12, INK, 14, 4),
    "Heading 4": (11, INK, 12, 4),
    "Heading 5": (11, QUIET, 10, 4),
    "Heading 6": (11, QUIET, 10, 4),
}
_THEME_FONT = re.compile("theme$", re.IGNORECASE)
# A thumbnail of an empty page, and a second set of styles that no program reads any more.
_LEFTOVERS = ("/thumbnail", "/stylesWithEffects")
# The earliest date that a zip file can hold.
_NO_DATE = (1980, 1, 1, 0, 0, 0)


def text_width(landscape: bool = False) -> int:
    """Return the width between the margins, in millimetres."""
    return A4[landscape] - 2 * MARGIN


def new_document(
    name: str, title: str, organisation: str, footer: str, *, landscape: bool = False
) -> Document:
    """Return an empty A4 document in British English with header, footer and page numbers.

    `name` goes into the properties, `title` into the header, `organisation` into both; the first
    heading is not added. `footer` is a short text of our own.
    """
    document = docx.Document()
    title, organisation = one_line(title), one_line(organisation)
    _set_properties(document, name, organisation)
    _set_styles(document, Mm(text_width(landscape)))
    _set_settings(document)
    _set_page(document, landscape)
    _set_edges(document, title, organisation, footer)
    return document


def to_bytes(document: Document) -> bytes:
    """Return the document as a .docx file; equal content gives identical bytes."""
    first, fixed = io.BytesIO(), io.BytesIO()
    document.save(first)
    with zipfile.ZipFile(first) as source, zipfile.ZipFile(fixed, "w") as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _NO_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return fixed.getvalue()


def _set_properties(document: Document, name: str, organisation: str) -> None:
    properties = document.core_properties
    properties.title = name[:LONGEST_PROPERTY]
    properties.author = organisation[:LONGEST_PROPERTY]
    properties.language = "en-GB"
    properties.comments = properties.keywords = properties.last_modified_by = ""
    for tag in ("dcterms:created", "dcterms:modified"):
        for date in properties._element.findall(qn(tag)):
            properties._element.remove(date)
    for relations in (document.part.package.rels, document.part.rels):
        for key in [key for key, to in relations.items() if to.reltype.endswith(_LEFTOVERS)]:
            del relations[key]


def _set_styles(document: Document, width: Length) -> None:
    styles = document.styles
    for language in styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")
        language.set(qn("w:eastAsia"), "en-GB")
    for fonts in styles.element.iter(qn("w:rFonts")):
        _name_font(fonts)
    normal = cast(ParagraphStyle, styles["Normal"])
    normal.font.size, normal.font.color.rgb = Pt(11), INK
    normal.paragraph_format.space_after = Pt(6)
    for name, (size, colour, before, after) in _HEADINGS.items():
        style = cast(ParagraphStyle, styles[name])
        style.font.size, style.font.color.rgb, style.font.bold = Pt(size), colour, True
        style.paragraph_format.space_before = Pt(before)
        style.paragraph_format.space_after = Pt(after)
    line = element("w:pBdr")
    line.append(element("w:bottom", val="single", sz="18", space="4", color=str(BLUE)))
    first = cast(ParagraphStyle, styles["Heading 1"]).element.get_or_add_pPr()
    first.insert_element_before(line, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:outlineLvl")
    for name in ("Header", "Footer"):
        edge = cast(ParagraphStyle, styles[name])
        edge.font.size, edge.font.color.rgb = Pt(9), QUIET
        edge.paragraph_format.tab_stops.clear_all()
        edge.paragraph_format.tab_stops.add_tab_stop(width, WD_TAB_ALIGNMENT.RIGHT)


def _name_font(fonts: BaseOxmlElement) -> None:
    for attribute in list(fonts.attrib):
        if _THEME_FONT.search(str(attribute)):
            del fonts.attrib[attribute]
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), FONT)


def _set_settings(document: Document) -> None:
    settings = document.settings.element
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")
    for language in settings.iter(qn("w:themeFontLang")):
        language.set(qn("w:val"), "en-GB")
    for zoom in settings.iter(qn("w:zoom")):
        zoom.set(qn("w:percent"), "100")


def _set_page(document: Document, landscape: bool) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(A4[landscape]), Mm(A4[not landscape])
    if landscape:
        section.orientation = WD_ORIENTATION.LANDSCAPE
    section.left_margin = section.right_margin = Mm(MARGIN)
    section.top_margin, section.bottom_margin = Mm(26), Mm(22)


def _set_edges(document: Document, title: str, organisation: str, footer: str) -> None:
    section = document.sections[0]
    top = section.header.paragraphs[0]
    top.add_run(f"{title[:LONGEST_IN_HEADER]}\t{organisation[:LONGEST_IN_HEADER]}".rstrip())
    bottom = section.footer.paragraphs[0]
    bottom.add_run(f"{footer}\tPage ")
    add_field(bottom, "PAGE")
    bottom.add_run(" of ")
    add_field(bottom, "NUMPAGES")
