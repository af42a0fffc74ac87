"""Each form class of the site, and how it is built in every state that changes its fields.

A function marked `@states(Form)` takes the `Scene` and returns what builds the form from `data` and
`files`, by name of the state. Classes that need nothing are listed in `PLAIN`. A class that is
neither there nor in `BASES` fails `test_hostile_forms.py`: say here how it is built.
"""

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from django import forms
from django.contrib import admin
from django.forms.formsets import BaseFormSet
from django.test import RequestFactory

from guidance.decisions import admin as decision_admin
from guidance.decisions import forms as decision
from guidance.decisions.rules import way_through
from guidance.decisions.services import steps_of
from guidance.desk.admin import desk
from guidance.desk.admin import desk as transfer
from guidance.desk.admin import forms as page_forms
from guidance.models import Decision, LocalSteps, Page
from guidance.news import admin as updates
from guidance.pages import forms as approval
from guidance.pages import forms as feedback
from guidance.pages import forms as local_steps
from guidance.register import forms as networks
from guidance.search import admin as searching
from kls_portal import gallery
from kls_portal.accounts import admin as accounts_admin
from kls_portal.accounts import forms as accounts_forms
from kls_portal.accounts.models import User
from kls_portal.forms import base, concurrent_edit
from kls_portal.reference import admin as reference
from vacancies.drafting import admin as example
from vacancies.evaluation import admin as published_text
from vacancies.induction import admin as induction
from vacancies.profiles.admin import profile, scheme
from vacancies.recruiting import admin as timeline

SITE = ("guidance", "kls_portal", "vacancies")
Built = Mapping[str, Callable[..., Any]]
STATES: dict[type, Callable[["Scene"], Built]] = {}
BASES: set[type] = {
    base.NhsukForm,
    base.NhsukModelForm,
    base.QueryForm,
    concurrent_edit.ConcurrentEditForm,
    concurrent_edit.ConcurrentInitialForm,
    concurrent_edit.ConcurrentRowForm,  # joined to each form of the admin
    decision_admin.StepFormSet,
    profile.FactorFormSet,  # formsets of the admin: their forms are built by Django
    scheme.TogetherFormSet,
}
PLAIN: set[type] = {
    accounts_forms.PasswordResetForm,
    approval.ApprovalForm,
    desk.LinkForm,
    feedback.FeedbackForm,
    gallery.SampleForm,
    networks.FindNetworksForm,
    transfer.ImportForm,
}


@dataclass(frozen=True)
class Scene:
    """What forms are built for: who works on it, and the vacancies of the demonstration.

    full: with everything the demonstration shows; bare: with a title alone, of somebody without an
    organisation.
    """

    person: User
    nobody: User
    full: Any
    bare: Any


def states(*of: type) -> Callable[[Callable[..., Built]], Callable[..., Built]]:
    """Mark a function that builds these form classes; it is given the scene and the class."""

    def mark(build: Callable[..., Built]) -> Callable[..., Built]:
        STATES.update({one: partial(build, of=one) for one in of})
        return build

    return mark


def every_form_class() -> list[type]:
    """Return every class of a form or a formset that a module of the site defines.

    Mixins are none: they declare no fields of their own.
    """
    for package in SITE:
        found = importlib.import_module(package)
        for module in pkgutil.walk_packages(found.__path__, f"{package}."):
            if ".migrations" not in module.name:
                importlib.import_module(module.name)
    roots = (forms.forms.BaseForm, BaseFormSet)
    classes = dict.fromkeys(one for root in roots for one in _below(root))
    return [one for one in classes if _is_written_here(one) and not _is_mixin(one)]


def _is_mixin(one: type) -> bool:
    return issubclass(one, forms.BaseForm) and not hasattr(one, "base_fields")


def _below(root: type) -> Iterator[type]:
    for one in root.__subclasses__():
        yield one
        yield from _below(one)


def _is_written_here(one: type) -> bool:
    """Whether a module holds it by its name: Django makes more of them for each use."""
    module = importlib.import_module(one.__module__)
    return one.__module__.split(".")[0] in SITE and getattr(module, one.__name__, None) is one


def states_of(one: type, scene: Scene) -> Built:
    """Return what builds a form class, by name of the state."""
    return {"plain": one} if one in PLAIN else STATES[one](scene)


def admin_states(scene: Scene, model: type) -> Built:
    """Return the forms that the admin makes for a model: to add, and to change each kind of row."""
    one, request = admin.site._registry[model], RequestFactory().get("/")
    request.user = scene.person
    rows = {"new": None, "stored": model.objects.first()}
    return {
        name: partial(one.get_form(request, row, change=bool(row)), instance=row)
        for name, row in rows.items()
        if row or one.has_add_permission(request)
    }


@states(
    page_forms.PageForm,
    searching.SynonymGroupForm,
    updates.UpdateForm,
    published_text.PublishedTextForm,
    example.DecisionForm,
    reference.FactForm,
    induction.PlanTaskForm,
    profile.ProfileForm,
    scheme.LimitForm,
    timeline.TimelineStepForm,
    accounts_admin.NewUserForm,
)
def of_the_admin(scene: Scene, of: Any) -> Built:
    return admin_states(scene, of._meta.model or _model_of(of))


def _model_of(of: type) -> type:
    return next(model for model, one in admin.site._registry.items() if one.form is of)


@states(accounts_forms.ChangePasswordForm)
def of_a_user(scene: Scene, of: Any) -> Built:
    return {"signed in": lambda data=None, files=None: of(data=data, user=scene.person)}


@states(accounts_forms.SignInForm)
def of_sign_in(scene: Scene, of: Any) -> Built:
    return {"signed out": partial(of, request=RequestFactory().get("/"))}


@states(accounts_forms.NewPasswordForm)
def of_a_reset(scene: Scene, of: Any) -> Built:
    return {"link": partial(of, user=scene.person, temp_key="x")}


@states(local_steps.LocalStepsForm)
def of_local_steps(scene: Scene, of: Any) -> Built:
    row = LocalSteps(page=Page.objects.first(), organisation=scene.full.organisation)
    return {"new": partial(of, instance=row)}


@states(decision_admin.StepForm)
def of_a_step_of_a_decision(scene: Scene, of: Any) -> Built:
    return {"stored": partial(of, instance=of._meta.model.objects.first())}


@states(decision.QuestionForm)
def of_a_decision(scene: Scene, of: Any) -> Built:
    first = way_through(steps_of(Decision.objects.first()), {}).now
    return {"first": partial(of, first, {})}
