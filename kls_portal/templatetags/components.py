"""Small parts of a page, each with declared inputs; `/components/` shows them all.

To add one: a function here, a template in templates/components/, a sample in the gallery.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from functools import cache
from typing import Any
from urllib.parse import urlencode

from django import template
from django.core.paginator import Page
from django.shortcuts import resolve_url
from django.template.context import Context
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from kls_portal.files import links_to_files
from kls_portal.parts import Fold, Row, Task, link_of
from kls_portal.statuses import status_of

register = template.Library()


@register.filter
def at(values: Mapping[str, Any] | None, key: str) -> Any:
    """What stands at a key, None for nothing."""
    return values.get(key) if values else None


@register.inclusion_tag("components/breadcrumb.html")
def breadcrumb(*links: Any) -> dict[str, Any]:
    """Where the page lies: its parents, from the home page down, the page itself left out.

    One list of links, or texts and addresses in turn. On small screens: a link back to the last.
    """
    if len(links) == 1:
        trail = [link_of(link) for link in links[0]]
    else:
        trail = [link_of(pair) for pair in zip(links[::2], links[1::2], strict=True)]
    return {"trail": trail, "parent": trail[-1] if trail else None}


@register.inclusion_tag("components/back_link.html")
def back_link(address: str, text: str = "Back") -> dict[str, Any]:
    """A link to the page before, above everything else."""
    return {"address": address, "text": text}


@register.inclusion_tag("components/contents_list.html")
def contents_list(
    links: Iterable[Any], current: str = "", label: str = "Pages in this guide"
) -> dict[str, Any]:
    """Links to the pages of a section. `current`: the address of the page itself."""
    return {"links": [link_of(link) for link in links], "current": current, "label": label}


@register.inclusion_tag("components/file_links.html")
def file_links(what: str, page: str, *args: Any, **query: Any) -> dict[str, Any]:
    """Links to every format a file comes in. `page`: the name of its address; `args`: its own.

    `query` in the address: a whole one as `query`, or name by name; what is empty is left out.
    """
    whole = query.pop("query", "") or urlencode({name: one for name, one in query.items() if one})
    return {"what": what, "links": links_to_files(page, *args, query=whole)}


@register.inclusion_tag("components/pagination.html")
def pagination(previous: Any = None, next: Any = None) -> dict[str, Any]:
    """Links to the page before and after; each may be left out."""
    return {"previous": previous and link_of(previous), "next": next and link_of(next)}


@register.inclusion_tag("components/page_numbers.html", takes_context=True)
def page_numbers(context: Context, page: Page, label: str = "Pagination") -> dict[str, Any]:
    """Numbered pages of a long list, as `?page=2`; the rest of the query stays. Nothing for one."""
    numbers = list(page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1))
    return {"page": page, "numbers": numbers, "gap": page.paginator.ELLIPSIS, "label": label}


@register.inclusion_tag("components/tag.html")
def tag(text: str, colour: str = "", plain: bool = False) -> dict[str, Any]:
    """A short label. colour: of the design system; plain: the words alone."""
    return {"text": text, "colour": colour, "plain": plain}


@register.simple_tag
@cache
def status_tag(slug: str) -> SafeString:
    """The tag of a status, worded and coloured by kls_portal/statuses.py; drawn once a process."""
    status = status_of(slug)
    return render_to_string("components/tag.html", {**asdict(status), "text": status.words})


@register.inclusion_tag("components/task_list.html")
def task_list(tasks: Iterable[Task], prefix: str = "task") -> dict[str, Any]:
    """Things to do and how far each is. `prefix` keeps the ids of two lists on a page apart."""
    return {"tasks": tasks, "prefix": prefix}


@register.inclusion_tag("components/stepper.html")
def stepper(steps: Iterable[Any], current: int) -> dict[str, Any]:
    """The stages of a way, as `Task`s. `current`: the number of the one where somebody is."""
    steps = list(steps)
    return {"steps": steps, "current": current, "now": steps[current - 1]}


WHOLE = 200
"""How wide a bar or scale is drawn, in units of its own."""


@register.inclusion_tag("components/bar.html")
def bar(parts: Iterable[int], total: int) -> dict[str, Any]:
    """Parts of a whole side by side, as a picture of the sentence or table beside it.

    Where the parts are more than `total`, they are the whole. Nothing is drawn without any.
    """
    parts = [part for part in parts if part > 0]
    whole, drawn, x = max(total, sum(parts)), [], 0.0
    for part in parts:
        width = WHOLE * part / whole
        drawn.append((f"{x:.1f}", f"{max(width - 1, 0.5):.1f}"))
        x += width
    return {"parts": drawn, "whole": WHOLE}


@register.inclusion_tag("components/scale.html")
def scale(value: int, low: int, high: int) -> dict[str, Any]:
    """Where a value lies beside a range, as a picture of the sentence beside it."""
    room = max(high - low, 1) / 2
    first, last = min(low, value) - room, max(high, value) + room
    at = [WHOLE * (number - first) / (last - first) for number in (low, high, value)]
    shown = {"x": f"{at[0]:.1f}", "width": f"{at[1] - at[0]:.1f}", "mark": f"{at[2]:.1f}"}
    return {**shown, "low": low, "high": high, "high_x": f"{at[1]:.1f}", "whole": WHOLE}


@register.inclusion_tag("components/summary_list.html")
def summary_list(rows: Iterable[Row], border: bool = True) -> dict[str, Any]:
    """What has been answered, each with its actions."""
    rows = list(rows)
    return {"rows": rows, "border": border, "acts": any(row.actions for row in rows)}


def _columns(head: Iterable[str], places: str) -> list[tuple[str, bool]]:
    """Return the heading of each column, and whether its place is among those given: "2 3"."""
    return [(text, str(place) in places.split()) for place, text in enumerate(head, start=1)]


@register.inclusion_tag("components/table.html")
def table(
    caption: str, head: Iterable[str], rows: Iterable[Iterable[Any]], numeric: str = ""
) -> dict[str, Any]:
    """A table whose first column names the row. On small screens each row becomes a block.

    numeric: places of the columns with numbers, from 1, as "2 3".
    """
    columns = _columns(head, numeric)
    body = [list(zip(columns, row, strict=True)) for row in rows]
    return {"caption": caption, "columns": columns, "body": body}


@register.simple_block_tag
def rows_table(
    content: str,
    caption: str,
    *head: Any,
    narrow: str = "",
    breakable: bool = False,
    is_caption_hidden: bool = False,
) -> SafeString:
    """A table whose rows are its content, with links, tags or data in them; each cell a `cell`.

    head: texts or lists of them; narrow: places of the columns that take little room, from 1.
    """
    texts = [one for part in head for one in ([part] if isinstance(part, str) else part)]
    columns = _columns(texts, narrow)
    shown = {"caption": caption, "columns": columns, "breakable": breakable, "rows": content}
    return render_to_string(
        "components/rows_table.html", {**shown, "is_caption_hidden": is_caption_hidden}
    )


@register.simple_block_tag
def cell(content: str, heading: str, names: bool = False) -> SafeString:
    """A cell of `rows_table`. heading: of its column, said beside it on small screens.

    names: whether it names the row, as one cell of each does.
    """
    shown = {"content": content, "heading": heading, "names": names}
    return render_to_string("components/cell.html", shown)


@register.simple_block_tag
def inset(content: str) -> SafeString:
    """Something that must stand out from the text around it."""
    return render_to_string("components/inset.html", {"content": content})


@register.simple_block_tag
def warning_callout(content: str, heading: str = "Important", level: int = 3) -> SafeString:
    """A warning. `level` of its heading, to fit the page."""
    return render_to_string(
        "components/warning_callout.html", {"content": content, "heading": heading, "level": level}
    )


@register.simple_block_tag
def details(
    content: str, summary: str, is_open: bool = False, expander: bool = False
) -> SafeString:
    """Something to open when wanted. expander: the larger form, in a box."""
    return render_to_string(
        "components/details.html",
        {"content": content, "summary": summary, "is_open": is_open, "expander": expander},
    )


@register.simple_block_tag
def fold(content: str, part: Fold) -> SafeString:
    """Rows of a long list, to open and close; those of a short one as they are."""
    return render_to_string("components/fold.html", {"content": content, "part": part})


@register.inclusion_tag("components/jump_list.html")
def jump_list(parts: Iterable[Fold]) -> dict[str, Any]:
    """Links to the folds of a long list. Nothing where all are closed: they are a list then."""
    parts = [part for part in parts if part.words]
    return {"parts": parts if parts and parts[0].is_open else []}


@register.inclusion_tag("components/action_link.html")
def action_link(text: str, address: str) -> dict[str, Any]:
    """The one thing to do next, as a link with an arrow."""
    return {"text": text, "address": address}


@register.inclusion_tag("components/tool.html")
def tool(name: object, address: str, what_for: str) -> dict[str, Any]:
    """A row of a list of tools or things to read: its name as a link, and what it is for."""
    return {"name": name, "address": address, "what_for": what_for}


@register.inclusion_tag("components/button_link.html")
def button_link(text: str, address: str, variant: str = "", small: bool = False) -> dict[str, Any]:
    """A link that looks like a button. variant: "", "secondary", "warning", "reverse"."""
    return {"text": text, "address": address, "variant": variant, "small": small}


@register.inclusion_tag("components/go_back.html")
def go_back(where: str, *to: Any) -> dict[str, Any]:
    """The link at the foot of a page, to the page it belongs to. to: as `resolve_url` takes it."""
    return {"where": where, "address": resolve_url(*to)}


@register.inclusion_tag("components/card.html")
def card(
    heading: str, address: str = "", text: str = "", level: int = 2, size: str = "m"
) -> dict[str, Any]:
    """A card; with an address the whole of it is a link."""
    return {"heading": heading, "address": address, "text": text, "level": level, "size": size}


@register.inclusion_tag("components/card_group.html")
def card_group(cards: Iterable[Any], level: int = 2) -> dict[str, Any]:
    """Cards beside each other, two in a row."""
    return {"cards": [link_of(link) for link in cards], "level": level}


@register.inclusion_tag("components/notification_banner.html")
def notification_banner(text: str, success: bool = False, number: int = 1) -> dict[str, Any]:
    """What has just happened. `number` keeps the ids of several banners apart."""
    return {"text": text, "success": success, "number": number}
