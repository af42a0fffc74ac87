"""Opening, sharing and deleting a vacancy, and secret links for people without an account."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial, wraps
from pathlib import Path
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate, localtime
from django.views.decorators.csrf import csrf_exempt

from kls_portal.accounts.permissions import Action, UserRequest
from kls_portal.answers import Answer, Function, View, answered, rendered, require_safe_or_post
from kls_portal.in_words import plain_date
from kls_portal.plain_values import read_toml
from kls_portal.public import public
from kls_portal.secret_addresses import secret
from kls_portal.secret_link import SecretLink, SecretLinkQuery
from vacancies.posts.forms.vacancy import DeleteForm, LinkForm, NewVacancyForm, ShareForm
from vacancies.posts.models import Vacancy
from vacancies.posts.requests import for_members, posted, vacancy_form
from vacancies.posts.services import make_vacancy_link, open_vacancy

DATA = Path(__file__).resolve().parent / "data" / "audiences.toml"


@dataclass(frozen=True)
class Audience:
    """The audience of a kind of link, as `data/audiences.toml` gives it. slug: the kind."""

    page: str
    title: str
    opens: str
    to: str
    subject: str
    words: str
    slug: str = ""


@cache
def audience(slug: str) -> Audience:
    """Return the audience with this slug. Raises KeyError if there is none."""
    return replace(read_toml(DATA, dict[str, Audience])[slug], slug=slug)


def link_page(
    request: UserRequest,
    audience: Audience,
    links: SecretLinkQuery,
    *,
    make: Callable[..., str],
    close: Callable[[], Any],
    form: LinkForm,
    **context: Any,
) -> HttpResponse:
    """Make or close a secret link. Its URL is shown only once.

    links: those of its kind so far; make: returns the token of a new one, valid for `days`; close:
    closes them; form: asks for the number of days. context: `base`, the template that the page
    extends; `of`, the title of what the link opens; `back`, label and URL of the page to return to.
    """
    if request.method == "POST" and "close" in request.POST:
        close()
        return answered(request, "You closed the link. It no longer works.", request.path)
    address = ""
    if request.method == "POST" and form.is_valid():
        token = make(days=form.cleaned_data["days"])
        address = request.build_absolute_uri(reverse(audience.page, args=[token]))
    link = links.open().first()
    context |= {"audience": audience, "form": form, "link": link}
    if address and link:
        context |= {"address": address, "email": _email(audience, address, link)}
    return render(request, "vacancies/posts/link_page.html", context)


def _email(audience: Audience, address: str, link: SecretLink) -> str:
    until = plain_date(localtime(link.expires_at).date())
    ends = f"The link works until {until}. Keep it private."
    return f"Hello\n\n{audience.words}\n\n{address}\n\n{ends}\n"


def vacancy_link_page(
    request: UserRequest,
    vacancy: Vacancy,
    audience: Audience,
    *,
    back: tuple[str, str],
    version: int | None = None,
    needed_on: date | None = None,
) -> HttpResponse:
    """Make or close the link of a vacancy for an audience; version: as for `make_vacancy_link`.

    needed_on: the last day on which it must open, if one is known.
    """
    links, today = vacancy.links.filter(kind=audience.slug), localdate()
    what: dict[str, Any] = {"vacancy": vacancy, "kind": audience.slug, "version": version}
    return link_page(
        request,
        audience,
        links,
        make=partial(make_vacancy_link, person=request.user, **what),
        close=links.close,
        form=LinkForm(posted(request), needed=(needed_on - today).days + 1 if needed_on else 0),
        base="vacancies/posts/base_vacancy.html",
        of=vacancy.title,
        back=back,
        vacancy=vacancy,
    )


def by_secret_link(find: Callable[[str], Any]) -> Callable[[Function], View]:
    """Return a decorator that passes the view what `find` returns for the token, and the token.

    The page gets the `token`, too.

    A token that is unknown or closed gets `closed_page`. The view is exempt from CSRF protection:
    the token alone grants access and no other site knows it, and browsers could not pass the check,
    because these pages send no referrer.
    """

    def guard(view: Function) -> View:
        @wraps(view)
        def wrapper(request: HttpRequest, token: str, **kwargs: Any) -> Answer:
            linked = find(token)
            if linked is None:
                return closed_page(request)
            answer = view(request, linked, token, **kwargs)
            return answer if isinstance(answer, HttpResponse) else {"token": token, **answer}

        return csrf_exempt(public(secret(rendered(wrapper))))

    return guard


def closed_page(request: HttpRequest) -> HttpResponse:
    """Return the page for a link that opens nothing, with status 404. It shows what was typed."""
    return render(request, "vacancies/posts/link_closed.html", status=404)


THEN = {"import": "vacancies:import_create", "handover": "vacancies:handover_link"}
"""Pages where a new vacancy may start instead of its first page."""


@require_safe_or_post
@for_members
def vacancy_create(request: UserRequest) -> Answer:
    """Open a vacancy, and continue with an old job description or a handover if asked to.

    `?start=handover` asks only for what a handover needs. Submitting the same form twice opens one
    vacancy.
    """
    form = NewVacancyForm(posted(request), person=request.user)
    then = request.POST.get("then") or request.GET.get("start")
    if then == "handover":
        form.ask_for_a_handover()
    if request.method == "POST" and form.is_valid():
        vacancy, is_new = open_vacancy(person=request.user, **form.cleaned_data)
        page = reverse(THEN.get(then or "", "vacancies:vacancy_detail"), args=[vacancy.pk])
        said = f"You opened “{vacancy.title}”."
        if not is_new:
            said += " This is still the same vacancy. A second one needs another title today."
        return answered(request, said, page)
    return {"form": form, "is_handover": then == "handover"}


@vacancy_form(action=Action.SHARE)
def vacancy_share(request: UserRequest, vacancy: Vacancy) -> Answer:
    form = ShareForm(posted(request), instance=vacancy)
    if request.method == "POST" and form.is_valid():
        form.save()
        return answered(request, "You saved who may work on this vacancy.", vacancy)
    return {"form": form}


@vacancy_form(action=Action.DELETE)
def vacancy_delete(request: UserRequest, vacancy: Vacancy) -> Answer:
    form = DeleteForm(posted(request))
    if request.method == "POST" and form.is_valid():
        vacancy.delete()
        return answered(request, f"You deleted “{vacancy.title}”.", "vacancies:vacancy_list")
    return {"form": form}
