"""From the stored text to the text of a page."""

from guidance.texts.rendering import render
from guidance.texts.rules.html_tree import parse, text_of
from guidance.texts.rules.marks import Mark
from kls_portal.reference.bindings import Binding
from kls_portal.reference.dated import DatedFact, ShownFact
from tests.each import each


def test_a_text_that_ends_with_a_link_alone_ends_with_an_action_link():
    body = render('<p>Read it.</p><p><a href="/tools/">Check it</a></p>').html
    assert body.count('class="nhsuk-action-link" href="/tools/"') == 1
    assert "Check it" in body


@each(
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


@each(
    "before, after, says",
    [
        ("One in ", " <em>once</em>. Two.", "One in 4 once. Measured 1: where… Two."),
        ("Measured: ", ", in all. Two.", "Measured: 4, in all. Source 1: where… Two."),
        ("About ", "", "About 4 Measured 1: where…"),
    ],
)
def test_the_strength_of_a_fact_stands_behind_its_sentence(before, after, says):
    fact = DatedFact("number", "A number", "4", strength="measured")
    shown = {Binding("number"): ShownFact("4", fact=fact)}
    body = render(f"<p>{before}{{{{ fact number }}}}{after}</p>", facts=shown).html
    assert text_of(parse(body)).replace("where this comes from", "where…") == says


def test_sources_are_numbered_in_the_order_of_the_text():
    facts = {
        Binding(name): ShownFact("4", fact=DatedFact(name, name, "4")) for name in ("first", "last")
    }
    claim = '<p><span data-claim="k">Claimed</span>.</p>'
    marks = {"k": Mark("measured", "Measured")}
    text = f"<p>{{{{ fact first }}}}.</p>{claim}<p>{{{{ fact last }}}}, {{{{ fact first }}}}.</p>"
    body = render(text, marks, facts)
    assert body.numbers == {facts[Binding("first")].fact: 1, "k": 2, facts[Binding("last")].fact: 3}
    assert 'id="claim_2"' in body.html
    assert 'href="#source_2">Measured 2<' in body.html


def test_a_table_after_an_example_is_named_after_the_heading_of_the_text():
    table = "<table><tr><td>1</td></tr></table>"
    example = f'<div data-example="week"><h3>Example: a week</h3>{table}</div>'
    body = parse(render(f"<h2>Plan</h2>{example}{table}").html)
    assert [text_of(one) for one in body.iter("caption")] == ["Example: a week", "Plan"]
