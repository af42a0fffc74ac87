"""Somebody at a keyboard, and what each page they meet must pass.

On a journey every page has to fit the screen, and to say nothing in the console. What takes
longer is asked of each page once, in the walk over all pages (`test_pages`): axe, and whether Tab
reaches everything that can be used. A journey then goes straight to what it uses.
"""

from functools import cache
from pathlib import Path

from django.conf import settings
from playwright.sync_api import ConsoleMessage, Locator, Page

from kls_portal.accounts.models import User
from tests.conftest import PASSWORD
from tests.journeys.sight import FAINT, NARROW, NUDGED, SMALL, WIDTH, fits, resize

AXE = Path(settings.BASE_DIR) / "node_modules" / "axe-core" / "axe.min.js"
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What the width of the screen changes, but for colours and targets: those are measured.
OF_WIDTH = ["scrollable-region-focusable", "button-name"]
RUN_AXE = """async options => window.axe && await document.fonts.ready
    && (await axe.run(document, options)).violations"""
# The NHS.UK script puts aria-expanded on radios that open a further question.
KNOWN = {"aria-allowed-attr": 'class="nhsuk-radios__input"'}
# What Tab has to reach: of a group of radios one, and nothing that is not to be seen.
USABLE = """() => {
    const kinds = "a[href], button, input, select, textarea, summary, [tabindex='0']";
    const groups = new Set();
    window.usable = [...document.querySelectorAll(kinds)].filter(element => {
        if (element.disabled || element.tabIndex < 0 || !element.checkVisibility()) return false;
        if (element.type !== "radio") return true;
        const group = `${element.form?.action} ${element.name}`;
        return !groups.has(group) && groups.add(group);
    });
    window.reached = new Set();
    document.addEventListener("focusin", event => window.reached.add(event.target));
    return window.usable.length;
}"""
NOT_REACHED = """() => window.usable.filter(element => !window.reached.has(element)
    && !(element.type === "radio" && [...window.reached].some(other => other.name === element.name))
).map(element => element.outerHTML.slice(0, 100))"""
# What says what became of a press, and takes the focus or gives it back.
ANSWERED = ".portal-answer, .nhsuk-notification-banner, .nhsuk-error-summary"
FOCUSED = "body :focus"
# Everything that is read out politely, from now on.
LISTEN = """() => {
  window.heard = [];
  const polite = "[role=status], [aria-live=polite]";
  new MutationObserver((changes) => {
    const lines = new Set(changes.map(({ target }) =>
      (target.closest ? target : target.parentElement)?.closest(polite)));
    for (const line of lines) {
      const silent = !line || line.ariaLive === "off" || line.closest("[aria-hidden=true]");
      if (!silent && line.textContent.trim())
        window.heard.push(line.textContent.trim());
    }
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
}"""


@cache
def axe_source() -> str:
    return AXE.read_text(encoding="utf-8")


class Visitor:
    """Acts by keyboard alone: goes to things, types, presses Enter or Space."""

    def __init__(self, page: Page, javascript: bool) -> None:
        self.page = page
        self.javascript = javascript
        self.said: list[str] = []
        self.opened = 0  # pages opened by their address, as a link would
        self.loads = 0  # pages that the browser asked for, each answer that leads on counted once
        self.clicks = 0  # links, buttons, boxes and choices; what is typed is none
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("request", self._watch)

    def goto(self, address: str) -> None:
        self.opened += 1
        self.page.goto(address)
        self.check()

    def inspect(self, address: str) -> list[str]:
        """Open a page; return what is wrong with it, of all that a page must pass."""
        self.page.goto(address)
        return self.faults()

    def reach(self, target: Locator) -> None:
        """Give `target` the focus; fail where it cannot have it, or Tab would leave it out."""
        target.focus()
        there = "element => element === document.activeElement && element.tabIndex >= 0"
        assert target.evaluate(there), f"The keyboard does not reach {target}."

    def follow(self, text: str, exact: bool = True, within: str = "body") -> None:
        """Reach a link by its words and open it."""
        self.clicks += 1
        found = self.page.locator(within).get_by_role("link", name=text, exact=exact)
        self.reach(found.first)
        self._leave("Enter")

    def press(self, text: str, role: str = "button") -> None:
        """Reach a button by its words and press it; a task is ticked by its "checkbox"."""
        self.clicks += 1
        self.reach(self.page.get_by_role(role, name=text, exact=True).first)
        self._leave("Enter")
        if self.javascript and self.page.locator(ANSWERED).count():
            self.page.locator(FOCUSED).first.wait_for(state="attached")

    def press_here(self, text: str) -> None:
        """Press a button that leads to no other page: the focus stays on something."""
        self.clicks += 1
        self.reach(self.page.get_by_role("button", name=text, exact=True).first)
        self.page.keyboard.press("Enter")
        self.page.locator(FOCUSED).first.wait_for(state="attached")

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
        self.clicks += 1
        self.reach(self.page.get_by_label(label, exact=True).first)
        self.page.keyboard.type(option)
        chosen = self.page.get_by_label(label, exact=True).first.evaluate(
            "element => element.selectedOptions[0].text"
        )
        assert chosen.startswith(option), chosen

    def tick(self, label: str) -> None:
        """Tick a box."""
        self.clicks += 1
        self.reach(self.page.get_by_label(label, exact=True).first)
        self.page.keyboard.press("Space")

    def pick(self, question: str, option: str) -> None:
        """Pick a radio: Tab reaches the group, the arrows move inside it."""
        self.clicks += 1
        group = self.page.get_by_role("group", name=question)
        radios = group.get_by_role("radio")
        chosen = group.locator("input:checked")
        self.reach(chosen.first if chosen.count() else radios.first)
        wanted = group.get_by_label(option, exact=True)
        self.page.keyboard.press("Space")
        for _ in range(radios.count()):
            if wanted.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"The keyboard does not reach {option}.")

    def sees(self, text: str) -> None:
        """The page shows these words."""
        self.page.get_by_text(text, exact=False).first.wait_for(state="attached")

    def check(self) -> None:
        """The page fits the screen, and said nothing in the console."""
        faults = self.faults_at_sight()
        assert not faults, "\n".join(faults)

    def faults(self) -> list[str]:
        """Return all that is wrong with the page, what axe finds and Tab does not reach too."""
        found = [*self.faults_at_sight(), *self.axe_faults()]
        if "/admin/" in self.page.url:  # how Tab goes there is Django's to say
            return found
        return found + [f"{self.page.url}: Tab does not reach {what}" for what in self.unreached()]

    def faults_at_sight(self) -> list[str]:
        """Return what the page said in the console, which boxes scroll for nothing, and how wide it
        is if it is too wide.
        """
        said = [f"{self.page.url}: {what}" for what in self.said + self.page.evaluate(NUDGED)]
        self.said = []
        if fits(self.page):
            return said
        return [*said, f"{self.page.url} is {self.page.evaluate(WIDTH)} px wide"]

    def faults_when_narrow(self) -> list[str]:
        """Return what is wrong with the open page on a small screen; it stays on one."""
        resize(self.page, NARROW)
        found = [f"{self.page.url}: small: {one}" for one in self.page.evaluate(SMALL)]
        found += [f"{self.page.url}: faint: {one}" for one in self.page.evaluate(FAINT)]
        return [*found, *self.faults_at_sight(), *self.axe_faults(OF_WIDTH)]

    def axe_faults(self, rules: list[str] | None = None) -> list[str]:
        """Return what axe finds on the page, once its fonts are there: icons are words before.

        rules: their names, all of STANDARDS if left out.
        """
        only = {"type": "rule", "values": rules} if rules else STANDARDS
        options = {"runOnly": only, "resultTypes": ["violations"], "preload": False}
        found = self.page.evaluate(RUN_AXE, options)
        if found is None:  # the first page of this window
            self.page.evaluate(axe_source())
            self.page.add_init_script(axe_source())
            found = self.page.evaluate(RUN_AXE, options)
        return [
            f"{self.page.url}: {fault['id']}: {node['target']}"
            for fault in found
            for node in fault["nodes"]
            if KNOWN.get(fault["id"], "nothing is known") not in node["html"]
        ]

    def unreached(self) -> list[str]:
        """Hold Tab through the whole page; return what could be used and was not reached."""
        for _ in range(self.page.evaluate(USABLE) + 2):
            self.page.keyboard.down("Tab")
        for _ in range(20):  # a banner that takes the focus lets Tab begin further down
            if not self.page.evaluate(NOT_REACHED):
                break
            self.page.keyboard.down("Tab")
        self.page.keyboard.up("Tab")
        return self.page.evaluate(NOT_REACHED)

    def _leave(self, key: str) -> None:
        with self.page.expect_navigation():
            self.page.keyboard.press(key)
        self.check()

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.said.append(message.text)

    def _watch(self, request: object) -> None:
        self.loads += request.is_navigation_request() and request.redirected_from is None
        if not request.url.startswith(("http://localhost:", "data:", "blob:")):
            self.said.append(f"a request to {request.url}")


def signs_in(visitor: Visitor, person: User, address: str = "/vacancies/") -> None:
    """Sign in as a person; the page that follows is the one of the address."""
    visitor.goto(f"/accounts/login/?next={address}")
    visitor.type("Email address", person.email)
    visitor.type("Password", PASSWORD)
    visitor.press("Sign in")
