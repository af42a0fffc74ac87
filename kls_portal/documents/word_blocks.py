"""Parts of Word files that several documents share: facts, tags, notices and typed text."""

from collections.abc import Iterable

from docx.document import Document
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from kls_portal.documents.text_blocks import TextBlock
from kls_portal.documents.word import BLUE, QUIET
from kls_portal.documents.word_elements import element, frame


def add_fact(document: Document, name: str, value: str) -> None:
    """Add a line with a name and its value (plain text on one line)."""
    paragraph = document.add_paragraph()
    layout = paragraph.paragraph_format
    layout.tab_stops.add_tab_stop(Mm(40))
    layout.left_indent, layout.first_line_indent, layout.space_after = Mm(40), Mm(-40), Pt(3)
    paragraph.add_run(f"{name}:").bold = True
    paragraph.add_run(f"\t{value}")


def add_tag(paragraph: Paragraph, word: str) -> None:
    """Add a short word in a frame, so that neither colour nor shape alone carries its meaning."""
    run = paragraph.add_run(word)
    run.font.bold, run.font.size, run.font.color.rgb = True, Pt(8), QUIET
    frame(run)


def add_caption(document: Document, words: str) -> None:
    """Add the kind of document, in small print above its title."""
    paragraph = document.add_paragraph()
    run = paragraph.add_run(words)
    run.font.size, run.font.color.rgb = Pt(12), QUIET
    paragraph.paragraph_format.keep_with_next = True


def add_notice(document: Document, words: str) -> None:
    """Add a prominent sentence, with a bar at its left."""
    paragraph = document.add_paragraph()
    paragraph.add_run(words).bold = True
    bar = element("w:pBdr")
    bar.append(element("w:left", val="single", sz="32", space="8", color=str(BLUE)))
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(bar, "w:shd", "w:tabs", "w:spacing", "w:ind")
    layout = paragraph.paragraph_format
    layout.left_indent, layout.space_before, layout.space_after = Mm(4), Pt(10), Pt(10)


def add_text(document: Document, blocks: Iterable[TextBlock]) -> None:
    """Add text that a person typed: its paragraphs with their line breaks, and its lists."""
    for block in blocks:
        if block.is_list:
            for line in block.lines:
                document.add_paragraph(line, style="List Bullet")
        else:
            document.add_paragraph("\n".join(block.lines))
