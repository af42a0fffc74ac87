"""Advice while a text is edited: it warns with the place, and blocks nothing."""

from django.urls import reverse

from guidance.desk.writing_advice import MOST_OF_A_KIND, advise, repaired
from guidance.models import Page
from guidance.texts.rules.sanitise import sanitise
from tests.each import each
from tests.guidance.editing import change_address, form, said_in
from tests.pages import Page as Shown

LONG = "<p>One two three four five six seven eight nine ten. Word " + "word " * 20 + "end.</p>"
HEAVY = "Organisational interdependencies necessitate comprehensive deliberation. "
HARD = f"<p>{HEAVY * 12}</p>"


def rules(body: str) -> list[str]:
    return [advice.rule for advice in advise(body)]


@each(
    "typed, rule",
    [
        ("<h2>A</h2><h4>B</h4>", "heading-skipped"),
        ("<h3>First</h3>", "heading-skipped"),
        ("<h1>A</h1><h5>B</h5>", "heading-skipped"),
        (
            "<table><tr><td><b>a</b></td></tr><tr><td>b</td></tr></table>",
            "table-header",
        ),
        ('<p><img src="/x/y.png"></p>', "image-alternative"),
        ('<p><img src="y.png" alt=" "></p>', "image-alternative"),
    ],
)
def test_what_saving_puts_right_is_told(typed, rule):
    assert [advice.rule for advice in repaired(typed, sanitise(typed))] == [rule]


@each(
    "typed",
    [
        "",
        "not markup <",
        "<h2>A</h2><h3>B</h3><h4>C</h4><h2>D</h2>",
        "<h1>A</h1><h2>B</h2>",
        "<table><tr><th>a</th></tr></table>",
        '<p><img src="y.png" alt="A desk"></p>',
    ],
)
def test_what_is_right_is_left_alone(typed):
    assert repaired(typed, sanitise(typed)) == ()


def test_a_table_that_saving_leaves_without_a_header_row_is_not_said_to_have_one():
    typed = "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>"
    assert repaired(typed, sanitise(typed)) == ()
    assert rules(sanitise(typed)) == ["table-header"]


@each("words", ["here", "Click here", "this link", "Read more", "HERE."])
def test_a_link_that_does_not_say_where_it_leads(words):
    body = f'<p>You find the form <a href="/x/">{words}</a> today.</p>'
    (advice,) = advise(body)
    assert advice.rule == "vague-link"
    assert advice.excerpt.startswith("You find the form")


def test_a_link_that_says_where_it_leads():
    assert (
        advise('<p>See <a href="/x/">here in the guide</a>, or <a href="/y/">interviews</a>.</p>')
        == ()
    )


def test_a_long_sentence_is_told_with_its_words():
    (advice,) = advise(LONG)
    assert advice.rule == "long-sentence"
    assert "22 words" in advice.sentence
    assert advice.excerpt.startswith("Word word")
    assert len(advice.excerpt) < 130
    assert rules("<p>" + "word " * 19 + "end.</p>") == []
    assert rules("<ul><li>" + "word " * 12 + "</li><li>" + "word " * 12 + "</li></ul>") == []


def test_a_text_that_is_hard_to_read():
    assert "reading-age" in rules(HARD)
    assert rules("<p>" + "You can ask the team for help at any time. " * 12 + "</p>") == []
    assert "reading-age" not in rules(f"<p>{HEAVY * 3}</p>")


def test_no_more_than_ten_of_a_kind():
    assert len(repaired('<p><img src="y.png"></p>' * 30, "")) == MOST_OF_A_KIND


def shipped():
    return Page.objects.for_reading()


def test_every_shipped_page_has_no_structural_fault(guidance_pages):
    found = {
        page.path: [
            a for a in advise(page.live.body) if a.rule not in {"long-sentence", "reading-age"}
        ]
        for page in Page.objects.for_reading()
    }
    assert {path: advice for path, advice in found.items() if advice} == {}


# the admin


def test_the_form_warns_and_does_not_block(people, client_of, make_page):
    client = client_of(people.editor)
    page = make_page("interviews")
    typed = '<h2>A</h2><h4>Skipped</h4><p>Click <a href="/interviews/">here</a>.</p>' + LONG
    said = said_in(client.post(change_address(page), form(page, body=typed), follow=True))
    assert [sentence for sentence in said if "“Skipped”" in sentence], "what saving mended is told"
    assert "<h3>Skipped</h3>" in Page.objects.get(pk=page.pk).revisions.first().body
    shown = Shown(client.get(change_address(page)))
    link, sentence = shown.texts(".portal-advice li")
    assert "“here”" in link
    assert "22" in sentence


def test_advice_stands_beside_faults_and_not_on_an_empty_form(people, client_of):
    client = client_of(people.editor)
    add = reverse("admin:guidance_page_add")
    assert "advice" not in Shown(client.get(add)).ids
    faulty = Shown(client.post(add, form(title="", body=LONG)))
    assert len(faulty.all(".portal-advice li")) == 1
