"""Loading profiles and the induction template: twice, over corrections, with newer data."""

from collections import Counter
from dataclasses import replace
from datetime import date
from io import StringIO

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.urls import reverse

from kls_portal.accounts.models import EDITORS
from kls_portal.reference.loading import ADDED, KEPT, UNCHANGED, UPDATED
from kls_portal.reference.shipped_facts import shipped_facts
from tests.vacancies.planning.shipped import groups
from vacancies.induction.services.checklists import checklist, template
from vacancies.management.reference_data import load_reference_data
from vacancies.models import InductionGroup, PlanTask, Profile, ProfileFactor
from vacancies.planning.rules.checklist import Situation
from vacancies.planning.rules.shipped_tasks import induction_tasks
from vacancies.planning.services import layers
from vacancies.profiles.rules import loading as profile_loading
from vacancies.profiles.rules.scheme import parse_label

PROFILES, TASKS = "Profiles", "Induction tasks"
CODE = "ILL-LIB-5"


def tables():
    models = (Profile, ProfileFactor, InductionGroup, PlanTask)
    return {model: list(model.objects.order_by("pk").values()) for model in models}


@pytest.fixture
def ship(monkeypatch):
    """Return a function that makes the portal ship another profile or other task texts."""

    def other(profile=None, task=None):
        if profile:
            shipped = [profile if p.id == profile.id else p for p in profile_loading.profiles()]
            monkeypatch.setattr(profile_loading, "profiles", lambda: tuple(shipped))
        if task:
            file = induction_tasks()
            rows = tuple(task if row.id == task.id else row for row in file.tasks)
            monkeypatch.setattr(layers, "induction_tasks", lambda: replace(file, tasks=rows))

    return other


def shipped_profile(**changed):
    return replace(next(p for p in profile_loading.profiles() if p.id == CODE), **changed)


def shipped_task(**changed):
    return replace(induction_tasks().tasks[0], **changed)


def stored_task():
    return PlanTask.objects.get(code=induction_tasks().tasks[0].id)


@pytest.mark.postgres
def test_loading_adds_everything_that_is_shipped(db):
    done = load_reference_data()
    assert done == {
        "Facts": Counter({ADDED: len(shipped_facts())}),
        PROFILES: Counter({ADDED: 8}),
        TASKS: Counter({ADDED: len(induction_tasks().tasks) + len(groups())}),
        "Points": Counter({ADDED: 93}),
        "Bands": Counter({ADDED: 12}),
        "Limits": Counter({ADDED: 4}),
        "Examples": Counter({ADDED: 7}),
        "Interview questions": Counter({ADDED: 52}),
        "Assessment tasks": Counter({ADDED: 12}),
        "Marks": Counter({ADDED: 5}),
        "Limits of adverts": Counter({ADDED: 8}),
        "Tools to keep staff": Counter({ADDED: 9}),
        "Channels to advertise in": Counter({ADDED: 15}),
        "Recruitment tasks": Counter({ADDED: 125}),
        "Steps of the timeline": Counter({ADDED: 18}),
    }
    assert ProfileFactor.objects.count() == 8 * 16
    assert InductionGroup.objects.count() == len(groups())


@pytest.mark.postgres
def test_loading_twice_changes_nothing(reference_data):
    before = tables()
    done = load_reference_data()
    assert tables() == before
    assert set(done[PROFILES]) == set(done[TASKS]) == {UNCHANGED}


@pytest.mark.postgres
def test_the_template_reads_back_as_shipped(reference_data):
    assert tuple(template()) == tuple(
        replace(group, tasks=tuple(sorted(group.tasks, key=lambda task: task.due)))
        for group in groups()
    )


def test_the_command_says_what_it_did(db):
    first, second = StringIO(), StringIO()
    call_command("load_reference_data", stdout=first)
    call_command("load_reference_data", stdout=second)
    assert "Profiles: 8 added\n" in first.getvalue()
    assert "Profiles: 8 unchanged\n" in second.getvalue()


@pytest.mark.postgres
def test_an_editors_title_is_kept_and_the_rest_follows(reference_data, ship):
    Profile.objects.filter(code=CODE).update(title="Evidence librarian")
    ship(shipped_profile(title="Shipped anew", band="6"))
    assert load_reference_data()[PROFILES] == Counter({UNCHANGED: 7, UPDATED: 1})
    kept = Profile.objects.get(code=CODE)
    assert (kept.title, kept.band) == ("Evidence librarian", "6")
    assert load_reference_data()[PROFILES] == Counter({UNCHANGED: 7, KEPT: 1})


def test_an_editors_label_of_a_factor_is_kept(reference_data, ship):
    factor = ProfileFactor.objects.get(profile__code=CODE, factor="F4")
    factor.label = "4"
    factor.save()
    ranges = {**shipped_profile().ranges, "F2": parse_label("6"), "F4": parse_label("5")}
    ship(shipped_profile(ranges=ranges))
    assert load_reference_data()[PROFILES][UPDATED] == 1
    factor.refresh_from_db()
    assert (factor.label, factor.lowest, factor.highest) == ("4", 4, 4)
    assert ProfileFactor.objects.get(profile__code=CODE, factor="F2").label == "6"


def test_a_factor_an_editor_took_away_stays_away(reference_data):
    ProfileFactor.objects.filter(profile__code=CODE, factor="F4").delete()
    load_reference_data()
    assert ProfileFactor.objects.filter(profile__code=CODE).count() == 15


@pytest.mark.parametrize(
    "changed", [{"text": "Our own words"}, {"due": 9}, {"bands": "7"}, {"only_for": ["remote"]}]
)
def test_an_editors_change_of_a_task_is_kept_alone(reference_data, ship, changed):
    PlanTask.objects.filter(pk=stored_task().pk).update(**changed)
    ship(task=shipped_task(text="Shipped anew", due=3))
    assert load_reference_data()[TASKS][UPDATED] == 1
    then = {"text": "Shipped anew", "due": 3} | changed
    assert {name: getattr(stored_task(), name) for name in then} == then


def test_a_task_taken_out_of_use_stays_out(reference_data, ship):
    PlanTask.objects.filter(pk=stored_task().pk).update(in_use=False)
    ship(task=shipped_task(text="Shipped anew"))
    load_reference_data()
    kept = stored_task()
    assert kept.in_use is False
    assert kept.code not in {task.id for group in template() for task in group.tasks}


def test_a_renamed_group_keeps_its_name_alone(reference_data, monkeypatch):
    InductionGroup.objects.filter(code="day-one").update(name="The first day")
    names = {code: f"{name}, anew" for code, name in induction_tasks().groups.items()}
    names = dict(reversed(names.items()))
    shipped = replace(induction_tasks(), groups=names)
    monkeypatch.setattr(layers, "induction_tasks", lambda: shipped)
    load_reference_data()
    rows = {row.code: (row.name, row.place) for row in InductionGroup.objects.all()}
    places = {code: place for place, code in enumerate(names, start=1)}
    names["day-one"] = "The first day"
    assert rows == {code: (name, places[code]) for code, name in names.items()}


def test_a_final_review_that_an_editor_reworded_is_in_time_all_the_same(reference_data):
    row = PlanTask.objects.get(code="S1")
    PlanTask.objects.filter(pk=row.pk).update(text="Decide on probation", due=125)
    load_reference_data()
    row.refresh_from_db()
    assert (row.text, row.due) == ("Decide on probation", 125)
    situation = Situation(role="Librarian", band="5", start=date(2027, 1, 4))
    found = {task.id: task.due for task in checklist(situation).tasks}
    assert found["S1"] == date(2027, 6, 3)


def test_newer_data_reaches_a_profile_that_nobody_touched(reference_data, ship):
    ranges = {**shipped_profile().ranges, "F2": parse_label("6")}
    ship(shipped_profile(title="Shipped anew", band="8a", ranges=ranges))
    assert load_reference_data()[PROFILES] == Counter({UNCHANGED: 7, UPDATED: 1})
    changed = Profile.objects.get(code=CODE)
    assert (changed.title, changed.band) == ("Shipped anew", "8a")
    assert changed.factors.get(factor="F2").label == "6"
    assert changed.factors.count() == 16
    in_order = list(Profile.objects.in_band_order().values_list("band", flat=True))
    assert in_order == ["2", "3", "4", "5", "6", "7", "8a", "8a"]
    assert load_reference_data()[PROFILES] == Counter({UNCHANGED: 8})


def test_newer_data_reaches_a_task_that_nobody_touched(reference_data, ship):
    ship(task=shipped_task(text="Shipped anew", due=3))
    assert load_reference_data()[TASKS][UPDATED] == 1
    assert (stored_task().text, stored_task().due) == ("Shipped anew", 3)


def test_what_an_editor_added_is_left_alone(reference_data):
    mine = PlanTask.objects.create(
        code="ours", group="day-one", text="Meet the cat", owner="buddy", due=1
    )
    load_reference_data()
    mine.refresh_from_db()
    assert mine.text == "Meet the cat"


def test_stored_pages_lapse_after_loading(client, db, django_capture_on_commit_callbacks):
    url = reverse("vacancies:profile_list")
    assert "Senior library assistant" not in client.get(url).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        load_reference_data()
    assert "Senior library assistant" in client.get(url).content.decode()


def test_editors_may_keep_reference_data_and_nothing_of_a_vacancy(reference_data):
    load_reference_data()
    group = Group.objects.get(name=EDITORS)
    held = set(group.permissions.values_list("codename", flat=True))
    for model in ("profile", "profilefactor", "inductiongroup", "plantask"):
        for action in ("view", "add", "change", "delete"):
            assert f"{action}_{model}" in held
    assert not {name for name in held if name.endswith(("vacancy", "duty", "criterion", "user"))}
