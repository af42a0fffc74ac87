"""Qualifications, memberships and experience that are asked for."""

from tests.each import each
from tests.vacancies.rulebook.report import desirable, essential, hits
from vacancies.rulebook.check import check


@each(
    "text, found",
    [
        ("Degree in any subject", ["Degree"]),
        ("Educated to degree level", ["Educated to"]),
        ("MSc in Information Science", ["MSc"]),
        ("Postgraduate diploma in librarianship", ["Postgraduate"]),
        ("Library qualification at level 6", ["qualification"]),
        ("A degree or equivalent qualification", ["degree"]),
        ("Graduate with an interest in health", ["Graduate"]),
        ("GCSE English at grade 4", ["GCSE"]),
        ("A degree. The post is 1.0 full-time equivalent", ["degree"]),
        ("A degree or equivalent experience", []),
        ("Degree, or experience in a similar post", []),
        ("Library qualification or willing to work towards one", []),
        ("A degree, or equivalent knowledge gained at work", []),
        ("A high degree of accuracy", []),
        ("Knowledge of the degree programmes of the school", []),
        ("Two years of post-qualification work", []),
        ("Able to teach graduates and students", []),
        ("No formal qualifications are needed", []),
        ("Can support staff gaining a qualification", []),
        ("Suitably qualified by experience", []),
        ("Able to upgrade software", []),
    ],
)
def test_degree_is_essential(text, found):
    assert hits("A1", essential(text)) == found


def test_degree_is_essential_a_sentence_that_is_a_criterion_counts_once():
    assert hits("A1", "You run the desk. A degree is required.\n", "advert") == ["degree"]


def test_degree_is_essential_a_desirable_degree_is_no_fault():
    assert hits("A1", desirable("MSc in librarianship")) == []


def test_degree_is_essential_takes_the_missing_route_in():
    from vacancies.rulebook.check import check

    shown = [f for f in check(essential("A degree"), "ps").findings if f.rule in ("A1", "A2")]
    assert [(finding.rule, finding.also) for finding in shown] == [("A1", ("A2",))]


def test_degree_is_essential_reads_sentences_of_an_advert():
    assert hits("A1", "You must have a degree in librarianship.", "advert") == ["degree"]
    assert hits("A1", "A degree would be an advantage but is not essential.", "advert") == []
    assert hits("A1", "You will help students who study for a degree.", "advert") == []


def test_degree_is_essential_reads_columns_and_marks():
    table = "Criteria\tEssential\tDesirable\nQualifications\tA degree\tMSc\n"
    assert hits("A1", table) == ["degree"]
    assert hits("A1", "Person specification\nA degree (D)\nKind to readers (E)\n") == []
    assert hits("A1", "Item\tE/D\nA degree\tD\nKindness\tE\n") == []
    assert hits("A1", "Item\tE/D\nA degree\tE\nKindness\tE\n") == ["degree"]


@each(
    "text, found",
    [
        ("You have the chance to take a degree while you work.", []),
        ("We fund a diploma for every assistant, and you need no experience.", []),
        ("You will need to help students with their degree work.", []),
        ("You have graduates on your team.", []),
        ("You have a degree or equivalent experience.", []),
        ("You have a degree in any subject.", ["degree"]),
    ],
)
def test_degree_is_essential_in_an_advert(text, found):
    assert hits("A1", text, "advert") == found


@each("item", ["A degree", "Degree or equivalent qualification", "NVQ level 3"])
def test_equivalent_experience_missing_fires_without_another_route(item):
    assert len(hits("A2", essential(item))) == 1


@each(
    "item",
    ["A degree or equivalent experience", "Degree or demonstrable experience", "Spells well"],
)
def test_equivalent_experience_missing_stays_silent(item):
    assert hits("A2", essential(item)) == []


def test_equivalent_experience_missing_is_shown_where_the_rule_on_degrees_is_off():
    report = check(essential("A degree"), "ps", switched_off={"A1"})
    shown = [finding for finding in report.findings if finding.rule == "A2"]
    assert [(finding.excerpt, finding.also) for finding in shown] == [("degree", ())]


@each(
    "text, found",
    [
        ("MCLIP", ["MCLIP"]),
        ("Chartered librarian", ["Chartered librarian"]),
        ("Member of CILIP", ["Member of CILIP"]),
        ("Membership of a relevant professional body", ["Membership of a relevant professional"]),
        ("CILIP membership", ["CILIP membership"]),
        ("Chartership", ["Chartership"]),
        ("Professional registration", ["Professional registration"]),
        ("Able to work as a member of a team", []),
        ("Membership of the library committee is part of the job", []),
        ("Knows the CILIP ethical framework", []),
        ("Chartered or willing to work towards it", []),
        ("Chartership is not needed", []),
        ("Has chartered a boat", []),
        ("Chartered member, or the same level of knowledge gained in another way", []),
    ],
)
def test_membership_is_essential(text, found):
    assert hits("A3", essential(text), "ps") == found


def test_membership_is_essential_desirable_membership_is_no_fault():
    assert hits("A3", desirable("Member of CILIP"), "ps") == []


def test_membership_is_essential_is_a_rule_of_the_person_specification():
    assert hits("A3", essential("Member of CILIP"), "advert") == []


@each(
    "item, place",
    [
        ("Two years of experience in an office", "Two years"),
        ("At least 3 years' experience", "3 years'"),
        ("5+ years working with the public", "5+ years"),
        ("3-5 years experience", "3-5 years"),
        ("Experience of teaching for two years", "two years"),
        ("Minimum of two years", "two years"),
        ("2 years post-qualification experience", "2 years"),
    ],
)
def test_number_of_years_fires(item, place):
    assert hits("A4", essential(item), "ps") == [place]
    assert hits("A4", desirable(item), "ps") == [place]


@each(
    "text, found",
    [
        ("The post is for two years.", []),
        ("Fixed term for two years, to cover maternity leave.", []),
        ("This is a two years contract.", []),
        ("You will write a plan for the next three years.", []),
        ("We moved here five years ago.", []),
        ("The library has served the hospital for 30 years.", []),
        ("You need not have two years of experience.", []),
        ("All staff take a course every two years.", []),
        ("You must be 18 years of age.", []),
        ("You will have three years of experience.", ["three years"]),
        ("You need three years in an office.", ["three years"]),
        ("At least a year's experience is required.", ["a year"]),
        ("You must have 18 months’ experience of teaching.", ["18 months’"]),
        ("The post is for two years and you need tact.", []),
        ("£29,000 a year, depending on experience.", []),
        ("You will have three years in this post.", []),
    ],
)
def test_number_of_years(text, found):
    assert hits("A4", text, "advert") == found


@each(
    "text",
    [
        "Person specification\n\nEssential\n- Contract of three years\n- Plans for the "
        "next five years",
        "Person specification\n\nEssential\n- Can plan two years ahead",
    ],
)
def test_number_of_years_other_words_for_it_do_too(text):
    assert hits("A4", text, "ps") == []


@each(
    "text, found",
    [
        ("NHS experience", ["NHS experience"]),
        ("Experience of working in a library", ["Experience of working in a library"]),
        ("Experience in a health library", ["Experience in a health library"]),
        ("Previous library experience", ["Previous library experience"]),
        ("Experience of the NHS", ["Experience of the NHS"]),
        (
            "Experience of working within the NHS or healthcare environment",
            ["Experience of working within the NHS"],
        ),
        ("Experience of working in a library or another service to the public", []),
        ("NHS experience or equivalent", []),
        ("Experience of library management systems", []),
        ("Experience in a library system", []),
        ("Experience of serving the public", []),
        ("Experience of the NHS is not needed", []),
    ],
)
def test_sector_experience(text, found):
    assert hits("A13", essential(text), "ps") == found


def test_sector_experience_desirable_experience_is_no_fault():
    assert hits("A13", desirable("NHS experience"), "ps") == []


@each(
    "text, places",
    [
        (
            "Person specification\n\nEssential\n- Experience gained in a busy hospital library",
            ["Experience gained in a busy hospital library"],
        ),
        ("Person specification\n\nEssential\n- Experience of library users' needs", []),
        (
            "Person specification\n\nEssential\n- Background in the health sector",
            ["Background in the health sector"],
        ),
    ],
)
def test_sector_experience_other_words_for_it(text, places):
    assert hits("A13", text, "ps") == places
