"""A document as an accessible Word file."""

from collections.abc import Callable, Iterable
from itertools import islice
from typing import Any

from docx.document import Document as WordDocument
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_BREAK
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph as WordParagraph

from kls_portal.documents import document as content
from kls_portal.documents import word_elements, word_table
from kls_portal.documents.plain_text import one_line, plain, text_blocks
from kls_portal.documents.word import new_document, text_width, to_bytes

_TICK_WIDTH = 13
_LINE_HEIGHT = 8
# Word has styles for nested lists down to this level.
_DEEPEST_LIST = 3


def document_docx(document: content.Document) -> bytes:
    """Return the document as an A4 .docx file; equal documents give identical bytes."""
    return to_bytes(_Drawing(document).document)


class _Drawing:
    """The rendering of one document; it counts the tick boxes, to give each a unique number."""

    def __init__(self, document: content.Document) -> None:
        self.ticks = 0
        self.style_ids: dict[str, str] = {}
        self.width = text_width(document.landscape)
        title = one_line(document.title) or "Untitled document"
        footer = content.shortened(document.footer or document.kind)
        self.document: WordDocument = new_document(
            document.name or title,
            title,
            document.organisation,
            footer,
            landscape=document.landscape,
        )
        if document.caption:
            word_table.add_caption(self.document, one_line(document.caption))
        self.document.add_heading(title, 1)
        for words in document.notices:
            word_table.add_notice(self.document, one_line(words))
        for name, value in document.facts:
            word_table.add_fact(self.document, one_line(name), one_line(value) or "Not given")
        self.headings = [part for part in document.parts if isinstance(part, content.Heading)]
        self.places = content.places_of(document)
        self.marked = 0
        parts = iter(document.parts)
        for part in parts:
            if isinstance(part, content.Together):
                self._draw_together(islice(parts, part.parts))
            else:
                _DRAWN[type(part)](self, part)

    def _draw_together(self, parts: Iterable[content.Part]) -> None:
        body = self.document.element.body
        before = len(body)
        for part in parts:
            _DRAWN[type(part)](self, part)
        *kept, _ = body[before - 1 : -1] or [None]  # the last element of a body is its page
        for paragraph in (one for element in kept for one in element.iter(qn("w:p"))):
            WordParagraph(paragraph, self.document._body).paragraph_format.keep_with_next = True

    def heading(self, part: content.Heading) -> None:
        paragraph = self._paragraph(f"Heading {part.level}")
        paragraph.add_run(_heading_words(part))
        word_elements.add_bookmark(paragraph, self.marked)
        self.marked += 1

    def _paragraph(self, style: str) -> WordParagraph:
        """Add an empty paragraph. Style ids are cached: each lookup reads every style."""
        if style not in self.style_ids:
            self.style_ids[style] = str(self.document.styles[style].style_id)
        paragraph = self.document.add_paragraph()
        paragraph._p.style = self.style_ids[style]
        return paragraph

    def contents(self, part: content.Contents) -> None:
        self.document.add_heading(one_line(part.title) or "Contents", 2)
        entries = [
            (heading.level, _heading_words(heading), number)
            for number, heading in enumerate(self.headings)
            if heading.listed and heading.level <= part.deepest
        ]
        word_elements.add_contents(self.document, entries, part.deepest)

    def paragraph(self, part: content.Paragraph) -> None:
        paragraph = self.document.add_paragraph()
        self._add_words(paragraph, part.words)
        paragraph.paragraph_format.keep_with_next = part.kept or None

    def bullets(self, part: content.Bullets, level: int = 1) -> None:
        kind = "List Number" if part.numbered else "List Bullet"
        style = kind if level == 1 else f"{kind} {min(level, _DEEPEST_LIST)}"
        made = []
        for item in map(content.item_of, part.items):
            made.append(paragraph := self._paragraph(style))
            self._add_words(paragraph, item.words)
            for under in item.beneath:
                self.bullets(under, level + 1)
        if part.numbered:
            word_elements.restart_numbers(self.document, made, style)

    def quotation(self, part: content.Quotation) -> None:
        for words in part.paragraphs:
            paragraph = self._paragraph("Quote")
            paragraph.paragraph_format.left_indent = Mm(8)
            self._add_words(paragraph, words)

    def grid(self, part: content.Grid) -> None:
        widths = column_widths(part, self.width - (_TICK_WIDTH if part.ticks else 0))
        head = [content.shortened(column) for column in part.columns]
        if part.ticks:  # Word takes the first cell of a row alone for its name: boxes come last.
            head, widths = [*head, content.shortened(part.ticks)], (*widths, _TICK_WIDTH)
        name = one_line(part.name) or "Table"
        table = word_table.add_table(self.document, name, head, [*map(Mm, widths)])
        boxes = iter(part.boxes())
        rows = word_table.add_rows(table, len(part.rows))
        for row, words in zip(rows, part.rows, strict=True):
            cells = [WordParagraph(cell.p_lst[0], self.document._body) for cell in row._tr.tc_lst]
            cells[0].paragraph_format.keep_with_next = (part.whole and row is not rows[-1]) or None
            if part.row_height:
                row.height, row.height_rule = Mm(part.row_height), WD_ROW_HEIGHT_RULE.AT_LEAST
            if part.ticks:
                self.ticks += 1
                word_elements.add_check_box(cells.pop(), self.ticks, *next(boxes))
            for paragraph, cell in zip(cells, words, strict=True):
                self._add_words(paragraph, cell)

    def lines(self, part: content.Lines) -> None:
        label = content.shortened(part.label) or "Notes"
        table = word_table.add_table(
            self.document, label, [label], [Mm(self.width)], names_rows=False
        )
        (row,) = word_table.add_rows(table, 1)
        row.height, row.height_rule = Mm(part.count * _LINE_HEIGHT), WD_ROW_HEIGHT_RULE.AT_LEAST
        self.document.add_paragraph()

    def _add_words(self, paragraph: WordParagraph, words: content.Words) -> None:
        for part in content.runs_of(words):
            if part.tag:
                word_table.add_tag(paragraph, one_line(part.text))
                continue
            if part.note:
                paragraph.add_run().add_break()
            run = paragraph.add_run(plain(part.text))
            run.bold, run.italic = part.bold or None, part.italic or None
            run.font.size = Pt(9) if part.note else None
            if (place := self.places.get(content.page_of(part.address))) is not None:
                word_elements.lead_to_heading(paragraph, run, place)
            elif address := content.live_address(part):
                word_elements.lead_to_address(paragraph, run, address)


def _heading_words(part: content.Heading) -> str:
    return one_line(part.text) or "Untitled section"


_DRAWN: dict[type, Callable[[_Drawing, Any], None]] = {
    content.Heading: _Drawing.heading,
    content.Text: lambda to, part: word_table.add_text(to.document, text_blocks(part.text)),
    content.Paragraph: _Drawing.paragraph,
    content.Bullets: _Drawing.bullets,
    content.Quotation: _Drawing.quotation,
    content.Contents: _Drawing.contents,
    content.Grid: _Drawing.grid,
    content.Lines: _Drawing.lines,
    content.Notice: lambda to, part: word_table.add_notice(to.document, one_line(part.text)),
    content.PageBreak: lambda to, part: (
        to.document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    ),
}


def column_widths(grid: content.Grid, total: int) -> tuple[int, ...]:
    """Return the width of each column in millimetres, `total` in all, without the tick column."""
    given = grid.widths or (0,) * len(grid.columns)
    shares = given.count(0)
    share = max((total - sum(given)) // shares, 1) if shares else 0
    return tuple(width or share for width in given)
