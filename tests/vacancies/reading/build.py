"""Old job descriptions as Word files, good and hostile, made when the tests run."""

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping
from functools import cache

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

MAIN = "word/document.xml"


def saved(document: Document) -> bytes:
    body = io.BytesIO()
    document.save(body)
    return body.getvalue()


@cache
def _template() -> bytes:
    """The template of python-docx without styles of tables: to read those takes half the time."""
    document = docx.Document()
    styles = document.styles.element
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:type")) == "table" and not style.get(qn("w:default")):
            styles.remove(style)
    rels = document.part.rels
    for name in [name for name, rel in rels.items() if "stylesWithEffects" in rel.reltype]:
        rels.pop(name)
    return saved(document)


def new_document() -> Document:
    return docx.Document(io.BytesIO(_template()))


def word(*parts: str | tuple[str, str] | list[list[str]]) -> bytes:
    """A file from paragraphs, (style, text) pairs and tables."""
    document = new_document()
    for part in parts:
        if isinstance(part, str):
            document.add_paragraph(part)
        elif isinstance(part, tuple):
            document.add_paragraph(part[1], style=part[0])
        else:
            add_table(document, part)
    return saved(document)


def add_table(document: Document, rows: list[list[str]]) -> None:
    table = document.add_table(rows=0, cols=max(map(len, rows)))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=False):
            cell.text = text


def old_job(*more: str) -> bytes:
    """The old job description of a librarian, as a trust would have it; `more`: lines at its end.

    The first of these is a heading.
    """
    return word(
        ("Title", "Job description"),
        [
            ["Job title:", "Librarian"],
            ["Grade:", "Agenda for Change Band 5"],
            ["Reports to:", "Library manager"],
            ["Responsible for:", "One library assistant"],
            ["Base:", "Education centre"],
        ],
        ("Heading 1", "Job purpose"),
        "To help staff of the hospital find and use evidence.",
        ("Heading 1", "About the Trust"),
        "Northfield runs two hospitals.",
        ("Heading 1", "Main duties and responsibilities"),
        ("Heading 2", "Enquiries"),
        ("List Bullet", "Answers clinical questions"),
        ("List Number", "Runs the enquiry desk"),
        ("Heading 2", "Teaching"),
        ("List Bullet", "Teaches groups to search"),
        ("Heading 1", "Key working relationships"),
        "Ward managers and the medical school.",
        ("Heading 1", "Decisions"),
        "Decides which books to buy.",
        ("Heading 1", "Confidentiality"),
        "Keep records private.",
        ("Heading 1", "Person specification"),
        [
            ["Criteria", "Essential", "Desirable", "How assessed"],
            ["Qualifications", "Degree or equivalent experience", "Chartership", "A/C"],
            ["Experience", "Worked with the public\nSearched databases", "", "A, I"],
            ["Skills", "Plans a search", "Uses reference software", "I/T"],
        ],
        *[("Heading 1", line) for line in more[:1]],
        *more[1:],
    )


def ten_pages() -> bytes:
    """A long job description: about 5,000 words of duties and a specification of 60 rows."""
    duties = [("List Bullet", f"Duty {number}: " + "word " * 60) for number in range(80)]
    table = [["Area", "Essential", "Desirable", "How"]]
    table += [["Skills", f"Does {number}", f"Knows {number}", "A/I"] for number in range(60)]
    return word(("Heading 1", "Main duties"), *duties, table)


def changed(data: bytes, parts: Mapping[str, Callable[[bytes], bytes]]) -> bytes:
    """The same file with some of its parts written anew."""
    return rewritten(data, lambda name, part: parts.get(name, lambda same: same)(part))


def rewritten(
    data: bytes,
    change: Callable[[str, bytes], bytes],
    more: Iterable[tuple[str, bytes]] = (),
) -> bytes:
    body = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(body, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.infolist():
            new.writestr(entry.filename, change(entry.filename, old.read(entry)))
        for name, part in more:
            new.writestr(name, part)
    return body.getvalue()


def with_more(data: bytes, *more: tuple[str, bytes]) -> bytes:
    return rewritten(data, lambda _, part: part, more)


def body_of(xml: str) -> bytes:
    """A file whose body is the XML given."""
    document = new_document()
    body = document.element.body
    for child in list(body):
        body.remove(child)
    names = nsdecls("w", "r", "wp", "a")
    extra = (
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
        'xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    for child in list(parse_xml(f"<w:body {names} {extra}>{xml}</w:body>")):
        body.append(child)
    return saved(document)
