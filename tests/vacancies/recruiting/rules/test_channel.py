"""Lead times and bands of channels."""

from datetime import date

from tests.each import each
from tests.vacancies.recruiting.rules.adverts import channel
from vacancies.models import AdvertChannel
from vacancies.recruiting.rules.advert_plan import AdvertPlan, longest_lead


def test_the_longest_lead_is_the_first_of_the_slowest():
    slow, slow_too = channel("Slow", lead_days=7), channel("Too", lead_days=7)
    assert longest_lead([channel(), slow, slow_too]) is slow
    assert longest_lead([]) is None


@each(
    "opens_on, lead_days, day",
    [
        # Monday 11 January 2027: the Friday before, then a week of working days
        (date(2027, 1, 11), 0, date(2027, 1, 11)),
        (date(2027, 1, 11), 1, date(2027, 1, 8)),
        (date(2027, 1, 11), 7, date(2026, 12, 30)),
        # Saturday: even what appears at once is sent on the Friday
        (date(2027, 1, 9), 0, date(2027, 1, 8)),
        (date(2027, 1, 9), 1, date(2027, 1, 8)),
        # Across Easter 2027: Good Friday 26 and Easter Monday 29 March are no working days
        (date(2027, 3, 30), 1, date(2027, 3, 25)),
        # Across Christmas 2026 with its substitute day
        (date(2026, 12, 29), 1, date(2026, 12, 24)),
        # Across both clock changes a day stays a day
        (date(2027, 3, 29), 0, date(2027, 3, 25)),
        (date(2026, 10, 26), 1, date(2026, 10, 23)),
    ],
)
def test_send_by_counts_working_days_back(opens_on, lead_days, day):
    assert AdvertPlan(opens_on=opens_on).send_by(channel(lead_days=lead_days)) == day


def test_a_channel_suits_its_bands_and_every_vacancy_without_one():
    assert AdvertChannel(bands="5,6").suits("5")
    assert not AdvertChannel(bands="5,6").suits("7")
    assert AdvertChannel(bands="5,6").suits("")
    assert AdvertChannel().suits("9")
