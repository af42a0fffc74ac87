"""The job description as PDF and Word."""

from pathlib import Path

from docx.document import Document
from docx.shared import Length, Mm

from kls_portal.documents.cleaner import Json
from kls_portal.documents.pdf import facts_json, render_pdf, text_json
from kls_portal.documents.plain_text import one_line
from kls_portal.documents.text_blocks import TextBlock
from kls_portal.documents.word import new_document, text_width, to_bytes
from kls_portal.documents.word_blocks import add_caption, add_fact, add_rows, add_text
from vacancies.drafting.exports import words
from vacancies.drafting.rules.job_description import JobDescription

TEMPLATE = Path(__file__).with_name("job_description.typ")

_DUTY_WIDTHS = {"Number": Mm(19), "Share of time": Mm(28), "PKSB area": Mm(40)}
_CRITERION_WIDTHS = (Mm(36), Mm(79), Mm(36), Mm(19))


def job_description_docx(description: JobDescription) -> bytes:
    """The job description as a .docx file, the same bytes for the same description.

    What is not written has no heading.
    """
    title = words.document_title(description)
    footer = words.footer_words(description.edition)
    document = new_document(title, description.organisation, footer)
    add_caption(document, words.KIND)
    document.add_heading(title, 1)
    for name, value in words.post_facts(description):
        add_fact(document, name, value)
    _add_sections(document, words.sections(description.before))
    _add_duties(document, description)
    _add_sections(document, words.sections(description.after))
    _add_person_specification(document, description)
    return to_bytes(document)


def _add_sections(document: Document, sections: list[tuple[str, tuple[TextBlock, ...]]]) -> None:
    for name, blocks in sections:
        document.add_heading(name, 2)
        add_text(document, blocks)


def _add_duties(document: Document, description: JobDescription) -> None:
    document.add_heading(words.DUTIES, 2)
    if not description.duty_groups:
        document.add_paragraph(words.NO_DUTIES)
    columns = words.duty_columns(description)
    if note := words.duty_notes(columns):
        document.add_paragraph(note)
    for name, group in words.named_groups(description):
        if name:
            document.add_heading(name, 3)
        rows = [words.duty_cells(line, columns) for line in group.duties]
        add_rows(document, name or words.DUTIES, columns, _duty_widths(columns), rows)


def _duty_widths(columns: list[str]) -> list[Length]:
    """The widths of the columns; the duty takes what the others leave."""
    taken = sum(_DUTY_WIDTHS.get(column, Mm(0)) for column in columns)
    return [_DUTY_WIDTHS.get(column, Length(Mm(text_width()) - taken)) for column in columns]


def _add_person_specification(document: Document, description: JobDescription) -> None:
    tables = words.criterion_tables(description)
    document.add_heading(words.PERSON_SPECIFICATION, 2)
    document.add_paragraph(words.DUTY_LINKS_MEAN if tables else words.NO_CRITERIA)
    for name, means, lines in tables:
        document.add_heading(name, 3)
        document.add_paragraph(means).paragraph_format.keep_with_next = True
        rows = [words.criterion_cells(line) for line in lines]
        add_rows(document, name, words.CRITERION_COLUMNS, _CRITERION_WIDTHS, rows)


def job_description_pdf(description: JobDescription) -> bytes:
    """The job description as a PDF/UA-1 file on A4, the same bytes for the same description.

    What is not written has no heading. Raises what `render_pdf` raises.
    """
    return render_pdf(
        TEMPLATE,
        {
            "title": words.document_title(description),
            "kind": words.KIND,
            "organisation": one_line(description.organisation),
            "footer": words.footer_words(description.edition),
            "facts": facts_json(words.post_facts(description)),
            "before": _sections(words.sections(description.before)),
            "duties": _duties(description),
            "after": _sections(words.sections(description.after)),
            "person": _person(description),
        },
    )


def _sections(sections: list[tuple[str, tuple[TextBlock, ...]]]) -> Json:
    return [{"name": name, "blocks": text_json(blocks)} for name, blocks in sections]


def _duties(description: JobDescription) -> Json:
    columns = words.duty_columns(description)
    return {
        "name": words.DUTIES,
        "none": words.NO_DUTIES,
        "columns": columns,
        "note": words.duty_notes(columns),
        "groups": [
            {
                "name": name,
                "lines": [words.duty_cells(line, columns) for line in group.duties],
            }
            for name, group in words.named_groups(description)
        ],
    }


def _person(description: JobDescription) -> Json:
    return {
        "name": words.PERSON_SPECIFICATION,
        "none": words.NO_CRITERIA,
        "columns": words.CRITERION_COLUMNS,
        "note": words.DUTY_LINKS_MEAN,
        "tables": [
            {
                "name": name,
                "means": means,
                "lines": [words.criterion_cells(line) for line in lines],
            }
            for name, means, lines in words.criterion_tables(description)
        ],
    }
