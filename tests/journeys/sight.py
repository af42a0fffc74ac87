"""What must be seen and hit on a page: the focus, words in every theme, targets of 24 px; and the
room it needs: with other spacing, larger letters, a low or narrow window.
"""

from playwright.sync_api import Page

WIDTH = "document.documentElement.scrollWidth"
# Of all that can have the focus, what looks the same with it and without.
SAME_WITH_FOCUS = """() => {
    const looks = one => {
        const { outlineStyle, outlineWidth, boxShadow, backgroundColor } = getComputedStyle(one);
        return [outlineStyle, outlineStyle === "none" ? 0 : outlineWidth, boxShadow,
            backgroundColor].join();
    };
    const all = document.querySelectorAll(
        "a[href], button, input, select, textarea, summary, [tabindex='0']");
    return [...all].filter(one => one.tabIndex >= 0 && !one.disabled
        && !one.parentElement.closest("[contenteditable]")
        && one.checkVisibility({ visibilityProperty: true }))
        .filter(one => {
            const box = one.matches("[type=radio], [type=checkbox]") && one.nextElementSibling;
            const inside = one.querySelector(":scope > [class*=summary-text]");
            const drawn = () => getComputedStyle(box, "::before").boxShadow;
            const shown = () => box ? drawn() + looks(one)
                : looks(one) + (inside ? looks(inside) : "");
            document.activeElement.blur();
            const before = shown();
            one.focus({ focusVisible: true });
            return before === shown();
        }).map(one => one.outerHTML.slice(0, 100));
}"""
# Words fainter than WCAG 1.4.3 allows, on the nearest ground that is painted in one colour.
FAINT = r"""() => {
    const parts = colour => (colour.match(/[\d.]+/g) ?? []).map(Number);
    const light = colour => parts(colour).slice(0, 3).map(one => one / 255)
        .map(one => one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4)
        .reduce((sum, one, i) => sum + one * [0.2126, 0.7152, 0.0722][i], 0);
    const contrast = (one, other) => {
        const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
        return (high + 0.05) / (low + 0.05);
    };
    const ground = one => {
        for (let box = one.closest("svg") ?? one; box; box = box.parentElement) {
            const { backgroundColor, backgroundImage } = getComputedStyle(box);
            const [, , , alpha = 1] = parts(backgroundColor);
            if (backgroundImage !== "none" || (alpha > 0 && alpha < 1)) return null;
            if (alpha === 1) return backgroundColor;
        }
        return "rgb(255, 255, 255)";
    };
    const unseen = "[disabled], option, script, style, [class*=visually-hidden]";
    return [...document.querySelectorAll("body *")].filter(one => {
        const words = [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim());
        const { width, height } = one.getBoundingClientRect();
        if (!words || width < 2 || height < 2 || one.closest(unseen)) return false;
        if (!one.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
        const look = getComputedStyle(one), behind = ground(one);
        const colour = one instanceof SVGElement ? look.fill : look.color;
        if (!behind || !colour.startsWith("rgb")) return false;
        const size = parseFloat(look.fontSize);
        const isLarge = size >= 24 || (size >= 18.66 && look.fontWeight >= 700);
        return contrast(colour, behind) < (isLarge ? 3 : 4.5);
    }).map(one => one.outerHTML.slice(0, 120));
}"""
# Targets under 24 px whose circle of 24 px meets another target (WCAG 2.5.8); links in a sentence
# are excepted.
SMALL = """() => {
    const kinds = "a[href], button, input:not([type=hidden]), select, textarea, summary";
    const all = [...document.querySelectorAll(kinds)]
        .filter(one => !one.disabled && one.checkVisibility({ visibilityProperty: true }))
        .map(one => ({ one, box: one.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 2 && box.height > 2 && box.bottom + scrollY > 0);
    const isSmall = ({ box }) => box.width < 23.9 || box.height < 23.9;
    const inSentence = ({ one }) => getComputedStyle(one).display.startsWith("inline")
        && one.parentElement.textContent.trim().length > one.textContent.trim().length;
    const middle = ({ box }) => [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    const meets = (one, other) => {
        const [x, y] = middle(one), { left, right, top, bottom } = other.box;
        if (isSmall(other)) return Math.hypot(middle(other)[0] - x, middle(other)[1] - y) < 23.9;
        const near = (at, low, high) => Math.min(Math.max(at, low), high);
        return Math.hypot(near(x, left, right) - x, near(y, top, bottom) - y) < 11.9;
    };
    const apart = (one, other) => !one.one.contains(other.one) && !other.one.contains(one.one);
    return all.filter(one => isSmall(one) && !inSentence(one)
        && all.some(other => apart(one, other) && meets(one, other)))
        .map(({ one, box }) => `${Math.round(box.width)} x ${Math.round(box.height)} px: `
            + one.outerHTML.slice(0, 100));
}"""
# A colour that changes slowly is not yet what it will be.
AT_ONCE = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { transition: none !important; }");
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}"""
DARK = {"forced_colors": "none", "color_scheme": "dark"}
FORCED = [{"forced_colors": "active", "color_scheme": scheme} for scheme in ("dark", "light")]
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 320, "height": 640}

# WCAG 1.4.12, as somebody's own style sheet sets it.
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }"""
LARGE = "html { font-size: 200% !important; }"
STRESSES = {
    "320 px with spacing": (NARROW, SPACED),
    "1280 px with spacing": (WIDE, SPACED),
    "text of 200 %": (WIDE, LARGE),
    "a low window": ({"width": 1280, "height": 600}, ""),
    "zoom of 200 %": ({"width": 960, "height": 540}, ""),
}
# Boxes that scroll and show too little, and stops of Tab at boxes that do not scroll.
CRAMPED = """() => [...document.querySelectorAll("main, main *")].flatMap((box) => {
  const { overflowY } = getComputedStyle(box);
  if (box.localName === "textarea" || !/auto|scroll/.test(overflowY)) return [];
  const scrolls = box.scrollHeight > box.clientHeight + 1;
  const shown = box.clientHeight >= 256 || box.clientHeight >= 0.4 * box.scrollHeight;
  const stops = box.tabIndex === 0 && box.matches("[data-scrolls], aside, section");
  const wide = box.scrollWidth > box.clientWidth + 1;
  return (scrolls && !shown) || (stops && !scrolls && !wide) ? [box.className] : [];
})"""
# Boxes that scroll sideways by a few pixels: many systems draw a scroll bar for them. Tables that
# scroll on a desk at all. Not the lists of the admin, whose width is chance.
NUDGED = """() => [...document.querySelectorAll("main :not(.results)")].filter(box => {
    const beyond = box.scrollWidth - box.clientWidth;
    const isTable = innerWidth >= 1280 && box.matches(".portal-wide, .nhsuk-table-container");
    return /auto|scroll/.test(getComputedStyle(box).overflowX) && beyond > 0
        && (beyond < 9 || isTable);
}).map(box => "scrolls for nothing: " + (box.id || box.className))"""
# Boxes that cut off words or fields.
CUT = """() => [...document.querySelectorAll("main *")].filter(box => {
    const { overflowX, overflowY } = getComputedStyle(box), cuts = /hidden|clip/;
    const isCut = (cuts.test(overflowX) && box.scrollWidth > box.clientWidth + 2)
        || (cuts.test(overflowY) && box.scrollHeight > box.clientHeight + 2);
    const hidden = "[class*=hidden], [class*=visually-hidden], select, option, svg";
    return isCut && box.clientWidth > 2 && box.innerText?.trim() && box.checkVisibility()
        && !box.closest(hidden);
}).map(box => "cut: " + (box.id || box.className))"""
# Words of a picture that run into each other.
MIXED = """() => [...document.querySelectorAll("main svg")].flatMap(picture => {
    const all = [...picture.querySelectorAll("text")].filter(one => one.checkVisibility());
    const boxes = all.map(one => one.getBoundingClientRect());
    const meet = (one, other) => one.right > other.left + 1 && other.right > one.left + 1
        && one.bottom > other.top + 3 && other.bottom > one.top + 3;
    return all.filter((_, at) => boxes.some((box, other) => other > at && meet(boxes[at], box)));
}).map(one => "runs into other words: " + one.textContent)"""
# All that does not fit, in somebody's own style sheet, which is put on while the page is open.
ROOM = f"""async css => {{
    window.worn ??= new CSSStyleSheet();
    if (!document.adoptedStyleSheets.includes(worn)) document.adoptedStyleSheets.push(worn);
    worn.replaceSync(css);
    await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
    return [...({CRAMPED})(), ...({CUT})(), ...({MIXED})()];
}}"""


def fits(page: Page) -> bool:
    """Whether a page is as wide as its window, once menus and the editor's bar are built."""
    for _ in range(20):
        if page.evaluate(WIDTH) <= page.viewport_size["width"]:
            return True
        page.wait_for_timeout(100)
    return False


def faults_of_sight(page: Page, other_colours: list[dict[str, str]] = FORCED) -> list[str]:
    """Return what is not seen or too small to hit on the page that is open, on a wide screen."""
    page.evaluate(AT_ONCE)
    found = [f"looks the same with the focus: {one}" for one in page.evaluate(SAME_WITH_FOCUS)]
    found += [f"faint: {one}" for one in page.evaluate(FAINT)]
    found += [f"small: {one}" for one in page.evaluate(SMALL)]
    return [f"{page.url}: {fault}" for fault in found + faint_in(page, other_colours)]


def faint_in(page: Page, other_colours: list[dict[str, str]] = FORCED) -> list[str]:
    """Return the words that are faint where somebody chose colours of their own."""
    found = []
    for colours in other_colours:
        page.emulate_media(**colours)
        found += [f"faint, {colours}: {one}" for one in page.evaluate(FAINT)]
    page.emulate_media(forced_colors="none", color_scheme="light")
    return found


def faults_of_room(page: Page) -> list[str]:
    """Return what does not fit on the page that is open, under each stress; it stays so."""
    found = []
    for name, (screen, css) in STRESSES.items():
        resize(page, screen)
        found += [f"{name}: {box}" for box in page.evaluate(ROOM, css)]
        if not fits(page):
            found.append(f"{name}: {page.evaluate(WIDTH)} px wide")
    return [f"{page.url}: {fault}" for fault in found]


def resize(page: Page, screen: dict[str, int]) -> None:
    """Give a page a window of another size: to lay it out anew is a large part of what it costs."""
    if page.viewport_size != screen:
        page.set_viewport_size(screen)
