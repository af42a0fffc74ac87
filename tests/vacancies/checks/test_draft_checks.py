"""The vacancy held against the rules: the page, the panel beside a form, what is dismissed."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.each import each
from tests.pages import Page, error_codes
from tests.vacancies.conftest import make_criterion, write_advert
from tests.vacancies.typed import ODD_TEXT, TOO_LONG, WITH_NUL, seen, shown
from vacancies.checks.place import fingerprint
from vacancies.checks.reach import TEXTS
from vacancies.checks.services import checked
from vacancies.checks.views import GUIDANCE
from vacancies.drafting.views.typed import NOTHING_FOUND, NOTHING_TO_READ
from vacancies.models import AdvertText, DismissedFinding, Duty, Vacancy
from vacancies.rulebook.entries import MOST_OPEN
from vacancies.rulebook.questions import questions_for

SENTENCE = "He signs orders."
HE = fingerprint("C7", SENTENCE)
REASON = "It quotes a policy."
NOT_NEEDED = "A6"
"""The rule that some duty needs each criterion."""

ROW = "rows-new-1-text"


@pytest.fixture
def he(vacancy):
    """A vacancy with one sentence that a rule points at."""
    Vacancy.objects.filter(pk=vacancy.pk).update(decides=SENTENCE, purpose="Runs the library.")
    vacancy.refresh_from_db()
    return vacancy


def page_of(vacancy):
    return reverse("vacancies:draft_check", args=[vacancy.pk])


def aside(vacancy, known=HE):
    return reverse("vacancies:finding_dismiss", args=[vacancy.pk, known])


def typed(vacancy, section, row=None):
    address = reverse("vacancies:typed_check", args=[vacancy.pk, section])
    return address if row is None else f"{address}?row={row}"


def excerpts_in(page):
    return [one.get("data-excerpt") for one in page.all("[data-rule] [data-excerpt]")]


def rules_open(vacancy):
    fresh = Vacancy.objects.for_draft().get(pk=vacancy.pk)
    return [one.placed.finding.rule for one in checked(fresh).open]


def test_draft_check_leads_from_each_place_to_the_next(he, as_manager):
    page = Page(as_manager.get(page_of(he)))
    places = [f"#{one.get('id')}" for one in page.all("[data-rule] .portal-chip[id]")]
    nexts = [a for a in page.addresses("main") if a.startswith("#place-")]
    assert len(places) > 2
    assert nexts == places


def test_draft_check_shows_what_where_why_and_the_way_to_mend_it(he, as_manager):
    response = as_manager.get(page_of(he))
    page, address = Page(response), reverse("vacancies:purpose_edit", args=[he.pk])
    (entry,) = [one for one in response.context["entries"] if one.rule.id == "C7"]
    assert [one.get("data-excerpt") for one in page.all("[data-rule=C7] [data-excerpt]")] == ["He"]
    for words in (entry.message, entry.rule.why, entry.source):
        assert words
        assert words in page.text("[data-rule=C7]")
    assert f"{address}#id_decides" in page.addresses("[data-rule=C7]")


def test_draft_check_shows_a_rule_once_with_all_its_places(he, as_manager):
    criteria = [make_criterion(he, text=f"Able to do thing {n}") for n in range(4)]
    page = Page(as_manager.get(page_of(he)))
    rules_shown = [one.get("data-rule") for one in page.all("[data-rule]")]
    assert len(rules_shown) == len(set(rules_shown))
    assert len(page.all(f"[data-rule={NOT_NEEDED}] li")) == len(criteria)
    assert len(page.all("[data-rule]")) - len(page.all("details [data-rule]")) <= MOST_OPEN


def test_draft_check_of_a_vacancy_not_begun_is_calm(vacancy, as_manager):
    page = Page(as_manager.get(page_of(vacancy)))
    assert "nothing-found" not in page.ids
    assert page.all("[data-rule]") == []
    unread = page.text("#unread")
    assert all(text in unread for text in TEXTS.values())


def test_draft_check_names_the_texts_that_no_rule_could_read(he, as_manager):
    unread = Page(as_manager.get(page_of(he))).text("#unread")
    assert [text for text in TEXTS.values() if text in unread] == ["person specification", "advert"]


@each(
    "page, fields",
    [
        ("dates_edit", {"starts_on": "2127-03-04"}),
        ("purpose_edit", {"supervises": "Nobody"}),
        ("advert_edit", {"pay": "£31,049"}),
    ],
)
def test_an_empty_section_is_not_called_free_of_points(vacancy, as_manager, page, fields):
    """The panel is the server's: it says so without JavaScript, and while nobody has typed."""
    address = reverse(f"vacancies:{page}", args=[vacancy.pk])
    assert as_manager.get(address).context["panel"]["said"] == NOTHING_TO_READ
    if page == "advert_edit":
        write_advert(vacancy, **fields)
    else:
        Vacancy.objects.filter(pk=vacancy.pk).update(**fields)
    panel = as_manager.get(address).context["panel"]
    assert panel["said"] == NOTHING_FOUND
    assert NOTHING_FOUND in Page(as_manager.get(address)).texts("[role=status]")


def test_an_empty_list_of_rows_is_not_called_free_of_points(vacancy, as_manager):
    for page in ("duty_list", "criterion_list"):
        panel = as_manager.get(reverse(f"vacancies:{page}", args=[vacancy.pk])).context["panel"]
        assert (panel["said"], panel["entries"]) == (NOTHING_TO_READ, ())
    typed_in = Page(as_manager.post(typed(vacancy, "duties"), {"order": "new-1", ROW: ""}))
    assert typed_in.all("[data-said]")[0].get("data-said") == NOTHING_TO_READ


def test_the_panel_says_how_many_points_there_are(he, as_manager):
    page = as_manager.get(reverse("vacancies:purpose_edit", args=[he.pk]))
    count = len(page.context["panel"]["entries"])
    assert count
    said = Page(page).text("[role=status].portal-findings__said")
    assert said.startswith(f"{count} ")


def test_the_person_specification_has_the_panel_with_its_points(vacancy, as_manager):
    for number in range(4):
        make_criterion(vacancy, f"Does {number}")
    criterion = make_criterion(vacancy, "Is a young and energetic person", assessed_by=[])
    page = as_manager.get(reverse("vacancies:criterion_list", args=[vacancy.pk]))
    entries = page.context["panel"]["entries"]
    rules_shown = [one.rule.id for one in entries]
    assert entries[0].rule.laws
    assert [one.placed.place.row for _, one in entries[0].places] == [criterion.pk]
    assert rules_shown.count(NOT_NEEDED) == 1
    assert len(Page(page).all("#findings-title")) == 1


def test_draft_check_asks_people_what_no_program_judges(vacancy, as_manager):
    page = Page(as_manager.get(page_of(vacancy)))
    for stage, address in GUIDANCE.items():
        assert address in page.links
        assert all(question.question in page.text() for question in questions_for(stage))


def test_draft_check_shows_how_each_text_reads_in_numbers(he, as_manager):
    page = Page(as_manager.get(page_of(he)))
    (row,) = page.rows()
    found = [re.findall(r"\d+", cell)[-2:] for cell in row[2:5]]
    assert found == [["0", "25"], ["0", "80"], ["0", "0"]]


def test_draft_check_asks_as_much_for_one_row_as_for_many(vacancy, duties, as_manager):
    def count():
        with CaptureQueriesContext(
            connection,
        ) as queries:
            as_manager.get(page_of(vacancy))
        return len(queries)

    make_criterion(vacancy, "Can teach")
    as_manager.get(page_of(vacancy))
    before = count()
    for number in range(10):
        make_criterion(vacancy, f"Can do {number}", duties=duties)
    assert count() == before


def test_draft_check_shows_odd_texts_as_text(vacancy, as_manager):
    Vacancy.objects.filter(pk=vacancy.pk).update(purpose="x")
    make_criterion(vacancy, ODD_TEXT)
    assert shown(as_manager.get(page_of(vacancy)).content.decode(), ODD_TEXT)


def test_finding_dismiss_keeps_the_reason_until_the_sentence_changes(he, as_manager):
    assert "C7" in rules_open(he)
    answers = {"reason": REASON, "version_token": seen(as_manager, aside(he))}
    assert as_manager.post(aside(he), answers).status_code == 302
    row = DismissedFinding.objects.get()
    assert (row.rule, row.sentence, row.reason) == ("C7", SENTENCE, REASON)
    assert "C7" not in rules_open(he)
    assert REASON in Page(as_manager.get(page_of(he))).text("[data-dismissed]")
    Vacancy.objects.filter(pk=he.pk).update(decides=f"Orders books. {SENTENCE.upper()}")
    assert "C7" not in rules_open(he)
    Vacancy.objects.filter(pk=he.pk).update(decides="He signs all orders.")
    assert "C7" in rules_open(he)


def test_finding_dismiss_can_be_taken_back_twice(he, as_manager):
    as_manager.post(aside(he), {"reason": REASON, "version_token": seen(as_manager, aside(he))})
    for _ in range(2):
        assert as_manager.post(aside(he), {"take_back": "yes"}).status_code == 302
    assert "C7" in rules_open(he)


def test_finding_dismiss_sent_twice_is_one_row(he, as_manager):
    answers = {"reason": REASON, "version_token": seen(as_manager, aside(he))}
    for _ in range(2):
        assert as_manager.post(aside(he), answers).status_code == 302
    assert DismissedFinding.objects.count() == 1


def test_finding_dismiss_in_two_windows_shows_both_reasons(he, as_manager):
    old = seen(as_manager, aside(he))
    as_manager.post(aside(he), {"reason": "First reason", "version_token": old})
    response = as_manager.post(aside(he), {"reason": "Second reason", "version_token": old})
    assert Page(response).errors == {""}
    assert [one.stored for one in response.context["form"].changed_meanwhile] == ["First reason"]
    assert Page(response).value("reason") == "Second reason"
    assert DismissedFinding.objects.get().reason == "First reason"


@pytest.mark.parametrize(
    ("reason", "code"), [("", "required"), (" \u200b", "required"), (TOO_LONG, "max_length")]
)
def test_finding_dismiss_needs_a_reason(he, as_manager, reason, code):
    answers = {"reason": reason, "version_token": seen(as_manager, aside(he))}
    response = as_manager.post(aside(he), answers)
    assert Page(response).errors == {"reason"}
    assert error_codes(response.context["form"]) == {"reason": {code}}
    assert DismissedFinding.objects.count() == 0


def test_finding_dismiss_of_a_point_that_is_gone_goes_back(he, as_manager):
    for answer in (as_manager.get(aside(he, "0" * 32)), as_manager.post(aside(he, "0" * 32))):
        assert answer.status_code == 302
        assert answer.url == page_of(he)


def test_typed_check_reads_what_is_typed_and_stores_nothing(he, as_manager):
    answer = as_manager.post(typed(he, "purpose"), {"decides": "Ask her. Utilise it."})
    excerpts = excerpts_in(Page(answer))
    assert "her" in excerpts
    assert "He" not in excerpts
    assert answer.headers["Cache-Control"] == "private, no-store"
    he.refresh_from_db()
    assert he.decides == SENTENCE


def test_typed_check_of_rows_reads_all_as_they_are_typed(vacancy, duties, as_manager):
    Duty.objects.filter(pk=duties[1].pk).update(text="Asks him for it")
    first, second = (f"rows-{duty.pk}-text" for duty in duties[:2])
    rows = {"order": f"{duties[0].pk},{duties[1].pk},new-1", ROW: "Asks her", second: "Asks"}
    page = Page(as_manager.post(typed(vacancy, "duties"), {**rows, first: "Asks"}))
    excerpts = excerpts_in(page)
    assert "her" in excerpts
    assert "him" not in excerpts


@each("text", ["", "x" * 200_000, f"One.\r\nTwo.\rThree. {WITH_NUL} \u202eAsks \ufeffAsks \xff"])
@pytest.mark.parametrize("section", ["post", "purpose", "duties", "person-specification", "advert"])
def test_typed_check_of_odd_texts_answers(vacancy, section, text, as_manager):
    fields = ("text", ROW, "purpose", "title", "flexible_working", "overview")
    rows = {"order": "new-1"} | dict.fromkeys(fields, text)
    answer = as_manager.post(typed(vacancy, section), rows)
    assert answer.status_code == 200
    if len(text) == 200_000:
        assert answer.context["read"] is False


def test_typed_check_of_what_is_not_there_is_404(vacancy, as_manager):
    assert as_manager.post(typed(vacancy, "nothing"), {"text": "x"}).status_code == 404


@pytest.mark.parametrize("page", ["post_edit", "dates_edit", "purpose_edit", "advert_edit"])
def test_the_button_checks_a_section_without_saving(vacancy, page, as_manager):
    url = reverse(f"vacancies:{page}", args=[vacancy.pk])
    fields = ("title", "purpose", "overview")
    answers = {**dict.fromkeys(fields, "He asks"), "check_typed": "yes"}
    checked_page = Page(as_manager.post(url, {**answers, "version_token": seen(as_manager, url)}))
    assert "findings-title" in checked_page.ids
    if page != "dates_edit":
        assert "He asks" in [checked_page.value(name) for name in fields]
    vacancy.refresh_from_db()
    assert (vacancy.title, vacancy.purpose) == ("Librarian", "")
    assert not AdvertText.objects.exists()


def test_the_button_checks_a_duty_and_a_criterion_without_saving(
    vacancy, duties, criterion, as_manager
):
    pages = {
        "duty_list": [vacancy.pk],
        "criterion_list": [vacancy.pk],
    }
    for page, arguments in pages.items():
        url = reverse(f"vacancies:{page}", args=arguments)
        answers = {"order": "new-1", ROW: "Asks her"}
        key = "6a3f0f5e-53a9-4b0c-9a3b-0d2f9a5f1c99"
        answer = as_manager.post(url, {**answers, "key": key, "check_typed": "yes"})
        assert answer.status_code == 200, page
        assert "her" in excerpts_in(Page(answer)), page
    assert not vacancy.duties.filter(text="Asks her").exists()
    assert not vacancy.criteria.filter(text="Asks her").exists()


def test_what_is_dismissed_goes_with_the_vacancy(he, as_manager):
    as_manager.post(aside(he), {"reason": REASON, "version_token": seen(as_manager, aside(he))})
    Vacancy.objects.get(pk=he.pk).delete()
    assert DismissedFinding.objects.count() == 0


def test_many_places_of_a_rule_are_folded(vacancy, duties, as_manager):
    for number in range(9):
        make_criterion(vacancy, f"Does {number}")
    page = Page(as_manager.get(reverse("vacancies:draft_check", args=[vacancy.pk])))
    chips = "[data-rule=A6] a.portal-chip"
    folded = page.all("[data-rule=A6] details a.portal-chip")
    assert len(folded) == 8
    assert len(page.all(chips)) - len(folded) == 1
