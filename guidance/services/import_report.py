"""What an import did, in sentences."""

from __future__ import annotations

from collections import Counter

from guidance.services.loaded import ADDED, UNCHANGED, UPDATED


def report_of(counts: dict[str, Counter[str]]) -> list[str]:
    """Return how many rows changed altogether, then a line for each kind that has rows."""
    changed = sum(count[what] for count in counts.values() for what in (ADDED, UPDATED))
    order = (ADDED, UPDATED, UNCHANGED)
    lines = [f"{changed} changed."]
    for kind, count in counts.items():
        said = ", ".join(f"{count[what]} {what}" for what in order if count[what])
        if said:
            lines.append(f"{kind.capitalize()}: {said}.")
    return lines
