"""The public tools, and the shipped examples."""

import re
from functools import partial

import pytest
from django.urls import reverse

from kls_portal.documents.document import Bullets, Heading
from kls_portal.documents.document_docx import document_docx
from kls_portal.documents.document_pdf import document_pdf
from tests.each import each
from vacancies.drafting.exports import job_description_document, post_facts
from vacancies.drafting.models.examples import Example
from vacancies.drafting.rules.freezing import thaw
from vacancies.drafting.services.shipped_examples import (
    DATA,
    advert_of,
    content_of,
    load_examples,
    questions_of,
)
from vacancies.drafting.services.versions import job_description_of_example
from vacancies.overview.example_documents import (
    advert_document,
    documents_of,
    ready_of_example,
    selection_of_example,
    sheet_of_example,
)
from vacancies.overview.example_tables import MADE_UP
from vacancies.reading.files import read_file
from vacancies.reading.reading import old_job_from_file
from vacancies.recruiting.exports.packs import DOCUMENTS
from vacancies.recruiting.rules.gap_rules import gaps
from vacancies.recruiting.rules.packs import packs
from vacancies.recruiting.rules.selection_plan import total
from vacancies.rulebook.check import check
from vacancies.rulebook.document import Document

CODES = sorted(file.stem for file in DATA.glob("*.toml"))
WORKED = ("librarian-band-5", "library-service-manager-band-7", "senior-library-assistant-band-3")

OF_ONE_VACANCY = {"D1", "D3", "D4", "D6"}
"""Rules on pay, contact and dates, none of which an example has."""


@pytest.fixture
def examples(reference_data):
    return {example.code: example for example in Example.objects.shipped()}


def test_each_band_from_2_to_8a_has_an_example(examples):
    assert sorted(example.band for example in examples.values()) == [*"234567", "8a"]


def test_examples_write_numbers_from_two_in_digits():
    words = re.compile(r"\b(two|three|four|five|six|seven|eight|nine|ten)\b")
    lines = [line for code in CODES for line in (DATA / f"{code}.toml").read_text().splitlines()]
    found = [line for line in lines if words.search(line)]
    assert [line for line in found if not line.startswith("before = ")] == []


@each("code", CODES)
def test_each_criterion_rests_on_a_duty_and_shares_come_to_the_whole(code):
    draft = thaw(content_of(DATA / f"{code}.toml"))
    duties = {duty.id for duty in draft.duties}
    assert all(
        row.duties and set(row.duties) <= duties and row.assessed_by for row in draft.criteria
    )
    assert {number for row in draft.criteria for number in row.duties} == duties
    assert sum(duty.share for duty in draft.duties) == 100


def test_no_example_has_anything_that_must_be_put_right(examples):
    for example in examples.values():
        job = job_description_of_example(example)
        file = read_file(document_docx(job_description_document(job)), "example.docx")
        report = check(file, "jd")
        assert len(Document(file.text, "jd", file=file).duties) == sum(
            len(group.rows) for group in job.duty_groups
        )
        assert [f.rule for f in report.findings if f.severity == "must"] == [], example.code


def test_a_job_description_of_ours_is_read_from_its_pdf_as_from_word(examples):
    """Its tables have rules between rows alone, duties in groups and a caption that is hidden."""
    job = job_description_of_example(examples["library-officer-band-4"])
    document = job_description_document(job)
    printed, written = (old_job_from_file(made(document)) for made in (document_pdf, document_docx))
    assert len(written.duties) == 7
    assert (printed.duties, printed.criteria) == (written.duties, written.criteria)


def test_the_questions_of_a_worked_example_test_every_criterion_of_its_interview(examples):
    for code in WORKED:
        criteria = thaw(examples[code].content).criteria
        asked = {row.text for row in criteria if row.essential and "interview" in row.assessed_by}
        asked_in = (question["criteria"] for question in questions_of(examples[code]))
        tested = {text for criteria in asked_in for text in criteria}
        assert asked <= tested


@pytest.mark.parametrize("code", WORKED)
def test_a_worked_example_is_complete(examples, code):
    selection = selection_of_example(examples[code])
    assert gaps(selection) == ()
    assert [pack.slug for pack in packs(selection) if pack.missing] == []
    assert total(selection.asked) == 100
    facts = dict(post_facts(job_description_of_example(examples[code])))
    assert facts["Status"].startswith("Example")
    documents = {document.slug for document in documents_of(examples[code])}
    assert documents >= {*DOCUMENTS, "induction-plan", "advert", "letters"}
    advert = "\n\n".join(text for _, text in advert_of(examples[code]))
    must = {one.rule for one in check(advert, "advert").findings if one.severity == "must"}
    assert must <= OF_ONE_VACANCY


def test_one_example_has_evidence_and_says_that_each_panel_judges_its_own_post(examples):
    found = {code: sheet_of_example(example) for code, example in examples.items()}
    assert [code for code, sheet in found.items() if sheet] == [WORKED[0]]
    sheet = found[WORKED[0]]
    assert MADE_UP in sheet.notice
    assert all(row.evidence and row.level and row.verdict == "match" for row in sheet.factors)
    assert {number for row in sheet.factors for number in row.duties} == set(range(1, 9))


def test_the_advert_is_a_document_with_the_one_before_and_its_problems(examples):
    parts = advert_document(examples[WORKED[0]]).parts
    heads = [part.text for part in parts if isinstance(part, Heading)]
    ready = [one.name for one in ready_of_example(examples[WORKED[0]])]
    fields = [name for name, _ in advert_of(examples[WORKED[0]])]
    assert heads == ["Before", "After", *fields, *ready]
    assert any(isinstance(part, Bullets) and part.items for part in parts)


def test_worked_example_document_is_a_file_and_there_is_no_other(client, examples):
    address = partial(reverse, "tools:example_document_file")
    for document in documents_of(examples[WORKED[0]]):
        found = client.get(address(args=[WORKED[0], document.slug, "pdf"]))
        assert found.status_code == 200, document.slug
    for code, slug in ((WORKED[1], "evidence-sheet"), ("library-assistant-band-2", "score-sheet")):
        assert client.get(address(args=[code, slug, "pdf"])).status_code == 404


def test_loading_again_changes_nothing_and_keeps_what_an_editor_decided(examples):
    Example.objects.filter(code=WORKED[0]).update(status=Example.Status.WITHDRAWN)
    assert set(load_examples()) == {"unchanged"}
    assert Example.objects.get(code=WORKED[0]).status == Example.Status.WITHDRAWN


@pytest.mark.parametrize("wrong", ["salary = 1", "hours = 37.5", "purpose = []"])
def test_a_field_that_is_none_or_of_another_kind_is_refused(tmp_path, wrong):
    file = tmp_path / "post.toml"
    file.write_text(f'title = "A"\n{wrong}\nduties = []\ncriteria = []\n')
    with pytest.raises(ValueError, match=wrong.split()[0]):
        content_of(file)


def test_tool_list_leads_to_pages_that_open_without_an_account(client, reference_data):
    page = client.get(reverse("tools:tool_list"))
    assert page.status_code == 200
    for name in ("text_check", "quick_checklist", "retention_list", "profile_list"):
        assert reverse(f"vacancies:{name}") in page.content.decode()


def test_worked_example_detail_shows_the_advert_and_each_question(client, examples):
    page = client.get(reverse("tools:worked_example_detail", args=[WORKED[0]])).content.decode()
    assert 'id="advert"' in page
    assert page.count("<li>Strong: ") == 12


def test_worked_example_detail_of_one_that_was_withdrawn_is_not_there(client, examples):
    Example.objects.filter(code=WORKED[0]).update(status=Example.Status.WITHDRAWN)
    address = reverse("tools:worked_example_detail", args=[WORKED[0]])
    assert client.get(address).status_code == 404
