"""The search over the database at hand: run on SQLite and on PostgreSQL."""

import pytest

from guidance.models import PageText, SynonymGroup
from guidance.pages.services.publishing import withdraw
from guidance.search.admin import MOST_PHRASES
from guidance.search.answer import answer
from guidance.search.engines import Where
from guidance.search.index import engine
from guidance.search.query import MOST_TERMS, Term, read
from guidance.search.services import known_synonyms
from guidance.search.sqlite import MOST_LEGS
from tests.each import each
from tests.guidance.editing import search


def found(text: str) -> list[str]:
    return [result.address.strip("/") for result in search(text)]


@pytest.fixture
def zoo(make_page):
    engine().erase_all()  # what a test that was not rolled back left in the index
    make_page("zebra", title="Zebras", body="<p>Striped. They recruit a herd.</p>")
    make_page(
        "giraffe",
        title="Giraffes",
        summary="Tall animals for a JD & more.",
        body="<h2>Feeding</h2><p>A zebra shares its leaves, with café crème.</p>",
    )
    make_page("lion", title="Lions", body="<p>Hold a 1:1 with the pride, then one more: 1.</p>")


def test_titles_come_first(zoo):
    assert found("zebra") == ["zebra", "giraffe"]


def test_both_databases_count_repeats_and_length_and_not_the_other_ways_to_ask(zoo, make_page):
    grass = "grass " * 40
    for name, words in {"once": 1, "often": 8}.items():
        make_page(name, body=f"<p>{'zebu ' * words} {grass}</p>")
    long = make_page("long", body=f"<p>zebu {grass * 6}</p>")

    def strengths(*synonyms):
        hits, _ = engine().hits([Term(("yak",), tuple(synonyms))])
        return {hit.page_id: hit.strength for hit in hits if hit.where is Where.ANYWHERE}

    alone = strengths(("zebu",))
    assert strengths(("zebu",), ("okapi",), ("wild", "ass"), ("gnu",)) == alone
    weakest, middle, strongest = sorted(alone.values())
    assert alone[long.pk] == weakest
    assert 0.3 < weakest < middle < strongest < 2.2


def test_an_index_that_still_holds_pages_that_are_gone_finds_the_others(zoo, make_page):
    PageText.objects.all()._raw_delete(using="default")
    assert found("zebra") == []
    make_page("zebu", title="Zebus", body="<p>No zebra.</p>")
    assert found("zebra") == ["zebu"]


@each(
    "text, page",
    [
        ("zebras", "zebra"),
        ("recruiting", "zebra"),
        ("recruitment", "zebra"),
        ("stri", "zebra"),
        ("feed", "giraffe"),
        ("cafe creme", "giraffe"),
        ("CAFÉ", "giraffe"),
        ("job description", "giraffe"),
        ("one-to-one", "lion"),
        ("1:1", "lion"),
        ("1-1 pride", "lion"),
    ],
)
def test_stems_beginnings_accents_and_synonyms(zoo, text, page):
    assert found(text)[0] == page


def test_a_page_with_both_words_comes_first_and_others_follow(zoo):
    assert found("zebra leaves") == ["giraffe", "zebra"]


def test_a_result_says_why(zoo):
    result = search("leaves")[0]
    assert result.title == "Giraffes"
    assert result.summary == "Tall animals for a JD & more."
    assert result.extract == "A zebra shares its <mark>leaves</mark>, with café crème."
    assert result.score > 0


def test_a_withdrawn_page_is_not_found(zoo, make_page):
    page = make_page("okapi", body="<p>okapi</p>")
    assert found("okapi") == ["okapi"]
    withdraw(page)
    assert found("okapi") == []


@pytest.mark.parametrize(("typed", "meant"), [("zebar", "zebra"), ("stryped", "striped")])
def test_another_spelling_is_tried_where_nothing_is_found(zoo, typed, meant):
    given = answer(typed)
    assert given.is_respelt
    assert given.spelt == meant
    assert given.results


def test_a_word_that_no_page_has_is_spelt_anew_beside_others(zoo):
    given = answer("lions zebar")
    assert given.is_respelt
    assert given.spelt == "lions zebra"
    assert given.results == search("lions zebra")


@each("text", ["qqqq", "x9z", "zzz", "4711"])
def test_no_spelling_is_made_up(zoo, text):
    given = answer(text)
    assert (given.results, given.spelt) == ([], "")


HOSTILE = [
    "\"'%_*()", '"', "'", "zebra'", 'NEAR(zebra)', "title:zebra", "zebra OR", "AND", "NOT zebra",
    "-zebra", "^zebra*", "{zebra}", "zebra & ! | <-> :*", "zebra\\", "%zebra%", "zebra\x00",
    "\udcffzebra", "½²٣Ⅷ", "عمل", "😀", "zebra " * 2000, "z" * 10_000, "'; drop table x; --",
    "<script>alert(1)</script>", "a b c d e f g h i j k l m n o p q r s t u v w x y z",
]  # fmt: skip


@each("text", HOSTILE)
def test_any_text_is_taken(zoo, text):
    answer(text)


@each("text", ["zebra'", "NEAR(zebra)", "^zebra*", "{zebra}", "%zebra%"])
def test_signs_do_not_hide_a_word(zoo, text):
    assert "zebra" in found(text)


def test_few_queries_are_needed(zoo, django_assert_max_num_queries):
    search("zebra")  # synonyms and facts are read once until somebody changes them
    with django_assert_max_num_queries(3):
        search("zebra leaves")
    with django_assert_max_num_queries(5):
        search("zebar")


def test_a_question_with_more_synonyms_than_a_query_holds_is_answered(zoo):
    SynonymGroup.objects.bulk_create(
        SynonymGroup(words="\n".join(f"w{group}x{word}" for word in range(MOST_PHRASES)) + end)
        for group, end in enumerate(["\nzebra"] + [""] * (MOST_TERMS - 1))
    )
    asked = " ".join(f"w{group}x0" for group in range(MOST_TERMS))
    terms = read(asked, known_synonyms()).terms
    assert sum(len(term.typed) + len(term.synonyms) for term in terms) > MOST_LEGS
    assert "zebra" in found(asked)


def test_a_question_of_many_synonyms_is_one_query(zoo, django_assert_max_num_queries):
    search("zebra")
    with django_assert_max_num_queries(3):
        search("jd ps kls afc 1:1 cpd hr je band wage network degree trainee email quit adhd")
