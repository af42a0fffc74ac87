"""Normalises the structure of text from Word or email: lists, tables and headings."""

import re

from guidance.texts.rules.html_tree import Element, is_blank, make, text_of
from guidance.texts.rules.marks import tidy_marks


def tidy_tables(root: Element) -> None:
    """Rebuild each table with a head: its own, or a first row of header cells or bold text."""
    for table in root.xpath(".//table[not(ancestor::table)]"):
        rows = [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]
        if rows:
            _rebuild(table, rows)


def _rebuild(table: Element, rows: list[Element]) -> None:
    caption = table.find("caption")
    head = _head_rows(table, rows)
    for child in list(table):
        table.remove(child)
    if caption is not None:
        table.append(caption)
    for tag, part in (("thead", head), ("tbody", rows[len(head) :])):
        if part:
            section = make(tag)
            section.extend(part)
            table.append(section)
    _scopes(head, rows[len(head) :])


def _head_rows(table: Element, rows: list[Element]) -> list[Element]:
    """Return the rows of the head, with their cells turned into header cells."""
    head = [row for row in rows if row.getparent().tag == "thead"]
    if not head and len(rows) > 1 and _may_be_head(rows[0]):
        head = rows[:1]
    if rows[: len(head)] != head:
        return []
    for row in head:
        for cell in row:
            cell.tag = "th"
            for strong in list(cell.iter("strong")):
                strong.drop_tag()
    return head


def _scopes(head: list[Element], body: list[Element]) -> None:
    for row in head:
        for cell in row:
            cell.set("scope", "col")
    for row in body:
        for cell in row.findall("th"):
            cell.set("scope", "row")


def _may_be_head(row: Element) -> bool:
    """Whether the row is of header cells alone, or has words, all of them bold."""
    all_bold = not is_blank(text_of(row)) and all(_is_bold(cell) for cell in row)
    return all_bold or all(cell.tag == "th" for cell in row)


def _is_bold(cell: Element) -> bool:
    bold = "".join(text_of(strong) for strong in cell.iter("strong"))
    return "".join(bold.split()) == "".join(text_of(cell).split())


SPANS = ("colspan", "rowspan")
RENAMED = {"h1": "h2", "h5": "h4", "h6": "h4", "b": "strong", "i": "em"}
BLOCKS = frozenset(["h2", "h3", "h4", "p", "ul", "ol", "table", "blockquote", "hr"])
HEADINGS = ("h2", "h3", "h4")


def tidy(root: Element) -> None:
    """Bring the fragment into the canonical form in which pages are stored."""
    for element in list(root.iter(*RENAMED)):
        element.tag = RENAMED[element.tag]
    for dead_link in root.xpath(".//a[not(string(@href))]"):
        dead_link.drop_tag()
    tidy_marks(root)
    _dissolve_divisions(root)
    for holder in [root, *root.iter("blockquote")]:
        _wrap_loose_text(holder)
    for strong in root.xpath(".//*[self::h2 or self::h3 or self::h4]//strong"):
        strong.drop_tag()  # headings are bold already
    _close_gaps(root)
    lists_from_paragraphs(root)
    _unwrap_single_paragraphs(root)
    tidy_tables(root)
    _drop_empty(root)
    _one_block_a_line(root)


def _dissolve_divisions(root: Element) -> None:
    """Unwrap each `div` with blocks inside, and turn any other into a paragraph."""
    for division in reversed(list(root.iterdescendants("div"))):
        if any(child.tag in BLOCKS for child in division):
            _wrap_loose_text(division)
            division.drop_tag()
        else:
            division.tag = "p"


def _wrap_loose_text(root: Element) -> None:
    children = list(root)
    paragraph = None
    if not is_blank(root.text):
        paragraph, root.text = make("p", root.text), None
        root.insert(0, paragraph)
    for child in children:
        if child.tag not in BLOCKS and child.tag != "div":
            if paragraph is None:
                paragraph = make("p")
                child.addprevious(paragraph)
            paragraph.append(child)
            continue
        paragraph = None
        if not is_blank(child.tail):
            paragraph, child.tail = make("p", child.tail), None
            child.addnext(paragraph)


def _close_gaps(root: Element) -> None:
    """Raise headings that skip a level to one level below the heading above them.

    Siblings stay on the same level: h2 h4 h4 gives h2 h3 h3.
    """
    above: list[str] = []
    for heading in root.iter(*HEADINGS):
        while above and above[-1] >= heading.tag:
            above.pop()
        above.append(heading.tag)
        heading.tag = HEADINGS[len(above) - 1]


def _unwrap_single_paragraphs(root: Element) -> None:
    """Unwrap the only paragraph of a list item or cell, as the rich-text editor makes it."""
    for holder in list(root.iter("li", "td", "th")):
        paragraphs = holder.findall("p")
        others = [child for child in holder if child.tag not in {"p", "ul", "ol"}]
        is_single = len(paragraphs) == 1 and holder[0] is paragraphs[0] and not others
        if is_single and is_blank(holder.text):
            holder.text = None
            paragraphs[0].drop_tag()


def _drop_empty(root: Element) -> None:
    for tag in ("strong", "em", "a", *HEADINGS, "p", "li", "ul", "ol", "blockquote", "table"):
        for element in reversed(list(root.iterdescendants(tag))):
            if is_blank("".join(element.itertext())) and element.find(".//hr") is None:
                element.drop_tree()


def _one_block_a_line(root: Element) -> None:
    """Put each block on a line of its own, so that two revisions compare line by line."""
    for parent in [root, *root.iter("ul", "ol", "table", "thead", "tbody", "tr", "blockquote")]:
        if is_blank(parent.text):
            parent.text = "\n" if len(parent) else None
        for child in parent:
            if is_blank(child.tail):
                child.tail = "\n"


BULLET = re.compile(r"^[\s\xa0]{0,99}[·•▪§●][\s\xa0]+")
NUMBER = re.compile(r"^[\s\xa0]{0,99}(\d{1,2})[.)][\s\xa0]+")


def lists_from_paragraphs(root: Element) -> None:
    """Turn runs of paragraphs with bullets into `ul`, and runs numbered 1, 2, … into `ol`."""
    for holder in [root, *root.iter("td", "th", "blockquote")]:
        _turn_runs(holder, "ul", BULLET, fewest=1)
        _turn_runs(holder, "ol", NUMBER, fewest=2)


def _turn_runs(holder: Element, tag: str, mark: re.Pattern[str], fewest: int) -> None:
    """Turn each run of paragraphs that begin with a mark, or with its next number, into a list."""
    run: list[Element] = []
    for child in [*holder, make("p")]:
        match = mark.match(child.text or "") if child.tag == "p" else None
        if run and not _is_next(match, len(run)):
            if len(run) >= fewest:
                _turn_into(run, tag, mark)
            run = []
        if _is_next(match, len(run)):
            run.append(child)


def _is_next(match: re.Match[str] | None, before: int) -> bool:
    return match is not None and (not match.groups() or int(match[1]) == before + 1)


def _turn_into(paragraphs: list[Element], tag: str, mark: re.Pattern[str]) -> None:
    new = make(tag)
    paragraphs[0].addprevious(new)
    for paragraph in paragraphs:
        paragraph.text = mark.sub("", paragraph.text or "", count=1)
        paragraph.tag = "li"
        paragraph.tail = None
        new.append(paragraph)
