"""PDF/UA-1 files made with typst: fixed templates, and user text that is only ever data.

User text reaches a template as one JSON string in `sys.inputs` and nowhere else: no template is
built from strings and none calls `eval`. The root is the folder of `house.typ`, so a template can
read no other file, and typst makes no network request.
"""

import json
import logging
from collections.abc import Mapping
from pathlib import Path
from typing import cast

import typst

from kls_portal.documents.cleaner import Json, default_cleaner
from kls_portal.documents.fonts import load_fonts
from kls_portal.documents.pdf_objects import with_row_heads

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
    JSON, FontsMissingError without fonts, and ValueError if the template does not exist.
    """
    if template.suffix != ".typ" or not template.is_file():
        raise ValueError(f"There is no PDF template {template.name!r}.")
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
