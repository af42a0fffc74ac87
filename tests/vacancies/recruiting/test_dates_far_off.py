"""Dates at the ends of the calendar, that no form lets in: no page falls over them."""

from datetime import date

import pytest
from django.urls import reverse

from tests.vacancies.timeline_pages import step_date
from vacancies.models import AdvertChannel, AdvertChoice, Vacancy, VacancyPlan
from vacancies.recruiting.services.advert_plan import choose_channel

PAGES = (
    "vacancy_detail",
    "dates_edit",
    "draft_check",
    "timeline_detail",
    "timeline_proposal",
    "advert_plan_detail",
    "induction_detail",
    "handover_detail",
)
COLUMNS = ("opens_on", "closes_on", "interview_on", "starts_on")
END = [date(9999, 12, day) for day in (1, 15, 30, 31)]
BEGINNING = [date(1, 1, day) for day in (1, 2, 3, 4)]
BOTH = [date(2027, 2, 1), date(2027, 2, 15), date(2027, 3, 1), date.max]


@pytest.mark.usefixtures("reference_data")
@pytest.mark.parametrize("days", [END, BEGINNING, BOTH], ids=["end", "beginning", "start alone"])
def test_no_page_falls_over_a_date_at_the_end_of_the_calendar(as_manager, vacancy, days):
    own = dict(zip(COLUMNS, days, strict=True))
    Vacancy.objects.filter(pk=vacancy.pk).update(**own)
    step_date(vacancy, code="approval", day=own["opens_on"])
    VacancyPlan.objects.update(needed_by=own["starts_on"])
    step_date(vacancy, code="probation-first", day=own["starts_on"])
    choose_channel(vacancy=vacancy, channel=AdvertChannel.objects.first())
    AdvertChoice.objects.update(send_on=own["closes_on"])
    addresses = [reverse(f"vacancies:{page}", args=[vacancy.pk]) for page in PAGES]
    addresses.append(reverse("vacancies:timeline_file", args=[vacancy.pk, "ics"]))
    for address in addresses:
        assert as_manager.get(address).status_code == 200, address
    timeline = as_manager.get(addresses[PAGES.index("timeline_detail")])
    for step, by in (("opens", "week-later"), ("opens", "day-earlier"), ("starts", "week-later")):
        page = reverse("vacancies:timeline_step_move", args=[vacancy.pk, step])
        given = {"by": by, "version_token": timeline.context["dates"].digest}
        assert as_manager.post(page, given).status_code == 302
