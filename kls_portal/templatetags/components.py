"""Page components, each with declared inputs; `/components/` shows them all.

To add one: a function here, a template in templates/components/, a sample in the gallery.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from functools import cache
from typing import Any
from urllib.parse import urlencode

from django import template
from django.core.paginator import Page
from django.http import HttpRequest
from django.shortcuts import resolve_url
from django.template.context import Context
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst

from kls_portal.accounts.pending_post import unsaved
from kls_portal.files import links_to_files
from kls_portal.parts import Fold, Task, link_of, parts_in
from kls_portal.statuses import STATUSES

register = template.Library()


def _drawn(component: str, **context: Any) -> SafeString:
    return render_to_string(f"components/{component}.html", context)


@register.filter
def at(values: Mapping[str, Any] | None, key: str) -> Any:
    return values.get(key) if values else None


@register.filter
def words_typed(request: HttpRequest) -> list[tuple[str, str]]:
    """Return (readable field name, text) of each field that came to a page with this request."""
    return unsaved(request).typed if request.resolver_match else []


@register.filter
def table_named(table: str, name: str) -> SafeString:
    """Return a table of Django's admin with a caption, and the scope of the cell that names a row.

    A screen reader needs both.
    """
    caption = format_html('<caption class="portal-hidden">{}</caption>', capfirst(name))
    before, opens, after = table.partition("<table")
    tag, ends, rows = after.partition(">")
    named = before + opens + tag + ends + caption + rows if opens else table
    return mark_safe(named.replace('<th class="field', '<th scope="row" class="field'))


@register.inclusion_tag("components/breadcrumb.html")
def breadcrumb(*links: Any) -> dict[str, Any]:
    """Show the parents of the page, from the home page down, without the page itself.

    Takes one list of links, or texts and addresses (as for `resolve_url`) in turn; one without text
    is left out. Small screens show a link to the last.
    """
    if len(links) == 1:
        trail = [link_of(link) for link in links[0]]
    else:
        pairs = zip(links[::2], links[1::2], strict=True)
        trail = [link_of((text, resolve_url(to))) for text, to in pairs if text]
    return {"trail": trail, "parent": trail[-1] if trail else None}


@register.inclusion_tag("components/file_links.html")
def file_links(what: str, page: str, *args: Any, **query: Any) -> dict[str, Any]:
    """Show links to every format of a file. `page`: its URL name; `args`: its URL arguments.

    `query`: a whole query string as `query`, or parameters by name; empty ones are left out.
    """
    whole = query.pop("query", "") or urlencode({name: one for name, one in query.items() if one})
    return {"what": what, "links": links_to_files(page, *args, query=whole)}


@register.inclusion_tag("components/pagination.html")
def pagination(previous: Any = None, next: Any = None) -> dict[str, Any]:
    """Show links to the previous and next page; either may be left out."""
    return {"previous": previous and link_of(previous), "next": next and link_of(next)}


@register.inclusion_tag("components/page_numbers.html", takes_context=True)
def page_numbers(context: Context, page: Page, label: str = "Pagination") -> dict[str, Any]:
    """Show numbered pages of a list as `?page=2`, keeping the query; nothing for a single page."""
    numbers = list(page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1))
    return {"page": page, "numbers": numbers, "gap": page.paginator.ELLIPSIS, "label": label}


@register.simple_tag
@cache
def status_tag(slug: str) -> SafeString:
    """Return the tag of a status, as defined in kls_portal/statuses.toml; cached in the process."""
    status = STATUSES[slug]
    return _drawn("tag", **asdict(status), text=status.words)


@register.inclusion_tag("components/task_list.html")
def task_list(tasks: Iterable[Task], prefix: str = "task") -> dict[str, Any]:
    """Show tasks and their progress. `prefix` keeps the ids of two lists on a page distinct."""
    return {"tasks": tasks, "prefix": prefix}


@register.inclusion_tag("components/stepper.html")
def stepper(steps: Sequence[Any], current: int) -> dict[str, Any]:
    """Show the stages of a process, as `Task`s. `current`: the number of the current one."""
    return {"steps": steps, "current": current, "now": steps[current - 1]}


WHOLE = 200
"""Width of a bar or scale in SVG units."""


@register.inclusion_tag("components/bar.html")
def bar(parts: Iterable[int], total: int) -> dict[str, Any]:
    """Draw parts of a whole side by side, to illustrate the sentence or table beside it.

    If the parts exceed `total`, their sum is the whole. Nothing is drawn without parts.
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
    """Draw a value in relation to a range, to illustrate the sentence beside it."""
    room = max(high - low, 1) / 2
    first, last = min(low, value) - room, max(high, value) + room
    at = [WHOLE * (number - first) / (last - first) for number in (low, high, value)]
    drawn = {"x": f"{at[0]:.1f}", "width": f"{at[1] - at[0]:.1f}", "mark": f"{at[2]:.1f}"}
    return {**drawn, "low": low, "high": high, "high_x": f"{at[1]:.1f}", "whole": WHOLE}


@register.simple_block_tag
def answer_list(
    content: str, id: str = "", border: bool = True, breakable: bool = False
) -> SafeString:
    """Show the answers in its content, which may hold links or tags; each an `answer`."""
    return _drawn("answer_list", content=content, id=id, border=border, breakable=breakable)


@register.simple_block_tag
def answer(content: str, key: str, id: str = "", breakable: bool = False) -> SafeString:
    return _drawn("answer", content=content, key=key, id=id, breakable=breakable)


def _columns(head: Iterable[str], places: str) -> list[tuple[str, bool]]:
    """Return the heading of each column, and whether its number is among `places`: "2 3"."""
    return [(text, str(place) in places.split()) for place, text in enumerate(head, start=1)]


@register.inclusion_tag("components/table.html")
def table(
    caption: str, head: Iterable[str], rows: Iterable[Iterable[Any]], numeric: str = ""
) -> dict[str, Any]:
    """Show a table whose first column names the row. On small screens each row becomes a block.

    numeric: numbers of the columns with figures, from 1, as "2 3".
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
    look: str = "",
    part: str = "",
) -> SafeString:
    """Show a table with the rows in its content, which may hold links or tags; each cell a `cell`.

    head: texts or lists of them; narrow: numbers of the narrow columns, from 1; look: a class;
    part: the id of its caption, if it is a part of a long list.
    """
    texts = [one for given in head for one in ([given] if isinstance(given, str) else given)]
    columns = _columns(texts, narrow)
    context = {"caption": caption, "columns": columns, "breakable": breakable, "rows": content}
    context |= {"is_caption_hidden": is_caption_hidden, "look": look, "part": part}
    return _drawn("rows_table", **context)


@register.simple_block_tag
def cell(content: str, heading: str, names: bool = False) -> SafeString:
    """Show a cell of `rows_table`. heading: of its column, shown beside it on small screens.

    names: whether it is the row header; each row has one.
    """
    return _drawn("cell", content=mark_safe(content.strip()), heading=heading, names=names)


@register.simple_block_tag
def inset(content: str, id: str = "") -> SafeString:
    return _drawn("inset", content=content, id=id)


@register.simple_block_tag
def warning_callout(content: str, heading: str = "Important", level: int = 3) -> SafeString:
    """Show a warning. `level`: of its heading, to fit the page."""
    return _drawn("warning_callout", content=content, heading=heading, level=level)


@register.simple_block_tag
def details(
    content: str,
    *summary: Any,
    is_open: bool = False,
    expander: bool = False,
    part: str = "",
    label: str = "",
    look: str = "",
) -> SafeString:
    """Show content that opens on demand. expander: in a box; look: classes.

    part: its id in a long list; label: the words of the link to it, if not its summary.
    """
    context = {"summary": summary, "is_open": is_open, "expander": expander}
    return _drawn("details", content=content, **context, part=part, label=label, look=look)


@register.simple_block_tag
def fold(content: str, part: Fold) -> SafeString:
    """Show the rows of a fold of a long list; those of a short list as they are."""
    return _drawn("fold", content=content, part=part)


@register.simple_block_tag
def with_jump_list(content: str) -> SafeString:
    """Show a long list behind links to its parts: what has an id and `data-part` in it."""
    return _drawn("with_jump_list", parts=parts_in(content), content=content)


@register.inclusion_tag("components/action_link.html")
def action_link(text: str, address: str) -> dict[str, Any]:
    """Show the main next action, as a link with an arrow."""
    return {"text": text, "address": address}


@register.inclusion_tag("components/tool.html")
def tool(name: object, address: str, what_for: str) -> dict[str, Any]:
    """Show an item of a list of tools or reading: its name as a link, and its purpose."""
    return {"name": name, "address": address, "what_for": what_for}


@register.inclusion_tag("components/button_link.html")
def button_link(text: str, address: str, variant: str = "", small: bool = False) -> dict[str, Any]:
    """Show a link styled as a button. variant: "", "secondary", "warning", "reverse"."""
    return {"text": text, "address": address, "variant": variant, "small": small}


@register.inclusion_tag("components/go_back.html")
def go_back(where: str, *to: Any) -> dict[str, Any]:
    """Show the link at the foot of a page to its parent. to: arguments of `resolve_url`."""
    return {"where": where, "address": resolve_url(*to)}


@register.inclusion_tag("components/card_group.html")
def card_group(cards: Iterable[Any], level: int = 2, id: str = "") -> dict[str, Any]:
    """Show cards side by side, three in a row."""
    return {"cards": [link_of(link) for link in cards], "level": level, "id": id}


@register.inclusion_tag("components/notification_banner.html")
def notification_banner(text: str, success: bool = False, number: int = 1) -> dict[str, Any]:
    """Show what has just happened. `number` keeps the ids of several banners distinct."""
    return {"text": text, "success": success, "number": number}
