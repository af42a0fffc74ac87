"""The usual days in the guidance are those of the shipped steps."""

from guidance.pages.way import RECRUITING
from vacancies.planning.rules.step import steps

WORKING = {"working": 1.0, "calendar": 5 / 7, "advert": 5 / 7}


def test_the_guidance_tells_the_days_of_the_plan_that_ships():
    found = {step.id: step for step in steps()}
    line, at = [], "starts"
    while at:
        line.append(found[at])
        at = found[at].after
    by_stage: dict[str, float] = {}
    for step in line:
        by_stage[step.stage] = by_stage.get(step.stage, 0) + step.days * WORKING[step.unit]
    described, *rest = [step.usual_days for step in RECRUITING if step.usual_days]
    assert described + rest[0] == by_stage["describe"]
    assert rest[1:] == [by_stage[name] for name in ("advertise", "choose", "appoint", "welcome")]
