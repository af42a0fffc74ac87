"""The evidence sheet as an accessible PDF, for the members of a matching panel."""

from kls_portal.documents.cleaner import Json
from kls_portal.documents.pdf import facts_json, render_pdf, text_json
from kls_portal.documents.plain_text import one_line
from vacancies.exports import TEMPLATES
from vacancies.exports import evidence_sheet_words as words
from vacancies.job_evaluation.evidence import EvidenceSheet, FactorRow


def evidence_sheet_pdf(sheet: EvidenceSheet) -> bytes:
    """The sheet as a PDF/UA-1 file on A4, the same bytes for the same sheet.

    Raises what `render_pdf` raises.
    """
    return render_pdf(
        TEMPLATES / "evidence_sheet.typ",
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
