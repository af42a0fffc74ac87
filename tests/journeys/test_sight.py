"""What is drawn is seen in colours of somebody's own: the browser forces those of text and boxes
itself, but not what a drawing is filled with. The walk over all pages measures the rest.
"""

import pytest

from tests.journeys.conftest import DESKTOP
from tests.journeys.sight import FORCED, faint_in
from vacancies.management.demonstration import load_demonstration
from vacancies.models import Vacancy

# Each mark of a drawing that is told from the page neither by what fills it nor by its line.
LOST_MARKS = """() => {
    const light = colour => colour.match(/[\\d.]+/g).slice(0, 3).map(one => one / 255)
        .map(one => one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4)
        .reduce((sum, one, i) => sum + one * [0.2126, 0.7152, 0.0722][i], 0);
    const canvas = light(getComputedStyle(document.body).backgroundColor);
    const contrast = colour => {
        if (!colour.startsWith("rgb") || /^rgba.*, 0\\)$/.test(colour)) return 1;
        const other = light(colour);
        return (Math.max(other, canvas) + 0.05) / (Math.min(other, canvas) + 0.05);
    };
    const marks = "circle, [class*=today], [class*=way], [class*=late]";
    return [...document.querySelectorAll("main figure svg *")].filter(one => {
        const { fill, stroke } = getComputedStyle(one);
        return one.checkVisibility() && one.matches(marks) && !one.matches("text, tspan")
            && contrast(fill) < 3 && contrast(stroke) < 3;
    }).map(one => one.outerHTML.slice(0, 120));
}"""


@pytest.mark.thorough
def test_what_is_drawn_is_seen(people, reference_data, guidance_pages, signed_in):
    load_demonstration()
    vacancy = Vacancy.objects.get()
    vacancy.organisation, vacancy.created_by = people.northfield, people.manager
    vacancy.save()
    _, visitor = signed_in("manager", DESKTOP)
    visitor.goto(f"/vacancies/{vacancy.pk}/timeline/")
    assert visitor.page.locator("main figure svg text").count()
    assert faint_in(visitor.page) == []
    for colours in FORCED:
        visitor.page.emulate_media(**colours)
        assert visitor.page.evaluate(LOST_MARKS) == [], colours
