"""The parts of the demonstration vacancy besides its draft."""

import uuid
from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.utils.timezone import localdate

from kls_portal.accounts.models import Organisation, User
from vacancies.drafting.models import Duty
from vacancies.evaluation.services.evidence import save_evidence
from vacancies.induction.models import InductionPlan
from vacancies.induction.services.plans import make_plan, tasks_of_plan
from vacancies.induction.services.tasks import InductionTasks
from vacancies.planning.models import VacancyPlan
from vacancies.planning.rules.owners import LINE_MANAGER
from vacancies.posts.models import Vacancy
from vacancies.recruiting.models.advert import AdvertCase, AdvertChannel, AdvertChoice
from vacancies.recruiting.services.tasks import VacancyTasks
from vacancies.recruiting.services.timeline import accept_proposal, mark_done
from vacancies.retention.models import MeetingTheme, PeerOffer
from vacancies.retention.services.peers import make_offer, propose_theme, vote

CHANNELS: dict[str, dict[str, Any]] = {
    "nhs-jobs": {"sent_by": "Recruitment team"},
    "kfh-list": {"sent_by": "Library manager"},
    "ip-jobs": {"sent_by": "Library manager", "cost": Decimal("450"), "note": "Needs an order."},
}
CASE = {
    "reasons": "The post was advertised on NHS Jobs alone last year. Six people applied, and "
    "none met the essential criteria. It was empty for five months.",
    "signed_by": "Knowledge and library services manager",
}


def demonstration_advert(vacancy: Vacancy) -> None:
    """Choose some channels for a new vacancy, one of them paid, with the case for it."""
    for code, values in CHANNELS.items():
        if channel := AdvertChannel.objects.filter(code=code).first():
            AdvertChoice.objects.create(vacancy=vacancy, channel=channel, **values)
    AdvertCase.objects.create(vacancy=vacancy, **CASE)


# (factor, what the post does, places of the duties that show it, level supported).
EVIDENCE = (
    ("F1", "Explains findings to consultants who expected another answer.", (0, 1), 4),
    ("F2", "Needs a degree in the field, or experience that equals it.", (0,), 5),
    ("F3", "Judges trials that contradict each other, and says which to trust.", (0,), 4),
    ("F4", "Plans the desk rota and 40 teaching sessions a year.", (1, 4), 3),
    ("F8", "Orders within a yearly budget that the service manager sets.", (3,), 3),
    ("F9", "Supervises one library assistant from day to day.", (4,), 2),
    ("F10", "Keeps the library system and its records right.", (2,), 3),
)


def demonstration_evidence(vacancy: Vacancy, duties: Sequence[Duty]) -> None:
    """Add evidence to the vacancy that cites its `duties`, given in order."""
    for factor, text, shown_by, level in EVIDENCE:
        save_evidence(
            vacancy=vacancy,
            factor=factor,
            text=text,
            duties=[duties[place] for place in shown_by],
            level=level,
        )


Kind, Region = PeerOffer.Kind, PeerOffer.Region
KEY = uuid.UUID("6a3f0f5e-53a9-4b0c-9a3b-0d2f9a5f1c03")
OFFERS = (
    (
        "lead@demo.example",
        Kind.SHADOWING,
        Region.MIDLANDS,
        "evidence searches, outreach to wards",
        "Half a day beside our outreach librarian: one ward round and the searches that follow. "
        "Four times a year, on site.",
    ),
    (
        "other@demo.example",
        Kind.SOUNDING_BOARD,
        Region.SOUTH_WEST,
        "working alone, budgets, renewals",
        "An hour by video each month for someone who runs a library alone. Bring what is on "
        "your desk, and we will talk it through.",
    ),
    (
        "other@demo.example",
        Kind.MENTORING,
        Region.SOUTH_WEST,
        "chartership, first post in the NHS",
        "Six meetings by video over a year, for one person at a time.",
    ),
)
# (who proposes it, the theme, who else wants it).
THEMES = (
    ("lead@demo.example", "Keeping staff when we cannot pay more", ("other@demo.example",)),
    ("manager@demo.example", "Induction for someone who works alone", ()),
)


def demonstration_peers() -> None:
    """Create the offers and themes of the demonstration users."""
    for email, kind, region, topics, description in OFFERS:
        person = User.objects.get(email=email)
        make_offer(
            person=person,
            organisation=person.organisations.get(),
            key=KEY,
            kind=kind,
            region=region,
            topics=topics,
            description=description,
        )
    for email, text, others in THEMES:
        if not MeetingTheme.objects.filter(text=text).exists():
            theme = propose_theme(person=User.objects.get(email=email), text=text, key=KEY)
            for other in others:
                vote(theme=theme, person=User.objects.get(email=other))


PLAN_KEY = uuid.UUID("6a3f0f5e-53a9-4b0c-9a3b-0d2f9a5f1c02")
DAYS_UNDER_WAY = 14
DONE = 9


def demonstration_plan(person: User, organisation: Organisation) -> InductionPlan:
    """Return a plan for a library assistant, with its first tasks done."""
    plan = make_plan(
        person=person,
        organisation=organisation,
        key=PLAN_KEY,
        title="Library assistant",
        role="library-assistant",
        band="3",
        starts_on=localdate() - timedelta(days=DAYS_UNDER_WAY),
        traits=["first-nhs-post"],
        weekdays=[0, 1, 2, 3],
    )
    for task in tasks_of_plan(plan).tasks[:DONE]:
        InductionTasks(plan, LINE_MANAGER).tick(task.id)
    return plan


TASKS_DONE = 4


def demonstration_tasks(vacancy: Vacancy) -> None:
    """Tick the first open tasks of the plan and add notes to others.

    Does nothing if the template is not loaded.
    """
    keeper = User.objects.get(pk=vacancy.created_by_id)
    tasks = VacancyTasks(Vacancy.objects.for_plan().get(pk=vacancy.pk), keeper)
    codes = [task.id for task in tasks.task_list().tasks if not task.done]
    if len(codes) < TASKS_DONE + 2:
        return
    for code in codes[:TASKS_DONE]:
        tasks.tick(code)
    noted, not_needed = codes[TASKS_DONE : TASKS_DONE + 2]
    tasks.change(noted, note="The panel keeps two mornings free.")
    tasks.leave_out(not_needed, "The budget is spent this year.")
    tasks.add(
        key=uuid.uuid4(),
        text="Put the vacancy in the education centre’s bulletin",
        owner="team",
        group="opens",
    )


def demonstration_timeline(vacancy: Vacancy) -> None:
    """Mark a new vacancy as approved, and work its dates backwards from its start date."""
    VacancyPlan.objects.create(vacancy=vacancy, needed_by=vacancy.starts_on)
    fresh = Vacancy.objects.for_plan()
    mark_done(vacancy=fresh.get(pk=vacancy.pk), step_id="approval")
    accept_proposal(vacancy=fresh.get(pk=vacancy.pk), move_by_hand=True)
    vacancy.refresh_from_db()
