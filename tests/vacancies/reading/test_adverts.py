"""Layouts first met in job descriptions and adverts as public pages show them."""

from tests.each import each
from vacancies.reading.reading import old_job_from_text


@each(
    "text, title, band",
    [
        (
            "Hill House Hospitals\n\nMedical Secretary (HH04)\n\nThe closing date is 2 May 2026\n\n"
            "Job summary\n\nA post has come up for a band 4 secretary in our clinic.\n",
            "Medical Secretary (HH04)",
            "4",
        ),
        (
            "Hill Care CIC\nRequest Coordinator\nJob summary\nIn this Band 3 role you help.\n",
            "Request Coordinator",
            "3",
        ),
        ("Job Title: Assistant Band 3 Urgent Tier\n", "Assistant Band 3 Urgent Tier", "3"),
        ("Job summary\nYou lead a team.\nYou manage a Band 3 assistant.\n", "", ""),
        (
            "Employer heading\nProgramme Coordinator\nNHS AfC: Band 5\nA text about us.\n",
            "Programme Coordinator",
            "5",
        ),
    ],
)
def test_an_advert_names_its_post_without_labels(text, title, band):
    job = old_job_from_text(text)
    assert (job.title, job.band) == (title, band)


@each(
    "line, name, value",
    [
        ("HOURS: 30 – 37.5 hours", "hours", None),
        ("Hours of Duty: 30", "hours", 30),
        ("Posts responsible to: Head of Library", "reports_to", "Head of Library"),
        ("The post holder is responsible to Team Leader.", "reports_to", "Team Leader"),
        ("You will be based at Hill House", "place", "Hill House"),
        ("The successful applicant will be based at Hill House", "place", "Hill House"),
        (
            "It is full time and you will be based at Hill House but may work from home. You help.",
            "place",
            "Hill House",
        ),
        ("Job type: Permanent", "contract", "Permanent"),
        ("Department(s): Planning (P) Directorate: Medical Band: 5", "department", "Planning (P)"),
    ],
)
def test_facts_of_adverts_are_read(line, name, value):
    assert getattr(old_job_from_text(f"Job summary of 2026\n{line}\n"), name) == value


def test_dates_of_an_advert_are_not_its_purpose():
    job = old_job_from_text("Job summary\nPlanned interview date\n10/12/2026\nTo run the desk.\n")
    assert job.purpose == "To run the desk."


def test_a_list_of_labels_and_values_may_hold_a_long_value():
    values = "clinics; desk; library; teaching; archive; stock; loans;"
    job = old_job_from_text(f"Job summary\n- Main area\n- {values}\n- Grade\n- Band 5\n")
    assert (job.purpose, job.band) == ("", "5")


@each(
    "text, duties",
    [
        (
            "Main duties\n1.\tRun the desk\t10%\n2.\tBuy the books\t20%\n3.\tTeach\t70%\n",
            [("Run the desk", 10), ("Buy the books", 20), ("Teach", 70)],
        ),
        (
            "Main duties\n1. / Run the desk / 10%\n2. / Buy the books / 20%\n3. / Teach / 70%\n",
            [("Run the desk", 10), ("Buy the books", 20), ("Teach", 70)],
        ),
        (
            "Main duties\n- Raise the loans by 10%\n- Buy the books\n- Teach\n",
            [("Raise the loans by 10%", None), ("Buy the books", None), ("Teach", None)],
        ),
        (
            "Main duties\nThis is a new post. Working with the head you lead the courses of:\n"
            "- Resident doctors\n- Nurses\nAbout us\nWe teach.\n",
            [("Working with the head you lead the courses of: Resident doctors; Nurses", None)],
        ),
        (
            "Main duties\n- Run the desk\nHouse Mission\n- We give the best of care\n"
            "- We support each other\n",
            [("Run the desk", None)],
        ),
        (
            "Main duties\nRun the desk\nBuy the books\n% time\nper year\n25%\n"
            "For more information/a talk please contact:\nAnn Hill - 0123 456 - a@hill.nhs.uk\n",
            [("Run the desk", None), ("Buy the books", None)],
        ),
        (
            "About us\nWe lead the service by:\n- Improving the care of all\n"
            "- Supporting local teams\n- Delivering value for money\n",
            [],
        ),
        (
            "Main duties of the job\nAs a clerk, you will log requests. The role involves filing.\n"
            "About us\nWe look after people.\n",
            [("As a clerk, you will log requests.", None), ("The role involves filing.", None)],
        ),
    ],
)
def test_duties_are_told_from_what_stands_beside_them(text, duties):
    assert [(duty.text, duty.share) for duty in old_job_from_text(text).duties] == duties


def levels(text: str) -> list[tuple[str, bool | None]]:
    return [(one.text, one.essential) for one in old_job_from_text(text).criteria]


KNOWS = "Knowledge of a catalogue is essential."
WISH = "Experience of loans would also be advantageous but is not essential."
ASKED = "The ideal candidate should have good skills in teaching."
BOTH = "Experience of loans is essential and a degree is desirable."


@each("opening", ["Job summary", "Main duties of the job\nYou will run the desk."])
def test_sentences_of_an_advert_may_ask_for_criteria(opening):
    text = (
        f"{opening}\nWe run a desk. {KNOWS} {WISH} {ASKED} {BOTH} This role is essential to us.\n"
    )
    assert levels(text) == [(KNOWS, True), (WISH, False), (ASKED, None), (BOTH, None)]
    job = old_job_from_text(text)
    left = " ".join([job.purpose, *job.not_understood, *(duty.text for duty in job.duties)])
    assert "We run a desk. This role is essential to us." in left


WAYS = "A degree in history OR Three years of work"


@each(
    "text",
    [
        "Essential\n- A degree in history\nOR\nThree years of work\n- Can teach\n",
        "Essential\n- A degree in history OR\n- Three years of work\n- Can teach\n",
        "\tEssential\tDesirable\n"
        "Skills\tA degree in history\vOR\vThree years of work\vCan teach\t\n",
    ],
)
def test_two_ways_to_meet_a_criterion_stay_together(text):
    assert levels(text) == [(WAYS, True), ("Can teach", True)]


def test_lines_of_a_form_are_no_criteria():
    text = (
        "PERSON SPECIFICATION\nNOTES TO APPLICANTS\n- The stage is shown below.\n"
        "SECTION 1 – ESSENTIAL CRITERIA\nThe following are essential criteria which will be "
        "measured at the shortlisting stage.\n"
        "Factor Essential Criteria Method of Assessment Qualifications/ Experience\n"
        "A degree in history\nShortlisting by Application Form\n"
    )
    assert levels(text) == [("A degree in history", True)]


AIM = "To run the enquiry desk of the library so that readers of all the wards are served well."
TASKS = (
    "Answer the questions of readers at the desk, by telephone and by e-mail.",
    "Shelve the books and journals that come back, and keep the shelves in good order.",
    "Welcome new readers, show them round and register them for the online service.",
)


@each(
    "text",
    [
        f"Hill House JOB DESCRIPTION Job Title: Desk Assistant Band: 3 Base: Hill House "
        f"Responsible to: Head of Library JOB PURPOSE {AIM} "
        f"MAIN DUTIES 1. {TASKS[0]} 10% 2. {TASKS[1]} 20% 3. {TASKS[2]} 70%",
        f"Hill House Job Title: Desk Assistant Band: 3 Base: Hill House "
        f"Responsible to: Head of Library Job purpose {AIM} "
        f"Main duties (a) (b) (c) {' '.join(TASKS)}",
        f"Job Title: Desk Assistant Band: 3 Base: Hill House Reports to: Head of Library\n"
        f"Job purpose\n{AIM} It will help you to know that the post holder carries out the "
        f"following tasks: {' '.join(TASKS)}",
    ],
)
def test_a_page_that_lost_its_lines_is_read(text):
    job = old_job_from_text(text)
    assert (job.title, job.band, job.place) == ("Desk Assistant", "3", "Hill House")
    assert (job.reports_to, job.purpose.partition(" It ")[0]) == ("Head of Library", AIM)
    assert [duty.text for duty in job.duties] == [*TASKS]


def test_labels_that_lost_their_values_name_nothing():
    text = f"JOB DESCRIPTION Band: 3 Post Title: Location: Desk Assistant JOB PURPOSE {AIM * 5}"
    job = old_job_from_text(text)
    assert (job.title, job.place, job.purpose) == ("", "", AIM * 5)


def _duties(text):
    return [duty.text for duty in old_job_from_text(text).duties]


SHOPFRONT = "The clerk will keep the shopfront in order."
LETTERS = "In addition, they may be asked to open the letters."
AIM_OF_CLERK = "We want a calm clerk for our busy hall by the river."


@each(
    "text, duties",
    [
        (f"Main duties of the job\n{SHOPFRONT} {LETTERS}\n", [SHOPFRONT, LETTERS]),
        (
            f"Main duties\n{SHOPFRONT} This takes the morning. {LETTERS}\n",
            [f"{SHOPFRONT} This takes the morning.", LETTERS],
        ),
        (f"About the role\n{AIM_OF_CLERK} {SHOPFRONT} {LETTERS}\n", [SHOPFRONT, LETTERS]),
        (f"A clerk is sought.\n{SHOPFRONT}\nThe hall is old.\n", [SHOPFRONT]),
        (
            "Job description\nThe clerk is required to: Sort the post (e.g.\nparcels, cards) by "
            "noon. Weigh them. Print the labels.\nDuring sales, hold the door. Count the guests.\n"
            "Lock up. Sweep the hall.\n",
            [
                "Sort the post (e.g. parcels, cards) by noon.",
                "Weigh them.",
                "Print the labels.",
                "During sales, hold the door.",
                "Count the guests.",
                "Lock up.",
                "Sweep the hall.",
            ],
        ),
        (
            f"Job purpose: {AIM} {AIM} {AIM} {AIM} Responsibilities {' '.join(TASKS)}\n",
            [*TASKS],
        ),
        (
            "Main duties\n- Comply with the rules of all\n- Doors and keys:\n- Open the hall\n",
            ["Comply with the rules of all", "Open the hall"],
        ),
        ("### Main duties\n- **Open** the hall\n- Sweep it\n", ["Open the hall", "Sweep it"]),
        (
            "Main duties of the job\nRun the data desk under the Data Protection Act. Weigh the "
            "parcels. Print the labels.\n",
            [
                "Run the data desk under the Data Protection Act.",
                "Weigh the parcels.",
                "Print the labels.",
            ],
        ),
    ],
)
def test_duties_in_prose_are_read(text, duties):
    assert _duties(text) == duties


def test_how_to_apply_and_what_one_gets_are_no_duties():
    none = [
        "To apply: send a CV",
        "Closing date: 3 March 2027",
        "Contact Pat Example on 01234 567890",
        "Email your CV to us",
        "27 days' annual leave",
        "Benefits include a pension",
        "You will receive a full induction",
    ]
    work = ["Contact suppliers", "Email notices to readers", "Apply labels", "Send out packs"]
    text = "\n- ".join(["Main duties", *work, *none])
    assert _duties(text) == work
    assert _duties("You must not:\n- hold a share\n- own a shop\n- run a firm\n") == []


@each(
    "text, title",
    [
        ("# Occupational Therapist\n\nJob summary\n", "Occupational Therapist"),
        (
            "Hill House NHS Trust\nSupport Worker | Hill House NHS Trust\nWe help.\n",
            "Support Worker",
        ),
        ("JOB DESCRIPTION – Cleaner\nBase: Ely\n", "Cleaner"),
        ("Hill House\nJob Title Support Worker\nNo more is known here\n", "Support Worker"),
        ("Job Title:Cleaner Directorate:Estates Base: Ely\n", "Cleaner"),
        ("JOB TITLE: / Nursery Nurse / GRADE: / Band 4\n", "Nursery Nurse"),
    ],
)
def test_a_title_is_read_wherever_it_stands(text, title):
    assert old_job_from_text(text).title == title


@each(
    "text, hours",
    [
        ("We offer 37.5 hours a week and a part-time post (20 hours).", None),
        ("Hours: 37.5\nHours of work: 20", None),
        ("We offer 20 hours a week, in three shifts of 7 hours and a break.", 20),
    ],
)
def test_of_several_hours_none_is_taken(text, hours):
    job = old_job_from_text(f"Job title: Clerk\n{text}\n")
    assert job.hours == hours
    assert {*text.split("\n")} <= {*job.not_understood}


@each(
    "text",
    [
        "Person specification\nEssential\nDesirable\nHow assessed\nSkills\nSings\nX\nActs\nX\n",
        "E = Essential criterion for us, D = Desirable criterion for us.\nSings\nE\nActs\nD\n",
    ],
)
def test_names_of_columns_below_one_another_give_no_level(text):
    assert {level for _, level in levels(text)} <= {None}
