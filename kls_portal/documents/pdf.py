"""PDF/UA-1 files with typst: fixed templates, and data that can only ever be data.

User text reaches a template as one JSON string in `sys.inputs` and nowhere else: no template is
built from strings and none calls `eval`. The root is the folder of `house.typ`, so a template can
read no other file, and typst loads no address.
"""

import json
import logging
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import cast

import typst

from kls_portal.documents.cleaner import Json, default_cleaner
from kls_portal.documents.fonts import load_fonts
from kls_portal.documents.row_heads import with_row_heads
from kls_portal.documents.text_blocks import TextBlock

log = logging.getLogger(__name__)
TEMPLATES = Path(__file__).with_name("typst")
HOUSE = "house.typ"
# About 3 seconds of typst, which cannot be stopped once it runs.
LONGEST_DOCUMENT = 2_000_000


class DocumentTooLongError(ValueError):
    """The data holds more characters than one PDF may."""


def render_pdf(template: Path, data: Mapping[str, Json]) -> bytes:
    """The PDF/UA-1 file that a template (a `.typ` file of ours) makes of the data.

    A template may import `house.typ`, wherever it lies itself. The same data gives the same bytes.
    Strings may hold anything: see `cleaner.py`. Raises DocumentTooLongError above
    LONGEST_DOCUMENT characters of JSON, FontsMissingError without fonts, ValueError for a
    template that is not there.
    """
    if template.suffix != ".typ" or not template.is_file():
        raise ValueError(f"There is no PDF template {template.name!r}.")
    payload = json.dumps(default_cleaner().deep(data), ensure_ascii=False)
    if len(payload) > LONGEST_DOCUMENT:
        raise DocumentTooLongError(
            f"The document has {len(payload):,} characters; {LONGEST_DOCUMENT:,} is the most."
        )
    sources = {"main": template.read_bytes(), HOUSE: (TEMPLATES / HOUSE).read_bytes()}
    # One compiler a call: a shared one refuses a second thread. Fonts are shared.
    compiler = typst.Compiler(  # type: ignore[type-var]
        sources, root=str(TEMPLATES), font_paths=load_fonts(), ignore_system_fonts=True
    )
    pdf = compiler.compile(sys_inputs={"data": payload}, format="pdf", pdf_standards="ua-1")
    try:
        return with_row_heads(cast(bytes, pdf))
    except (ValueError, LookupError):
        log.exception("A PDF has no heads in its rows: typst writes another PDF now.")
        return cast(bytes, pdf)


def facts_json(facts: Iterable[tuple[str, str]]) -> Json:
    """Pairs of name and value as `facts-list` of house.typ draws them."""
    return [{"name": name, "value": value} for name, value in facts]


def text_json(blocks: Iterable[TextBlock]) -> Json:
    """Blocks of text as `prose` of house.typ draws them."""
    return [{"list": block.is_list, "lines": block.lines} for block in blocks]
