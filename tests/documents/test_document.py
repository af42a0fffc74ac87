"""What a document refuses, and how its words and widths are read."""

import pytest

from kls_portal.documents.document import Document, Grid, Heading, Run, plain_words
from kls_portal.documents.document_docx import column_widths
from tests.each import each


@pytest.mark.parametrize("levels", [(3,), (1,), (2, 4), (2, 3, 5), (2, 3, 4, 5, 6, 7)])
def test_a_heading_that_skips_a_level_is_refused(levels):
    with pytest.raises(ValueError, match="'Words'"):
        Document("Title", parts=tuple(Heading(level, "Words") for level in levels))


@each("levels", [(2,), (2, 3, 4, 5, 6), (2, 3, 2, 3), (2, 3, 4, 2)])
def test_headings_in_order_are_taken(levels):
    assert Document("Title", parts=tuple(Heading(level, "Words") for level in levels))


@each(
    "grid",
    [
        Grid("T", ("A", "B"), (("one",),)),
        Grid("T", (), ()),
        Grid("T", ("A", "B"), (), widths=(20,)),
        Grid("T", ("A", "B"), (("one", "two"),), ticked=(True, False)),
    ],
)
def test_a_table_that_does_not_fit_is_refused(grid):
    with pytest.raises(ValueError, match="'T'"):
        Document("Title", parts=(grid,))


def test_words_are_plain_without_their_looks_and_addresses():
    words = (Run("Read "), Run("this", bold=True, address="https://a.example"), Run("!", note=True))
    assert plain_words(words) == "Read this !"


@each(
    "widths, found",
    [((), (56, 56, 56)), ((0, 20, 30), (120, 20, 30)), ((0, 0, 30), (70, 70, 30))],
)
def test_columns_share_what_is_left(widths, found):
    assert column_widths(Grid("T", ("A", "B", "C"), (), widths=widths), 170) == found
