"""Good answers to each page of a vacancy that takes some, and where they are sent."""

from django.urls import reverse

from tests.project.access import MATRIX

CRITERION = {
    "order": "new-1",
    "rows-new-1-text": "Can plan a search",
    "rows-new-1-category": "skills",
    "rows-new-1-essential": "True",
}
# Good answers to each page that takes some; `seen` and `key` are filled in for all of them.
GOOD = {
    "vacancies:vacancy_share": {"shared_with": []},
    "vacancies:vacancy_delete": {"sure": "on"},
    "vacancies:post_edit": {"title": "Library manager", "band": "7"},
    "vacancies:dates_edit": {},
    "vacancies:timeline_edit": {"notice_weeks": "4"},
    "vacancies:timeline_step_edit": {},
    "vacancies:timeline_step_tick": {"done": "yes"},
    "vacancies:timeline_again": {},
    "vacancies:purpose_edit": {"purpose": "Runs the library."},
    "vacancies:advert_edit": {"overview": "Help clinical teams."},
    "vacancies:advert_plan_detail": {"channels": ["board", "desk"]},
    "vacancies:advert_choice_edit": {"sent_by": "Library manager"},
    "vacancies:advert_choice_remove": {},
    "vacancies:advert_case_edit": {"reasons": "Two rounds without applicants."},
    "vacancies:outcome_edit": {"applications": "12"},
    "vacancies:outcome_channel_edit": {"applications": "3"},
    "vacancies:outcome_reopen": {},
    "vacancies:finding_dismiss": {"reason": "It quotes a policy."},
    "vacancies:duty_list": {"order": "new-1", "rows-new-1-text": "Orders books"},
    "vacancies:criterion_list": CRITERION,
    "vacancies:link_edit": {"cell": "1-1"},
    "vacancies:coverage_detail": {"cell": "1-interview"},
    "vacancies:proposal_edit": {"take": "advert:skills"},
    "vacancies:question_edit": {"text": "How do you plan a search?", "criterion": ...},
    "vacancies:question_remove": {},
    "vacancies:question_move": {},
    "vacancies:weight_edit": {"share": "1"},
    "vacancies:timeline_task_tick": {"done": "yes"},
    "vacancies:timeline_task_create": {"text": "Book a room", "owner": "team"},
    "vacancies:timeline_task_edit": {"text": "Say hello", "owner": "hr", "note": "By email."},
    "vacancies:timeline_task_remove": {"reason": "Another team does it."},
}


def address_of(name, rows):
    """Return the address of a page; a row moves down, for the first one cannot move up."""
    given = {**MATRIX[name][0]}
    if "direction" in given:
        given["direction"] = "down"
    return reverse(name, kwargs={k: rows[k] if v is ... else v for k, v in given.items()})
