"""Forms and pastes of a fifth writer: labels, pages, lists without bullets, weights and ways."""

from dataclasses import replace

from tests.each import each
from tests.vacancies.reading.layouts import table
from vacancies.reading.blocks import LOOSE_HEADING, Cell, Line, Table
from vacancies.reading.old_job import OldJob
from vacancies.reading.reading import old_job_from_text, read


@each(
    "text, part, value",
    [
        ("Hours of work\t30 a week\n\tFixed term: a year\n", "contract", "Fixed term: a year"),
        (
            "Base\tEly\nReports to: Name Line Manager\tSite Librarian\n",
            "reports_to",
            "Site Librarian",
        ),
        ("Type of post:\tPermanent\n", "contract", "Permanent"),
        (
            "Job title Librarian\nLocation Carr House, Ely (hybrid: one day of each week in it)\n"
            "Reports to Head of Insight\n",
            "place",
            "Carr House, Ely (hybrid: one day of each week in it)",
        ),
        ("Job summary\nWe need help for 22.5 hours a week to run the desk.\n", "hours", 22.5),
        (
            "Head of Library Services\nDuties\n- Lead it\n- Plan it\n"
            "Contact\nName\nThe office\nJob title\nExecutive Assistant\nEmail address\na@example\n",
            "title",
            "Head of Library Services",
        ),
    ],
)
def test_facts_of_a_form_or_paste(text, part, value):
    assert getattr(old_job_from_text(f"JOB DESCRIPTION\n{text}"), part) == value


def test_a_title_may_stand_below_the_employer_and_its_slogan():
    lines = [
        Line(text, LOOSE_HEADING) for text in ("Ely Hospice", "Adding life", "Library Co-ordinator")
    ]
    assert read([*lines, Line("At a glance")]).job.title == "Library Co-ordinator"


def duties_of(text: str) -> list[str]:
    return [duty.text for duty in old_job_from_text(text).duties]


def test_indented_lines_below_a_lead_in_are_duties_each():
    listed = "    Be the first to answer the desk\n    Shelve books\n    Chase overdue items\n"
    job = old_job_from_text(
        f"Main duties\nYou will:\n\n{listed}\nYou will report to the Site Librarian.\n"
        "The library is open to all staff by swipe card.\n"
    )
    assert len(job.duties) == 3
    assert job.reports_to == "Site Librarian"


def test_header_and_footer_of_two_lines_are_no_duties():
    page = "NHS Ely ICB\nEvidence Lead JD v1.2 September 2023\nPage {} of 2\n"
    text = f"Duties\n• Run it\n{page.format(1)}• Fund it\n{page.format(2)}"
    assert duties_of(text) == ["Run it", "Fund it"]


def test_a_footer_ends_no_list_of_a_pdf():
    text = (
        "3. DUTIES\n3.4 Finance\na) To hold the budget.\nJD Head of LKS / 2016 Page 1\n"
        "b) To agree contracts.\n3.5 Research\na) To carry out audits.\n"
    )
    assert duties_of(text) == ["To hold the budget.", "To agree contracts.", "To carry out audits."]


def ps_of(*blocks) -> OldJob:
    return read([Line("Job title: Clerk"), Line("Person specification: Clerk"), *blocks]).job


def test_weights_may_stand_for_levels():
    key = Line("Weighting: 3 = essential, 1 = desirable. Source: F = form, T = typing test")
    job = ps_of(key, table("Requirement|Weight|Source", "Typing|3|T", "Shop work|1|F"))
    assert [(c.essential, c.assessed_by) for c in job.criteria] == [
        (True, ("task",)),
        (False, ("application",)),
    ]


def test_ways_are_for_all_criteria_where_one_row_has_another_number_of_them():
    spec = table(
        "|Essential|Desirable|Assessed by",
        "Values|Shares ours||Application form/Interview",
        "Other|Travels/Drives||Application form/Interview",
    )
    assert {c.assessed_by for c in ps_of(spec).criteria} == {("application", "interview")}


def test_level_and_ways_may_stand_below_their_criterion():
    job = old_job_from_text(
        "Person specification\nCriteria E/D Assessed\nExperience\nLeading a team E A/I\n"
        "Presents evidence to busy people\nE I\n"
    )
    assert [(c.text, c.essential, c.assessed_by) for c in job.criteria][1:] == [
        ("Presents evidence to busy people", True, ("interview",))
    ]


def test_a_level_first_said_in_the_table_itself_ends_no_reading():
    rows = table(
        "Person Specification", "Area|Requirement|Assessed by", "Experience|Essential|Test",
        "|Keeps records|", "|Desirable|", "|Library work|", "Additional information",
        "Data protection: You must keep to the policy.",
    )  # fmt: skip
    merged = Cell(above=True)
    after = tuple((merged, row[1], merged) for row in rows.rows[3:6])
    whole = tuple((replace(row[0], span=3), Cell(), Cell()) for row in rows.rows[6:])
    title = (replace(rows.rows[0][0], span=3), Cell(), Cell())
    job = read([Table((title, *rows.rows[1:3], *after, *whole))]).job
    assert [(c.text, c.essential, c.assessed_by) for c in job.criteria] == [
        ("Keeps records", True, ("task",)),
        ("Library work", False, ("task",)),
    ]


def test_groups_in_one_cell_divide_its_duties():
    duties = Cell(("Desk:", "Answers enquiries", "Team:", "Takes minutes"))
    job = read([Line("Key responsibilities", 1), Table(((duties,),))]).job
    assert [(d.group, d.text) for d in job.duties] == [
        ("Desk", "Answers enquiries"),
        ("Team", "Takes minutes"),
    ]


def test_facts_may_be_told_in_sentences():
    job = old_job_from_text(
        "The job in brief\nThis is a permanent job in band 6. Your place of work is Quay House. "
        "You report to the Head of Evidence.\nWhy we need you\nYou will make evidence easy.\n"
        "What you will spend your time on\nFor all staff:\nYou will teach online.\n"
        "You will write the newsletter.\n"
    )
    assert (job.band, job.contract, job.place) == ("6", "permanent", "Quay House")
    assert (job.reports_to, job.purpose) == ("Head of Evidence", "You will make evidence easy.")
    assert len(job.duties) == 2


@each(
    "text, criteria",
    [
        ("Essential\n• Writes (essential – A, T)\n", [("Writes", True, ("application", "task"))]),
        (
            "Notes to applicants\n1. You must show on your application form what is required.\n"
            "ESSENTIAL CRITERIA – these are criteria all applicants MUST meet.\n"
            "Factor Criteria Method of Assessment\n• Good IT skills\n• Plans\nInterview\n"
            "The closing date is 8 April. All are welcome to apply to us.\n",
            [("Good IT skills", True, ("interview",)), ("Plans", True, ("interview",))],
        ),
        (
            "ESSENTIAL CRITERIA which will be measured during the interview / selection stage:\n"
            "1. Plans\nDESIRABLE CRITERIA\nFor reasons of practicality, criteria to "
            "facilitate shortlisting:\n1. Sings\n",
            [("Plans", True, ("interview",)), ("Sings", False, ("application",))],
        ),
        ("Essential\n• Plans\nClosing date: Monday 6 May at noon\n", [("Plans", True, ())]),
        (
            "PRIODOLEDDAU\tHANFODOL\tDYMUNOL\tDULL ASESU\nProfiad\tPlans\t\tFfurflen gais\n",
            [("Plans", True, ("application",))],
        ),
        (
            "REQUIREMENT\tESSENTIAL\tAF\tEX\nPlans\tYes\tNo\tYes\nSings\tNo\tYes\tNo\n",
            [("Plans", True, ("task",)), ("Sings", False, ("application",))],
        ),
    ],
)
def test_criteria_of_a_form_or_paste(text, criteria):
    job = old_job_from_text(f"PERSON SPECIFICATION\n{text}")
    assert [(c.text, c.essential, c.assessed_by) for c in job.criteria] == criteria


def test_a_footer_whose_words_stand_elsewhere_is_no_duty():
    footer = "Clerk Band 4 – March 2022\n{} | P a g e\n"
    text = (
        f"Title: Clerk\nBand: Band 4 – March 2022\nDuties\n• Run it\n{footer.format(1)}• Fund it\n"
    )
    assert duties_of(text + footer.format(2)) == ["Run it", "Fund it"]


def test_the_band_may_stand_in_the_header_behind_the_title():
    lines = [Line("Ely Hospital Trust", LOOSE_HEADING), Line("Clerk", LOOSE_HEADING)]
    assert read(lines, ["Job title: Clerk Band 3 Ref: 21"]).job.band == "3"
