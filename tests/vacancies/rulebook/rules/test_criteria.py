"""The criteria of a person specification as a list, and what bars a disabled person."""

from tests.each import each
from tests.vacancies.rulebook.report import desirable, essential, hits
from vacancies.rulebook.check import check

ITEMS = tuple(f"Can do the task called {name}" for name in "abcdefghijklmnopq")


def test_many_essential_criteria_fires_at_the_first_item_beyond_the_limit():
    assert hits("A5", essential(*ITEMS[:13]), "ps") == [ITEMS[12]]


def test_many_essential_criteria_says_how_many_in_words():
    messages = [f.message for f in check(essential(*ITEMS), "ps").findings if f.rule == "A5"]
    assert len(messages) == 1
    assert "17 essential criteria" in messages[0]
    assert "far more" in messages[0]


def test_many_essential_criteria_stays_silent_at_the_limit():
    assert hits("A5", essential(*ITEMS[:12]), "ps") == []


def test_many_essential_criteria_desirable_items_do_not_count():
    assert hits("A5", essential("Kind") + desirable(*ITEMS), "ps") == []


def specification(one: str, other: str) -> str:
    return f"Person specification\nEssential\n- {one}\nDesirable\n- {other}\n"


@each(
    "one, other",
    [
        ("Experience of teaching groups", "Experience of teaching groups"),
        ("Experience of teaching groups", "Experience in teaching a group"),
        ("Good spelling", "Spelling, good"),
    ],
)
def test_same_item_in_both_columns_fires_at_the_desirable_item(one, other):
    assert hits("A8", specification(one, other)) == [other]


@each(
    "one, other",
    [
        ("Experience of teaching groups", "Experience of teaching one reader"),
        ("Speaks Welsh", "Writes Welsh well"),
        ("A", "The"),
    ],
)
def test_same_item_in_both_columns_stays_silent(one, other):
    assert hits("A8", specification(one, other)) == []


def test_same_item_in_both_columns_columns_side_by_side():
    table = "Area\tEssential\tDesirable\nSkills\tCan search a database\tCan search a database\n"
    assert hits("A8", table) == ["Can search a database"]


@each(
    "text, places",
    [
        (
            "Essential\n- Can search MEDLINE and teach others to do so\nDesirable\n- Can "
            "teach others to search MEDLINE\n",
            ["Can teach others to search MEDLINE"],
        ),
    ],
)
def test_same_item_in_both_columns_other_words_for_it(text, places):
    assert hits("A8", text, "ps") == places


def test_no_inclusion_item_fires_once_about_the_whole_text():
    assert hits("A14", essential("Can spell", "Can count to ten and back"), "ps") == [""]
    assert hits("A14", essential("Can spell", "Can count to ten and back")) == [""]


@each(
    "item",
    [
        "Works inclusively",
        "Knows what equality asks of a service",
        "Lives our values",
        "Treats everybody with respect",
        "Values diversity",
    ],
)
def test_no_inclusion_item_stays_silent(item):
    assert hits("A14", essential("Can spell", item), "ps") == []


def test_no_inclusion_item_a_text_without_criteria_lacks_none():
    assert hits("A14", "The library lends books to everybody.") == []


def test_no_inclusion_item_respective_is_no_respect():
    assert hits("A14", essential("Knows the respective forms"), "ps") == [""]


@each(
    "text, found",
    [
        ("Essential\n- Treats all readers equally\n- Can count\n", []),
        ("Essential\n- Understands what makes people feel excluded\n- Can count\n", []),
        ("Essential\n- Treats everyone fairly\n- Can count\n", []),
        ("Essential\n- Welcomes readers at the desk\n- Can count\n", [""]),
        ("Essential\n- Is of equal use at both desks\n- Can count\n", [""]),
    ],
)
def test_no_inclusion_item(text, found):
    assert hits("A14", text, "ps") == found


@each(
    "item, place",
    [
        ("Full UK driving licence", "Full UK driving licence"),
        ("Car owner", "Car owner"),
        ("Must have own transport", "own transport"),
        ("Access to a car", "Access to a car"),
        ("Able to drive", "Able to drive"),
        ("Ability to drive to three hospital sites", "Ability to drive"),
        ("Car driver with access to a vehicle", "Car driver"),
    ],
)
def test_driving_licence_fires(item, place):
    assert hits("A10", essential(item), "ps") == [place]
    assert hits("A10", desirable(item), "ps") == [place]
    other_way = essential("Driver, or able to travel by bus") + desirable(item)
    assert hits("A10", other_way, "ps") == []


@each(
    "item",
    [
        "Able to travel between sites",
        "You do not need a driving licence",
        "Driving licence or other means of travel between sites",
        "Able to drive change",
        "Travel to other sites (car driver preferred but not essential)",
        "Mileage is paid if you use your own car",
        "Able to drive to success a team across sites",
        "A driving force for change",
        "Manages licences for databases",
        "Registered, with a current licence to practise",
        "Childcare owner",
        "European Computer Driving Licence or the skills it teaches",
        "Photo identification such as a driving licence or passport",
        "Those who drive at work show a valid driving licence each year",
    ],
)
def test_driving_licence_stays_silent(item):
    assert hits("A10", essential(item), "ps") == []


@each(
    "text, places",
    [
        ("Person specification\n\nEssential\n- Must own a car", ["own a car"]),
        ("Person specification\n\nEssential\n- Clean licence to drive", ["Clean licence"]),
        ("Person specification\n\nEssential\n- Licence for databases", []),
        ("You have a car park at the door.", []),
    ],
)
def test_driving_licence_other_words_for_it(text, places):
    assert hits("A10", text, "ps") == places


@each(
    "item, neighbour",
    [
        ("Full UK driving licence", "Full UK driving licence or able to travel in another way"),
        ("Car essential", "Able to reach three sites, by car or public transport"),
        ("Must hold a licence to drive", "Licence to drive the mobile library each day"),
        (
            "Driving licence and access to a car",
            "Driving licence. This is waived for disabled applicants who can travel otherwise.",
        ),
    ],
)
def test_driving_licence_another_way_to_travel_is_lawful(item, neighbour):
    found = [one for one in check(essential(item), "ps").findings if one.rule == "A10"]
    assert [one.severity for one in found] == ["must"]
    assert "sections 15, 19, 20 and 39" in found[0].message
    assert hits("A10", essential(neighbour), "ps") == []


@each(
    "text, place",
    [
        ("You will lift boxes of journals.", "lift boxes"),
        ("The job needs heavy lifting.", "heavy lifting"),
        ("You will stand for long periods.", "stand for long"),
        ("You must be physically fit.", "physically fit"),
        ("The post involves manual handling of stock.", "manual handling"),
        ("You will push loaded trolleys.", "push loaded trolleys"),
    ],
)
def test_physical_demands_fires(text, place):
    assert hits("A11", text) == [place]
    assert hits("A11", text, "jd") == [place]


@each(
    "text, found",
    [
        ("You will lift boxes of journals. Reasonable adjustments can be made.", []),
        ("There is a lift to the second floor.", []),
        ("You will have a heavy workload in May.", []),
        ("You will push the service forward.", []),
        ("All staff complete manual handling training.", []),
        ("The library stands for fairness.", []),
        ("The post attracts an uplift of 5%.", []),
        ("You do not have to lift boxes.", []),
        ("Boxes of books are moved with lifting equipment.", []),
        ("You will lift boxes. There is internet access.", ["lift boxes"]),
        ("You will lift boxes, carry boxes and push trolleys.", ["lift boxes"]),
    ],
)
def test_physical_demands(text, found):
    assert hits("A11", text) == found


@each(
    "text, places",
    [
        (
            "Person specification\n\nEssential\n- Can push a loaded trolley",
            ["push a loaded trolley"],
        ),
        ("Person specification\n\nEssential\n- Standing most of the day", ["Standing most of"]),
        ("Person specification\n\nEssential\n- Copes with a heavy workload", []),
    ],
)
def test_physical_demands_other_words_for_it(text, places):
    assert hits("A11", text, "ps") == places
