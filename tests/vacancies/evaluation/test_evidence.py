"""The panel's evidence sheet: no evidence, no level; two windows; the result in words."""

import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import localtime

from kls_portal.forms.concurrent_edit import CHANGED_MEANWHILE
from kls_portal.operation.site_version import invalidate_public_cache
from kls_portal.reference.loading import load_facts
from kls_portal.reference.models import Fact
from tests.each import each
from tests.pages import Page, error_codes
from tests.vacancies.typed import NO_ROW_HAS_IT, ODD_TEXT, TOO_LONG, shown
from vacancies.drafting.services.ordered import remove
from vacancies.evaluation.services.evidence import evidence_sheet_of, levels_of, save_evidence
from vacancies.models import FactorEvidence, FactorLevel, Profile, ProfileFactor, Vacancy
from vacancies.profiles.rules.evidence import INDICATIVE
from vacancies.profiles.rules.loading import scheme


def factor(code):
    return next(one for one in scheme().factors if one.code == code)


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
    return re.search(r'name="version_token" value="(\w+)"', page_of(client, url))[1]


def post(client, vacancy, factor, **answers):
    url = address(vacancy, factor)
    return client.post(url, {"version_token": seen_on(client, url), **answers})


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
    page = Page(as_manager.get(address(compared, "F1")))
    assert [page.value(name) for name in ("text", "duties", "level")] == [
        "Answers 20 questions a week",
        str(duties[0].pk),
        "4",
    ]


def test_evidence_edit_goes_to_the_next_factor_until_the_last(compared, as_manager):
    next_one = post(as_manager, compared, "F1", text="Some", level="", next="1")
    assert next_one.headers["Location"] == address(compared, "F2")
    last = post(as_manager, compared, "F16", text="Some", level="", next="1")
    assert last.headers["Location"] == address(compared)
    assert ("next", "1") not in Page(as_manager.get(address(compared, "F16"))).buttons


@pytest.mark.parametrize("text", ["", " \n\t "])
def test_a_level_without_evidence_is_refused_at_the_field(compared, duties, as_manager, text):
    response = post(as_manager, compared, "F1", text=text, level="4")
    assert Page(response).errors == {"level"}
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
    with pytest.raises(ValueError, match="never"):
        save_evidence(vacancy=compared, factor="F1", text=" ", duties=[], level=3)


def test_a_level_lapses_with_the_duty_that_showed_it(compared, duties, as_manager):
    save_evidence(vacancy=compared, factor="F1", text="", duties=duties[:1], level=4)
    assert sheet_of(compared).factors[0].level == 4
    remove(row=duties[0])
    again = Vacancy.objects.for_evidence().get(pk=compared.pk)
    assert levels_of(again) == {}
    assert sheet_of(compared).factors[0].verdict == "no-evidence"
    page = Page(as_manager.get(address(compared)))
    assert page.all("[data-factor=F1]")[0].get("data-lost") == "4"


@each(
    "answers, field, code",
    [
        ({"text": TOO_LONG, "level": "4"}, "text", "max_length"),
        ({"text": "Some", "level": "7"}, "level", "invalid_choice"),
        ({"text": "Some", "level": "9z"}, "level", "invalid_choice"),
        ({"text": "Some", "level": "-1"}, "level", "invalid_choice"),
        ({"text": "Some", "duties": [NO_ROW_HAS_IT]}, "duties", "invalid_choice"),
        ({"text": "Some", "duties": ["x"]}, "duties", "invalid_choice"),
    ],
)
def test_bad_input_is_said_at_the_field_and_loses_nothing(
    compared, duties, as_manager, answers, field, code
):
    response = post(as_manager, compared, "F1", **answers)
    page = Page(response)
    assert page.errors == {field}
    assert error_codes(response.context["form"]) == {field: {code}}
    assert page.value("text") == answers["text"]
    assert not FactorEvidence.objects.exists()


def test_a_duty_of_another_vacancy_is_no_evidence(compared, duties, other_vacancy, as_manager):
    theirs = other_vacancy.duties.get()
    response = post(as_manager, compared, "F1", text="Some", duties=[theirs.pk])
    assert response.status_code == 200
    assert not theirs.evidence.exists()


def test_any_script_is_kept_and_shows_no_markup(compared, as_manager):
    post(as_manager, compared, "F1", text=ODD_TEXT, level="4")
    assert FactorEvidence.objects.get().text == ODD_TEXT
    assert shown(as_manager.get(address(compared, "F1")).content.decode(), ODD_TEXT)


@each("factor", ["F0", "F17", "f1", "F1x", "F99999999999", "1"])
def test_a_factor_that_there_is_not_is_no_page(compared, as_manager, factor):
    url = address(compared, "F1").replace("/F1/", f"/{factor}/")
    assert as_manager.get(url).status_code == 404


def test_what_another_window_saved_is_not_written_over(compared, duties, as_manager):
    url = address(compared, "F1")
    seen = seen_on(as_manager, url)
    save_evidence(vacancy=compared, factor="F1", text="Theirs", duties=duties[:1], level=3)
    mine = {"version_token": seen, "text": "Mine", "level": "4", "duties": [duties[1].pk]}
    response = as_manager.post(url, mine)
    page, form = Page(response), response.context["form"]
    assert page.errors == {""}
    assert form.non_field_errors() == [CHANGED_MEANWHILE]
    stored = " ".join(one.stored for one in form.changed_meanwhile)
    for words in ("Theirs", "3", "Answers enquiries"):
        assert words in stored
    assert page.value("text") == "Mine"
    assert FactorEvidence.objects.get().text == "Theirs"
    again = {**mine, "version_token": page.value("version_token")}
    assert as_manager.post(url, again).status_code == 302
    row = FactorEvidence.objects.get()
    assert (row.text, row.level, list(row.duties.all())) == ("Mine", 4, [duties[1]])


def test_the_same_answers_from_two_windows_are_no_conflict(compared, as_manager):
    url = address(compared, "F1")
    mine = {"version_token": seen_on(as_manager, url), "text": "Mine", "level": "4"}
    assert [as_manager.post(url, mine).status_code for _ in range(2)] == [302, 302]
    assert FactorEvidence.objects.count() == 1


def test_evidence_is_saved_as_it_is_typed(compared, as_manager):
    url = address(compared, "F1")
    first = {"version_token": seen_on(as_manager, url), "text": "Answers", "level": ""}
    headers = {"X-Autosave": "1"}
    saved = as_manager.post(url, first, headers=headers).json()
    assert set(saved) == {"saved_at", "version_token", "fragment"}
    second = {"version_token": saved["version_token"], "text": "Answers questions", "level": "4"}
    assert "saved_at" in as_manager.post(url, second, headers=headers).json()
    assert FactorEvidence.objects.get().text == "Answers questions"
    refused = {"version_token": saved["version_token"], "text": "", "level": "4"}
    assert "saved_at" not in as_manager.post(url, refused, headers=headers).json()
    assert FactorEvidence.objects.get().text == "Answers questions"


def test_evidence_edit_shows_the_prompt_and_the_profiles_range(compared, profile, as_manager):
    response = as_manager.get(address(compared, "F1"))
    page = Page(response)
    assert factor("F1").evidence_prompt in page.text()
    levels = dict(response.context["form"].fields["level"].choices)
    marked = {int(code) for code, label in levels.items() if code and label != f"Level {code}"}
    given = profile.factors.get(factor="F1")
    assert marked == set(range(given.lowest, given.highest + 1)), "only the range is marked"
    assert page.all("[name=level][value='']"), "it may support no level yet"
    assert profile.status in page.statuses
    assert not page.all("[data-not-confirmed]")


def test_evidence_detail_doubts_the_points_until_an_editor_has_read_the_chart(vacancy, as_manager):
    load_facts()
    address = reverse("vacancies:evidence_detail", args=[vacancy.pk])
    assert "points-chart" in Page(as_manager.get(address)).ids
    Fact.objects.filter(name="points-chart").update(is_original=True)
    invalidate_public_cache()
    assert "points-chart" not in Page(as_manager.get(address)).ids


def test_evidence_detail_without_a_profile_still_takes_evidence(vacancy, as_manager):
    page = Page(as_manager.get(address(vacancy)))
    assert "no-profile" in page.ids
    assert page.statuses == ["no-evidence"] * 16
    assert post(as_manager, vacancy, "F1", text="Some", level="4").status_code == 302
    assert post(as_manager, vacancy, "F2", text="Some").status_code == 302
    page = Page(as_manager.get(address(vacancy)))
    assert page.status("[data-factor=F1]") == "no-range"
    assert page.status("[data-factor=F2]") == "no-level"
    assert [one.get("data-given") for one in page.all("[data-given]")] == ["1"]
    assert page.text("#indicative") == INDICATIVE
    assert sheet_of(vacancy) is None


def test_evidence_detail_with_a_profile_that_lacks_ranges_has_no_result(compared, as_manager):
    ProfileFactor.objects.filter(profile=compared.profile, factor__in=["F2", "F16"]).delete()
    give(compared, {"F2": 5})
    page = Page(as_manager.get(address(compared)))
    assert {"no-range", "no-result"} <= page.ids
    for code in ("F2", "F16"):
        assert factor(code).name.lower() in page.text("#no-range")
    assert sheet_of(compared) is None


def test_missing_evidence_never_yields_a_score(compared, profile, as_manager):
    levels = lowest(profile)
    levels.pop("F16")
    give(compared, levels)
    page = Page(as_manager.get(address(compared)))
    assert page.all("#result")[0].get("data-score") == ""
    needed = [one.name for one in scheme().factors if one.name in page.text("#reasons")]
    assert needed == [factor("F16").name]
    assert sheet_of(compared).result.score is None


@pytest.mark.parametrize(
    ("changed", "outcome", "reason"),
    [
        ({}, "Profile match", "All 16 factors are in the profile’s range."),
        ({"F2": 1}, "No match", "this must match, but it varies."),
    ],
)
def test_the_result_with_every_reason_in_words(
    compared, profile, as_manager, changed, outcome, reason
):
    give(compared, highest(profile, **changed))
    FactorLevel.objects.filter(factor="F3").update(confirmed=False)
    page = Page(as_manager.get(address(compared)))
    result = sheet_of(compared).result
    assert page.text("#result strong") == outcome
    assert reason in page.text("#reasons")
    assert page.all("#result")[0].get("data-score") == str(result.score)
    assert page.text("#indicative") == INDICATIVE
    assert page.texts("#warnings li") == list(result.warnings)
    assert len(result.warnings) == 2, "it is illustrative, and points are not confirmed"
    assert page.texts("#to-bring li") == list(result.to_bring) != []


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
    from kls_portal.operation.site_version import invalidate_public_cache

    invalidate_public_cache()
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
    assert address(compared) in Page(as_manager.get(compared.get_absolute_url())).links


def test_evidence_edit_shows_the_result_beside_and_after_each_save(compared, duties, as_manager):
    url = address(compared, "F1")

    def beside(markup):
        page = Page(markup)
        given, level = page.all("[data-given]")[0], page.all("[data-level]")[0]
        return given.get("data-given"), level.get("data-level")

    assert beside(as_manager.get(url)) == ("0", "")
    answers = {"text": "Explains searches", "level": "3", "version_token": seen_on(as_manager, url)}
    answer = as_manager.post(url, answers, headers={"X-Autosave": "1"}).json()
    assert beside(answer["fragment"]) == ("1", "3")
    assert Page(answer["fragment"]).text("#indicative") == INDICATIVE
    again = as_manager.get(url).content.decode()
    assert " ".join(answer["fragment"].split()) in " ".join(again.split())


def test_the_sheet_marks_a_profile_that_was_withdrawn(compared, profile):
    Profile.objects.filter(pk=profile.pk).update(withdrawn_on="2026-05-04")
    fetched = Vacancy.objects.for_evidence().get(pk=compared.pk)
    assert str(evidence_sheet_of(fetched).withdrawn_on) == "2026-05-04"
