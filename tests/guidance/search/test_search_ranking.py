"""What makes one page come before another."""

from guidance.search.engines import Hit, Kind, Where
from guidance.search.ranking import answers, asked_of, rank, share_of
from guidance.search.words import split
from tests.each import each


def hit(page, term=0, kind=Kind.TYPED, where=Where.ANYWHERE, strength=1.0):
    return Hit(page, term, kind, where, strength)


def order(*hits, pages=100):
    return [page for page, _ in rank(hits, pages)]


def test_a_title_comes_before_a_summary_before_a_heading_before_text():
    places = {4: [], 3: [Where.HEADINGS], 2: [Where.SUMMARY], 1: [Where.TITLE]}
    hits = [hit(page) for page in places]
    hits += [hit(page, where=where) for page, wheres in places.items() for where in wheres]
    assert order(*hits) == [1, 2, 3, 4]


def test_typed_comes_before_a_synonym_before_a_beginning():
    assert order(hit(3, kind=Kind.LOOSE), hit(2, kind=Kind.SYNONYM), hit(1)) == [1, 2, 3]


def test_a_rare_word_weighs_more():
    common = [hit(page, term=0) for page in range(10, 60)]
    assert order(*common, hit(1, term=1), pages=60)[0] == 1


def test_a_page_with_all_words_comes_before_one_with_more_of_one_word():
    assert order(hit(1, 0), hit(1, 1), hit(2, 0, strength=2.2)) == [1, 2]


def test_pages_far_behind_are_left_out():
    hits = [hit(1), hit(1, where=Where.TITLE), hit(2, kind=Kind.LOOSE, strength=0.1)]
    assert [page for page, _ in answers(rank(hits, 100))] == [1]


def test_a_loose_way_that_many_pages_have_does_not_make_the_term_common():
    loose = [hit(page, kind=Kind.LOOSE) for page in range(20, 60)]
    other = [hit(2, term=1)]
    assert order(hit(1), *loose, *other, pages=60)[:2] == [1, 2]


def test_a_term_of_little_weight_counts_for_little():
    hits = [hit(1, 0, where=Where.TITLE), hit(1, 0), hit(2, 1), hit(2, 1, where=Where.TITLE)]
    assert [page for page, _ in rank([*hits, hit(3, 0)], 100, [1.0, 0.2])] == [1, 3, 2]


def test_equals_keep_their_order():
    assert order(hit(2), hit(1), hit(3)) == [1, 2, 3]


def test_nothing_found_gives_nothing():
    assert rank([], 0) == []


PHRASES = "school visit, get rid of, baby\nWho can see"


@each(
    "question, share",
    [
        ("school visit", 1),
        ("a visit to schools", 1),  # in any order, with other endings and little words
        ("schools", 0),  # one word of two says nothing
        ("how do I get rid of someone", 1),
        ("can I see who", 0),  # with one telling word, in its order alone
        ("who can see my baby", 1),
        ("baby shower", 1 / 2),
        ("who can see zebras", 3 / 4),
    ],
)
def test_the_share_of_a_question_that_stands_in_phrases_of_a_page(question, share):
    assert share_of(asked_of(tuple(split(question))), PHRASES) == share
