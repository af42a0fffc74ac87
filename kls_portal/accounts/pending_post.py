"""Words that somebody posted after their session had ended, carried through sign-in.

They travel in the sign-in form, signed, and are stored nowhere. After sign-in they are shown with
a button that sends them on: nothing is saved without a press. They come back to the person who
typed them alone, known by a cookie of the last sign-in (`remember_person`). A form of another site
never gets here, because the check of its token comes first.
"""

from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils.http import url_has_allowed_host_and_scheme

SALT = "kls_portal.accounts.pending_post"
PERSON = "person"
"""The cookie that says who signed in last: it ends with the browser, and opens nothing."""
LONGEST_WAIT = 12 * 60 * 60
"""Seconds between pressing the button and signing in."""
NOT_TYPED = {"csrfmiddlewaretoken", "version_token", "key"}
SECRET = ("password", "token")


@dataclass(frozen=True)
class KeptWords:
    """What was posted: who typed it, the address it was for, and its fields in order.

    page: the address it was typed at, which may be another one; "" where that is not known.
    """

    person: str
    path: str
    fields: tuple[tuple[str, str], ...]
    page: str = ""

    @property
    def typed(self) -> list[tuple[str, str]]:
        """Return (name in words, words) of what a person can read."""
        return [
            (name.replace("_", " ").capitalize(), text)
            for name, text in self.fields
            if name not in NOT_TYPED and text.strip()
        ]


def words_of(request: HttpRequest) -> KeptWords | None:
    """Return what a request posted, or None where there is nothing to keep.

    A form that carries a password is never kept, nor one of which nobody knows who typed it.
    """
    posted = request.POST
    person = request.get_signed_cookie(PERSON, "", salt=SALT)
    if not person:
        return None
    if any(secret in name.lower() for name in posted for secret in SECRET if name not in NOT_TYPED):
        return None
    fields = tuple(
        (name, text)
        for name, texts in posted.lists()
        if name != "csrfmiddlewaretoken"
        for text in texts
    )
    words = KeptWords(person, request.get_full_path(), fields, _page_of(request))
    return words if words.typed else None


def signed(words: KeptWords) -> str:
    """Return words as one signed line for a hidden field."""
    return signing.dumps(
        [words.person, words.path, words.fields, words.page], salt=SALT, compress=True
    )


def unsigned(line: str, person: object) -> KeptWords | None:
    """Return the words of a line made here within the last 12 hours, or None.

    person: primary key of who asks; the words of anybody else are not given out.
    """
    try:
        typed_by, path, fields, page = signing.loads(line, salt=SALT, max_age=LONGEST_WAIT)
    except (signing.BadSignature, ValueError):
        return None
    if typed_by != str(person):
        return None
    return KeptWords(typed_by, path, tuple((name, text) for name, text in fields), page)


def remember_person(response: HttpResponse, person: object) -> None:
    """Let the browser know, until it is closed, whose words its open pages hold."""
    response.set_signed_cookie(
        PERSON,
        str(person),
        salt=SALT,
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite=settings.SESSION_COOKIE_SAMESITE,
    )


def _page_of(request: HttpRequest) -> str:
    """Return the address on this site of the page that was sent from, "" where it says none."""
    try:
        came = urlsplit(request.headers.get("Referer", ""))
    except ValueError:
        return ""
    page = urlunsplit(("", "", came.path, came.query, ""))
    is_ours = came.netloc == request.get_host() and url_has_allowed_host_and_scheme(page, None)
    return page if is_ours else ""
