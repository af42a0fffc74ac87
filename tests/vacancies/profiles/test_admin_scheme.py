"""Points, bands and limits that editors correct: what is refused, what shows at once."""

from dataclasses import replace
from html import unescape

import pytest
from django.urls import reverse

from kls_portal.reference.loading import KEPT, UNCHANGED, UPDATED
from tests.each import each
from vacancies.management.reference_data import load_reference_data
from vacancies.models import BandRange, FactorLevel, MatchingLimit
from vacancies.profiles.rules import loading
from vacancies.profiles.rules.bands import Bands
from vacancies.profiles.rules.scheme import Scheme
from vacancies.profiles.services.profiles import rulings

pytestmark = pytest.mark.usefixtures("reference_data")


def url(model, action="changelist", *key):
    return reverse(f"admin:vacancies_{model}_{action}", args=key)


def answers(rows, names, **changed):
    """What the list sends: every row, with `changed` {code: {field: value}} laid over it."""
    sent = {
        "form-TOTAL_FORMS": len(rows),
        "form-INITIAL_FORMS": len(rows),
        "form-MIN_NUM_FORMS": 0,
        "form-MAX_NUM_FORMS": 1000,
        "_save": "Save",
    }
    for index, row in enumerate(rows):
        values = {name: getattr(row, name) for name in names}
        values |= changed.get(row.code.replace("-", "_"), {})
        sent[f"form-{index}-id"] = row.pk
        sent |= {f"form-{index}-{name}": value for name, value in values.items()}
        if not row.confirmed:
            sent.pop(f"form-{index}-confirmed", None)
    return sent


def send_points(editor, **changed):
    rows = list(FactorLevel.objects.filter(factor="F1"))
    response = editor.post(
        url("factorlevel") + "?factor=F1", answers(rows, ["points", "confirmed"], **changed)
    )
    return response.status_code, unescape(response.content.decode())


def send_bands(editor, **changed):
    rows = list(BandRange.objects.all())
    names = ["min_score", "max_score", "confirmed"]
    response = editor.post(url("bandrange"), answers(rows, names, **changed))
    return response.status_code, unescape(response.content.decode())


def test_the_values_are_those_shipped_until_somebody_corrects_them(db):
    assert rulings().scheme == loading.scheme()
    assert rulings().bands == loading.bands()
    assert rulings().limits == loading.limits()


@pytest.mark.parametrize("model", [FactorLevel, BandRange, MatchingLimit])
def test_without_rows_the_shipped_values_hold(model):
    model.objects.all().delete()
    found = rulings()
    assert (found.scheme, found.bands, found.limits) == (
        loading.scheme(),
        loading.bands(),
        loading.limits(),
    )


@pytest.mark.parametrize("model", [FactorLevel, BandRange, MatchingLimit])
def test_an_editor_opens_list_and_rows_but_adds_and_deletes_none(editor, model):
    name, row = model._meta.model_name, model.objects.first()
    assert editor.get(url(name)).status_code == 200
    assert editor.get(url(name, "change", row.pk)).status_code == 200
    assert editor.get(url(name, "add")).status_code == 403
    assert editor.post(url(name, "delete", row.pk), {"post": "yes"}).status_code == 403
    assert model.objects.filter(pk=row.pk).exists()


def test_corrected_points_show_at_once(editor, django_capture_on_commit_callbacks):
    assert rulings().scheme.points("F1", 2) == 12
    with django_capture_on_commit_callbacks(execute=True):
        status, _ = send_points(editor, F1_2={"points": 13, "confirmed": "on"})
    assert status == 302
    assert rulings().scheme.points("F1", 2) == 13


def test_two_levels_are_raised_together(editor):
    status, _ = send_points(editor, F1_2={"points": 22}, F1_3={"points": 23})
    assert status == 302
    assert [row.points for row in FactorLevel.objects.filter(factor="F1")][:3] == [5, 22, 23]


@each(
    "points, sentence",
    [
        (5, "Level 2 has 5 points, but the level below has 5. Points must rise with the level."),
        (1, "Level 2 has 1 points, but the level below has 5."),
        (21, "Level 3 has 21 points, but the level below has 21."),
        (0, "Points must be between 1 and 1000."),
        (-4, "Ensure this value is greater than or equal to 0."),
        (10**30, "Ensure this value is less than or equal to"),
        (30_000, "Points must be between 1 and 1000."),
        ("", "This field is required."),
        ("twelve", "Enter a whole number."),
    ],
)
def test_points_that_do_not_rise_are_refused_at_the_field(editor, points, sentence):
    status, page = send_points(editor, F1_2={"points": points})
    assert status == 200
    assert sentence in page
    assert FactorLevel.objects.get(code="F1-2").points == 12


def test_points_are_judged_with_levels_that_the_list_does_not_show(editor):
    FactorLevel.objects.filter(code__in=["F1-2", "F1-5"]).update(confirmed=False)
    rows = list(FactorLevel.objects.filter(factor="F1", confirmed=True))
    sent = answers(rows, ["points", "confirmed"], F1_4={"points": 46})
    response = editor.post(url("factorlevel") + "?confirmed__exact=1", sent)
    assert response.status_code == 200
    assert response.context["cl"].formset.non_form_errors()
    assert FactorLevel.objects.get(code="F1-4").points == 32


def test_a_limit_of_two_bands_moves_together(editor, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        status, _ = send_bands(editor, band_5={"max_score": 400}, band_6={"min_score": 401})
    assert status == 302
    assert (rulings().bands.band("5").max_score, rulings().bands.band("6").min_score) == (400, 401)


@each(
    "changed, sentence",
    [
        (
            {"band_5": {"max_score": 390}},
            "Bands 5 and 6 leave a gap. Band 5 ends at 390, so band 6 must start at 391.",
        ),
        ({"band_5": {"max_score": 400}}, "Bands 5 and 6 overlap."),
        ({"band_5": {"max_score": 300}}, "The highest score of band 5 must be above its lowest."),
        ({"band_5": {"max_score": ""}}, "This field is required."),
        ({"band_5": {"max_score": "-1"}}, "greater than or equal to 0"),
    ],
)
def test_a_gap_or_overlap_is_refused_at_the_field(editor, changed, sentence):
    before = list(BandRange.objects.values())
    status, page = send_bands(editor, **changed)
    assert status == 200
    assert sentence in page
    assert list(BandRange.objects.values()) == before


def send_limit(editor, code, **sent):
    row = MatchingLimit.objects.get(code=code)
    answer = {"source": row.source, "doubt": row.doubt, **sent}
    response = editor.post(url("matchinglimit", "change", row.pk), answer)
    row.refresh_from_db()
    return response.status_code, unescape(response.content.decode()), row.value


@pytest.mark.parametrize(
    ("code", "sent", "stored"),
    [
        ("max_varying_factors", {"value": "4"}, 4),
        ("max_level_distance", {"value": "0"}, 0),
        ("hybrid_enabled", {"value": "on"}, True),
        ("hybrid_enabled", {}, False),
        ("factors_that_must_match", {"value": ["F2"]}, ["F2"]),
        ("factors_that_must_match", {}, []),
    ],
)
def test_a_limit_is_corrected_in_its_own_type(
    editor, code, sent, stored, django_capture_on_commit_callbacks
):
    rulings()
    with django_capture_on_commit_callbacks(execute=True):
        status, _, value = send_limit(editor, code, **sent)
    assert (status, value) == (302, stored)
    used = getattr(rulings().limits, code)
    assert (sorted(used) if isinstance(used, frozenset) else used) == stored


@each(
    "code, value, sentence",
    [
        ("max_varying_factors", "-1", "greater than or equal to 0"),
        ("max_varying_factors", "17", "less than or equal to 16"),
        ("max_varying_factors", "four", "Enter a whole number from 0 to 16."),
        ("max_varying_factors", "true", "Enter a whole number from 0 to 16."),
        ("max_varying_factors", "", "This field is required."),
        ("factors_that_must_match", ["F3"], "F3 is not one of the available choices."),
        ("factors_that_must_match", ["F2", "\x00"], "not one of the available choices"),
    ],
)
def test_a_limit_of_another_type_is_refused_at_the_field(editor, code, value, sentence):
    before = MatchingLimit.objects.get(code=code).value
    status, page, stored = send_limit(editor, code, value=value)
    assert status == 200
    assert sentence in page
    assert stored == before


def test_stored_values_that_make_no_sense_give_way_to_the_shipped_ones(caplog):
    BandRange.objects.filter(band="6").update(min_score=900)
    MatchingLimit.objects.filter(code="max_varying_factors").update(value=-3)
    MatchingLimit.objects.filter(code="factors_that_must_match").update(value=7)
    assert rulings().bands == loading.bands()
    assert rulings().limits == loading.limits()
    assert "cannot be used" in caplog.text


def test_loading_keeps_a_correction_and_the_order_around_it():
    FactorLevel.objects.filter(code="F1-2").update(points=20)
    assert load_reference_data()["Points"] == {UNCHANGED: 92, KEPT: 1}
    assert FactorLevel.objects.get(code="F1-2").points == 20


def older_scheme():
    """What earlier releases shipped: neither points nor ranges read in a source."""
    levels = {
        factor.code: tuple(
            replace(row, points_confirmed=False, points_source="") for row in factor.levels
        )
        for factor in loading.scheme().factors
    }
    factors = (replace(row, levels=levels[row.code]) for row in loading.scheme().factors)
    ranges = (replace(row, confirmed=False, source="memory") for row in loading.bands().bands)
    return Scheme(tuple(factors)), Bands(tuple(ranges))


def test_a_database_of_an_earlier_release_learns_what_was_read_since(monkeypatch):
    scheme_then, bands_then = older_scheme()
    with monkeypatch.context() as then:
        then.setattr(loading, "scheme", lambda: scheme_then)
        then.setattr(loading, "bands", lambda: bands_then)
        load_reference_data()
    BandRange.objects.filter(band="7").update(source="Read by an editor", confirmed=True)
    done = load_reference_data()
    assert done["Points"] == {UPDATED: 93}
    assert done["Bands"] == {UPDATED: 11, KEPT: 1}
    assert all(row.confirmed and row.source for row in FactorLevel.objects.all())
    assert BandRange.objects.get(band="7").source == "Read by an editor"
    assert load_reference_data()["Points"] == {UNCHANGED: 93}


def test_newer_bands_that_clash_with_a_correction_leave_all_bands_alone(monkeypatch):
    BandRange.objects.filter(band="5").update(max_score=400)
    BandRange.objects.filter(band="6").update(min_score=401)
    before = list(BandRange.objects.values())
    shipped = list(loading.bands().bands)
    at = next(i for i, band in enumerate(shipped) if band.band == "6")
    shipped[at] = replace(shipped[at], max_score=399)
    shipped[at + 1] = replace(shipped[at + 1], min_score=400)
    newer = replace(loading.bands(), bands=tuple(shipped))
    monkeypatch.setattr(loading, "bands", lambda: newer)
    assert load_reference_data()["Bands"] == {KEPT: 12}
    assert list(BandRange.objects.values()) == before


@pytest.mark.parametrize("who", ["manager", "lead", None])
def test_nobody_but_editors_corrects_the_scheme(people, client_of, who):
    client = client_of(getattr(people, who) if who else None)
    assert client.get(url("factorlevel")).status_code == 302
    rows = list(FactorLevel.objects.filter(factor="F1"))
    sent = answers(rows, ["points"], F1_2={"points": 13})
    assert client.post(url("factorlevel") + "?factor=F1", sent).status_code == 302
    assert FactorLevel.objects.get(code="F1-2").points == 12


def test_a_profile_page_uses_the_corrected_points(
    editor, client, django_capture_on_commit_callbacks
):
    address = reverse("vacancies:profile_detail", args=["ILL-LIB-5"])
    before = client.get(address).content.decode()
    assert "Band 5 goes from 326 to 395 points." in before
    with django_capture_on_commit_callbacks(execute=True):
        send_bands(editor, band_5={"max_score": 400}, band_6={"min_score": 401})
    assert "Band 5 goes from 326 to 400 points." in client.get(address).content.decode()
