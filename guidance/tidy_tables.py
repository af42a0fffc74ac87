"""Tables with the header cells that a screen reader needs."""

from __future__ import annotations

from guidance.html_tree import Element, is_blank, make, text_of


def tidy_tables(root: Element) -> None:
    """Give each table a head: the row of header cells, or the first row where all is bold."""
    for table in list(root.iter("table")):
        if _is_nested(table):
            continue
        rows = [row for row in table.iter("tr") if _table_of(row) is table]
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
    """Return the rows of the head, their cells made header cells."""
    head = [row for row in rows if row.getparent().tag == "thead"]
    if not head and len(rows) > 1 and (_all_headers(rows[0]) or _all_bold(rows[0])):
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


def _all_headers(row: Element) -> bool:
    return all(cell.tag == "th" for cell in row)


def _all_bold(row: Element) -> bool:
    """Whether every word of the row is bold, and there is one."""
    return not is_blank(text_of(row)) and all(_is_bold(cell) for cell in row)


def _is_bold(cell: Element) -> bool:
    bold = "".join(text_of(strong) for strong in cell.iter("strong"))
    return "".join(bold.split()) == "".join(text_of(cell).split())


def _is_nested(table: Element) -> bool:
    return any(parent.tag == "table" for parent in table.iterancestors())


def _table_of(row: Element) -> Element:
    return next(parent for parent in row.iterancestors() if parent.tag == "table")
