"""What the paper of a page must hold: every word of the page, and nothing to press."""

import re
from dataclasses import dataclass

import pypdfium2
from playwright.sync_api import Page

MARGINS = dict.fromkeys(("top", "bottom", "left", "right"), "15mm")
EDGE = 15 / 25.4 * 72 - 0.5  # points from the side of the sheet, within which nothing is drawn
# Of a page, all words but those of what only a screen can use. Words of a closed text count.
WORDS = """() => {
    const pressed = `button, nav, script, noscript, svg, option, textarea, [hidden],
        .nhsuk-button, [aria-hidden=true], [class*=character-count__],
        [class*=conditional--hidden], [role=status], .portal-rows__actions, .portal-not-printed,
        .portal-screen-only, .guidance-contents, .guidance-siblings, .guidance-search,
        .portal-places__action, .guidance-feedback__trap, .portal-row--new,
        details:has(> div > form[method=get]), #toolbar, #changelist-filter, .actions, .paginator,
        .object-tools, .submit-row, .add-row, .empty-form, .hidden, .inline-deletelink,
        .portal-hidden, .datetimeshortcuts, [class*=visually-hidden]`;
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
# What serves a press alone, and boxes without words where nobody writes with a pen.
PRESSED = """() => {
    dispatchEvent(new Event("beforeprint"));
    const found = "main .portal-row :is(input[type=checkbox][name$=-tick], input[type=text])";
    const shown = [...document.querySelectorAll(`${found}, main textarea[readonly]`)].filter(
        field => field.checkVisibility()).map(field => field.id);
    dispatchEvent(new Event("afterprint"));
    return shown;
}"""
FULL = 0.5  # of the height of a sheet: where less has words, what follows was kept together


def words_of(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.replace("\xad", "")))


@dataclass(frozen=True)
class Sheet:
    """A sheet of paper: its words, how far down it has any, as a part of its height, the line that
    stands there, and the words that its sides cut.
    """

    text: str
    filled: float
    last: str
    cut: list[str]


def printed(page: Page) -> list[Sheet]:
    """Return the sheets of A4 that the browser prints a page on."""
    sheets = []
    for sheet in pypdfium2.PdfDocument(page.pdf(format="A4", margin=MARGINS)):
        (width, height), text = sheet.get_size(), sheet.get_textpage()
        boxes = [text.get_rect(number) for number in range(text.count_rects())]
        _, low, _, high = min(boxes, key=lambda box: box[1], default=(0, height, 0, height))
        beyond = [box for box in boxes if box[0] < EDGE or box[2] > width - EDGE]
        cut = [text.get_text_bounded(*box) for box in beyond]
        last = text.get_text_bounded(bottom=low, top=high).strip()
        sheets.append(Sheet(text.get_text_bounded(), 1 - low / height, last, cut))
    return sheets


def faults_of_paper(page: Page) -> list[str]:
    """Return what is wrong with the paper of the page that is open."""
    needed, headings = words_of(page.evaluate(WORDS)), set(page.evaluate(HEADINGS))
    sheets = printed(page)
    texts = [sheet.text for sheet in sheets]
    lost = needed - words_of(" ".join(texts))
    run_together = "".join("".join(texts).split())  # as the reader of PDF leaves some lines
    lost = sorted(word for word in lost if word not in run_together)
    found = [f"lost: {lost}"] if lost else []
    if HANDLE in run_together:
        found.append("a handle is printed")
    for number, sheet in enumerate(sheets, 1):
        last = sheet.last
        split = len(last.split()) > 2 and any(one.startswith(last) for one in headings)
        if number < len(sheets) and (split or last in headings):
            found.append(f"sheet {number} ends with a heading, or its first line: {last}")
        if (number < len(sheets) and sheet.filled < FULL) or not sheet.text.strip():
            found.append(f"sheet {number} of {len(sheets)} is filled to {sheet.filled:.0%}")
        if sheet.cut:
            found.append(f"sheet {number} cuts {sheet.cut}")
    page.emulate_media(media="print")
    if pressed := page.evaluate(PRESSED):
        found.append(f"fields are printed: {pressed}")
    page.emulate_media(media="null")
    return [f"{page.url}: {fault}" for fault in found]
