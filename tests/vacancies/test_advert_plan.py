"""The advert plan of a vacancy: channels offered, chosen, changed, taken out."""

import pytest

from vacancies.advertising.channel import longest_lead
from vacancies.models import AdvertChannel
from vacancies.services.advert_plan import choose_channel, chosen_channels
from vacancies.services.reference_data import load_reference_data

pytestmark = pytest.mark.usefixtures("reference_data")


def choose(vacancy, *codes):
    """Choose the channels with these codes and return the choices."""
    found = [AdvertChannel.objects.get(code=code) for code in codes]
    return [choose_channel(vacancy=vacancy, channel=channel)[0] for channel in found]


def test_chosen_channels_come_in_one_query_with_the_longest_lead(
    vacancy, django_assert_num_queries
):
    choose(vacancy, "lis-medical", "ip-jobs", "nhs-jobs")
    with django_assert_num_queries(1):
        found = chosen_channels(vacancy)
    assert [channel.id for channel in found] == ["nhs-jobs", "lis-medical", "ip-jobs"]
    assert longest_lead(found).name == "Information Professional Jobs"


def test_the_same_channel_twice_is_there_once(vacancy):
    choose(vacancy, "linkedin", "linkedin")
    assert len(chosen_channels(vacancy)) == 1


def test_an_editors_correction_and_withdrawal_outlive_loading(vacancy):
    AdvertChannel.objects.filter(code="ip-jobs").update(cost="£400", cost_confirmed=True)
    AdvertChannel.objects.filter(code="nlpn").update(in_use=False)
    load_reference_data()
    assert AdvertChannel.objects.get(code="ip-jobs").cost == "£400"
    assert not AdvertChannel.objects.get(code="nlpn").in_use
