"""The channels that come with the portal: each whole, none claiming what nobody read."""

from vacancies.recruiting.rules.advert_plan import advertising, plan_rules

SEVERITIES = {"must", "should", "could"}


def test_the_fifteen_channels_are_there_once():
    found = [channel.id for channel in advertising().channels]
    assert len(found) == len(set(found)) == 15


def test_each_says_whom_it_reaches_and_what_to_prepare():
    for channel in advertising().channels:
        assert channel.audience, channel.id
        assert channel.cost, channel.id
        assert channel.prepare, channel.id
        assert channel.source, channel.id


def test_no_price_and_no_lead_time_is_called_confirmed():
    assert not any(one.cost_confirmed or one.lead_confirmed for one in advertising().channels)


def test_every_vacancy_appears_on_nhs_jobs_alone():
    assert [channel.id for channel in advertising().channels if channel.required] == ["nhs-jobs"]


def test_each_band_has_a_channel_that_reaches_people_outside_the_nhs():
    for band in ("2", "3", "4", "5", "6", "7", "8a", "9"):
        assert any(
            one.beyond_nhs for one in advertising().channels if band in (one.bands or (band,))
        ), band


def test_each_rule_has_a_grade_and_a_source():
    for rule in plan_rules().values():
        assert rule.severity in SEVERITIES, rule.id
        assert rule.text.endswith("."), rule.id
        assert rule.source, rule.id
