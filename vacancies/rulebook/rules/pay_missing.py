"""D1: the advert shows no pay.

Source: Fair Museum Jobs manifesto, section 2; the transparency principle of the Fair Library
Jobs manifesto. A band without amounts is not enough, and a budget is no pay.
"""

from vacancies.rulebook.pay import pay_places
from vacancies.rulebook.rulebook import reports_missing

RULE = "D1"

check = reports_missing(RULE, lambda document: any(pay_places(document)))
"""Reports once when no amount of pay is given."""
