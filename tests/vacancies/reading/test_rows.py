"""Tables filled in as people fill them in: rows that name what follows, marks in odd places,
remarks beside, duties with their groups and shares."""

from tests.each import each
from tests.vacancies.reading.layouts import Heading, Rows, as_word
from vacancies.reading.old_job import OldJob
from vacancies.reading.reading import old_job_from_file, old_job_from_text

HEAD = ["Criteria", "Essential", "Desirable"]
DEGREE, DIPLOMA = ["Degree in any subject", "✓", ""], ["Diploma in management", "", "✓"]
BOTH = [("Degree in any subject", True), ("Diploma in management", False)]
CRITERIA = {
    "the head again": ([HEAD, DEGREE, HEAD, DIPLOMA], BOTH),
    "a name of its own across": ([HEAD, ["Shadow days", "<", "<"], DEGREE, DIPLOMA], BOTH),
    "a number without words": ([HEAD, DEGREE, ["1", "✓", ""], DIPLOMA], BOTH),
    "a note before the marks": (
        [["Criteria", "Note", *HEAD[1:]], ["Plans a search", "Asked of all who apply", "✓", ""]],
        [("Plans a search", True)],
    ),
    "a remark beside": (
        [
            ["Area", *HEAD[1:], "Remarks", "More"],
            ["Skills", "Plans a search", "Teaches a group", "", "See the notes of the panel"],
        ],
        [("Plans a search", True), ("Teaches a group", False)],
    ),
    "a level in the words": (
        [["Criterion", "Essential/Desirable"], [*DEGREE[:1], "E"], ["", "Desirable: drives a car"]],
        [("Degree in any subject", True), ("drives a car", False)],
    ),
    "one level, and what it does not say": (
        [["Criterion", "Essential"], DEGREE[:2], ["Diploma in management", ""], ["", "x"]],
        [("Degree in any subject", True), ("Diploma in management", None)],
    ),
    "one column named again": (
        [["Criterion", "Essential"], DEGREE[:2], ["", "Desirable"], [DIPLOMA[0], "✓"]],
        BOTH,
    ),
    "marks below both": (
        [HEAD, ["Degree in any subject", "✓", "✓"], ["Diploma in management", "✓", "<"]],
        [("Degree in any subject", None), ("Diploma in management", None)],
    ),
    "names and remarks before": (
        [
            ["Area", *HEAD],
            ["Skills", "Plans a search", "✓", ""],
            ["Odd things", "Teaches a group", "✓", ""],
            [f"A remark {'on the whole of the row ' * 4}", "Orders books", "", "✓"],
        ],
        [("Plans a search", True), ("Teaches a group", True), ("Orders books", False)],
    ),
}
ENQUIRIES, BOOKS = "Answers enquiries at the desk", "Orders books for the wards"
DUTIES = {
    "numbers and shares": (
        [["1", ENQUIRIES, "30%"], ["2", BOOKS, "20%"]],
        [("", ENQUIRIES, 30), ("", BOOKS, 20)],
    ),
    "groups, and a cell of two": (
        [["Enquiries", ENQUIRIES, "30%"], ["Stock", f"{BOOKS}\nReviews the stock", "20%"]],
        [("Enquiries", ENQUIRIES, 30), ("Stock", BOOKS, 20), ("Stock", "Reviews the stock", None)],
    ),
    "two in a row": ([[ENQUIRIES, BOOKS]], [("", ENQUIRIES, None), ("", BOOKS, None)]),
    "a line that goes on": (
        [["Area", "Duty", "Share"], ["Stock", f"{BOOKS}:\nfor nurses", "20%"]],
        [("Stock", f"{BOOKS}: for nurses", 20)],
    ),
}


def read(heading: str, rows: list[list[str]]) -> OldJob:
    return old_job_from_file(as_word([Heading("Job description"), Heading(heading), Rows(rows)]))


@each("name", CRITERIA)
def test_criteria_keep_their_words_and_levels(name):
    rows, wanted = CRITERIA[name]
    job = read("Person specification", rows)
    assert [(one.text, one.essential) for one in job.criteria] == wanted


@each(
    "name, kept",
    [
        ("a name of its own across", "Shadow days"),
        ("a remark beside", "See the notes of the panel"),
        ("a note before the marks", "Asked of all who apply"),
    ],
)
def test_what_is_no_criterion_is_kept(name, kept):
    assert kept in " ".join(read("Person specification", CRITERIA[name][0]).not_understood)


@each("name", DUTIES)
def test_duties_keep_their_groups_and_shares(name):
    rows, wanted = DUTIES[name]
    duties = read("Main duties", rows).duties
    assert [(one.group, one.text, one.share) for one in duties] == wanted


def test_names_before_a_colon_are_groups_or_categories():
    job = old_job_from_text(
        "Job title: Librarian\nMain duties\nTraining: 30%\nTeaches staff to search\n"
        "Person specification\nSkills: Plans a search\nConfidentiality: Keep records private.\n"
    )
    assert [(one.group, one.text, one.share) for one in job.duties] == [
        ("Training", "Teaches staff to search", 30)
    ]
    assert [(one.category, one.text) for one in job.criteria] == [("skills", "Plans a search")]
    assert job.standard_statements
