"""What the templates and style sheets are made of: components, short lines, colours by name."""

import re
from pathlib import Path

from django.conf import settings

ROOT = Path(settings.BASE_DIR)
TEMPLATES = {
    str(path.relative_to(ROOT / "templates")): path.read_text(encoding="utf-8")
    for path in sorted((ROOT / "templates").rglob("*"))
    if path.is_file()
}
LONGEST = 160
FORM = re.compile(r"<form\b[^>]*method=\"post\".*?</form>", re.S)
BUTTON = re.compile(r"<button\b|{% button |<input type=\"submit\"")
ASKS = re.compile(r"{{ ?form|{{ field|{% crispy|{% include|<select|as_crispy_field")

# By hand, each with its reason. A line goes when the template takes the component: none comes.
TABLES_BY_HAND = {
    "vacancies/overview/example/rows.html": "in the text of a page, which dresses its tables",
    "admin/app_list.html": "the filter of the menu beside it looks for its rows",
    "admin/guidance/page/history.html": "looks as the admin does, which has tables of its own",
    "vacancies/drafting/link_edit.html": "has a column for each duty, and heads its rows",
    "vacancies/recruiting/coverage_detail.html": "has a column for each method, and heads its rows",
}
FORMS_BY_HAND = {
    "partials/account.html": "signs out from the header, where a script listens and looks differ",
    "account/logout.html": "signs out, where a script listens",
}
PIECES_BY_HAND = {
    "nhsuk-details": {
        "vacancies/overview/partials/stages.html": "has a tag beside the words of its summary",
    },
    "nhsuk-inset-text": {
        "vacancies/drafting/partials/said.html": "an answer among lines, close to them, no notice",
    },
    "nhsuk-card": {},
}
FIELDS_BY_HAND = {
    "guidance/pages/approval.html": "answers at a place of its own page",
    "guidance/pages/partials/feedback.html": "two buttons are the answer, in a row",
    "guidance/search/partials/search_form.html": "a search has a role and a look of its own",
    "partials/header.html": "the search of the design system's header",
    "vacancies/drafting/base_rows.html": "its fields stand in a table, a row each",
    "vacancies/induction/starter_list.html": "is left out of what is printed",
    "vacancies/recruiting/timeline_step_edit.html": "two of them stand in a row, off paper",
}


def hand_made_forms(text: str) -> list[str]:
    """Return the forms of a template that are one button and ask for nothing."""
    return [
        form
        for form in FORM.findall(text)
        if len(BUTTON.findall(form)) == 1 and not ASKS.search(form)
    ]


def test_no_line_is_too_long() -> None:
    long = [
        f"{name}:{number}"
        for name, text in TEMPLATES.items()
        for number, line in enumerate(text.splitlines(), start=1)
        if len(line) > LONGEST
    ]
    assert long == []


def test_a_colour_is_written_once() -> None:
    colour = re.compile(r"#[0-9a-f]{3,8}\b", re.I)
    sheets = {path.name: path.read_text() for path in (ROOT / "static/css").glob("*.css")}
    defined = colour.findall(sheets.pop("colours.css"))
    assert len(defined) == len(set(defined)) > 0
    assert {
        name: colour.findall(text) for name, text in sheets.items() if colour.search(text)
    } == {}


def test_every_colour_named_is_defined_and_used() -> None:
    sheets = {path.name: path.read_text() for path in (ROOT / "static/css").glob("*.css")}
    defined = set(re.findall(r"^  (--colour-[\w-]+):", sheets["colours.css"], re.M))
    used = set(re.findall(r"var\((--colour-[\w-]+)\)", " ".join(sheets.values())))
    assert used == defined


def test_no_tag_goes_over_two_lines() -> None:
    """Django does not recognise a tag or comment with a line break in it, and prints it."""
    tags = re.compile(r"{%.*?%}|{{.*?}}|{#.*?#}")
    torn = {name for name, text in TEMPLATES.items() if re.search("{[{%#]", tags.sub("", text))}
    assert torn == set()


def test_tables_are_components_but_those_with_a_reason() -> None:
    by_hand = {
        name
        for name, text in TEMPLATES.items()
        if "<table" in text and not name.startswith("components/")
    }
    assert by_hand == set(TABLES_BY_HAND)
    drawn = {name.partition("/")[0] for name, text in TEMPLATES.items() if "summary-list" in text}
    assert drawn == {"components"}


def test_other_pieces_are_components_but_those_with_a_reason() -> None:
    for piece, reasons in PIECES_BY_HAND.items():
        drawn = re.compile(rf'class="(?:[^"]* )?{piece}(?:-group)?[" ]')
        by_hand = {
            name
            for name, text in TEMPLATES.items()
            if drawn.search(text) and not name.startswith("components/")
        }
        assert by_hand == set(reasons), piece


def test_forms_are_components_but_those_with_a_reason() -> None:
    own = ("components/", "nhsuk/", "admin/", "gallery/")
    by_hand = {
        name for name, text in TEMPLATES.items() if "<form" in text and not name.startswith(own)
    }
    assert by_hand == set(FIELDS_BY_HAND) | set(FORMS_BY_HAND)


def test_one_button_forms_are_components_but_those_with_a_reason() -> None:
    by_hand = {
        name
        for name, text in TEMPLATES.items()
        if hand_made_forms(text) and not name.startswith("components/")
    }
    assert by_hand == set(FORMS_BY_HAND)
