"""The induction checklist as an accessible PDF, to tick and sign on paper."""

from kls_portal.documents.cleaner import Json
from kls_portal.documents.dates import short_date
from kls_portal.documents.pdf import facts_json, render_pdf
from kls_portal.documents.plain_text import one_line
from vacancies.checklists.checklist import Checklist, Group
from vacancies.exports import TEMPLATES
from vacancies.exports import checklist_words as words


def checklist_pdf(checklist: Checklist) -> bytes:
    """The checklist as a PDF/UA-1 file on A4, the same bytes for the same checklist.

    Groups without tasks are left out. Raises what `render_pdf` raises.
    """
    groups: list[Json] = [_group(group) for group in checklist.groups if group.tasks]
    return render_pdf(
        TEMPLATES / "checklist.typ",
        {
            "title": words.checklist_title(checklist),
            "organisation": one_line(checklist.organisation),
            "facts": facts_json(words.checklist_facts(checklist)),
            "kind": words.KIND,
            "note": " ".join(words.checklist_notes(checklist)),
            "suggestion": words.SUGGESTION,
            "suggestion_means": words.SUGGESTION_MEANS if words.has_suggestions(checklist) else "",
            "no_tasks": words.NO_TASKS,
            "columns": words.COLUMNS,
            "groups": groups,
            "sign_off": {
                "name": words.SIGN_OFF,
                "when": words.SIGN_WHEN,
                "columns": words.SIGN_COLUMNS,
                "signers": words.SIGNERS,
            },
        },
    )


def _group(group: Group) -> Json:
    return {
        "name": one_line(group.name),
        "tasks": [
            {
                "text": words.task_words(task),
                "owner": one_line(task.owner.name),
                "due": short_date(task.due),
                "suggestion": not task.confirmed,
            }
            for task in group.tasks
        ],
    }
