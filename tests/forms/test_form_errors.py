"""What a form says and keeps: error text in the summary and at the field, and what was typed."""

from typing import Any

from django import forms

from kls_portal.forms import FieldOptions, NhsukForm
from tests.each import each
from tests.forms.post_form import by_id, draw, sent, text_of

LONG = "ß漢字🧑‍🏫 " * 6250


def test_good_answers_make_no_error() -> None:
    form = sent()
    assert form.is_valid(), form.errors
    assert draw(form, "{% error_summary form %}").inside == []
    assert draw(form, "{% error_prefix form %}").inside == []


@each(
    "changes, message, control",
    [
        ({"title": ""}, "Enter the job title", "id_title"),
        ({"title": "a" * 61}, "Job title must be 60 characters or fewer", "id_title"),
        ({"title": LONG}, "Job title must be 60 characters or fewer", "id_title"),
        (
            {"email": "lead at demo"},
            "Enter an email address in the correct format, like name@example.com",
            "id_email",
        ),
        (
            {"link": "no address"},
            "Enter a web address in the correct format, like https://www.example.com",
            "id_link",
        ),
        ({"posts": "one"}, "Number of posts must be a whole number", "id_posts"),
        ({"posts": "0"}, "Number of posts must be between 1 and 20", "id_posts"),
        ({"posts": "21"}, "Number of posts must be between 1 and 20", "id_posts"),
        ({"posts": "9" * 5000}, "Number of posts must be a whole number", "id_posts"),
        ({"hours": "all"}, "Hours must be a number", "id_hours"),
        ({"hours": "NaN"}, "Hours must be a number", "id_hours"),
        ({"hours": "1.125"}, "Hours must have 2 decimal places or fewer", "id_hours"),
        ({"band": ""}, "Select the band", "id_band"),
        ({"band": "99"}, "Select the band from the list", "id_band"),
        ({"why": ""}, "Enter why 50% is needed", "id_why"),
        ({"why": LONG}, "Why 50% is needed must be 20 characters or fewer", "id_why"),
        ({"route": ""}, "Select an answer to “Where do you advertise?”", "id_route_0"),
        ({"route": "other"}, "Enter the address of the place", "id_other_route"),
        ({"patterns": []}, "Select the working patterns", "id_patterns_0"),
        ({"agreed": ""}, "Tick the box to confirm: the budget holder agrees", "id_agreed"),
        ({"starts_year": ""}, "Start date must include a year", "id_starts_2"),
        ({"starts_month": "Smarch"}, "Start date must be a real date", "id_starts_1"),
    ],
)
def test_error_stands_in_the_summary_and_at_the_field_in_words(
    changes: dict[str, Any], message: str, control: str
) -> None:
    tree = draw(sent(**changes), "{% error_prefix form %}{% error_summary form %}{% crispy form %}")
    assert tree.inside[0] == "Error:"
    summary = tree.find("div", "nhsuk-error-summary")
    links = [element for element in summary.all() if element.name == "a"]
    assert [(text_of(link), link.attributes["href"]) for link in links] == [
        (message, f"#{control}")
    ]
    assert by_id(tree, control).name in {"input", "textarea", "select"}
    error = tree.find("span", "nhsuk-error-message")
    assert text_of(error) == f"Error: {message}"
    described = {
        name
        for element in tree.all()
        for name in element.attributes.get("aria-describedby", "").split()
    }
    assert error.attributes["id"] in described


@each(
    "name, typed",
    [
        ("title", LONG),
        ("title", "“Bibliothekarin” <b>& مدير</b> ‏" * 3),
        ("title", "a\x00b" * 40),
        ("email", "nobody <at> example"),
        ("posts", "seven & a half"),
        ("posts", "٣٣٣"),
        ("hours", "37,5 or so"),
        ("link", 'http://"><script>'),
    ],
)
def test_what_was_typed_stays_in_the_box(name: str, typed: str) -> None:
    form = sent(**{name: typed})
    assert not form.is_valid()
    html = draw(form)
    assert by_id(html, f"id_{name}").attributes["value"] == typed


def test_long_text_with_errors_stays() -> None:
    form = sent(why="<i>" + LONG)
    assert " ".join(text_of(by_id(draw(form), "id_why")).split()) == " ".join(
        ("<i>" + LONG).split()
    )


def test_choices_with_errors_stay_chosen() -> None:
    tree = draw(sent(patterns=["flex", "home"], route="other"))
    checked = [e.attributes["value"] for e in tree.all() if "checked" in e.attributes]
    assert checked == ["other", "flex", "home", "on"]


def test_line_ends_count_once() -> None:
    lines = "12345\r\n" * 3
    assert len(lines) == 21
    form = sent(why=lines)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["why"] == "12345\n12345\n12345"


@each(
    "label, sentence",
    [
        ("Job title", "Enter the job title"),
        ("NHS number", "Enter the NHS number"),
        ("Your name", "Enter your name"),
        ("A reason", "Enter a reason"),
        ("Why the post is needed", "Enter why the post is needed"),
        ("What is it?", "Enter an answer to “What is it?”"),
    ],
)
def test_a_sentence_has_its_article_in_words(label: str, sentence: str) -> None:
    class OneForm(NhsukForm):
        answer = forms.CharField(label=label)

    assert OneForm({}).errors["answer"] == [sentence]


def test_a_name_with_its_article_reads_well_everywhere_in_words() -> None:
    class OneForm(NhsukForm):
        field_options = {"title": FieldOptions(name="the job title")}
        title = forms.CharField(label="Title", max_length=3)

    assert OneForm({}).errors["title"] == ["Enter the job title"]
    assert OneForm({"title": "long"}).errors["title"] == ["Job title must be 3 characters or fewer"]
