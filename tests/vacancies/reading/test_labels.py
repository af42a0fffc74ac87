"""Labels apart from their values, methods in sentences, and duties below numbers or in prose."""

from docx import Document as WordDocument

from tests.each import each
from tests.vacancies.reading.build import saved
from vacancies.reading.old_job import OldJob
from vacancies.reading.reading import old_job_from_file, old_job_from_text

ROWS = "Job title\tBand\tHours\tBase\nLibrarian\tBand 6\t30 a week\tHill House\n"
LINES = (
    "Job title\nBand\nHours\nBase\nLibrarian\nBand 6\n30 hours\nHill House\nPurpose\nTo run it.\n"
)
BOTH = (
    "Teitl y swydd / Job title\nLibrarian\nBand cyflog / Pay band\n6\n"
    "Oriau gwaith / Hours of work\n30\nLleoliad / Base\nHill House\n"
)


def facts_of(job: OldJob) -> tuple[str, str, float | None, str]:
    return job.title, job.band, job.hours, job.place


@each("text", [ROWS, LINES, BOTH])
def test_labels_name_the_values_below_them(text):
    assert facts_of(old_job_from_text(text)) == ("Librarian", "6", 30, "Hill House")
    assert old_job_from_text(text).not_understood == ()


def test_labels_without_values_of_their_kind_name_nothing():
    job = old_job_from_text("Job title\nBand\nSubject librarian\nTo be decided\n")
    assert (job.title, job.band) == ("", "")


@each(
    "cells",
    [
        [["Job title\nLibrarian", "Band\n6"], ["Hours\n30", "Base\nHill House"]],
        [["Job title\nLibrarian\nBand\n6\nHours\n30\nBase\nHill House"]],
        [["Job title\nBand\nHours\nBase", "Librarian\n6\n30\nHill House"]],
    ],
)
def test_a_cell_may_hold_a_label_and_its_value(cells):
    document = WordDocument()
    table = document.add_table(rows=len(cells), cols=len(cells[0]))
    for row, texts in zip(table.rows, cells, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    assert facts_of(old_job_from_file(saved(document))) == ("Librarian", "6", 30, "Hill House")


def test_of_two_languages_the_english_says_who_is_above_the_post():
    job = old_job_from_text("Yn atebol i / Reports to\nLibrary Services Manager\n")
    assert (job.reports_to, job.accountable_to) == ("Library Services Manager", "")


def test_long_headings_in_two_languages_open_their_parts():
    job = old_job_from_text(
        "Diben y swydd / Job purpose\nTo run the enquiry desk of the library.\n"
        "Prif Ddyletswyddau a Chyfrifoldebau / Main Duties and Responsibilities\nBuy books.\n"
        "Manyleb Person / Person Specification\n"
        "Sgiliau a Phriodoleddau / Skills and Attributes\nHanfodol / Essential\nCan listen\n"
    )
    assert [d.text for d in job.duties] == ["Buy books."]
    assert [(c.text, c.essential, c.category) for c in job.criteria] == [
        ("Can listen", True, "values")
    ]


ALL = ("application", "interview")
SAID = "assessed by application form and interview"
TABLE = "\tEssential\tDesirable\nSkills\tCan count\tCan sing\n"


@each(
    "text, methods",
    [
        (f"All criteria will be {SAID}.\nSkills\nEssential\n- Can count\n", [ALL]),
        (f"Essential\n- Can count\nThese will be {SAID}.\n", [ALL]),
        (
            f"Skills\nEssential\n- Can count\nValues\n- Is kind\nAll criteria are {SAID}.\n",
            [ALL] * 2,
        ),
        (
            f"Skills\nEssential\n- Can count\nThese are {SAID}.\nValues\nEssential\n- Is kind\n"
            "We look for these at interview.\n",
            [ALL, ("interview",)],
        ),
        (f"{TABLE}The above criteria will be {SAID}.\n", [ALL] * 2),
        (f"We will assess these from the application and at interview.\n{TABLE}", [ALL] * 2),
        (
            f"\tEssential\tDesirable\nAll criteria are {SAID}\nSkills\tCan count\tCan sing\n",
            [ALL] * 2,
        ),
        (f"Skills ({SAID})\nEssential\n- Can count\nValues\nEssential\n- Is kind\n", [ALL, ()]),
        ("Method of assessment\nApplication form and interview\nEssential\n- Can count\n", [ALL]),
        ("Essential\n- Can count\nThose chosen will be asked to interview in May.\n", [()]),
        ("Essential\nAble to assess evidence for interview panels.\n", [()]),
    ],
)
def test_a_sentence_says_how_criteria_are_assessed(text, methods):
    job = old_job_from_text(f"Person specification\n{text}")
    assert [c.assessed_by for c in job.criteria] == methods


@each(
    "text, groups",
    [
        (
            "1. Enquiries\nAnswer questions.\nRun searches.\n2. Managing people\nPlan the rota.\n",
            ["Enquiries", "Enquiries", "Managing people"],
        ),
        (
            "1) Stock\n• Order books.\n2) Budget\n• Pay bills.\n3) Communication\n• Write.\n",
            ["Stock", "Budget", "Communication"],
        ),
        ("A. Enquiries\nAnswer questions.\nB. Teaching\nTeach users.\n", ["Enquiries", "Teaching"]),
        ("1. Answer questions\n2. Teach users:\n- in groups\n- alone\n3. Write guides\n", [""] * 3),
    ],
)
def test_numbers_without_bold_divide_the_duties_of_another_form_below_them(text, groups):
    job = old_job_from_text(f"Main duties\n{text}Person specification\nEssential\n- Can count\n")
    assert [duty.group for duty in job.duties] == groups


def test_sentences_of_what_you_will_do_are_duties_below_no_heading():
    job = old_job_from_text("Job description\n\nYou will buy. You will lend. You will mend.")
    assert [duty.text for duty in job.duties] == [
        "You will buy.",
        "You will lend.",
        "You will mend.",
    ]


POST = "Job title: {}\nBand: {}\nBase: Ely\nMain duties\n- Run the desk\nEssential\n- A degree\n"


@each("text", (POST.format("Clerk (Day)", 2), "Job title: Chair\nTelephone: 12\n"))
def test_a_title_without_facts_of_its_own_is_no_other_job(text):
    assert old_job_from_text(POST.format("Clerk", 2) + text).other_jobs == ()


def test_of_two_jobs_the_first_is_read_and_the_other_kept():
    job = old_job_from_text(f"{POST.format('Clerk', 2)}JOB TWO\n{POST.format('Head Clerk', 4)}")
    assert (job.title, job.band, len(job.duties), len(job.criteria)) == ("Clerk", "2", 1, 1)
    assert job.other_jobs == ("Head Clerk",)
    assert job.not_understood[:2] == ("JOB TWO", "Job title: Head Clerk")


def test_a_number_may_be_the_label_of_a_title():
    jobs = "".join(
        f"POST {number}: {title}, Band 3\nHours: 20\nDuties\n- Run the desk\n"
        for number, title in enumerate(("Clerk", "Porter"), 1)
    )
    job = old_job_from_text(jobs)
    assert (job.title, job.band, job.other_jobs) == ("Clerk", "3", ("Porter, Band 3",))
