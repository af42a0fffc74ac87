"""Addresses of keeping staff."""

from django.urls import path

from vacancies.retention.views import handover, peers, tools

urlpatterns = [
    path("leaver/<str:token>/", handover.handover_answers, name="handover_answers"),
    path("<int:vacancy_id>/handover/", handover.handover_detail, name="handover_detail"),
    path("<int:vacancy_id>/handover/link/", handover.handover_link, name="handover_link"),
    path("<int:vacancy_id>/handover/answers/", handover.handover_edit, name="handover_edit"),
    path("retention/", tools.retention_list, name="retention_list"),
    path("retention/year/", tools.retention_year, name="retention_year"),
    path("retention/year.<calendar:kind>", tools.retention_year_file, name="retention_year_file"),
    path("retention/<slug:code>/", tools.retention_detail, name="retention_detail"),
    path("peers/", peers.peer_list, name="peer_list"),
    path("peers/new/", peers.peer_create, name="peer_create"),
    path("peers/<int:offer_id>/edit/", peers.peer_edit, name="peer_edit"),
    path("peers/<int:offer_id>/withdraw/", peers.peer_withdraw, name="peer_withdraw"),
    path("peers/<int:offer_id>/contact/", peers.peer_contact, name="peer_contact"),
    path("peers/themes/", peers.theme_list, name="theme_list"),
    path("peers/themes/<int:theme_id>/vote/", peers.theme_vote, name="theme_vote"),
]
