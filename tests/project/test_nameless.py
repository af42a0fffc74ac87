"""Wherever a page says “name no person”, a name is asked about: found by the words of the hints."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django import forms

from guidance.desk.admin.desk import LinkForm
from guidance.pages.forms import ApprovalForm, FeedbackForm, LocalStepsForm
from kls_portal.forms import NhsukForm
from kls_portal.forms.nameless import LONGEST_SEARCHED, NamelessMixin
from tests.each import each
from vacancies.drafting.forms import parts, text_parts
from vacancies.drafting.forms.rows import CriterionRow, DutyRow
from vacancies.drafting.forms.sections import PostForm, PurposeForm
from vacancies.drafting.forms.versions import AgreementForm, FreezeForm
from vacancies.drafting.rules.field import LONGEST
from vacancies.evaluation.forms import EvidenceForm
from vacancies.planning.forms import LeaveOutForm
from vacancies.recruiting.forms.advert import AdvertCaseForm, AdvertChoiceForm, OutcomeForm
from vacancies.recruiting.forms.selection import NewQuestionForm, QuestionForm
from vacancies.recruiting.forms.timeline import VacancyTaskForm
from vacancies.retention.forms.handover import HandoverForm, LinesForm
from vacancies.retention.forms.peers import NewPeerOfferForm, PeerOfferForm, ThemeForm
from vacancies.retention.forms.tools import PreparationForm

TEMPLATES = Path(__file__).parents[2] / "templates"
NO_NAME = re.compile(
    r"\bnot (?:a )?names?\b|\bno names?\b|\bnames out\b|\bno person\b(?! spec)"
    r"|\b(?:leave|keep|take) (?:out )?(?:candidates’ )?names\b|\bnot (?:about )?people\b"
    r"|\b(?:never|not write) about a person\b|\bdetails (?:about people|of any(?:body|one))\b"
    r"|\bpersonal details\b|\b(?:give|enter) job titles\b|\bnot name anyone\b"
    r"|\broles and teams are best\b",
    re.IGNORECASE,
)
REFUSE = {
    (FeedbackForm, "sentence"),
    (AgreementForm, "role"),
    (FreezeForm, "agreed_with"),
    (LinkForm, "label"),
    (NewPeerOfferForm, "description"),
    (PeerOfferForm, "description"),
    (ThemeForm, "text"),
}
"""What refuses a name outright; `tests` of its form hold it."""
PAGES = {
    "vacancies/retention/partials/handover_questions.html": {HandoverForm: HandoverForm.sensitive},
    "vacancies/recruiting/timeline_detail.html": {
        VacancyTaskForm: ("note",),
        LeaveOutForm: ("reason",),
    },
    "vacancies/overview/vacancy_detail.html": {
        PostForm: ("title", "contract_length", "flexible_working"),
        PurposeForm: ("about_organisation", "purpose", "decides", "relationships"),
        DutyRow: ("text", "group"),
        CriterionRow: ("text",),
        EvidenceForm: ("text",),
        QuestionForm: ("asked_by",),
        NewQuestionForm: ("asked_by",),
        AdvertCaseForm: ("reasons", "signed_by"),
        AdvertChoiceForm: ("sent_by",),
        OutcomeForm: ("again",),
        LinesForm: ("facts", "tasks"),
        PreparationForm: ("post", "more"),
    },
    "vacancies/drafting/import_create.html": {
        text_parts.TextPartsForm: tuple(
            one.name
            for one in text_parts.PARTS
            if one.kind in LONGEST and (one.nameless or one.posts)
        ),
        parts.DutyPartForm: ("text", "group"),
        parts.CriterionPartForm: ("text",),
        parts.EvidencePartForm: ("text",),
    },
    # Nothing is stored; the result warns (tests/vacancies/drafting/test_reality.py).
    "vacancies/drafting/reality_check.html": {},
    # Its fields are made for each question (tests/vacancies/recruiting/test_questions.py).
    "vacancies/recruiting/weight_edit.html": {},
}
"""Templates that say so above a form, and the fields that hold it."""


def form_classes() -> Iterator[type[forms.BaseForm]]:
    for package in ("guidance", "vacancies", "kls_portal.accounts"):
        root = importlib.import_module(package)
        for module in pkgutil.walk_packages(root.__path__, f"{package}."):
            if not {"forms", "admin", "accounts"} & set(module.name.split(".")):
                continue
            for found in vars(importlib.import_module(module.name)).values():
                if isinstance(found, type) and issubclass(found, forms.BaseForm):
                    yield found


def says_so() -> set[tuple[type[forms.BaseForm], str]]:
    """Every field whose label or hint says that it names nobody."""
    return {
        (form, name)
        for form in form_classes()
        for name, field in getattr(form, "base_fields", {}).items()
        if NO_NAME.search(f"{field.label} {field.help_text}")
        and not isinstance(field, forms.IntegerField)
        and not form.__name__.startswith("_")
    }


def asks(form, name):
    return issubclass(form, NamelessMixin) and name in {*form.nameless, *form.posts}


def test_each_field_that_says_so_asks_or_refuses():
    found = says_so()
    assert {(PurposeForm, "reports_to"), (ApprovalForm, "comment")} <= found
    assert {(LocalStepsForm, "text"), (VacancyTaskForm, "note")} <= found
    assert {one for one in found if not asks(*one)} == REFUSE


def test_each_page_that_says_so_is_listed_with_its_fields():
    saying = {
        str(path.relative_to(TEMPLATES))
        for path in TEMPLATES.rglob("*.html")
        if NO_NAME.search(path.read_text(encoding="utf-8"))
    }
    assert saying == set(PAGES)


@each(
    "form, name",
    [(form, name) for fields in PAGES.values() for form, names in fields.items() for name in names],
)
def test_each_field_of_such_a_page_asks(form, name):
    assert asks(form, name)


class Sample(NamelessMixin, NhsukForm):
    """A text that names nobody, and one that gives posts."""

    nameless = ("text",)
    posts = ("post",)

    text = forms.CharField(required=False, max_length=500, widget=forms.Textarea)
    post = forms.CharField(required=False, max_length=200)


HOSTILE = [
    "Head of LKS (Mrs Jane Pemberton), ext 4471, jane.pemberton@…",
    "Dr Patel prefers paper",
    "Prof Jones",
    "PROF JONES",
    "mrs pemberton knows",
    "Sarah prefers paper",
    "J.K. Pemberton",
    "JANE PEMBERTON",
    "Pemberton, Jane",
    "Cllr Brown",
    "0 1 6 3 2 9 6 0 1 2 3",
    "01632 – 960 – 123",
    "ls1 4ap",
    "14 Mill\nLane\nNorthfield",
]


@each("field", ["text", "post"])
@each("words", HOSTILE)
def test_it_is_asked_about_once_and_kept_on_purpose(field, words):
    asked = Sample({field: words})
    assert not asked.is_valid()
    assert list(asked.errors) == [field]
    assert "keep_words" in asked.fields
    assert asked[field].value() == words
    kept = Sample({field: words, "keep_words": "on"})
    assert kept.is_valid()
    assert "keep_words" not in kept.cleaned_data
    assert Sample({field: words}, initial={field: words}).is_valid()


def test_a_name_alone_is_asked_about_where_a_post_belongs():
    assert "post" in Sample({"post": "Wambui Otieno (head of LKS)"}).errors
    assert not Sample({"text": "Wambui Otieno"}).errors


@each("form, name", REFUSE)
def test_a_text_that_is_too_long_is_rejected_for_its_length_alone(form, name):
    field = form.base_fields[name]
    assert field.max_length <= LONGEST_SEARCHED
    with pytest.raises(forms.ValidationError) as refused:
        field.run_validators("Of 943 476 5919. " * LONGEST_SEARCHED)
    assert [error.code for error in refused.value.error_list] == ["max_length"]


def test_an_nhs_number_is_refused_even_when_kept():
    form = Sample({"text": "Of 943 476 5919", "keep_words": "on"})
    assert list(form.errors) == ["text"]
    assert "keep_words" not in form.fields


@pytest.mark.parametrize(
    "words",
    [
        "Head of Library and Knowledge Services",
        "Cancer team, mental health trust and the maternity unit",
        "Two Band 3 Library Assistants and a Graduate Trainee",
        "Northfield Hospital, James Paget University Hospital",
        "Deputy Director of Medical Education; Ward Clerks",
        "NHS England, CILIP and the Knowledge for Healthcare team",
    ],
)
@pytest.mark.parametrize("field", ["text", "post"])
def test_posts_teams_and_places_are_not_asked_about(field, words):
    assert Sample({field: words}).is_valid()
