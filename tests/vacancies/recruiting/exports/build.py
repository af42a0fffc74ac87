"""Documents of recruiting, to look at and to change one thing of."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from tests.vacancies.planning.rules.plan import taken_over
from tests.vacancies.planning.shipped import milestones
from tests.vacancies.recruiting.rules.adverts import choice, plan
from tests.vacancies.recruiting.rules.selections import SELECTION, with_criterion, with_question
from tests.vacancies.typed import ODD_TEXTS
from vacancies.drafting.rules.fields import Draft
from vacancies.planning.rules.checklist import Done, Situation, TaskList
from vacancies.planning.rules.layers import Change, Layer, Layers, dated_plan
from vacancies.planning.rules.lines import lines, parts
from vacancies.planning.rules.standing import tasks_of
from vacancies.planning.rules.timeline import anchors
from vacancies.recruiting.exports.packs import DOCUMENTS
from vacancies.recruiting.exports.plan import plan_document

DAY = date(2026, 11, 25)
POST = (
    Draft("Librarian", band="Band 5", hours=Decimal("37.50"), contract="Permanent"),
    "Northfield NHS Trust",
)
WHOLE = plan(
    choice(
        "Journal",
        paid=True,
        cost=Decimal("1250"),
        cost_code="LIB1",
        note="\n".join(ODD_TEXTS.values()),
        prepare=("approval", "logo"),
        sent_on=date(2026, 12, 1),
    ),
    choice("Paper", 2, paid=True, cost_code="LIB2"),
    opens_on=date(2027, 1, 11),
    closes_on=date(2027, 1, 29),
    reasons="Two rounds without applicants.\n\n" + "\n".join(ODD_TEXTS.values()),
)


TODAY, NEEDED = date(2027, 1, 4), date(2027, 9, 6)
_POST = {
    "title": "Librarian",
    "organisation": "Northfield NHS Trust",
    "band": "5",
    "contract": "Permanent",
    "needed_by": NEEDED,
    "holidays_of": "England and Wales",
}
_NOTE = Change("AD9", note="Two lines.\nWith a <tag> and a “quote”.")
OUT = {"AD7": "No budget this year"}


def make_plan(done=(), owner=None, template=None, whole=None):
    whole = whole or taken_over(NEEDED)
    situation = Situation(band="5", route="permanent", anchors=anchors(whole))
    layer = Layer((_NOTE, Change("AD7", left_out=True)), reasons=OUT)
    layers = Layers(milestones() if template is None else template, plan=layer)
    when = Done(datetime(2026, 12, 1, tzinfo=UTC), "Morgan Ellis")
    groups = [
        replace(
            group,
            tasks=tuple(replace(t, done=when) if t.id in done else t for t in group.tasks),
        )
        for group in dated_plan(layers, situation)
    ]
    tasks = TaskList(groups=tuple(groups), left_out=layers.left_out(situation))
    tasks = tasks_of(tasks, owner) if owner else tasks
    found = lines(whole, TODAY)
    return plan_document(parts(found, tasks.groups, TODAY), tasks, TODAY, **_POST)


def document_of(slug, selection=SELECTION, candidates=6):
    return DOCUMENTS[slug](selection, candidates, DAY)


def odd_selection():
    """A selection whose every text is odd, to see what the files make of it."""
    odd = "\n".join(ODD_TEXTS.values())
    selection = with_question(
        SELECTION, 21, text=odd, asked_by=odd, adjustments=odd, follow_ups=(odd,)
    )
    return replace(with_criterion(selection, 3, text=odd), title=odd[:200])
