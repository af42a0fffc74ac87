"""What is proposed after an import: of rules and banks alone, to take or to leave."""

import uuid

import pytest

from tests.each import each
from tests.pages import Page
from tests.vacancies.conftest import make_criterion
from tests.vacancies.questions import address
from vacancies.drafting.rules.draft import Criterion, Duty
from vacancies.drafting.rules.fields import Draft
from vacancies.drafting.services.ordered import add_duty
from vacancies.models import BankQuestion
from vacancies.recruiting.rules import proposals

PURPOSE = "The librarian supervises two assistants. You help staff to find evidence."


def make_duty(vacancy, text):
    add_duty(vacancy=vacancy, text=text, key=uuid.uuid4())


@pytest.fixture
def imported(vacancy, reference_data):
    make_duty(vacancy, "Deliver and evaluate training for clinical staff")
    make_duty(vacancy, "Deliver training for clinical staff")
    make_duty(vacancy, "Order books and journals for the collection")
    for category in ("knowledge", "skills", "values"):
        for number in range(3):
            text = f"Able to deliver training of kind {number} to clinical staff, {category}"
            make_criterion(vacancy, text, category=category, assessed_by=[])
    vacancy.purpose = PURPOSE
    vacancy.save()
    return vacancy


def boxes(client, vacancy):
    page = Page(client.get(address(vacancy, "proposal_edit")))
    assert not page.all("[name=take][checked]")
    return [box.get("value") for box in page.all("input[name=take]")]


def counts(vacancy):
    found = vacancy.criteria.all()
    return (
        vacancy.duties.count(),
        sum(one.duties.count() for one in found),
        sum(bool(one.assessed_by) for one in found),
        vacancy.questions.count(),
        sum(bool(row.text) + row.duties.count() for row in vacancy.evidence.all()),
    )


def test_everything_is_proposed_and_nothing_is_ticked(imported, as_manager):
    before = counts(imported)
    kinds = {value.split(":")[0] for value in boxes(as_manager, imported)}
    assert kinds >= {"merge", "link", "method", "question", "evidence", "advert"}
    assert len(boxes(as_manager, imported)) <= 59
    assert counts(imported) == before


def test_what_is_ticked_is_written_once(imported, as_manager):
    values = boxes(as_manager, imported)
    as_manager.post(address(imported, "proposal_edit"), {"take": values})
    duties, links, assessed, questions, evidence = counts(imported)
    assert (duties, assessed) == (2, 9)
    assert links
    assert questions
    assert evidence
    imported.refresh_from_db()
    assert imported.advert_text.overview == PURPOSE
    before = counts(imported)
    as_manager.post(address(imported, "proposal_edit"), {"take": values})
    assert counts(imported) == before


def test_questions_taken_test_criteria_in_the_interview(imported, as_manager):
    values = [v for v in boxes(as_manager, imported) if v.startswith("question")]
    as_manager.post(address(imported, "proposal_edit"), {"take": values})
    tested = {q.criterion for q in imported.questions.all()}
    tested |= {one for q in imported.questions.all() for one in q.also.all()}
    assert {str(one.pk) for one in tested} == {pk for v in values for pk in v.split(":")[2:]}
    assert all("interview" in one.assessed_by for one in tested)
    taken = imported.questions.get(text=BankQuestion.objects.get(code="S2").text)
    assert taken.five == BankQuestion.objects.get(code="S2").five


def test_one_button_accepts_a_kind_and_what_else_is_ticked(imported, as_manager):
    page = Page(as_manager.get(address(imported, "proposal_edit")))
    whole = {
        one.get("value").split(":")[0]: one.get("value") for one in page.all("button[name=every]")
    }
    values = boxes(as_manager, imported)
    asked = [one for one in values if one.startswith("question:")]
    assert whole["question"].split() == asked
    link = next(one for one in values if one.startswith("link:"))
    as_manager.post(
        address(imported, "proposal_edit"), {"take": [link], "every": whole["question"]}
    )
    assert counts(imported)[1] == 1
    assert counts(imported)[3] == len(asked)


def test_every_criterion_has_its_first_link_before_others_have_two():
    criteria = [Criterion(n, "skills", True, f"Searches {n}") for n in (1, 2)]
    duties = tuple(Duty(n, "Search evidence") for n in (3, 4))
    offered = proposals.links(Draft(duties=duties, criteria=tuple(criteria)))
    assert [one.value for one in offered] == ["link:1:3", "link:2:3", "link:1:4", "link:2:4"]


def test_nothing_is_proposed_for_criteria_that_may_be_unlawful(imported, as_manager):
    text = "Native English speaker to order books"
    row = make_criterion(imported, text, category="skills", assessed_by=[])
    values = boxes(as_manager, imported)
    assert not [v for v in values if str(row.pk) in v.split(":")[1:]]
    ask = f"{address(imported, 'question_create')}?criterion={row.pk}&method=interview"
    pages = [address(imported, name) for name in ("proposal_edit", "coverage_detail", "link_edit")]
    for page in [*pages, ask]:
        shown = Page(as_manager.get(page))
        (left,) = shown.all("[data-unlawful]")
        assert left.get("data-unlawful") == "1", page
        assert not shown.all("[data-suggestion]"), page
    for page in pages[1:]:
        as_manager.post(page, {"do": "accept"})
    row.refresh_from_db()
    assert (row.assessed_by, row.duties.count()) == ([], 0)
    others = imported.criteria.exclude(pk=row.pk)
    assert all(one.assessed_by and one.duties.count() for one in others)
    as_manager.post(address(imported, "proposal_edit"), {"take": ["advert:skills"]})
    imported.refresh_from_db()
    assert imported.advert_text.skills.count("\n") == 8
    assert row.text not in imported.advert_text.skills


def test_nothing_ticked_is_an_error_at_the_boxes(imported, as_manager):
    page = Page(as_manager.post(address(imported, "proposal_edit")))
    assert page.all(".nhsuk-error-summary [href='#id_take']")
    assert page.all("#id_take .nhsuk-error-message")
    assert page.all("#id_take [name=take]")


@each("value", ["", "link:9:9", "merge:1:x", "dates:all", "advert:key", "a" * 9])
def test_what_is_not_proposed_is_not_written(imported, as_manager, value):
    before = counts(imported)
    response = as_manager.post(address(imported, "proposal_edit"), {"take": [value]})
    assert response.status_code == 302
    assert counts(imported) == before


def test_the_page_says_before_and_after_and_what_it_left_out(imported, as_manager):
    for number in range(9):
        make_duty(imported, f"Plan training session {number} for clinical staff in wards")
    page = Page(as_manager.get(address(imported, "proposal_edit")))
    assert page.all("[data-before-after]")
    assert int(page.all("[data-left]")[0].get("data-left")) > 0


def test_the_page_says_that_the_questions_are_few(vacancy, reference_data, as_manager):
    make_criterion(vacancy, "Explains clearly", category="skills", assessed_by=["interview"])
    page = Page(as_manager.get(address(vacancy, "proposal_edit")))
    assert page.all("[data-few]")[0].get("data-few") == "1"


def test_an_empty_draft_has_nothing_proposed(vacancy, as_manager):
    assert boxes(as_manager, vacancy) == []


def test_a_link_and_evidence_need_their_words():
    draft = Draft(
        duties=(Duty(1, "Whistle"),), criteria=(Criterion(2, "skills", True, "Sings well"),)
    )
    assert list(proposals.links(draft)) == []
    assert list(proposals.evidence(draft, (), {})) == []
    assert list(proposals.merges(draft.duties, 2_000)) == []


def test_relationships_are_evidence_for_communication_alone():
    draft = Draft(relationships="Explains budgets to finance and procurement")
    values = [one.value for one in proposals.evidence(draft, (), {"F1": "Communication"})]
    assert values == ["evidence:F1:relationships-0"]


def test_two_long_duties_stay_apart():
    duties = (Duty(1, "Run the desk daily"), Duty(2, "Run the desk daily"))
    assert [one.value for one in proposals.merges(duties, 2_000)] == ["merge:1:2"]
    assert list(proposals.merges(duties, 20)) == []


def test_all_evidence_beyond_two_of_a_factor_is_counted():
    draft = Draft(duties=tuple(Duty(n, f"Signs invoices {n}") for n in range(5)))
    assert len(list(proposals.evidence(draft, (), {"F8": "Money"}))) == 5
