"""The context of every page: service name, navigation, footer and signed-in person."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from kls_portal.accounts.permissions import SESSION_ENDS
from kls_portal.operation.site_version import chosen_day
from kls_portal.parts import Link
from kls_portal.public import has_session

NAVIGATION = (
    Link("Recruiting", "/recruiting/"),
    Link("Retaining", "/retaining/"),
    Link("Induction", "/induction/"),
    Link("Tools", "/tools/"),
    Link("Vacancies", "/vacancies/"),
)
# Pages whose place in the navigation differs from their address.
ELSEWHERE = (
    ("/vacancies/profiles/", "/tools/"),
    ("/vacancies/check/", "/tools/"),
    ("/vacancies/induction/", "/tools/"),
    ("/vacancies/induction/plans/", "/induction/"),
    ("/vacancies/induction/organisations/", "/induction/"),
    ("/vacancies/retention/", "/tools/"),
    ("/vacancies/peers/", "/retaining/"),
    ("/networks/", "/retaining/"),
)
ABOUT_THE_PORTAL = (
    Link("Accessibility statement", "/accessibility-statement/"),
    Link("Privacy", "/privacy/"),
    Link("Cookies", "/cookies/"),
    Link("Contact", "/contact/"),
    Link("About this portal", "/about/"),
)
FOOTER = (
    *ABOUT_THE_PORTAL,
    Link("Case studies", "/case-studies/"),
    Link("Networks of colleagues and email lists", "/networks/"),
    Link("Updates", "/updates/"),
)


def site(request: HttpRequest) -> dict[str, Any]:
    """Return the context of every template. `person` is None unless the visitor has a session.

    as_of: the other day whose facts an editor is viewing, or None. session_ends: when the session
    ends, in Unix seconds, or None.
    """
    person = _person(request)
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
    places = [*ELSEWHERE, *((one.address, one.address) for one in NAVIGATION)]
    candidates = [(len(start), place) for start, place in places if request.path.startswith(start)]
    return max(candidates, default=(0, ""))[1] == link.address


def _person(request: HttpRequest) -> Any:
    user = getattr(request, "user", None)
    return user if has_session(request) and user is not None and user.is_authenticated else None
