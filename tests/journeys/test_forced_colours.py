"""Forced colours, as people with low vision set them: drawn words and marks stay to be seen.

The browser forces the colours of text and boxes itself, but not what a drawing is filled with.
"""

import pytest

from tests.journeys.conftest import DESKTOP
from tests.journeys.test_pages import addresses
from vacancies.management.demonstration.vacancy import load_demonstration
from vacancies.models import Vacancy

# The contrast of each drawn word, and of each mark that is filled or drawn, with the page.
FAINT = """() => {
    const light = colour => colour.match(/[\\d.]+/g).slice(0, 3).map(one => one / 255)
        .map(one => one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4)
        .reduce((sum, one, i) => sum + one * [0.2126, 0.7152, 0.0722][i], 0);
    const canvas = light(getComputedStyle(document.body).backgroundColor);
    const contrast = colour => {
        if (!colour.startsWith("rgb") || /, 0\\)$/.test(colour)) return 1;
        const other = light(colour);
        return (Math.max(other, canvas) + 0.05) / (Math.min(other, canvas) + 0.05);
    };
    return [...document.querySelectorAll("main figure svg *")].filter(one => {
        if (!one.checkVisibility()) return false;
        const look = getComputedStyle(one);
        if (one.matches("text, tspan")) return contrast(look.fill) < 4.5;
        return one.matches("circle, [class*=today], [class*=way], [class*=late]")
            && contrast(look.fill) < 3 && contrast(look.stroke) < 3;
    }).map(one => one.outerHTML.slice(0, 120));
}"""


# Of all that can have the focus, what looks the same with it and without.
SAME = """() => {
    const looks = one => {
        const { outlineStyle, outlineWidth, boxShadow, backgroundColor } = getComputedStyle(one);
        return [outlineStyle, outlineStyle === "none" ? 0 : outlineWidth, boxShadow,
            backgroundColor].join();
    };
    const all = document.querySelectorAll("a[href], button, input, select, textarea, summary");
    return [...all].filter(one => one.checkVisibility() && !one.disabled && one.tabIndex >= 0)
        .filter(one => {
            const box = one.matches("[type=radio], [type=checkbox]") && one.nextElementSibling;
            const inside = one.querySelector(":scope > [class*=summary-text]");
            const drawn = () => getComputedStyle(box, "::before").boxShadow;
            const shown = () => box ? drawn() : looks(inside ?? one);
            document.activeElement.blur();
            const before = shown();
            one.focus({ focusVisible: true });
            return before === shown();
        }).map(one => one.outerHTML.slice(0, 100));
}"""


@pytest.mark.thorough
def test_the_focus_is_seen(reference_data, guidance_pages, rows, signed_in):
    _, visitor = signed_in("manager", DESKTOP)
    seen = ["duty_list", "criterion_list", "vacancy_detail"]
    for address in addresses(rows, [f"vacancies:{name}" for name in seen]).values():
        visitor.goto(address)
        assert visitor.page.evaluate(SAME) == [], address


@pytest.mark.thorough
def test_what_is_drawn_is_seen(people, reference_data, guidance_pages, signed_in):
    load_demonstration()
    vacancy = Vacancy.objects.get()
    vacancy.organisation, vacancy.created_by = people.northfield, people.manager
    vacancy.save()
    _, visitor = signed_in("manager", DESKTOP)
    visitor.page.emulate_media(forced_colors="active", color_scheme="dark")
    visitor.goto(f"/vacancies/{vacancy.pk}/timeline/")
    assert visitor.page.locator("main figure svg text").count()
    assert visitor.page.evaluate(FAINT) == []
