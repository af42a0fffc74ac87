"""A document with every kind of part, for the tests of both formats."""

from typing import Any

from kls_portal.documents.document import (
    Bullets,
    Contents,
    Document,
    Grid,
    Heading,
    Item,
    Lines,
    Notice,
    PageBreak,
    Paragraph,
    Part,
    Quotation,
    Run,
    Text,
)

PARTS: tuple[Part, ...] = (
    Contents("Contents"),
    Heading(2, "Before the interviews"),
    Text("Read each form by yourself.\nThen meet.\n\n- agree the score\n- write down why"),
    Paragraph(
        (
            Run("See "),
            Run("the interview page", address="https://portal.example/interviews"),
            Run(" for "),
            Run("fair", bold=True),
            Run(" "),
            Run("questions", italic=True),
            Run("."),
        )
    ),
    Bullets(("One chair", "One member of staff"), numbered=True),
    Notice("Keep no names on this form."),
    Heading(3, "Scores"),
    Grid(
        "Scores",
        ("Criterion", "Weight", "Score"),
        (("Answers enquiries", "40", ""), ("Teaches searching", "60", "")),
        widths=(0, 20, 30),
        row_height=14,
    ),
    Bullets(("Thank the candidate", "Say what happens next"), numbered=True),
    Grid("To do", ("Task", "Who"), (("Book the room", "Chair"),), ticks="Done"),
    Lines("What you would ask again", 4),
    PageBreak(),
    Heading(2, "Feedback"),
    Bullets(
        (
            Item("What went well", (Bullets(("The room", "The tea"), numbered=True),)),
            Item("What did not", (Bullets((Item("The lift", (Bullets(("Twice",)),)),)),)),
        )
    ),
    Quotation((("Somebody said: "), (Run("well done", italic=True),))),
    Heading(3, "Not in the list", listed=False),
    Heading(4, "Deep"),
    Heading(5, "Deeper"),
    Heading(6, "Deepest"),
)


def make_document(**changed: Any) -> Document:
    given: dict[str, Any] = {
        "title": "Interview pack: Librarian",
        "organisation": "Northfield NHS Trust",
        "kind": "Interview pack",
        "notices": ("Blank form: write no candidate’s name into the portal.",),
        "facts": (("Interview date", "Monday 4 January 2027"), ("Place", "")),
        "parts": PARTS,
    }
    return Document(**{**given, **changed})


def filled_with(text: str) -> Document:
    """A document with this text at every place that takes one."""
    words = (Run(text, bold=True, address=text), Run(text, italic=True))
    return Document(
        title=text,
        organisation=text,
        kind=text,
        notices=(text,),
        facts=((text, text),),
        parts=(
            Heading(2, text),
            Text(text),
            Paragraph(words),
            Bullets((words, text)),
            Bullets((text,), numbered=True),
            Bullets((Item(text, (Bullets((words,), numbered=True),)),)),
            Quotation((text, words)),
            Contents(text),
            Grid(text, (text, text), ((words, text),), ticks=text, row_height=10),
            Lines(text, 2),
            Notice(text),
        ),
    )
