"""The evidence sheet as PDF and Word."""

from pathlib import Path

from docx.document import Document
from docx.shared import Mm

from kls_portal.documents.cleaner import Json
from kls_portal.documents.pdf import facts_json, render_pdf, text_json
from kls_portal.documents.plain_text import one_line
from kls_portal.documents.word import new_document, to_bytes
from kls_portal.documents.word_blocks import (
    add_caption,
    add_fact,
    add_list,
    add_notice,
    add_rows,
    add_tag,
    add_text,
)
from vacancies.evaluation.exports import words
from vacancies.profiles.rules.evidence import EvidenceSheet, FactorRow

TEMPLATE = Path(__file__).with_name("evidence_sheet.typ")

_OVERVIEW_WIDTHS = (Mm(84), Mm(30), Mm(24), Mm(32))
_DUTY_WIDTHS = (Mm(19), Mm(151))


def evidence_sheet_docx(sheet: EvidenceSheet) -> bytes:
    """The sheet as a .docx file, the same bytes for the same sheet."""
    title = words.document_title(sheet)
    document = new_document(title, sheet.organisation, words.footer_words(sheet))
    add_caption(document, words.KIND)
    document.add_heading(title, 1)
    add_notice(document, "\n".join(words.notices(sheet)))
    for name, value in words.sheet_facts(sheet):
        add_fact(document, name, value)
    _add_result(document, sheet)
    _add_factors(document, sheet)
    if sheet.duties:
        document.add_heading(words.DUTIES, 2)
        document.add_paragraph(words.DUTIES_MEAN).paragraph_format.keep_with_next = True
        rows = words.duty_rows(sheet)
        add_rows(document, words.DUTIES, words.DUTY_COLUMNS, _DUTY_WIDTHS, rows)
    return to_bytes(document)


def _add_result(document: Document, sheet: EvidenceSheet) -> None:
    result = sheet.result
    document.add_heading(words.RESULT, 2)
    document.add_paragraph().add_run(words.result_words(sheet)).bold = True
    add_list(document, words.sentences(result.reasons))
    lists = (
        (words.WARNINGS, words.warnings(sheet)),
        (words.TO_BRING, words.sentences(result.to_bring)),
    )
    for name, lines in lists:
        if lines:
            document.add_heading(name, 2)
            add_list(document, lines)


def _add_factors(document: Document, sheet: EvidenceSheet) -> None:
    document.add_heading(words.OVERVIEW, 2)
    if not sheet.factors:
        document.add_paragraph(words.NO_FACTORS)
        return
    rows = [words.overview_cells(row) for row in sheet.factors]
    add_rows(document, words.OVERVIEW, words.OVERVIEW_COLUMNS, _OVERVIEW_WIDTHS, rows)
    document.add_heading(words.EVIDENCE, 2)
    for row in sheet.factors:
        _add_factor(document, row)


def _add_factor(document: Document, row: FactorRow) -> None:
    document.add_heading(words.factor_name(row), 3)
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.keep_with_next = True
    add_tag(paragraph, words.verdict_words(row))
    paragraph.add_run(f" {words.level_words(row)}")
    add_text(document, words.evidence_blocks(row))
    if found := words.duty_words(row):
        document.add_paragraph(found)


def evidence_sheet_pdf(sheet: EvidenceSheet) -> bytes:
    """The sheet as a PDF/UA-1 file on A4, the same bytes for the same sheet.

    Raises what `render_pdf` raises.
    """
    return render_pdf(
        TEMPLATE,
        {
            "title": words.document_title(sheet),
            "kind": words.KIND,
            "organisation": one_line(sheet.organisation),
            "footer": words.footer_words(sheet),
            "notices": words.notices(sheet),
            "facts": facts_json(words.sheet_facts(sheet)),
            "result": {"name": words.RESULT, "words": words.result_words(sheet)},
            "reasons": words.sentences(sheet.result.reasons),
            "lists": [
                {"name": words.WARNINGS, "lines": words.warnings(sheet)},
                {"name": words.TO_BRING, "lines": words.sentences(sheet.result.to_bring)},
            ],
            "no_factors": words.NO_FACTORS,
            "overview": {
                "name": words.OVERVIEW,
                "columns": words.OVERVIEW_COLUMNS,
                "lines": [_overview_line(row) for row in sheet.factors],
            },
            "evidence": {
                "name": words.EVIDENCE,
                "factors": [_factor(row) for row in sheet.factors],
            },
            "duties": {
                "name": words.DUTIES,
                "means": words.DUTIES_MEAN,
                "columns": words.DUTY_COLUMNS,
                "lines": words.duty_rows(sheet),
            },
        },
    )


def _overview_line(row: FactorRow) -> Json:
    return {"cells": words.overview_cells(row), "stands_out": int(row.verdict != "match")}


def _factor(row: FactorRow) -> Json:
    return {
        "name": words.factor_name(row),
        "verdict": words.verdict_words(row),
        "level": words.level_words(row),
        "blocks": text_json(words.evidence_blocks(row)),
        "duties": words.duty_words(row),
    }
