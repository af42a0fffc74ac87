"""D13: neither adjustments nor other formats are offered.

Source: NHS Providers; recruitment and retention guide for KLS managers (Fair Library Jobs
manifesto, 7.0). Internet access and file formats are no offer.
"""

from vacancies.rulebook.offers import ADJUSTMENTS
from vacancies.rulebook.rulebook import reports_missing

RULE = "D13"

check = reports_missing(RULE, lambda document: document.has(ADJUSTMENTS))
"""Reports once when nothing is offered."""
