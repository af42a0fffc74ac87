"""From the stored text to the text of a page."""

import pytest

from guidance.texts.rendering import render


def test_a_text_that_ends_with_a_link_alone_ends_with_an_action_link():
    body = render('<p>Read it.</p><p><a href="/tools/">Check it</a></p>').html
    assert body.count('class="nhsuk-action-link" href="/tools/"') == 1
    assert "Check it" in body


@pytest.mark.parametrize(
    "stored",
    [
        '<p>Then <a href="/tools/">check it</a></p>',
        '<p><a href="/tools/">Check it</a>.</p>',
        '<p><a href="/tools/">Check it</a></p><p>Then rest.</p>',
        '<ul><li><a href="/tools/">Check it</a></li></ul>',
        "",
    ],
)
def test_any_other_end_stays_as_it_is(stored):
    assert "nhsuk-action-link" not in render(stored).html
