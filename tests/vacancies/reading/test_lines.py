"""What a line, a row or a printed page is taken for, and what goes on with what stands above it."""

from collections.abc import Sequence

from tests.each import each
from tests.vacancies.reading.layouts import table
from vacancies.reading.blocks import LOOSE_HEADING, Block, Cell, Line, Table
from vacancies.reading.files import pasted_text
from vacancies.reading.joining import Printed
from vacancies.reading.old_job import OldCriterion, OldDuty, OldEvidence, OldJob
from vacancies.reading.pasted import blocks_of_printed, blocks_of_text
from vacancies.reading.pdf_page import in_reading_order
from vacancies.reading.pdf_tables import Word, lines_of, ruled
from vacancies.reading.reading import read

HEADING = Line("Main duties", 1)
PERSON = Line("Person specification", 1)
ESSENTIAL = Line("Essential", 2)


def item(text: str, depth: int = 0) -> Line:
    return Line(text, item=True, depth=depth)


def across(name: str) -> tuple[Cell, ...]:
    return Cell((name,), span=2), Cell()


def page(*rows: Sequence[tuple[int, str]]) -> list[Block]:
    """The blocks of a page: lines 14 points apart, of texts with the place where each begins."""
    words = []
    for number, row in enumerate(rows):
        for left, text in row:
            for word in text.split():
                right = left + 5 * len(word)
                words.append(Word(left, number * 14, right, number * 14 + 10, word, bold=False))
                left = right + 4
    return list(blocks_of_printed([part for _, part in in_reading_order(lines_of(words), [])]))


def job_of(source: str | Sequence[Block]) -> OldJob:
    blocks = pasted_text(source).blocks if isinstance(source, str) else source
    return read(blocks).job


LEFT = "Keep all of the books and the lists of them in good order for the staff"
LONG = "Help all of the staff to find a book and a place to be"
SMALL = "help all of the staff at the desk and"
DUTIES = {
    "names of groups that are verbs": (
        "Main duties\n• Lead and manage\n  o Plan the year\n  o Teach nurses\n"
        "• Develop the service\n  o Run a club\nBenefits: a pension\n– and a gym\n",
        [
            *(
                ("Lead and manage", "Plan the year", None),
                ("Lead and manage", "Teach nurses", None),
            ),
            ("Develop the service", "Run a club", None),
        ],
    ),
    "a plain name that is a verb above items": (
        "Main duties\nManage people\n- Plan the rota\n- Teach nurses\n",
        [("Manage people", "Plan the rota", None), ("Manage people", "Teach nurses", None)],
    ),
    "shares without a sign that add up": (
        "Main duties\n- Run the desk. 50\n- Order books 30\n- Teach 20\n",
        [("", "Run the desk.", 50), ("", "Order books", 30), ("", "Teach", 20)],
    ),
    "numbers at the end that do not add up": (
        "Main duties\n- Run desk 50\n- Open room 30\n- Teach year 10\n",
        [("", "Run desk 50", None), ("", "Open room 30", None), ("", "Teach year 10", None)],
    ),
    "duties in a paragraph, between semicolons": (
        "Duties: answer the telephone; type the letters; and keep files.\n",
        [("", one, None) for one in ("answer the telephone", "type the letters", "keep files")],
    ),
    "a forwarded message": (
        "Here it is\n> Main duties\n>\n> + Type the letters and keep the\n> files in order\n"
        "> + Teach\n",
        [("", "Type the letters and keep the files in order", None), ("", "Teach", None)],
    ),
    "marks of quotation that are bullets": (
        "Main duties\n> Type letters\n> Teach\n",
        [("", "Type letters", None), ("", "Teach", None)],
    ),
    "a verb beside what may be a noun": (
        "Main duties\nResearch and write guides\n• for nurses\n",
        [("", "Research and write guides", None), ("", "for nurses", None)],
    ),
    "a name of four words": (
        "Main duties\nDisplay Screen Equipment Policy\n• Keep the record\n",
        [("Display Screen Equipment Policy", "Keep the record", None)],
    ),
    "names of parts among short lines": (
        "Main duties\nCataloguing\nBudget\nRotas\n",
        [("", "Cataloguing", None), ("", "Budget", None), ("", "Rotas", None)],
    ),
    "small verbs below what leads to them": (
        "Main duties\n• Help the team to:\n• order books\n• shelve them\n• Run the desk\n",
        [("", "Help the team to: order books; shelve them", None), ("", "Run the desk", None)],
    ),
    "a hyphen that is written elsewhere": (
        "Main duties\n• Run the nurse-led clinic library\n"
        f"• {LONG} in the large nurse-\nled clinics of the town\n",
        [
            ("", "Run the nurse-led clinic library", None),
            ("", f"{LONG} in the large nurse-led clinics of the town", None),
        ],
    ),
    "a sentence that ends at the margin": (
        "Main duties\n• Answer the enquiries of all of the staff all week at desks.\n"
        "This holds for Saturdays too, as for all the other days of\nthe week.\n• Order books.\n",
        [
            (
                "",
                "Answer the enquiries of all of the staff all week at desks. This holds for "
                "Saturdays too, as for all the other days of the week.",
                None,
            ),
            ("", "Order books.", None),
        ],
    ),
    "bold below a full line": (
        list(
            blocks_of_printed(
                [
                    *(Printed("Main duties", bold=True), Printed(f"• {LONG}")),
                    *(Printed("Enquiries", bold=True), Printed(f"• Answer questions and {SMALL}")),
                    Printed("in the house"),
                ]
            )
        ),
        [
            ("", LONG, None),
            ("Enquiries", f"Answer questions and {SMALL} in the house", None),
        ],
    ),
    "a heading of nobody’s above verbs": (
        "Job title: Librarian\nWithin the library\n• Run it\n• Order books\n• Teach staff\n",
        [("Within the library", text, None) for text in ("Run it", "Order books", "Teach staff")],
    ),
    "a heading that speaks of responsibilities": (
        [Line("Teaching responsibilities", 1), item("Sessions for nurses")],
        [("Teaching responsibilities", "Sessions for nurses", None)],
    ),
    "headings below duties": (
        [HEADING, *(Line("Enquiries", 2), item("Runs it")), *(Line("Team", 2), item("Leads it"))],
        [("Enquiries", "Runs it", None), ("Team", "Leads it", None)],
    ),
    "the name of a fact below duties, above prose": (
        [HEADING, item("Run it"), Line("Hours", 2), Line("37.5 a week.")],
        [("", "Run it", None)],
    ),
    "a sentence above a heading": (
        [
            *(Line("Job title: Librarian"), HEADING),
            *(Line("The work falls into two areas over the year"), Line("Enquiries", 2)),
            item("Runs the desk"),
        ],
        [("Enquiries", "Runs the desk", None)],
    ),
    "a share above sub-points": (
        [HEADING, item("Run the desk (30%)"), item("phones", 1), item("Order books")],
        [("", "Run the desk: phones", 30), ("", "Order books", None)],
    ),
    "no share over 100": (
        [HEADING, table("1|Answers enquiries|120%", "2|Orders books|40%")],
        [("", "Answers enquiries", None), ("", "Orders books", 40)],
    ),
    "the total of a table": (
        [HEADING, table("Runs the desk|60%", "Orders books|40%", "Total|100%")],
        [("", "Runs the desk", 60), ("", "Orders books", 40)],
    ),
    "the total of a list": (
        "Main duties\n• Runs the desk (60%)\n• Orders books (40%)\nTotal: 100%\n",
        [("", "Runs the desk", 60), ("", "Orders books", 40)],
    ),
    "a column that begins beside its name": (
        page(
            [(50, "Main duties")],
            [(50, "Area"), (150, "Duty"), (320, "Share")],
            [(50, "Desk"), (150, "Answers questions"), (320, "40%")],
            [(50, "Stock"), (161, "Orders books"), (320, "30%")],
            [(50, "Stock"), (161, "Weeds the shelves"), (320, "30%")],
        ),
        [
            ("Desk", "Answers questions", 40),
            ("Stock", "Orders books", 30),
            ("Stock", "Weeds the shelves", 30),
        ],
    ),
    "a blank line within a sentence": (
        f"Main duties\n• {LONG}\nin the house\n• {LONG}\n\nin the town\n",
        [("", f"{LONG} in the house", None), ("", f"{LONG} in the town", None)],
    ),
    "one law among other duties": (
        "Main duties\n• Run the desk\n• Comply with the Data Protection Act\n• Buy books\n",
        [
            ("", "Run the desk", None),
            ("", "Comply with the Data Protection Act", None),
            ("", "Buy books", None),
        ],
    ),
    "numbers of pages alone, and a header beside them": (
        "Job title: Library Manager\nMain duties\n• Run the desk\n\n           1\n"
        "Northfield - Library Manager\nLibrary Manager, May 2026\n• Buy books\n-- 2 of 3 --\n"
        "• Teach\n",
        [("", "Run the desk", None), ("", "Buy books", None), ("", "Teach", None)],
    ),
    "numbered names, one like a statement": (
        [
            Line("Main duties"),
            Line("Stock", LOOSE_HEADING, item=True, number="5.1"),
            item("Buy books"),
            Line("Information governance", LOOSE_HEADING, item=True, number="5.2"),
            item("Ensure that records are kept"),
        ],
        [
            ("Stock", "Buy books", None),
            ("Information governance", "Ensure that records are kept", None),
        ],
    ),
    "prose in place of a list": (
        "What the work is\nYou will run the desk.\nFor wards you will buy books.\n"
        "You will teach.\n",
        [
            ("", "You will run the desk.", None),
            ("", "For wards you will buy books.", None),
            ("", "You will teach.", None),
        ],
    ),
    "a section in capitals behind duties": (
        "SECTION 5: MAIN DUTIES\n• Run the desk\nSECTION 6: WORKING RELATIONSHIPS\n• Wards\n",
        [("", "Run the desk", None)],
    ),
    "an overview in place of duties": (
        "Main duties of the job\nYou will be the first face people see. No day is the same.\n"
        "Job responsibilities\n• Run the desk\n",
        [("Job responsibilities", "Run the desk", None)],
    ),
    "numbers within a line": (
        "Main duties\n1. Runs it 2. Buys books 3. Teaches\n1. Works 2. Rests\n",
        [("", text, None) for text in ("Runs it", "Buys books", "Teaches", "Works 2. Rests")],
    ),
    "numbered groups of a numbered part": (
        "1 Duties\n1.1 Enquiries\nAnswers questions\n1.2 Stock\nBuys books\nWeeds it\n2 About us\n",
        [
            ("Enquiries", "Answers questions", None),
            *(("Stock", "Buys books", None), ("Stock", "Weeds it", None)),
        ],
    ),
    "prose below capitals": (
        "Main duties\nRun the desk\nBuy books\nCAR PARKING\nThere is none.\n",
        [("", "Run the desk", None), ("", "Buy books", None)],
    ),
    "a group in capitals over two lines": (
        f"Main duties\n• {LONG}\nin the house\nENQUIRIES OF ALL THE WARDS AND THE CLINICS OF\n"
        f"THE COUNTY\n• {LONG}\nin the town\n",
        [
            ("", f"{LONG} in the house", None),
            (
                "ENQUIRIES OF ALL THE WARDS AND THE CLINICS OF THE COUNTY",
                f"{LONG} in the town",
                None,
            ),
        ],
    ),
    "numbered rows between the headings of one table": (
        [
            Table(
                (
                    *(across("Job purpose"), across("To help."), across("Main duties")),
                    *table("1|Run the desk", "2|Order books").rows,
                    *(across("Person specification"), *table("Skills|Essential: Plans").rows),
                )
            )
        ],
        [("", "Run the desk", None), ("", "Order books", None)],
    ),
    "columns of a page that end at levels": (
        page(
            [(50, "Main duties")],
            *([(50, f"• {LEFT}"), (500, f"• {LEFT} too")] for _ in range(6)),
            *([(50, f"• {LEFT}"), (500, f"• {LEFT} too")] for _ in range(6)),
            [(50, "Person specification")],
            [(50, "Essential"), (500, "Desirable")],
            [(50, "Plans"), (500, "Sings")],
        ),
        [("", text, None) for text in [LEFT] * 12 + [f"{LEFT} too"] * 12],
    ),
}


@each("name", DUTIES)
def test_duties_and_their_groups(name):
    source, wanted = DUTIES[name]
    assert [(one.group, one.text, one.share) for one in job_of(source).duties] == wanted


A, I = ("application",), ("interview",)  # noqa: E741
ABLE = ("sing", "act", "run", "cook", "drive", "teach", "type", "read")
RIGHT = "Knows how books are kept and found in a house of healing like our own"
CRITERIA = {
    "a level in each sentence of a paragraph": (
        "Person specification\nSkills. A degree is essential. The post holder must be able to "
        "teach. It is desirable to sing.\n",
        [
            *(
                ("A degree is essential", True, ()),
                ("The post holder must be able to teach", True, ()),
            ),
            ("It is desirable to sing", False, ()),
        ],
    ),
    "cells between blank lines": (
        "Person specification\n\nCriteria\n\nEssential\n\nDesirable\n\nAssessed by\n\nSkills\n\n"
        "Plans\nCares\n\nSings\n\nA\n\nExperience\n\nShop work\n\nFarm work\n\nI\n",
        [
            *(("Plans", True, A), ("Cares", True, A), ("Sings", False, A)),
            *(("Shop work", True, I), ("Farm work", False, I)),
        ],
    ),
    "rows broken over lines between blank lines": (
        "Person specification\n\nCriteria     ESSENTIAL              DESIRABLE            METHOD"
        "\n\n"
        "Skills       • Plans rotas of all    • Sings in a choir   A\n"
        "               of the staff            of the ward\n"
        "             • Cares\n\n"
        "Other        • Drives                                     I\n",
        [
            *(("Plans rotas of all of the staff", True, A), ("Cares", True, A)),
            *(("Sings in a choir of the ward", False, A), ("Drives", True, I)),
        ],
    ),
    "a part that stands twice": (
        "Person specification\n" + "Essential\n• Plans\n• Cares\n• Drives\n" * 2,
        [(text, True, ()) for text in ("Plans", "Cares", "Drives")],
    ),
    "semicolons between criteria": (
        "Person specification\nEssential (form and interview): a degree; sings; and plans rotas.\n"
        "Desirable: paints; teaches. Shop work useful. Would suit a student.\n",
        [
            *(("a degree", True, A + I), ("sings", True, A + I), ("plans rotas", True, A + I)),
            *(("paints", False, ()), ("teaches", False, ()), ("Shop work useful", False, ())),
            ("Would suit a student", None, ()),
        ],
    ),
    "short sentences between criteria": (
        "Person specification\nEssential: A degree. Good typing. A calm manner. Desirable: Art.\n",
        [
            *(("A degree", True, ()), ("Good typing", True, ()), ("A calm manner", True, ())),
            ("Art.", False, ()),
        ],
    ),
    "semicolons in one criterion": (
        "Person specification\nEssential\nAble to: sing; paint; plan\nDesirable\n"
        "A degree; a diploma; or ten years of work\n",
        [
            ("Able to: sing; paint; plan", True, ()),
            ("A degree; a diploma; or ten years of work", False, ()),
        ],
    ),
    "codes, criteria and ways one after the other": (
        "Person specification\nE8\nE9\nD1\nPlans rotas for a\nteam\nSings\nPaints\nI\nA I\nA\n",
        [("Plans rotas for a team", True, I), ("Sings", True, A + I), ("Paints", False, A)],
    ),
    "a level and its ways in one code": (
        [PERSON, item("Plans rotas (Eai)"), item("Sings (Dt)")],
        [("Plans rotas", True, A + I), ("Sings", False, ("task",))],
    ),
    "categories that are items above items": (
        [
            *(PERSON, ESSENTIAL, item("Skills"), item("Types", 1), item("A degree", 1)),
            *(item("Personal"), item("A calm manner", 1)),
        ],
        [("Types", True, ()), ("A degree", True, ()), ("A calm manner", True, ())],
    ),
    "ways as above": (
        [PERSON, table("|Essential|How", "Skills|Plans|A", "|Sings|As above", "Other|Types|I")],
        [("Plans", True, A), ("Sings", True, A), ("Types", True, I)],
    ),
    "a code above its criterion": (
        "Person specification\nE1\nPlans rotas\nD1\nPaints\n",
        [("Plans rotas", True, ()), ("Paints", False, ())],
    ),
    "letters that the form explains": (
        "Person specification. A = application, I = interview\nEssential\n• Plans rotas A I\n",
        [("Plans rotas", True, A + I)],
    ),
    "a column of criteria and of the way in brackets": (
        [
            PERSON,
            table("Factor|Level|Requirement (how assessed)", "Skills|E|Plans (A)", "|D|Sings (I)"),
        ],
        [("Plans", True, A), ("Sings", False, I)],
    ),
    "a wish in the column of what is needed": (
        [PERSON, table("Area|Essential|Desirable", "Skills|Welsh skills are desirable|Sings")],
        [("Welsh skills are desirable", False, ()), ("Sings", False, ())],
    ),
    "what a web site has behind the last one": (
        "Person specification\nEssential criteria\nPlans rotas\nApply online now\nName\nJo Lee\n",
        [("Plans rotas", True, ())],
    ),
    "a first column that is longer": (
        page(
            *([(50, "Person specification")], [(50, "Essential"), (300, "Desirable")]),
            *([(50, "A degree"), (300, "Welsh")], [(50, "A calm manner"), (300, "French")]),
            *([(50, "Good typing and")], [(50, "spelling")]),
        ),
        [
            *(("A degree", True, ()), ("Welsh", False, ()), ("A calm manner", True, ())),
            *(("French", False, ()), ("Good typing and spelling", True, ())),
        ],
    ),
    "narrow cells below one another": (
        "Job purpose\nTo bring the evidence to the bedside of all of the patients in the\nhouse.\n"
        "Person specification\nCriteria Essential Desirable\n"
        + "".join(f"Can {verb} very well\n" for verb in ABLE)
        + "Can plan the rotas\nof others\n",
        [(f"Can {verb} very well", None, ()) for verb in ABLE]
        + [("Can plan the rotas of others", None, ())],
    ),
    "two columns of a page of prose": (
        page(
            [(50, "Main duties"), (500, "Person specification")],
            *(
                [(50, f"• {LEFT}"), (500, "Essential:" if n == 0 else f"• {RIGHT}")]
                for n in range(9)
            ),
            *([(50, f"• {LEFT}"), (500, f"• {RIGHT}")] for _ in range(4)),
        ),
        [(RIGHT, True, ())] * 12,
    ),
    "a small verb below what leads to it": (
        "Person specification\nEssential\n• Able to:\n• use a spreadsheet\n• Degree\n",
        [("Able to: use a spreadsheet", True, ()), ("Degree", True, ())],
    ),
    "a level below the name of another category": (
        "Person specification\nQualifications\n• Degree\nSkills\nEssential\n• Plans rotas\n"
        "Desirable\n• Paints\n",
        [("Degree", None, ()), ("Plans rotas", True, ()), ("Paints", False, ())],
    ),
    "ways that a paste broke over two lines": (
        "Person specification\nArea\tEssential\tAssessed by\nSkills\tPlans\tA\n"
        "Knowledge\tKnows law\tA\nI\nValues\tCares\tI\n",
        [("Plans", True, A), ("Knows law", True, A + I), ("Cares", True, I)],
    ),
    "a level for each line of a cell": (
        [PERSON, table("Criterion|Level", "Plans/Paints|E/D", "Sings|D")],
        [("Plans", True, ()), ("Paints", False, ()), ("Sings", False, ())],
    ),
    "a table of one row": ([PERSON, table("A degree|E")], [("A degree", True, ())]),
    "levels in the names of rows": (
        [
            PERSON,
            Table(
                (
                    *table("Criteria|How assessed").rows,
                    *(across("Skills"), *table("Cares|A").rows),
                    *(across("Essential skills"), *table("Plans|A").rows),
                    *(across("Desirable skills"), *table("Paints|I").rows),
                )
            ),
        ],
        [("Cares", None, A), ("Plans", True, A), ("Paints", False, I)],
    ),
    "rows shorter than their names": (
        [PERSON, table("Area|Essential|Desirable", "Skills|Plans")],
        [("Plans", True, ())],
    ),
    "a way that is not known": (
        [
            PERSON,
            table(
                "Area|Essential|Desirable|How assessed",
                *("Skills|Plans||A", "Knowledge|Knows law||To be agreed"),
            ),
        ],
        [("Plans", True, A), ("Knows law", True, ())],
    ),
    "names below one level": (
        [PERSON, table("Area|Essential|", "|Criteria|How assessed", "Skills|Plans|A")],
        [("Plans", True, A)],
    ),
    "names below both levels": (
        [
            PERSON,
            table(
                "Essential||Desirable|",
                *("Criteria|How assessed|Criteria|How assessed", "Plans|A|Paints|I"),
            ),
        ],
        [("Plans", True, A), ("Paints", False, I)],
    ),
    "two columns of a page": (
        page(
            [(50, "Person specification")],
            [(50, "Requirement"), (300, "Level")],
            *([(50, "A degree"), (300, "E")], [(50, "A diploma"), (300, "D")]),
        ),
        [("A degree", True, ()), ("A diploma", False, ())],
    ),
    "a sentence below the columns of a page": (
        page(
            [(50, "Person specification")],
            [(50, "Criteria"), (300, "Essential"), (400, "Desirable")],
            *([(50, "A degree"), (320, "x")], [(50, "A diploma"), (420, "x")]),
            [(50, "The panel may ask for proof of each of these.")],
        ),
        [("A degree", True, ()), ("A diploma", False, ())],
    ),
    "an item below a table that no heading stands above": (
        [table("Criteria|Essential|Desirable", "A degree|x|", "A diploma||x"), item("Sings")],
        [("A degree", True, ()), ("A diploma", False, ()), ("Sings", None, ())],
    ),
    "small words below a list, above a sentence": (
        [PERSON, ESSENTIAL, item("A degree"), Line("sings"), Line("The team is small.")],
        [("A degree", True, ()), ("sings", True, ()), ("The team is small.", True, ())],
    ),
    "words with capitals between the items of a list": (
        [PERSON, ESSENTIAL, item("A degree"), Line("Flower Arranging"), item("Plans rotas")],
        [("A degree", True, ()), ("Flower Arranging", True, ()), ("Plans rotas", True, ())],
    ),
    "letters of the form’s own behind criteria": (
        "Person specification\nS = supporting statement, N = interview\nEssential Desirable\n"
        "• Plans rotas S\n• Sings songs N\n",
        [("Plans rotas", None, A), ("Sings songs", None, I)],
    ),
    "a way for each line of a cell": (
        [PERSON, table("Area|Essential|Desirable|Assessed by", "Skills|Plans/Cares|Sings|A/A, I")],
        [("Plans", True, A), ("Cares", True, A + I), ("Sings", False, A + I)],
    ),
    "names of levels on each page": (
        "Person specification\n"
        + "".join(
            f"{name}\nMeini prawf hanfodol / Essential criteria\n• {one}\n"
            f"Meini prawf dymunol / Desirable criteria\n• {other}\n" + "\n" * 8
            for name, one, other in (("Skills", "Plans", "Sings"), ("Other", "Cares", "Paints"))
        )
        + "Experience\nMeini prawf hanfodol / Essential criteria\n• Reads\n",
        [
            ("Plans", True, ()),
            ("Sings", False, ()),
            ("Cares", True, ()),
            ("Paints", False, ()),
            ("Reads", True, ()),
        ],
    ),
    "columns of a form lost, named by letters": (
        "Person specification\nCriteria   E/D   Assessment\n• Plans it   E   A\n• Sings   D   A/I\n"
        "A = application form, I = interview\n",
        [("Plans it", True, A), ("Sings", False, A + I)],
    ),
    "both levels in one name of a column": (
        "Person specification\nEssential (E) or Desirable (D)\nAssessment Method\nPlans\nE\nA\n"
        "Sings\nD\nA\n",
        [("Plans", True, A), ("Sings", False, A)],
    ),
    "a key without signs, and prose, behind a table": (
        [
            PERSON,
            table("Criterion|E or D|Method", "Plans|E|PT", "Sings|D|AF"),
            Line("AF application form; PT practical test"),
            Line("All who apply must show the values of the Trust."),
        ],
        [("Plans", True, ("task",)), ("Sings", False, A)],
    ),
    "a way on a line of its own": (
        "Person specification\nEssential\n- A degree of a university or all that it takes\n(A)\n"
        "- Plans (A/I)\n",
        [("A degree of a university or all that it takes", True, A), ("Plans", True, A + I)],
    ),
    "levels in sentences": (
        "Person specification\nWe need you to have:\n• skill\nIt would help if you had:\n• Welsh\n",
        [("skill", True, ()), ("Welsh", False, ())],
    ),
    "categories in capitals below the names of levels": (
        "Person specification\nESSENTIAL\tDESIRABLE\tMETHOD\nSKILLS\t\t\nPlans\t\tA\nOTHER\t\t\n"
        "\tSings\tI\n",
        [("Plans", True, A), ("Sings", False, I)],
    ),
    "a heading like a way behind columns of levels": (
        "Person specification\nFactor\tEssential\tDesirable\nSkills\tPlans\tSings\n"
        "Pre-employment checks\nWe ask for references after the offer.\n",
        [("Plans", True, ()), ("Sings", False, ())],
    ),
    "a level above its way": (
        [PERSON, table("Plans|E/A, I", "Sings|D/I")],
        [("Plans", True, A + I), ("Sings", False, I)],
    ),
    "lines that a paste broke below one column of levels": (
        "Person specification\nCriteria\tE/D\tMethod\nPlans\nSings\tE\nD\tA\nI\n",
        [("Plans", True, A), ("Sings", False, I)],
    ),
    "prose below capitals": (
        "Person specification\nEssential\nPlans\nCAR PARKING\nThere is none here.\n",
        [("Plans", True, ())],
    ),
    "rows without columns, each with its marks": (
        "Person specification\nPlans E A Knows vitamin D D A/I\nCares (Ess) Sings (Des)\n"
        "E1 Reads E2 Writes D1 Paints\nAsks Essential A Has Essential Skills Desirable I\n"
        "Sees (E, A) Hears (D, I)\nHopes Essential Application Fears Desirable Interview\n"
        "Waits – Essential; Rests – Desirable\nSkills Essential: Acts; Draws Desirable: Dances\n",
        [
            *(("Plans", True, A), ("Knows vitamin D", False, A + I)),
            *(("Cares", True, ()), ("Sings", False, ())),
            *(("Reads", True, ()), ("Writes", True, ()), ("Paints", False, ())),
            *(("Asks", True, A), ("Has Essential Skills", False, I)),
            *(("Sees", True, A), ("Hears", False, I), ("Hopes", True, A), ("Fears", False, I)),
            *(("Waits", True, ()), ("Rests", False, ())),
            *(("Acts", True, ()), ("Draws", True, ()), ("Dances", False, ())),
        ],
    ),
    "ticks and ways without columns": (
        "Person specification\nCriteria Essential Desirable Assessed by\nPlans ✓ A Sings ✓ A/I\n"
        "Has A Level Art I\n",
        [("Plans", None, A), ("Sings", None, A + I), ("Has A Level Art", None, I)],
    ),
    "a whole table on a line": (
        "Person specification\nCriteria Essential/Desirable Method Plans E A Cares E A Sings D I\n",
        [("Plans", True, A), ("Cares", True, A), ("Sings", False, I)],
    ),
    "bullets within lines": (
        "Person specification\nEssential\n• Plans • Cares for all of\nthe staff • Reads\n"
        "Desirable: • Sings • Paints\n",
        [
            *(("Plans", True, ()), ("Cares for all of the staff", True, ()), ("Reads", True, ())),
            *(("Sings", False, ()), ("Paints", False, ())),
        ],
    ),
    "gaps in place of columns": (
        "Person specification\n            Essential     Desirable\nSkills       Plans         "
        "Sings\nValues                    Dances\nOther       Cares\n",
        [
            *(("Plans", True, ()), ("Sings", False, ())),
            *(("Dances", False, ()), ("Cares", True, ())),
        ],
    ),
    "gaps, a category below the names and texts that begin a line before": (
        "Person specification\nCriteria              Essential   Desirable   Assessment\n"
        "Experience\nPlans for all of\nthe staff             X                       A, I\n"
        "Sings                             X           I\n",
        [("Plans for all of the staff", True, A + I), ("Sings", False, I)],
    ),
    "names of levels in a row above lines": (
        "Person specification\nEssential     Desirable\nPlans\nSings\n",
        [("Plans", None, ()), ("Sings", None, ())],
    ),
    "levels within a cell": (
        [PERSON, table("Skills|Essential: Plans Desirable: Sings", "Experience|Essential: Cares")],
        [("Plans", True, ()), ("Sings", False, ()), ("Cares", True, ())],
    ),
    "categories with a colon or a bullet, and on a line": (
        "Person specification\n- Skills:\nEssential: Plans\nDesirable: Sings\n- Values:\n"
        "Essential: Cares\nSkills: Reads (E) Values: Gives (D)\n",
        [
            *(("Plans", True, ()), ("Sings", False, ()), ("Cares", True, ())),
            *(("Reads", True, ()), ("Gives", False, ())),
        ],
    ),
    "categories with Roman numbers": (
        "Person specification\ni) Skills\nEssential\nPlans\nii) Values\nEssential\nCares\n",
        [("Plans", True, ()), ("Cares", True, ())],
    ),
    "numbered categories": (
        "Person specification\n1. Skills\nEssential\nPlans\nDesirable\nSings\n"
        "2. Physical requirements\nEssential\n1. Office skills\n2. IT skills\n",
        [
            *(("Plans", True, ()), ("Sings", False, ())),
            *(("Office skills", True, ()), ("IT skills", True, ())),
        ],
    ),
    "ways of each category in a sentence": (
        "Person specification\nEssential\nSkills\n• Plans\nExperience\n• Cares\n"
        "How we find out: skills by a test; experience from the form and at interview.\n",
        [("Plans", True, ("task",)), ("Cares", True, ("application", "interview"))],
    ),
    "categories of each way in a sentence": (
        "Person specification\nBy form: skills; experience. Test: values\nEssential\nSkills\n"
        "• Plans\nValues\n• Cares\n",
        [("Plans", True, A), ("Cares", True, ("task",))],
    ),
    "levels with their ways within lines": (
        "Person specification\nJudged by application form (F) and interview (I). "
        "Essential (F and I) Skills\n• Plans\nValues\n• Cares\nDesirable (F) Skills\n• Sings\n",
        [
            *(("Plans", True, ("application", "interview")),),
            *(("Cares", True, ("application", "interview")), ("Sings", False, A)),
        ],
    ),
    "criteria for files that are too many": (
        "Person specification\nESSENTIAL CRITERIA\nThe following are ESSENTIAL criteria which will "
        "be measured during the interview stage.\n1. Plans\nDESIRABLE CRITERIA\nThese will only be "
        "used where it is necessary to introduce additional job related criteria to ensure files "
        "are manageable.\n2. Sings\n",
        [("Plans", True, ("interview",)), ("Sings", False, A)],
    ),
    "categories beside each other above their levels": (
        [
            PERSON,
            table("|Skills|Values", "Essential|Plans/Reads|Cares", "Desirable|Sings|"),
        ],
        [
            *(("Plans", True, ()), ("Reads", True, ()), ("Sings", False, ())),
            ("Cares", True, ()),
        ],
    ),
    "names of category and level across rows": (
        [
            PERSON,
            Table(
                (
                    *(across("Skills – essential"), *table("Can plan its work|Interview").rows),
                    *(across("Skills – desirable"), *table("Can teach|Interview").rows),
                )
            ),
        ],
        [("Can plan its work", True, ("interview",)), ("Can teach", False, ("interview",))],
    ),
    "codes in a table of one level": (
        [
            *(PERSON, table("No.|Essential criteria|Stage", "E1|Plans|A", "E2|Cares|A")),
            table("No.|Desirable criteria|Stage", "D1|Sings|A"),
        ],
        [("Plans", True, A), ("Cares", True, A), ("Sings", False, A)],
    ),
    "boxes of both levels in a cell": (
        [
            PERSON,
            table(
                *("Requirement|Level", "Plans|☒ Essential ☐ Desirable"),
                *("Sings|Essential ☐ Desirable ☒", "Cares|☐ Essential ☐ Desirable"),
            ),
        ],
        [("Plans", True, ()), ("Sings", False, ()), ("Cares", None, ())],
    ),
    "levels as items of a list": (
        [PERSON, item("Essential"), item("Plans", 1), item("Desirable"), item("Sings", 1)],
        [("Plans", True, ()), ("Sings", False, ())],
    ),
    "what letters mean in the heading itself": (
        [
            Line("Person specification (E = essential, D = desirable)", 1),
            *(item("Plans (E)"), item("Sings (D)")),
        ],
        [("Plans", True, ()), ("Sings", False, ())],
    ),
    "levels before tabs": (
        [PERSON, Line("Essential\tPlans"), Line("Desirable\tSings")],
        [("Plans", True, ()), ("Sings", False, ())],
    ),
    "a star behind the desirable": (
        "Person specification\nSkills\nItems marked with * are desirable.\n• Plans\n• Sings*\n",
        [("Plans", True, ()), ("Sings", False, ())],
    ),
    "italics that a paste has lost": (
        "Person specification\nSkills\nItems in italics are desirable.\n• Plans\n• Sings\n",
        [("Plans", None, ()), ("Sings", None, ())],
    ),
    "a row without its last cell": (
        [
            PERSON,
            table("Criteria|Category|Level", "Plans|Skills|E", "Paints|Skills|D", "Sings|Skills"),
        ],
        [("Plans", True, ()), ("Paints", False, ()), ("Sings", None, ())],
    ),
}


@each("name", CRITERIA)
def test_criteria_and_their_levels_and_ways(name):
    source, wanted = CRITERIA[name]
    criteria = job_of(source).criteria
    assert [(one.text, one.essential, one.assessed_by) for one in criteria] == wanted


SAID = "The purpose of this post is to run the library."
STATEMENT = "You must comply with the Data Protection Act in all that you do."
PARTS = {
    "lines below a factor": (
        "Physical effort\nLifts boxes of books every day.\n",
        OldJob(evidence=(OldEvidence("F13", "Lifts boxes of books every day."),)),
    ),
    "the heading above what is left behind a statement": (
        f"Main duties\n{STATEMENT}\nPlease see the chart of the team.\n",
        OldJob(
            standard_statements=(STATEMENT,),
            not_understood=("Main duties", "Please see the chart of the team."),
        ),
    ),
    "a label whose value was taken": (
        f"Reports to:\nLibrarian\n{SAID}\nAbout the team\nWe are two.\n",
        OldJob(reports_to="Librarian", purpose=SAID, about="We are two."),
    ),
    "a paragraph whose second line ends at the margin": (
        "Job purpose\nTo bring evidence to the bedside of all the patients in the\n"
        "hospitals of the trust, and to the desks of their managers.\n"
        "All staff of the trust are served.\n",
        OldJob(
            purpose="To bring evidence to the bedside of all the patients in the hospitals of the "
            "trust, and to the desks of their managers. All staff of the trust are served."
        ),
    ),
    "labels above values without a field": (
        "Working pattern\nFull-time\nDate posted\n12 January 2026\nSalary\n£31,049 a year\n",
        OldJob(
            not_understood=(
                "Working pattern: Full-time",
                "Date posted: 12 January 2026",
                "Salary: £31,049 a year",
            )
        ),
    ),
    "headings in two languages over lines": (
        "Job purpose\n/ Diben y swydd\nTo help staff.\nPrif ddyletswyddau a chyfrifoldebau\n"
        "Main duties\n• Run it\n",
        OldJob(
            purpose="To help staff.", duties=(OldDuty("Run it"),), not_understood=("Main duties",)
        ),
    ),
    "evidence for a job evaluation": (
        [
            *(HEADING, item("Run it"), Line("Note: this is all")),
            *(Line("Duties for job evaluation", 1), item("People: two of them")),
        ],
        OldJob(
            duties=(OldDuty("Run it"),),
            not_understood=(
                *("Main duties", "Note: this is all"),
                *("Duties for job evaluation", "People: two of them"),
            ),
        ),
    ),
    "what the job is about": (
        f"Job title: Librarian\nWhat the job is about\n{SAID}\n",
        OldJob(title="Librarian", purpose=SAID),
    ),
    "values cut at an open word or a hyphen": (
        "Job title: Library Services Man-\nager\nReports to\nHead of Education and\nLearning\n"
        "Base: Hospital of\nBand: 5\n",
        OldJob(
            title="Library Services Manager",
            reports_to="Head of Education and Learning",
            place="Hospital of",
            band="5",
        ),
    ),
    "a label without a colon beside a fact": (
        "Base Northfield\nBand: 5\n",
        OldJob(place="Northfield", band="5"),
    ),
    "an address below a title": (
        "Job title: Librarian\nNorthfield Library\nLeeds LS1 4AB\n",
        OldJob(title="Librarian", not_understood=("Northfield Library", "Leeds LS1 4AB")),
    ),
    "shares that are none": (
        [Line("Main duties"), table("Run the desk|120%", "Buy books|12.5%", "Teach|20%|9%")],
        OldJob(
            duties=(OldDuty("Run the desk"), OldDuty("Buy books"), OldDuty("Teach", share=20)),
            not_understood=("Run the desk | 120%", "Buy books | 12.5%", "Teach | 9%"),
        ),
    ),
    "full or part time beside hours": (
        "Hours: 18.75 (0.5 WTE), part time\n",
        OldJob(hours=18.75, not_understood=("Hours: 18.75 (0.5 WTE), part time",)),
    ),
    "labels beside each other above their values": (
        "Job title       Band\nLibrarian       5\nBase      Reports to\nEly      Library Manager\n",
        OldJob(title="Librarian", band="5", place="Ely", reports_to="Library Manager"),
    ),
    "labels in a column of their own, and others": (
        "Job title       Librarian\nPermanent / temporary: Permanent\nPay: Band 5 pro rata\n"
        "Where: Leeds\nReporting and accountable to: Manager\n",
        OldJob(
            title="Librarian",
            contract="Permanent",
            band="5",
            place="Leeds",
            reports_to="Manager",
            accountable_to="Manager",
            not_understood=("Pay: Band 5 pro rata",),
        ),
    ),
    "a title above the employer": (
        "NHS Jobs\nMenu\nSearch\nLibrarian\nNorthfield NHS Trust\n",
        OldJob(
            title="Librarian", not_understood=("NHS Jobs", "Menu", "Search", "Northfield NHS Trust")
        ),
    ),
    "prose below what is required, above the specification": (
        "KNOWLEDGE, TRAINING AND EXPERIENCE REQUIRED TO DO THE JOB\nMuch knowledge of libraries.\n"
        "PERSON SPECIFICATION\nEssential\n• Plans\n",
        OldJob(
            criteria=(OldCriterion("Plans", "other", True),),
            not_understood=(
                "KNOWLEDGE, TRAINING AND EXPERIENCE REQUIRED TO DO THE JOB",
                "Much knowledge of libraries.",
            ),
        ),
    ),
    "a statement below a fact": (
        [Line("Job title: Librarian"), Line(STATEMENT)],
        OldJob(title="Librarian", standard_statements=(STATEMENT,)),
    ),
    "what names the document and its pages": (
        "Main duties\n• Run it\nJD ref: 12/B\nV1.0 (May 2024)\nAuthor: A Sutton\n"
        "Northfield NHS Trust\n• Buy books\n"
        "Page 1 of 1 Library\nLIB/04 1 of 1\nPerson specification\nEssential\nPlans\nPost no. 7\n"
        "Date of JD March 2026\nLibrary v2 May 2026\nReviewed on 3 May 2026 by HR\n"
        "© Library 2026\nC:\\JD\\library.docx\n",
        OldJob(
            reference="12/B",
            duties=(OldDuty("Run it"), OldDuty("Buy books")),
            criteria=(OldCriterion("Plans", "other", True),),
            not_understood=(
                *("V1.0 (May 2024)", "Author: A Sutton", "Northfield NHS Trust"),
                *("Page 1 of 1 Library", "LIB/04 1 of 1"),
                *("Post no. 7", "Date of JD March 2026"),
                *("Library v2 May 2026", "Reviewed on 3 May 2026 by HR", "© Library 2026"),
                "C:\\JD\\library.docx",
            ),
        ),
    ),
    "a statement beside its heading": (
        [table("Confidentiality|Keep what you hear to yourself.")],
        OldJob(standard_statements=("Confidentiality\nKeep what you hear to yourself.",)),
    ),
}


@each("name", PARTS)
def test_each_part_has_its_lines_and_nothing_else(name):
    source, wanted = PARTS[name]
    assert job_of(source) == wanted


def test_what_stands_outside_the_body_is_no_part_of_it():
    found = read([HEADING, item("Run it")], ["Northfield"])
    assert found.job.not_understood == ("Northfield",)
    assert [(one.text, one.section, one.block) for one in found.passages[1:]] == [
        ("Run it", "duties", 1),
        ("Northfield", "", 2),
    ]


def test_a_document_that_says_what_it_is_is_known_as_one():
    found = read([Line("Job description", 1), HEADING, item("Run it")])
    assert found.opened == {"document", "duties"}


def test_a_remark_is_kept_with_its_criterion():
    rows = table("Criteria|Essential|Desirable|Weight", "Plans|x||5", "Sings||x|3")
    assert job_of([PERSON, rows]).not_understood == ("Plans | 5\nSings | 3",)


def test_only_headings_are_passages_of_that_kind():
    found = read(
        blocks_of_text(
            "Northfield Library Page 1 of 9\nBase: Ely. Hours: 30\nBand: 5\n"
            "Health and safety: Keep to the rules of the house.\nMain duties\n• Run it\n"
        )
    )
    kinds = [one.kind for one in found.passages]
    assert kinds == [*["paragraph"] * 4, "heading", "item"]


def test_a_cell_over_two_columns_leaves_one_place_empty():
    words = [
        Word(left, top, left + 30, top + 10, text, bold=False)
        for left, top, text in ((10, 5, "Skills"), (10, 25, "Plans"), (110, 25, "E"))
    ]
    down = [(0, 0, 40), (100, 20, 40), (200, 0, 40)]
    for places in ((0, 20, 40), (20,)):  # with rules above and below, and on a page that has none
        across_page = [(place, 0, 200) for place in places]
        assert ruled(words, across_page, down, 0, 40) == Table(
            (across("Skills"), *table("Plans|E").rows)
        )


NO_MARKERS = {
    "2 January 2026": "2 January 2026\n1. Issue stock\n3. Order books",
    "3 May 2027": "1 Issue stock\n2 Order books\nClosing date\n3 May 2027",
    "3 Long Lane": "1 Issue stock\n2 Order books\nAddress\n3 Long Lane",
    "2 A levels": "1. Issue stock\n3. Order books\nEssential\n2 A levels",
    "2 Library Assistants": "Staff\n1 Librarian\n2 Library Assistants",
    "1.0 WTE Librarian": "Staff\n1.0 WTE Librarian\n2.0 WTE Library Assistants",
    "8a Library Manager": "Pay\n8a Library Manager\n8b Head of Knowledge",
}


@each("line", NO_MARKERS)
def test_a_number_outside_a_run_stays(line):
    assert line in [block.text for block in blocks_of_text(NO_MARKERS[line])]
