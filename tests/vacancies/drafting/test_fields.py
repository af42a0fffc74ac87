"""The registry of the fields of a draft, against the columns and against what reads old files."""

from dataclasses import fields

import pytest
from django.db import models

from vacancies.drafting.forms.sections import AdvertForm, PostForm, PurposeForm
from vacancies.drafting.rules.advert import ADVERT_FIELDS, Advert
from vacancies.drafting.rules.field import LONGEST, SECTIONS, Kind
from vacancies.drafting.rules.fields import BY_NAME, FIELDS, Draft
from vacancies.models import AdvertText, OrganisationText, Vacancy
from vacancies.reading.old_job import OldJob

KINDS = {
    Kind.LINE: models.CharField,
    Kind.TEXT: models.TextField,
    Kind.ADDRESS: models.URLField,
    Kind.CHOICE: (models.CharField, models.ForeignKey),
    Kind.NUMBER: models.DecimalField,
    Kind.DATE: models.DateField,
}
REGISTRIES = {Vacancy: FIELDS, AdvertText: ADVERT_FIELDS}
ROWS = {"duties", "criteria"}


@pytest.mark.parametrize(("model", "registry"), REGISTRIES.items(), ids=lambda one: "")
def test_every_column_for_words_is_in_the_registry_and_every_field_has_its_column(model, registry):
    columns = {one.name: one for one in model._meta.concrete_fields}
    words = {name for name, one in columns.items() if isinstance(one, models.CharField)}
    words |= {name for name, one in columns.items() if isinstance(one, models.TextField)}
    names = {one.name for one in registry}
    assert words <= names <= set(columns)
    for one in registry:
        assert isinstance(columns[one.name], KINDS[one.kind]), one.name
        if one.kind in LONGEST:
            assert columns[one.name].max_length == one.longest, one.name


def test_every_part_of_a_draft_is_said_something_about():
    assert {one.name for one in fields(Draft)} - {one.name for one in FIELDS} == ROWS
    assert [one.name for one in fields(Advert)] == [one.name for one in ADVERT_FIELDS]
    assert len(BY_NAME) == len(FIELDS) + len(ADVERT_FIELDS), "a name is of one field"
    assert len({one.label for one in BY_NAME.values()}) == len(BY_NAME)
    assert {one.section for one in BY_NAME.values()} | {"duties", "person-specification"} == set(
        SECTIONS
    )


def test_whatever_people_type_is_screened_or_has_a_reason():
    asked = {one.name for one in FIELDS if one.kind in LONGEST and (one.nameless or one.posts)}
    # The address of a place and the number of a document are no names.
    assert {one.name for one in FIELDS if one.kind in LONGEST} - asked == {"place", "reference"}


def test_every_field_is_in_the_form_of_its_section():
    forms = {"post": PostForm, "purpose": PurposeForm, "advert": AdvertForm}
    for slug, form in forms.items():
        wanted = {one.name for one in BY_NAME.values() if one.section == slug}
        assert wanted <= set(form.base_fields), slug
        assert wanted <= set(form.field_options), slug


def test_the_organisation_keeps_what_the_registry_says():
    assert {one.name for one in FIELDS if one.kept} == set(OrganisationText.Kind.values)


def test_what_is_imported_is_a_part_of_an_old_job_description():
    lists = {one.name for one in fields(OldJob) if "tuple" in str(one.type)}
    parts = {one.name for one in fields(OldJob)} - lists | {"standard_statements"}
    assert {one.imported for one in FIELDS if one.imported} == parts
