"""URL patterns of retention."""

from kls_portal.addresses import pages
from vacancies.retention.views import handover, tools

urlpatterns = [
    *pages(
        {
            "leaver/<str:token>/": handover.handover_answers,
            "retention/": tools.retention_list,
            "retention/year/": tools.retention_year,
            "retention/year.<calendar:kind>": tools.retention_year_file,
            "retention/<slug:code>/": tools.retention_detail,
            "peers/": tools.peer_list,
            "peers/new/": tools.peer_create,
            "peers/<int:offer_id>/edit/": tools.peer_edit,
            "peers/<int:offer_id>/withdraw/": tools.peer_withdraw,
            "peers/<int:offer_id>/contact/": tools.peer_contact,
            "peers/themes/": tools.theme_list,
            "peers/themes/<int:theme_id>/vote/": tools.theme_vote,
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
