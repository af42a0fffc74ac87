"""What a form says and keeps: error text in the summary and at the field, and what was typed."""

from __future__ import annotations

from typing import Any

import pytest
from django import forms
from django.template import RequestContext, Template
from django.test import RequestFactory

from kls_portal.forms import DateInputField, LongText, Look, NhsukForm
from kls_portal.forms.layout import Fieldset, Heading, Layout, Reveal, Submit
from tests.project.nhsuk_cases import Element, parse

LOAD = "{% load crispy_forms_tags %}"
LONG = "ß漢字🧑‍🏫 " * 6250


def draw(form: Any, source: str = "{% crispy form %}", **more: Any) -> Element:
    context = RequestContext(RequestFactory().get("/"), {"form": form, **more})
    return parse(Template(LOAD + source).render(context))


def by_id(tree: Element, name: str) -> Element:
    return next(e for e in tree.all() if e.attributes.get("id") == name)


def text_of(element: Element) -> str:
    parts = [part if isinstance(part, str) else text_of(part) for part in element.inside]
    return " ".join(parts)


class PostForm(NhsukForm):
    """One field of each kind."""

    look = {
        "why": Look(count=True),
        "patterns": Look(exclusive="none", name="the working patterns"),
        "route": Look(hints={"nhs": "Everybody sees it"}),
    }
    reveals = {"route": {"other": ["other_route"]}}

    title = forms.CharField(label="Job title", max_length=60, help_text="As in the advert")
    email = forms.EmailField(label="E-mail address")
    link = forms.URLField(label="Link to the advert", required=False, assume_scheme="https")
    posts = forms.IntegerField(label="Number of posts", min_value=1, max_value=20)
    hours = forms.DecimalField(label="Hours", max_digits=4, decimal_places=2, required=False)
    band = forms.ChoiceField(label="Band", choices=[("", "Select a band"), ("7", "Band 7")])
    why = forms.CharField(label="Why 50% is needed", max_length=20, widget=forms.Textarea)
    route = forms.ChoiceField(
        label="Where do you advertise?",
        choices=[("nhs", "NHS Jobs"), ("other", "Other")],
        widget=forms.RadioSelect,
    )
    other_route = forms.EmailField(label="Address of the place")
    patterns = forms.MultipleChoiceField(
        label="Patterns",
        choices=[("flex", "Flexible"), ("home", "From home"), ("none", "None of these")],
        widget=forms.CheckboxSelectMultiple,
    )
    agreed = forms.BooleanField(label="The budget holder agrees")
    starts = DateInputField(label="Start date")


GOOD: dict[str, Any] = {
    "title": "Library manager",
    "email": "lead@demo.example",
    "posts": "1",
    "band": "7",
    "why": "She leaves.",
    "route": "nhs",
    "patterns": ["flex", "home"],
    "agreed": "on",
    "starts_day": "1",
    "starts_month": "3",
    "starts_year": "2027",
}


def sent(**changes: Any) -> PostForm:
    from django.http import QueryDict

    data = QueryDict(mutable=True)
    for name, value in (GOOD | changes).items():
        data.setlist(name, value if isinstance(value, list) else [value])
    return PostForm(data)


def test_good_answers_make_no_error() -> None:
    form = sent()
    assert form.is_valid(), form.errors
    assert draw(form, "{% error_summary form %}").inside == []
    assert draw(form, "{% error_prefix form %}").inside == []


@pytest.mark.parametrize(
    ("changes", "message", "control"),
    [
        ({"title": ""}, "Enter job title", "id_title"),
        ({"title": "a" * 61}, "Job title must be 60 characters or fewer", "id_title"),
        ({"title": LONG}, "Job title must be 60 characters or fewer", "id_title"),
        (
            {"email": "lead at demo"},
            "Enter an e-mail address in the correct format, like name@example.com",
            "id_email",
        ),
        (
            {"link": "no address"},
            "Enter a web address in the correct format, like https://www.example.com",
            "id_link",
        ),
        ({"posts": "one"}, "Number of posts must be a whole number", "id_posts"),
        ({"posts": "0"}, "Number of posts must be 1 or more", "id_posts"),
        ({"posts": "21"}, "Number of posts must be 20 or less", "id_posts"),
        ({"posts": "9" * 5000}, "Number of posts must be a whole number", "id_posts"),
        ({"hours": "all"}, "Hours must be a number", "id_hours"),
        ({"hours": "NaN"}, "Hours must be a number", "id_hours"),
        ({"hours": "1.125"}, "Hours must have 2 decimal places or fewer", "id_hours"),
        ({"band": ""}, "Select band", "id_band"),
        ({"band": "99"}, "Select band from the list", "id_band"),
        ({"why": ""}, "Enter why 50% is needed", "id_why"),
        ({"why": LONG}, "Why 50% is needed must be 20 characters or fewer", "id_why"),
        ({"route": ""}, "Select an answer to “Where do you advertise?”", "id_route_0"),
        ({"route": "other"}, "Enter address of the place", "id_other_route"),
        ({"patterns": []}, "Select the working patterns", "id_patterns_0"),
        (
            {"patterns": ["flex", "none"]},
            "Select either “None of these” or the other options",
            "id_patterns_0",
        ),
        ({"agreed": ""}, "Tick the box to confirm: the budget holder agrees", "id_agreed"),
        ({"starts_year": ""}, "Start date must include a year", "id_starts_2"),
        ({"starts_month": "Smarch"}, "Start date must be a real date", "id_starts_1"),
    ],
)
def test_error_stands_in_the_summary_and_at_the_field(
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


@pytest.mark.parametrize(
    ("name", "typed"),
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
    tree = draw(sent(patterns=["flex", "none"], route="other"))
    checked = [e.attributes["value"] for e in tree.all() if "checked" in e.attributes]
    assert checked == ["other", "flex", "none", "on"]


def test_line_ends_count_once() -> None:
    lines = "12345\r\n" * 3
    assert len(lines) == 21
    form = sent(why=lines)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["why"] == "12345\n12345\n12345"


def test_hint_and_error_are_what_the_control_names() -> None:
    tree = draw(sent(title=""))
    control = by_id(tree, "id_title")
    assert control.attributes["aria-describedby"] == "id_title_helptext id_title_error"
    assert control.attributes["aria-invalid"] == "true"
    assert text_of(by_id(tree, "id_title_helptext")) == "As in the advert"


def test_only_optional_questions_say_so() -> None:
    tree = draw(PostForm())
    optional = [text_of(e) for e in tree.all() if e.name in ("label", "legend")]
    assert [text for text in optional if "(optional)" in text] == [
        "Link to the advert (optional)",
        "Hours (optional)",
    ]


def test_form_of_filters_never_says_optional() -> None:
    form = PostForm()
    form.mark_optional = False
    assert "(optional)" not in text_of(draw(form))


def test_browser_neither_cuts_nor_checks() -> None:
    attributes = [name for e in draw(PostForm()).all() for name in e.attributes]
    assert "novalidate" in attributes
    assert not {"maxlength", "required", "min", "max", "step"} & set(attributes)


def test_option_that_is_not_chosen_empties_what_it_opens() -> None:
    form = sent(route="nhs", other_route="half an addre")
    assert form.is_valid(), form.errors
    assert form.cleaned_data["other_route"] == ""


def test_opened_field_lies_within_its_option() -> None:
    tree = draw(sent(route="other", other_route="a@b.example"))
    option = by_id(tree, "id_route_1")
    opened = by_id(tree, option.attributes["data-aria-controls"])
    assert "nhsuk-radios__conditional--hidden" not in opened.classes
    assert by_id(opened, "id_other_route").attributes["value"] == "a@b.example"


def test_own_layout_groups_fields_and_loses_none() -> None:
    class Grouped(PostForm):
        submit_text = ""
        layout = Layout(
            Heading("The post"),
            Fieldset("Post", "title", "posts", hint="Two questions"),
            Reveal("route", other=["other_route"]),
            Submit("Save as draft", "draft", "1", "secondary"),
        )

    tree = draw(Grouped())
    assert text_of(by_id(tree, "post-hint")) == "Two questions"
    names = {e.attributes["name"] for e in tree.all() if "name" in e.attributes}
    assert set(GOOD) | {"draft", "other_route", "link", "hours"} <= names
    buttons = [text_of(e) for e in tree.all() if e.attributes.get("type") == "submit"]
    assert buttons == ["Save as draft"]


def test_words_of_a_layout_are_never_run_as_a_template() -> None:
    class Shouting(NhsukForm):
        layout = Layout(Heading("{{ settings.SECRET_KEY }}"), Fieldset("{% now 'Y' %}", "title"))
        title = forms.CharField()

    words = text_of(draw(Shouting()))
    assert "{{ settings.SECRET_KEY }}" in words
    assert "{% now 'Y' %}" in words


def test_fields_alone_for_a_page_with_its_own_form_tag() -> None:
    form = PostForm()
    form.form_tag = False
    tree = draw(form)
    assert not [e for e in tree.all() if e.name in ("form", "button")]
    assert "csrfmiddlewaretoken" not in {e.attributes.get("name") for e in tree.all()}


def test_whole_form_carries_its_token_and_button() -> None:
    tree = draw(PostForm())
    assert by_id(tree, "id_title")
    assert "csrfmiddlewaretoken" in {e.attributes.get("name") for e in tree.all()}
    assert [text_of(e) for e in tree.all() if e.name == "button"] == ["Save and continue"]


def test_one_field_and_the_filter_draw_the_same_field() -> None:
    alone = draw(PostForm(), "{{ form.title|as_crispy_field }}")
    both = draw(PostForm(), "{{ form|crispy }}")
    assert alone.inside[0] == both.inside[0]


def test_select_cannot_open_fields() -> None:
    class Wrong(PostForm):
        reveals = {"band": {"7": ["title"]}}

    with pytest.raises(ValueError, match="“band” has no options"):
        draw(Wrong())


def test_error_of_the_whole_form_has_no_link() -> None:
    class Unhappy(NhsukForm):
        title = forms.CharField()

        def clean(self) -> dict[str, Any]:
            super().clean()
            raise forms.ValidationError("The vacancy is closed")

    tree = draw(Unhappy({"title": "x"}), "{% error_summary form %}")
    assert text_of(tree) == "There is a problem The vacancy is closed"
    assert not [e for e in tree.all() if e.name == "a"]


def test_error_of_a_hidden_field_names_it() -> None:
    class Hidden(NhsukForm):
        token = forms.CharField(widget=forms.HiddenInput)

    assert text_of(draw(Hidden({}), "{% error_summary form %}")) == (
        "There is a problem Token: Enter token"
    )


class DutyForm(NhsukForm):
    text = forms.CharField(label="Duty")


class Duties(forms.BaseFormSet):
    def clean(self) -> None:
        raise forms.ValidationError("List the main duty first")


def test_summary_lists_the_errors_of_a_formset() -> None:
    kind = forms.formset_factory(DutyForm, formset=Duties, extra=0, can_delete=True)
    data = {
        "form-TOTAL_FORMS": "3",
        "form-INITIAL_FORMS": "3",
        "form-0-text": "Runs the service",
        "form-1-text": "",
        "form-2-text": "",
        "form-2-DELETE": "on",
    }
    formset = kind(data)
    tree = draw(PostForm(), "{% error_summary form formset %}{{ formset|crispy }}", formset=formset)
    summary = tree.find("ul", "nhsuk-error-summary__list")
    assert [text_of(item) for item in summary.inside] == ["List the main duty first", "Enter duty"]
    assert summary.inside[1].inside[0].attributes["href"] == "#id_form-1-text"
    assert by_id(tree, "id_form-TOTAL_FORMS").attributes["value"] == "3"


def test_plain_django_form_is_drawn_too() -> None:
    class Plain(forms.Form):
        title = forms.CharField(max_length=5)
        note = forms.CharField(widget=forms.Textarea)

    tree = draw(Plain({"title": "too long", "note": "x"}), "{{ form|crispy }}")
    assert "nhsuk-input--error" in by_id(tree, "id_title").classes
    assert "cols" not in by_id(tree, "id_note").attributes


def test_own_sentence_of_a_form_stays() -> None:
    class Own(NhsukForm):
        title = forms.CharField(error_messages={"required": "Say what the job is called"})
        note = forms.CharField(widget=LongText({"rows": 3}), required=False)

    form = Own({})
    assert form.errors["title"] == ["Say what the job is called"]
    assert by_id(draw(form), "id_note").attributes["rows"] == "3"
