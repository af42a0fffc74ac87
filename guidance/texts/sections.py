"""Sections of the guidance."""

from guidance.texts.models import Page, PageQuerySet, Revision
from guidance.texts.rules.section import Entry
from kls_portal.plain_values import from_row

SECTIONS = ("recruiting", "retaining", "induction")


def sections() -> list[Entry]:
    return live_entries(Page.objects.filter(path__in=SECTIONS).order_by("order"))


def live_entries(pages: PageQuerySet) -> list[Entry]:
    """Return the live pages among these as entries of their section, in one query."""
    live = pages.for_reading().defer("live__body", "live__based_on")
    return [entry_of(page, page.shown) for page in live]


def entry_of(page: Page, revision: Revision) -> Entry:
    """Return a page, with the title and summary of a revision, as an entry of its section."""
    return from_row(Entry, page, text=revision.title, description=revision.summary)
