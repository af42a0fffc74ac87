"""Old job descriptions in the three ways in which they arrive: Word, pasted text, PDF."""

import json
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import typst

from tests.vacancies.reading.build import new_document, saved
from vacancies.reading.blocks import PARAGRAPH_END, Cell, Table


@dataclass(frozen=True)
class Heading:
    """A heading: of style `level`, or bold alone where that is 0."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Para:
    """A paragraph."""

    text: str


@dataclass(frozen=True)
class Items:
    """A list. `marker`: "•", "1." or "1" (counts on), "-" or "o"; "" for lines without one."""

    texts: Sequence[str]
    marker: str = "•"
    depth: int = 0


@dataclass(frozen=True)
class Rows:
    """A table. A cell None is merged with the one above it, one that is "<" with the one before.

    A "\n" breaks a line within a cell, PARAGRAPH_END ends a paragraph.
    """

    rows: Sequence[Sequence[str | None]]


Part = Heading | Para | Items | Rows


def table(*rows: str) -> Table:
    """A table as read: a bar between cells, a slash between the paragraphs of a cell."""
    return Table(
        tuple(tuple(Cell(tuple(cell.split("/"))) for cell in row.split("|")) for row in rows)
    )


def numbered(items: Items) -> list[tuple[str, str]]:
    """The marker of each item beside its text."""
    return [(items.marker.replace("1", str(n)), text) for n, text in enumerate(items.texts, 1)]


def as_word(parts: Iterable[Part]) -> bytes:
    document = new_document()
    for part in parts:
        if isinstance(part, Heading) and part.level:
            document.add_heading(part.text, part.level)
        elif isinstance(part, Heading):
            document.add_paragraph().add_run(part.text).bold = True
        elif isinstance(part, Para):
            document.add_paragraph(part.text)
        elif isinstance(part, Items):
            _word_items(document, part)
        else:
            _word_table(document, part.rows)
    return saved(document)


def _word_items(document, items: Items) -> None:
    styles = {"•": "List Bullet", "1.": "List Number"}
    style = styles.get(items.marker)
    for marker, text in numbered(items):
        if style:
            document.add_paragraph(text, style=f"{style}{' 2' if items.depth else ''}")
        else:
            document.add_paragraph(f"{marker} {text}".strip())


def _word_table(document, rows: Sequence[Sequence[str | None]]) -> None:
    table = document.add_table(rows=len(rows), cols=max(map(len, rows)))
    cells = [row.cells for row in table.rows]
    for y, row in enumerate(rows):
        for x, text in enumerate(row):
            if text not in (None, "<"):
                cells[y][x].text, *others = text.split(PARAGRAPH_END)
                for other in others:
                    cells[y][x].add_paragraph(other)
    for y, row in enumerate(rows):
        for x, text in enumerate(row):
            if text is None:
                table.cell(y - 1, x).merge(table.cell(y, x))
            elif text == "<":
                table.cell(y, x - 1).merge(table.cell(y, x))


def as_paste(parts: Iterable[Part], width: int = 0) -> str:
    """What Word gives to the clipboard; wrapped at `width` as a PDF gives it, if that is set."""
    lines: list[str] = []
    for part in parts:
        if isinstance(part, Rows):
            rows = ["\t".join("" if c in (None, "<") else c for c in row) for row in part.rows]
            lines += [row.replace(PARAGRAPH_END, "\n") for row in rows]
            continue
        texts = [f"{m} {t}".strip() for m, t in numbered(part)] if isinstance(part, Items) else []
        if not isinstance(part, Items):
            texts = [part.text]
        for text in texts:
            lines += textwrap.wrap(text, width, break_on_hyphens=False) if width else [text]
    return "\n".join(lines) + "\n"


_TYPST = """
#let parts = json(bytes(sys.inputs.parts))
#let foot = sys.inputs.foot
#set page(margin: 2cm, footer: context align(center,
  if foot == "" [Page #counter(page).display() of 9] else { foot.split("|").join(h(1fr)) }))
#set text(size: 10pt)
#set par(spacing: 8pt)
#for part in parts {
  if part.kind == "heading" { block(strong(part.text)) }
  else if part.kind == "rows" {
    table(columns: part.columns.map(n => n * 1fr), stroke: part.stroke * 1pt,
      ..part.cells.map(c => table.cell(x: c.x, y: c.y, colspan: c.wide, rowspan: c.high,
        c.text.split("\u2029").map(t => par(t)).join())))
  } else { for line in part.lines { par(hanging-indent: 1em, line) } }
}
"""


def as_pdf(parts: Iterable[Part], stroke: float = 0.5, foot: str = "") -> bytes:
    """foot: of each page, with a bar between what stands left and right; "" for its number."""
    data = json.dumps([_for_typst(part, stroke) for part in parts])
    return bytes(typst.compile(_TYPST.encode(), sys_inputs={"parts": data, "foot": foot}))


def _for_typst(part: Part, stroke: float) -> dict[str, object]:
    if isinstance(part, Heading):
        return {"kind": "heading", "text": part.text}
    if isinstance(part, Para):
        return {"kind": "lines", "lines": [part.text]}
    if isinstance(part, Items):
        lines = [f"{marker} {text}".strip() for marker, text in numbered(part)]
        return {"kind": "lines", "lines": lines}
    wide = max(map(len, part.rows))
    longest = [max(len(r[x] or "") if x < len(r) else 0 for r in part.rows) for x in range(wide)]
    columns = [min(max(length, 5), 40) for length in longest]
    return {"kind": "rows", "columns": columns, "stroke": stroke, "cells": _cells(part.rows)}


def _cells(rows: Sequence[Sequence[str | None]]) -> list[dict[str, object]]:
    found = []
    for y, row in enumerate(rows):
        for x, text in enumerate(row):
            if text is None or text == "<":
                continue
            wide = high = 1
            while x + wide < len(row) and row[x + wide] == "<":
                wide += 1
            while y + high < len(rows) and x < len(rows[y + high]) and rows[y + high][x] is None:
                high += 1
            found.append({"x": x, "y": y, "wide": wide, "high": high, "text": text})
    return found
