"""The template pack draws each field as nhsuk-frontend itself does, case by case.

The cases lie in the package and are read when the tests run. A case that asks for something the
portal does not have is passed over, by the first option that we do not know; the floors below
see to it that this stays the exception. Known differences, taken out before comparing:

- aria-invalid: Django marks the control at fault as well as describing the error;
- the heading of a page that asks one question, as no page of the portal does;
- the names of the three boxes of a date, which carry the field's name with us.
"""

import pytest

from tests.project.nhsuk_cases import NEEDS_PACKAGE, compare
from tests.project.nhsuk_fields import DRAWN

FLOORS = {
    "input": 37,
    "password-input": 11,
    "textarea": 14,
    "character-count": 16,
    "select": 14,
    "radios": 38,
    "checkboxes": 37,
    "date-input": 19,
    "label": 11,
    "legend": 11,
    "hint": 2,
    "error-message": 2,
}


@NEEDS_PACKAGE
@pytest.mark.parametrize("component", DRAWN)
def test_field_is_drawn_as_the_package_draws_it(component: str) -> None:
    result = compare(component, DRAWN[component])
    print(result)
    assert result.differing == []
    assert result.equal >= FLOORS[component]
