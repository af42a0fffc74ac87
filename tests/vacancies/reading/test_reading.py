"""The parts of an old job description, and what was not understood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.each import each
from tests.vacancies.reading.build import new_document, old_job, saved, word
from tests.vacancies.reading.words import words_of
from vacancies.reading.blocks import Cell, Table
from vacancies.reading.criterion import words_for
from vacancies.reading.facts import band_of, hours_of
from vacancies.reading.headings import could_be_heading, section_of
from vacancies.reading.old_job import (
    LONGEST_TEXT,
    MOST_CRITERIA,
    MOST_DUTIES,
    MOST_LEFT,
    MOST_LINES,
    OldCriterion,
    OldDuty,
    OldJob,
    ReadingError,
    fitted,
)
from vacancies.reading.reading import old_job_from_file, old_job_from_text
from vacancies.reading.specification import read_specification

PASTED = """JOB DESCRIPTION
Job Title: Library Assistant
Grade:\tBand 3
Accountable to: Librarian

1. JOB PURPOSE
To help readers.

2. Key Responsibilities
The post holder will:
• Serves readers
• Shelves books
Stock:
- Weeds the shelves

Health and safety
Wear gloves.

Person Specification
Area\tEssential\tDesirable\tMethod
Education\tGCSE English\tLevel 3\tA

Skills:
Essential
- Uses a spreadsheet (A/T)
Desirable
- Speaks Polish
"""


def specification(rows):
    return Table(
        tuple(tuple(Cell(tuple(filter(None, text.split("\n")))) for text in row) for row in rows)
    )


def found(rows):
    return [
        (c.text, c.category, c.essential, c.assessed_by)
        for c in read_specification(specification(rows)).criteria
    ]


def test_a_word_file_gives_every_part():
    job = old_job_from_file(old_job())
    assert job == OldJob(
        title="Librarian",
        band="5",
        purpose="To help staff of the hospital find and use evidence.",
        about="Northfield runs two hospitals.",
        reports_to="Library manager",
        supervises="One library assistant",
        decides="Decides which books to buy.",
        relationships="Ward managers and the medical school.",
        duties=(
            OldDuty("Answers clinical questions", "Enquiries"),
            OldDuty("Runs the enquiry desk", "Enquiries"),
            OldDuty("Teaches groups to search", "Teaching"),
        ),
        criteria=(
            OldCriterion(
                "Degree or equivalent experience",
                "qualifications",
                True,
                ("application", "certificate"),
            ),
            OldCriterion("Chartership", "qualifications", False, ("application", "certificate")),
            OldCriterion(
                "Worked with the public", "experience", True, ("application", "interview")
            ),
            OldCriterion("Searched databases", "experience", True, ("application", "interview")),
            OldCriterion("Plans a search", "skills", True, ("interview", "task")),
            OldCriterion("Uses reference software", "skills", False, ("interview", "task")),
        ),
        place="Education centre",
        standard_statements=("Confidentiality\nKeep records private.",),
    )


def test_pasted_text_gives_every_part():
    job = old_job_from_text(PASTED)
    assert (job.title, job.band, job.accountable_to) == ("Library Assistant", "3", "Librarian")
    assert job.purpose == "To help readers."
    assert job.duties == (
        OldDuty("Serves readers"),
        OldDuty("Shelves books"),
        OldDuty("Weeds the shelves", "Stock"),
    )
    assert job.criteria == (
        OldCriterion("GCSE English", "qualifications", True, ("application",)),
        OldCriterion("Level 3", "qualifications", False, ("application",)),
        OldCriterion("Uses a spreadsheet", "skills", True, ("application", "task")),
        OldCriterion("Speaks Polish", "skills", False),
    )
    assert job.not_understood == ("The post holder will:",)
    assert job.standard_statements == ("Health and safety\nWear gloves.",)


@each("text", ["", "  \n\t", "x" * (LONGEST_TEXT + 1), "x\n" * (MOST_LINES + 1)])
def test_nothing_and_too_much_are_refused(text):
    with pytest.raises(ReadingError, match=r"\w\.$"):
        old_job_from_text(text)


@each(
    "rows",
    [
        [["", "Essential", "Desirable"], ["Skills", "Plans", "Paints"]],
        [["Factor", "Essential criteria", "Desirable criteria"], ["Skills", "Plans", "Paints"]],
        [["Area", "E", "D"], ["Skills", "• Plans", "1. Paints"]],
        [["Skills and abilities", "E", "D"], ["Plans", "✓", ""], ["Paints", "", "x"]],
        [["Category", "Criterion", "E/D"], ["Skills", "Plans", "E"], ["", "Paints", "D"]],
        [["Criterion", "Essential or desirable"], ["Plans", "Essential"], ["Paints", "Desirable"]],
        [
            ["Person specification", "", ""],
            ["Area", "Essential", "Desirable"],
            ["Skills", "Plans", "Paints"],
        ],
        [
            ["Area", "Requirements", ""],
            ["Skills", "", ""],
            ["", "Essential", "Desirable"],
            ["", "Plans", "Paints"],
        ],
        [["Essential", "Desirable"], ["Plans", "Paints"]],
        [["Requirement", "Ess", "Des", "A"], ["Skills", "Plans", "Paints", "A/I"]],
        [["Requirement", "Ess", "Des"], ["Plans", "X", ""], ["Paints", "", "X"]],
        [
            ["Requirement", "Essential", "Desirable", "How assessed"],
            ["Skills", "Plans", "Paints", "A"],
        ],
        [["Criteria", "E or D", "A/I/T"], ["Plans", "E", "I"], ["Paints", "D", "T"]],
        [["Area", "Mandatory", "Advantageous"], ["Skills", "Plans", "Paints"]],
        [["Criteria (E = essential, D = desirable)"], ["Plans (E)"], ["Paints (D)"]],
    ],
)
def test_columns_of_any_name_are_understood(rows):
    assert [(text, essential) for text, _, essential, _ in found(rows)] == [
        ("Plans", True),
        ("Paints", False),
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "How assessed (A = App form, I = Interview, T = Test)",
        "Method of assessment\nA – application form, I – interview, P – presentation",
        "Assessed by A = Application form I = Interview R = References",
        "Means of assessment [A: application; I: interview; C: certificate]",
    ],
)
@pytest.mark.parametrize("levels", [("E", "D"), ("Essential", "Desirable")])
def test_a_column_may_explain_its_letters(heading, levels):
    rows = [
        ["Criteria", *levels, heading],
        ["Plans", "✓", "", "A/I"],
        ["Paints", "", "✓", "I"],
    ]
    assert [(text, essential, methods) for text, _, essential, methods in found(rows)] == [
        ("Plans", True, ("application", "interview")),
        ("Paints", False, ("interview",)),
    ]


def test_each_column_may_have_its_own_methods():
    rows = [
        ["Area", "Essential", "How assessed", "Desirable", "How assessed"],
        ["Skills", "Plans\nSpeaks", "A\nI", "Paints", "T, P"],
    ]
    assert [methods for *_, methods in found(rows)] == [
        ("application",),
        ("interview",),
        ("task", "presentation"),
    ]


@each("marks", [("(E)", "(D)"), ("(essential)", "(desirable)")])
def test_one_column_without_a_header_may_mark_each_criterion(marks):
    rows = [["Skills"], [f"Plans {marks[0]}"], [f"Paints {marks[1]}"]]
    job = old_job_from_file(word(("Heading 1", "Person specification"), rows))
    assert [(c.text, c.category, c.essential) for c in job.criteria] == [
        ("Plans", "skills", True),
        ("Paints", "skills", False),
    ]
    assert job.not_understood == ()


@each("heading", ["Salary", "Pay band", "Reports to"])
def test_the_heading_above_what_was_not_understood_is_shown(heading):
    job = old_job_from_text(
        f"Job title: Librarian\n\n{heading}:\nFirst words nobody expects here.\nAnd a second line."
    )
    left = job.not_understood
    known = job.reports_to or ""
    for text in ("First words nobody expects here.", "And a second line."):
        assert text in left or text == known
    assert f"{heading}:" in left or heading in left
    assert [text for text in left if heading in text] == [left[0]]


def test_a_category_in_a_row_of_its_own_holds_for_the_rows_below():
    rows = [
        ["Criterion", "E", "D"],
        ["Experience", "", ""],
        ["Ran a desk", "x", ""],
        ["Knowledge", "", ""],
        ["Knows the NHS", "", "x"],
    ]
    assert [(text, category) for text, category, *_ in found(rows)] == [
        ("Ran a desk", "experience"),
        ("Knows the NHS", "knowledge"),
    ]


def test_a_category_may_have_a_row_of_a_word_file_to_itself():
    rows = [["Criterion", "E", "D"], ["Experience", "", ""], ["Ran a desk", "x", ""]]
    (criterion,) = old_job_from_file(word(rows)).criteria
    assert (criterion.text, criterion.category) == ("Ran a desk", "experience")


def test_a_table_that_carries_on_without_a_header_keeps_its_columns():
    job = old_job_from_file(
        word(
            ("Heading 1", "Person specification"),
            [["Area", "Essential", "Desirable"], ["Skills", "Plans", ""]],
            "",
            [["Knowledge", "Knows searching", "Knows Welsh"]],
        )
    )
    assert [(c.text, c.category, c.essential) for c in job.criteria] == [
        ("Plans", "skills", True),
        ("Knows searching", "knowledge", True),
        ("Knows Welsh", "knowledge", False),
    ]


def test_duties_in_a_table_keep_the_name_of_their_row_as_their_group():
    rows = [
        ["Enquiries", "Answers questions\n• Runs the desk"],
        ["1", "Teaches"],
        ["2.", "Buys books", "Each week"],
        ["Weeds the shelves\nand the store", "Twice a year"],
        ["Shelves books", ""],
    ]
    job = old_job_from_file(word(("Heading 1", "Main duties"), rows))
    assert job.duties == (
        OldDuty("Answers questions", "Enquiries"),
        OldDuty("Runs the desk", "Enquiries"),
        OldDuty("Teaches"),
        OldDuty("Buys books"),
        OldDuty("Weeds the shelves and the store"),
        OldDuty("Shelves books"),
    )
    assert job.not_understood == ("Each week", "Twice a year")


def test_numbered_duties_of_a_table_stay_in_the_group_above():
    parts = ("Heading 1", "Main duties"), ("Heading 2", "Enquiries"), [["1", "Runs the desk"]]
    assert old_job_from_file(word(*parts)).duties == (OldDuty("Runs the desk", "Enquiries"),)


def test_a_table_may_name_the_parts_in_its_first_column():
    rows = [
        ["Main duties", "Answers questions\n\n• Runs the desk"],
        ["Job purpose", "To help readers"],
        ["About us", "We run two hospitals"],
        ["One", "Two", "Three"],
    ]
    job = old_job_from_file(word(rows))
    assert job.duties == (OldDuty("Answers questions"), OldDuty("Runs the desk"))
    assert (job.purpose, job.about) == ("To help readers", "We run two hospitals")
    assert job.not_understood == ("One | Two | Three",)


def test_a_heading_may_be_a_row_of_its_own():
    rows = [["Job purpose", ""], ["To help readers", ""], ["Duties", ""], ["Runs the desk", ""]]
    job = old_job_from_file(word(rows))
    assert (job.purpose, job.duties) == ("To help readers", (OldDuty("Runs the desk"),))
    assert job.not_understood == ()


def test_a_table_below_essential_may_name_categories_in_its_first_column():
    rows = [["Skills", "Plans a rota\nSpeaks clearly"], ["Knowledge", "Knows searching"]]
    person = ("Heading 1", "Person specification")
    for above, essential in (
        ([("Heading 2", "Essential")], True),
        ([("Heading 2", "Desirable")], False),
        ([], None),
    ):
        job = old_job_from_file(word(person, *above, rows))
        assert [(c.text, c.category, c.essential) for c in job.criteria] == [
            ("Plans a rota", "skills", essential),
            ("Speaks clearly", "skills", essential),
            ("Knows searching", "knowledge", essential),
        ]


@each("name, essential", [("Essential", True), ("Desirable", False)])
def test_a_table_may_hold_one_kind_of_criteria_alone(name, essential):
    rows = [["How assessed", f"{name} criteria"], ["A/I", "Plans"]]
    assert found(rows) == [("Plans", "other", essential, ("application", "interview"))]


def test_an_ordinary_table_is_no_specification():
    rows = [["Qualifications required", "Degree"], ["Hours", "37.5"]]
    assert read_specification(specification(rows)).columns is None


@each(
    "text, band",
    [
        ("Band 5", "5"),
        ("AfC Band 8A (subject to matching)", "8a"),
        ("7", "7"),
        ("band: 6", "6"),
        ("Band 8", ""),
        ("Band 5a", ""),
        ("Band 5 or band 6", ""),
        ("Band 5-6", ""),
        ("Band 8a/8b", ""),
        ("Band 8(c)", "8c"),
        ("Band five", "5"),
        ("Band VI", "6"),
        ("Band 8 Range A", "8a"),
        ("8-a", "8a"),
        ("Pay Band – 4", "4"),
        ("6 (Agenda for Change)", "6"),
        ("Pay band: 6/7", ""),
        ("£32,073 to £39,043", ""),
        ("", ""),
    ],
)
def test_a_band_is_read_only_where_it_is_plain(text, band):
    assert band_of(text) == band


@each(
    "heading, section",
    [
        ("1. JOB PURPOSE:", "purpose"),
        ("Main Duties & Responsibilities", "duties"),
        ("Communications and Working Relationships", "relationships"),
        ("PERSON SPECIFICATION", "person"),
        ("Runs the enquiry desk", ""),
        ("Abilities and aptitudes", "person"),
        ("Safeguarding children and adults", "statement"),
        ("x" * 5000, ""),
    ],
)
def test_headings_under_whatever_name(heading, section):
    assert section_of(heading) == section


@each("words, heading", [(3, True), (4, False)])
def test_few_words_that_are_too_long_are_no_heading(words, heading):
    assert could_be_heading(" ".join(["INTERDEPARTMENTALISED-AND-LONG"] * words)) is heading
    assert not could_be_heading("-- ")


def test_a_second_title_and_a_strange_band_are_shown():
    job = old_job_from_text("Job title: Librarian\nJob title: Archivist\nBand: to be agreed")
    assert job.title == "Librarian"
    assert job.not_understood == ("Job title: Archivist", "Band: to be agreed")


def test_the_first_heading_is_the_title_until_a_line_says_what_the_title_is():
    first = ("Heading 1", "Librarian")
    job = old_job_from_file(word(first, ("Heading 1", "Northfield")))
    assert (job.title, job.not_understood) == ("Librarian", ("Northfield",))
    job = old_job_from_file(word(first, "Job title: Archivist", "Job title: Curator"))
    assert job.title == "Archivist"
    assert job.not_understood == ("Librarian", "Job title: Curator")
    job = old_job_from_file(word("Some words about it.", first))
    assert (job.title, job.not_understood) == ("", ("Some words about it.", "Librarian"))


def test_what_the_document_calls_itself_is_no_title():
    itself = ("Title", "Job Description and Person Specification:")
    job = old_job_from_file(word(itself, ("Heading 1", "Librarian")))
    assert (job.title, job.not_understood) == ("Librarian", ())
    job = old_job_from_file(word(("Heading 1", "Job description of a librarian")))
    assert (job.title, job.not_understood) == ("", ("Job description of a librarian",))


def test_a_heading_below_a_part_that_a_line_opened_closes_it():
    job = old_job_from_file(
        word("Job purpose: To help readers", ("Heading 2", "Strange heading"), "Nobody knows")
    )
    assert job.purpose == "To help readers"
    assert job.not_understood == ("Strange heading", "Nobody knows")


def test_a_category_may_say_whether_it_is_essential():
    job = old_job_from_file(
        word(
            ("Heading 1", "Person specification"),
            ("Heading 2", "Experience - essential"),
            ("List Bullet", "Ran a desk"),
            ("Heading 2", "Experience - desirable"),
            ("List Bullet", "Bought books"),
            ("Heading 2", "Skills - essential"),
            ("List Bullet", "Plans"),
        )
    )
    assert [(c.text, c.category, c.essential) for c in job.criteria] == [
        ("Ran a desk", "experience", True),
        ("Bought books", "experience", False),
        ("Plans", "skills", True),
    ]


def test_criteria_need_no_heading_above_essential_and_desirable():
    job = old_job_from_text("Essential:\n- Plans\nDesirable:\n- Paints")
    assert [(c.text, c.category, c.essential) for c in job.criteria] == [
        ("Plans", "other", True),
        ("Paints", "other", False),
    ]
    (alone,) = old_job_from_text("Desirable:\n- Paints").criteria
    assert not alone.essential


def test_an_item_that_begins_like_a_fact_stays_an_item():
    job = old_job_from_file(
        word(
            ("Heading 1", "Main duties"),
            ("List Bullet", "Band: plays in it"),
            ("Heading 1", "Person specification"),
            ("List Bullet", "Job title: has held it"),
        )
    )
    assert (job.title, job.band) == ("", "")
    assert job.duties == (OldDuty("Band: plays in it"),)
    assert [c.text for c in job.criteria] == ["Job title: has held it"]
    rows = [["Grade: sees that it is right", ""], ["Runs the desk", "Daily"]]
    job = old_job_from_file(word(("Heading 1", "Main duties"), rows))
    assert (job.band, job.duties[0]) == ("", OldDuty("Grade: sees that it is right"))
    job = old_job_from_text("Person specification\n- Plans\n- Grade: has had it")
    assert [c.text for c in job.criteria] == ["Plans", "Grade: has had it"]


def test_up_to_five_words_name_a_group_of_duties_and_longer_ones_are_kept():
    job = old_job_from_text(
        "Main duties\nStock of books and journals:\n- Weeds\n"
        "One two three four five six seven:\n- Adds"
    )
    assert {duty.group for duty in job.duties} == {"Stock of books and journals"}
    assert job.not_understood == ("One two three four five six seven:",)


def test_numbers_that_go_deeper_make_groups():
    job = old_job_from_text(
        "4. Main duties\n4.1 Communication\n4.1.1 Attends ward rounds\n4.2 Staff\nPlans the rota"
    )
    assert job.duties == (
        OldDuty("Attends ward rounds", "Communication"),
        OldDuty("Plans the rota", "Staff"),
    )


def test_a_short_criterion_is_no_heading():
    text = "Person specification\nEssential\nGCSE maths\nDesirable\nCustomer service experience"
    job = old_job_from_text(text)
    assert [(c.text, c.essential) for c in job.criteria] == [
        ("GCSE maths", True),
        ("Customer service experience", False),
    ]


def test_a_criterion_in_bold_type_is_no_heading():
    document = new_document()
    document.add_heading("Person specification", 1)
    document.add_heading("Essential", 2)
    document.add_paragraph().add_run("Experience of searching databases").bold = True
    job = old_job_from_file(saved(document))
    assert [c.text for c in job.criteria] == ["Experience of searching databases"]


def test_the_level_of_a_criterion_without_a_tick_is_not_guessed():
    rows = [["Criterion", "E", "D"], ["Plans", "x", ""], ["Experience of wards", "", ""]]
    assert [(text, essential) for text, _, essential, _ in found(rows)][1:] == [
        ("Experience of wards", None)
    ]


def test_a_band_alone_on_its_line_is_read():
    assert old_job_from_text("Librarian\nAfC Band 8a\n").band == "8a"


def test_too_many_parts_move_to_what_is_left_and_lose_no_word():
    many = OldJob(
        duties=tuple(OldDuty(f"duty{n}") for n in range(MOST_DUTIES + 30)),
        criteria=tuple(OldCriterion(f"crit{n}", "skills", True) for n in range(MOST_CRITERIA + 9)),
        not_understood=tuple(f"left{n}" for n in range(200)),
    )
    job = fitted(many)
    assert len(job.duties) == MOST_DUTIES
    assert len(job.criteria) == MOST_CRITERIA
    assert len(job.not_understood) <= MOST_LEFT
    assert words_of(job) == words_of(many)


def test_what_is_left_stays_one_by_one_while_there_is_room():
    left = tuple(f"left{n}" for n in range(MOST_LEFT))
    assert fitted(OldJob(not_understood=left)).not_understood == left
    assert fitted(OldJob()).not_understood == ()


LINES = [line.strip() for line in PASTED.splitlines() if "\t" not in line and line.strip()]


@given(st.randoms(use_true_random=True), st.integers(0, 6))
def test_no_word_of_the_body_is_dropped_whatever_the_order(chance, number):
    strange = [f"zq{letter}" for letter in "abcdef"[:number]]
    lines = [*LINES, *(f"Some {word} in the text" for word in strange)]
    chance.shuffle(lines)
    kept = words_of(old_job_from_text("\n".join(lines)))
    assert set(strange) <= kept
    for word_ in ("readers.", "gloves.", "Serves", "Shelves", "Weeds", "Polish", "spreadsheet"):
        assert word_ in kept


def test_a_number_that_counts_no_item_stays_with_its_words():
    duties = "1 To answer\n2 To order\n3 To teach\n3 years of cover are planned."
    job = old_job_from_text(f"Main duties\n{duties}\nEssential\n2.1 degree or above\n5 GCSEs")
    assert [duty.text for duty in job.duties][:3] == ["To answer", "To order", "To teach"]
    assert {"3", "2.1", "5"} <= words_of(job)


@pytest.mark.parametrize(
    ("table", "levels"),
    [
        ("Criteria\tE/D\tWeighting\tHow\nCan spell\tE\t5\tA\nKnows Latin\tD\t10%\tI", [1, 0]),
        (
            "Area\tEssential\tWeight\tDesirable\tWeight\nSkills\tCan spell\t5\tKnows Latin\t10%",
            [1, 0],
        ),
        ("Criterion\tEssential\tDesirable\nCan spell\t5\t\nKnows Latin\t\t10%", [1, 0]),
        ("Essential\tWeighting\nCan spell\t5\nDesirable\tWeighting\nKnows Latin\t10%", [1, 0]),
        ("Criteria\tWeighting\tMethod\nCan spell\t5\tA\nKnows Latin\t10%\tI", [None, None]),
    ],
    ids=["beside a level", "a column each", "for a tick", "named again", "no level"],
)
def test_weights_are_kept_as_one_text(table, levels):
    job = old_job_from_text(f"Person specification\n{table}\n")
    found = [(one.text, one.essential) for one in job.criteria]
    assert found == list(zip(("Can spell", "Knows Latin"), levels, strict=True))
    assert list(job.not_understood) == ["Can spell | 5\nKnows Latin | 10%"]


def test_bars_make_a_table_where_two_lines_have_them():
    job = old_job_from_text(
        "Job title | Librarian\nBand | 5\n\nPerson specification\n"
        "| Of | Essential | Desirable |\n|---|:--|---|\n| Skills | Can spell | Knows Latin |\n"
    )
    assert (job.title, job.band, job.not_understood) == ("Librarian", "5", ())
    assert [(one.text, one.essential) for one in job.criteria] == [
        ("Can spell", True),
        ("Knows Latin", False),
    ]
    open_rows = old_job_from_text(
        "Person specification\nEssential | Desirable\nCan spell | Knows Latin\nCan count | \n"
    )
    assert [one.text for one in open_rows.criteria] == ["Can spell", "Knows Latin", "Can count"]
    alone = old_job_from_text("Librarian | Band 5\nWe lend books.").not_understood
    assert alone == ("Librarian | Band 5", "We lend books.")


def test_a_level_above_a_table_holds_in_it():
    job = old_job_from_text(
        "ESSENTIAL CRITERIA\nFactor\tCriteria\tMethod\nSkills\tCan spell\tInterview\n\n"
        "DESIRABLE CRITERIA\nKnows Latin\tApplication form\n"
    )
    assert [(one.text, one.essential, one.assessed_by) for one in job.criteria] == [
        ("Can spell", True, ("interview",)),
        ("Knows Latin", False, ("application",)),
    ]


def test_a_paragraph_below_a_list_is_no_duty():
    job = old_job_from_text(
        "Main duties\n- Run the desk\n- Order books\n\nWays we work\n"
        "The team values openness and care.\n"
    )
    assert [duty.text for duty in job.duties] == ["Run the desk", "Order books"]
    assert "The team values openness and care." in job.not_understood


def test_a_word_above_a_list_of_duties_names_its_group():
    job = old_job_from_text(
        "Responsibilities\nLiaison\n- Visit teams\nTeaching\n- Plan and deliver sessions\n"
        "Stock (25%)\nOrder books each week.\nPeople\nTo line manage two assistants.\n"
    )
    assert [(duty.group, duty.text) for duty in job.duties] == [
        ("Liaison", "Visit teams"),
        ("Teaching", "Plan and deliver sessions"),
        ("Stock", "Order books each week."),
        ("People", "To line manage two assistants."),
    ]
    assert job.duties[2].share == 25
    assert not job.not_understood


def test_a_share_may_stand_in_a_column_without_its_sign():
    rows = [["Area", "Duties", "% of time"], ["Desk", "Answer questions\nLend books", "40"]]
    job = old_job_from_file(word(("Heading 1", "Main duties"), rows))
    assert [(duty.group, duty.text, duty.share) for duty in job.duties] == [
        ("Desk", "Answer questions", 40),
        ("Desk", "Lend books", None),
    ]


def test_a_title_and_hours_without_a_label_are_found():
    job = old_job_from_text(
        "Library Assistant\nNorthfield NHS Trust\nContract Type\nPermanent\nPosted Date\n"
        "20 Nov 2026\nWorking pattern\nPart-time, 22.5 hours a week\n"
    )
    assert (job.title, job.hours, job.contract) == ("Library Assistant", 22.5, "Permanent")
    assert "Contract Type" not in job.not_understood


def test_a_line_beside_the_number_of_a_page_is_no_duty():
    job = old_job_from_text(
        "Main duties\n1. Run the desk\nJD Assistant v3\nPage 1 of 2\n"
        "2. Order books\nJD Assistant v3\nPage 2 of 2\n"
    )
    assert [duty.text for duty in job.duties] == ["Run the desk", "Order books"]


@each("line", ["Assessed by a panel of three: see below.", "Contact Jo on 01632 960000."])
def test_a_sentence_below_criteria_is_none(line):
    job = old_job_from_text(f"About you\nEssential\n- Can spell\n{line}\n")
    assert [one.text for one in job.criteria] == ["Can spell"]
    assert line in job.not_understood


def test_who_a_post_is_accountable_to_is_not_who_it_reports_to():
    job = old_job_from_text("Reports to: Librarian\nManagerially accountable to: Director\n")
    assert (job.reports_to, job.accountable_to) == ("Librarian", "Director")


@each("said", ["(30 per cent)", "– approx 30%", ": 30%", "(about 30%)"])
def test_a_share_may_be_said_in_words(said):
    (duty,) = old_job_from_text(f"Main duties\n1. Run the desk {said}\n").duties
    assert (duty.text, duty.share) == ("Run the desk", 30)


def test_a_level_in_brackets_is_no_number():
    job = old_job_from_text("Person specification\n(E) Can spell\n(D) Knows Latin\n")
    assert [(one.text, one.essential) for one in job.criteria] == [
        ("Can spell", True),
        ("Knows Latin", False),
    ]


def test_a_share_of_a_group_stands_once_at_its_first_duty():
    job = old_job_from_text(
        "Main duties\nTeaching (40%)\n1. Design courses\n2. Run courses\n"
        "Stock 20%\n3. Order books\n4. Weed books"
    )
    assert [(d.group, d.text, d.share) for d in job.duties] == [
        ("Teaching", "Design courses", 40),
        ("Teaching", "Run courses", None),
        ("Stock", "Order books", 20),
        ("Stock", "Weed books", None),
    ]


@each(
    "text, band",
    [
        ("University of Kelbrook\nGrade: 7", ""),
        ("University of Kelbrook\nGrade: Band 7", "7"),
        ("Kelbrook University Hospitals NHS Trust\nGrade: 7", "7"),
        ("Grade: 7\nFaculty of Health", ""),
        ("Northfield NHS Trust, with the University of Kelbrook\nGrade: 7", "7"),
    ],
)
def test_a_grade_of_a_university_is_no_band(text, band):
    job = old_job_from_text(text)
    assert job.band == band
    assert band or "Grade: 7" in job.not_understood


@each(
    "accountable, reports",
    [
        ("Managerially Accountable to: Ann’s post", "Reports to: Ben’s post"),
        ("Accountable to: Ann’s post", "Yn adrodd i / Reports to: Ben’s post"),
    ],
)
def test_who_a_post_reports_to_is_said_by_that_word(accountable, reports):
    for lines in ((accountable, reports), (reports, accountable)):
        job = old_job_from_text("\n".join(lines))
        assert (job.reports_to, job.accountable_to) == ("Ben’s post", "Ann’s post")


def test_codes_with_a_star_and_rows_of_levels_leave_the_criteria_in_their_column():
    rows = [
        ["Ref", "Criteria", "Weighting", "Assessed by"],
        ["ESSENTIAL", "", "", ""],
        ["E1", "Can spell", "3", "Application"],
        ["E2", "Proven experience of training others", "3", "Application"],
        ["DESIRABLE", "", "", ""],
        ["D1*", "Knows Latin", "1", "Interview"],
    ]
    assert found(rows) == [
        ("Can spell", "skills", True, ("application",)),
        ("Proven experience of training others", "experience", True, ("application",)),
        ("Knows Latin", "other", False, ("interview",)),
    ]


def test_a_line_on_assessment_holds_for_its_category():
    job = old_job_from_text(
        "PERSON SPECIFICATION\nCYMWYSTERAU / QUALIFICATIONS AND/OR KNOWLEDGE\n"
        "Hanfodol / Essential\nA degree\nDymunol / Desirable\nA diploma\n"
        "Method of Assessment: Application form\nARALL / OTHER\n"
        "Method of Assessment: Interview\nHanfodol / Essential\nAble to travel\n"
    )
    assert [(c.text, c.category, c.essential, c.assessed_by) for c in job.criteria] == [
        ("A degree", "qualifications", True, ("application",)),
        ("A diploma", "qualifications", False, ("application",)),
        ("Able to travel", "other", True, ("interview",)),
    ]


def test_a_word_that_a_page_broke_off_is_no_heading():
    job = old_job_from_text(
        "Person Specification\nEssential Desirable\nA library\nqualification\nCan spell"
    )
    assert [one.text for one in job.criteria] == ["A library", "qualification", "Can spell"]


def test_the_last_criterion_before_a_table_is_one():
    job = old_job_from_text(
        "KNOWLEDGE AND EXPERIENCE REQUIRED\nKnowledge of law.\nKnowledge of drugs.\n"
        "Signed\tDate\nManager\tDay\n"
    )
    assert [one.text for one in job.criteria] == ["Knowledge of law.", "Knowledge of drugs."]


def test_people_to_work_with_are_no_duties():
    job = old_job_from_text(
        "Main duties\n1. Run the desk\n2. Teach staff\nCommunications\n"
        "The post holder will communicate with:\n• Managers\n• Suppliers\n"
    )
    assert [one.text for one in job.duties] == ["Run the desk", "Teach staff"]
    assert job.relationships == "Managers\nSuppliers"


def test_a_plain_line_above_bullets_is_a_group():
    job = old_job_from_text(
        "Dyletswyddau / Duties\nGwasanaeth / Service\n• Staff the desk\n• Lend books\n"
        "Adnoddau / Resources\n• Order books"
    )
    assert [one.group for one in job.duties] == ["Gwasanaeth / Service"] * 2 + [
        "Adnoddau / Resources"
    ]


def test_the_title_stands_below_the_name_of_the_employer():
    document = new_document()
    document.add_heading("NHS Midshires Integrated Care Board", 1)
    document.add_heading("Knowledge Manager", 1)
    document.add_paragraph("Band: 7")
    assert old_job_from_file(saved(document)).title == "Knowledge Manager"
    assert old_job_from_text("Midshires NHS Trust\nKnowledge Manager\nBand: 7").title == (
        "Knowledge Manager"
    )


@each(
    "text, hours",
    [
        ("37½ hours", 37.5),
        ("37 hours 30 minutes per week", 37.5),
        ("37:30 hours", 37.5),
        ("Full time (36)", 36),
        ("9 to 5, Monday to Friday (37.5 hours)", 37.5),
        ("08:30-16:30", None),
        ("15 to 20 hours a week", None),
        ("7.5 hours a day", None),
        ("Full time", None),
    ],
)
def test_hours_are_read_only_where_they_are_those_of_a_week(text, hours):
    assert hours_of(text) == hours


def test_a_share_beside_a_name_divides_the_duties_whatever_the_name():
    job = old_job_from_text(
        "Main duties\nTeaching (80%)\n• Design courses\n• Run courses\n"
        "General (20%)\n• Review the stock each year\n• Reference enquiries by phone\n"
    )
    assert [(d.group, d.share) for d in job.duties] == [
        ("Teaching", 80),
        ("Teaching", None),
        ("General", 20),
        ("General", None),
    ]


def test_a_duty_cut_in_two_lines_is_one_where_no_other_line_is_cut():
    job = old_job_from_text(
        "Main duties\nYou will teach staff to search, and join\nward rounds twice a week.\n"
        f"You will keep our pages up to date.\n{'Nobody knows what this says. ' * 8}\n"
    )
    assert [duty.text for duty in job.duties][:2] == [
        "You will teach staff to search, and join ward rounds twice a week.",
        "You will keep our pages up to date.",
    ]


def test_a_line_that_ends_in_the_middle_goes_on_also_with_a_capital():
    job = old_job_from_text(
        "Job purpose\nTo lead the support of teaching, and to be the first contact for the\n"
        "Library.\n"
    )
    assert job.purpose.endswith("first contact for the Library.")


def test_the_type_of_a_contract_and_its_length_are_one_fact():
    job = old_job_from_text("Contract\nFixed term\nDuration\n12 months\n")
    assert (job.contract, job.not_understood) == ("Fixed term, 12 months", ())


def test_where_columns_are_lost_methods_and_categories_are_no_criteria():
    job = old_job_from_text(
        "Person specification\nCriteria Essential Desirable Assessed by\n"
        "Qualifications Degree or equivalent experience\nLibrary qualification A\nA\n"
        "Skills Explains matters in plain words\nA/I\nKnowledge Management Experience I\n"
    )
    assert [(c.text, c.category, c.essential, c.assessed_by) for c in job.criteria] == [
        ("Degree or equivalent experience", "qualifications", None, ("application",)),
        ("Library qualification", "qualifications", None, ("application",)),
        ("Explains matters in plain words", "skills", None, ("application", "interview")),
        ("Knowledge Management Experience", "skills", None, ("interview",)),
    ]


def test_hours_and_contract_may_stand_together():
    job = old_job_from_text("Hours of Work: 37.5 hours per week, permanent")
    assert (job.hours, job.contract) == (37.5, "37.5 hours per week, permanent")
    job = old_job_from_text("Contract: Permanent, full-time (37.5 hrs)")
    assert (job.hours, job.contract) == (37.5, "Permanent, full-time (37.5 hrs)")


def test_a_row_of_one_cell_names_the_duties_below_it():
    job = old_job_from_text(
        "Main duties\nCustomer service\t\n1\tGreet visitors\n2\tIssue cards\n"
        "Stock\t\n1\tShelve books\n"
    )
    assert [(one.group, one.text) for one in job.duties] == [
        ("Customer service", "Greet visitors"),
        ("Customer service", "Issue cards"),
        ("Stock", "Shelve books"),
    ]


def test_the_name_of_the_criteria_may_reach_over_their_categories():
    rows = [
        ["Criteria", "", "Essential / Desirable", "How tested"],
        ["Skills", "Can spell", "Essential", "A"],
        ["", "Knows Latin", "Desirable", "I"],
    ]
    assert found(rows) == [
        ("Can spell", "skills", True, ("application",)),
        ("Knows Latin", "skills", False, ("interview",)),
    ]


def test_effort_behind_a_dash_belongs_to_its_factor():
    job = old_job_from_text("Effort\nPhysical effort – light\nMental effort – two hours a day\n")
    assert [(e.factor, e.text) for e in job.evidence] == [
        ("F13", "light"),
        ("F14", "two hours a day"),
    ]


def test_numbers_with_a_nought_are_those_of_headings():
    job = old_job_from_text(
        "1.0 Purpose of the Job\n1.1 To run the systems of the Trust.\n2.0 Principal Duties\n"
        "2.1 Systems\n2.1.1 Mend the catalogue.\n2.2 People\n2.2.1 Train staff.\n"
    )
    assert job.purpose == "To run the systems of the Trust."
    assert [(one.group, one.text) for one in job.duties] == [
        ("Systems", "Mend the catalogue."),
        ("People", "Train staff."),
    ]


def test_a_statement_of_one_word_is_no_group_of_duties():
    job = old_job_from_text(
        "Main duties\n- Run the desk\n- Teach staff\nConfidentiality\n"
        "The post holder is required to keep the records of patients private.\n"
    )
    assert [one.text for one in job.duties] == ["Run the desk", "Teach staff"]
    assert len(job.standard_statements) == 1


@each(
    "after",
    [
        "Purpose: Leads the team.",
        "Physical effort: light",
        "Purpose\nLeads the team. The tasks are:\n- Run the desk\n- Order books",
        "Essential\tDesirable\nCan spell\tKnows Latin",
    ],
)
def test_a_heading_that_names_no_part_is_kept_whatever_follows(after):
    said = old_job_from_text(f"SOMETHING ABOUT ZEBRAS\nBase: Ely\n{after}\n")
    assert "ZEBRAS" in words_of(said)


@each(
    "line, title, band",
    [
        ("Library Manager – Band 7", "Library Manager", "7"),
        ("Librarian (AfC Band 8a)", "Librarian", "8a"),
        ("Librarian, Band 5", "Librarian", "5"),
        ("Librarian for the marching band", "Librarian for the marching band", ""),
    ],
)
def test_a_band_may_stand_behind_the_title(line, title, band):
    job = old_job_from_text(f"{line}\nReports to: Head of Education\n")
    assert (job.title, job.band) == (title, band)


def test_several_facts_may_stand_on_a_line():
    job = old_job_from_text("Location: Ely. Hours: 30 | Reports to: Head of Education")
    assert (job.place, job.hours, job.reports_to) == ("Ely", 30, "Head of Education")
    assert old_job_from_text("Base: Main site: Ely").place == "Main site: Ely"


def test_a_heading_may_be_a_question_and_duties_may_be_others():
    job = old_job_from_text(
        "Job overview\nTakes the library to teams.\nWhat does the role involve?\n- Visit wards\n"
        "Other duties\n- Help at events\n"
    )
    assert job.purpose == "Takes the library to teams."
    assert [one.text for one in job.duties] == ["Visit wards", "Help at events"]


def test_names_of_facts_may_stand_behind_values_and_values_like_names():
    job = old_job_from_text("Post: Evidence Librarian   Band: 7   Hours: 37.5\n")
    assert (job.title, job.band, job.hours) == ("Evidence Librarian", "7", 37.5)
    job = old_job_from_text("Base\tAny site\tHours\t37.5\n")
    assert (job.place, job.hours) == ("Any site", 37.5)


def test_level_and_methods_may_stand_behind_dashes():
    job = old_job_from_text("Person specification\nSkills\nPlans work – E – A/I\nLatin – D – P\n")
    assert [(c.text, c.essential, c.assessed_by) for c in job.criteria] == [
        ("Plans work", True, ("application", "interview")),
        ("Latin", False, ("presentation",)),
    ]


def test_numbers_with_a_letter_divide_duties():
    job = old_job_from_text(
        "Principal duties\nA. EVIDENCE\nA1. Lead searches\nA2. Appraise reviews\n"
        "B. GOVERNANCE\nB1. Report on performance\n"
    )
    assert [(one.group, one.text) for one in job.duties] == [
        ("EVIDENCE", "Lead searches"),
        ("EVIDENCE", "Appraise reviews"),
        ("GOVERNANCE", "Report on performance"),
    ]


def test_a_person_specification_may_name_its_post():
    job = old_job_from_text("Person Specification – Library Assistant (Band 2)\nEssential\nTypes\n")
    assert (job.title, job.band) == ("Library Assistant", "2")
    assert [(one.text, one.essential) for one in job.criteria] == [("Types", True)]


def test_a_lead_in_under_a_heading_is_kept_once():
    job = old_job_from_text(
        "Duties\nYou will be responsible for:\n- Managing access\nEssential\tDesirable\nA\tB\n"
    )
    assert job.not_understood.count("You will be responsible for:") == 1


def test_names_of_columns_may_be_those_of_headings():
    job = old_job_from_text(
        "Responsibilities\nArea\tWhat you do\tHow much of your time\nDesk\tAnswer questions\t50%\n"
        "Stock\tOrder books\t50%\n"
    )
    assert [(one.group, one.text, one.share) for one in job.duties] == [
        ("Desk", "Answer questions", 50),
        ("Stock", "Order books", 50),
    ]


@each("behind", [". Assessed by interview.", " (assessed at interview)"])
def test_a_criterion_may_end_in_how_it_is_assessed(behind):
    job = old_job_from_text(f"Person specification\nEssential\n- Plans work{behind}\n")
    assert [(c.text.rstrip("."), c.assessed_by) for c in job.criteria] == [
        ("Plans work", ("interview",))
    ]
    job = old_job_from_text("Person specification\nEssential\n- Work assessed by peers\n")
    assert job.criteria[0].text == "Work assessed by peers"


def test_help_is_a_duty_and_hours_may_stand_in_the_title():
    job = old_job_from_text(
        "Library Assistant, Band 2, 15 hours a week\nThe job\nYou'll welcome people here.\n"
        "You'll lend and return books.\nYou'll help people use computers.\n"
    )
    assert (job.title, job.band, job.hours) == ("Library Assistant", "2", 15)
    assert len(job.duties) == 3


def test_a_list_without_a_heading_ends_at_the_first_sentence():
    job = old_job_from_text(
        "We help clinical teams.\n\n- Find research for teams\n- Run journal clubs\n"
        "- Help students\n\n"
        "The job is permanent.\n\nSpeak to the librarian if you want to visit.\n"
    )
    assert len(job.duties) == 3
    assert "Speak to the librarian if you want to visit." in job.not_understood


def test_what_stands_beside_several_criteria_is_told_line_by_line_or_not_at_all():
    three = Cell(("a", "b", "c"))
    beside = {
        ("I", "", "T"): ["I", "", "T"],
        ("", "I", "A", "T"): ["I", "A", "T"],
        ("I",): ["I", "I", "I"],
        ("I", "T"): [None, None, None],
        (): ["", "", ""],
    }
    for cell, words in beside.items():
        assert [words_for(Cell(cell), line, three) for line in range(3)] == words, cell


def test_a_row_that_a_paste_broke_over_two_lines_is_one_row():
    job = old_job_from_text(
        "Person specification\nCriterion\tEssential\tDesirable\tHow assessed\n"
        "Qualifications\tDegree in librarianship\n\tMember of CILIP\tA\n"
        "Skills\tCan search databases\tCan teach\tA/I\n"
    )
    assert [(one.text, one.essential) for one in job.criteria] == [
        ("Degree in librarianship", True),
        ("Member of CILIP", False),
        ("Can search databases", True),
        ("Can teach", False),
    ]


@each(
    "text, place",
    [
        ("Base: Central Library\nHill Road\nLeeds LS1 3EX\nHours: 30", "Hill Road, Leeds LS1 3EX"),
        ("Base:\nQueen's Hospital\nBurton\nHours: 30", "Burton"),
        ("Location: Leeds\nPermanent\nHours: 30", "Leeds"),
        ("Location: Leeds\nJob purpose\nTo run the library.", "Leeds"),
    ],
)
def test_a_place_goes_on_to_its_postcode_or_the_next_fact(text, place):
    job = old_job_from_text(f"Job title: Librarian\n{text}\n")
    assert job.place.endswith(place)
    assert job.title == "Librarian"


def test_a_letter_agrees_with_its_column_or_is_asked():
    rows = [["Criteria", "Essential", "Desirable"], ["Degree", "E", ""], ["Charter", "", "D"]]
    assert [level for _, _, level, _ in found([*rows, ["Art", "D", ""], ["Law", "", "E"]])] == [
        True,
        False,
        None,
        None,
    ]


def test_a_level_cell_may_hold_its_method():
    rows = [
        ["Attribute", "Criteria", "Essential or desirable (how assessed)"],
        ["Skills", "Clear writing", "Essential (A/T)"],
        ["", "Knows reference software", "Desirable (I)"],
    ]
    assert found(rows) == [
        ("Clear writing", "skills", True, ("application", "task")),
        ("Knows reference software", "skills", False, ("interview",)),
    ]


def test_a_code_with_a_full_stop_is_a_level():
    rows = [["Ref", "Requirement", "Tested at"], ["E1.", "Degree", "A"], ["D1.", "Budgets", "I"]]
    job = old_job_from_file(word("# Person specification", rows))
    assert [(one.text, one.essential) for one in job.criteria] == [
        ("Degree", True),
        ("Budgets", False),
    ]


def test_methods_of_a_row_are_for_both_columns():
    rows = [
        ["", "Essential", "Desirable", "Measured by"],
        ["Experience", "Enquiry work", "Projects\nTeaching", "Application form\nInterview"],
    ]
    assert {how for *_, how in found(rows)} == {("application", "interview")}


def test_letters_of_lost_columns_say_the_level_where_an_e_stands_too():
    text = "Person specification\nCriteria Essential Desirable Assessed\n"
    job = old_job_from_text(f"{text}Degree E A\nTeaching D A/I\nBudgets A D\n")
    assert [(one.text, one.essential) for one in job.criteria] == [
        ("Degree", True),
        ("Teaching", False),
        ("Budgets", None),
    ]
    assert [one.essential for one in old_job_from_text(f"{text}Teaching D A/I\n").criteria] == [
        None
    ]


def test_methods_in_words_stand_in_brackets():
    job = old_job_from_text(
        "Person specification\nEssential\n- Teaching (Application, Interview)\n"
    )
    assert job.criteria[0].assessed_by == ("application", "interview")
    assert job.criteria[0].text == "Teaching"


def test_a_version_beside_a_page_number_is_no_duty():
    text = "Main duties\n- Teach groups\nPage 1 of 2\nClinical Librarian JD v3\n- Order books\n"
    assert [duty.text for duty in old_job_from_text(text).duties] == ["Teach groups", "Order books"]
