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
from vacancies.recruiting.rules.bank import BankQuestion, bank
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
    assert len(tested) == 2 * len(values) > 0
    assert all("interview" in one.assessed_by for one in tested)


def test_criteria_that_may_be_unlawful_are_not_carried_on(imported, as_manager):
    row = make_criterion(imported, "Native English speaker", category="skills", assessed_by=[])
    values = boxes(as_manager, imported)
    assert not [v for v in values if v.startswith(("method", "question")) and str(row.pk) in v]
    page = Page(as_manager.get(address(imported, "proposal_edit")))
    (left,) = page.all("[data-left]")
    assert left.get("data-unlawful") == "1"
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


def proposed(*texts, category="skills", questions=None):
    criteria = tuple(
        Criterion(n, category, True, text, ("interview",)) for n, text in enumerate(texts)
    )
    plan = SelectionPlan("Librarian", criteria=criteria)
    found, left = proposals.questions(plan, questions or bank().questions)
    return [one.value.split(":")[1] for one in found], left


@each(
    "criterion, expected",
    [
        ("Welsh language skills at level 3", []),
        ("Excellent communication skills", ["S3"]),
        ("Experience of searching health databases", ["S1"]),
        ("Has taught groups of staff", ["S2"]),
        ("Able to work without supervision", []),
        ("Knowledge of copyright", ["K3"]),
        ("Has looked after a website", []),
        ("Evidence of professional development", []),
        ("Good organisational skills", ["E4"]),
    ],
)
def test_a_question_is_about_the_criterion(criterion, expected):
    assert proposed(criterion) == (expected, 1 - len(expected))


def test_the_question_that_fits_best_comes_first():
    assert proposed("Can budget", "Searches literature databases") == (["S1", "S7"], 0)


def test_a_question_without_phrases_is_found_by_its_own_words():
    own = [BankQuestion("x1", "skills", "How would you catalogue a map for a group?")]
    assert proposed("Catalogues", "Groups", questions=own) == (["x1"], 1)


def test_questions_are_eight_at_most_and_say_what_they_leave():
    made = [BankQuestion(f"q{n}", "skills", f"Question {n}?", ("skill",)) for n in range(20)]
    found, left = proposed(*[f"Skill {n}" for n in range(30)], questions=made)
    assert (len(found), left) == (8, 30 - 8 * 3)


def test_a_question_of_two_categories_is_proposed_once():
    twice = [BankQuestion(one, one, "How are you kind?", ("kind",)) for one in ("values", "other")]
    assert proposed(*["Kind"] * 9, questions=twice) == (["values"], 7)


def test_all_evidence_beyond_two_of_a_factor_is_counted():
    draft = Draft(duties=tuple(Duty(n, f"Signs invoices {n}") for n in range(5)))
    assert len(list(proposals.evidence(draft, (), {"F8": "Money"}))) == 5
