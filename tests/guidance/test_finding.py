"""Updates and networks are found by the words of a question."""

import pytest

from guidance.services.finding import also_found
from tests.guidance.test_networks import make_network
from tests.guidance.test_updates import make_update
from tests.guidance.test_views import text_of

__all__ = ["make_network", "make_update"]


def test_an_update_is_found_by_its_words(client, make_update):
    make_update("Money matters")
    make_update("Money draft", is_published=False)
    shown = text_of(client.get("/search/?q=all+about+money"))
    assert 'Update: <a href="/updates/money-matters/">Money matters</a>' in shown
    assert "Money draft" not in shown


def test_a_network_is_found_by_its_name_with_its_place_in_the_directory(client, make_network):
    row = make_network("LIS-MEDICAL")
    (found,) = also_found("lis-medical")
    assert (found.kind, found.text) == ("Email list", "LIS-MEDICAL")
    assert found.address == f"/networks/#network-{row.pk}"


@pytest.mark.parametrize("asked", ["", "how do I", "%%%", "_____", "\x00", "zebra", "x " * 5000])
def test_a_question_that_names_nothing_finds_nothing(make_update, asked):
    make_update("Money")
    assert also_found(asked) == []
