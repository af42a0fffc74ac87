"""What the paper of a page must hold: every word of the page, and nothing to press."""

import re

import pypdfium2
from playwright.sync_api import Page

MARGINS = dict.fromkeys(("top", "bottom", "left", "right"), "15mm")
# Of a page, all words but those of what only a screen can use. Words of a closed text count.
WORDS = """() => {
    const pressed = `button, nav, script, svg, option, textarea, [hidden],
        .nhsuk-button, [class*=u-visually-hidden], [aria-hidden=true], [class*=character-count__],
        [class*=conditional--hidden], [role=status], .portal-rows__actions, .portal-not-printed,
        .portal-screen-only, .guidance-contents, .guidance-siblings, .guidance-search,
        .portal-places__action, .guidance-feedback__trap, .portal-row--new`;
    const typed = "main :is(textarea, select, input[type=text])";
    const nodes = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    const found = [];
    while (nodes.nextNode())
        if (!nodes.currentNode.parentElement.closest(pressed)) found.push(nodes.currentNode.data);
    for (const field of document.querySelectorAll(typed))
        if (field.checkVisibility() && !field.parentElement.closest(pressed))
            found.push(field.selectedOptions?.[0]?.text ?? field.value);
    return found.join(" ");
}"""
HEADINGS = """() => [...document.querySelectorAll("main :is(h2, h3, h4, caption, legend)")].map(
    heading => heading.innerText.trim().split("\\n").at(-1).trim())"""
HANDLE = "⠿"
FULL = 0.5  # of the height of a sheet: where less has words, what follows was kept together


def words_of(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.replace("\xad", "")))


def printed(page: Page) -> list[tuple[str, float, str]]:
    """Return each sheet of a page that the browser prints on A4: its text, how far down it
    has any, as a part of its height, and the line that stands there.
    """
    sheets = []
    for sheet in pypdfium2.PdfDocument(page.pdf(format="A4", margin=MARGINS)):
        text, height = sheet.get_textpage(), sheet.get_height()
        boxes = (text.get_rect(number) for number in range(text.count_rects()))
        _, low, _, high = min(boxes, key=lambda box: box[1], default=(0, height, 0, height))
        last = text.get_text_bounded(bottom=low, top=high).strip()
        sheets.append((text.get_text_bounded(), 1 - low / height, last))
    return sheets


def faults_of_paper(page: Page) -> list[str]:
    """Return what is wrong with the paper of the page that is open."""
    needed, headings = words_of(page.evaluate(WORDS)), set(page.evaluate(HEADINGS))
    filled = printed(page)
    sheets = [sheet for sheet, *_ in filled]
    lost = needed - words_of(" ".join(sheets))
    run_together = "".join("".join(sheets).split())  # as the reader of PDF leaves some lines
    lost = sorted(word for word in lost if word not in run_together)
    found = [f"lost: {lost}"] if lost else []
    if HANDLE in "".join(sheets):
        found.append("a handle is printed")
    for number, (sheet, part, last) in enumerate(filled, 1):
        split = len(last.split()) > 2 and any(one.startswith(last) for one in headings)
        if number < len(sheets) and (split or last in headings):
            found.append(f"sheet {number} ends with a heading, or its first line: {last}")
        if (number < len(sheets) and part < FULL) or not sheet.strip():
            found.append(f"sheet {number} of {len(sheets)} is filled to {part:.0%}")
    return [f"{page.url}: {fault}" for fault in found]
