"""A walk along every link of the site."""

import re
import uuid
from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Mapping
from urllib.parse import parse_qsl, urlsplit

from django.test import Client
from django.urls import Resolver404, resolve

from tests.pages import Page
from tests.vacancies.conftest import make_criterion
from vacancies.drafting.services.ordered import add_duty
from vacancies.models import AdvertChannel, AdvertChoice, Vacancy
from vacancies.recruiting.services.selection import add_question

LINK = re.compile(r'<a [^>]*href="([^"]+)"')
# What tells rows of one vacancy, plan or template apart that are shown alike.
ALIKE = {"code", "factor"}
MANY_DUTIES, MANY_CRITERIA = 17, 23
OF_A_ROW = ("_id", "number", "code")  # in the address of a file


def walk(
    client: Client, *, alike_left_out: bool = False, known: Collection[str] = ()
) -> tuple[dict[str, str], list[str]]:
    """Return every page reached from the home page, by address, and the links that are dead.

    alike_left_out: opens only some of the addresses that differ by a row alone (`kind_of`).
    known: addresses that another walk has opened; they are "" here, as files and redirects are.
    """
    found, waiting, dead, opened = dict.fromkeys(known, ""), {"/": "the start"}, [], Counter()
    while waiting:
        address, source = waiting.popitem()
        kind, enough = kind_of(address)
        opened[kind] += 1
        if alike_left_out and opened[kind] > enough:
            continue
        response = client.get(address, follow=True)
        if response.status_code != 200:
            dead.append(f"{address} on {source}: {response.status_code}")
        is_page = response.headers["Content-Type"].startswith("text/html")
        found[address] = response.content.decode() if is_page else ""
        if response.redirect_chain:  # the page is the one that it leads to
            waiting.setdefault(response.redirect_chain[-1][0], address)
            found[address] = ""
            waiting = {target: why for target, why in waiting.items() if target not in found}
            continue
        for link in LINK.findall(found[address]):
            parts = urlsplit(link.replace("&amp;", "&"))
            if parts.scheme or parts.netloc or not parts.path:
                continue
            target = parts.path + (f"?{parts.query}" if parts.query else "")
            if target not in found and not parts.path.startswith("/admin/"):
                waiting[target] = address
    return found, dead


def kind_of(address: str) -> tuple[Hashable, int]:
    """Return what an address has in common with others, and how many of these say enough.

    Of a file one does, whosever it is; of rows two, which may have one title; of questions behind
    a path four.
    """
    parts = urlsplit(address)
    asked = frozenset(name for name, _ in parse_qsl(parts.query))
    try:
        view = resolve(parts.path)
    except Resolver404:
        return address, 1
    told, enough = view.kwargs, 4
    if "kind" in told:
        told, enough = {k: v for k, v in told.items() if not k.endswith(OF_A_ROW)}, 1
    elif len(told) > 1 and ALIKE & told.keys():
        told, enough = {k: v for k, v in told.items() if k not in ALIKE}, 2
    return (view.view_name, frozenset(told.items()), asked), enough


def shared_titles(pages: Mapping[str, Page]) -> dict[str, list[str]]:
    """Return the titles that pages of several paths have, with the paths. pages: by address.

    A question behind the path shows the same page in another way.
    """
    paths = defaultdict(set)
    for address, page in pages.items():
        paths[page.title].add(urlsplit(address).path)
    return {title: sorted(found) for title, found in paths.items() if len(found) > 1}


def fill(vacancy: Vacancy) -> None:
    """As many duties and criteria as a long job description has, in different words."""
    duties = [
        add_duty(vacancy=vacancy, text=f"Does work of kind {number}", key=uuid.uuid4())
        for number in range(1, MANY_DUTIES)
    ]
    for channel in AdvertChannel.objects.all()[:5]:
        AdvertChoice.objects.create(vacancy=vacancy, channel=channel)
    for number in range(1, MANY_CRITERIA):
        criterion = make_criterion(vacancy, f"Can do things of kind {number}")
        criterion.duties.set(duties[number % 5 :: 7])
        asked = {"method": "interview", "text": f"How would you do work of kind {number}?"}
        if number % 3 == 0:
            add_question(vacancy=vacancy, key=uuid.uuid4(), criterion=criterion, **asked)
