"""Demonstration data: two Trusts, six people and one half-drafted vacancy; not for production."""

import uuid
from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models import Q
from django.utils.timezone import localdate

from kls_portal.accounts.models import EDITORS, Membership, Organisation, User
from vacancies.drafting.models import AdvertText
from vacancies.drafting.services.ordered import add_criterion, add_duty
from vacancies.management.demonstration.parts import (
    demonstration_advert,
    demonstration_evidence,
    demonstration_peers,
    demonstration_plan,
    demonstration_tasks,
    demonstration_timeline,
)
from vacancies.posts.models import Vacancy
from vacancies.posts.services import pay_of
from vacancies.profiles.models import Profile
from vacancies.recruiting.services.selection import add_question

PASSWORD = "kls-demo-portal"  # noqa: S105 - public by design: the README prints it
NORTHFIELD, SOUTHMOOR = ("Northfield NHS Trust", "DEMO1"), ("Southmoor NHS Trust", "DEMO2")
LEAD, MANAGER = Membership.Role.LEAD, Membership.Role.MANAGER
OPENER = "manager@demo.example"
MEMBERS = (
    (OPENER, "Morgan Ellis", NORTHFIELD, MANAGER),
    ("colleague@demo.example", "Ash Patel", NORTHFIELD, MANAGER),
    ("lead@demo.example", "Rowan Hughes", NORTHFIELD, LEAD),
    ("other@demo.example", "Sam Okafor", SOUTHMOOR, MANAGER),
)
VACANCY_KEY = uuid.UUID("6a3f0f5e-53a9-4b0c-9a3b-0d2f9a5f1c01")
ADVERT = {
    "overview": "Help doctors, nurses and managers of Northfield to find what is known, and "
    "teach them to find it themselves. You will learn to run systematic searches, with time and "
    "money for training.",
    "contact": "Library manager, 01632 960001",
}
DUTIES = (
    "Answer clinical questions with evidence searches, so that teams decide on the best evidence.",
    "Teach staff and students to search and appraise, in groups and one to one.",
    "Keep the library system and the link resolver up to date, so that readers reach full text.",
    "Order books and journals within the budget that the service manager sets.",
    "Supervise one library assistant from day to day and plan the desk rota.",
)
CRITERIA = (
    (
        "qualifications",
        True,
        "Degree or postgraduate qualification in library or information work, "
        "or equivalent experience",
        ["application", "certificate"],
        (0, 1),
    ),
    ("skills", True, "Plans and carries out a structured evidence search", ["task"], (0,)),
    ("skills", True, "Explains a topic clearly to a group", ["interview"], (1,)),
    ("experience", False, "Has worked with a library management system", ["application"], (2,)),
    ("values", True, "Treats readers and colleagues with respect", ["interview"], ()),
)
# (place of the criterion, question). The criterion on values has no question yet.
QUESTIONS: tuple[tuple[int, dict[str, Any]], ...] = (
    (
        2,
        {
            "method": "interview",
            "text": "How would you plan a first session on searching for ten student nurses?",
            "follow_ups": "How would you include someone who joins by video?\n"
            "How would you check it worked?",
            "one": "Describes a lecture, with nothing about who listens.",
            "three": "Names an aim and the main steps, with some help.",
            "five": "Clear aim and steps, ways to take part for everyone, and a check at the end.",
            "weight": 40,
            "minutes": 8,
            "asked_by": "Chair",
            "adjustments": "Show the question in writing",
        },
    ),
    (
        1,
        {
            "method": "task",
            "text": "Plan a search for this clinical question. Name the concepts, the terms for "
            "each, the sources and the limits. You do not have to run it.",
            "one": "Uses the words of the question as they are, without concepts.",
            "three": "Finds the concepts and some synonyms or subject headings.",
            "five": "Full concepts, synonyms and headings, limits with reasons, and a next step.",
            "weight": 40,
            "minutes": 30,
            "shows": "searching skill, analysis of a question",
            "prepare": "clinical question\ntemplate with concepts and terms",
            "adjustments": "Give the topic area in advance\nA form that screen readers can use",
        },
    ),
)


@transaction.atomic
def load_demonstration() -> list[str]:
    """Create whatever is missing and return a sentence for each thing created.

    Existing rows are never changed. The vacancy is created with its owner's account, and peer
    offers with the vacancy, so that they do not return once deleted.
    """
    made, opened = [], False
    for email, name, organisation, role in MEMBERS:
        if _person(email, name):
            _membership(email, organisation, role)
            made.append(f"Made {email}.")
            if email == OPENER and not Vacancy.objects.filter(key=VACANCY_KEY).exists():
                vacancy, opened = _vacancy(), True
                plan = demonstration_plan(User.objects.get(email=OPENER), vacancy.organisation)
                made += [f"Opened “{vacancy}”.", f"Made an induction plan for “{plan}”."]
    if opened:
        demonstration_peers()
        made.append("Made offers to peers and themes.")
    if _person("editor@demo.example", "Jo Lind", is_staff=True):
        group, _ = Group.objects.get_or_create(name=EDITORS)
        User.objects.get(email="editor@demo.example").groups.add(group)
        made.append("Made editor@demo.example.")
    if _person("admin@demo.example", "Admin", is_staff=True, is_superuser=True):
        made.append("Made admin@demo.example.")
    return made


def _person(email: str, name: str, **flags: bool) -> bool:
    if User.objects.filter(email=email).exists():
        return False
    User.objects.create_user(email, PASSWORD, name=name, **flags)
    return True


def _membership(email: str, organisation: tuple[str, str], role: str) -> None:
    name, ods_code = organisation
    trust = Organisation.objects.filter(Q(ods_code=ods_code) | Q(name=name)).first()
    trust = trust or Organisation.objects.create(ods_code=ods_code, name=name)
    user = User.objects.get(email=email)
    Membership.objects.get_or_create(user=user, organisation=trust, defaults={"role": role})


def _vacancy() -> Vacancy:
    today = localdate()
    vacancy = Vacancy.objects.create(
        key=VACANCY_KEY,
        organisation=Organisation.objects.get(memberships__user__email=OPENER),
        created_by=User.objects.get(email=OPENER),
        title="Librarian (evidence and training)",
        band="5",
        profile=Profile.objects.filter(code="ILL-LIB-5").first(),
        hours=Decimal("37.5"),
        contract=Vacancy.Contract.PERMANENT,
        place="Northfield Hospital library",
        opens_on=today + timedelta(days=14),
        closes_on=today + timedelta(days=35),
        interview_on=today + timedelta(days=49),
        starts_on=today + timedelta(days=182),
        reports_to="Knowledge and library services manager",
        purpose="You find, explain and teach evidence, so that patients of Northfield get care "
        "that is known to work.",
    )
    AdvertText.objects.create(vacancy=vacancy, pay=pay_of(vacancy).full, **ADVERT)
    duties = [add_duty(vacancy=vacancy, text=text, key=uuid.uuid4()) for text in DUTIES]
    criteria = [
        add_criterion(
            vacancy=vacancy,
            key=uuid.uuid4(),
            duties=[duties[index] for index in needed_for],
            category=category,
            essential=essential,
            text=text,
            assessed_by=assessed_by,
        )
        for category, essential, text, assessed_by, needed_for in CRITERIA
    ]
    for place, asked in QUESTIONS:
        add_question(vacancy=vacancy, key=uuid.uuid4(), criterion=criteria[place], **asked)
    demonstration_evidence(vacancy, duties)
    demonstration_advert(vacancy)
    demonstration_timeline(vacancy)
    demonstration_tasks(vacancy)
    return vacancy
