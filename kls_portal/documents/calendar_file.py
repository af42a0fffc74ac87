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
    """An event on one day. `id` is unique within the series and never changes.

    With a time and `minutes` above 0, it is an appointment of that length, shown as busy.
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

    `stem` is their permanent name: it gives each entry the stable UID "<stem>-<id>@kls-portal", so
    that a second import updates entries instead of duplicating them. `sequence` counts the changes
    to what is stored and never falls.
    """

    stem: str
    entries: tuple[Entry, ...]
    sequence: int | None = None


@dataclass(frozen=True)
class Calendar:
    """The contents of a calendar file: one series or several (at least one).

    kind: the kind of file, for PRODID. stem: its permanent name; by default its first series'.
    """

    name: str
    kind: str
    series: tuple[Series, ...]
    stem: str = ""


def calendar_ics(calendar: Calendar) -> bytes:
    """Return a text/calendar file in UTF-8, stamped with the time at which it is made.

    DTSTAMP of a published file is that time (RFC 5545, section 3.8.7.2).
    """
    stamp = datetime.now(UTC).replace(microsecond=0)
    file = icalendar.Calendar.new(
        prodid=f"-//KLS Portal//{calendar.kind}//EN",
        uid=f"{in_uid(calendar.stem or calendar.series[0].stem)}@{HOST}",
        method="PUBLISH",
        last_modified=stamp,
    )
    # The library does not escape a name. Outlook and Google read X-WR-CALNAME.
    for key in ("NAME", "X-WR-CALNAME"):
        file[key] = vText(one_line(calendar.name))
    for series in calendar.series:
        for entry in series.entries:
            file.add_component(_event(series, entry, stamp))
    if any(isinstance(event.start, datetime) for event in file.events):
        file.add_missing_timezones()
    return bytes(file.to_ical())


def _event(series: Series, entry: Entry, stamp: datetime) -> Event:
    at = datetime.combine(entry.day, entry.at, tzinfo=_UK) if entry.at else None
    # DTEND is optional for a date (section 3.6.1), but some calendars need it. date.max has none.
    next_day = entry.day + timedelta(days=1) if entry.day < date.max else None
    event = Event.new(
        uid=f"{in_uid(series.stem)}-{in_uid(entry.id)}@{HOST}",
        summary=one_line(entry.summary),
        description=plain(entry.notes),
        start=at or entry.day,
        end=at + timedelta(minutes=entry.minutes) if at else next_day,
        stamp=stamp,
        transparency=TRANSP.OPAQUE if at else TRANSP.TRANSPARENT,
    )
    if series.sequence is not None:
        event["SEQUENCE"] = vInt(series.sequence)
    return event


def in_uid(text: str) -> str:
    """Return the text with everything but letters, digits and "_.-~" percent-encoded."""
    return quote(plain(text), safe="")
