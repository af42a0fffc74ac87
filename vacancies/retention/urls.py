"""URL patterns of retention."""

from kls_portal.addresses import pages
from vacancies.retention.views import handover, peers, tools

urlpatterns = [
    *pages(
        {
            "leaver/<str:token>/": handover.handover_answers,
            "retention/": tools.retention_list,
            "retention/year/": tools.retention_year,
            "retention/year.<calendar:kind>": tools.retention_year_file,
            "retention/<slug:code>/": tools.retention_detail,
            "peers/": peers.peer_list,
            "peers/new/": peers.peer_create,
            "peers/<int:offer_id>/edit/": peers.peer_edit,
            "peers/<int:offer_id>/withdraw/": peers.peer_withdraw,
            "peers/<int:offer_id>/contact/": peers.peer_contact,
            "peers/themes/": peers.theme_list,
            "peers/themes/<int:theme_id>/vote/": peers.theme_vote,
        }
    ),
    *pages(
        {
            "handover/": handover.handover_detail,
            "handover/link/": handover.handover_link,
            "handover/answers/": handover.handover_edit,
        },
        below="<int:vacancy_id>/",
    ),
]
