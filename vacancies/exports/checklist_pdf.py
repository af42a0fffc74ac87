"""The induction checklist as an accessible PDF, to tick on paper or on screen."""

import logging
from collections.abc import Iterator
from itertools import count

from kls_portal.documents.cleaner import Json, default_cleaner
from kls_portal.documents.dates import short_date
from kls_portal.documents.pdf import facts_json, render_pdf
from kls_portal.documents.plain_text import one_line
from kls_portal.documents.tickable import tickable
from vacancies.checklists.checklist import Checklist, Group
from vacancies.exports import TEMPLATES
from vacancies.exports import checklist_words as words

log = logging.getLogger(__name__)


def checklist_pdf(checklist: Checklist, on_screen: bool = False) -> bytes:
    """The checklist as a PDF/UA-1 file on A4, the same bytes for the same checklist.

    `on_screen`: its boxes can be ticked on screen, else they are drawn to tick with a pen, as they
    are where typst writes a PDF that `tickable` cannot read. Groups without tasks are left out.
    Raises what `render_pdf` raises.
    """
    number = count()
    groups: list[Json] = [_group(group, number) for group in checklist.groups if group.tasks]
    pdf = render_pdf(
        TEMPLATES / "checklist.typ",
        {
            "title": words.checklist_title(checklist),
            "organisation": one_line(checklist.organisation),
            "facts": facts_json(words.checklist_facts(checklist)),
            "kind": words.KIND,
            "note": " ".join(words.checklist_notes(checklist)),
            "suggestion": words.SUGGESTION,
            "suggestion_means": words.SUGGESTION_MEANS if words.has_suggestions(checklist) else "",
            "no_tasks": words.no_tasks(checklist),
            "columns": words.COLUMNS,
            "groups": groups,
            "on_screen": on_screen,
            "sign_off": {
                "name": words.SIGN_OFF,
                "when": words.SIGN_WHEN,
                "columns": words.SIGN_COLUMNS,
                "signers": words.SIGNERS,
            },
        },
    )
    if not on_screen:
        return pdf
    said = (f"Done: {words.task_words(task)}" for task in checklist.tasks)
    names = [default_cleaner().text(name).replace("\u200b", "") for name in said]
    try:
        return tickable(pdf, names)
    except (ValueError, LookupError):
        log.exception("A checklist has boxes for a pen alone: typst writes another PDF now.")
        return checklist_pdf(checklist)


def _group(group: Group, number: Iterator[int]) -> Json:
    return {
        "name": one_line(group.name),
        "tasks": [
            {
                "number": next(number),
                "text": words.task_words(task),
                "notes": words.task_notes(task),
                "owner": one_line(task.owner.name),
                "due": short_date(task.due),
                "suggestion": not task.confirmed,
                "done": task.done is not None,
            }
            for task in group.tasks
        ],
    }
