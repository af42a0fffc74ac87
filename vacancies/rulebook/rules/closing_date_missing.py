"""D4: no closing date.

Source: recruitment and retention guide for KLS managers. A date must stand behind the words:
"closing the library" and "closing date to be confirmed" give none.
"""

from vacancies.rulebook.closing import closing_date
from vacancies.rulebook.rulebook import reports_missing

RULE = "D4"

check = reports_missing(RULE, closing_date)
"""Reports once when no closing date is given."""
