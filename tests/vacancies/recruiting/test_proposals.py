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
from vacancies.recruiting.rules import proposals
from vacancies.recruiting.rules.selection_plan import SelectionPlan

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
    return [box.get("value") for box in page.all("[name=take]")]


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
    assert 3 <= questions <= 8
    assert evidence
    imported.refresh_from_db()
    assert imported.advert_text.overview == PURPOSE
    before = counts(imported)
    as_manager.post(address(imported, "proposal_edit"), {"take": values})
    assert counts(imported) == before


def test_every_question_is_of_the_bank_and_every_criterion_is_tested(imported, as_manager):
    values = [v for v in boxes(as_manager, imported) if v.startswith("question")]
    as_manager.post(address(imported, "proposal_edit"), {"take": values})
    tested = {q.criterion_id for q in imported.questions.all()}
    tested |= {one.pk for q in imported.questions.all() for one in q.also.all()}
    assert tested == {one.pk for one in imported.criteria.all()}
    assert all("interview" in one.assessed_by for one in imported.criteria.all())


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


def test_an_empty_draft_has_nothing_proposed(vacancy, as_manager):
    assert boxes(as_manager, vacancy) == []


def test_a_link_and_evidence_need_their_words():
    draft = Draft(
        duties=(Duty(1, "Whistle"),), criteria=(Criterion(2, "skills", True, "Sings well"),)
    )
    assert list(proposals.links(draft)) == []
    assert list(proposals.evidence(draft, (), {})) == []
    assert list(proposals.merges(draft.duties, 2_000)) == []


def test_two_long_duties_stay_apart():
    duties = (Duty(1, "Run the desk daily"), Duty(2, "Run the desk daily"))
    assert [one.value for one in proposals.merges(duties, 2_000)] == ["merge:1:2"]
    assert list(proposals.merges(duties, 20)) == []


def test_questions_are_eight_at_most_and_say_what_they_leave():
    criteria = tuple(
        Criterion(n, "skills", True, f"Skill {n}", ("interview",)) for n in range(1, 31)
    )
    bank = {"skills": [(f"q{n}", f"Question {n}?") for n in range(20)]}
    found, left = proposals.questions(SelectionPlan("Librarian", criteria=criteria), bank)
    assert len(found) == 8
    assert left == 30 - 8 * 3


def test_a_question_of_two_categories_is_proposed_once():
    criteria = tuple(
        Criterion(n, category, True, "Kind", ("interview",))
        for n, category in enumerate(("values", "other"))
    )
    bank = {category: [(category, "How are you kind?")] for category in ("values", "other")}
    found, left = proposals.questions(SelectionPlan("Librarian", criteria=criteria), bank)
    assert (len(found), left) == (1, 1)
