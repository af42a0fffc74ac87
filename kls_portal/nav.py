"""The context of every page: service name, navigation, footer and signed-in person."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from kls_portal.accounts.permissions import SESSION_ENDS
from kls_portal.operation.site_version import chosen_day
from kls_portal.parts import Link
from kls_portal.plain_values import rows_in
from kls_portal.public import person_of


@dataclass(frozen=True)
class MenuEntry(Link):
    """An entry of the menu. also: addresses elsewhere that count as part of it."""

    also: tuple[str, ...] = ()


_FILE = Path(__file__).with_name("nav.toml")
NAVIGATION = rows_in(_FILE, "menu", MenuEntry)
ABOUT_THE_PORTAL = rows_in(_FILE, "about_the_portal", Link)
FOOTER = (*ABOUT_THE_PORTAL, *rows_in(_FILE, "other_pages", Link))


def site(request: HttpRequest) -> dict[str, Any]:
    """Return the context of every template. `person` is None unless the visitor has a session.

    as_of: the other day whose facts an editor is viewing, or None. session_ends: when the session
    ends, in Unix seconds, or None.
    """
    person = person_of(request)
    ends = request.session.get(SESSION_ENDS) if person else None
    about = {"person": person, "session_ends": ends, "as_of": chosen_day.get()()}
    return around(request) | about


def around(request: HttpRequest) -> dict[str, Any]:
    """Return the part of the context that needs neither the session nor the database."""
    return {
        "site_name": settings.SITE_NAME,
        "contact_email": settings.CONTACT_EMAIL,
        "operator_name": settings.OPERATOR_NAME,
        "navigation": [(link, _is_here(request, link)) for link in NAVIGATION],
        "footer_links": FOOTER,
    }


def _is_here(request: HttpRequest, link: Link) -> bool:
    places = [(start, one.address) for one in NAVIGATION for start in (one.address, *one.also)]
    candidates = [(len(start), place) for start, place in places if request.path.startswith(start)]
    return max(candidates, default=(0, ""))[1] == link.address
