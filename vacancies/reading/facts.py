"""Facts on one line or in two columns: "Job title: Librarian", "Band | 5"."""

import re

from vacancies.reading.headings import LONGEST_HEADING, section_of

FACTS = ("title", "band", "reports_to", "supervises", "decides", "purpose", "relationships")
_PAIR = re.compile(r"([^:\t\n]{2,80})[:\t](.+)")
_BAND = re.compile(r"\bband\s{0,9}(?::\s{0,9})?([2-9])\s{0,9}([a-d])?\b", re.IGNORECASE)
_ALONE = re.compile(r"(?:(?:afc|agenda for change|nhs) )?band [2-9] ?[a-d]?", re.IGNORECASE)
_BARE_BAND = re.compile(r"([2-9])\s{0,9}([a-d])?", re.IGNORECASE)


def fact_of(line: str) -> tuple[str, str]:
    """Return (part, value) of a line such as "Reports to: Library manager", or ("", "")."""
    if _ALONE.fullmatch(line.strip()):
        return "band", line.strip()
    found = _PAIR.fullmatch(line.strip())
    if not found or len(found[1]) > LONGEST_HEADING:
        return "", ""
    part = section_of(found[1])
    return (part, found[2].strip()) if part in FACTS else ("", "")


def band_of(text: str) -> str:
    """Return the band that a text names, such as "5" or "8a", or "" for none or several."""
    found = {(digit, letter.lower()) for digit, letter in _BAND.findall(text)}
    if not found and (bare := _BARE_BAND.fullmatch(text.strip())):
        found = {(bare[1], (bare[2] or "").lower())}
    if len(found) != 1:
        return ""
    digit, letter = found.pop()
    return f"{digit}{letter}" if bool(letter) == (digit == "8") else ""
