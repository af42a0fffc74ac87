"""The controls of a page's main part, and the names that people see and say."""

from collections import Counter
from dataclasses import dataclass

from lxml.html import HtmlElement

from tests.pages import Page

MOST_CONTROLS, MOST_OF_ONE_NAME = 60, 3
CONTROLS = "a[href], button, input:not([type=hidden]), select, textarea, summary"
# The parts of a date are named by the question above them.
PARTS_OF_A_DATE = frozenset({"day", "month", "year"})
# Signs that speech input cannot be told: minus, arrows, braille dots, crosses.
UNSPEAKABLE = frozenset("−←→↑↓⇧⇩⠿×✕✖✓")
# Asked here of every page: html-validate looks through the whole page for each of them.
REFERS = (
    "//@list | //@aria-activedescendant | //@aria-controls | //@aria-describedby | //@aria-details"
    " | //@aria-errormessage | //@aria-flowto | //@aria-labelledby | //@aria-owns"
)


def controls_of(page: Page) -> list[HtmlElement]:
    """Return what can be used in the main part of a page as it opens, in order.

    What is folded away is not there yet; what folds it is.
    """
    found = page.all(", ".join(f"main {one.strip()}" for one in CONTROLS.split(",")))
    shown = [control for control in found if "hidden" not in control.attrib]
    return [control for control in shown if not is_folded(control)]


def is_folded(control: HtmlElement) -> bool:
    """Whether a control stands in something that is closed."""
    inside = control.getparent() if control.tag == "summary" else control
    return any("open" not in box.attrib for box in inside.iterancestors("details"))


def visible_name(control: HtmlElement, page: Page) -> str:
    """Return the words that are seen on a control, or on its label; "" for none."""
    if control.tag in {"input", "select", "textarea"} and control.get("type") != "submit":
        labels = page.root.xpath("//label[@for=$id]", id=control.get("id") or "")
        return seen_in(labels[0]) if labels else ""
    return seen_in(control)


def seen_in(element: HtmlElement) -> str:
    """Return the words of an element without those that only a screen reader says."""
    if "nhsuk-u-visually-hidden" in element.classes:
        return ""
    parts = [element.text or ""]
    for child in element:
        parts += [seen_in(child) if isinstance(child.tag, str) else "", child.tail or ""]
    return " ".join(" ".join(parts).split())


@dataclass(frozen=True, order=True)
class Faults:
    """What is wrong with the controls of a page. Empty where nothing is."""

    number: int = 0
    repeated: tuple[tuple[str, int], ...] = ()
    unspeakable: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.number or self.repeated or self.unspeakable)


def faults_of(page: Page) -> Faults:
    """Return the faults of a page's controls."""
    names = [visible_name(control, page) for control in controls_of(page)]
    counted = Counter(name.lower() for name in names if name)
    for part in PARTS_OF_A_DATE:
        del counted[part]
    return Faults(
        len(names) if len(names) > MOST_CONTROLS else 0,
        tuple((name, times) for name, times in counted.items() if times > MOST_OF_ONE_NAME),
        tuple(name for name in names if UNSPEAKABLE & set(name)),
    )


def faults_of_ids(page: Page) -> list[str]:
    """Return the ids that stand twice on a page, and those that something refers to in vain."""
    found = Counter(page.root.xpath("//@id"))
    within = {link[1:] for link in page.root.xpath("//a/@href[starts-with(., '#')]")} - {""}
    within.update(*(value.split() for value in page.root.xpath(REFERS)))
    twice = [f"{one} twice" for one, times in found.items() if times > 1]
    return twice + [f"#{one} leads nowhere" for one in within - found.keys()]
