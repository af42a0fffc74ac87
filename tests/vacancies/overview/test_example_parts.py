"""The worked example on pages of the guidance."""

import re
from functools import cache, partial

import pytest
from django.core.exceptions import ValidationError

from guidance.content.shipped import read_content
from guidance.guide.services import guide_pages
from guidance.register.admin.parts import BodyField
from kls_portal.documents.document_docx import document_docx
from kls_portal.reference.bindings import HOME, examples_in, html_with_examples
from tests.pages import Page
from vacancies.drafting.exports import job_description_document
from vacancies.drafting.models.examples import Example
from vacancies.drafting.rules.freezing import thaw
from vacancies.drafting.services.examples import decide_example
from vacancies.drafting.services.shipped_examples import DATA, content_of
from vacancies.drafting.services.versions import job_description_of_example
from vacancies.overview.example_documents import documents_of, sheet_of_example
from vacancies.overview.example_parts import PARTS, RECORDS, WORKED, WRITTEN, example_part
from vacancies.posts.services import pay_for
from vacancies.reading.files import read_file
from vacancies.recruiting.exports.pack_parts import SHOWING
from vacancies.retention.rules.tools import months_of, tools
from vacancies.rulebook.check import check

CONTENT = content_of(DATA / f"{WORKED}.toml")
DRAFT = thaw(CONTENT)
PAGES = {page.path: page for page in read_content().pages}
SHOWN = {path: examples_in(page.text) for path, page in PAGES.items()}


def test_every_page_of_the_three_sections_shows_parts_of_its_own():
    pages = [
        path for path in PAGES if path.split("/")[0] in ("recruiting", "induction", "retaining")
    ]
    assert [path for path in pages if not SHOWN[path]] == []
    shown = [part for parts in SHOWN.values() for part in parts]
    assert len(shown) == len(set(shown))
    assert set(shown) <= set(PARTS)
    assert {*RECORDS, *WRITTEN} <= set(shown)


def test_every_part_shows_words_of_the_example(reference_data):
    for name in {part for parts in SHOWN.values() for part in parts}:
        assert f'data-example="{name}"' in example_part(name)
    assert DRAFT.purpose in Page(example_part("purpose")).text("p")
    assert CONTENT["questions"][1]["strong"] in Page(example_part("question")).text("ul")
    pay = pay_for(DRAFT.band, DRAFT.hours, HOME)
    assert pay.pro_rata
    assert pay.words in Page(example_part("post")).text("[data-note]")
    for name in RECORDS:
        times = [rows.xpath("li/strong/text()") for rows in Page(example_part(name)).all("h4 + ul")]
        assert [len(set(of_one)) for of_one in times] == [len(of_one) for of_one in times] != []
    row = [DRAFT.band, *(one.removesuffix(" a year") for one in (pay.full, pay.pro_rata))]
    assert row in [Page(part).texts("td") for part in example_part("pay").split("<tr>")[1:]]


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


def test_the_grid_invites_by_its_essential_criteria_whatever_the_total(reference_data):
    page = Page(example_part("shortlist"))
    *scored, totals, invited = [
        [cell.text for cell in row.cssselect("td")] for row in page.all("tbody tr")
    ]
    kinds = [row[0].split(":")[0] for row in scored]
    assert kinds == sorted(kinds, reverse=True)
    for column, one in enumerate(CONTENT["shortlist"], start=1):
        marks = [(kind, int(row[column])) for kind, row in zip(kinds, scored, strict=True)]
        assert int(totals[column]) == sum(mark for _, mark in marks) == sum(one["scores"])
        met = all(mark >= CONTENT["meets"] for kind, mark in marks if kind == "Essential")
        assert invited[column] == ("Yes" if met else "No")
    most = max(range(1, len(totals)), key=lambda column: int(totals[column]))
    assert invited[most] == "No"


def test_page_and_grid_explain_the_same_scores():
    table = re.findall(r"^\| (\d) \| (.+?) \|", PAGES["recruiting/shortlisting"].text, re.M)
    assert table == [(str(score), words) for score, words in enumerate(SHOWING)]


def test_a_page_and_the_guide_show_the_part_in_its_place(client, reference_data, guidance_pages):
    page = Page(client.get("/recruiting/interviews/"))
    assert len(page.all(".guidance-body [data-example=question]")) == 1
    assert f"/tools/examples/{WORKED}/interview-questions.docx" in page.addresses("[data-example]")
    (guided,) = [one for one in guide_pages() if one.address == "/recruiting/interviews/"]
    assert 'data-example="question"' in guided.body


def test_the_comparison_tells_levels_and_verdicts_of_the_evidence(reference_data):
    sheet = sheet_of_example(Example.objects.get(code=WORKED))
    rows = Page(example_part("matching")).all("tbody tr")
    levels = [int(row.cssselect("td")[2].text) for row in rows]
    assert levels == [one.level for one in sheet.factors[: len(rows)]]
    assert len(rows) > 3


def test_the_words_of_each_part_stand_in_the_file_that_it_names(reference_data):
    example = Example.objects.get(code=WORKED)
    made = {one.slug: one.made for one in documents_of(example)}
    job = job_description_of_example(example)
    made["job-description"] = partial(job_description_document, job)

    @cache
    def words_in(slug):
        return " ".join(read_file(document_docx(made[slug]()), "example.docx").text.split())

    for name in PARTS:
        page = Page(example_part(name))
        named = {one.split("/")[-1].split(".")[0] for one in page.addresses("[data-note]")} - {""}
        said = [" ".join(text.split()) for text in page.all("div")[0].xpath(SAID)]
        said = [re.sub(r"^\d+\. ", "", text) for text in said]
        missing = [(slug, s) for slug in named for s in said if s not in words_in(slug)]
        assert missing == [], name
        assert len(named) == (name not in {"one-duty", "pay"})


SAID = """.//*[self::p or self::li or self::td][not(@data-note)]//text()[contains(
    substring-after(substring-after(normalize-space(), ' '), ' '), ' ')]"""
"""Each text of a part with four words or more."""


def test_the_plan_of_the_second_year_and_its_records_agree_on_the_months(reference_data):
    outcomes = Page(example_part("outcomes")).texts("td:first-child")
    assert len(outcomes) == len(CONTENT["goals"])
    months = [int(text.split()[1][:-1]) for text in Page(example_part("year")).texts("strong")[1:]]
    assert months == sorted(months)
    assert all(12 < month <= 24 for month in months)
    tools_by_id = {tool.id: tool for tool in tools()}
    planned = {one["tool"] for one in CONTENT["year"]}
    held = [
        (one["tool"], int(number[1]))
        for one in CONTENT["talks"]
        if one["tool"] in planned and (number := re.match(r"Month (\d+)", one["date"]))
    ]
    assert len(held) >= 6
    assert [
        one for one in held if (one[1] - 1) % 12 + 1 not in months_of(tools_by_id[one[0]])
    ] == []


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
