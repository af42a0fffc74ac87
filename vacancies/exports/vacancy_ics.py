"""Everything of a vacancy that has a day, as one calendar file."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from kls_portal.documents.calendar_file import Entry, calendar_file
from kls_portal.documents.plain_text import one_line
from vacancies.advertising.plan import AdvertPlan
from vacancies.checklists.stage import StageTask
from vacancies.timeline.lines import Line


def vacancy_ics(
    title: str,
    stem: str,
    stamp: datetime,
    sequence: int,
    *,
    lines: Sequence[Line] = (),
    tasks: Sequence[StageTask] = (),
    advert: AdvertPlan | None = None,
) -> bytes:
    """Return every date of a vacancy as a calendar file, in UTF-8.

    The steps of its timeline, the texts to send to channels, and the tasks of its checklists.
    `stem` names the vacancy for good, so that a second import changes entries instead of doubling
    them; `sequence` never falls. Raises ValueError for a stamp without time zone.
    """
    name = one_line(title)
    entries = [*_steps(lines, name), *_sends(advert or AdvertPlan(), name), *_tasks(tasks, name)]
    calendar = f"{name}: timeline"
    return calendar_file(calendar, stem, entries, stamp, kind="Timeline", sequence=sequence)


def _steps(lines: Sequence[Line], title: str) -> Iterator[Entry]:
    for line in lines:
        step, day = line.row.step, line.row.day
        if day:
            notes = _notes(step.who, step.note, done=line.row.done)
            yield Entry(step.id, f"{step.name}: {title}", day, notes)


def _sends(advert: AdvertPlan, title: str) -> Iterator[Entry]:
    for choice in advert.choices:
        day = choice.sent_on or choice.send_on or advert.send_by(choice.channel)
        if day:
            notes = _notes(choice.sent_by, choice.note, done=choice.sent_on is not None)
            summary = f"Send the advert to {choice.channel.name}: {title}"
            yield Entry(f"send-{choice.channel.id}", summary, day, notes)


def _tasks(tasks: Sequence[StageTask], title: str) -> Iterator[Entry]:
    for task in tasks:
        if task.due:
            notes = _notes(task.owner.name, task.note, done=task.done is not None)
            yield Entry(f"task-{task.id}", f"{task.text} ({title})", task.due, notes)


def _notes(who: str, note: str, *, done: bool) -> str:
    parts = (f"Who: {who}" if who else "", note, "Done." if done else "")
    return "\n".join(part for part in parts if part)
