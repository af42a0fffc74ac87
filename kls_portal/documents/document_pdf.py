"""A document as an accessible PDF, made with typst: fixed templates, and text that is only data.

User text reaches a template as one JSON string in `sys.inputs` and nowhere else: no template is
built from strings and none calls `eval`. The root is the folder of `house.typ`, so a template can
read no other file, and typst makes no network request.
"""

import json
import logging
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, fields, is_dataclass, replace
from itertools import count, islice
from pathlib import Path
from typing import Any, cast

import typst

from kls_portal.documents import document as content
from kls_portal.documents.cleaner import Json, default_cleaner
from kls_portal.documents.fonts import load_fonts
from kls_portal.documents.pdf_objects import tickable, with_row_heads
from kls_portal.documents.plain_text import one_line, text_blocks

log = logging.getLogger(__name__)
TEMPLATES = Path(__file__).with_name("typst")
HOUSE = "house.typ"
# About 3 seconds of typst, which cannot be interrupted.
LONGEST_DOCUMENT = 2_000_000


class DocumentTooLongError(ValueError):
    """The data has more characters than one PDF may contain."""


def render_pdf(template: Path, data: Mapping[str, Json]) -> bytes:
    """Return the PDF/UA-1 file that one of our `.typ` templates makes of the data.

    Any template may import `house.typ`. Equal data gives identical bytes. Strings may contain
    anything: see `cleaner.py`. Raises DocumentTooLongError above LONGEST_DOCUMENT characters of
    JSON, and FontsMissingError without fonts.
    """
    payload = json.dumps(default_cleaner().deep(data), ensure_ascii=False)
    if len(payload) > LONGEST_DOCUMENT:
        raise DocumentTooLongError(
            f"The document has {len(payload):,} characters; {LONGEST_DOCUMENT:,} is the most."
        )
    sources = {"main": template.read_bytes(), HOUSE: (TEMPLATES / HOUSE).read_bytes()}
    # One compiler for each call: a shared one rejects a second thread. Fonts are shared.
    compiler = typst.Compiler(  # type: ignore[type-var]
        sources, root=str(TEMPLATES), font_paths=load_fonts(), ignore_system_fonts=True
    )
    pdf = compiler.compile(sys_inputs={"data": payload}, format="pdf", pdf_standards="ua-1")
    try:
        return with_row_heads(cast(bytes, pdf))
    except (ValueError, LookupError):
        log.exception("A PDF has no heads in its rows: typst writes another PDF now.")
        return cast(bytes, pdf)


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
            "name": document.name,
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
            "parts": list(_parts(iter(document.parts), number)),
        },
    )


def _parts(parts: Iterator[content.Part], number: Iterator[int]) -> Iterator[Json]:
    for part in parts:
        if isinstance(part, content.Together):
            yield {"is": "Together", "parts": list(_parts(islice(parts, part.parts), number))}
            continue
        made = _plain(part)
        if isinstance(part, content.Grid):
            made["boxes"] = [{"number": next(number), "done": done} for _, done in part.boxes()]
        yield made


def _plain(part: Any) -> dict[str, Any]:
    """Return the kind and the fields of a part, and what the template needs in another form."""
    held = {one.name: _value(getattr(part, one.name)) for one in fields(part)}
    return {"is": type(part).__name__, **held, **_OTHERWISE.get(type(part), lambda _: {})(part)}


def _value(value: Any) -> Json:
    """Return a field of a part. Plain text stays a string: typst memoises every call, and a table
    has many cells.
    """
    if isinstance(value, str):
        return one_line(value)
    if isinstance(value, tuple):
        kept = (one for one in value if not isinstance(one, content.Run) or one.text)
        return list(map(_value, kept))
    if isinstance(value, content.Run):
        return {
            "text": _inline(value.text),
            "address": content.live_address(value),
            "bold": value.bold,
            "italic": value.italic,
            "look": "tag" if value.tag else "note" if value.note else "",
        }
    return _plain(value) if is_dataclass(value) else value


def _inline(text: str) -> str:
    """Return the text on one line, keeping a space at either end next to another span."""
    kept = one_line(text)
    before = " " if text[:1].isspace() and kept else ""
    after = " " if text[-1:].isspace() else ""
    return f"{before}{kept}{after}"


def _grid(part: content.Grid) -> dict[str, Any]:
    return {
        "columns": [content.shortened(column) for column in part.columns],
        "widths": part.widths or (0,) * len(part.columns),
        "ticks": content.shortened(part.ticks),
        "whole": part.whole,
        "longest": [max(len(content.plain_words(words)) for words in row) for row in part.rows],
    }


_OTHERWISE: dict[type, Callable[[Any], dict[str, Any]]] = {
    content.Text: lambda part: {"text": "", "blocks": list(map(asdict, text_blocks(part.text)))},
    content.Bullets: lambda part: {"items": [_plain(content.item_of(one)) for one in part.items]},
    content.Lines: lambda part: {"label": content.shortened(part.label)},
    content.Grid: _grid,
}
