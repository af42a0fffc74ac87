"""What the tags of a PDF tell."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf


def elements(pdf: bytes, kind: str) -> list[Any]:
    """Return the structure elements of a kind, in reading order."""
    with pikepdf.open(BytesIO(pdf)) as file:
        return [node for node in walk(file.Root.StructTreeRoot.K) if node.get("/S") == f"/{kind}"]


def walk(node: Any) -> Iterator[Any]:
    """Yield a structure element and all within it, in reading order."""
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from walk(child)
    elif isinstance(node, pikepdf.Dictionary):
        yield node
        if "/K" in node:
            yield from walk(node.K)


def kinds_of_rows(pdf: bytes) -> list[list[tuple[str, str]]]:
    """Return for each row the kind and scope of each cell."""
    with pikepdf.open(BytesIO(pdf)) as file:
        return rows_within(file.Root.StructTreeRoot.K)


def rows_within(node: Any) -> list[list[tuple[str, str]]]:
    """Return for each row of a structure element the kind and scope of each cell."""
    rows = [one for one in walk(node) if one.get("/S") == "/TR"]
    return [[(str(cell.S)[1:], scope_of(cell)) for cell in row.K] for row in rows]


def scope_of(cell: Any) -> str:
    """Return what a head names, "Row" or "Column"; "" for a cell that names nothing."""
    return next((str(a.Scope)[1:] for a in cell.get("/A", ()) if "/Scope" in a), "")


def tables_without_names(pdf: bytes) -> list[str]:
    """Return the tables without a caption or with a row below the head that no cell names."""
    wrong = []
    with pikepdf.open(BytesIO(pdf)) as file:
        tables = [one for one in walk(file.Root.StructTreeRoot.K) if one.get("/S") == "/Table"]
        for number, table in enumerate(tables, 1):
            if not any(one.get("/S") == "/Caption" for one in walk(table)):
                wrong.append(f"table {number} has no caption")
            for row in rows_within(table):
                is_head = all(scope == "Column" or kind == "TD" for kind, scope in row)
                is_head &= any(scope == "Column" for _, scope in row)
                if not is_head and ("TH", "Row") not in row:
                    wrong.append(f"table {number} has a row without a name: {row}")
    return wrong
