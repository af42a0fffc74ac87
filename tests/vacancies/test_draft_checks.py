"""The vacancy held against the rules: the page, the panel beside a form, what is set aside."""

from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.vacancies.conftest import make_criterion
from tests.vacancies.typed import NO_ROW_HAS_IT, ODD_TEXTS, TOO_LONG, WITH_NUL, seen, shown
from vacancies.checks.place import fingerprint
from vacancies.checks.questions import questions_for
from vacancies.models import Duty, FindingSetAside, Vacancy
from vacancies.services.draft_checks import checked
from vacancies.views.draft_checks import GUIDANCE

SENTENCE = "He signs orders."
HE = fingerprint("C7", SENTENCE)
REASON = "It quotes a policy."


@pytest.fixture
def he(vacancy):
    """A vacancy with one sentence that a rule points at."""
    Vacancy.objects.filter(pk=vacancy.pk).update(decides=SENTENCE, purpose="Runs the library.")
    vacancy.refresh_from_db()
    return vacancy


def page_of(vacancy):
    return reverse("vacancies:draft_check", args=[vacancy.pk])


def aside(vacancy, known=HE):
    return reverse("vacancies:finding_set_aside", args=[vacancy.pk, known])


def typed(vacancy, section, row=None):
    address = reverse("vacancies:typed_check", args=[vacancy.pk, section])
    return address if row is None else f"{address}?row={row}"


def rules_open(vacancy):
    fresh = Vacancy.objects.for_draft().get(pk=vacancy.pk)
    return [one.found.finding.rule for one in checked(fresh).open]


def test_draft_check_shows_what_where_why_and_the_way_to_mend_it(he, as_manager):
    page = as_manager.get(page_of(he)).content.decode()
    address = reverse("vacancies:purpose_edit", args=[he.pk])
    for words in ("Use &quot;you&quot; or &quot;they&quot;", "“He”", "Rule C7", "Why:", "Source:"):
        assert words in page
    assert f'href="{address}#id_decides"' in page


def test_draft_check_of_a_vacancy_not_begun_is_calm(vacancy, as_manager):
    page = as_manager.get(page_of(vacancy)).content.decode()
    assert "We found nothing to point out" not in page
    assert "Nothing to read yet: job description, person specification, advert." in page


def test_draft_check_names_the_texts_that_no_rule_could_read(he, as_manager):
    page = as_manager.get(page_of(he)).content.decode()
    assert "Nothing to read yet: person specification, advert." in page


@pytest.mark.parametrize(
    ("page", "fields"),
    [
        ("dates_edit", {"starts_on": "2127-03-04"}),
        ("purpose_edit", {"supervises": "Nobody"}),
        ("advert_edit", {"advert_pay": "£31,049"}),
    ],
)
def test_an_empty_section_is_not_called_free_of_points(vacancy, as_manager, page, fields):
    """The panel is the server's: it says so without JavaScript, and while nobody has typed."""
    address = reverse(f"vacancies:{page}", args=[vacancy.pk])
    assert as_manager.get(address).context["panel"]["said"] == "Nothing to read yet."
    Vacancy.objects.filter(pk=vacancy.pk).update(**fields)
    panel = as_manager.get(address).context["panel"]
    assert panel["said"] == "Nothing to point out here."
    assert f'role="status">{panel["said"]}</p>' in as_manager.get(address).content.decode()


def test_an_empty_list_of_rows_is_not_called_free_of_points(vacancy, as_manager):
    for page in ("duty_list", "criterion_list"):
        panel = as_manager.get(reverse(f"vacancies:{page}", args=[vacancy.pk])).context["panel"]
        assert (panel["said"], panel["findings"]) == ("Nothing to read yet.", ())
    typed_in = as_manager.post(typed(vacancy, "duties"), {"text": ""}).content.decode()
    assert 'data-said="Nothing to read yet."' in typed_in


def test_the_panel_says_how_many_points_there_are(he, as_manager):
    page = as_manager.get(reverse("vacancies:purpose_edit", args=[he.pk]))
    count = len(page.context["panel"]["findings"])
    assert count
    assert f'role="status">{count} points to think about.</p>' in page.content.decode()


def test_the_person_specification_has_the_panel_with_its_points(vacancy, as_manager):
    criterion = make_criterion(vacancy, "Is a young and energetic person", assessed_by=[])
    page = as_manager.get(reverse("vacancies:criterion_list", args=[vacancy.pk]))
    rows = {shown.found.place.row for shown in page.context["panel"]["findings"]}
    assert criterion.pk in rows
    assert page.content.decode().count('id="findings-title"') == 1


def test_draft_check_asks_people_what_no_program_judges(vacancy, as_manager):
    page = unescape(as_manager.get(page_of(vacancy)).content.decode())
    for stage, address in GUIDANCE.items():
        assert f'href="{address}"' in page
        assert all(question.text in page for question in questions_for(stage))


def test_draft_check_shows_how_each_text_reads_in_numbers(he, as_manager):
    page = as_manager.get(page_of(he)).content.decode()
    for words in ("over 25 words", "over 80 words", "0 (0%)", "Passive sentences"):
        assert words in page


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


@pytest.mark.parametrize("text", ODD_TEXTS.values(), ids=ODD_TEXTS)
def test_draft_check_shows_odd_texts_as_text(vacancy, text, as_manager):
    Vacancy.objects.filter(pk=vacancy.pk).update(purpose="x")
    make_criterion(vacancy, text)
    assert shown(as_manager.get(page_of(vacancy)).content.decode(), text)


def test_finding_set_aside_keeps_the_reason_until_the_sentence_changes(he, as_manager):
    assert "C7" in rules_open(he)
    answers = {"reason": REASON, "seen": seen(as_manager, aside(he))}
    assert as_manager.post(aside(he), answers).status_code == 302
    row = FindingSetAside.objects.get()
    assert (row.rule, row.sentence, row.reason) == ("C7", SENTENCE, REASON)
    assert "C7" not in rules_open(he)
    assert REASON in as_manager.get(page_of(he)).content.decode()
    Vacancy.objects.filter(pk=he.pk).update(decides=f"Orders books. {SENTENCE.upper()}")
    assert "C7" not in rules_open(he)
    Vacancy.objects.filter(pk=he.pk).update(decides="He signs all orders.")
    assert "C7" in rules_open(he)


def test_finding_set_aside_can_be_taken_back_twice(he, as_manager):
    as_manager.post(aside(he), {"reason": REASON, "seen": seen(as_manager, aside(he))})
    for _ in range(2):
        assert as_manager.post(aside(he), {"take_back": "yes"}).status_code == 302
    assert "C7" in rules_open(he)


def test_finding_set_aside_sent_twice_is_one_row(he, as_manager):
    answers = {"reason": REASON, "seen": seen(as_manager, aside(he))}
    for _ in range(2):
        assert as_manager.post(aside(he), answers).status_code == 302
    assert FindingSetAside.objects.count() == 1


def test_finding_set_aside_in_two_windows_shows_both_reasons(he, as_manager):
    old = seen(as_manager, aside(he))
    as_manager.post(aside(he), {"reason": "First reason", "seen": old})
    page = as_manager.post(aside(he), {"reason": "Second reason", "seen": old}).content.decode()
    assert "saved in another window" in page
    assert "First reason" in page
    assert "Second reason" in page
    assert FindingSetAside.objects.get().reason == "First reason"


@pytest.mark.parametrize(
    ("reason", "sentence"),
    [("", "Enter the reason"), (" \u200b", "Enter the reason"), (TOO_LONG, "500 characters or")],
)
def test_finding_set_aside_needs_a_reason(he, as_manager, reason, sentence):
    answers = {"reason": reason, "seen": seen(as_manager, aside(he))}
    page = as_manager.post(aside(he), answers).content.decode()
    assert sentence in page
    assert FindingSetAside.objects.count() == 0


def test_finding_set_aside_of_a_point_that_is_gone_goes_back(he, as_manager):
    for answer in (as_manager.get(aside(he, "0" * 32)), as_manager.post(aside(he, "0" * 32))):
        assert answer.status_code == 302
        assert answer.url == page_of(he)


def test_typed_check_reads_what_is_typed_and_stores_nothing(he, as_manager):
    answer = as_manager.post(typed(he, "purpose"), {"decides": "Ask her. Utilise it."})
    page = answer.content.decode()
    assert "“her”" in page
    assert "“He”" not in page
    assert answer.headers["Cache-Control"] == "private, no-store"
    he.refresh_from_db()
    assert he.decides == SENTENCE


def test_typed_check_of_a_row_shows_that_row_alone(vacancy, duties, as_manager):
    Duty.objects.filter(pk=duties[1].pk).update(text="Asks him for it")
    page = as_manager.post(typed(vacancy, "duties", duties[0].pk), {"text": "Asks her"})
    assert "“her”" in page.content.decode()
    assert "“him”" not in page.content.decode()


def test_typed_check_of_a_new_criterion(vacancy, duties, as_manager):
    page = as_manager.post(typed(vacancy, "person-specification", 0), {"text": "Degree"})
    assert "Criterion 1" in page.content.decode()
    assert "No duty needs" in page.content.decode()
    linked = {"text": "Degree", "duties": [duties[0].pk], "category": "skills"}
    page = as_manager.post(typed(vacancy, "person-specification", 0), linked)
    assert "No duty needs" not in page.content.decode()
    assert not vacancy.criteria.exists()


@pytest.mark.parametrize(
    "text",
    ["", "x" * 200_000, WITH_NUL, "One.\r\nTwo.\rThree.", "\u202eAsks", "\ufeffAsks \x00\xff"],
)
@pytest.mark.parametrize("section", ["post", "purpose", "duties", "person-specification", "advert"])
def test_typed_check_of_odd_texts_answers(vacancy, section, text, as_manager):
    fields = ("text", "purpose", "title", "flexible_working", "advert_overview")
    answer = as_manager.post(typed(vacancy, section), dict.fromkeys(fields, text))
    assert answer.status_code == 200
    if len(text) == 200_000:
        assert "too long to check" in answer.content.decode()


def test_typed_check_of_what_is_not_there_is_404(vacancy, other_vacancy, as_manager):
    foreign = other_vacancy.duties.get().pk
    for address in (
        typed(vacancy, "nothing"),
        typed(vacancy, "duties", foreign),
        typed(vacancy, "duties", NO_ROW_HAS_IT),
        typed(vacancy, "duties", "²"),
    ):
        assert as_manager.post(address, {"text": "x"}).status_code == 404


@pytest.mark.parametrize("page", ["post_edit", "dates_edit", "purpose_edit", "advert_edit"])
def test_the_button_checks_a_section_without_saving(vacancy, page, as_manager):
    url = reverse(f"vacancies:{page}", args=[vacancy.pk])
    fields = ("title", "purpose", "advert_overview")
    answers = {**dict.fromkeys(fields, "He asks"), "check_typed": "yes"}
    shown_page = as_manager.post(url, {**answers, "seen": seen(as_manager, url)}).content.decode()
    assert "Points to think about" in shown_page
    if page != "dates_edit":
        assert "He asks" in shown_page
    vacancy.refresh_from_db()
    assert (vacancy.title, vacancy.purpose, vacancy.advert_overview) == ("Librarian", "", "")


def test_the_button_checks_a_duty_and_a_criterion_without_saving(
    vacancy, duties, criterion, as_manager
):
    pages = {
        "duty_list": [vacancy.pk],
        "duty_edit": [vacancy.pk, duties[0].pk],
        "criterion_create": [vacancy.pk],
        "criterion_edit": [vacancy.pk, criterion.pk],
    }
    for page, arguments in pages.items():
        url = reverse(f"vacancies:{page}", args=arguments)
        answers = {"text": "Asks her", "category": "skills", "essential": "True"}
        key = "6a3f0f5e-53a9-4b0c-9a3b-0d2f9a5f1c99"
        answer = as_manager.post(url, {**answers, "key": key, "check_typed": "yes"})
        assert answer.status_code == 200, page
        assert "“her”" in answer.content.decode(), page
    assert not vacancy.duties.filter(text="Asks her").exists()
    assert not vacancy.criteria.filter(text="Asks her").exists()


def test_what_is_set_aside_goes_with_the_vacancy(he, as_manager):
    as_manager.post(aside(he), {"reason": REASON, "seen": seen(as_manager, aside(he))})
    Vacancy.objects.get(pk=he.pk).delete()
    assert FindingSetAside.objects.count() == 0
