"""The guide as a document: a contents list, then every page in reading order. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from guidance.guide.parts import parts_of
from kls_portal.documents import document as content
from kls_portal.documents.plain_text import one_line
from kls_portal.in_words import plain_date

ADVICE = (
    "The portal advises. People decide. Check the page on the site before you rely on a fact:"
    " pages change."
)
DEEPEST_PAGE = 3


@dataclass(frozen=True)
class GuidePage:
    """One live page. `depth` is 0 for the top page of a section; `body` is stored HTML."""

    title: str
    summary: str
    body: str
    depth: int
    address: str
    sources: tuple[content.Words, ...]
    resources: tuple[content.Words, ...]
    last_reviewed: date
    next_review: date
    is_overdue: bool


def guide_document(
    pages: Sequence[GuidePage], *, title: str, organisation: str, site: str, made_on: date
) -> content.Document:
    """Return the whole guide. `site` is the base address of the site, without a trailing slash."""
    parts: list[content.Part] = [
        content.Paragraph(
            (content.Run("Read the newest words of each page on the portal", address=f"{site}/"),)
        ),
        content.Contents("Contents", deepest=DEEPEST_PAGE),
    ]
    for page in pages:
        if page.depth == 0:
            parts.append(content.PageBreak())
        parts.extend(_page_parts(page, site))
    parts.extend(_addresses(parts))
    return content.Document(
        title=title,
        organisation=organisation,
        kind="The whole guide",
        footer=f"Made on {plain_date(made_on)}",
        notices=(ADVICE,),
        facts=(("Made on", plain_date(made_on)), ("Pages", str(len(pages)))),
        parts=tuple(parts),
    )


def _page_parts(page: GuidePage, site: str) -> Iterator[content.Part]:
    level = min(2 + page.depth, DEEPEST_PAGE)
    yield content.Heading(level, page.title, address=f"{site}{page.address}")
    yield content.Paragraph((content.Run(page.summary, italic=True),))
    yield from parts_of(page.body, level=level + 1, site=site, name=page.title)
    if page.resources:
        yield content.Heading(level + 1, "Resources", listed=False)
        yield content.Bullets(page.resources)
    yield content.Heading(level + 1, "About this page", listed=False)
    if page.sources:
        yield content.Paragraph("Based on:")
        yield content.Bullets(page.sources)
    overdue = " The review is overdue." if page.is_overdue else ""
    yield content.Paragraph(
        f"Last reviewed: {plain_date(page.last_reviewed)}."
        f" Next review due: {plain_date(page.next_review)}.{overdue}"
    )


def _addresses(parts: Iterable[content.Part]) -> Iterator[content.Part]:
    """Yield the list of addresses outside the guide, for reading on paper."""
    inside = {part.address for part in parts if isinstance(part, content.Heading)}
    outside = {
        run.address: run.text
        for run in linked_runs(parts)
        if content.page_of(run.address) not in inside
    }
    if outside:
        yield content.PageBreak()
        yield content.Heading(2, "Addresses of the links")
        rows = sorted((one_line(text), address) for address, text in outside.items())
        yield content.Bullets(
            tuple((content.Run(text, address=to), content.Run(f": {to}")) for text, to in rows)
        )


def linked_runs(parts: Iterable[content.Part]) -> Iterator[content.Run]:
    """Yield every span with an address, in document order."""
    for part in parts:
        for words in _words_in(part):
            yield from (run for run in content.runs_of(words) if run.address)


def _words_in(part: content.Part) -> Iterator[content.Words]:
    if isinstance(part, content.Paragraph):
        yield part.words
    elif isinstance(part, content.Quotation):
        yield from part.paragraphs
    elif isinstance(part, content.Grid):
        for row in part.rows:
            yield from row
    elif isinstance(part, content.Bullets):
        for item in map(content.item_of, part.items):
            yield item.words
            for under in item.beneath:
                yield from _words_in(under)
