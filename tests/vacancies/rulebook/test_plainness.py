"""How plainly a text reads, in numbers."""

import pytest

from vacancies.rulebook.document import Document
from vacancies.rulebook.plainness import Plainness, plainness

LONG = "You lend books and " + "help readers and " * 8 + "tidy the desk."


def numbers(text: str) -> Plainness:
    return plainness(Document(text))


def test_sentences_their_mean_and_the_longest():
    found = numbers(f"Run the desk. {LONG} You help.")
    assert found.reading.sentences == 3
    assert found.longest == 31
    assert found.long_sentences == 1
    assert found.sentence_limit == 25
    assert found.reading.words_a_sentence == pytest.approx((3 + 31 + 2) / 3)


def test_a_list_item_is_a_sentence_and_no_paragraph():
    found = numbers("Main duties\n- run the desk\n- " + "shelve a book " * 40)
    assert found.reading.sentences == 2
    assert found.paragraphs == 0
    assert found.long_paragraphs == ()


def test_long_paragraphs_with_their_words():
    short, long = "Run the desk.", "You run the desk. " * 21
    found = numbers(f"{short}\n\n{long}\n\n{short}")
    assert found.paragraphs == 3
    assert found.long_paragraphs == (84,)
    assert found.paragraph_limit == 80
    assert numbers("You run the desk. " * 20).long_paragraphs == ()


def test_the_share_of_passive_sentences():
    found = numbers("Books are ordered. You lend them. They were carefully shelved. You rest.")
    assert (found.passive, found.passive_share) == (2, 50)
    assert numbers("You are committed and qualified.").passive == 0


def test_heavy_words_as_written_with_the_plain_one():
    found = numbers("You Utilise the catalogue in\norder to help. You utilise it again.")
    assert found.heavy == (("Utilise", "use"), ("in order to", "to"))


def test_names_titles_and_unavoidable_terms_are_counted():
    found = numbers("Ask the librarian at Christchurch about 12 books.")
    assert found.reading.neutral == 3
    assert found.reading.words == 8


def test_a_text_without_words_has_no_numbers():
    found = numbers("")
    assert found.reading.reading_age is None
    assert (found.longest, found.passive_share, found.heavy) == (0, 0, ())
    assert found.reading.words_a_sentence == found.reading.syllables_a_word == 0.0


def test_british_spelling_is_plain():
    assert numbers("You catalogue, organise and programme; the colour is grey.").heavy == ()
