"""Renders stored HTML as the HTML of a page, without asking the database.

Markup and class names: NHS.UK frontend 10 (inset text, tables, contents list), read in its
package on 22 November 2026.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify

from guidance.texts.rules.html_tree import (
    UNSEEN,
    Element,
    is_blank,
    make,
    parse,
    put_instead,
    serialise,
    text_of,
)
from guidance.texts.rules.marks import Mark, Numbers, dress_facts, dress_marks, numbers_of
from kls_portal.reference.bindings import Binding, html_with_examples
from kls_portal.reference.dated import ShownFact

CONTENTS_FROM = 4
STACKED_FROM = 3
"""From how many columns on a table is too wide for a telephone."""
_TAKEN_IDS_WORDS = """
about-this-page as-of changed-since changes feedback-website
how-long-it-usually-takes id_sentence id_sentence_helptext id_useful_0 id_useful_1 in-this-section
maincontent on-this-page operator pages-in-this-section resources relies-on review-overdue search
search-field step-by-step toggle-menu
"""
TAKEN_IDS = frozenset(_TAKEN_IDS_WORDS.split())
TABLE_CLASSES = {
    "table": "nhsuk-table",
    "caption": "nhsuk-table__caption",
    "thead": "nhsuk-table__head",
    "tbody": "nhsuk-table__body",
    "tr": "nhsuk-table__row",
    "th": "nhsuk-table__header",
    "td": "nhsuk-table__cell",
}
STACKED_ROLES = {
    "self::table": "table",
    "thead | tbody": "rowgroup",
    ".//tr": "row",
    "thead//th": "columnheader",
    "tbody//th": "rowheader",
    "tbody//td": "cell",
}


@dataclass(frozen=True)
class Heading:
    id: str
    text: str


@dataclass(frozen=True)
class Body:
    html: SafeString
    headings: tuple[Heading, ...]
    numbers: Numbers

    @property
    def contents(self) -> tuple[Heading, ...]:
        """The headings for the contents list, () if there are fewer than four."""
        return self.headings if len(self.headings) >= CONTENTS_FROM else ()


def render(
    stored: str,
    marks: Mapping[str, Mark] = MappingProxyType({}),
    facts: Mapping[Binding, ShownFact] = MappingProxyType({}),
) -> Body:
    """Return a page's stored text, which must be sanitised, as rendered.

    `marks` are its claims; the marks of others are removed. `facts` are the values of its facts.
    Parts of the worked example replace their placeholders.
    """
    numbers = numbers_of(stored, marks, facts)
    root = parse(html_with_examples(stored))
    headings = tuple(_number_headings(root))
    dress_facts(root, facts, numbers)
    dress_marks(root, marks, numbers)
    _dress_quotations(root)
    _dress_tables(root)
    _dress_warnings(root)
    _dress_last_link(root)
    return Body(html=mark_safe(serialise(root)), headings=headings, numbers=numbers)


def _number_headings(root: Element) -> Iterator[Heading]:
    taken = set(TAKEN_IDS)
    for heading in root.iter("h2"):
        words = text_of(heading)
        stem = slugify(words) or "part"
        name, number = stem, 2
        while name in taken:
            name, number = f"{stem}-{number}", number + 1
        taken.add(name)
        heading.set("id", name)
        yield Heading(name, words)


def _dress_last_link(root: Element) -> None:
    """Turn a last paragraph that is only a link into an action link."""
    last = root[-1] if len(root) else None
    if last is None or last.tag != "p" or len(last) != 1 or last[0].tag != "a":
        return
    link = last[0]
    if is_blank(last.text) and is_blank(link.tail):
        words = text_of(link)
        dressed = parse(render_to_string("components/action_link.html", {"text": words}))[0]
        dressed.set("href", link.get("href", ""))
        put_instead(last, dressed)


def _dress_quotations(root: Element) -> None:
    for quotation in list(root.iter("blockquote")):
        quotation.tag = "div"
        quotation.set("class", "nhsuk-inset-text")
        unseen = make("span", "Information: ", UNSEEN)
        unseen.tail, quotation.text = quotation.text, None
        quotation.insert(0, unseen)


def _dress_tables(root: Element) -> None:
    """Style tables, and wrap each in a region that scrolls on narrow screens.

    The first cell of a row becomes its header. A table without a caption gets a visually hidden
    one with its name.
    """
    names: list[str] = []
    for table in list(root.iter("table")):
        for part in table.iter(*TABLE_CLASSES):
            part.set("class", TABLE_CLASSES[part.tag])
        names.append(_name_of(table, names))
        if table.find("caption") is None:
            table.insert(0, make("caption", names[-1].removeprefix("Table: "), UNSEEN))
        for head in table.xpath(".//th[not(@scope)]"):
            head.set("scope", "col")
        for first in table.xpath("tbody/tr/*[1] | tr[position() > 1 or td]/*[1]"):
            first.tag = "th"
            first.set("scope", "row")
            first.set("class", TABLE_CLASSES["th"])
        _stack(table)
        scrolls = {"role": "region", "data-scrolls": "", "aria-label": names[-1]}
        region = make("div", "", {**scrolls, "class": "nhsuk-table-container"})
        put_instead(table, region)
        region.append(table)


def _stack(table: Element) -> None:
    """Let the cells of a wide table stand beneath each other on a small screen, each with the head
    of its column. Roles say that it is a table still. Columns headed by a letter are not wide.
    """
    heads = [text_of(head) for head in table.xpath("thead/tr[1]/*")]
    if len(heads) < STACKED_FROM or all(len(head) == 1 for head in heads[1:]):
        return
    table.set("class", "nhsuk-table-responsive")
    for path, role in STACKED_ROLES.items():
        for part in table.xpath(path):
            part.set("role", role)
    for row in table.xpath("tbody/tr"):
        for head, cell in zip(heads, row, strict=False):
            words = {"class": "nhsuk-table-responsive__heading", "aria-hidden": "true"}
            label = make("span", f"{head} ", words)
            label.tail, cell.text = cell.text, None
            cell.insert(0, label)


def _dress_warnings(root: Element) -> None:
    """Put a cross before each item of a list whose items all begin with “Do not”."""
    for rows in root.iter("ul"):
        if len(rows) and all(text_of(row).startswith("Do not ") for row in rows):
            rows.set("class", "nhsuk-list nhsuk-list--cross")
            rows.set("role", "list")
            for row in rows:
                cross = parse(render_to_string("components/icons/cross.html"))[0]
                cross.tail, row.text = row.text, None
                row.insert(0, cross)


def _name_of(table: Element, taken: list[str]) -> str:
    """Return a unique name for a table, from its caption or the heading above it.

    The heading of an example is above the tables of that example only.
    """
    example = "ancestor::*[@data-example]"
    headings = "preceding::*[self::h2 or self::h3 or self::h4]"
    above = table.xpath(f"caption | {example}/h3 | {headings}[not({example})]")
    name = f"Table: {text_of(above[-1])}" if above else "Table"
    again = sum(1 for other in taken if other == name or other.startswith(f"{name} ("))
    return f"{name} ({again + 1})" if again else name
