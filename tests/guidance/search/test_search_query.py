"""How a question is read."""

from guidance.search.query import Term, read
from guidance.search.synonyms import from_groups
from guidance.search.words import root, split
from tests.each import each

SYNONYMS = from_groups(
    [["JD", "job description"], ["1:1", "one-to-one", "1 to 1"], ["regrading", "re-evaluation"]]
)


def terms(text: str) -> list[str]:
    return [term.text for term in read(text, SYNONYMS).terms]


@each(
    "text, words",
    [
        ("Hello, World!", ["hello", "world"]),
        ("1:1 and/or e-mail", ["1", "1", "and", "or", "e", "mail"]),
        ("résumé naïve Å", ["resume", "naive", "a"]),
        ("عمل 😀 \x00\udcff x", ["عمل", "x"]),
        ('NEAR("a" OR b*) AND ^c - {d}: +e', ["near", "a", "or", "b", "and", "c", "d", "e"]),
        ("\"'%_*()", []),
    ],
)
def test_words_are_letters_and_digits(text, words):
    assert split(text) == words


@each("word, stem",
    [
        ("jds", "jd"), ("ps", "ps"), ("regraded", "regrad"), ("regrading", "regrad"),
        ("planning", "plan"), ("lis", "lis"), ("assess", "assess"), ("retire", "retir"),
        ("vacancies", "vacanc"), ("vacancy", "vacanc"), ("applying", "appl"), ("applied", "appl"),
        ("resignation", "resign"), ("probation", "probation"),
        ("bus", "bus"), ("red", "red"), ("", ""),
    ],
)  # fmt: skip
def test_the_commonest_endings_go(word, stem):
    assert root(word) == stem


@each("text", ["b6", "B6", "band6", "Band 6"])
def test_a_band_may_be_one_letter_and_stand_close_to_its_number(text):
    assert terms(f"pay of a {text} post") == ["pay", "band", "6", "post"]


def test_little_words_are_left_out():
    assert terms("How do I write the interview questions?") == ["write", "interview", "questions"]


def test_little_words_alone_are_asked_for():
    assert terms("who are you") == ["who", "are", "you"]


def test_an_abbreviation_stands_for_its_long_form_and_the_other_way_round():
    short, long = ("jd",), ("job", "description")
    assert read("a JD", SYNONYMS).terms == (Term(short, (long,)),)
    assert read("a job description", SYNONYMS).terms == (Term(long, (short,)),)
    assert read("my JDs", SYNONYMS).terms == (Term(("jds",), (long,)),)
    assert read("job descriptions", SYNONYMS).terms[0].synonyms == (short,)


@each("text", ["1:1", "1-1", "1 to 1", "one-to-one", "one to one"])
def test_a_sign_inside_an_abbreviation_does_not_part_it(text):
    (term,) = read(f"{text} meetings", SYNONYMS).terms[:1]
    same = {term.phrase, *term.typed, *term.synonyms}
    assert same == {("1", "1"), ("one", "to", "one"), ("1", "to", "1")}


def test_endings_do_not_hide_a_synonym():
    assert read("post regraded", SYNONYMS).terms[1].synonyms == (("re", "evaluation"),)


@each(
    "text, is_beginning",
    [("interview ques", True), ("interview qu", False), ("interview JD", False)],
)
def test_the_last_word_may_be_a_beginning(text, is_beginning):
    assert read(text, SYNONYMS).terms[-1].is_beginning is is_beginning
    assert read(text, SYNONYMS).terms[0].is_beginning is False


def test_a_word_asked_for_twice_is_asked_for_once():
    assert terms("interview interview candidates interview") == ["interview", "candidates"]


def test_a_long_question_is_cut_at_a_word():
    question = read("word " * 39 + "lastwords " * 10, SYNONYMS)
    assert question.was_cut
    assert [term.text for term in question.terms] == ["word"]
    assert not read("a" * 200, SYNONYMS).was_cut
    assert read("a" * 10_000, SYNONYMS).terms[0].text == "a" * 200


def test_at_most_sixteen_ideas_are_read():
    assert len(read(" ".join(f"w{n}" for n in range(50)), SYNONYMS).terms) == 16


@each("text", ["", "   ", "\"'%_*()", "😀"])
def test_a_question_without_a_word_has_no_terms(text):
    assert read(text, SYNONYMS).terms == ()


def test_words_that_most_questions_hold_and_numbers_count_for_less():
    weights = [term.weight for term in read("library staff appraisal two", SYNONYMS).terms]
    assert weights[0] == weights[1] < weights[2]
    assert weights[3] < weights[0]
