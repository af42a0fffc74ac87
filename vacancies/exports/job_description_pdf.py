"""The job description and person specification as an accessible PDF."""

from kls_portal.documents.cleaner import Json
from kls_portal.documents.pdf import facts_json, render_pdf, text_json
from kls_portal.documents.plain_text import one_line
from kls_portal.documents.text_blocks import TextBlock
from vacancies.drafting.job_description import JobDescription
from vacancies.exports import TEMPLATES
from vacancies.exports import job_description_words as words


def job_description_pdf(description: JobDescription) -> bytes:
    """The job description as a PDF/UA-1 file on A4, the same bytes for the same description.

    What is not written has no heading. Raises what `render_pdf` raises.
    """
    return render_pdf(
        TEMPLATES / "job_description.typ",
        {
            "title": words.document_title(description),
            "kind": words.KIND,
            "organisation": one_line(description.organisation),
            "footer": words.footer_words(description.edition),
            "facts": facts_json(words.post_facts(description)),
            "before": _sections(words.sections_before_duties(description)),
            "duties": _duties(description),
            "after": _sections(words.sections_after_duties(description)),
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
