"""Pages whose address is a secret: nobody stores, indexes or learns it, and no text names it.

Which addresses are secret is read from the URL patterns: those with a part called as in SECRET.
Everything from that part on is masked, and so are the words behind a question mark, and whatever
looks like a token in an address that the portal does not know.
"""

import re
from collections.abc import Iterator
from functools import cache, wraps
from typing import Any
from urllib.parse import quote

from django.apps import apps
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, get_resolver

from kls_portal.http_methods import View

SECRET = ("token", "key")
MASK = "…"
# As `secret_link` and Django's password reset make them.
LIKE_A_TOKEN = re.compile(
    r"(?:(?<![\w-])(?=[\w-]{0,99}\d)(?=[\w-]{0,99}[A-Z])[\w-]{31}|[0-9a-z]{6,40}-[0-9a-f]{31})[\w-]+"
)
PLAIN = "/:@&+$,-_.!~*()%"
"""What stands in a path as it is."""
QUERY = re.compile(r"(/[^\s?]{0,900})\?[^\s\"']*")


def masked(text: str) -> str:
    """Return a text without the secret parts and the queries of the addresses in it."""
    text = QUERY.sub(rf"\1?{MASK}", text)
    # Before the site is there, nobody can have opened a link.
    if apps.ready:
        text = _secret_starts().sub(rf"\1{MASK}", text)
    return LIKE_A_TOKEN.sub(MASK, text)


def masked_path(path: str) -> str:
    """Return a path that somebody asked for, quoted, without its secret parts and its query.

    A space, a quotation mark or a question mark that was sent encoded ends no path.
    """
    before, mark, _ = path.partition("?")
    return masked(quote(before, safe=PLAIN, errors="replace")) + (f"?{MASK}" if mark else "")


@cache
def _secret_starts() -> re.Pattern[str]:
    starts = "|".join(sorted(set(_starts(get_resolver(), ""))))
    return re.compile(rf"({starts})[^\s?#\"'<>]+")


def _starts(resolver: URLResolver, before: str) -> Iterator[str]:
    """Yield a pattern of what stands before each secret part of an address."""
    for entry in resolver.url_patterns:
        pattern = before + entry.pattern.regex.pattern.lstrip("^").removesuffix(r"\Z")
        if isinstance(entry, URLResolver):
            yield from _starts(entry, pattern)
        elif isinstance(entry, URLPattern):
            groups = [f"(?P<{name}>" for name in SECRET if f"(?P<{name}>" in pattern]
            if groups:
                start = pattern[: min(pattern.index(group) for group in groups)]
                yield "/" + re.sub(r"\(\?P<\w+>", "(?:", start)


HEADERS = {
    "Cache-Control": "private, no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
}


def secret(view: View) -> View:
    """Let nobody store the page, index it, or learn its address from a link on it."""

    @wraps(view)
    def wrapper(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        for name, value in HEADERS.items():
            response.headers[name] = value
        return response

    return wrapper
