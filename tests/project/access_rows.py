"""A row for every address of the access matrix."""

import uuid
from datetime import date, timedelta

from django.urls import reverse
from django.utils.timezone import now

from guidance.models import Page
from guidance.pages.services.feedback import keep_answer
from guidance.pages.services.placing import place
from guidance.search.services import note_miss
from kls_portal.accounts.models import Membership, User
from kls_portal.secret_link import digest_of
from tests.guidance.editing import publish
from tests.project.access import MATRIX, SHARED
from vacancies.drafting.services.ordered import add_criterion, add_duty
from vacancies.drafting.services.versions import freeze_draft
from vacancies.induction.services.plans import make_plan
from vacancies.models import (
    AdvertChannel,
    AdvertChoice,
    Example,
    ExampleCopy,
    Outcome,
    PlanLink,
    PlanQuestion,
    PublishedText,
    ReviewAnswer,
    TaskChange,
    Vacancy,
    VacancyLink,
    VacancyPlan,
)
from vacancies.recruiting.services.selection import add_question
from vacancies.retention.services.peers import make_offer, propose_theme


def rows_of(people, password):
    """Return what every address of the matrix holds, by the name of its argument.

    password: of the person with whom the vacancy is shared.
    """
    vacancy = Vacancy.objects.create(
        organisation=people.northfield,
        created_by=people.manager,
        title="Librarian",
        band="5",
        starts_on="2027-05-04",
    )
    duty = add_duty(vacancy=vacancy, text="Answers enquiries", key=uuid.uuid4())
    add_duty(vacancy=vacancy, text="Teaches searching", key=uuid.uuid4())
    criterion = add_criterion(
        vacancy=vacancy, key=uuid.uuid4(), duties=[duty], text="Searches", category="skills"
    )
    question, _ = (
        add_question(vacancy=vacancy, key=uuid.uuid4(), criterion=criterion, **asked)
        for asked in (
            {"method": "interview", "text": "How do you search?"},
            {"method": "interview", "text": "How do you teach?"},
        )
    )
    version = freeze_draft(vacancy=vacancy, person=people.manager, key=uuid.uuid4())
    example = Example.objects.create(
        organisation=people.northfield, title="Librarian", band="5", content=version.content
    )
    ExampleCopy.objects.create(vacancy=vacancy, example=example)
    PublishedText.objects.create(name="A profile", source="A book", runs=["0123456789abcdef"])
    add_criterion(vacancy=vacancy, key=uuid.uuid4(), duties=[], text="Teaches", category="skills")
    shared = User.objects.create_user(SHARED, password)
    Membership.objects.create(user=shared, organisation=people.northfield)
    vacancy.shared_with.add(shared)
    vacancy.refresh_from_db()
    reviewed = {"last_reviewed": date(2026, 11, 22), "next_review": date(2127, 11, 22)}
    page = Page(loaded_from="a-page", **reviewed)
    place(page, parent=None, slug="a-page")
    publish(page, title="A page", summary="A page.", body="<p>Its text.</p>")
    note_miss("unheard of", network="any")
    keep_answer(page, useful=False, sentence="Too long", network="any")
    open_links(vacancy)
    return {
        "page_id": page.pk,
        "organisation_id": people.northfield.pk,
        "vacancy_id": vacancy.pk,
        "duty_id": duty.pk,
        "criterion_id": criterion.pk,
        "question_id": question.pk,
        "example_id": example.pk,
        **induction_rows(people, vacancy),
        **peer_rows(people),
        "choice_id": advert_choice(vacancy).pk,
        "answer_id": review_answer(vacancy).pk,
    }


def open_links(vacancy):
    """Open a link of each kind to a vacancy, with a token that the matrix names."""
    for kind in ("leaver", "hr", "panel"):
        VacancyLink.objects.create(
            vacancy=vacancy,
            kind=kind,
            version=vacancy.versions.first().number,
            digest=digest_of(f"{kind}-link"),
            expires_at=now() + timedelta(days=30),
        )


def review_answer(vacancy):
    """Return an answer of a reviewer to a version of the vacancy."""
    return ReviewAnswer.objects.create(
        version=vacancy.versions.first(),
        kind="hr",
        about="hr-terms",
        words="Are the terms right?",
        text="The band is missing.",
        key=uuid.uuid4(),
        purge_on=date(2127, 5, 4),
    )


def advert_choice(vacancy):
    """Return a chosen channel of the filled vacancy; there is another one to choose."""
    for code in ("desk", "board"):
        AdvertChannel.objects.create(code=code, name=code, shipped={"name": code})
    Outcome.objects.create(vacancy=vacancy, filled_on=date(2026, 11, 1))
    return AdvertChoice.objects.create(
        vacancy=vacancy, channel=AdvertChannel.objects.get(code="desk")
    )


def induction_rows(people, vacancy):
    """Return what addresses of a plan hold: a plan of the vacancy, with a task of its own."""
    plan = make_plan(
        person=people.manager,
        organisation=people.northfield,
        key=uuid.uuid4(),
        vacancy=vacancy,
        title="Librarian",
        starts_on=date(2027, 5, 4),
    )
    own = {"code": "own", "is_own": True, "text": "Say hello"}
    TaskChange.objects.create(plan=plan, owner="starter", due=1, **own)
    TaskChange.objects.create(organisation=people.northfield, **own)
    of_vacancy = VacancyPlan.objects.create(vacancy=vacancy)
    TaskChange.objects.create(plan=of_vacancy, owner="team", group="interview", **own)
    _, token = PlanLink.objects.make(days=30, plan=plan)
    return {
        "plan_id": plan.pk,
        "code": "own",
        "asked_id": PlanQuestion.objects.create(plan=plan, text="Where do I park?").pk,
        "organisation_id": people.northfield.pk,
        "token": token,
    }


def peer_rows(people):
    """Return what addresses of the register of peers hold: an offer and a theme of Northfield."""
    offer = make_offer(
        person=people.manager,
        organisation=people.northfield,
        key=uuid.uuid4(),
        kind="mentoring",
        region="london",
        topics="Teaching",
        description="An hour a month.",
    )
    theme = propose_theme(person=people.manager, text="Working alone", key=uuid.uuid4())
    return {"offer_id": offer.pk, "theme_id": theme.pk}


def addresses(rows, names) -> dict[str, str]:
    """Return the address of each page by its name."""
    return {
        name: reverse(name, kwargs={k: rows[k] if v is ... else v for k, v in given.items()})
        for name, (given, _) in MATRIX.items()
        if name in names
    }
