"""Somebody at a keyboard, and what each page they meet must pass.

A page that passed axe once in a run is not held against it again at the same width: pages are
told apart by their HTML without values and numbers (tokens, ids, dates). What axe sees does not
depend on the database, so the PostgreSQL pass leaves it to the SQLite pass.
"""

import hashlib
import os
import re
from functools import cache
from pathlib import Path

from django.conf import settings
from playwright.sync_api import ConsoleMessage, Locator, Page

AXE = Path(settings.BASE_DIR) / "node_modules" / "axe-core" / "axe.min.js"
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# The NHS.UK script puts aria-expanded on radios that open a further question.
KNOWN = {"aria-allowed-attr": 'class="nhsuk-radios__input"'}
MOST_TABS = 150
VOLATILE = re.compile(r' value="[^"]*"|nonce="[^"]*"|[0-9a-f]{8,}|\d+')
PASSED: set[str] = set()
ON_POSTGRES = "PORTAL_TEST_DATABASE_URL" in os.environ


@cache
def axe_source() -> str:
    return AXE.read_text(encoding="utf-8")


class Visitor:
    """Acts by keyboard alone: reaches things with Tab, types, presses Enter or Space."""

    def __init__(self, page: Page, javascript: bool) -> None:
        self.page = page
        self.javascript = javascript
        self.said: list[str] = []
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("request", self._watch)

    def goto(self, address: str) -> None:
        self.page.goto(address)
        self.check()

    def reach(self, target: Locator) -> None:
        """Tab until `target` has the focus; fail where the keyboard does not get there."""
        handle = target.element_handle()
        for _ in range(MOST_TABS):
            if handle.evaluate("element => element === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"The keyboard does not reach {target}.")

    def follow(self, text: str, exact: bool = True, within: str = "body") -> None:
        """Reach a link by its words and open it."""
        found = self.page.locator(within).get_by_role("link", name=text, exact=exact)
        self.reach(found.first)
        self._leave("Enter")

    def press(self, text: str) -> None:
        """Reach a button by its words and press it."""
        self.reach(self.page.get_by_role("button", name=text, exact=True).first)
        self._leave("Enter")

    def type(self, label: str, text: str) -> None:
        """Reach a field by its label and type over what it holds."""
        self.reach(self.page.get_by_label(label, exact=True).first)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(text)

    def type_date(self, question: str, day: str, month: str, year: str) -> None:
        """Fill the three parts of a date."""
        group = self.page.get_by_role("group", name=question)
        for label, text in (("Day", day), ("Month", month), ("Year", year)):
            self.reach(group.get_by_label(label))
            self.page.keyboard.press("Control+A")
            self.page.keyboard.insert_text(text)

    def choose(self, label: str, option: str) -> None:
        """Choose from a list by typing the beginning of the option."""
        self.reach(self.page.get_by_label(label, exact=True).first)
        self.page.keyboard.type(option)
        chosen = self.page.get_by_label(label, exact=True).first.evaluate(
            "element => element.selectedOptions[0].text"
        )
        assert chosen.startswith(option), chosen

    def tick(self, label: str) -> None:
        """Tick a box."""
        self.reach(self.page.get_by_label(label, exact=True).first)
        self.page.keyboard.press("Space")

    def pick(self, question: str, option: str) -> None:
        """Pick a radio: Tab reaches the group, the arrows move inside it."""
        group = self.page.get_by_role("group", name=question)
        radios = group.get_by_role("radio")
        handles = radios.element_handles()
        for _ in range(MOST_TABS):
            if any(h.evaluate("e => e === document.activeElement") for h in handles):
                break
            self.page.keyboard.press("Tab")
        wanted = group.get_by_label(option, exact=True)
        self.page.keyboard.press("Space")
        for _ in handles:
            if wanted.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"The keyboard does not reach {option}.")

    def sees(self, text: str) -> None:
        """The page shows these words."""
        self.page.get_by_text(text, exact=False).first.wait_for(state="attached")

    def check(self) -> None:
        """The page passes axe, fits the screen, and said nothing in the console."""
        width = self.page.evaluate("document.documentElement.scrollWidth")
        assert width <= self.page.viewport_size["width"], f"{self.page.url} is {width} px wide"
        if self.javascript and not ON_POSTGRES:
            assert self.faults() == [], self.page.url
        assert self.said == [], f"{self.page.url}: {self.said}"

    def faults(self) -> list[str]:
        """Return what axe finds on the page; nothing for one that passed before."""
        seen = self._fingerprint()
        if seen in PASSED:
            return []
        found = self._faults()
        if not found:
            PASSED.add(seen)
        return found

    def _fingerprint(self) -> str:
        width = self.page.viewport_size["width"]
        html = VOLATILE.sub("", self.page.content())
        return hashlib.sha256(f"{width} {html}".encode()).hexdigest()

    def _faults(self) -> list[str]:
        self.page.evaluate(axe_source())
        found = self.page.evaluate(
            "standards => axe.run(document, {runOnly: standards, preload: false})", STANDARDS
        )["violations"]
        return [
            f"{fault['id']}: {node['target']}"
            for fault in found
            for node in fault["nodes"]
            if KNOWN.get(fault["id"], "nothing is known") not in node["html"]
        ]

    def _leave(self, key: str) -> None:
        with self.page.expect_navigation():
            self.page.keyboard.press(key)
        self.check()

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.said.append(message.text)

    def _watch(self, request: object) -> None:
        if not request.url.startswith(("http://localhost:", "data:", "blob:")):
            self.said.append(f"a request to {request.url}")
