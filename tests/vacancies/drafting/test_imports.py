"""An old job description becomes parts of the draft: only what was ticked, and only once."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from lxml import html

from kls_portal.file_size import LARGEST_FILE
from tests.each import each
from tests.pages import Page
from tests.project.html_validate import html_problems
from tests.vacancies.reading.build import old_job, word
from tests.vacancies.reading.hostile import hostile
from tests.vacancies.reading.layouts import Heading, Items, as_pdf
from tests.vacancies.typed import ODD_TEXT, shown
from vacancies.drafting.forms.parts import DutyPartForm
from vacancies.drafting.rules.imported import contract_length_in, left_in
from vacancies.models import Vacancy
from vacancies.reading.old_job import TOO_LARGE, OldJob


def address(vacancy, page="import_create"):
    return reverse(f"vacancies:{page}", args=[vacancy.pk])


def upload(data: bytes, name: str = "old.docx") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def answers_of(page: str) -> dict[str, object]:
    """What a browser would send of the form as the page shows it."""
    forms = html.fromstring(page).xpath("//form[@enctype='multipart/form-data']")
    values = forms[0].form_values()
    found: dict[str, object] = {name: re.sub(r"\A\r?\n", "", value) for name, value in values}
    found.pop("csrfmiddlewaretoken", None)
    return found


def read(client, vacancy, data: bytes | None = None, text: str = "") -> dict[str, object]:
    sent = {"file": upload(data), "text": ""} if data else {"text": text}
    response = client.post(address(vacancy), sent)
    assert response.status_code == 200
    page = response.content.decode()
    assert address(vacancy, "import_confirm") in Page(page).actions, page
    return answers_of(page)


def confirm(client, vacancy, answers, follow=True):
    return client.post(address(vacancy, "import_confirm"), answers, follow=follow)


def test_import_create_asks_for_a_file_or_a_text(vacancy, as_manager):
    page = Page(as_manager.get(address(vacancy)))
    assert page.all("form[enctype='multipart/form-data'] [type=file]")
    assert page.all("textarea[name=text]")
    assert address(vacancy) in Page(as_manager.get(vacancy.get_absolute_url())).links


def test_import_create_stores_nothing(vacancy, as_manager):
    before = list(Vacancy.objects.values())
    read(as_manager, vacancy, old_job())
    assert list(Vacancy.objects.values()) == before
    assert not vacancy.duties.exists()


def test_a_whole_import_of_a_word_file(vacancy, as_manager):
    answers = read(as_manager, vacancy, old_job())
    (said,) = confirm(as_manager, vacancy, answers).context["messages"]
    assert re.findall(r"\d+", str(said)) == ["9", "3", "6"], "it counts what it took"
    vacancy.refresh_from_db()
    assert (vacancy.band, vacancy.reports_to) == ("5", "Library manager")
    assert vacancy.about_organisation == "Northfield runs two hospitals."
    assert vacancy.relationships == "Ward managers and the medical school."
    assert list(vacancy.duties.values_list("text", "group")) == [
        ("Answers clinical questions", "Enquiries"),
        ("Runs the enquiry desk", "Enquiries"),
        ("Teaches groups to search", "Teaching"),
    ]
    criterion = vacancy.criteria.get(text="Plans a search")
    assert (criterion.category, criterion.essential) == ("skills", True)
    assert criterion.assessed_by == ["interview", "task"]
    assert not vacancy.criteria.get(text="Chartership").essential


def left_of(answers: dict[str, object]) -> dict[str, str]:
    """The names of the texts left out, by text."""
    found = {name: str(value) for name, value in answers.items()}
    return {v: n[:-5] for n, v in found.items() if re.fullmatch(r"left-\d+-text", n)}


LEFT_TEXTS = (
    "Northfield\nCar park\nJob title: Librarian\nMain duties\n- Runs the desk\nOrganisation chart\n"
    "See the last page of this paper.\nWe meet in the old chapel.\n"
)


def test_one_choice_for_many_texts_that_were_left_out_and_the_rest_stays(vacancy, as_manager):
    answers = read(as_manager, vacancy, text=LEFT_TEXTS)
    left = left_of(answers)
    assert set(left) >= {"Northfield", "Car park", "We meet in the old chapel."}
    ticked = {f"{left[text]}-take": "on" for text in ("Northfield", "We meet in the old chapel.")}
    sent = {**answers, **ticked, "use": "about_organisation", "sort": "1"}
    page = confirm(as_manager, vacancy, sent).content.decode()
    assert not vacancy.duties.exists(), "nothing is stored while texts are sorted"
    again = answers_of(page)
    words = str(again["about_organisation"]).split()
    assert " ".join(words) == "Northfield We meet in the old chapel."
    assert set(left_of(again)) == set(left) - {"Northfield", "We meet in the old chapel."}
    ticked = {f"{left_of(again)['Car park']}-take": "on", "use": "desirable"}
    confirm(as_manager, vacancy, {**again, **ticked})
    vacancy.refresh_from_db()
    assert vacancy.about_organisation.startswith("Northfield")
    assert list(vacancy.criteria.values_list("text", "essential")) == [("Car park", False)]


@pytest.mark.parametrize(
    ("use", "stored"),
    [
        ("duty", lambda vacancy: vacancy.duties.last().text),
        ("essential", lambda vacancy: vacancy.criteria.last().text),
        ("F13", lambda vacancy: vacancy.evidence.get(factor="F13").text),
        ("place", lambda vacancy: vacancy.place),
        ("standard_statements", lambda vacancy: vacancy.standard_statements),
    ],
)
def test_a_text_that_was_left_out_may_go_to_any_part(vacancy, as_manager, use, stored):
    answers = read(as_manager, vacancy, text=LEFT_TEXTS)
    take = {f"{left_of(answers)['Car park']}-take": "on", "use": use}
    confirm(as_manager, vacancy, {**answers, **take})
    vacancy.refresh_from_db()
    assert stored(vacancy) == "Car park"


def test_ticked_texts_without_a_use_are_asked_about(vacancy, as_manager):
    answers = read(as_manager, vacancy, text=LEFT_TEXTS)
    for sort in ({}, {"sort": "1"}):
        page = Page(confirm(as_manager, vacancy, {**answers, "left-0-take": "on", **sort}))
        assert page.errors == {"use"}
    assert not vacancy.duties.exists()


def test_a_list_that_is_full_leaves_the_text_where_it_was(vacancy, as_manager):
    text = LEFT_TEXTS.replace("- Runs the desk", "\n".join(f"- Runs desk {n}" for n in range(80)))
    answers = read(as_manager, vacancy, text=text)
    take = {f"{left_of(answers)['Car park']}-take": "on", "use": "duty", "sort": "1"}
    again = answers_of(confirm(as_manager, vacancy, {**answers, **take}).content.decode())
    assert "Car park" in left_of(again)


UNSEEN = "Person specification\n- Plans a search\n- Knows the NHS\n"


def test_a_level_that_cannot_be_seen_is_asked(vacancy, as_manager):
    answers = read(as_manager, vacancy, text=UNSEEN)
    page = Page(confirm(as_manager, vacancy, answers))
    assert page.errors == {"criterion-0-essential", "criterion-1-essential"}
    said = {"criterion-0-essential": "True", "criterion-1-essential": "False"}
    confirm(as_manager, vacancy, {**answers, **said})
    assert list(vacancy.criteria.values_list("essential", flat=True)) == [True, False]


@pytest.mark.parametrize(("level", "essential"), [("True", True), ("False", False)])
def test_one_answer_gives_the_level_of_all_that_have_none(vacancy, as_manager, level, essential):
    answers = read(as_manager, vacancy, text=f"{UNSEEN}- Paints (desirable)\n")
    confirm(as_manager, vacancy, {**answers, "level": level})
    levels = vacancy.criteria.values_list("essential", flat=True)
    assert list(levels) == [essential, essential, False]


def test_effort_goes_to_the_evidence_sheet_once(vacancy, as_manager):
    answers = read(
        as_manager, vacancy, text="Physical effort: Lifts boxes.\nMain duties\n- Runs it"
    )
    for _ in range(2):
        confirm(as_manager, vacancy, answers)
    assert vacancy.evidence.get().text == "Lifts boxes."
    assert vacancy.evidence.get().factor == "F13"


def test_evidence_for_which_there_is_no_room_is_refused(vacancy, as_manager):
    vacancy.evidence.create(factor="F13", text="x" * 2990)
    answers = read(as_manager, vacancy, text="Physical effort: Lifts many boxes each week.")
    page = Page(confirm(as_manager, vacancy, {**answers, "evidence-0-take": "on"}))
    assert page.errors == {"evidence-0-text"}
    assert vacancy.evidence.get().text == "x" * 2990


def test_the_page_says_how_much_was_found_and_is_folded(vacancy, as_manager):
    page = Page(as_manager.post(address(vacancy), {"file": upload(old_job())}))
    (said,) = page.all("[data-found]")
    assert re.findall(r"\d+", said.text_content()) == ["3", "2", "6", "4"]
    assert not page.all("main details[open]")
    shown = page.all("main select, main textarea, main input[type=text]")
    assert shown == [], "only boxes to tick until something is wrong"


def test_pasted_text_is_read_too(vacancy, as_manager):
    answers = read(
        as_manager,
        vacancy,
        text="Contract: Fixed term, 12 months\nHours: 30 a week\nMain duties\n- Runs the desk\n"
        "- Orders books\n",
    )
    assert answers["hours"] == "30", "also where the page is shown again"
    confirm(as_manager, vacancy, answers)
    vacancy.refresh_from_db()
    assert (vacancy.contract, vacancy.contract_length) == ("fixed-term", "12 months")
    assert [d.text for d in vacancy.duties.all()] == ["Runs the desk", "Orders books"]


@each(
    "said, length, left",
    [
        ("Fixed term, 12 months", "12 months", 0),
        ("Fixed term (maternity cover) until 31 March 2027", "until 31 March 2027", 1),
        ("Secondment for up to two years", "up to two years", 0),
        ("Fixed-term, 6 months' probation", "", 1),
        ("Fixed term for 6 months or 9 months", "", 1),
        ("Permanent, after 6 months", "", 1),
    ],
)
def test_the_length_of_a_contract_that_ends_is_found(said, length, left):
    job = OldJob(contract=said)
    assert (contract_length_in(job), len(left_in(job))) == (length, left)


def test_sent_twice_adds_once(vacancy, as_manager):
    answers = read(as_manager, vacancy, old_job())
    first, second = (confirm(as_manager, vacancy, answers) for _ in range(2))
    said = [[str(message) for message in one.context["messages"]] for one in (first, second)]
    assert said[0] != said[1], "it says that nothing was new"
    assert (vacancy.duties.count(), vacancy.criteria.count()) == (3, 6)


def test_the_same_duty_twice_in_the_text_is_added_twice_and_no_more(vacancy, as_manager):
    answers = read(as_manager, vacancy, text="Main duties\n- Runs the desk\n- Runs the desk\n")
    for _ in range(2):
        confirm(as_manager, vacancy, answers)
    assert vacancy.duties.count() == 2


def test_only_what_is_ticked_is_written_and_edits_count(vacancy, as_manager):
    answers = read(as_manager, vacancy, old_job())
    kept = {name: value for name, value in answers.items() if "take" not in name}
    kept |= {"duty-1-take": "on", "duty-1-text": "Runs the desk on Mondays", "duty-1-group": ""}
    confirm(as_manager, vacancy, kept)
    vacancy.refresh_from_db()
    assert [(d.text, d.group) for d in vacancy.duties.all()] == [("Runs the desk on Mondays", "")]
    assert (vacancy.title, vacancy.band, vacancy.purpose) == ("Librarian", "", "")
    assert not vacancy.criteria.exists()


def test_what_the_draft_holds_now_stands_beside_and_is_not_ticked(vacancy, as_manager):
    Vacancy.objects.filter(pk=vacancy.pk).update(purpose="Our own purpose.")
    page = as_manager.post(address(vacancy), {"file": upload(old_job())}).content.decode()
    assert "Our own purpose." in page
    assert len(Page(page).all("[data-same]")) == 1  # the title
    answers = answers_of(page)
    assert "take_purpose" not in answers
    assert answers["take_band"] == "on"
    confirm(as_manager, vacancy, answers)
    vacancy.refresh_from_db()
    assert vacancy.purpose == "Our own purpose."


def test_a_duty_that_is_there_already_is_not_ticked(vacancy, duties, as_manager):
    answers = read(as_manager, vacancy, text="Main duties\n- orders books\n- Runs the desk\n")
    assert "duty-0-take" not in answers
    assert answers["duty-1-take"] == "on"


@pytest.mark.parametrize("more", ["", "- Runs the desk\n"])
def test_the_page_says_whether_anything_is_new(vacancy, duties, as_manager, more):
    page = as_manager.post(address(vacancy), {"text": f"Main duties\n- Orders books\n{more}"})
    assert page.context["forms"].has_new is bool(more)


def test_new_rows_come_after_those_of_the_draft(vacancy, duties, criteria, as_manager):
    confirm(as_manager, vacancy, read(as_manager, vacancy, old_job()))
    assert [d.text for d in vacancy.duties.all()][:4] == [
        "Answers enquiries",
        "Teaches searching",
        "Orders books",
        "Answers clinical questions",
    ]
    assert vacancy.criteria.first().text == "Can plan a search"
    places = list(vacancy.criteria.values_list("place", flat=True))
    assert len(places) == len(set(places)) == 9


def test_another_window_that_saved_meanwhile_is_shown_once(vacancy, as_manager):
    answers = read(as_manager, vacancy, old_job())
    Vacancy.objects.filter(pk=vacancy.pk).update(purpose="Written meanwhile.")
    response = confirm(as_manager, vacancy, answers)
    page = response.content.decode()
    assert "" in Page(page).errors
    assert "Written meanwhile." in page
    assert Page(page).value("purpose") == answers["purpose"]
    assert not vacancy.duties.exists()
    confirm(as_manager, vacancy, answers_of(page))
    vacancy.refresh_from_db()
    assert vacancy.purpose == answers["purpose"]
    assert vacancy.duties.count() == 3


@each(
    "changed, most",
    [
        (
            {
                "duty-0-text": "x" * 2001,
                "duty-0-group": "x" * 101,
                "criterion-0-text": "x" * 501,
                "criterion-0-category": "nonsense",
                "purpose": "x" * 5001,
                "reports_to": "x" * 201,
                "band": "12",
                "use": "nonsense",
            },
            ["2,000", "100", "500", "", "5,000", "200", "", ""],
        ),
        ({"duty-0-text": " "}, [""]),
        ({"key": ""}, [""]),
    ],
)
def test_import_confirm_refuses_at_the_field_and_loses_nothing(vacancy, as_manager, changed, most):
    answers = {**read(as_manager, vacancy, old_job()), **changed}
    page = confirm(as_manager, vacancy, answers).content.decode()
    fields = ["" if name == "key" else name for name in changed]
    assert Page(page).errors == set(fields)
    for field, number in zip(fields, most, strict=True):
        assert number in Page(page).error(field)
    again = answers_of(page)
    kept = {name: value for name, value in answers.items() if name not in changed}
    assert {name: again.get(name) for name in kept} == kept
    assert not vacancy.duties.exists()
    assert not vacancy.criteria.exists()


def test_a_part_that_is_not_ticked_may_be_as_long_as_it_likes(vacancy, as_manager):
    answers = read(as_manager, vacancy, old_job())
    del answers["duty-0-take"]
    answers["duty-0-text"] = "x" * 9000
    confirm(as_manager, vacancy, answers)
    assert vacancy.duties.count() == 2


def test_tampered_methods_are_left_out(vacancy, as_manager):
    answers = read(as_manager, vacancy, old_job())
    answers["criterion-0-assessed_by"] = "<b>,interview"
    confirm(as_manager, vacancy, answers)
    assert vacancy.criteria.first().assessed_by == ["interview"]


@pytest.mark.parametrize("sent", [{}, {"duty-TOTAL_FORMS": "x"}, {"duty-TOTAL_FORMS": "99999"}])
def test_a_form_in_pieces_is_refused_and_writes_nothing(vacancy, as_manager, sent):
    response = confirm(as_manager, vacancy, sent)
    assert response.status_code == 200
    assert Page(response).errors
    assert not vacancy.duties.exists()


@each("name", ["zip bomb", "rich text", "200 pages", "no text"])
def test_a_hostile_file_gets_its_sentence_at_the_field(vacancy, as_manager, name):
    data, sentence = hostile()[name]
    response = as_manager.post(address(vacancy), {"file": upload(data)})
    page = Page(response)
    assert page.errors == {"file"}
    assert page.error("file").startswith(sentence)
    assert not vacancy.duties.exists()


def test_a_file_far_too_large_is_not_kept_and_gets_a_sentence(vacancy, as_manager, monkeypatch):
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a file was written")

    monkeypatch.setattr("tempfile.NamedTemporaryFile", refuse)
    response = as_manager.post(address(vacancy), {"file": upload(bytes(LARGEST_FILE * 4))})
    assert Page(response).error("file") == TOO_LARGE


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({}, "file"),
        ({"text": "  \n"}, "file"),
        ({"file": upload(b""), "text": ""}, "file"),
        ({"text": "x" * 500_001}, "text"),
    ],
)
def test_import_create_says_what_is_missing(vacancy, as_manager, sent, field):
    assert Page(as_manager.post(address(vacancy), sent)).errors == {field}


def test_a_file_and_a_text_together_are_refused_and_the_text_stays(vacancy, as_manager):
    sent = {"file": upload(old_job()), "text": "Main duties"}
    page = Page(as_manager.post(address(vacancy), sent))
    assert page.errors == {"file"}
    assert page.value("text") == "Main duties"


def test_two_hundred_pages_of_any_script_travel_to_the_next_page_and_back(vacancy, as_manager):
    text = "Main duties\n" + "\n".join(f"- {n} " + "يجيب عن أسئلة " * 20 for n in range(1500))
    answers = read(as_manager, vacancy, text=text)
    assert len(answers) < 1000
    assert confirm(as_manager, vacancy, answers).status_code == 200
    assert vacancy.duties.count() == 80


def test_odd_texts_are_shown_as_they_are(vacancy, as_manager):
    page = as_manager.post(address(vacancy), {"text": f"Main duties\n1. {ODD_TEXT}"})
    assert shown(page.content.decode(), ODD_TEXT)
    confirm(as_manager, vacancy, answers_of(page.content.decode()))
    assert vacancy.duties.get().text == ODD_TEXT


def test_import_confirm_opened_by_itself_goes_where_the_text_is_asked_for(vacancy, as_manager):
    response = as_manager.get(address(vacancy, "import_confirm"))
    assert response.headers["Location"] == address(vacancy)


def test_confirming_asks_the_same_for_few_and_many(
    vacancy, as_manager, django_assert_max_num_queries
):
    table = [
        ["Area", "Essential", "Desirable"],
        *([["Skills", f"Does {n}", ""] for n in range(50)]),
    ]
    duties = [("List Bullet", f"Duty {n}") for n in range(60)]
    answers = read(as_manager, vacancy, word(("Heading 1", "Main duties"), *duties, table))
    with django_assert_max_num_queries(25):
        confirm(as_manager, vacancy, answers, follow=False)
    assert (vacancy.duties.count(), vacancy.criteria.count()) == (60, 50)


def test_import_confirm_is_valid_html(vacancy, duties, criteria, as_manager, tmp_path):
    page = as_manager.post(address(vacancy), {"file": upload(old_job())}).content
    (tmp_path / "confirm.html").write_bytes(page)
    assert html_problems(tmp_path) == ""


def test_what_comes_from_a_pdf_is_to_be_checked(vacancy, as_manager):
    parts = [Heading("Main duties"), Items(["Run the desk", "Order books"])]
    for data, said in ((as_pdf(parts), 1), (old_job(), 0)):
        sent = {"file": upload(data), "text": ""}
        page = as_manager.post(address(vacancy), sent).content.decode()
        assert page.count("data-from-pdf") == said


def test_a_duty_that_is_offered_says_its_share():
    assert "45%" in DutyPartForm(initial={"share": 45}).said
    assert not DutyPartForm().said
