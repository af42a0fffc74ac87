"""Addresses of the draft."""

from django.urls import path

import vacancies.posts.converters  # noqa: F401
from vacancies.drafting.views import (
    criteria,
    duties,
    examples,
    files,
    importing,
    sections,
    versions,
)

urlpatterns = [
    path("examples/", examples.example_list, name="example_list"),
    path("examples/<int:example_id>/", examples.example_detail, name="example_detail"),
    path("examples/<int:example_id>/copy/", examples.example_copy, name="example_copy"),
    path("examples/<int:example_id>/withdraw/", examples.example_withdraw, name="example_withdraw"),
    path("<int:vacancy_id>/post/", sections.post_edit, name="post_edit"),
    path("<int:vacancy_id>/purpose/", sections.purpose_edit, name="purpose_edit"),
    path("<int:vacancy_id>/advert/", sections.advert_edit, name="advert_edit"),
    path("<int:vacancy_id>/duties/", duties.duty_list, name="duty_list"),
    path("<int:vacancy_id>/duties/order/", duties.duty_order, name="duty_order"),
    path("<int:vacancy_id>/duties/<int:duty_id>/", duties.duty_edit, name="duty_edit"),
    path(
        "<int:vacancy_id>/duties/<int:duty_id>/group/<direction:direction>/",
        duties.duty_group_move,
        name="duty_group_move",
    ),
    path(
        "<int:vacancy_id>/duties/<int:duty_id>/move/<direction:direction>/",
        duties.duty_move,
        name="duty_move",
    ),
    path("<int:vacancy_id>/duties/<int:duty_id>/remove/", duties.duty_remove, name="duty_remove"),
    path("<int:vacancy_id>/person-specification/", criteria.criterion_list, name="criterion_list"),
    path(
        "<int:vacancy_id>/person-specification/add/",
        criteria.criterion_create,
        name="criterion_create",
    ),
    path(
        "<int:vacancy_id>/person-specification/<int:criterion_id>/",
        criteria.criterion_edit,
        name="criterion_edit",
    ),
    path(
        "<int:vacancy_id>/person-specification/<int:criterion_id>/move/<direction:direction>/",
        criteria.criterion_move,
        name="criterion_move",
    ),
    path(
        "<int:vacancy_id>/person-specification/<int:criterion_id>/remove/",
        criteria.criterion_remove,
        name="criterion_remove",
    ),
    path("<int:vacancy_id>/import/", importing.import_create, name="import_create"),
    path("<int:vacancy_id>/import/confirm/", importing.import_confirm, name="import_confirm"),
    path("<int:vacancy_id>/draft/", sections.draft_detail, name="draft_detail"),
    path(
        "<int:vacancy_id>/draft/job-description.<document:kind>",
        files.draft_file,
        name="draft_file",
    ),
    path("<int:vacancy_id>/versions/", versions.version_list, name="version_list"),
    path("<int:vacancy_id>/versions/<int:number>/", versions.version_detail, name="version_detail"),
    path(
        "<int:vacancy_id>/versions/<int:number>/job-description.<document:kind>",
        files.version_file,
        name="version_file",
    ),
    path(
        "<int:vacancy_id>/versions/<int:number>/changes/",
        versions.version_changes,
        name="version_changes",
    ),
    path(
        "<int:vacancy_id>/versions/<int:number>/offer/",
        examples.example_offer,
        name="example_offer",
    ),
    path("<int:vacancy_id>/copied/", examples.copy_changes, name="copy_changes"),
    path("<int:vacancy_id>/reality/", importing.reality_check, name="reality_check"),
]
