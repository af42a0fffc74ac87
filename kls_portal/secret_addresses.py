"""Pages with secret addresses: never stored, indexed or revealed, and masked in every text.

Secret addresses are found in the URL patterns: those with a group named in SECRET. Everything from
that group on is masked, as are query strings, and anything like a token in an unknown address.
"""

import re
from collections.abc import Iterator
from functools import cache, wraps
from typing import Any
from urllib.parse import quote

from django.apps import apps
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, get_resolver

from kls_portal.answers import View

SECRET = ("token", "key")
MASK = "…"
# In the formats of `secret_link` and Django's password reset.
LIKE_A_TOKEN = re.compile(
    r"(?:(?<![\w-])(?=[\w-]{0,99}\d)(?=[\w-]{0,99}[A-Z])[\w-]{31}|[0-9a-z]{6,40}-[0-9a-f]{31})[\w-]+"
)
PLAIN = "/:@&+$,-_.!~*()%"
"""Characters that stay unquoted in a path."""
QUERY = re.compile(r"(/[^\s?]{0,900})\?[^\s\"']*")


def masked(text: str) -> str:
    """Return a text with the secret parts and queries of its addresses masked."""
    text = QUERY.sub(rf"\1?{MASK}", text)
    # Before the apps are ready, nobody can have opened a link.
    if apps.ready:
        text = _secret_starts().sub(rf"\1{MASK}", text)
    return LIKE_A_TOKEN.sub(MASK, text)


def masked_path(path: str) -> str:
    """Return a requested path, quoted, with its secret parts and its query masked.

    It is quoted so that an encoded space, quotation mark or question mark does not end the path.
    """
    before, mark, _ = path.partition("?")
    return masked(quote(before, safe=PLAIN, errors="replace")) + (f"?{MASK}" if mark else "")


@cache
def _secret_starts() -> re.Pattern[str]:
    starts = "|".join(sorted(set(_starts(get_resolver(), ""))))
    return re.compile(rf"({starts})[^\s?#\"'<>]+")


def _starts(resolver: URLResolver, before: str) -> Iterator[str]:
    """Yield a pattern for what precedes each secret part of an address."""
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
    """Prevent caching and indexing of the page, and hide its address from the sites it links to."""

    @wraps(view)
    def wrapper(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        for name, value in HEADERS.items():
            response.headers[name] = value
        return response

    return wrapper
