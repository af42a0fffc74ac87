"""Where the duties of a text stand, and where its purpose ends."""

import pytest

from tests.vacancies.rulebook.report import hits
from vacancies.rulebook.document import Document

PURPOSE = (
    "Job description\n\nJob purpose\nYou run the desk of a busy hospital library and help staff and"
    " students find what they need, so that they can learn and care for patients well.\n"
)
DUTIES = ("Answer questions", "Order books", "Teach nurses", "Plan the rota", "Report figures")
BULLETS = "".join(f"• {duty}\n" for duty in DUTIES)


@pytest.mark.parametrize(
    "text",
    [
        f"{PURPOSE}\nKey accountabilities/primary responsibilities\n{BULLETS}",
        f"{PURPOSE}\nThe post holder is required to:\n{BULLETS}",
        f"{PURPOSE}\nExamples of duties at this level\n{BULLETS}",
        f"{PURPOSE}\nKey functions\n" + "".join(f"{duty} each day\n" for duty in DUTIES),
        f"{PURPOSE[:-1]} The post holder will carry out the following tasks:\n{BULLETS}",
        PURPOSE + "".join(f"You will {duty.lower()} for readers.\n" for duty in DUTIES),
        f"{PURPOSE}\nMain duties\n"
        + "".join(f"{n}\t{duty}\t{n}0%\n" for n, duty in enumerate(DUTIES, start=1)),
    ],
    ids=["slash", "lead-in", "examples", "plain lines", "in the purpose", "you will", "rows"],
)
def test_duties_are_found(text):
    document = Document(text, "jd")
    found = [text[start:end] for start, end in document.duties]
    assert len(found) == len(DUTIES)
    assert all(duty.lower() in line.lower() for duty, line in zip(DUTIES, found, strict=True))
    for rule in ("B4", "B5", "B13"):
        assert hits(rule, text, "jd") == []


def test_sub_points_belong_to_the_duty_that_leads_them_in():
    points = "Look after:\na. the system\nb. the speed of answers"
    text = f"Main duties\n1. {points}\n2. Order books\n"
    document = Document(text, "jd")
    assert [text[start:end] for start, end in document.duties] == [points, "Order books"]


def test_a_numbered_line_in_capitals_is_a_heading():
    text = "6. KEY RESULT AREAS\nOrder books\nTeach nurses\n7. DECISIONS AND JUDGEMENTS\nNone\n"
    headings = [block for block in Document(text).blocks if block.kind == "heading"]
    assert [text[b.start : b.end] for b in headings] == [
        "KEY RESULT AREAS",
        "DECISIONS AND JUDGEMENTS",
    ]


def test_an_item_is_never_a_heading_that_ends_the_list():
    text = "Main duties\n• Answer enquiries\n• Reference\n• General filing\n• Review\n• Date\n"
    assert len(Document(text, "jd").duties) == 5


def test_welsh_headings_name_the_levels():
    text = "Manyleb person / Person specification\n\nHanfodol / Essential\n- A degree\n"
    text += "\nDymunol / Desirable\n- Membership of a body\n"
    document = Document(text, "ps")
    assert [len(document.essential), len(document.desirable)] == [1, 1]
