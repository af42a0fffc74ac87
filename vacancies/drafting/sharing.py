"""The copy of a draft that an organisation offers to others: what it holds, edited and cleaned."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from kls_portal.personal_data import Find, personal_data
from vacancies.drafting.differences import DATES
from vacancies.drafting.draft import Draft

OUR_TRUST = "our Trust"
TEXTS = (
    ("title", "Job title"),
    ("contract_length", "Length of the contract"),
    ("place", "Place"),
    ("flexible_working", "Flexible working"),
    ("reports_to", "Reports to"),
    ("supervises", "Supervises"),
    ("about_organisation", "About the organisation"),
    ("purpose", "Purpose of the job"),
    ("decides", "Decisions"),
    ("relationships", "Working relationships"),
)


NAMES_POSTS = {"reports_to", "supervises"}
"""Texts that name posts, so that a name in them stands there alone."""
_SAID_BEFORE = "Reports to: "


@dataclass(frozen=True)
class SharedText:
    """One text of the copy: the name of its field, what it is called, and its words."""

    name: str
    label: str
    text: str


def shared_texts(draft: Draft) -> tuple[SharedText, ...]:
    """Return every text of `draft` that others would read, in the order of the page.

    Names are "purpose", "duty_3", "duty_3_group", "criterion_1"; numbers count from 1.
    """
    return tuple(_texts(draft))


def finds_in(name: str, text: str) -> tuple[Find, ...]:
    """Return what looks like personal data in the text of the field `name`, as it is typed.

    Where a field asks for posts, a name stands alone: each part of it is read behind the words
    that give a name away.
    """
    found = {find.text: find for find in personal_data(text)}
    if name in NAMES_POSTS:
        for part in re.split(r"[,;/()\n]|\band\b", text):
            for find in personal_data(_SAID_BEFORE + part.strip()):
                found.setdefault(find.text, find)
    return tuple(found.values())


def edited(draft: Draft, texts: Mapping[str, str]) -> Draft:
    """Return the copy with these texts, by name, instead of its own, and without the dates.

    A duty or criterion whose text is empty is left out; criteria lose their link to such a duty.
    """
    duties = tuple(
        replace(duty, text=text, group=texts.get(f"duty_{n}_group", duty.group))
        for n, duty in enumerate(draft.duties, start=1)
        if (text := texts.get(f"duty_{n}", duty.text))
    )
    kept = {duty.id for duty in duties}
    criteria = tuple(
        replace(row, text=text, duties=tuple(number for number in row.duties if number in kept))
        for n, row in enumerate(draft.criteria, start=1)
        if (text := texts.get(f"criterion_{n}", row.text))
    )
    parts: dict[str, Any] = {name: texts.get(name, getattr(draft, name)) for name, _ in TEXTS}
    parts |= dict.fromkeys(DATES)
    return replace(draft, **parts, duties=duties, criteria=criteria)


def without_name(text: str, name: str) -> str:
    """Return `text` with “our Trust” wherever `name` stands, in any case, with “the” before it."""
    if not name.strip():
        return text
    words = r"\s+".join(re.escape(word) for word in name.split())
    return re.sub(rf"(?<!\w)(?:the\s+)?{words}(?!\w)", _our_trust, text, flags=re.IGNORECASE)


def main_area(draft: Draft) -> str:
    """Return the slug of the area that most duties have, the first of them, or ""."""
    counts = Counter(duty.area for duty in draft.duties if duty.area)
    return counts.most_common(1)[0][0] if counts else ""


def _our_trust(match: re.Match[str]) -> str:
    before = match.string[: match.start()].rstrip(" \t")
    return OUR_TRUST.capitalize().replace("trust", "Trust") if _begins(before) else OUR_TRUST


def _begins(before: str) -> bool:
    return not before or before.endswith((".", "!", "?", "\n"))


def _texts(draft: Draft) -> Iterator[SharedText]:
    for name, label in TEXTS:
        if text := getattr(draft, name):
            yield SharedText(name, label, text)
    for number, duty in enumerate(draft.duties, start=1):
        yield SharedText(f"duty_{number}", f"Duty {number}", duty.text)
        if duty.group:
            yield SharedText(f"duty_{number}_group", f"Group of duty {number}", duty.group)
    for number, criterion in enumerate(draft.criteria, start=1):
        yield SharedText(f"criterion_{number}", f"Criterion {number}", criterion.text)
