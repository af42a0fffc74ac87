"""What a person posted after their session ended, carried through sign-in.

It travels, signed, in the sign-in form and is stored nowhere. After sign-in it is shown with a
button that sends it on: nothing is saved without a press. It is given back only to the person who
typed it, identified by a cookie set at the last sign-in (`remember_person`). Forms posted from
other sites never reach this code, because the CSRF check comes first.
"""

import re
from dataclasses import dataclass, replace
from urllib.parse import urlsplit, urlunsplit

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils.http import url_has_allowed_host_and_scheme

SALT = "kls_portal.accounts.pending_post"
PERSON = "person"
"""Cookie naming who signed in last: it expires with the browser and grants no access."""
LONGEST_WAIT = 12 * 60 * 60
"""Seconds allowed between posting the form and signing in."""
NOT_TYPED = {"csrfmiddlewaretoken", "version_token", "key", "stored_as", "order"}
"""Fields that a page fills in by itself, without the prefix that a form of many rows gives them."""
SECRET = ("password", "token")


@dataclass(frozen=True)
class PendingPost:
    """What was posted: who typed it, the address it was for, and its fields in order.

    page: the address of the page with the form, which may differ; "" if unknown.
    """

    person: str
    path: str
    fields: tuple[tuple[str, str], ...]
    page: str = ""

    @property
    def typed(self) -> list[tuple[str, str]]:
        """Return (readable field name, text) for each field that the person typed."""
        return [
            (re.sub("[_-]", " ", name).capitalize(), text)
            for name, text in self.fields
            if _is_typed(name) and text.strip()
        ]


def _is_typed(name: str) -> bool:
    return name.rpartition("-")[2] not in NOT_TYPED


def unsaved(request: HttpRequest) -> PendingPost:
    """Return what a request posted, by nobody in particular; of a form with a password, nothing."""
    posted = request.POST
    is_secret = any(word in name.lower() for name in posted if _is_typed(name) for word in SECRET)
    fields = tuple(
        (name, text)
        for name, texts in posted.lists()
        if name != "csrfmiddlewaretoken"
        for text in texts
    )
    return PendingPost("", request.get_full_path(), () if is_secret else fields, _page_of(request))


def pending_post_of(request: HttpRequest) -> PendingPost | None:
    """Return what a request posted, or None if there is nothing to keep.

    A form with a password is never kept, nor one whose author is unknown.
    """
    person = request.get_signed_cookie(PERSON, "", salt=SALT) or ""
    pending = replace(unsaved(request), person=person)
    return pending if person and pending.typed else None


def signed(pending: PendingPost) -> str:
    """Return the pending post as one signed string for a hidden field."""
    return signing.dumps(
        [pending.person, pending.path, pending.fields, pending.page], salt=SALT, compress=True
    )


def unsigned(line: str, person: object) -> PendingPost | None:
    """Return the pending post of a string signed here within the last 12 hours, or None.

    person: primary key of the user; what another person typed is not returned.
    """
    try:
        typed_by, path, fields, page = signing.loads(line, salt=SALT, max_age=LONGEST_WAIT)
    except (signing.BadSignature, ValueError):
        return None
    if typed_by != str(person):
        return None
    return PendingPost(typed_by, path, tuple((name, text) for name, text in fields), page)


def remember_person(response: HttpResponse, person: object) -> None:
    """Set a cookie, until the browser closes, saying whose words its open pages hold."""
    response.set_signed_cookie(
        PERSON,
        str(person),
        salt=SALT,
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite=settings.SESSION_COOKIE_SAMESITE,
    )


def _page_of(request: HttpRequest) -> str:
    """Return the path on this site of the referring page, or "" if not given."""
    try:
        came = urlsplit(request.headers.get("Referer", ""))
    except ValueError:
        return ""
    page = urlunsplit(("", "", came.path, came.query, ""))
    is_ours = came.netloc == request.get_host() and url_has_allowed_host_and_scheme(page, None)
    return page if is_ours else ""
