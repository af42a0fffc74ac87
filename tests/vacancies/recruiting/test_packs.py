"""The page of the packs and their files."""

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.each import each
from tests.pages import Page
from tests.vacancies.conftest import make_criterion
from tests.vacancies.induction_pages import KINDS
from tests.vacancies.questions import address, ask
from tests.vacancies.typed import NO_ROW_HAS_IT
from vacancies.models import Criterion, Question, Vacancy
from vacancies.recruiting.exports.packs import DOCUMENTS
from vacancies.rulebook.questions import questions_for


def file_address(vacancy, slug, kind="pdf", **query):
    return reverse("vacancies:pack_file", args=[vacancy.pk, slug, kind], query=query or None)


def lacking_in(page):
    """The slugs of the packs that lack something."""
    return {one.get("data-missing") for one in page.all("[data-missing]")}


def test_pack_list_names_each_pack_and_what_it_lacks(vacancy, criterion, as_manager):
    page = Page(as_manager.get(address(vacancy, "pack_list")))
    assert {f"pack-{slug}" for slug in DOCUMENTS} <= page.ids
    assert {"interview-pack", "shortlisting-grid"} <= lacking_in(page)
    ask(vacancy, criterion, asked_by="Chair", one="a", three="b", five="c", weight=100, minutes=5)
    page = Page(as_manager.get(address(vacancy, "pack_list")))
    assert "interview-pack" not in lacking_in(page)


def test_pack_list_asks_the_panel_what_no_program_judges(vacancy, as_manager):
    page = Page(as_manager.get(address(vacancy, "pack_list")))
    asked = [one.get("data-question") for one in page.all("[data-question]")]
    assert asked == [question.id for question in questions_for("selection")] != []


def test_pack_list_makes_links_for_the_number_given(vacancy, as_manager):
    page = Page(as_manager.get(address(vacancy, "pack_list"), {"candidates": "23"}))
    assert file_address(vacancy, "shortlisting-grid", "pdf", candidates="23") in page.links
    assert page.all("#room")[0].get("data-candidates") == "23"


@each("number", ["0", "61", "-1", "many", "", NO_ROW_HAS_IT, "\x00"])
def test_pack_list_says_what_number_it_takes(vacancy, as_manager, number):
    response = as_manager.get(address(vacancy, "pack_list"), {"candidates": number})
    page = Page(response)
    assert page.errors == {"candidates"}
    assert file_address(vacancy, "shortlisting-grid", "pdf", candidates="10") in page.links


def test_pack_file_with_a_wrong_number_goes_where_it_is_asked(vacancy, as_manager):
    url = file_address(vacancy, "shortlisting-grid", candidates="1000")
    page = Page(as_manager.get(url, follow=True))
    assert page.errors == {"candidates"}
    assert page.value("candidates") == "1000"


@each("slug", DOCUMENTS)
def test_pack_file_is_a_file_of_its_kind(vacancy, criterion, as_manager, slug):
    ask(vacancy, criterion)
    for kind in ("pdf", "docx") if slug == "score-sheet" else ("pdf",):
        response = as_manager.get(file_address(vacancy, slug, kind))
        content_type, start = KINDS[kind]
        assert response["Content-Type"] == content_type
        assert response.content.startswith(start)
        assert f'filename="{slug}-librarian-' in response["Content-Disposition"]
        assert "no-store" in response["Cache-Control"]


def test_packs_keep_nothing(vacancy, criterion, as_manager):
    ask(vacancy, criterion)
    before = [list(model.objects.values()) for model in (Vacancy, Criterion, Question)]
    as_manager.get(address(vacancy, "pack_list") + "?candidates=5")
    for slug in DOCUMENTS:
        as_manager.get(file_address(vacancy, slug))
    assert before == [list(model.objects.values()) for model in (Vacancy, Criterion, Question)]


def test_pack_list_asks_the_same_for_one_or_many_questions(vacancy, criterion, as_manager):
    url = address(vacancy, "pack_list")
    ask(vacancy, criterion)
    as_manager.get(url)
    with CaptureQueriesContext(connection) as few:
        as_manager.get(url)
    for number in range(5):
        ask(vacancy, make_criterion(vacancy, f"Criterion {number}"), f"Question {number}?")
    with CaptureQueriesContext(connection) as many:
        as_manager.get(url)
    assert len(many) == len(few)


def test_a_pack_there_is_not_is_not_there(vacancy, as_manager):
    assert as_manager.get(f"{address(vacancy, 'pack_list')}nothing.pdf").status_code == 404
