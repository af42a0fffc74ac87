"""Words that are saved while they are typed, as somebody at a keyboard meets them."""

from playwright.sync_api import expect

from tests.journeys.visitor import Visitor

PURPOSE = "What is the purpose of the job?"
DECIDES = "What can the post holder decide alone, and when do they check first?"
STATUS = ".portal-main-column .portal-saving__status"


def another_tab(visitor: Visitor) -> Visitor:
    return Visitor(visitor.page.context.new_page(), visitor.javascript)


def address(vacancy, *rest: object) -> str:
    return "/".join([f"/vacancies/{vacancy.pk}", *map(str, rest), ""])


def says(visitor: Visitor, words: str) -> None:
    """The quiet line below the form or the duties says these words."""
    status = visitor.page.locator(STATUS).filter(has_text=words)
    expect(status).to_have_count(1, timeout=10_000)


def nothing_waits(visitor: Visitor) -> None:
    """Every word typed in the browser is saved."""
    for _ in range(100):
        kept = "Object.keys(localStorage).filter(key => key.startsWith('unsaved:')).length"
        if visitor.page.evaluate(kept) == 0:
            return
        visitor.page.wait_for_timeout(100)
    raise AssertionError("There are words that are not saved.")


def without_connection_errors(visitor: Visitor) -> None:
    """Forget what the browser itself says about the lost connection, and nothing else."""
    assert all("ERR_INTERNET_DISCONNECTED" in sentence for sentence in visitor.said)
    visitor.said.clear()
