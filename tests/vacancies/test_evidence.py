"""The panel's evidence sheet: no evidence, no level; two windows; the result in words."""

import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import localtime

from tests.vacancies.typed import NO_ROW_HAS_IT, ODD_TEXTS, TOO_LONG, shown
from vacancies.job_evaluation.evidence import INDICATIVE
from vacancies.models import FactorEvidence, FactorLevel, Profile, ProfileFactor, Vacancy
from vacancies.services.evidence import evidence_sheet_of, levels_of, save_evidence
from vacancies.services.ordered import remove

CODES = [f"F{number}" for number in range(1, 17)]


@pytest.fixture
def profile(reference_data):
    return Profile.objects.get(code="ILL-LIB-5")


@pytest.fixture
def compared(vacancy, profile):
    """The vacancy, with a profile to compare with."""
    vacancy.profile = profile
    vacancy.save()
    return vacancy


def address(vacancy, factor=None):
    if factor:
        return reverse("vacancies:evidence_edit", args=[vacancy.pk, factor])
    return reverse("vacancies:evidence_detail", args=[vacancy.pk])


def page_of(client, url):
    response = client.get(url)
    assert response.status_code == 200
    return unescape(response.content.decode())


def seen_on(client, url):
    return re.search(r'name="seen" value="(\w+)"', page_of(client, url))[1]


def post(client, vacancy, factor, **answers):
    url = address(vacancy, factor)
    return client.post(url, {"seen": seen_on(client, url), **answers})


def give(vacancy, levels, text="Does this every week."):
    for factor, level in levels.items():
        save_evidence(vacancy=vacancy, factor=factor, text=text, duties=[], level=level)


def lowest(profile, **changed):
    return {**{row.factor: row.lowest for row in profile.factors.all()}, **changed}


def highest(profile, **changed):
    return {**{row.factor: row.highest for row in profile.factors.all()}, **changed}


def sheet_of(vacancy):
    return evidence_sheet_of(Vacancy.objects.for_evidence().get(pk=vacancy.pk))


def test_evidence_edit_stores_text_duties_and_level(compared, duties, as_manager):
    answers = {"text": "Answers 20 questions a week", "duties": [duties[0].pk], "level": "4"}
    response = post(as_manager, compared, "F1", **answers)
    assert response.headers["Location"] == address(compared)
    row = FactorEvidence.objects.get()
    assert (row.factor, row.text, row.level) == ("F1", "Answers 20 questions a week", 4)
    assert list(row.duties.all()) == [duties[0]]
    page = page_of(as_manager, address(compared, "F1"))
    assert "Answers 20 questions a week" in page
    assert re.search(rf'value="{duties[0].pk}"[^>]*checked', page)
    assert re.search(r'value="4"[^>]*checked', page)


def test_evidence_edit_goes_to_the_next_factor_until_the_last(compared, as_manager):
    next_one = post(as_manager, compared, "F1", text="Some", level="", next="1")
    assert next_one.headers["Location"] == address(compared, "F2")
    last = post(as_manager, compared, "F16", text="Some", level="", next="1")
    assert last.headers["Location"] == address(compared)
    assert "Save and go to the next factor" not in page_of(as_manager, address(compared, "F16"))


@pytest.mark.parametrize("text", ["", " \n\t "])
def test_a_level_without_evidence_is_refused_at_the_field(compared, duties, as_manager, text):
    response = post(as_manager, compared, "F1", text=text, level="4")
    page = unescape(response.content.decode())
    assert response.status_code == 200
    assert "Write the evidence or tick a duty before you choose a level" in page
    assert "There is a problem" in page
    assert not FactorEvidence.objects.exists()


@pytest.mark.parametrize("by", ["text", "duties"])
def test_either_kind_of_evidence_carries_a_level(compared, duties, as_manager, by):
    answers = {"text": "Some"} if by == "text" else {"duties": [duties[0].pk], "text": ""}
    assert post(as_manager, compared, "F1", level="4", **answers).status_code == 302
    assert FactorEvidence.objects.get().level == 4


def test_evidence_may_support_no_level_yet(compared, as_manager):
    assert post(as_manager, compared, "F1", text="Some", level="").status_code == 302
    assert FactorEvidence.objects.get().level is None
    assert sheet_of(compared).factors[0].verdict == "no-evidence"


def test_the_service_refuses_a_level_without_evidence_too(compared):
    with pytest.raises(ValueError, match="never yields a level"):
        save_evidence(vacancy=compared, factor="F1", text=" ", duties=[], level=3)


def test_a_level_lapses_with_the_duty_that_showed_it(compared, duties, as_manager):
    save_evidence(vacancy=compared, factor="F1", text="", duties=duties[:1], level=4)
    assert sheet_of(compared).factors[0].level == 4
    remove(row=duties[0])
    again = Vacancy.objects.for_evidence().get(pk=compared.pk)
    assert levels_of(again) == {}
    assert sheet_of(compared).factors[0].verdict == "no-evidence"
    assert "None: the evidence for level 4 is gone" in page_of(as_manager, address(compared))


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"text": TOO_LONG, "level": "4"}, "must be 3,000 characters or fewer"),
        ({"text": "Some", "level": "7"}, "Choose one of the levels shown"),
        ({"text": "Some", "level": "9z"}, "Choose one of the levels shown"),
        ({"text": "Some", "level": "-1"}, "Choose one of the levels shown"),
        ({"text": "Some", "duties": [NO_ROW_HAS_IT]}, "A duty you ticked is not there any more."),
        ({"text": "Some", "duties": ["x"]}, "A duty you ticked is not there any more."),
    ],
)
def test_bad_input_is_said_at_the_field_and_loses_nothing(
    compared, duties, as_manager, answers, sentence
):
    response = post(as_manager, compared, "F1", **answers)
    page = unescape(response.content.decode())
    assert response.status_code == 200
    assert sentence in page
    assert shown(page, answers["text"])
    assert not FactorEvidence.objects.exists()


def test_a_duty_of_another_vacancy_is_no_evidence(compared, duties, other_vacancy, as_manager):
    theirs = other_vacancy.duties.get()
    response = post(as_manager, compared, "F1", text="Some", duties=[theirs.pk])
    assert response.status_code == 200
    assert not theirs.evidence.exists()


@pytest.mark.parametrize("text", ODD_TEXTS.values(), ids=ODD_TEXTS)
def test_any_script_is_kept_and_shows_no_markup(compared, as_manager, text):
    post(as_manager, compared, "F1", text=text, level="4")
    assert FactorEvidence.objects.get().text == text
    assert shown(as_manager.get(address(compared, "F1")).content.decode(), text)


@pytest.mark.parametrize("factor", ["F0", "F17", "f1", "F1x", "F99999999999", "1"])
def test_a_factor_that_there_is_not_is_no_page(compared, as_manager, factor):
    url = address(compared, "F1").replace("/F1/", f"/{factor}/")
    assert as_manager.get(url).status_code == 404


def test_what_another_window_saved_is_not_written_over(compared, duties, as_manager):
    url = address(compared, "F1")
    seen = seen_on(as_manager, url)
    save_evidence(vacancy=compared, factor="F1", text="Theirs", duties=duties[:1], level=3)
    mine = {"seen": seen, "text": "Mine", "level": "4", "duties": [duties[1].pk]}
    page = unescape(as_manager.post(url, mine).content.decode())
    assert "This was saved in another window" in page
    stored = page[page.index("What is saved now") :].split("</ul>")[0]
    for words in ("Theirs", "Level 3", "Answers enquiries"):
        assert words in stored
    assert "Mine" in page
    assert FactorEvidence.objects.get().text == "Theirs"
    again = re.search(r'name="seen" value="(\w+)"', page)[1]
    assert as_manager.post(url, {**mine, "seen": again}).status_code == 302
    row = FactorEvidence.objects.get()
    assert (row.text, row.level, list(row.duties.all())) == ("Mine", 4, [duties[1]])


def test_the_same_answers_from_two_windows_are_no_conflict(compared, as_manager):
    url = address(compared, "F1")
    mine = {"seen": seen_on(as_manager, url), "text": "Mine", "level": "4"}
    assert [as_manager.post(url, mine).status_code for _ in range(2)] == [302, 302]
    assert FactorEvidence.objects.count() == 1


def test_evidence_is_saved_as_it_is_typed(compared, as_manager):
    url = address(compared, "F1")
    first = {"seen": seen_on(as_manager, url), "text": "Answers", "level": ""}
    headers = {"X-Autosave": "1"}
    saved = as_manager.post(url, first, headers=headers).json()
    assert set(saved) == {"saved_at", "seen", "beside"}
    second = {"seen": saved["seen"], "text": "Answers questions", "level": "4"}
    assert "saved_at" in as_manager.post(url, second, headers=headers).json()
    assert FactorEvidence.objects.get().text == "Answers questions"
    refused = {"seen": saved["seen"], "text": "", "level": "4"}
    assert "saved_at" not in as_manager.post(url, refused, headers=headers).json()
    assert FactorEvidence.objects.get().text == "Answers questions"


def test_evidence_edit_shows_the_prompt_and_the_profiles_range(compared, as_manager):
    page = page_of(as_manager, address(compared, "F1"))
    assert "Who do you exchange information with" in page
    assert "Level 4 (in the profile’s range)" in page
    assert "Level 3 (in the profile’s range)" not in page
    assert "The evidence supports no level yet" in page
    assert "Illustrative: not a national profile" in page
    assert "(Not confirmed.)" not in page


def test_evidence_detail_without_a_profile_still_takes_evidence(vacancy, as_manager):
    page = page_of(as_manager, address(vacancy))
    assert "You have not chosen a profile to compare with." in page
    assert page.count("No evidence") == 16
    assert post(as_manager, vacancy, "F1", text="Some", level="4").status_code == 302
    page = page_of(as_manager, address(vacancy))
    assert "No range to compare with" in page
    assert "1 of 16 factors have a level." in page
    assert INDICATIVE in page
    assert sheet_of(vacancy) is None


def test_evidence_detail_with_a_profile_that_lacks_ranges_has_no_result(compared, as_manager):
    ProfileFactor.objects.filter(profile=compared.profile, factor__in=["F2", "F16"]).delete()
    give(compared, {"F2": 5})
    page = page_of(as_manager, address(compared))
    assert "This profile has no range yet for knowledge, training and experience, working" in page
    assert "There is no result without a whole profile" in page
    assert sheet_of(compared) is None


def test_missing_evidence_never_yields_a_score(compared, profile, as_manager):
    levels = lowest(profile)
    levels.pop("F16")
    give(compared, levels)
    page = page_of(as_manager, address(compared))
    assert "Not complete yet" in page
    assert "No score yet" in page
    assert "Evidence still needed: Working conditions." in page
    assert sheet_of(compared).result.score is None


@pytest.mark.parametrize(
    ("changed", "outcome", "reason"),
    [
        ({}, "Profile match", "All 16 factors are in the profile’s range."),
        ({"F2": 1}, "No match", "this must match, but it varies."),
    ],
)
def test_the_result_is_in_words_with_every_reason(
    compared, profile, as_manager, changed, outcome, reason
):
    give(compared, highest(profile, **changed))
    FactorLevel.objects.filter(factor="F3").update(confirmed=False)
    page = page_of(as_manager, address(compared))
    result = page[page.index('id="result-title"') :].split("</aside>")[0]
    assert f"<strong>{outcome}</strong>" in result
    assert reason in result
    assert re.search(r"\d+ points", result)
    assert INDICATIVE in result
    assert "Illustrative: not a national profile." in result
    assert "The points of 1 factor are not confirmed, so the score is a guide." in result
    assert "Organisation chart: it shows the post" in result


def test_the_sheet_holds_what_its_reader_needs(compared, profile, duties):
    give(compared, highest(profile, F1=profile.factors.get(factor="F1").highest + 1))
    save_evidence(vacancy=compared, factor="F2", text="", duties=[duties[2], duties[0]], level=5)
    sheet = sheet_of(compared)
    first, second = sheet.factors[:2]
    assert [row.code for row in sheet.factors] == CODES
    assert (first.verdict, second.duties) == ("varies", (1, 3))
    assert [duty.number for duty in sheet.duties] == [1, 3]
    compared.refresh_from_db()
    assert (sheet.title, sheet.day) == (compared.title, localtime(compared.changed).date())
    assert (sheet.illustrative, sheet.status_label) == (True, profile.get_status_display())


def test_what_an_editor_corrects_changes_the_result(compared, profile, people):
    give(compared, highest(profile))
    before = sheet_of(compared).result.score
    row = FactorLevel.objects.get(factor="F1", level=profile.factors.get(factor="F1").highest)
    FactorLevel.objects.filter(pk=row.pk).update(points=row.points + 3)
    from kls_portal.operation.site_version import raise_site_version

    raise_site_version()
    assert sheet_of(compared).result.score == before + 3


def test_evidence_detail_asks_the_same_for_one_or_many_duties(compared, duties, as_manager):
    def queries():
        with CaptureQueriesContext(
            connection,
        ) as asked:
            as_manager.get(address(compared))
        return len(asked)

    page_of(as_manager, address(compared))
    give(compared, {"F1": 4})
    few = queries()
    for code in CODES:
        save_evidence(vacancy=compared, factor=code, text="Some", duties=duties, level=1)
    assert queries() == few < 10


def test_the_task_list_leads_to_the_sheet(compared, as_manager):
    page = page_of(as_manager, compared.get_absolute_url())
    assert f'href="{address(compared)}"' in page
    assert "The panel’s evidence sheet" in page


@pytest.mark.parametrize("page", ["evidence_detail", "comparison_detail"])
def test_the_vacancy_of_another_organisation_is_not_there(other_vacancy, as_manager, page):
    assert as_manager.get(reverse(f"vacancies:{page}", args=[other_vacancy.pk])).status_code == 404
    url = reverse("vacancies:evidence_edit", args=[other_vacancy.pk, "F1"])
    assert as_manager.post(url, {"text": "Mine", "level": "4"}).status_code == 404
    assert not FactorEvidence.objects.exists()


def test_evidence_edit_shows_the_result_beside_and_after_each_save(compared, duties, as_manager):
    url = address(compared, "F1")
    page = as_manager.get(url).content.decode()
    assert "Result by the rules" in page
    assert "0 of 16 factors have a level." in page
    assert "This factor: no level yet" in page
    answers = {"text": "Explains searches", "level": "3", "seen": seen_on(as_manager, url)}
    answer = as_manager.post(url, answers, headers={"X-Autosave": "1"}).json()
    assert "This factor: level 3" in answer["beside"]
    assert "1 of 16 factors have a level." in answer["beside"]
    assert "Indicative" in answer["beside"]
    again = as_manager.get(url).content.decode()
    assert " ".join(answer["beside"].split()) in " ".join(again.split())


def test_the_sheet_marks_a_profile_that_was_withdrawn(compared, profile):
    Profile.objects.filter(pk=profile.pk).update(withdrawn_on="2026-05-04")
    fetched = Vacancy.objects.for_evidence().get(pk=compared.pk)
    assert str(evidence_sheet_of(fetched).withdrawn_on) == "2026-05-04"
