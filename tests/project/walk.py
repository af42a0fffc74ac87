"""A walk along every link of the site."""

import re
from collections import defaultdict
from collections.abc import Mapping
from urllib.parse import urlsplit

from tests.pages import Page

LINK = re.compile(r'<a [^>]*href="([^"]+)"')


def walk(client, start: str = "/") -> dict[str, str]:
    """Return every page reached from `start`, by address; fail on a link that leads nowhere."""
    found, waiting, dead = {}, {start: "the start"}, []
    while waiting:
        address, source = waiting.popitem()
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
    assert dead == []
    return found


def shared_titles(pages: Mapping[str, str]) -> dict[str, list[str]]:
    """Return the titles that pages of several paths have, with the paths. pages: HTML by address.

    A question behind the path shows the same page in another way.
    """
    paths = defaultdict(set)
    for address, page in pages.items():
        if page:
            paths[Page(page).title].add(urlsplit(address).path)
    return {title: sorted(found) for title, found in paths.items() if len(found) > 1}
