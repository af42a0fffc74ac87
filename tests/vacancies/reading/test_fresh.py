"""Kinds of wording and layout first met on texts by somebody who had not seen the reader."""

import pytest
from docx import Document as WordDocument

from tests.each import each
from tests.vacancies.reading.build import saved
from tests.vacancies.reading.layouts import table
from vacancies.reading.blocks import Line
from vacancies.reading.criteria import key_of
from vacancies.reading.facts import fact_of, facts_in_passing, hours_of
from vacancies.reading.pasted_lines import as_written
from vacancies.reading.pdf import _drawn_bullets
from vacancies.reading.pdf_tables import Word, ruled
from vacancies.reading.reading import old_job_from_file, old_job_from_text, read
from vacancies.reading.specification import read_specification
from vacancies.reading.words import duties_in_prose


def duties_of(text: str) -> list[str]:
    return [duty.text for duty in old_job_from_text(text).duties]


@each(
    "line, facts",
    [
        (
            "Band 8a | 1.0 WTE | Permanent | Based at Carr House, Ely",
            [
                ("band", "Band 8a"),
                ("", "1.0 WTE"),
                ("contract", "Permanent"),
                ("place", "Carr House, Ely"),
            ],
        ),
        (
            "30 hours a week, fixed term for a year",
            [("hours", "30 hours a week"), ("contract", "fixed term for a year")],
        ),
        ("You report to the Head of Education.", [("reports_to", "Head of Education")]),
        ("Based at Ely, with hybrid working", [("place", "Ely"), ("", ", with hybrid working")]),
    ],
)
def test_facts_may_stand_in_a_line_without_labels(line, facts):
    assert list(facts_in_passing(line)) == facts


def test_a_line_of_facts_that_says_more_is_kept():
    job = old_job_from_text(
        "Librarian\n30 hours a week, permanent\nBased at Ely, with hybrid working\n"
    )
    assert (job.hours, job.contract, job.place) == (30, "permanent", "Ely")
    assert job.not_understood == ("Based at Ely, with hybrid working",)


def test_labels_may_end_in_a_dash_or_in_nothing():
    assert fact_of("Salary Band – Band 6") == ("band", "Band 6")
    job = old_job_from_text(
        "JOB DESCRIPTION\nJob title Library Officer\nBand 4\nReports to Library Manager\n"
    )
    assert (job.title, job.band, job.reports_to) == ("Library Officer", "4", "Library Manager")


def test_hanging_lines_go_on_with_the_item_or_label_above():
    job = old_job_from_text(
        "Reports to:      Director of Education and\n                 Workforce\n"
        "Duties\n1.   Meets the Quality\n     Framework.\n2.   Answers questions\n"
        "Person specification\nEssential\n•    Study at level\n     7 (A)\n"
    )
    assert job.reports_to == "Director of Education and Workforce"
    assert [duty.text for duty in job.duties] == [
        "Meets the Quality Framework.",
        "Answers questions",
    ]
    assert [(c.text, c.assessed_by) for c in job.criteria] == [
        ("Study at level 7", ("application",))
    ]


def test_a_page_header_with_its_number_is_no_duty():
    header = "Head of Library  Page {} of 3\n"
    text = f"{header.format(1)}Duties\n• Run it\n{header.format(2)}• Fund it\nv2  Page 3 of 3\n"
    assert duties_of(text) == ["Run it", "Fund it"]
    assert "v2 Page 3 of 3" in old_job_from_text(text).not_understood


def test_sentences_of_what_you_will_do_are_duties_each():
    prose = "You will run the desk. You will teach."
    assert duties_in_prose(prose) == ["You will run the desk.", "You will teach."]
    assert duties_in_prose("You will run the desk. It is busy.") == []
    said = "You plan the year. You manage two librarians."
    page = f"Main duties\n{said}\nWorking pattern\nA job share.\n"
    assert duties_of(page) == ["You plan the year.", "You manage two librarians."]
    job = old_job_from_text(
        f"About the role\nA post in a small team.\n{prose}\nYou will order books.\n"
    )
    assert (job.purpose, len(job.duties)) == ("A post in a small team.", 3)


def test_the_reading_of_a_key_is_that_in_which_letters_begin_their_words():
    key = {"a": "application", "i": "interview"}
    assert key_of("Application (A) Interview (I)") == key_of("(A) Application (I) Interview") == key


def test_levels_and_methods_may_both_stand_in_rows():
    spec = table(
        "Qualifications|", "Essential|Degree or experience/GCSE English", "Desirable|Award",
        "Assessed by|Application", "Skills|", "Essential|Plain", "Assessed by|Interview",
    )  # fmt: skip
    found = read_specification(spec, inside=True)
    assert [(c.text, c.essential, c.assessed_by) for c in found.criteria] == [
        ("Degree or experience", True, ("application",)),
        ("GCSE English", True, ("application",)),
        ("Award", False, ("application",)),
        ("Plain", True, ("interview",)),
    ]


def test_no_in_the_only_column_of_levels_is_the_other_level():
    found = read_specification(table("Requirement|Essential?", "Degree|Yes", "Writes well|No"))
    assert [c.essential for c in found.criteria] == [True, False]


def test_ways_in_words_hold_for_all_criteria_of_a_cell():
    spec = table(
        "|Essential|Desirable|Assessed by", "Skills|Writes/Speaks|Sings|Interview/Application form"
    )
    assert {c.assessed_by for c in read_specification(spec).criteria} == {
        ("application", "interview")
    }


def test_a_wish_in_words_is_no_demand():
    job = old_job_from_text(
        "Person specification\nEssential: a degree\nUseful for the post: an award\n"
    )
    assert [c.essential for c in job.criteria] == [True, False]


def test_a_line_of_a_stage_says_level_and_method():
    job = old_job_from_text(
        "PERSONNEL SPECIFICATION\nThe following are ESSENTIAL criteria which will be measured "
        "during the interview stage:\n1. Good communication.\n2. Plans work.\n"
    )
    assert [(c.essential, c.assessed_by) for c in job.criteria] == [(True, ("interview",))] * 2


@each("above", ["", "Main responsibilities and approximate time"])
def test_a_heading_of_duties_may_stand_above_a_table_or_a_heading(above):
    rows = table("No|Responsibility|% of time", "1|Plan programmes.|60", "2|Advise leads.|40")
    job = read([Line(above or "Key Functional Responsibilities", 1), rows]).job
    assert [(duty.text, duty.share) for duty in job.duties] == [
        ("Plan programmes.", 60),
        ("Advise leads.", 40),
    ]


def test_groups_may_be_named_as_factors():
    blocks = [
        *(Line("Key Functional Responsibilities", 1), Line("Operational", 2)),
        *(Line("To run networks", item=True), Line("Communication and Relationships", 2)),
        Line("Present findings to boards", item=True),
    ]
    job = read(blocks).job
    assert [duty.group for duty in job.duties] == ["Operational", "Communication and Relationships"]


def test_the_letters_of_a_form_may_be_explained_in_a_table():
    key = table("A|Application form", "I|Interview")
    job = read([Line("Person specification", 1), key]).job
    assert job.not_understood == ("Person specification", "A = Application form", "I = Interview")


def test_a_title_may_stand_above_its_band_behind_other_facts():
    job = old_job_from_text(
        "Employer\nNorthfield NHS Trust\nLibrary Services Manager\nBand 7\nMain duties\n• Run it\n"
    )
    assert (job.title, job.band) == ("Library Services Manager", "7")


def test_the_purpose_may_be_a_sentence_under_no_heading():
    said = "The purpose of this post is to run the library."
    assert old_job_from_text(f"Post: Librarian\n\n{said}\n").purpose == said


def test_a_shape_close_before_a_word_is_its_bullet():
    page = {"height": 800.0, "rules": [(94, 518, 98, 522), (94, 300, 98, 304), (50, 500, 550, 501)]}
    words = [Word(105, 275, 150, 285, "Degree", bold=False)]
    assert [(b.text, b.middle) for b in _drawn_bullets(page, words)] == [("•", 280)]


def test_criteria_in_the_cell_that_names_their_level_are_kept():
    spec = table("Essential criteria:/Degree/Teaches well|Desirable criteria:/Award")
    found = read_specification(spec, inside=True)
    assert [(c.text, c.essential) for c in found.criteria] == [
        ("Degree", True),
        ("Teaches well", True),
        ("Award", False),
    ]


def test_a_level_above_a_table_of_categories_holds_for_its_rows():
    blocks = [
        *(
            Line("Person specification", 1),
            Line("Essential", 2),
            table("Skills|Writes", "Other|Cares"),
        ),
        *(Line("Desirable", 2), table("Skills|Sings", "Other|Drives")),
    ]
    assert [c.essential for c in read(blocks).job.criteria] == [True, True, False, False]


def test_a_column_of_letters_stands_beside_columns_of_methods_to_tick():
    found = read_specification(
        table("Requirement|E or D|Interview|Test", "Degree|E|X|", "Award|D||X")
    )
    assert [(c.essential, c.assessed_by) for c in found.criteria] == [
        (True, ("interview",)),
        (False, ("task",)),
    ]


def test_a_level_before_its_text_keeps_the_category_above():
    text = "Person specification\nSkills\nEssential: Writes well.\nDesirable: Sings.\n"
    assert [c.category for c in old_job_from_text(text).criteria] == ["skills", "skills"]


def test_prose_under_a_new_heading_behind_a_list_of_criteria_is_none():
    text = "Person specification\nEssential\n• Degree\nCommitments\nPolicies hold for all here.\n"
    job = old_job_from_text(text)
    assert [c.text for c in job.criteria] == ["Degree"]
    assert "Commitments" in job.not_understood


@each("sea", [[], ["Sea"]])
def test_levels_may_stand_between_the_lines_of_a_cell(sea):
    skills = "/".join(["Skills|Essential:/Maps", *(f"Desirable:/{word}" for word in sea)])
    spec = table("Experience|Essential:/Large data sets/Desirable:/Libraries", skills)
    criteria = read([Line("Person specification", 1), spec]).job.criteria
    assert [(c.text, c.essential, c.category) for c in criteria] == [
        ("Large data sets", True, "experience"),
        ("Libraries", False, "experience"),
        ("Maps", True, "skills"),
        *((word, False, "skills") for word in sea),
    ]


def test_what_a_level_means_may_stand_below_its_name():
    said = "The qualities without which nobody can be appointed"
    found = read_specification(
        table(f"Area|Essential/{said}|Desirable/{said} too", "Skills|Maps|Sea")
    )
    assert [(c.text, c.essential) for c in found.criteria] == [("Maps", True), ("Sea", False)]
    assert len(found.rest) == 2


def test_a_name_with_a_share_above_prose_is_a_group():
    text = (
        "Main duties\nTeaching (40%)\nDesigns and gives classes on finding and judging evidence.\n"
    )
    duty = old_job_from_text(text).duties[0]
    assert (duty.group, duty.share) == ("Teaching", 40)


def test_the_levels_of_nhs_jobs_are_no_furniture_of_a_page():
    names = ("Qualifications", "Experience", "Skills", "Knowledge")
    specification = "\n".join(
        f"{name}\nEssential\n• {name} that all need\n• More {name} of all\nDesirable\n• {name} too"
        for name in names
    )
    job = old_job_from_text(f"Person specification\n{specification}")
    assert [c.essential for c in job.criteria] == [True, True, False] * len(names)


@each("levels", [("E", "D"), ("Essential", "Desirable")])
def test_a_level_alone_behind_each_criterion_is_of_that_criterion(levels):
    essential, desirable = levels
    job = old_job_from_text(
        "Person specification\nEducation\nDegree in librarianship\n"
        f"{essential}\nA\nChartered membership\n{desirable}\nA\nExperience\n"
        f"Work on an enquiry desk\n{essential}\nA/I\nWork in the health service\n{desirable}\nA/I\n"
    )
    assert [(c.category, c.essential) for c in job.criteria] == [
        ("qualifications", True),
        ("qualifications", False),
        ("experience", True),
        ("experience", False),
    ]


@each(
    "above",
    [
        "Criteria\nEssential\nDesirable\nHow identified\nand assessed*\nSkills",
        "ESSENTIAL\nSKILLS\nDESIRABLE",
        "E = Essential for the role, D = Desirable for the role.\nSkills\nReads Welsh\nE\nE",
    ],
)
def test_a_level_whose_column_became_a_line_is_asked(above):
    text = f"Person specification\n{above}\nSpeaks Welsh\nX\nWrites well\nX\n"
    job = old_job_from_text(text)
    assert [(c.text, c.essential) for c in job.criteria][-2:] == [
        ("Speaks Welsh", None),
        ("Writes well", None),
    ]
    assert job.not_understood[-2:] == ("X", "X")


@pytest.mark.parametrize(
    "lines",
    [
        "Employees of the Trust are required to support its mission and:\n"
        "• Provide a caring service.\n• Show commitment by regular attendance.\n",
        "• Comply with Trust policies.\n• Attend mandatory training.\n• Help others.\n",
    ],
    ids=["lead-in", "most of the list"],
)
def test_what_all_staff_must_do_is_no_duty_of_the_post(lines):
    job = old_job_from_text(
        "Main duties\n• Answer enquiries at the desk.\n• Order new books.\n"
        f"General responsibilities\n{lines}"
    )
    assert [d.text for d in job.duties] == ["Answer enquiries at the desk.", "Order new books."]
    assert "\n".join(job.standard_statements).count("\n") >= 2


def test_a_group_between_two_lists_may_begin_with_a_verb():
    job = old_job_from_text(
        "Main duties\nEnquiries\n• Answer questions at the desk.\n"
        "Document supply\n• Send for articles.\n• Keep records of loans.\n"
    )
    assert [d.group for d in job.duties] == ["Enquiries", "Document supply", "Document supply"]


def test_prose_below_the_name_of_a_fact_ends_duties_and_a_report_on_a_matter_is_one():
    report = "You report to the board on what has changed as a result."
    job = old_job_from_text(
        f"Main duties\nYou plan reviews of the work. You manage two librarians. {report}\n\n"
        "Working pattern\nThe post can be worked as a job share by two people.\n"
    )
    assert [d.text for d in job.duties][2:] == [report]
    assert job.reports_to == ""


def test_a_group_in_wrapped_text_ends_a_list_whose_last_line_had_room_for_it():
    job = old_job_from_text(
        "Main duties\nEnquiries\n"
        "• Answer questions from ward staff at the desk, on the telephone and by\nemail.\n"
        "• Show groups of up to 12 people what they need to find it\nTeaching\n"
        "• Plan sessions with the school of nursing and with the school of the\nTrust each term\n"
        "The team\n• Show new colleagues the desk\n"
    )
    assert [d.group for d in job.duties] == ["Enquiries", "Enquiries", "Teaching", "The team"]


@each(
    "first, second, manager, accountable",
    [
        ("Reports to: Trust Librarian", "Responsible to: Director", "Trust Librarian", "Director"),
        ("Responsible to: Director", "Reports to: Trust Librarian", "Trust Librarian", "Director"),
        ("Responsible to: Librarian", "Accountable to: Director", "Librarian", "Director"),
    ],
)
def test_of_two_above_the_post_one_is_the_manager(first, second, manager, accountable):
    job = old_job_from_text(f"Job title: Assistant\n{first}\n{second}\n")
    assert (job.reports_to, job.accountable_to) == (manager, accountable)


def test_sentences_below_one_heading_of_all_efforts_go_to_their_factors():
    job = old_job_from_text(
        "Physical and emotional demands\nThe post holder moves boxes of books.\n"
        "Prolonged concentration when searching.\nSome requests are distressing.\n"
        "Use of a display screen all day.\nNothing else is known.\n"
    )
    assert [one.factor for one in job.evidence] == ["F13", "F14", "F15", "F16"]
    assert job.not_understood == ("Physical and emotional demands", "Nothing else is known.")


def test_the_role_of_the_department_is_said_about_the_employer():
    job = old_job_from_text(
        "1. Job purpose\nTo run the library.\n5. Role of the department\nIt supports all staff.\n"
    )
    assert job.about == "It supports all staff."


def test_a_gap_in_a_cell_of_a_pdf_ends_a_paragraph():
    words = [
        Word(10, top, 10 + 4 * len(text), top + 10, text, False)
        for top, text in ((0, "Degreeofasort"), (13, "inLibraryStudies"), (32, "Basicskills"))
    ]
    rules = [(-2.0, 0.0, 80.0), (50.0, 0.0, 80.0)]
    table = ruled(words, rules, [(0.0, -5.0, 55.0), (80.0, -5.0, 55.0)], -5, 55)
    assert table.rows[0][0].paragraphs == ("Degreeofasort inLibraryStudies", "Basicskills")


def test_what_stands_behind_the_criteria_is_none():
    job = old_job_from_text(
        "Person specification\nEssential criteria\n• Able to travel across the county\n"
        "Employer certification / accreditation badges\nDisability confident employer\n"
        "Contact details\nName\nPat Example\nEmail address\npat@example.org\n"
    )
    assert [c.text for c in job.criteria] == ["Able to travel across the county"]
    assert "pat@example.org" in "\n".join(job.not_understood)


def test_a_sentence_about_the_form_below_its_own_heading_is_no_criterion():
    job = old_job_from_text(
        "PERSONNEL SPECIFICATION\nDESIRABLE CRITERIA\n• Experience of supervising staff\n"
        "SHORTLISTING\nCandidates are chosen for interview from the application form.\n"
    )
    assert [c.text for c in job.criteria] == ["Experience of supervising staff"]


def test_a_full_line_of_a_narrow_cell_ends_where_the_next_opens_a_criterion():
    words = [
        Word(2, top, 78, top + 10, text, False)
        for top, text in ((0, "Work with"), (13, "CILIP members"), (26, "Experience elsewhere"))
    ]
    rules = [(-2.0, 0.0, 80.0), (50.0, 0.0, 80.0)]
    table = ruled(words, rules, [(0.0, -5.0, 55.0), (80.0, -5.0, 55.0)], -5, 55)
    assert table.rows[0][0].paragraphs == ("Work with CILIP members", "Experience elsewhere")


def test_numbered_names_in_bold_divide_the_duties_below_them():
    document = WordDocument()
    for text, bold in (
        ("Main responsibilities", True),
        ("1. Communication", True),
        ("To answer enquiries from staff of all grades.", False),
        ("2. Service", True),
        ("To order articles from other libraries.", False),
        ("KSF outline", True),
    ):
        document.add_paragraph().add_run(text).bold = bold
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ("Dimension", "Level", "Communication", "2"), strict=True):
        cell.text = text
    job = old_job_from_file(saved(document))
    assert [d.group for d in job.duties] == ["Communication", "Service"]
    assert job.dimensions == job.relationships == ""


@each("said", ["22.5 (part-time)", "22.5, part time", "22.5 part-time"])
def test_part_time_behind_a_number_shows_that_it_is_of_hours(said):
    assert hours_of(said) == 22.5


def test_lines_that_differ_in_their_numbers_alone_are_no_furniture_of_a_page():
    places = ("wards", "clinics", "shelves", "desks", "stores", "halls", "yards", "lifts")
    lines = [
        f"{words} in {number} minutes"
        for number in range(1, 6)
        for words in ("Finds papers", *(f"Tidies the {place} well" for place in places))
    ]
    job = old_job_from_text("Person specification\nEssential\n" + "\n".join(lines))
    assert [criterion.text for criterion in job.criteria] == lines


@each("page", ["{}", "{} / 3"])
def test_a_line_always_above_the_number_of_a_page_is_of_the_page(page):
    feet = [f"Reading Room Assistant  AB/12\n{page.format(number)}\n" for number in (1, 2, 3)]
    text = (
        f"Main duties\n- Staff the desk.\n{feet[0]}- Shelve the\n{feet[1]}books.\n"
        f"- Answer the telephone.\n{feet[2]}"
    )
    assert duties_of(text) == ["Staff the desk.", "Shelve the books.", "Answer the telephone."]


def test_criteria_wrapped_beside_a_column_of_levels_are_whole():
    job = old_job_from_text(
        "Title........ Loans Assistant\nHours: 20 a week (full time is 36)\n"
        "Person specification\n"
        "Asked                        E/D   How\n"
        "---------------------------  ---   ---\n"
        "Skills\n"
        "Sorts shelves by number and  E     A\n"
        "  by letter\n"
        "Tells readers, in plain      D     A, I\n"
        "  words, where a book\n"
        "  stands\n"
    )
    assert (job.title, job.hours) == ("Loans Assistant", 20)
    assert [(one.text, one.essential, one.assessed_by) for one in job.criteria] == [
        ("Sorts shelves by number and by letter", True, ("application",)),
        (
            "Tells readers, in plain words, where a book stands",
            False,
            ("application", "interview"),
        ),
    ]


@each(
    "mailed, written",
    [
        ("a readerâ€™s card, Â£2, cafÃ©", "a reader’s card, £2, café"),
        ("TÂN, a CHÂTEAU, mâ", "TÂN, a CHÂTEAU, mâ"),
        ("> Duties:\n>\n> > Shelve books", "Duties:\n\nShelve books"),
        ("> Shelve books\n> Lend them", "> Shelve books\n> Lend them"),
    ],
)
def test_what_mail_did_to_a_text_is_undone_where_it_can_be_seen(mailed, written):
    assert as_written(mailed) == written


def test_semicolons_within_sentences_do_not_part_criteria():
    job = old_job_from_text(
        "Person specification\nEssential criteria\nDegree in librarianship\n\n"
        "The post has a check of records. Training comes before you begin; sleeves up; no watch.\n"
    )
    assert "sleeves up" not in [criterion.text for criterion in job.criteria]


def test_gaps_of_a_template_are_no_facts():
    lines = (
        "Job title: [insert job title]",
        "Band: TBC",
        "Reports to: Click or tap here to enter text.",
        "Contract: permanent / fixed term (delete as appropriate)",
        "Choose an item.",
    )
    job = old_job_from_text("\n".join([*lines[:4], "Base: Ely", "Main duties", lines[4], "Lend"]))
    assert (job.title, job.band, job.reports_to, job.contract, job.place) == (*[""] * 4, "Ely")
    assert [duty.text for duty in job.duties] == ["Lend"]
    assert job.not_understood == lines


def test_rows_with_slashes_between_their_cells_are_rows():
    job = old_job_from_text(
        "Person specification\nArea / ESSENTIAL / DESIRABLE / HOW ASSESSED\n"
        "Skills /\n• Reads Welsh\n• Can count to 3/4\n/\n• Sings\n/\n• Interview\n\n"
        "Knowledge /\n• Maps\n/\n• Interview and task\n\n"
    )
    assert [(c.text, c.essential, c.assessed_by) for c in job.criteria] == [
        ("Reads Welsh", True, ("interview",)),
        ("Can count to 3/4", True, ("interview",)),
        ("Sings", False, ("interview",)),
        ("Maps", None, ("interview", "task")),
    ]


def test_rows_with_slashes_show_a_level_or_have_it_asked():
    job = old_job_from_text(
        "Post title / Curator\nHours / 30 / Place / Ely\nPurpose\nTo show prints.\n"
        "Requirements / Essential/Desirable\n"
        "Skills /\n• Reads Welsh\n• Sings\n/ Essential\nValues /\n• Is kind\n/ Desirable\n"
    )
    assert (job.title, job.hours, job.place) == ("Curator", 30, "Ely")
    assert [(c.text, c.essential) for c in job.criteria] == [
        ("Reads Welsh", True),
        ("Sings", True),
        ("Is kind", False),
    ]
    job = old_job_from_text(
        "Requirements / Essential / Desirable / How assessed\nLanguages / Reads Welsh well\n"
        "Speaks it well too / Interview\nArts / Sings and dances well / Interview\n"
    )
    assert [(c.text, c.essential) for c in job.criteria] == [
        ("Reads Welsh well", None),
        ("Speaks it well too", None),
        ("Sings and dances well", None),
    ]


def test_a_level_behind_an_item_may_be_that_of_those_below_it_and_is_asked():
    job = old_job_from_text(
        "Person specification\nSkills (Essential criteria)\n• Sings\n• Reads (Desirable criteria)\n"
        "• Paints\nValues (Essential criteria)\n• Is kind\n"
    )
    assert [(c.text, c.essential) for c in job.criteria] == [
        ("Sings", True),
        ("Reads", None),
        ("Paints", None),
        ("Is kind", True),
    ]


def test_levels_without_colons_begin_their_criteria():
    job = old_job_from_text("Registration\nEssential A licence\nDesirable A fellowship\n")
    levels = [(c.text, c.essential) for c in job.criteria]
    assert levels == [("A licence", True), ("A fellowship", False)]


def test_a_page_in_one_line_is_broken_before_labels_without_colons():
    job = old_job_from_text(
        f"Job title Curator Division Arts Department Prints Location Ely Contract type Permanent "
        f"Reporting to Head of Prints {'They show prints to all who come. ' * 10}"
        "NO MAIN RESPONSIBILITIES 1 To show prints. 2 To buy prints. 3 To lend prints."
    )
    assert (job.title, job.department, job.place) == ("Curator", "Prints", "Ely")
    assert job.contract == "Permanent"
    assert [duty.text for duty in job.duties] == [
        "To show prints.",
        "To buy prints.",
        "To lend prints.",
    ]


def test_criteria_in_one_line_below_both_levels_are_asked():
    job = old_job_from_text(
        "CURATOR PERSON SPECIFICATION Skills Essential Desirable Ability to read Welsh and to "
        "speak it with all who come Understanding of prints and of those who made them X X "
        f"Experience Essential Desirable {'Experience of work with prints and with people ' * 6}X"
    )
    assert [(c.text[:16], c.essential) for c in job.criteria[:2]] == [
        ("Ability to read ", None),
        ("Understanding of", None),
    ]
    assert {c.essential for c in job.criteria} == {None}


def test_numbered_rows_with_slashes_are_items_with_their_methods():
    job = old_job_from_text(
        "Person specification\nSkills / ESSENTIAL / DESIRABLE\n"
        "1 / Reads Welsh / A / I\n2 / Sings and/or dances / I\n"
    )
    assert [(c.text, c.essential, c.assessed_by) for c in job.criteria] == [
        ("Reads Welsh", None, ("application", "interview")),
        ("Sings and/or dances", None, ("interview",)),
    ]


def test_a_line_that_says_what_follows_is_essential_opens_criteria():
    job = old_job_from_text(
        "Cook\n\nThe following skills and values are essential -\n• Can bake\n• Is kind\n"
    )
    assert [(c.text, c.essential) for c in job.criteria] == [("Can bake", True), ("Is kind", True)]


def test_items_that_lost_their_bullets_are_items():
    cakes = [f"Can bake {cake}." for cake in ("pies", "tarts", "rolls", "rye")]
    text = "COOK PERSON SPECIFICATION\nValues\n Is kind.\n Is patient.\nSkills\n " + "\n ".join(
        cakes
    )
    assert [(c.category, c.text) for c in old_job_from_text(text).criteria] == [
        ("values", "Is kind."),
        ("values", "Is patient."),
        *(("skills", cake) for cake in cakes),
    ]


LEVELS_SEEN = {
    "of a list that a sentence without a level announces": (
        "Person specification\nEssential\n• Can bake\nWe also ask that you:\n• can fry\n",
        [("Can bake", True), ("can fry", None)],
    ),
    "by the spaces of empty cells": (
        "Person specification\nEssential Desirable Assessed\n"
        "Can bake X   A\nCan fry   X A\nIs kind X\n",
        [("Can bake", True), ("Can fry", False), ("Is kind", True)],
    ),
    "by nothing, where no cell is empty": (
        "Person specification\nEssential Desirable\nCan bake X\nCan fry X\n",
        [("Can bake", None), ("Can fry", None)],
    ),
    "by the place of lines that were cells": (
        "Person specification\nCriteria\nEssential\nDesirable\nAssessed by\n"
        "Can bake\nX\n\nA\nSkills\nCan fry\n\nX\nA\nIs kind\nX\n\n\n",
        [("Can bake", True), ("Can fry", False), ("Is kind", True)],
    ),
    "behind the way of assessment": (
        "Person specification\nEssential criteria – assessed at interview\n• Can bake\n"
        "Desirable criteria – assessed by application form\n• Can fry\n",
        [("Can bake", True), ("Can fry", False)],
    ),
    "of a skill that is the last of its list": (
        "Person specification\nSkills\nEssential\nCan bake\nIT skills\n"
        "Experience\nEssential\nWork in a kitchen\nCommunication skills\n",
        [
            ("Can bake", True),
            ("IT skills", True),
            ("Work in a kitchen", True),
            ("Communication skills", True),
        ],
    ),
    "of what applicants must have or be": (
        "Person specification for Cook\nApplicants must have a degree in food.\n"
        "You must not:\n• smoke\n• drink\nA certificate is desirable\n",
        [
            ("Applicants must have a degree in food.", True),
            ("You must not: smoke; drink", True),
            ("A certificate is desirable", False),
        ],
    ),
    "in the words of one criterion": (
        "Person specification\n• A fryer is desirable\n• Experience of ovens is essential\n",
        [("A fryer is desirable", False), ("Experience of ovens is essential", True)],
    ),
    "of two categories at once": (
        "Person specification\nESSENTIAL\n"
        "Education and qualifications: a degree; a diploma; Welsh\n",
        [("a degree", True), ("a diploma", True), ("Welsh", True)],
    ),
}


@each("text, criteria", LEVELS_SEEN.values())
def test_levels_are_seen(text, criteria):
    assert [(c.text, c.essential) for c in old_job_from_text(text).criteria] == criteria


def test_what_people_bring_is_no_group_of_duties():
    job = old_job_from_text(
        "Cook\n\nResponsibilities\n• Bake pies\n• Fry fish\n• Clean the ovens\n"
        "Qualifications\n• A degree in food\nSkills\n• Able to fry\n"
    )
    assert [duty.text for duty in job.duties] == ["Bake pies", "Fry fish", "Clean the ovens"]
    assert [(c.category, c.text, c.essential) for c in job.criteria] == [
        ("qualifications", "A degree in food", None),
        ("skills", "Able to fry", None),
    ]


def test_small_letters_go_on_below_a_criterion_that_leads_in():
    job = old_job_from_text(
        "Person specification\n• Evidence of skill including:\n• baking\n• frying\n• Kindness\n"
    )
    texts = [criterion.text for criterion in job.criteria]
    assert texts == ["Evidence of skill including: baking; frying", "Kindness"]


def test_methods_stand_behind_a_sentence_or_below_their_question():
    job = old_job_from_text(
        "Person specification\nEssential criteria\nSkills\n"
        "• Can bake well. Application and interview\nExperience\n"
        "• Has worked in a kitchen\nWhen is this evaluated?\n• Application form\n"
    )
    assert [(c.text, c.assessed_by) for c in job.criteria] == [
        ("Can bake well.", ("application", "interview")),
        ("Has worked in a kitchen", ("application",)),
    ]


def test_a_sentence_about_effort_counts_for_its_own_factor():
    job = old_job_from_text(
        "Cook\nPhysical, mental and emotional effort\n"
        "Carries sacks. Concentrates on the clock. Gives bad news. Travels between kitchens.\n"
    )
    assert [(one.factor, one.text) for one in job.evidence] == [
        ("F13", "Carries sacks."),
        ("F14", "Concentrates on the clock."),
        ("F15", "Gives bad news."),
        ("F16", "Travels between kitchens."),
    ]


def test_a_label_of_title_and_band_is_no_criterion():
    job = old_job_from_text(
        "Person specification\nJOB TITLE AND BAND: Cook, Band 4\nEssential\n• Can bake\n"
    )
    assert (job.title, job.band, [c.text for c in job.criteria]) == ("Cook", "4", ["Can bake"])


DUTIES_SEEN = {
    "in a cell beside their heading, below the names of groups": (
        [
            table(
                "Job title|Cook",
                "Main duties|Oven/Check it daily./Clean it./Stock/Order flour each week.",
                "Effort and conditions|Physical: carries sacks./Mental: counts.",
                "Infection control|All staff must keep to the policy on infection control.",
            )
        ],
        [
            ("Oven", "Check it daily."),
            ("Oven", "Clean it."),
            ("Stock", "Order flour each week."),
        ],
    ),
    "in a cell beside its number, with numbers of their own": (
        [
            table(
                "1|JOB PURPOSE/To feed all.",
                "2|MAIN DUTIES/Oven:/2.1 Bake pies daily./2.2 Clean the oven.",
                "3|SYSTEMS AND EQUIPMENT/An oven.",
            )
        ],
        [("Oven", "Bake pies daily."), ("Oven", "Clean the oven.")],
    ),
    "in a table that names its columns, without a heading": (
        [
            Line("Job summary: to feed all who come."),
            table("Area|Share|Duties", "Oven|60%|Bake pies daily.", "Stock|40%|Order flour."),
            table("Confidentiality|Keep records private."),
        ],
        [("Oven", "Bake pies daily."), ("Stock", "Order flour.")],
    ),
    "below the names of factors alone": (
        [
            Line("Job description", 10),
            *(Line("Communication and relationship skills", 10), Line("Explain menus.", item=True)),
            *(Line("Tell the staff.", item=True), Line("Planning skills", 10)),
            *(Line("Plan the week.", item=True), Line("Order flour.", item=True)),
        ],
        [
            ("Communication and relationship skills", "Explain menus."),
            ("Communication and relationship skills", "Tell the staff."),
            ("Planning skills", "Plan the week."),
            ("Planning skills", "Order flour."),
        ],
    ),
    "in plain lines below a styled group that sounds like another part": (
        [
            *(Line("What you will do", 1), Line("Baking (60%)", 2), Line("Bake pies daily.")),
            *(Line("NHS liaison (40%)", 2), Line("Act as first contact for wards.")),
        ],
        [("Baking", "Bake pies daily."), ("NHS liaison", "Act as first contact for wards.")],
    ),
}


@each("blocks, duties", DUTIES_SEEN.values())
def test_duties_are_seen(blocks, duties):
    assert [(duty.group, duty.text) for duty in read(blocks).job.duties] == duties


@each(
    "text, facts",
    [
        (
            "Cook\nWhere: The Mill, Ely. When: 22.5 hours a week. Your manager: Head Cook. "
            "The post is permanent after six months.",
            ("The Mill, Ely", 22.5, "Head Cook", "permanent", ""),
        ),
        (
            "Job title: Cook\nThe postholder reports to the Head Cook and is accountable to the "
            "Chief Cook.",
            ("", None, "Head Cook", "", "Chief Cook"),
        ),
        (
            "Job title: Cook\nOffice: Ely\nWorking pattern: 30 hours\nLine manager: Kitchen Team\n"
            "Manager\nLength: Permanent\n",
            ("Ely", 30, "Kitchen Team Manager", "Permanent", ""),
        ),
        (
            "Kitchen\nThis is a full-time (30 hours), fixed-term post for 12 months at Band 5, "
            "based at The Mill, Ely. The postholder reports to the Head Cook.",
            ("The Mill, Ely", 30, "Head Cook", "fixed-term post for 12 months", ""),
        ),
        ("== Cook ==\n  * Where: Ely\n  * Hrs: 30\n== Tasks ==\n", ("Ely", 30, "", "", "")),
    ],
)
def test_facts_are_seen(text, facts):
    job = old_job_from_text(text)
    found = (job.place, job.hours, job.reports_to, job.contract, job.accountable_to)
    assert found == facts


def test_a_row_across_gives_the_methods_of_the_category_above():
    rows = table("|Essential|Desirable", "Skills|Bakes|Fries", "Means of assessment: interview||")
    assert [c.assessed_by for c in read_specification(rows).criteria] == [("interview",)] * 2


def test_a_letter_and_its_meaning_in_a_list_is_no_criterion():
    job = old_job_from_text(
        "Person specification\nEssential\n• Can bake (A)\nKey\n• A application\n• I interview\n"
    )
    assert [c.text for c in job.criteria] == ["Can bake"]


def test_a_table_in_the_header_gives_labels_and_values():
    outside = ["Job title:", "Head Cook", "Band:", "8b", "Page 1 of 4"]
    blocks = [Line("Organisation chart", 1), Line("THIS POST", 1), Line("Kings Quay")]
    job = read(blocks, outside).job
    assert (job.title, job.band) == ("Head Cook", "8b")
