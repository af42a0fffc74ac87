"""Wording and colour of every status, in one table. The tag `status_tag` reads it.

To add a status, add a row; to show it, pass its slug.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Status:
    """One status.

    colour: of the design system's tag, "" for its own blue; plain: words alone, without a box;
    quiet: the words in grey.
    """

    slug: str
    words: str
    colour: str = ""
    plain: bool = False
    quiet: bool = False


STATUSES = {
    status.slug: status
    for status in (
        # How far a task is
        Status("cannot-start", "Cannot start yet", plain=True, quiet=True),
        Status("not-started", "Not started", "grey"),
        Status("incomplete", "Incomplete", "blue"),
        Status("complete", "Complete", plain=True),
        # How far a task of an induction plan, of a checklist or a step of the timeline is
        Status("done", "Done", "green"),
        Status("late", "Late", "red"),
        # What a channel to advertise in is, and what became of the advert and of the vacancy
        Status("every-vacancy", "All vacancies use it", "blue"),
        Status("beyond-nhs", "Reaches people outside the NHS", "green"),
        Status("sent", "Sent", "green"),
        Status("filled", "Filled", "green"),
        Status("due-soon", "Due soon", "yellow"),
        Status("later", "To do", "grey"),
        Status("no-date", "No date", plain=True, quiet=True),
        Status("added-here", "Only in this plan", "white"),
        Status("own-task", "Your own", "white"),
        Status("changed-here", "Changed here", "white"),
        Status("no-longer-in-template", "No longer in the template", "orange"),
        Status("not-for-this-post", "No longer for this post", "orange"),
        # What a profile is
        Status("illustrative", "Illustrative: not a national profile", "yellow"),
        Status("national", "National profile", "green"),
        Status("withdrawn", "Withdrawn", "red"),
        # What the evidence for a factor shows beside a profile
        Status("match", "Matches", "green"),
        Status("varies", "Varies", "orange"),
        Status("no-evidence", "No evidence", "grey"),
        Status("no-range", "No range to compare with", plain=True),
        # How far an example of the library is
        Status("offered", "Waiting for an editor", "blue"),
        Status("approved", "In the library", "green"),
        Status("declined", "Declined", "orange"),
        # How sure a fact is
        Status("not-confirmed", "Not confirmed", "yellow"),
        Status("suggestion", "Suggestion", "purple"),
        # How much a finding weighs
        Status("must", "Must", "red"),
        Status("should", "Should", "orange"),
        Status("could", "Could", "grey"),
        # How fresh a page is
        Status("overdue", "Review overdue", "orange"),
    )
}


def status_of(slug: str) -> Status:
    """Return the status of that slug.

    Raises LookupError for a slug that is not in the table: a page must not invent a status.
    """
    try:
        return STATUSES[slug]
    except KeyError:
        raise LookupError(f"“{slug}” is no status; kls_portal/statuses.py has the table") from None
