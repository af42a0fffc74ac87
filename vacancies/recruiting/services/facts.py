"""Facts of a vacancy about advertising and selection, by which tasks tick themselves.

A vacancy fetched with `for_plan()` carries everything these functions read.
"""

from kls_portal.in_words import plain_date
from vacancies.planning.facts import register
from vacancies.posts.models import Vacancy
from vacancies.recruiting.rules.selection_plan import ASKED
from vacancies.recruiting.services.advert_plan import case_of
from vacancies.rulebook.closing import days_needed


@register("interview-date")
def interview_date(vacancy: Vacancy) -> str:
    """Return a sentence giving the interview date, if it is set."""
    day = vacancy.interview_on
    return f"The interviews are on {plain_date(day)}." if day else ""


@register("time-to-apply")
def time_to_apply(vacancy: Vacancy) -> str:
    """Return a sentence giving the days to apply, if rule D5 is met."""
    opens, closes = vacancy.opens_on, vacancy.closes_on
    if not opens or not closes or (closes - opens).days < days_needed(opens, max(opens, closes)):
        return ""
    return f"People have {(closes - opens).days} days to apply."


@register("flexible-working")
def flexible_working(vacancy: Vacancy) -> str:
    """Return a sentence if the draft says which flexible working is available."""
    return (
        "The draft says what flexible working there is." if vacancy.flexible_working.strip() else ""
    )


@register("outside-nhs")
def channel_outside_the_nhs(vacancy: Vacancy) -> str:
    """Return a sentence naming a chosen channel that reaches people outside the NHS."""
    chosen = (row.channel for row in vacancy.advert_choices.all())
    name = next((channel.name for channel in chosen if channel.beyond_nhs), "")
    return f"You chose {name}, which reaches people outside the NHS." if name else ""


@register("paid-case")
def case_for_a_paid_advert(vacancy: Vacancy) -> str:
    """Return a sentence if the case for a paid advert is written."""
    return "The case for a paid advert is written." if case_of(vacancy).reasons.strip() else ""


@register("questions-linked")
def questions_linked(vacancy: Vacancy) -> str:
    """Return a sentence counting the questions, once all are linked to a criterion."""
    linked = [(row.criterion_id, row.method) for row in vacancy.questions.all()]
    if not linked or any(criterion is None for criterion, _ in linked):
        return ""
    asked = {(row.pk, method) for row in vacancy.criteria.all() for method in row.assessed_by}
    asked = {one for one in asked if one[1] in ASKED}
    number = f"{len(linked)} question{'s' if len(linked) > 1 else ''}"
    if asked and asked <= set(linked):
        return (
            f"{number} cover all criteria." if len(linked) > 1 else f"{number} covers all criteria."
        )
    each = "each belong" if len(linked) > 1 else "belongs"
    return f"{number} {each} to a criterion."


@register("score-guides")
def score_guides(vacancy: Vacancy) -> str:
    """Return a sentence counting the questions, once all have a score guide."""
    rows = list(vacancy.questions.all())
    if not rows or not all(row.one and row.three and row.five for row in rows):
        return ""
    return f"{len(rows)} question{'s have' if len(rows) > 1 else ' has'} a score guide."


@register("channel-numbers")
def numbers_by_channel(vacancy: Vacancy) -> str:
    """Return a sentence counting the channels with recorded numbers."""
    rows = [row for outcome in vacancy.outcomes.all() for row in outcome.channels.all()]
    counted = [row for row in rows if row.applications is not None or row.views is not None]
    number = len({row.channel_id for row in counted})
    return f"There are numbers for {number} channel{'s' if number > 1 else ''}." if number else ""
