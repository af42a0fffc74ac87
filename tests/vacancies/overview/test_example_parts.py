"""The worked example on pages of the guidance."""

import pytest
from django.core.exceptions import ValidationError

from guidance.content.shipped.content import read_content
from guidance.guide.services import guide_pages
from guidance.pages.way import WAY
from guidance.register.admin.parts import BodyField
from kls_portal.reference.bindings import examples_in, html_with_examples
from tests.pages import Page
from vacancies.drafting.models.examples import Example
from vacancies.drafting.rules.freezing import thaw
from vacancies.drafting.services.examples import decide_example
from vacancies.drafting.services.shipped_examples import DATA, content_of
from vacancies.overview.example_documents import documents_of, sheet_of_example
from vacancies.overview.example_parts import DOCUMENTS, PARTS, WORKED, example_part
from vacancies.rulebook.check import check

CONTENT = content_of(DATA / f"{WORKED}.toml")
DRAFT = thaw(CONTENT)
PAGES = {page.path: page for page in read_content().pages}
SHOWN = {path: examples_in(page.text) for path, page in PAGES.items()}


def test_each_page_of_the_way_shows_its_own_part_or_says_how_the_example_goes_on():
    pages = {path for stage in WAY for path in stage.pages}
    without = {path for path in pages if not SHOWN[path]}
    assert {path for path in without if "example" not in PAGES[path].text} == set()
    shown = [part for parts in SHOWN.values() for part in parts]
    assert len(shown) == len(set(shown))
    assert set(shown) <= set(PARTS)


def test_every_part_shows_words_of_the_example(reference_data):
    for name in {part for parts in SHOWN.values() for part in parts}:
        assert f'data-example="{name}"' in example_part(name)
    assert DRAFT.purpose in Page(example_part("purpose")).text("p")
    assert CONTENT["questions"][1]["strong"] in Page(example_part("question")).text("ul")


def test_one_duty_draws_each_step_from_the_one_before(reference_data):
    duty, criterion, question, goal = Page(example_part("one-duty")).texts(".guidance-chain > li")
    first = CONTENT["goals"][0]
    assert DRAFT.duties[first["duty"] - 1].text in duty
    drawn = next(row for row in DRAFT.criteria if row.text in criterion)
    assert first["duty"] in drawn.duties
    assert drawn.id in next(r["criteria"] for r in CONTENT["questions"] if r["text"] in question)
    assert first["text"] in goal


def test_the_bad_advert_has_words_to_put_right_and_the_good_one_no_must(reference_data):
    assert len(Page(example_part("advert")).all("li")) >= 4
    after = f"{CONTENT['advert']['overview']} {CONTENT['advert']['skills']}"
    found = [one for one in check(after, "advert").findings if one.excerpt]
    assert [one.rule for one in found if one.severity == "must"] == []


def test_the_grid_adds_up_and_invites_by_one_total(reference_data):
    page = Page(example_part("shortlist"))
    scores = [one["scores"] for one in CONTENT["shortlist"]]
    assert page.texts("tbody tr:nth-last-child(2) td")[1:] == [str(sum(one)) for one in scores]
    least = min(sum(one["scores"]) for one in CONTENT["shortlist"] if one["invited"])
    assert all((sum(one["scores"]) >= least) is one["invited"] for one in CONTENT["shortlist"])


def test_a_page_and_the_guide_show_the_part_in_its_place(client, reference_data, guidance_pages):
    page = Page(client.get("/recruiting/interviews/"))
    assert len(page.all(".guidance-body [data-example=question]")) == 1
    assert f"/tools/examples/{WORKED}/interview-pack.docx" in page.addresses("[data-example]")
    (guided,) = [one for one in guide_pages() if one.address == "/recruiting/interviews/"]
    assert 'data-example="question"' in guided.body


def test_the_comparison_tells_levels_and_verdicts_of_the_evidence(reference_data):
    sheet = sheet_of_example(Example.objects.get(code=WORKED))
    rows = Page(example_part("matching")).all("tbody tr")
    levels = [int(row.cssselect("td")[2].text) for row in rows]
    assert levels == [one.level for one in sheet.factors[: len(rows)]]
    assert len(rows) > 3


def test_every_document_that_a_part_leads_to_is_one_of_the_example(reference_data):
    example = Example.objects.get(code=WORKED)
    assert set(DOCUMENTS.values()) <= {document.slug for document in documents_of(example)}


def test_an_example_that_was_withdrawn_leaves_nothing(reference_data):
    Example.objects.filter(code=WORKED).update(status=Example.Status.WITHDRAWN)
    assert html_with_examples("<p>{{ example duties }}</p>") == ""


@pytest.mark.parametrize("text", ["<p>{{ example salary }}</p>", "<p>See {{ example duties }}</p>"])
def test_an_editor_can_name_only_a_part_that_is_there_and_alone(db, text):
    with pytest.raises(ValidationError):
        BodyField().clean(text)
    assert BodyField().clean("<p>{{ example duties }}</p>")


def test_what_an_editor_decides_reaches_the_pages_at_once(
    reference_data, people, django_capture_on_commit_callbacks
):
    shown = [example_part("purpose")]
    for status, reason in (("declined", "Out of date"), ("approved", "")):
        with django_capture_on_commit_callbacks(execute=True):
            worked = Example.objects.get(code=WORKED)
            decide_example(example=worked, person=people.editor, status=status, reason=reason)
        shown.append(example_part("purpose"))
    assert [bool(one) for one in shown] == [True, False, True]
