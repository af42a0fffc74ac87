"""Two hundred vacancies with their inductions and years, and every date in their files.

`python -m tests.vacancies.planning.frozen` prints differences from the stored dates.
"""

import json
import lzma
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from icalendar import Calendar

from kls_portal.calendar.working_days import NATIONS
from kls_portal.documents.calendar_file import calendar_ics
from tests.vacancies.planning.rules.plan import bare
from tests.vacancies.planning.shipped import groups, milestones
from vacancies.induction.rules.plan import plan
from vacancies.planning.rules.checklist import Situation, TaskList
from vacancies.planning.rules.dating import dated, tailored
from vacancies.planning.rules.lines import lines
from vacancies.planning.rules.moving import move, propose, step_aside
from vacancies.planning.rules.timeline import anchors, filled
from vacancies.posts.rules import UNPAID, traits_of_post
from vacancies.recruiting.exports.plan import vacancy_calendar
from vacancies.recruiting.rules.advert_plan import AdvertPlan
from vacancies.retention.rules.tools import tools, year_of

KEPT = Path(__file__).parent / "dates.json.xz"
TODAY = date(2026, 11, 28)
NUMBER = 200
ROUTES = (
    "permanent",
    "fixed-term",
    "secondment",
    "apprenticeship",
    "trainee",
    "volunteer",
    "work-experience",
    "",
)
BANDS = ("2", "3", "4", "5", "6", "7", "8a")
ROLES = ("librarian", "library-assistant", "apprentice", "", "graduate-trainee")
WEEKS = (range(5), range(3), (1, 2, 3), (0, 4), (5, 6))
MOVES = (("", 0), ("closes", 7), ("interview", -1), ("offer", 3), ("starts", 14), ("approval", -7))

Dates = dict[str, str]


@dataclass(frozen=True)
class Case:
    """The properties of one vacancy, derived from its number."""

    number: int

    @property
    def route(self) -> str:
        """Return its contract."""
        return ROUTES[self.number % len(ROUTES)]

    @property
    def band(self) -> str:
        """Return its band, "" if the post is unpaid."""
        return "" if self.route in UNPAID else BANDS[self.number % len(BANDS)]

    @property
    def nation(self) -> str:
        """Return the nation of its organisation."""
        return list(NATIONS)[self.number // 2 % len(NATIONS)]

    @property
    def starts_on(self) -> date:
        """Return the day by which somebody is needed."""
        return TODAY + timedelta(days=20 + self.number * 11 % 620)

    @property
    def traits(self) -> frozenset[str]:
        """Return the traits of the post."""
        return frozenset(
            traits_of_post(
                manages_people=self.number % 3 == 0,
                works_alone=self.number % 5 == 0,
                contract=self.route,
            )
        )


def dates_of(case: Case) -> Dates:
    """Return the dates in a vacancy's files, by the name of the item."""
    whole = bare(route=case.route, nation=case.nation)
    found = propose(whole, case.starts_on, TODAY, opened=TODAY)
    whole = whole.on({row.step.id: row.day for row in found.rows})
    step, days = MOVES[case.number % len(MOVES)]
    row = next((one for one in whole.rows if one.id == step), None)
    if row and row.day:
        moved = move(whole, step, step_aside(row.day, days, whole.worked))
        whole = whole.on({change.step.id: change.day for change in moved.changes})
    whole = filled(whole, TODAY)
    held = {one.id: one.day for one in whole.rows}
    situation = Situation(
        band=case.band,
        route=case.route,
        traits=case.traits,
        nation=case.nation,
        anchors=anchors(whole),
        opened=TODAY,
    )
    tasks = TaskList(groups=dated(tailored(milestones(), situation), situation))
    seen = lines(whole, TODAY, TODAY)
    calendar = calendar_ics(
        vacancy_calendar("Post", "t", 1, lines=seen, tasks=tasks, advert=AdvertPlan())
    )
    dates = {f"step {one.id}": f"{one.day}" for one in whole.rows if one.day}
    dates |= {f"task {one.id}": f"{one.due}" for one in tasks.tasks if one.due}
    dates |= {
        f"ics {str(one['UID']).split('@')[0]}": f"{one['DTSTART'].dt}"
        for one in Calendar.from_ical(calendar).walk("VEVENT")
    }
    start = held["starts"] or case.starts_on
    return dates | _induction(case, start) | _year(case, start)


def _induction(case: Case, start: date) -> Dates:
    situation = Situation(
        role="Post",
        role_slug=ROLES[case.number % len(ROLES)],
        band=case.band,
        start=start,
        manages_people="manages-people" in case.traits,
        works_alone="works-alone" in case.traits,
        traits=case.traits,
        weekdays=frozenset(WEEKS[case.number % len(WEEKS)]),
        nation=case.nation,
    )
    return {f"induction {one.id}": f"{one.due}" for one in plan(groups(), situation).tasks}


def _year(case: Case, start: date) -> Dates:
    return {
        f"year {one.tool.id} {one.number}": f"{one.day}"
        for one in year_of(tools(), start, case.nation)
    }


def kept() -> list[Dates]:
    """Return the stored dates, by the number of the case."""
    columns: dict[str, list[int | None]] = json.loads(lzma.decompress(KEPT.read_bytes()))
    return [
        {
            name: f"{TODAY + timedelta(days=offset)}"
            for name, offsets in columns.items()
            if (offset := offsets[number]) is not None
        }
        for number in range(NUMBER)
    ]


def keep(now: list[Dates]) -> None:
    """Store these dates: for each name, the days from TODAY by the number of the case."""
    columns = {
        name: [(date.fromisoformat(one[name]) - TODAY).days if name in one else None for one in now]
        for name in sorted({name for one in now for name in one})
    }
    KEPT.write_bytes(lzma.compress(json.dumps(columns, separators=(",", ":")).encode()))


def differences(before: Dates, after: Dates) -> Iterator[str]:
    """Yield a line for each date that was added, removed or moved."""
    for name in sorted(before.keys() | after.keys()):
        was, now = before.get(name, "none"), after.get(name, "none")
        if was != now:
            yield f"{name}: {was} -> {now}"
