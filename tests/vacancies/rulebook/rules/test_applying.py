"""What an advert says of applying: whom to ask, what helps, and how people are chosen."""

from tests.each import each
from tests.vacancies.rulebook.report import duties, hits


@each(
    "text, found",
    [
        ("You will run the desk.", [""]),
        ("Contact the library for a chat.", [""]),
        ("Our address is Box 01234 567890 12.", [""]),
        ("For a chat, call Ana Bell on 01234 567890.", []),
        ("Contact Ana Bell: ana.bell@trust.example.", []),
        ("Ana Bell is happy to talk to you: (020) 7946 0000.", []),
        ("Ask Ana Bell anything: 01632 960111.", []),
        ("To find out more, write to ana@trust.example.", []),
        ("Get in touch with Ana on 01632 960111.", []),
        ("Find out more on our website.", [""]),
    ],
)
def test_contact_missing(text, found):
    assert hits("D12", text, "advert") == found


@each(
    "text",
    [
        "You will run the desk.",
        "Staff have internet access.",
        "You keep files in many formats.",
        "You help disabled library users.",
    ],
)
def test_adjustments_missing_fires_once(text):
    assert hits("D13", text, "advert") == [""]
    assert hits("D13", duties("Run the desk") + "\nNotes\n" + text) == [""]


@each(
    "text, found",
    [
        ("Tell us if you need reasonable adjustments.", []),
        ("Ask for this advert in another format.", []),
        ("We are a Disability Confident employer.", []),
        ("Adjustments can be made.", []),
        ("You can have this page in Braille or large print.", []),
        ("Tell us if you need changes to the way we interview.", []),
        ("Let us know how you work best.", []),
        ("We can adapt the interview.", []),
        ("You look after large print books and audio books.", [""]),
        ("Say what readers need.", [""]),
        ("You buy books for disabled people in hospital.", [""]),
    ],
)
def test_adjustments_missing(text, found):
    assert hits("D13", text, "advert") == found


@each(
    "text, found",
    [
        ("You will run the desk.", [""]),
        ("You must meet every point.", [""]),
        ("Do apply even if you do not meet every point.", []),
        ("You need not meet all criteria.", []),
        ("Not sure if you fit? Call us: you don’t have to tick every box.", []),
        ("If you can do most of this, send us your application.", []),
        ("Please do not be put off by the length of this list.", []),
        ("Nobody brings everything on this list.", []),
        ("Unsure whether you are right for it? Please still apply.", []),
        ("Do send in a form all the same.", []),
        ("In doubt? Apply anyway.", []),
        ("Send in a form by 3 July.", [""]),
        ("You have all the skills.", [""]),
    ],
)
def test_apply_anyway_missing(text, found):
    assert hits("D16", text, "advert") == found


@each(
    "text, found",
    [
        ("You will run the desk.", [""]),
        ("The job has varied tasks.", [""]),
        ("You will give presentations. There is a chair. Interviews are in July.", [""]),
        ("At the interview there is a short task of 20 minutes.", []),
        ("Interviews are in July. There is a test of shelving.", []),
        ("We send the interview questions two days before.", []),
        ("We send you the six questions before the interview.", []),
        ("At the interview you will be asked to find an article in ten minutes.", []),
        ("The interview includes a short talk on a topic of your choice.", []),
        ("You answer questions at the desk.", [""]),
    ],
)
def test_selection_tasks_missing(text, found):
    assert hits("D20", text, "advert") == found


@each(
    "text, found",
    [
        ("You will run the desk.", [""]),
        ("You will travel between sites.", [""]),
        ("We pay travel costs for the interview.", []),
        ("Interviews will be held by video.", []),
        ("You may ask for an online interview.", []),
        ("We refund your train or bus fare.", []),
        ("Fares within England are paid.", []),
        ("If you would rather do it over Teams, you can do it online.", []),
        ("If you travel to us for the interview, we pay your ticket.", []),
        ("You teach on Teams.", [""]),
    ],
)
def test_travel_costs_missing(text, found):
    assert hits("D21", text, "advert") == found


@each(
    "text, found",
    [
        ("You will run the desk.", [""]),
        ("To apply, visit our website.", [""]),
        ("You will make site visits.", [""]),
        ("You are welcome to visit.", []),
        ("For an informal chat, call Ana.", []),
        ("Come and meet the team.", []),
        ("There is an open day in June.", []),
        ("You can drop in on any weekday.", []),
        ("Ring Ana for a guided tour.", []),
        ("Speak to Ana about the job.", []),
        ("Come and sit with the team for an hour.", []),
        ("You will talk to patients.", [""]),
        ("You visit wards.", [""]),
    ],
)
def test_visit_missing(text, found):
    assert hits("D22", text, "advert") == found
