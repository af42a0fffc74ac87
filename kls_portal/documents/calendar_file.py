"""All-day entries as a calendar file.

Source: RFC 5545 (iCalendar), sections 3.6.1 and 3.8, and RFC 7986 for the calendar's name.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from urllib.parse import quote

from icalendar import TRANSP, Calendar, Event, vInt, vText

from kls_portal.documents.plain_text import one_line, plain

HOST = "kls-portal"


@dataclass(frozen=True)
class Entry:
    """A day with something to do. `id` is its own within the calendar and stays the same."""

    id: str
    summary: str
    day: date
    notes: str = ""


def calendar_file(
    name: str,
    stem: str,
    entries: Iterable[Entry],
    stamp: datetime,
    *,
    kind: str,
    sequence: int | None = None,
) -> bytes:
    """Return a text/calendar file in UTF-8, the same bytes for the same values.

    `stem` names the calendar for good: with it an entry keeps its UID "<stem>-<id>@kls-portal",
    so that a second import changes entries instead of doubling them. `stamp` is the moment of
    making, `kind` what our own code calls such a file, `sequence` counts the changes of what is
    kept and never falls. Entries do not block time (TRANSP).
    Raises ValueError for a stamp without time zone or an empty stem.
    """
    if stamp.tzinfo is None:
        raise ValueError("The stamp needs a time zone.")
    if not in_uid(stem):
        raise ValueError("The UID needs a stem.")
    moment = stamp.astimezone(UTC).replace(microsecond=0)
    calendar = empty_calendar(in_uid(stem), one_line(name), moment, kind=kind)
    for entry in entries:
        event = Event.new(
            uid=f"{in_uid(stem)}-{in_uid(entry.id)}@{HOST}",
            summary=one_line(entry.summary),
            description=plain(entry.notes),
            # A date without an end lasts that one day (section 3.6.1).
            start=entry.day,
            stamp=moment,
            transparency=TRANSP.TRANSPARENT,
        )
        if sequence is not None:
            event["SEQUENCE"] = vInt(sequence)
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def empty_calendar(stem: str, name: str, moment: datetime, *, kind: str) -> Calendar:
    """Return a calendar without entries. `stem` is ready for a UID, `name` is on one line."""
    calendar = Calendar.new(
        prodid=f"-//KLS Portal//{kind}//EN",
        uid=f"{stem}@{HOST}",
        method="PUBLISH",
        last_modified=moment,
    )
    # The library leaves a name unescaped. X-WR-CALNAME is what Outlook and Google read.
    for key in ("NAME", "X-WR-CALNAME"):
        calendar[key] = vText(name)
    return calendar


def in_uid(text: str) -> str:
    """The text with everything but letters, digits and "_.-~" percent-encoded."""
    return quote(plain(text), safe="")
