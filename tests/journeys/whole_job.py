"""An old job description of the length that people have, for the whole job: messy, as Word."""

from django.utils.timezone import localdate

from tests.journeys.studio import PURPOSE, address
from tests.vacancies.reading.layouts import Heading, Items, Para, Part, Rows

YES, NO = "✓", ""
SERVICE = [
    "Answer enquiries from staff and students at the desk, by telephone and by email",
    "Search the evidence for clinical and management questions and summarise what is found",
    "Supply articles and books from other libraries within two working days",
    "Keep a record of searches, and ask each reader what they used the answer for",
]
TEACHING = [
    "Plan, deliver and evaluate a programme of training in searching for evidence",
    "Teach groups of up to 12 staff on wards and online",
    "Introduce new doctors and students to the library",
    "Help staff to appraise research in journal clubs",
]
COLLECTIONS = [
    "Choose and renew journals and databases with the library manager",
    "Catalogue books and online resources so that readers find them",
    "Review the stock each year and withdraw what is out of date",
]
TEAM = [
    "Supervise the work of one library assistant",
    "Collect figures of use for the yearly return of the service",
    "Promote the library with displays, posters and a monthly bulletin",
]
DUTIES = [*SERVICE, *TEACHING, *COLLECTIONS, *TEAM]
CRITERIA = [
    ("Degree in library or information work, or equivalent experience", True, "A, C"),
    ("Chartered membership of CILIP, or working towards it", False, "A, C"),
    ("Experience of answering enquiries from the public or from staff", True, "A, I"),
    ("Experience of searching databases for research", True, "A, I"),
    ("Experience of training groups of people", True, "A, P"),
    ("Experience of supervising other people", False, "A, I"),
    ("Experience of work in a health library", False, "A"),
    ("Knowledge of databases of health research", True, "A, I"),
    ("Knowledge of how research is appraised", True, "I"),
    ("Knowledge of copyright in the supply of articles", False, "I"),
    ("Knowledge of how library resources are catalogued", True, "A, T"),
    ("Can plan a search and explain it", True, "T"),
    ("Can explain things clearly to groups", True, "P"),
    ("Can write clear English for readers who have little time", True, "A, T"),
    ("Can use spreadsheets to collect figures", True, "A, T"),
    ("Can organise own work and meet dates", True, "I"),
    ("Works well with people of other professions", True, "I"),
    ("Looks for ways to improve a service", True, "I"),
]
WHOLE: list[Part] = [
    Heading("NORTHFIELD NHS FOUNDATION TRUST", 0),
    Heading("JOB DESCRIPTION", 0),
    Rows(
        [
            ["JOB TITLE:", "Librarian", "BAND:", "5"],
            ["HOURS:", "37.5 hours per week", "BASE:", "Education Centre"],
            ["ACCOUNTABLE TO:", "Director of Education", "REPORTS TO:", "Library Manager"],
        ]
    ),
    Heading("JOB SUMMARY:", 0),
    Para("The post holder helps staff and students to find, use and share evidence."),
    Heading("KEY WORKING RELATIONSHIPS", 0),
    Para("Ward managers, doctors in training, the research office and suppliers."),
    Heading("MAIN DUTIES AND RESPONSIBILITIES", 0),
    Heading("Enquiries and searches", 0),
    Items(SERVICE),
    Heading("Teaching", 0),
    Items(TEACHING),
    Heading("Collections", 0),
    Items(COLLECTIONS),
    Heading("The team", 0),
    Items(TEAM),
    Heading("CONFIDENTIALITY", 0),
    Para("The post holder must keep the records of patients and staff private."),
    Heading("HEALTH AND SAFETY", 0),
    Para("Employees must look after their own health and safety and that of others."),
    Heading("PERSON SPECIFICATION", 0),
    Rows(
        [
            [
                "CRITERIA",
                "E",
                "D",
                "How assessed (A = application, I = interview, P = presentation, "
                "T = test, C = certificate)",
            ],
            *[
                [text, YES if essential else NO, NO if essential else YES, method]
                for text, essential, method in CRITERIA
            ],
        ]
    ),
]
LONG = "Helps staff find and use evidence, so that patients get care that is safe and up to date. "


def the_post_and_its_place(visitor, vacancy) -> None:
    visitor.goto(address(vacancy, "post"))
    visitor.choose("Profile to compare with", "Band 5: Librarian")
    visitor.pick("Type of contract", "Permanent")
    visitor.type("What flexible working is there?", "Two days a week at home.")
    visitor.press("Save and continue")
    visitor.goto(address(vacancy, "purpose"))
    visitor.type("What is your organisation for, and what are its values?", "We care. We learn.")
    visitor.type(PURPOSE, LONG * 2)
    visitor.type("Who does the post supervise?", "Nobody")
    visitor.type(
        "What can the post holder decide alone, and when do they check first?", "How to search."
    )
    visitor.press("Save and continue")


def dates_worked_backwards(visitor, vacancy) -> None:
    visitor.goto(address(vacancy, "dates"))
    year = str(localdate().year + 1)
    for question, day, month in (
        ("When does the advert open?", "4", "1"),
        ("When does it close?", "25", "1"),
        ("When are the interviews?", "8", "2"),
        ("When should the person start?", "10", "5"),
    ):
        visitor.type_date(question, day, month, year)
    visitor.press("Save and continue")


def links_the_rest(visitor) -> None:
    """On the page of links, give each criterion that has no duty one: a box or a choice."""
    rows = visitor.page.locator("main [id^=row-]:not(:has([name=cell]:checked))")
    for row_id in rows.evaluate_all("rows => rows.map(row => row.id)"):
        visitor.clicks += 1
        numbers = visitor.page.locator(f"#{row_id} [name^=add-]")
        if numbers.count():
            numbers.fill("1")
        else:
            visitor.page.locator(f"#{row_id} [name=cell]").first.check()
    visitor.press("Save the links")
