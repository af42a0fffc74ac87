"""Our drawing of a component, from the options of a case of nhsuk-frontend."""

import json
from collections.abc import Callable
from typing import Any

from django.core.paginator import Paginator
from django.template import RequestContext, Template
from django.test import RequestFactory
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from kls_portal import statuses
from kls_portal.forms.presentation import Problem
from kls_portal.parts import Link, Task
from kls_portal.statuses import Status
from tests.project.nhsuk_cases import Element, NotOffered, only, parse

LINKS = ("items[].text", "items[].href", "items[].current")


def page(source: str, path: str = "/", **context: Any) -> str:
    """Return what a template with our tags renders."""
    return Template(source).render(RequestContext(RequestFactory().get(path), context))


def tree(source: str, **context: Any) -> Element:
    return parse(page(source, **context))


def words(option: Any) -> str:
    """The text of an option that is a text, {"text": …} or {"html": …}."""
    if isinstance(option, dict):
        return mark_safe(option["html"]) if "html" in option else option.get("text", "")
    return option or ""


def draw_button(context: dict[str, Any]) -> Element:
    only(context, "text", "variant", "small", "href", "preventDoubleClick")
    context = {"variant": "", "small": False, **context}
    if "href" in context:
        return tree("{% button_link text href variant small %}", **context)
    if context["variant"] not in ("", "secondary", "warning", "reverse", "login"):
        raise NotOffered(f"variant {context['variant']}")
    once = context.get("preventDoubleClick")
    if once is False:
        raise NotOffered("double click allowed in so many words")
    return tree("{% button text variant=variant small=small once=once %}", **context, once=once)


def draw_error_summary(context: dict[str, Any]) -> Element:
    only(context, "heading", "heading.text", "errorList[].text", "errorList[].href")
    problems = [
        Problem(error["text"], error.get("href", "")) for error in context["errorList"] if error
    ]
    return tree('{% include "components/error_summary.html" %}', problems=problems)


def draw_breadcrumb(context: dict[str, Any]) -> Element:
    only(context, *LINKS)
    links = [(item["text"], item["href"]) for item in context["items"]]
    return tree("{% breadcrumb links %}", links=links)


def draw_pagination(context: dict[str, Any]) -> Element:
    if "items" in context:
        return draw_page_numbers(context)
    only(context, *(f"{side}.{end}" for side in ("previous", "next") for end in ("label", "href")))
    links = {side: Link(link["label"], link["href"]) for side, link in context.items()}
    return tree("{% pagination previous=previous next=next %}", **links)


def draw_page_numbers(context: dict[str, Any]) -> Element:
    ends = ("number", "href", "current", "ellipsis")
    only(context, "previous.href", "next.href", *(f"items[].{end}" for end in ends))
    items = [item for item in context["items"] if item]
    last = max(item.get("number", 0) for item in items)
    here = next(item["number"] for item in items if item.get("current"))
    beside = {here - 1, here, here + 1, 1, last}
    if not {item["number"] for item in items if "number" in item} <= beside:
        raise NotOffered("more than one number on each side of the page")
    result = tree("{% page_numbers page %}", page=Paginator(range(last), 1).page(here))
    # Our addresses are queries, those of the cases are anchors; the numbers are what counts.
    for element in result.all():
        address = element.attributes.get("href", "")
        if address.startswith("?page="):
            element.attributes["href"] = address.replace("?page=", "#/section/")
    return result


def draw_task_list(context: dict[str, Any]) -> Element:
    tag = tuple(f"items[].status.tag.{end}" for end in ("text", "colour", "border", "classes"))
    titles = ("items[].heading", "items[].heading.text", "items[].hint", "items[].hint.text")
    only(context, "idPrefix", "items[].href", *titles, *tag)
    tasks = []
    for item in filter(None, context["items"]):
        given = item["status"]["tag"]
        slug = json.dumps(given)
        looks = {
            "colour": given.get("colour") or "",
            "plain": given.get("border") is False,
            "quiet": "secondary" in given.get("classes", ""),
        }
        statuses.STATUSES[slug] = Status(slug, given["text"], **looks)
        title, hint = words(item["heading"]), words(item.get("hint"))
        tasks.append(Task(title, item.get("href", ""), hint, slug))
    return tree("{% task_list tasks prefix %}", tasks=tasks, prefix=context["idPrefix"])


def draw_inset(context: dict[str, Any]) -> Element:
    only(context, "text", "html")
    return tree("{% inset %}{{ inside }}{% endinset %}", inside=paragraph(context))


def draw_warning(context: dict[str, Any]) -> Element:
    only(context, "heading", "heading.text", "text", "html")
    if "heading" not in context:
        raise NotOffered("a warning without a heading")
    source = "{% warning_callout heading %}{{ inside }}{% endwarning_callout %}"
    inside = paragraph(context, "nhsuk-card__description")
    return tree(source, heading=words(context["heading"]), inside=inside)


def paragraph(context: dict[str, Any], css_class: str = "") -> str:
    if "html" in context:
        return mark_safe(context["html"])
    attribute = format_html(' class="{}"', css_class) if css_class else ""
    return format_html("<p{}>{}</p>", attribute, context["text"])


def draw_details(context: dict[str, Any]) -> Element:
    only(context, "summary", "summary.text", "summary.html", "text", "html", "open", "classes")
    return tree(
        "{% details summary is_open=is_open expander=expander %}{{ inside }}{% enddetails %}",
        summary=words(context["summary"]),
        is_open=context.get("open", False),
        expander="nhsuk-expander" in context.get("classes", ""),
        inside=mark_safe(context["html"]) if "html" in context else context["text"],
    )


def draw_action_link(context: dict[str, Any]) -> Element:
    only(context, "text", "html", "href")
    return tree("{% action_link text href %}", text=words(context), href=context["href"])


def draw_card(context: dict[str, Any]) -> Element:
    heading = tuple(f"heading.{end}" for end in ("text", "size", "level"))
    only(context, *heading, "href", "clickable", "description", "description.text")
    given = context.get("heading")
    if not (isinstance(given, dict) and given.get("size") == "m" and context.get("clickable")):
        raise NotOffered("a card that is no link, or with a heading of another size")
    card = Link(given["text"], context["href"], words(context.get("description")))
    group = tree("{% card_group cards level %}", cards=[card], level=given.get("level", 2))
    return group.find("div", "nhsuk-card")


def draw_banner(context: dict[str, Any]) -> Element:
    only(context, "text", "variant")
    success = context.get("variant") == "success"
    return tree("{% notification_banner text success %}", text=context["text"], success=success)


def draw_table(context: dict[str, Any]) -> Element:
    ends = ("caption.text", "caption.size", "firstCellIsHeader", "responsive")
    only(context, *ends, "head[].text", "head[].format", "rows[].text", "rows[].html")
    if not (context.get("responsive") and context.get("firstCellIsHeader")):
        raise NotOffered("a table that small screens cannot show, or without row headings")
    if context["caption"].get("size") != "m":
        raise NotOffered("a caption of another size")
    numeric = [n for n, head in enumerate(context["head"], 1) if head.get("format") == "numeric"]
    drawn = tree(
        "{% table caption head rows numeric %}",
        caption=context["caption"]["text"],
        head=[head["text"] for head in context["head"]],
        rows=[[words(cell) for cell in row] for row in context["rows"]],
        numeric=" ".join(map(str, numeric)),
    )
    return Element("", [], {}, [drawn.find("table", "nhsuk-table")])  # without what scrolls it


DRAWN: dict[str, Callable[[dict[str, Any]], Element]] = {
    "button": draw_button,
    "error-summary": draw_error_summary,
    "breadcrumb": draw_breadcrumb,
    "pagination": draw_pagination,
    "task-list": draw_task_list,
    "inset-text": draw_inset,
    "warning-callout": draw_warning,
    "details": draw_details,
    "action-link": draw_action_link,
    "card": draw_card,
    "notification-banner": draw_banner,
    "tables": draw_table,
}
