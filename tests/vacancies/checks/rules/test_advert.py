"""The advert of a vacancy, its pay and its contract."""

from dataclasses import replace
from decimal import Decimal

from tests.each import each
from tests.vacancies.checks.rules.vacancy import CRITERION, DUTIES, changed, hits
from vacancies.checks.vacancy_file import FIELD_RULES
from vacancies.drafting.rules.advert import Advert
from vacancies.posts.rules import UNPAID
from vacancies.recruiting.rules.proposals import words_for_advert
from vacancies.rulebook.rulebook import number

COPIED = " ".join(duty.text for duty in DUTIES)


def test_advert_repeats_description_fires_once_at_the_text_that_repeats():
    assert hits("B11", advert_overview=COPIED, advert_skills=COPIED) == ["overview"]
    assert hits("B11", advert_working_here=COPIED) == ["working_here"]


def test_advert_repeats_description_stays_silent_for_own_words_and_for_a_line():
    own = "You join a small and friendly team which helps people all over the hospital. " * 4
    assert hits("B11", advert_overview=own) == hits("B11", advert_overview=DUTIES[0].text) == []
    assert hits("B11", advert_overview="") == []


def test_what_is_proposed_for_an_advert_is_no_repetition():
    rows = [replace(CRITERION, text=f"Can plan a search of kind {n}, and teach it") for n in "abcd"]
    draft = changed(criteria=tuple(rows), purpose=f"You run the desk. {COPIED}").draft
    words = {part: words_for_advert(draft, part) for part in ("overview", "skills")}
    assert words["overview"].startswith("You run the desk. ")
    assert len(words["skills"].split()) > number("B11", "fewest_words")
    advert = Advert(**words)
    assert hits("B11", advert=advert, criteria=draft.criteria, purpose=draft.purpose) == []


def test_pay_missing_fires_once_at_the_first_that_is_empty():
    assert hits("D1", advert_pay="") == hits("D1", advert_pay=" ", band="") == ["pay"]
    assert hits("D1", band="") == ["band"]


def test_pay_missing_stays_silent_before_the_advert_is_begun():
    assert hits("D1") == hits("D1", advert=Advert(contact="Manager"), band="") == []


def test_pay_missing_stays_silent_where_nothing_is_paid():
    for route in UNPAID:
        assert hits("D1", contract=route, advert_pay="", band="") == []


def test_pro_rata_missing_fires_once_for_fewer_hours():
    assert hits("D2", hours=Decimal("37.49")) == ["pay_pro_rata"]


@each(
    "nation, hours, fires",
    [
        ("SCT", "36", False),
        ("SCT", "35.99", True),
        ("ENG", "36", True),
        ("NIR", "37", True),
        ("WLS", "37.5", False),
    ],
)
def test_pro_rata_missing_full_time_is_36_hours_in_scotland(nation, hours, fires):
    assert bool(hits("D2", nation=nation, hours=Decimal(hours))) is fires


def test_pro_rata_missing_stays_silent_for_full_time_both_figures_and_no_pay_at_all():
    assert hits("D2") == hits("D2", hours=None) == []
    assert hits("D2", hours=Decimal(20), advert_pay_pro_rata="£16,559") == []
    assert hits("D2", hours=Decimal(20), advert_pay="") == []


def test_pro_rata_missing_stays_silent_where_nothing_is_paid():
    for route in UNPAID:
        assert hits("D2", contract=route, hours=Decimal(6)) == []


def test_basic_facts_missing_fires_once_with_all_that_is_missing_at_the_first_of_it():
    (found,) = FIELD_RULES.judges["D3"].check(changed(hours=None, place=""))
    assert found.place.field == "hours"
    assert ": hours, place." in found.finding.message


def test_basic_facts_missing_a_contract_that_ends_needs_its_length():
    assert hits("D3", contract="fixed-term") == ["contract_length"]
    assert hits("D3", contract="secondment", contract_length="12 months") == []


def test_basic_facts_missing_stays_silent():
    assert hits("D3") == hits("D3", hours=None, advert=Advert()) == []


def test_flexible_working_missing_fires_once_for_a_description_or_an_advert():
    assert hits("D8", flexible_working=" ") == ["flexible_working"]
    assert hits("D8", flexible_working="Hybrid working is not available.") == ["flexible_working"]
    nothing = {"purpose": "", "duties": (), "criteria": ()}
    assert hits("D8", flexible_working="", **nothing) == ["flexible_working"]


def test_flexible_working_missing_stays_silent():
    nothing = {"purpose": "", "duties": (), "criteria": (), "advert": Advert()}
    assert hits("D8") == hits("D8", flexible_working="", **nothing) == []


def test_contact_missing_fires_once():
    assert hits("D12", advert_contact="") == ["contact"]


def test_contact_missing_stays_silent():
    assert hits("D12") == hits("D12", advert=Advert()) == []


def test_apprenticeship_not_considered_fires_once_for_band_3_and_4():
    assert hits("D18", band="3") == hits("D18", band="4") == ["contract"]


def test_apprenticeship_not_considered_stays_silent():
    assert hits("D18") == hits("D18", band="8a") == hits("D18", band="") == []
    for route in ("apprenticeship", "trainee", "volunteer", "work-experience"):
        assert hits("D18", band="3", contract=route) == []
    nothing = {"purpose": "", "duties": (), "criteria": (), "advert": Advert()}
    assert hits("D18", band="3", **nothing) == []
