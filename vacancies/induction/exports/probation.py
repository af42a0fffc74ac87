"""The blank probation review form: the person's own questions first, and no scores."""

from kls_portal.documents.document import Bullets, Document, Grid, Heading, Lines, Notice, Part

NOT_STORED = "The portal does not store this form. Keep it as your probation policy says."
SPEAK_TO_HR = (
    "Speak to HR before the final review and before you extend probation. Absence, health and "
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


def probation_review_form() -> Document:
    """Return the form: post and date, own questions, outcomes, help agreed, signatures.

    Source: the page on first months and probation; the questions are our own.
    """
    parts: list[Part] = [
        Notice(SPEAK_TO_HR),
        _to_fill_in("The review", ("Post", "First, second or final review", "Date", "Next review")),
        Heading(2, "The person’s own questions first"),
        *(Lines(question, 2) for question in OWN_QUESTIONS),
        Heading(2, "Outcomes and duties"),
        _to_fill_in("Outcomes and duties", ("Outcome or duty", "What went well", "To improve"), 3),
        Heading(2, "To discuss together"),
        *(Lines(question, 2) for question in TOGETHER),
        Heading(2, "What we agreed"),
        _to_fill_in("Help and actions", ("What", "Who", "By when"), 3),
        Heading(2, "After the meeting"),
        Bullets(("Send notes within a week.", "Put the next date in both diaries.")),
        _to_fill_in("Signatures", ("Signature", "Date"), 2),
    ]
    return Document(
        title="Probation review",
        kind="Blank form",
        notices=(NOT_STORED,),
        parts=tuple(parts),
    )


def _to_fill_in(name: str, heads: tuple[str, ...], rows: int = 1) -> Grid:
    return Grid(name, heads, (("",) * len(heads),) * rows, row_height=10)
