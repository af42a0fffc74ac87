"""How a form is put together: labels, groups, buttons, what an option opens, formsets."""

from typing import Any

import pytest
from crispy_forms.layout import Fieldset, Layout
from django import forms

from kls_portal.forms import LongText, NhsukForm
from kls_portal.forms.layout import Reveal
from tests.forms.post_form import GOOD, PostForm, by_id, draw, sent, text_of

OPTIONAL = "(optional)"


def test_hint_and_error_are_what_the_control_names() -> None:
    tree = draw(sent(title=""))
    control = by_id(tree, "id_title")
    assert control.attributes["aria-describedby"] == "id_title_helptext id_title_error"
    assert control.attributes["aria-invalid"] == "true"
    assert text_of(by_id(tree, "id_title_helptext")) == "As in the advert"


def test_only_optional_questions_say_so() -> None:
    tree = draw(PostForm())
    labels = {e.attributes.get("for"): text_of(e) for e in tree.all() if e.name == "label"}
    assert {name for name, text in labels.items() if OPTIONAL in text} == {"id_link", "id_hours"}


def test_form_of_filters_never_says_optional() -> None:
    form = PostForm()
    form.mark_optional = False
    assert OPTIONAL not in text_of(draw(form))
    form.mark_optional = True
    assert OPTIONAL in text_of(draw(form))


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
        layout = Layout(
            Fieldset("Post", "title", "posts"), Reveal("route", {"other": ["other_route"]})
        )

    tree = draw(Grouped())
    assert text_of(tree.find("legend", "nhsuk-fieldset__legend--m")) == "Post"
    names = {e.attributes["name"] for e in tree.all() if "name" in e.attributes}
    assert set(GOOD) | {"other_route", "link", "hours"} <= names


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
    assert [text_of(e) for e in tree.all() if e.name == "button"] == [PostForm.submit_text]


def test_one_field_and_the_filter_draw_the_same_field() -> None:
    alone = draw(PostForm(), "{{ form.title|as_crispy_field }}")
    both = draw(PostForm(), "{{ form|crispy }}")
    assert alone.inside[0] == both.inside[0]


def test_select_cannot_open_fields() -> None:
    class Wrong(PostForm):
        reveals = {"band": {"7": ["title"]}}

    with pytest.raises(ValueError, match="“band”"):
        draw(Wrong())


def test_error_of_the_whole_form_has_no_link() -> None:
    class Unhappy(NhsukForm):
        title = forms.CharField()

        def clean(self) -> dict[str, Any]:
            super().clean()
            raise forms.ValidationError("The vacancy is closed")

    tree = draw(Unhappy({"title": "x"}), "{% error_summary form %}")
    (item,) = tree.find("ul", "nhsuk-error-summary__list").inside
    assert text_of(item) == "The vacancy is closed"
    assert not [e for e in tree.all() if e.name == "a"]


def test_error_of_a_hidden_field_names_it() -> None:
    class Hidden(NhsukForm):
        token = forms.CharField(widget=forms.HiddenInput)

    tree = draw(Hidden({}), "{% error_summary form %}")
    (item,) = tree.find("ul", "nhsuk-error-summary__list").inside
    assert text_of(item).startswith("Token: ")


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
    tree = draw(PostForm(), "{% error_summary form formset %}", formset=formset)
    summary = tree.find("ul", "nhsuk-error-summary__list")
    whole, _ = map(text_of, summary.inside)
    assert whole == "List the main duty first"
    assert summary.inside[1].inside[0].attributes["href"] == "#id_form-1-text"


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
