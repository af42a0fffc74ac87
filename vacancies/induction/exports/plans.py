"""Documents of several plans, of all data held about a starter, and of a probation review."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from kls_portal.documents import document
from kls_portal.documents.plain_text import one_line
from kls_portal.in_words import counted, long_date, short_date
from vacancies.induction.exports import checklist as words
from vacancies.planning.rules.checklist import Checklist

_WIDTHS = (0, 35, 30, 45)


@dataclass(frozen=True)
class HeldData:
    """All data held about one starter, to be handed to them.

    kind: whom the plan is for; events: (moment, role, what was done); questions: (moment, question,
    answer); welcome: (label, text) of the details of the first day; links: (made, expires, closed
    or None) for each secret link.
    """

    checklist: Checklist
    name: str
    weekdays: tuple[str, ...]
    purge_on: date
    events: tuple[tuple[datetime, str, str], ...] = ()
    questions: tuple[tuple[datetime, str, str], ...] = ()
    welcome: tuple[tuple[str, str], ...] = ()
    links: tuple[tuple[datetime, datetime, datetime | None], ...] = ()
    kind: str = ""
    probation_ended_on: date | None = None


def plans_document(
    checklists: Sequence[Checklist], organisation: str, left_off: int = 0
) -> document.Document:
    """Return several plans in one document, each starting on a new page.

    left_off: how many plans are not included, which the document states.
    """
    parts: list[document.Part] = []
    for checklist in checklists:
        if parts:
            parts.append(document.PageBreak())
        parts += _plan(checklist)
    said = f"This file leaves out {counted(left_off, 'plan')} with an earlier start."
    notices = (said,) if left_off else ()
    return document.Document(
        title="Induction plans",
        organisation=organisation,
        kind="Induction plans",
        notices=notices,
        facts=(("Plans", str(len(checklists))),),
        parts=tuple(parts) or (document.Paragraph("There are no plans."),),
    )


def held_data_document(held: HeldData) -> document.Document:
    checklist = held.checklist
    facts = [
        ("Name", one_line(held.name) or "Not given"),
        ("Post", one_line(checklist.role)),
        ("The plan is for a", held.kind),
        *words.checklist_facts(checklist),
        *((what, one_line(said)) for what, said in held.welcome),
        ("Days worked", ", ".join(held.weekdays)),
        ("Probation ended on", long_date(held.probation_ended_on)),
        ("Deleted on", long_date(held.purge_on)),
    ]
    parts: list[document.Part] = [*_plan(checklist), document.Heading(2, "Questions and answers")]
    for asked, question, answer in held.questions:
        parts += [document.Heading(3, f"Asked {long_date(asked.date())}"), document.Text(question)]
        parts.append(document.Text(answer) if answer else document.Paragraph("Not answered yet."))
    if not held.questions:
        parts.append(document.Paragraph("No question was asked."))
    parts.append(document.Heading(2, "Links to your own page, and to the tasks of your buddy"))
    opened = tuple(_link(*link) for link in held.links)
    parts.append(document.Bullets(opened) if opened else document.Paragraph("No link was made."))
    parts.append(document.Heading(2, "Record of the plan"))
    lines = [f"{long_date(at.date())}, {by}: {one_line(said)}" for at, by, said in held.events]
    parts.append(
        document.Bullets(tuple(lines)) if lines else document.Paragraph("Nothing was recorded.")
    )
    return document.Document(
        title="What is held about you in this induction plan",
        organisation=checklist.organisation,
        kind="Copy of personal data",
        notices=("This file has everything that the portal stores with this plan.",),
        facts=tuple((name, value) for name, value in facts if value),
        parts=tuple(parts),
    )


def _link(made: datetime, until: datetime, closed: datetime | None) -> str:
    end = (
        f"closed {long_date(closed.date())}" if closed else f"works until {long_date(until.date())}"
    )
    return f"Made {long_date(made.date())}, {end}. The link itself is not stored."


def _plan(checklist: Checklist) -> Iterator[document.Part]:
    title = one_line(checklist.role) or "Untitled post"
    yield document.Heading(2, f"{title}, start {long_date(checklist.start)}")
    for note in words.checklist_notes(checklist):
        yield document.Paragraph(note)
    for group in checklist.groups:
        if group.tasks:
            yield document.Heading(3, group.name)
            yield document.Grid(
                name=f"{group.name}: {title}",
                columns=("Task", "Owner", "Due date", "Done"),
                rows=tuple(
                    (
                        words.task_words(task),
                        one_line(task.owner.name),
                        short_date(task.due),
                        "; ".join(words.task_notes(task)),
                    )
                    for task in group.tasks
                ),
                widths=_WIDTHS,
            )
    if not checklist.tasks:
        yield document.Paragraph(words.no_tasks(checklist))


NOT_STORED = "The portal does not store this form. Keep it as your probation policy says."
SPEAK_TO_HR = (
    "Speak to HR before the final review and before you extend probation. Ask by when to decide, "
    "as service in an earlier job with your organisation counts too. Absence, health and "
    "disability are for HR and occupational health, not for this form."
)
OWN_QUESTIONS = (
    "What has gone well since we last met?",
    "What gets in my way, and what have I not been shown?",
    "Which training, time, equipment or adjustment would help?",
)
TOGETHER = (
    "How do you both think it is going?",
    "What help did you agree last time, and did it happen?",
    "Are you both clear about what is on track, what must change, and by when?",
)


def probation_review_form() -> document.Document:
    """Return the form: post and date, own questions, outcomes, help agreed, signatures.

    Source: the page on first months and probation; the questions are our own.
    """
    parts: list[document.Part] = [
        document.Notice(SPEAK_TO_HR),
        _to_fill_in("The review", ("Post", "First, second or final review", "Date", "Next review")),
        document.Heading(2, "The person’s own questions first"),
        *(document.Lines(question, 2) for question in OWN_QUESTIONS),
        document.Heading(2, "Outcomes and duties"),
        _to_fill_in("Outcomes and duties", ("Outcome or duty", "What went well", "To improve"), 3),
        document.Heading(2, "To discuss together"),
        *(document.Lines(question, 2) for question in TOGETHER),
        document.Heading(2, "What we agreed"),
        _to_fill_in("Help and actions", ("What", "Who", "By when"), 3),
        document.Heading(2, "After the meeting"),
        document.Bullets(("Send notes within a week.", "Put the next date in both diaries.")),
        _to_fill_in("Signatures", ("Signature", "Date"), 2),
    ]
    return document.Document(
        title="Probation review",
        kind="Blank form",
        notices=(NOT_STORED,),
        parts=tuple(parts),
    )


def _to_fill_in(name: str, heads: tuple[str, ...], rows: int = 1) -> document.Grid:
    return document.Grid(name, heads, (("",) * len(heads),) * rows, row_height=10)
