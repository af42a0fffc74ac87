"""Secret links for people without an account: the page that offers one, and the pages opened."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial, wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate, localtime
from django.views.decorators.csrf import csrf_exempt

from kls_portal.accounts.requests import UserRequest
from kls_portal.answers import answered
from kls_portal.http_methods import View
from kls_portal.in_words import plain_date
from kls_portal.public import public
from kls_portal.secret_addresses import secret
from kls_portal.secret_link import SecretLink, SecretLinkQuery
from vacancies.posts.forms.vacancy import LinkForm
from vacancies.posts.models import Vacancy
from vacancies.posts.requests import posted
from vacancies.posts.services import make_vacancy_link


@dataclass(frozen=True)
class Audience:
    """The audience of a kind of link.

    slug: the kind; page: URL name of the page that it opens. title: heading of the page that offers
    it; opens: what the recipient sees and may do; to: further words on its recipients. subject,
    words: of the email that goes with it.
    """

    slug: str
    page: str
    title: str
    opens: str
    to: str
    subject: str
    words: str


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


def by_secret_link(
    find: Callable[[str], Any], *, typed: Iterable[str] = ()
) -> Callable[[View], View]:
    """Return a decorator that passes the view what `find` returns for the token, and the token.

    A token that is unknown or closed gets `closed_page`, which shows the values of `typed`. The
    view is exempt from CSRF protection: the token alone grants access and no other site knows it,
    and browsers could not pass the check, because these pages send no referrer.
    """

    def guard(view: View) -> View:
        @wraps(view)
        def wrapper(request: HttpRequest, token: str, **kwargs: Any) -> HttpResponse:
            linked = find(token)
            if linked is None:
                return closed_page(request, typed)
            return view(request, linked, token, **kwargs)

        return csrf_exempt(public(secret(wrapper)))

    return guard


def closed_page(request: HttpRequest, typed: Iterable[str] = ()) -> HttpResponse:
    """Return the page for a link that opens nothing, with status 404.

    typed: names of the fields on the page that was open before. Their values are shown again and
    not stored.
    """
    words = [text for name in typed if (text := request.POST.get(name, "").strip())]
    return render(request, "vacancies/posts/link_closed.html", {"typed": words}, status=404)
