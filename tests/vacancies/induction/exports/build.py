"""Checklists to export, built by hand."""

from collections.abc import Iterable
from datetime import date, timedelta

from vacancies.planning.rules.checklist import Checklist, Group, Owner, Task

START = date(2027, 1, 4)
MANAGER = Owner("line-manager", "Line manager")


def make_task(text: str = "Tour the library", **changes: object) -> Task:
    """Return a confirmed task of the line manager due on the start date, with any changes."""
    values: dict[str, object] = {
        "id": "D1",
        "text": text,
        "owner": MANAGER,
        "due": START,
        "source": "Our suggestion",
        "confirmed": True,
    }
    return Task(**(values | changes))  # type: ignore[arg-type]


def make_group(name: str = "Day one", tasks: Iterable[Task] = (), id: str = "day-one") -> Group:
    return Group(id, name, tuple(tasks))


def make_checklist(**changes: object) -> Checklist:
    """Return a librarian's checklist of two groups and four tasks, one of them a suggestion."""
    before = make_group(
        "Before day one",
        [
            make_task("Send a welcome message", id="B1", due=START - timedelta(days=7)),
            make_task("Plan the first week", id="B5", due=date(2026, 12, 29), confirmed=False),
        ],
        "before-day-one",
    )
    day_one = make_group(
        tasks=[make_task(), make_task("Visit HR", id="D2", owner=Owner("hr", "HR"))]
    )
    values: dict[str, object] = {
        "role": "Librarian",
        "band": "6",
        "start": START,
        "organisation": "Northfield NHS Trust",
        "manages_people": False,
        "works_alone": True,
        "groups": (before, day_one),
    }
    return Checklist(**(values | changes))  # type: ignore[arg-type]


def make_everywhere(text: str) -> Checklist:
    """Return a checklist with the text in every text field, and one ordinary task."""
    tasks = [
        make_task(text, id=text, owner=Owner("x", text[:300]), source=text, confirmed=False),
        make_task("An ordinary task", id="D2"),
    ]
    groups = (make_group(text, tasks), make_group("Week one", [make_task(id="W1")], "week-one"))
    return make_checklist(role=text, band=text, organisation=text, groups=groups)


def make_long(count: int, text: str = "Task {number}: read the procedure") -> Checklist:
    """Return a checklist with `count` tasks in one group."""
    tasks = [make_task(text.format(number=n), id=f"L{n}") for n in range(count)]
    return make_checklist(groups=(make_group("Week one", tasks),))
