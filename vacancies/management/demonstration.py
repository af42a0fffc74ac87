"""Demonstration data as in `demonstration.toml`; not for production."""

import tomllib
import uuid
from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models import Q
from django.utils.timezone import localdate

from kls_portal.accounts.models import EDITORS, Membership, Organisation, User
from vacancies.drafting.models.draft import AdvertText, Duty
from vacancies.drafting.services.ordered import add_criterion, add_duty
from vacancies.evaluation.services.evidence import save_evidence
from vacancies.induction.models import InductionPlan
from vacancies.induction.services.plans import make_plan
from vacancies.induction.services.tasks import InductionTasks, tasks_of_plan
from vacancies.planning.models import VacancyPlan
from vacancies.planning.rules.checklist import LINE_MANAGER
from vacancies.posts.models import Vacancy
from vacancies.posts.services import pay_of
from vacancies.profiles.models import Profile
from vacancies.recruiting.models.advert import AdvertCase, AdvertChannel, AdvertChoice
from vacancies.recruiting.services.selection import add_question
from vacancies.recruiting.services.tasks import VacancyTasks
from vacancies.recruiting.services.timeline import accept_proposal, mark_done
from vacancies.retention.models import MeetingTheme
from vacancies.retention.services.peers import make_offer, propose_theme, vote

PASSWORD = "kls-demo-portal"  # noqa: S105 - public by design: the README prints it
OPENER = "manager@demo.example"
VACANCY_KEY = uuid.UUID("6a3f0f5e-53a9-4b0c-9a3b-0d2f9a5f1c01")
PLAN_KEY = uuid.UUID("6a3f0f5e-53a9-4b0c-9a3b-0d2f9a5f1c02")
PEERS_KEY = uuid.UUID("6a3f0f5e-53a9-4b0c-9a3b-0d2f9a5f1c03")
DAYS_UNDER_WAY, PLAN_TASKS_DONE, TASKS_DONE = 14, 9, 4


@transaction.atomic
def load_demonstration() -> list[str]:
    """Create whatever is missing and return a sentence for each thing created.

    Existing rows are never changed. The vacancy is created with its owner's account, and peer
    offers with the vacancy, so that they do not return once deleted.
    """
    text = Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
    data = tomllib.loads(text, parse_float=Decimal)
    made, opened = [], False
    for one in data["people"]:
        if _person(one["email"], one["name"]):
            _membership(**one)
            made.append(f"Made {one['email']}.")
            if one["email"] == OPENER and not Vacancy.objects.filter(key=VACANCY_KEY).exists():
                vacancy, opened = _vacancy(data), True
                plan = _plan(vacancy.organisation, data["plan"])
                made += [f"Opened “{vacancy}”.", f"Made an induction plan for “{plan}”."]
    if opened:
        _peers(data)
        made.append("Made offers to peers and themes.")
    if _person("editor@demo.example", "Jo Lind", is_staff=True):
        group, _ = Group.objects.get_or_create(name=EDITORS)
        _user("editor@demo.example").groups.add(group)
        made.append("Made editor@demo.example.")
    if _person("admin@demo.example", "Admin", is_staff=True, is_superuser=True):
        made.append("Made admin@demo.example.")
    return made


def _user(email: str) -> User:
    return User.objects.get(email=email)


def _person(email: str, name: str, **flags: bool) -> bool:
    if User.objects.filter(email=email).exists():
        return False
    User.objects.create_user(email, PASSWORD, name=name, **flags)
    return True


def _membership(
    email: str, trust: Sequence[str], role: str = Membership.Role.MANAGER, **_: str
) -> None:
    name, ods_code = trust
    known = Organisation.objects.filter(Q(ods_code=ods_code) | Q(name=name)).first()
    organisation = known or Organisation.objects.create(ods_code=ods_code, name=name)
    Membership.objects.get_or_create(
        user=_user(email), organisation=organisation, defaults={"role": role}
    )


def _vacancy(data: dict[str, Any]) -> Vacancy:
    today = localdate()
    vacancy = Vacancy.objects.create(
        key=VACANCY_KEY,
        organisation=Organisation.objects.get(memberships__user__email=OPENER),
        created_by=_user(OPENER),
        profile=Profile.objects.filter(code="ILL-LIB-5").first(),
        **data["vacancy"],
        **{name: today + timedelta(days=number) for name, number in data["days"].items()},
    )
    AdvertText.objects.create(vacancy=vacancy, pay=pay_of(vacancy).full, **data["advert"])
    duties = [add_duty(vacancy=vacancy, key=uuid.uuid4(), **one) for one in data["duties"]]
    criteria = [
        add_criterion(vacancy=vacancy, key=uuid.uuid4(), **_with_duties(one, duties))
        for one in data["criteria"]
    ]
    for one in data["questions"]:
        asked = one | {"criterion": criteria[one["criterion"]]}
        add_question(vacancy=vacancy, key=uuid.uuid4(), **asked)
    for one in data["evidence"]:
        save_evidence(vacancy=vacancy, **_with_duties(one, duties))
    for code, values in data["channels"].items():
        if channel := AdvertChannel.objects.filter(code=code).first():
            AdvertChoice.objects.create(vacancy=vacancy, channel=channel, **values)
    AdvertCase.objects.create(vacancy=vacancy, **data["case"])
    VacancyPlan.objects.create(vacancy=vacancy, needed_by=vacancy.starts_on)
    fresh = Vacancy.objects.for_plan()
    mark_done(vacancy=fresh.get(pk=vacancy.pk), step_id="approval")
    accept_proposal(vacancy=fresh.get(pk=vacancy.pk), move_by_hand=True)
    vacancy.refresh_from_db()
    _tick(vacancy)
    return vacancy


def _with_duties(row: dict[str, Any], duties: Sequence[Duty]) -> dict[str, Any]:
    return row | {"duties": [duties[place] for place in row["duties"]]}


def _tick(vacancy: Vacancy) -> None:
    tasks = VacancyTasks(Vacancy.objects.for_plan().get(pk=vacancy.pk), _user(OPENER))
    codes = [task.id for task in tasks.task_list().tasks if not task.done]
    if len(codes) < TASKS_DONE + 2:
        return
    for code in codes[:TASKS_DONE]:
        tasks.tick(code)
    noted, not_needed = codes[TASKS_DONE : TASKS_DONE + 2]
    tasks.change(noted, note="The panel keeps two mornings free.")
    tasks.leave_out(not_needed, "The budget is spent this year.")
    bulletin = "Put the vacancy in the education centre’s bulletin"
    tasks.add(key=uuid.uuid4(), text=bulletin, owner="team", group="opens")


def _plan(organisation: Organisation, values: dict[str, Any]) -> InductionPlan:
    plan = make_plan(
        person=_user(OPENER),
        organisation=organisation,
        key=PLAN_KEY,
        starts_on=localdate() - timedelta(days=DAYS_UNDER_WAY),
        **values,
    )
    for task in tasks_of_plan(plan).tasks[:PLAN_TASKS_DONE]:
        InductionTasks(plan, LINE_MANAGER).tick(task.id)
    return plan


def _peers(data: dict[str, Any]) -> None:
    for one in data["offers"]:
        person = _user(one.pop("by"))
        organisation = person.organisations.get()
        make_offer(person=person, organisation=organisation, key=PEERS_KEY, **one)
    for one in data["themes"]:
        if not MeetingTheme.objects.filter(text=one["text"]).exists():
            theme = propose_theme(person=_user(one["by"]), text=one["text"], key=PEERS_KEY)
            for email in one["wanted_by"]:
                vote(theme=theme, person=_user(email))
