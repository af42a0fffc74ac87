"""A document as an accessible PDF."""

import logging
from collections.abc import Callable, Iterator
from dataclasses import asdict, replace
from itertools import count, islice
from typing import Any

from kls_portal.documents import document as content
from kls_portal.documents.cleaner import Json, default_cleaner
from kls_portal.documents.pdf import TEMPLATES, render_pdf
from kls_portal.documents.pdf_objects import tickable
from kls_portal.documents.plain_text import one_line, text_blocks

log = logging.getLogger(__name__)


def document_pdf(document: content.Document) -> bytes:
    """Return the document as an A4 PDF/UA-1 file; equal documents give identical bytes.

    Its boxes can be ticked only by pen, whatever `on_screen` says, if `tickable` cannot read the
    PDF that typst writes. Raises what `render_pdf` raises.
    """
    pdf = _drawn(document)
    if not document.on_screen:
        return pdf
    grids = (part for part in document.parts if isinstance(part, content.Grid))
    names = [default_cleaner().text(name) for grid in grids for name, _ in grid.boxes()]
    try:
        return tickable(pdf, [name.replace("\u200b", "") for name in names])
    except (ValueError, LookupError):
        log.exception("A document has boxes for a pen alone: typst writes another PDF now.")
        return _drawn(replace(document, on_screen=False))


def _drawn(document: content.Document) -> bytes:
    number = count()
    return render_pdf(
        TEMPLATES / "document.typ",
        {
            "title": one_line(document.title),
            "organisation": one_line(document.organisation),
            "caption": one_line(document.caption),
            "footer": content.shortened(document.footer or document.kind),
            "landscape": document.landscape,
            "on_screen": document.on_screen,
            "notices": [one_line(notice) for notice in document.notices],
            "facts": [
                {"name": one_line(name), "value": one_line(value)} for name, value in document.facts
            ],
            "places": [
                {"address": address, "number": at}
                for address, at in content.places_of(document).items()
            ],
            "parts": list(_json_parts(iter(document.parts), number)),
        },
    )


def _json_parts(parts: Iterator[content.Part], number: Iterator[int]) -> Iterator[Json]:
    for part in parts:
        if isinstance(part, content.Together):
            yield {"is": "together", "parts": list(_json_parts(islice(parts, part.parts), number))}
        elif isinstance(part, content.Grid):
            yield _grid(part, number)
        else:
            yield _JSON[type(part)](part)


def _bullets(part: content.Bullets) -> Json:
    kind = "numbers" if part.numbered else "bullets"
    items = [content.item_of(given) for given in part.items]
    return {
        "is": kind,
        "items": [
            {"runs": _json_runs(item.words), "beneath": [_bullets(under) for under in item.beneath]}
            for item in items
        ],
    }


def _grid(part: content.Grid, number: Iterator[int]) -> Json:
    boxes = [{"number": next(number), "done": done} for _, done in part.boxes()]
    return {
        "is": "grid",
        "name": one_line(part.name),
        "columns": [content.shortened(column) for column in part.columns],
        "widths": part.widths or (0,) * len(part.columns),
        "row_height": part.row_height,
        "ticks": content.shortened(part.ticks),
        "boxes": boxes,
        "whole": part.whole,
        "rows": [
            {
                "cells": [_cell(words) for words in row],
                "longest": max(len(content.plain_words(words)) for words in row),
            }
            for row in part.rows
        ],
    }


def _cell(words: content.Words) -> Json:
    """Return plain text as a string: typst memoises every call, and a table has many cells."""
    return one_line(words) if isinstance(words, str) else _json_runs(words)


def _json_runs(words: content.Words) -> Json:
    return [
        {
            "text": _inline(run.text),
            "address": content.live_address(run),
            "bold": run.bold,
            "italic": run.italic,
            "look": "tag" if run.tag else "note" if run.note else "",
        }
        for run in content.runs_of(words)
        if run.text
    ]


def _inline(text: str) -> str:
    """Return the text on one line, keeping a space at either end next to another span."""
    kept = one_line(text)
    before = " " if text[:1].isspace() and kept else ""
    after = " " if text[-1:].isspace() else ""
    return f"{before}{kept}{after}"


_JSON: dict[type, Callable[[Any], Json]] = {
    content.Heading: lambda part: {"is": "heading", **asdict(part), "text": one_line(part.text)},
    content.Text: lambda part: {
        "is": "text",
        "blocks": [{"list": one.is_list, "lines": one.lines} for one in text_blocks(part.text)],
    },
    content.Paragraph: lambda part: {
        "is": "paragraph",
        "runs": _json_runs(part.words),
        "kept": part.kept,
    },
    content.Bullets: _bullets,
    content.Quotation: lambda part: {
        "is": "quotation",
        "paragraphs": list(map(_json_runs, part.paragraphs)),
    },
    content.Contents: lambda part: {
        "is": "contents",
        **asdict(part),
        "title": one_line(part.title),
    },
    content.Lines: lambda part: {
        "is": "lines",
        "label": content.shortened(part.label),
        "count": part.count,
    },
    content.Notice: lambda part: {"is": "notice", "text": one_line(part.text)},
    content.PageBreak: lambda part: {"is": "page break"},
}
