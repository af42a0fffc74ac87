"""Wording and colour of every status, in one table, used by the tag `status_tag`.

To add a status, add a row; to show it, pass its slug.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Status:
    """One status.

    colour: of the design system's tag, "" for its default blue; plain: text only, without a box;
    quiet: grey text.
    """

    slug: str
    words: str
    colour: str = ""
    plain: bool = False
    quiet: bool = False


STATUSES = {
    status.slug: status
    for status in (
        # Progress of a task
        Status("cannot-start", "Cannot start yet", plain=True, quiet=True),
        Status("not-started", "Not started", "grey"),
        Status("incomplete", "Incomplete", "blue"),
        Status("complete", "Complete", plain=True),
        # Progress of a task in an induction plan or checklist, or of a step in the timeline
        Status("done", "Done", "green"),
        Status("late", "Late", "red"),
        # Advertising channels, and results of the advert and the vacancy
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
        # Kinds of profile
        Status("illustrative", "Illustrative: not a national profile", "yellow"),
        Status("national", "National profile", "green"),
        Status("withdrawn", "Withdrawn", "red"),
        # The evidence for a factor compared with a profile
        Status("match", "Matches", "green"),
        Status("varies", "Varies", "orange"),
        Status("no-evidence", "No evidence", "grey"),
        Status("no-level", "No level yet", "blue"),
        Status("no-range", "No range to compare with", plain=True),
        # Review of an example for the library
        Status("offered", "Waiting for an editor", "blue"),
        Status("approved", "In the library", "green"),
        Status("declined", "Declined", "orange"),
        # Certainty of a fact
        Status("not-confirmed", "Not confirmed", "yellow"),
        Status("suggestion", "Suggestion", "purple"),
        # Weight of a finding
        Status("must", "Must", "red"),
        Status("should", "Should", "orange"),
        Status("could", "Could", "grey"),
        # Freshness of a page
        Status("overdue", "Review overdue", "orange"),
    )
}


def status_of(slug: str) -> Status:
    """Return the status with that slug.

    Raises LookupError for a slug that is not in the table: pages must not make up statuses.
    """
    try:
        return STATUSES[slug]
    except KeyError:
        raise LookupError(f"“{slug}” is no status; kls_portal/statuses.py has the table") from None
