"""The documents of a shipped example, made in the same way as those of a vacancy."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from typing import Any

from django.utils.text import capfirst
from django.utils.timezone import localdate

from kls_portal.documents.document import Bullets, Document, Heading, Part, Text, together
from kls_portal.plain_values import from_plain
from vacancies.drafting.models.examples import Example
from vacancies.drafting.rules.advert import Advert
from vacancies.drafting.rules.draft import INTERVIEW, Criterion
from vacancies.drafting.rules.freezing import thaw
from vacancies.drafting.services.drafting import advert_limits
from vacancies.drafting.services.shipped_examples import advert_of
from vacancies.evaluation.exports import KIND as EVIDENCE
from vacancies.evaluation.exports import evidence_sheet_document
from vacancies.evaluation.services.evidence import Post, Said, sheet_beside
from vacancies.induction.exports.checklist import KIND as CHECKLIST
from vacancies.induction.exports.checklist import checklist_document
from vacancies.induction.rules.plan import roles
from vacancies.induction.services.checklists import checklist
from vacancies.overview import example_tables
from vacancies.overview.example_tables import MADE_UP
from vacancies.planning.rules.checklist import Checklist, Situation
from vacancies.posts.rules import in_groups
from vacancies.profiles.models import Profile
from vacancies.profiles.rules.evidence import EvidenceSheet
from vacancies.recruiting.exports.advert import ReadyText, ready_texts
from vacancies.recruiting.exports.pack_parts import HOW, marks, pack_document, tested
from vacancies.recruiting.exports.packs import DOCUMENTS, LETTERS_KIND, letters_document
from vacancies.recruiting.rules import selection_plan
from vacancies.recruiting.rules.letters import Letter
from vacancies.recruiting.rules.packs import packs
from vacancies.recruiting.services.selection import letters_about
from vacancies.rulebook.check import check

CANDIDATES = 6
"""Number of rows of the shortlisting grid."""
WEEKS_AHEAD = 12
"""Weeks until the first day of the induction plan."""
ASKED_BY = "Chair"
ADVERT = "Advert"
SENT = ("email-list", "linkedin")
"""The ready-made texts of the advert that are shown."""
FILLED_GRID = "Filled shortlisting grid"
QUESTIONS = "Interview questions"


@dataclass(frozen=True)
class ExampleDocument:
    """A document of an example. slug: for its URL; made: returns the document.

    on_page: whether a page of the guidance shows the whole of it.
    """

    slug: str
    name: str
    made: Callable[[], Document]
    on_page: bool = False


def documents_of(example: Example) -> Iterator[ExampleDocument]:
    """Yield a worked example's documents other than the job description.

    Examples without questions have none.
    """
    selection = selection_of_example(example)
    if not selection.questions:
        return
    for pack in packs(selection):
        made = partial(DOCUMENTS[pack.slug], selection, CANDIDATES, localdate())
        yield ExampleDocument(pack.slug, pack.name, made)
    for slug, name, needs, make in _MADE_OF:
        if example.content.get(needs):
            yield ExampleDocument(slug, name, partial(make, example))
    if sheet := sheet_of_example(example):
        yield ExampleDocument("evidence-sheet", EVIDENCE, partial(evidence_sheet_document, sheet))
    for talk in example.content.get("talks", ()):
        made = partial(example_tables.record_document, example, talk["tool"])
        yield ExampleDocument(talk["tool"], capfirst(talk["heading"]), made, on_page=True)
    for part in example.content.get("parts", ()):
        made = partial(written_document, example, part["name"], capfirst(part["heading"]))
        yield ExampleDocument(part["name"], capfirst(part["heading"]), made, on_page=True)


def written_document(example: Example, name: str, heading: str) -> Document:
    """Return a part that was written for one page, by its name and heading."""
    table = example_tables.written_table(example, name)
    whole = table.grid(heading) if table.columns else table.bullets()
    parts = (whole, Text(table.note)) if table.note else (whole,)
    return example_tables.made_up(example, heading, parts)


def filled_grid_document(example: Example) -> Document:
    table = example_tables.shortlist_table(example)
    grid = table.grid(FILLED_GRID, (0, *(18 for _ in table.columns[1:])))
    parts = (Text(HOW), grid, Text(table.note))
    return pack_document(selection_of_example(example), FILLED_GRID, localdate(), parts, (MADE_UP,))


def questions_document(example: Example) -> Document:
    selection = selection_of_example(example, every_question=True)
    parts: list[Part] = [
        Text("Choose 6 to 8 that fit the time and test every criterion for the interview."),
        Text("A weak answer scores 1, a fair one 3 and a strong one 5."),
    ]
    for name, question in selection.named(INTERVIEW):
        asked = (Heading(2, name), Text(question.text), Text(tested(selection, question)))
        parts += together(*asked, marks(name, question))
    return pack_document(selection, QUESTIONS, localdate(), tuple(parts), (MADE_UP,))


def induction_document(example: Example) -> Document:
    document = checklist_document(checklist_of_example(example, localdate()))
    parts: list[Part] = []
    if example.content.get("week"):
        name = "Timetable of the first week"
        parts += [Heading(2, name), example_tables.week_table(example).grid(name, (28, 0, 0))]
    if goals := example.content.get("goals"):
        lines = tuple(f"By {goal['by']}: {goal['text']}" for goal in goals)
        parts += [Heading(2, "First outcomes"), Bullets(lines)]
    parts += [Heading(2, "Tasks")] if parts else []
    return replace(document, parts=(*parts, *document.parts))


def advert_document(example: Example) -> Document:
    """Return the advert of an example, after an earlier one with its problems if there is one.

    Its ready-made texts follow.
    """
    parts: list[Part] = []
    if before := example.content.get("before"):
        parts += [Heading(2, "Before"), Text(before), Text("The checker finds this in it:")]
        parts += [Bullets(tuple(problems_before(example))), Heading(2, "After")]
    for name, text in advert_of(example):
        parts += [Heading(3 if before else 2, name), Text(text)]
    for ready in ready_of_example(example):
        parts += [Heading(2, ready.name)]
        parts += [Text(f"Subject: {ready.subject}")] if ready.subject else []
        parts += [Text(ready.text)]
    title = f"{ADVERT}: {example.title}"
    return Document(title=title, kind=ADVERT, footer=ADVERT, notices=(MADE_UP,), parts=tuple(parts))


def ready_of_example(example: Example) -> list[ReadyText]:
    """Return the ready-made texts of an example's advert that are shown, in the order of SENT."""
    draft, advert = thaw(example.content), from_plain(Advert, example.content["advert"])
    ready = ready_texts(draft, advert, "[organisation]", advert_limits())
    return [one for one in ready if one.slug in SENT]


def problems_before(example: Example) -> list[str]:
    """Return what the checker says about the words of an example's earlier advert."""
    judged = check(example.content["before"], "advert").findings
    return [finding.message for finding in judged if finding.excerpt]


def selection_of_example(
    example: Example, *, every_question: bool = False
) -> selection_plan.SelectionPlan:
    """Return the selection plan of an example.

    every_question: with all of its questions, and not those alone that one interview needs.
    """
    draft, content = thaw(example.content), example.content
    questions = content.get("questions", ())
    chosen = questions if every_question else _enough(draft.criteria, questions)
    asked = [*chosen, *content.get("tasks", ())]
    numbered = enumerate(zip(asked, selection_plan.equal_weights(len(asked)), strict=True), start=1)
    return selection_plan.SelectionPlan(
        title=draft.title,
        band=example.band,
        duties=draft.duties,
        criteria=draft.criteria,
        questions=tuple(_question(number, row, weight) for number, (row, weight) in numbered),
    )


def letters_of_example(example: Example) -> tuple[Letter, ...]:
    selection = selection_of_example(example)
    sent = [one.text for one in selection.by(INTERVIEW)]
    return letters_about(selection, thaw(example.content), sent, band=f"band {example.band}")


def _letters_document(example: Example) -> Document:
    return letters_document(example.title, "", letters_of_example(example))


def _enough(
    criteria: Iterable[Criterion], rows: Iterable[Mapping[str, Any]]
) -> Iterator[Mapping[str, Any]]:
    """Yield each question that tests an interview criterion not tested by an earlier one."""
    left = {one.id for one in criteria if INTERVIEW in one.assessed_by}
    for row in rows:
        if tested := left & set(row["criteria"]):
            left -= tested
            yield row


def _question(number: int, row: Mapping[str, Any], weight: int) -> selection_plan.Question:
    first, *also = row["criteria"]
    return selection_plan.Question(
        id=number,
        method=row["method"],
        text=row["text"],
        criterion=first,
        also=tuple(also),
        anchors=selection_plan.Anchors(row["weak"], row["fair"], row["strong"]),
        weight=weight,
        minutes=row["minutes"],
        asked_by=ASKED_BY,
    )


def checklist_of_example(example: Example, today: date) -> Checklist:
    """Return the induction checklist for an example's post, starting on a Monday."""
    start = today + timedelta(weeks=WEEKS_AHEAD, days=-today.weekday())
    role = next(role for role in roles() if role.band == example.band)
    post = Situation(example.title, example.band, start, role.manages_people, role_slug=role.slug)
    if week := example.content.get("week"):
        post = replace(post, weekdays=frozenset(range(len(week))))
    return checklist(post)


def sheet_of_example(example: Example) -> EvidenceSheet | None:
    """Return the evidence sheet of an example against the profile of its title, or None."""
    if not (rows := example.content.get("evidence")):
        return None
    profiles = Profile.objects.for_libraries().in_force()
    if not (profile := profiles.filter(title=example.title, band=example.band).first()):
        return None
    ordered = in_groups(thaw(example.content).duties)
    numbers = {duty.id: number for number, duty in enumerate(ordered, start=1)}
    said = {
        row["factor"]: Said(
            row["text"], tuple(sorted(numbers[duty] for duty in row["duties"])), row["level"]
        )
        for row in rows
    }
    post = Post(
        example.title,
        "",
        example.band,
        localdate(example.offered_at),
        tuple(duty.text for duty in ordered),
    )
    sheet = sheet_beside(profile, post, said)
    return sheet and replace(sheet, notice=f"{MADE_UP} {sheet.notice}")


_MADE_OF: tuple[tuple[str, str, str, Callable[[Example], Document]], ...] = (
    ("filled-shortlisting-grid", FILLED_GRID, "shortlist", filled_grid_document),
    ("interview-questions", QUESTIONS, "questions", questions_document),
    ("advert", ADVERT, "questions", advert_document),
    ("letters", LETTERS_KIND, "questions", _letters_document),
    ("induction-plan", CHECKLIST, "questions", induction_document),
    ("appraisal-summary", example_tables.APPRAISAL, "talks", example_tables.appraisal_document),
    ("plan-of-the-second-year", example_tables.YEAR, "talks", example_tables.year_document),
)
"""The documents made of a part of the content: slug, name, part, and what makes it."""
