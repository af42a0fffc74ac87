"""L3: a nationality, a native speaker, a birthplace or an accent."""

from tests.each import each
from tests.vacancies.rulebook.report import essential, lawful_beside
from vacancies.rulebook.check import check

RULE = "L3"


@each(
    "unlawful, lawful",
    [
        ("Native English speaker", "Writes clear English for the public"),
        (
            "English to native speaker standard",
            "English at level B2, to answer questions at the desk",
        ),
        ("Mother tongue English", "Speaks a language that local communities use"),
        (
            "English as a first language",
            "Able to help readers whose first language is not English",
        ),
        ("Must be a British citizen", "Has the right to work in the UK"),
        ("UK nationals only", "Knowledge of national collections in the UK"),
        (
            "Holder of a UK passport",
            "A passport or another document that proves the right to work",
        ),
        ("Born in Britain", "Knowledge of services for families new to Britain"),
        (
            "Without a foreign accent",
            "Speaks clearly enough to be understood on the telephone",
        ),
        ("Overseas candidates need not apply", "Candidates of every nationality may apply"),
        (
            "Must have lived in the UK for five years",
            "Has lived in the UK for five years, which the security clearance asks",
        ),
        (
            "Degree from a UK university only",
            "Degree from any country, or equivalent experience",
        ),
        ("White British", "Experience of using the British Newspaper Archive"),
        (
            "Only candidates with UK qualifications will be considered",
            "Degree from a UK university or an equivalent from elsewhere",
        ),
        ("Educated at a British university", "Worked with a British university"),
        ("Speaks without an accent", "Speaks clearly on the telephone"),
    ],
)
def test_the_lawful_neighbour_stays_silent(unlawful, lawful):
    lawful_beside(RULE, unlawful, lawful, "sections 9, 13, 19 and 39")


def test_northern_ireland_has_a_law_of_its_own():
    text = "Belfast Health and Social Care Trust\n\n" + essential("Native English speaker")
    (found,) = [one for one in check(text, "ps").findings if one.rule == RULE]
    assert "Race Relations (Northern Ireland) Order 1997" in found.message
    assert "Equality Act" not in found.message + found.suggestion
    (there,) = [
        one
        for one in check(essential("Native English speaker"), "ps", nation="NIR").findings
        if one.rule == RULE
    ]
    assert there.message == found.message
