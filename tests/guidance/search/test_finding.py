"""Updates and networks are found by the words of a question."""

import pytest

from guidance.search.answer import answer
from guidance.search.services import also_found
from tests.pages import Page


def test_an_update_is_found_by_its_words(client, make_update):
    make_update("Money matters")
    make_update("Money draft", is_published=False)
    shown = Page(client.get("/search/?q=all+about+money"))
    assert shown.texts("#also-found a") == ["Money matters"]
    assert shown.addresses("#also-found") == ["/updates/money-matters/"]


def test_an_update_comes_first_where_the_question_is_for_it(client, make_update):
    make_update("Changes in parking law")
    assert Page(client.get("/search/?q=parking+law")).addresses("#updates-found + ul") == [
        "/updates/changes-in-parking-law/"
    ]
    assert Page(client.get("/search/?q=parking")).all("#updates-found") == []


def test_a_number_in_a_question_need_not_stand_in_an_update(make_update):
    make_update("Changes in parking law")
    (update,) = also_found(answer("parking law 2025").terms)
    assert update.is_asked_for


def test_a_network_is_found_by_its_name_with_its_place_in_the_directory(client, make_network):
    row = make_network("LIS-MEDICAL")
    (found,) = also_found(answer("lis-medical").terms)
    assert (found.kind, found.text) == (row.get_kind_display(), "LIS-MEDICAL")
    assert found.address == f"/networks/#network-{row.pk}"


@pytest.mark.parametrize("asked", ["", "how do I", "%%%", "_____", "\x00", "zebra", "x " * 5000])
def test_a_question_that_names_nothing_finds_nothing(make_update, asked):
    make_update("Money")
    assert also_found(answer(asked).terms) == []
