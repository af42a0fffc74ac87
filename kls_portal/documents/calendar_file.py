"""All-day entries as a calendar file.

Source: RFC 5545 (iCalendar), sections 3.6.1 and 3.8, and RFC 7986 for the calendar's name.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import quote
from zoneinfo import ZoneInfo

import icalendar
from icalendar import TRANSP, Event, vInt, vText

from kls_portal.documents.plain_text import one_line, plain

HOST = "kls-portal"
_UK = ZoneInfo("Europe/London")


@dataclass(frozen=True)
class Entry:
    """A day with something to do. `id` is its own within the series and stays the same.

    minutes above 0 with a time make it an appointment of that length, which blocks its time.
    """

    id: str
    summary: str
    day: date
    notes: str = ""
    at: time | None = None
    minutes: int = 0


@dataclass(frozen=True)
class Series:
    """Entries that belong together, such as those of one plan.

    `stem` names them for good: with it an entry keeps its UID "<stem>-<id>@kls-portal", so that a
    second import changes entries instead of doubling them. `stamp` is the moment of making;
    `sequence` counts the changes of what is kept and never falls.
    Raises ValueError for a stamp without time zone or an empty stem.
    """

    stem: str
    entries: tuple[Entry, ...]
    stamp: datetime
    sequence: int | None = None

    def __post_init__(self) -> None:
        if self.stamp.tzinfo is None:
            raise ValueError("The stamp needs a time zone.")
        if not in_uid(self.stem):
            raise ValueError("The UID needs a stem.")

    @property
    def moment(self) -> datetime:
        """Return the stamp as a calendar writes it."""
        return self.stamp.astimezone(UTC).replace(microsecond=0)


@dataclass(frozen=True)
class Calendar:
    """What a calendar file holds, of one series or several (at least one).

    kind: what our own code calls such a file. stem: its name for good, else that of its series.
    """

    name: str
    kind: str
    series: tuple[Series, ...]
    stem: str = ""


def calendar_ics(calendar: Calendar) -> bytes:
    """Return a text/calendar file in UTF-8, the same bytes for the same values."""
    file = _empty(calendar)
    for series in calendar.series:
        for entry in series.entries:
            file.add_component(_event(series, entry))
    if any(isinstance(event.start, datetime) for event in file.events):
        file.add_missing_timezones()
    return bytes(file.to_ical())


def _empty(calendar: Calendar) -> icalendar.Calendar:
    file = icalendar.Calendar.new(
        prodid=f"-//KLS Portal//{calendar.kind}//EN",
        uid=f"{in_uid(calendar.stem or calendar.series[0].stem)}@{HOST}",
        method="PUBLISH",
        last_modified=max(series.moment for series in calendar.series),
    )
    # The library leaves a name unescaped. X-WR-CALNAME is what Outlook and Google read.
    for key in ("NAME", "X-WR-CALNAME"):
        file[key] = vText(one_line(calendar.name))
    return file


def _event(series: Series, entry: Entry) -> Event:
    stem = series.stem
    at = datetime.combine(entry.day, entry.at, tzinfo=_UK) if entry.at else None
    # A date may go without an end (section 3.6.1), but some calendars mind. The last day has none.
    next_day = entry.day + timedelta(days=1) if entry.day < date.max else None
    event = Event.new(
        uid=f"{in_uid(stem)}-{in_uid(entry.id)}@{HOST}",
        summary=one_line(entry.summary),
        description=plain(entry.notes),
        start=at or entry.day,
        end=at + timedelta(minutes=entry.minutes) if at else next_day,
        stamp=series.moment,
        transparency=TRANSP.OPAQUE if at else TRANSP.TRANSPARENT,
    )
    if series.sequence is not None:
        event["SEQUENCE"] = vInt(series.sequence)
    return event


def in_uid(text: str) -> str:
    """The text with everything but letters, digits and "_.-~" percent-encoded."""
    return quote(plain(text), safe="")
