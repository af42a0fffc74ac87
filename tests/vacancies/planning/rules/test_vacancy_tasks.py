"""The shipped tasks of recruitment: complete, owned, sourced, and each route with its own steps."""

import re
import tomllib
from pathlib import Path

import pytest
from django.urls import reverse

from tests.each import each
from tests.vacancies.planning.shipped import placed
from vacancies.models import Vacancy
from vacancies.planning.rules.checklist import Situation
from vacancies.planning.rules.dating import applies
from vacancies.planning.rules.shipped_tasks import DATA, vacancy_tasks
from vacancies.planning.rules.step import steps
from vacancies.planning.services.tasks import FACTS
from vacancies.posts.rules import BY_SLUG, STAGES, UNPAID
from vacancies.profiles.models import BANDS
from vacancies.rulebook.questions import questions_for
from vacancies.rulebook.rulebook import rule

CONTENT = Path(__file__).resolve().parents[4] / "guidance" / "content"
ROUTES = Vacancy.Contract.values
FILE = DATA / "vacancy_tasks.toml"
ROWS = vacancy_tasks().tasks
PLACED = placed(vacancy_tasks())
TASKS = tuple(one.task for one in PLACED)
STEPS = {step.id: step for step in steps()}


def of(route, stage, band="4"):
    situation = Situation(band=band, route=route)
    return {
        one.task.id
        for one in PLACED
        if STEPS[one.group_id].stage == stage and applies(one.task, situation)
    }


def test_ids_are_used_once():
    assert len({task.id for task in TASKS}) == len(TASKS) == 125


@each("task", TASKS)
def test_a_task_is_complete_and_its_conditions_can_be_met(task):
    assert task.text.endswith((".", "?"))
    assert len(task.text) <= 300
    assert task.source
    assert set(task.bands) <= set(BANDS)
    assert set(task.routes) | set(task.not_routes) <= set(ROUTES)
    assert not set(task.routes) & set(task.not_routes)
    assert set(task.only_for) | set(task.not_for) <= set(BY_SLUG)
    for sentence in re.split(r"(?<=[.?:]) ", task.text):
        assert len(sentence.split()) <= 20, sentence


def test_a_task_is_for_those_that_its_row_names():
    rows = {row["id"]: row for row in tomllib.loads(FILE.read_text("utf-8"))["tasks"]}
    for name in ("bands", "routes", "not_routes", "only_for", "not_for"):
        named = {code: tuple(row.get(name, ())) for code, row in rows.items()}
        assert {task.id: getattr(task, name) for task in TASKS} == named


@each("address", sorted({task.page.address for task in TASKS}))
def test_every_guidance_page_exists_under_its_name(address):
    file = CONTENT / f"{address.strip('/').replace('/', '.')}.md"
    front = file.read_text(encoding="utf-8").split("+++")[1]
    names = {task.page.name for task in TASKS if task.page.address == address}
    assert names == {tomllib.loads(front)["title"]}


@each("route", ROUTES)
def test_each_route_has_tasks_of_its_own(route):
    others = set.union(*(of_all(other) for other in ROUTES if other != route))
    assert of_all(route) - others


def of_all(route):
    return set.union(*(of(route, stage) for stage in STAGES))


@each("route", ROUTES)
def test_a_task_hangs_on_a_milestone_that_its_route_has(route):
    situation = Situation(band="4", route=route, traits=frozenset({"manages-people"}))
    for one in PLACED:
        if applies(one.task, situation):
            assert STEPS[one.group_id].is_for(route), one.task.id


def test_a_task_done_on_a_page_of_ours_names_it_and_a_fact_is_known():
    for row in ROWS:
        assert not row.do or reverse(f"vacancies:{row.do}", args=[1])
        assert not row.fact or row.do
    assert {row.fact for row in ROWS if row.fact} <= set(FACTS)


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("route", sorted(UNPAID))
def test_unpaid_routes_are_asked_for_neither_pay_nor_band(route, stage):
    words = " ".join(task.text for task in TASKS if task.id in of(route, stage))
    for unfit in ("national profile", "NHS Jobs", "paid advert", "probation", "right to work"):
        assert unfit not in words


def test_house_suggestions_are_not_confirmed():
    for task in TASKS:
        if task.source == "Our suggestion":
            assert not task.confirmed, task.id


def test_questions_for_people_are_tasks_in_their_own_words():
    asked = {one.id: one for stage in ("advert", "selection") for one in questions_for(stage)}
    rows = tomllib.loads(FILE.read_text(encoding="utf-8"))["tasks"]
    used = {row["rule"] for row in rows if "rule" in row}
    assert asked.keys() <= used
    words = {task.text for task in TASKS}
    for code in used:
        assert (rule(code).question or rule(code).message) in words
