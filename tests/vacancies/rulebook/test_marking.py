"""A text cut where its findings lie."""

from hypothesis import given
from hypothesis import strategies as st

from vacancies.rulebook.check import check
from vacancies.rulebook.finding import Piece, pieces


def test_a_finding_is_marked_with_its_number():
    text = "We want a dynamic person."
    report = check(text, "advert")
    marked = [piece for piece in pieces(text, report.findings) if piece.numbers]
    assert [piece.text for piece in marked] == ["dynamic"]
    number = marked[0].numbers[0]
    assert report.findings[number - 1].excerpt == "dynamic"


def test_a_text_without_findings_is_one_piece():
    assert list(pieces("Plain words.", ())) == [Piece("Plain words.")]
    assert list(pieces("", ())) == []


@given(st.text(alphabet="ab dynamic he must have degree.\n", max_size=300))
def test_the_pieces_are_the_text_again(text):
    found = list(pieces(text, check(text, "all").findings))
    assert "".join(piece.text for piece in found) == text
