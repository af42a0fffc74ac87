"""The job description as words and as a document."""

from collections.abc import Iterable, Iterator

from kls_portal.documents import document
from kls_portal.documents.plain_text import one_line, text_blocks
from kls_portal.in_words import plain_date
from vacancies.drafting.rules import job_description
from vacancies.drafting.rules.draft import Criterion, Duty

KIND = "Job description and person specification"
DUTIES, OTHER_DUTIES = "Main duties", "Other duties"
NO_DUTIES = "There are no duties yet."
COLUMNS_MEAN = {
    "Share of time": "Shares of the working time are approximate.",
    "PKSB area": "PKSB is the Professional Knowledge and Skills Base.",
}
PERSON_SPECIFICATION = "Person specification"
ESSENTIAL, DESIRABLE = "Essential criteria", "Desirable criteria"
ESSENTIAL_MEANS = "The person needs all of these to do the job."
DESIRABLE_MEANS = "These help, but the person can do the job without them."
NO_CRITERIA = "There are no criteria yet."
DUTY_LINKS_MEAN = "The last column gives the numbers of the duties that need the criterion."
AGREEMENT = "Agreement"
AGREEMENT_MEANS = "This is an accurate description of the post."
SIGNING = ("Post holder", "Line manager", "Human resources")
SHORT = 16
"""The most lines of a table that is kept on one page."""
_DUTY_WIDTHS = {"Number": 19, "Share of time": 28, "PKSB area": 40}
_CRITERION_WIDTHS = {"Category": 36, "How assessed": 36, "Duties": 19}


def job_description_document(description: job_description.JobDescription) -> document.Document:
    """Return the job description as a document. Parts that are not written get no heading."""
    return document.Document(
        title=document_title(description),
        organisation=description.organisation,
        kind=KIND,
        footer=KIND if description.for_candidates else footer_words(description.edition),
        facts=tuple(post_facts(description)),
        parts=(
            *_sections(description.before),
            *_duties_part(description),
            *_sections((*description.after, *description.for_panel)),
            *_person_specification(description),
            *_signatures(description),
        ),
    )


def _sections(parts: Iterable[tuple[str, str]]) -> Iterator[document.Part]:
    for name, text in parts:
        if text_blocks(text):
            yield document.Heading(2, one_line(name))
            yield document.Text(text)


def _duties_part(description: job_description.JobDescription) -> Iterator[document.Part]:
    yield document.Heading(2, DUTIES)
    groups = description.duty_groups
    if not groups:
        yield document.Paragraph(NO_DUTIES)
    columns = duty_columns(description)
    widths = tuple(_DUTY_WIDTHS.get(column, 0) for column in columns)
    if meanings := " ".join(COLUMNS_MEAN[one] for one in columns if one in COLUMNS_MEAN):
        yield document.Paragraph(meanings)
    for group in groups:
        # Duties without a group have a heading only beside others.
        name = one_line(group.name) or (OTHER_DUTIES if len(groups) > 1 else "")
        if name:
            yield document.Heading(3, name)
        numbered = enumerate(group.rows, start=group.start)
        rows = tuple(duty_cells(number, duty, columns) for number, duty in numbered)
        if description.for_candidates:
            yield document.Bullets(tuple(text for _, text in rows))
        else:
            yield document.Grid(name or DUTIES, tuple(columns), rows, widths)


def _person_specification(description: job_description.JobDescription) -> Iterator[document.Part]:
    tables = (
        (ESSENTIAL, ESSENTIAL_MEANS, description.essential),
        (DESIRABLE, DESIRABLE_MEANS, description.desirable),
    )
    yield document.Heading(2, PERSON_SPECIFICATION)
    if not description.essential and not description.desirable:
        yield document.Paragraph(NO_CRITERIA)
    elif not description.for_candidates:
        yield document.Paragraph(DUTY_LINKS_MEAN, kept=True)
    columns = criterion_columns(description)
    widths = tuple(_CRITERION_WIDTHS.get(column, 0) for column in columns)
    for name, means, lines in tables:
        rows = tuple(criterion_cells(line, columns) for line in lines)
        heads = document.Heading(3, name), document.Paragraph(means, kept=True)
        grid = document.Grid(name, tuple(columns), rows, widths)
        yield from document.together(*heads, grid, most=SHORT) if rows else ()


def _signatures(description: job_description.JobDescription) -> tuple[document.Part, ...]:
    if description.for_candidates or not description.organisation:
        return ()
    rows = tuple((role, "", "") for role in SIGNING)
    grid = document.Grid(AGREEMENT, ("Role", "Signature", "Date"), rows, (50, 0, 35), row_height=10)
    return document.together(
        document.Heading(2, AGREEMENT), document.Paragraph(AGREEMENT_MEANS, kept=True), grid
    )


def document_title(description: job_description.JobDescription) -> str:
    return one_line(description.title) or "Untitled post"


def edition_words(edition: job_description.Edition) -> str:
    """Return the edition in words, such as "Version 2, 4 January 2027"."""
    if edition.is_example:
        return "Example"
    if edition.frozen:
        return f"Version {edition.number}, {plain_date(edition.day)}"
    return f"Draft of {plain_date(edition.day)}"


def footer_words(edition: job_description.Edition) -> str:
    """Return the footer of every page: the edition and the kind of document."""
    return f"{edition_words(edition)}. {KIND}"


def post_facts(description: job_description.JobDescription) -> list[tuple[str, str]]:
    """Return the facts at the head of the document as (name, value), without empty ones."""
    edition = description.edition
    facts = [
        ("Organisation", one_line(description.organisation)),
        *((one_line(name), one_line(value)) for name, value in description.facts),
    ]
    if not description.for_candidates:
        facts += [
            ("Version" if edition.frozen else "Status", _state(edition)),
            ("Agreed with", one_line(edition.agreed_with)),
            ("Agreed on", plain_date(edition.agreed_on)),
        ]
    return [(name, value) for name, value in facts if name and value]


def duty_columns(description: job_description.JobDescription) -> list[str]:
    """Return the columns of the duty tables, without those that nobody filled in."""
    duties = [duty for group in description.duty_groups for duty in group.rows]
    columns = ["Number", "Duty"]
    if any(duty.share is not None for duty in duties):
        columns.append("Share of time")
    if any(duty.area for duty in duties):
        columns.append("PKSB area")
    return columns


def duty_cells(number: int, duty: Duty, columns: list[str]) -> tuple[str, ...]:
    """Return the cells of one duty, one for each column."""
    cells = {
        "Number": str(number),
        "Duty": one_line(duty.text) or "Untitled duty",
        "Share of time": "Not given" if duty.share is None else f"{duty.share}%",
        "PKSB area": one_line(duty.area) or "Not given",
    }
    return tuple(cells[column] for column in columns)


def criterion_columns(description: job_description.JobDescription) -> list[str]:
    """Return the columns of the tables of criteria; candidates see only those useful to them."""
    lines = (*description.essential, *description.desirable)
    columns = ["Category", "Criterion"] if description.tells_categories else ["Criterion"]
    if not description.for_candidates:
        return [*columns, "How assessed", "Duties"]
    return [*columns, "How assessed"] if any(line.assessed_by for line in lines) else columns


def criterion_cells(line: Criterion, columns: list[str]) -> tuple[str, ...]:
    """Return the cells of one criterion, one for each column."""
    missing = "Not given" if "Duties" in columns else ""
    cells = {
        "Category": one_line(line.category),
        "Criterion": one_line(line.text) or "Untitled criterion",
        "How assessed": one_line(line.assessed) or missing,
        "Duties": ", ".join(map(str, line.duties)) or "None",
    }
    return tuple(cells[column] for column in columns)


def _state(edition: job_description.Edition) -> str:
    if edition.frozen:
        return f"{edition.number}, frozen on {plain_date(edition.day)}"
    judged = "Each panel judges its own post." if edition.is_example else "It is not agreed yet."
    return f"{edition_words(edition)}. {judged}"
