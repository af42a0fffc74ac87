"""The clock of probation counts by the dated fact, as corrected, until it is to be read again."""

from dataclasses import replace

from kls_portal.operation.site_version import invalidate_public_cache
from kls_portal.reference.loading import load_facts
from kls_portal.reference.models import Fact
from vacancies.planning.rules.probation import LAW
from vacancies.planning.services.layers import probation_terms


def test_the_law_is_the_fact_as_corrected_and_called_lapsed_once_it_is_due(people, on_day):
    load_facts()
    row = Fact.objects.get(name="unfair-dismissal-service", unit="months")
    assert probation_terms(people.northfield).law == LAW
    Fact.objects.filter(pk=row.pk).update(value="8")
    invalidate_public_cache()
    assert probation_terms(people.northfield).law == replace(LAW, months=8)
    on_day(row.review_by)
    assert probation_terms(people.northfield).law.is_lapsed
