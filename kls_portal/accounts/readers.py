"""Pages for people who may see an object and not edit it: without the ways to its forms.

Every page links to the forms of its object; for readers, this removes what would be refused. What
would be is known from the views alone (`answers.marked`), so no page needs to ask who reads it.
Other words for those who edit (“Open a milestone to move it.”) have the attribute data-to-edit.
"""

from typing import Any, TypeAlias
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, ResolverMatch, resolve
from django.utils.deprecation import MiddlewareMixin
from lxml import html

from kls_portal.accounts.permissions import ONLY_READS
from kls_portal.answers import mark_of

Element: TypeAlias = Any

_AN_ACTION = ("button", "action")  # in the name of a class
_BLOCKS = ("li", "p", "span")
_HEADINGS = ("h2", "h3", "h4")
_ENDS = (".", "?", "!")
_KEPT_EMPTY = ("td", "th", "dd", "main", "body")
_SEEN_THOUGH_EMPTY = "descendant-or-self::*[self::input or self::svg or self::img or self::button]"
_HIDDEN = ".//*[contains(@class, 'nhsuk-u-visually-hidden')]"
_TO_EDIT = "//*[@data-to-edit]"
_TYPED = "ancestor-or-self::*[contains(@class, 'portal-breakable')]"


class ReadersMiddleware(MiddlewareMixin):
    """Remove the ways to forms from pages whose object the user may only see."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        is_page = response.headers.get("Content-Type", "").startswith("text/html")
        match = getattr(request, ONLY_READS, False) and request.resolver_match
        if match and is_page and response.content:
            response.content = without_forms(response.content.decode(), match)
        return response


def without_forms(markup: str, page: ResolverMatch) -> str:
    """Return a page without the forms of its object, and without the links to pages with such.

    page: the match of its URL, which names the object. An action, that is a button or a link that
    is a sentence of its own, is removed; the words of any other link stay, and all typed words.
    """
    document = html.document_fromstring(markup)
    for words in document.xpath(_TO_EDIT):
        _remove(words)
    for form in document.xpath("//form[@method='post']"):
        if _is_about_the_same(page, form.get("action")):
            _remove(form)
    for link in document.xpath("//a[@href]"):
        match = _is_about_the_same(page, link.get("href"))
        if match and mark_of(match.func, "has_form"):
            _remove(link) if _is_an_action(link) else _keep_words(link)
    return str(html.tostring(document, doctype="<!doctype html>", encoding="unicode"))


def _is_about_the_same(page: ResolverMatch, address: str | None) -> ResolverMatch | None:
    """Return the match of a URL that is about an object of the page, None of any other."""
    parts = urlsplit(address or "")
    try:
        match = None if parts.netloc else resolve(parts.path)
    except Resolver404:
        return None
    return match if match and match.kwargs.items() & page.kwargs.items() else None


def _is_an_action(link: Element) -> bool:
    block, own = link.getparent(), _words(link)
    if any(name in one.get("class", "") for name in _AN_ACTION for one in (link, block)):
        return True
    before, _, after = _words(block).rpartition(own)
    is_sentence = after in {"", "."} and (not before or before.rstrip().endswith(_ENDS))
    return block.tag in _BLOCKS and is_sentence and not link.xpath(_TYPED)


def _words(element: Element) -> str:
    return " ".join(element.text_content().split())


def _keep_words(link: Element) -> None:
    for hidden in link.xpath(_HIDDEN):
        hidden.drop_tree()
    link.drop_tag()


def _remove(element: Element) -> None:
    """Remove an element, its heading if it was all below it, and what holds nothing else."""
    parent, above, below = element.getparent(), element.getprevious(), element.getnext()
    element.tail = (element.tail or "").removeprefix(".")
    element.drop_tree()
    if above is not None and above.tag in _HEADINGS and (below is None or below.tag in _HEADINGS):
        above.drop_tree()
    named_by = parent[0] if parent.tag == "details" else None
    words = _words(parent) if named_by is None else _words(parent).removeprefix(_words(named_by))
    if not (parent.tag in _KEPT_EMPTY or words or parent.xpath(_SEEN_THOUGH_EMPTY)):
        _remove(parent)
