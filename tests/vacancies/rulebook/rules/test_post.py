"""What a job description says of the post: its title, purpose and place in the structure."""

from tests.each import each
from tests.vacancies.rulebook.report import duties, hits
from vacancies.rulebook.check import check


@each(
    "title, place",
    [
        ("Junior Librarian", "Junior"),
        ("Library Girl", "Girl"),
        ("Senior", "Senior"),
        ("KLS Assistant", "KLS"),
        ("Foreman of stores", "Foreman"),
        ("Search Ninja", "Ninja"),
    ],
)
def test_unclear_title_fires_on_a_labelled_title(title, place):
    assert hits("B3", f"Job title: {title}\nBand: 4\n", "jd") == [place]
    assert hits("B3", f"Job title:\t{title}\r\nBand:\t4\r\n", "jd") == [place]


def test_unclear_title_fires_on_a_first_line():
    assert hits("B3", "Junior Librarian\n\nYou will lend books.", "advert") == ["Junior"]
    assert hits("B3", "Job description\n\nJunior Librarian\n\nYou will lend books.") == ["Junior"]


@each(
    "title",
    [
        "Senior Librarian",
        "Library Assistant",
        "NHS Librarian",
        "LIBRARY ASSISTANT",
        "Library Manager (Women's Hospital)",
        "Workforce Librarian",
        "IT Librarian",
    ],
)
def test_unclear_title_stays_silent(title):
    assert hits("B3", f"Job title: {title}\nBand: 4\n", "jd") == []


def test_unclear_title_words_below_the_title_are_no_title():
    assert hits("B3", "Job title: Librarian\nYou train junior doctors.", "jd") == []


def test_unclear_title_takes_in_the_abbreviation():
    shown = [f for f in check("Job title: LKS Assistant\n", "jd").findings if f.excerpt == "LKS"]
    assert [(finding.rule, finding.also) for finding in shown] == [("B3", ("C3",))]


@each(
    "title, places",
    [
        ("Librarian, HMP Ranby", []),
        ("Librarian at HMP & YOI Isis", []),
        ("Librarian at RAF Northfield", []),
        ("Librarian, HSDU Northfield", []),
        ("HSDU Librarian", ["HSDU"]),
    ],
)
def test_unclear_title_the_place_in_a_title(title, places):
    assert hits("B3", f"Job title: {title}\n\nYou run the desk.", "advert") == places


GOOD = (
    "You run the desk of our hospital library, so that staff find the evidence they need for "
    "the care of patients, day and night."
)


def test_purpose_paragraph_fires_when_there_is_none():
    assert hits("B4", duties("Run the desk")) == [""]


def test_purpose_paragraph_fires_on_a_short_or_long_one():
    short = "You run the desk."
    assert hits("B4", f"Job purpose\n{short}\n\nMain duties\n- Run the desk\n") == [short]
    long = " ".join(["You run the desk of our library each day."] * 10)
    assert hits("B4", f"Job purpose\n{long}\n\nMain duties\n- Run the desk\n") == [long]


@each(
    "heading", ["Job purpose", "JOB SUMMARY", "Purpose of the post:", "1. Main purpose of the job"]
)
def test_purpose_paragraph_stays_silent_under_each_heading(heading):
    assert hits("B4", f"{heading}\n{GOOD}\n\nMain duties\n- Run the desk\n") == []


def test_purpose_paragraph_reads_a_label_on_the_same_line():
    assert hits("B4", f"Job purpose: {GOOD}\n\nMain duties\n- Run the desk\n") == []


def test_purpose_paragraph_an_advert_needs_none():
    assert hits("B4", "Library assistant. You will lend books.", "advert") == []


def test_purpose_paragraph_a_letterhead_needs_none():
    letterhead = (
        "Northfield Hospitals NHS Foundation Trust\nLibrary and Knowledge Service\nTrust Way"
    )
    assert hits("B4", letterhead, "jd") == []


@each(
    "duty",
    [
        "Run the desk",
        "Write reports to the board each month",
        "Send monthly reports to the library manager",
        "Act as line manager of two assistants",
        "Explain the service to readers",
    ],
)
def test_reports_to_missing_fires_once(duty):
    assert hits("B7", duties(duty)) == [""]


@each(
    "line",
    [
        "Reports to: Library Manager",
        "You report to the Library Manager.",
        "Responsible to the Head of Service.",
        "Accountable to: Library Manager",
        "Line manager: Library Manager",
        "The post is managed by the Library Manager.",
        "Your line manager is the Librarian.",
        "Reporting and accountable to Librarian",
    ],
)
def test_reports_to_missing_stays_silent(line):
    assert hits("B7", f"{line}\n\n{duties('Run the desk')}") == []


def test_reports_to_missing_is_not_asked_of_adverts_and_letterheads():
    assert hits("B7", "Librarian wanted. You will run the desk.", "advert") == []
    assert hits("B7", "Northfield NHS Foundation Trust, Library, Hospital Road") == []


@each(
    "text, found",
    [
        ("Run the desk", [""]),
        ("Search for evidence to support clinical decision making", [""]),
        ("Welcome delegates of a course", [""]),
        ("Decide which books to buy", []),
        ("Renew loans without referring to a manager", []),
        ("Refer hard questions to the librarian", []),
        ("Authorise orders up to a limit", []),
        ("Run the budget delegated by the manager", []),
    ],
)
def test_decisions_missing(text, found):
    assert hits("B8", duties(text)) == found


@each(
    "duty", ["Run the desk", "Read p-values and admission figures", "Take commission from nobody"]
)
def test_values_missing_fires_once(duty):
    assert hits("B9", duties(duty)) == [""]
    assert hits("B9", f"You will do this: {duty}.", "advert") == [""]


@each(
    "line",
    ["Our values are kindness and care.", "Our mission is care.", "The Trust exists to heal."],
)
def test_values_missing_stays_silent(line):
    assert hits("B9", duties("Run the desk") + f"\nAbout us\n{line}") == []


@each(
    "text, found",
    [
        ("We are here to give staff the facts they need.", []),
        ("What we stand for is kindness.", []),
        ("The Board believes in openness.", []),
        ("The team values its readers.", [""]),
        ("You count missing values and p-values.", [""]),
    ],
)
def test_values_missing(text, found):
    assert hits("B9", text, "advert") == found


@each(
    "text, found",
    [
        ("Trainee librarian\n\nYou will run the desk.", ["Trainee"]),
        ("We offer a traineeship at the desk.", ["traineeship"]),
        ("The graduate trainee runs the desk.", ["graduate trainee"]),
        ("Trainee librarian\n\nThis is a development post for 12 months.", []),
        ("Trainee librarian: you will learn how a library works.", []),
        ("You support GP trainees and medical trainee doctors.", []),
        ("You will run the desk for trainees.", []),
        ("Library Trainee (Band 4)\n\nThe post lasts for two years.", []),
    ],
)
def test_trainee_not_explained(text, found):
    assert hits("D17", text, "advert") == found


@each(
    "text, found",
    [
        ("Contract: Fixed term\nThis is a permanent post.", ["This is a permanent"]),
        ("Contract: Permanent\nThe post is for a fixed term.", ["The post is for a fixed term"]),
        ("Contract: Permanent or fixed term\nThis is a permanent post.", []),
        ("Band: 4\nPerson specification\nJob title: Assistant\tBand: 3", ["3"]),
        ("Hours: 16 a week\nThe 18 hours can be spread over the week.", ["The 18 hours"]),
        ("Hours: 16 a week\nThe 16 hours can be spread. The library opens 60 hours.", []),
    ],
)
def test_contract_or_hours_differ(text, found):
    assert hits("D26", f"Job description\n{text}\n") == found


def test_names_the_manager_also_in_welsh():
    assert hits("B7", "Disgrifiad swydd\nYn adrodd i:\tLibrary Manager\n", "jd") == []
