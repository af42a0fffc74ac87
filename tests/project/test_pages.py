"""The reader of pages reads what a page says, and notices what does not fit together."""

import pytest

from tests.each import each
from tests.pages import Page

SUMMARY = '<div class="nhsuk-error-summary__list"><li><a href="#id_title">Enter</a></li></div>'
FIELD = '<span class="nhsuk-error-message" id="id_title_error">Error: Enter</span>'
INPUT = '<input id="id_title" name="title" value="Librarian">'


def page(inside):
    title = "Error: T" if "nhsuk-error-summary" in inside else "T"
    return Page(
        f"<html><head><title>{title}</title></head><body><main>{inside}</main></body></html>"
    )


def test_the_fields_with_an_error_are_named_once():
    shown = page(SUMMARY + FIELD + INPUT)
    assert shown.errors == {"title"}
    assert shown.error("title") == "Enter"
    assert shown.value("title") == "Librarian"


@each("inside", [SUMMARY, FIELD, SUMMARY + FIELD])
def test_errors_that_stand_in_one_place_alone_or_lead_nowhere_are_noticed(inside):
    with pytest.raises(AssertionError):
        page(inside).errors  # noqa: B018


def test_banners_statuses_and_rows_are_read():
    shown = page(
        '<div class="nhsuk-notification-banner nhsuk-notification-banner--success">Saved</div>'
        '<table><tbody><tr><th>Duty</th><td><strong data-status="late">Late</strong></td></tr>'
        "</tbody></table>"
    )
    assert shown.banner == "success"
    assert shown.statuses == ["late"]
    assert shown.rows() == [["Duty", "Late"]]
    assert shown.errors == set()


def test_errors_that_the_title_keeps_to_itself_are_noticed():
    words = f"<title>T</title><main>{SUMMARY}{FIELD}{INPUT}</main>"
    with pytest.raises(AssertionError):
        Page(f"<html>{words}</html>").errors  # noqa: B018
