"""Our drawing of a field, from the options of a case of nhsuk-frontend."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from kls_portal.forms import DateInputField, FieldOptions, NhsukForm
from tests.project.nhsuk_cases import Element, NotOffered, only, parse

LABEL = ("label", "label.text", "label.heading", "label.size")
ALONE = (
    *("text", "html", "size"),
    *("heading", "heading.text", "heading.size", "heading.level"),
)
LEGEND = tuple(f"fieldset.legend{end}" for end in ("", ".text", ".heading", ".size"))
WORDS = ("hint", "hint.text", "hint.html", "errorMessage", "errorMessage.text")
BASE = ("name", "id", "disabled", *WORDS)
ITEM = ("name", "width", "value", "error")
ITEMS = ("items[].value", "items[].text", "value")


def words(option: Any) -> str:
    """The text of an option that is a text, {"text": …} or {"html": …}."""
    if isinstance(option, dict):
        return mark_safe(option["html"]) if "html" in option else option.get("text", "")
    return option or ""


def label_look(option: Any) -> tuple[str, dict[str, Any]]:
    """The words of a label or legend, and how it looks."""
    if isinstance(option, str):
        return option, {}
    heading = option.get("heading")
    if isinstance(heading, dict):
        option = option | {"size": heading.get("size", option.get("size", ""))}
        heading = heading.get("text", option.get("text"))
    text = heading if isinstance(heading, str) else words(option)
    return text, {"size": option.get("size", "")}


def draw(
    field: forms.Field,
    context: dict[str, Any],
    field_options: FieldOptions,
    value: Any = None,
    **more: Any,
) -> Element:
    """Return the tree of one field, with the hint, value and error that a case asks for."""
    name = context.get("name", "example")
    field.required, field.disabled = True, context.get("disabled", False)
    field.help_text = words(context.get("hint"))
    form = NhsukForm(initial={name: value})
    form.fields[name], form.field_options = field, {name: field_options}
    if "errorMessage" in context:
        if context["errorMessage"] is True:
            raise NotOffered("an error without words")
        form.is_bound, form.data = True, more.pop("data", None) or {name: value}
        form.full_clean()
        form.errors.clear()
        form.add_error(name, more.pop("error", None) or words(context["errorMessage"]))
    more.pop("data", None)
    html = render_to_string("nhsuk/field.html", {"field": form[name], **more})
    # Django marks the control at fault as well; nhsuk-frontend leaves that to the error text.
    return parse(html).drop("aria-invalid")


def draw_input(context: dict[str, Any], widget: type[forms.Widget] = forms.TextInput) -> Element:
    boxes = ("inputmode", "spellcheck", "autocomplete", "type", "width", "code", "value", "classes")
    affixes = ("prefix", "prefix.text", "suffix", "suffix.text")
    only(context, *LABEL, *BASE, *boxes, *affixes)
    label, looks = label_look(context["label"])
    attrs = {k: str(context[k]).lower() for k in boxes[:3] if k in context}
    attrs["class"] = " ".join(
        filter(None, ["nhsuk-input--code" * context.get("code", False), context.get("classes", "")])
    )
    box = widget(attrs)
    box.input_type = context.get("type", box.input_type)
    if "width" in str(context.get("classes")) and "width" in context:
        raise NotOffered("a width that overrides a width")
    affix = {k: words(context[k]) for k in ("prefix", "suffix") if k in context}
    field_options = FieldOptions(width=context.get("width"), **looks, **affix)
    return draw(
        forms.CharField(label=label, widget=box), context, field_options, context.get("value")
    )


def draw_password(context: dict[str, Any]) -> Element:
    return draw_input(context, forms.PasswordInput)


def draw_textarea(context: dict[str, Any]) -> Element:
    only(context, *LABEL, *BASE, "autocomplete", "value")
    label, looks = label_look(context["label"])
    attrs = {k: context[k] for k in ("autocomplete",) if k in context}
    field = forms.CharField(label=label, widget=forms.Textarea({"rows": 5, **attrs}))
    return draw(field, context, FieldOptions(**looks), context.get("value"))


def draw_count(context: dict[str, Any]) -> Element:
    only(context, *LABEL, *BASE, "maxlength", "threshold", "rows", "value")
    if "maxlength" not in context:
        raise NotOffered("a count without a limit")
    label, looks = label_look(context["label"])
    box = forms.Textarea({"rows": context.get("rows", 5)})
    field = forms.CharField(label=label, widget=box, max_length=context["maxlength"])
    field_options = FieldOptions(count=True, threshold=context.get("threshold"), **looks)
    return draw(field, context, field_options, context.get("value"))


def draw_select(context: dict[str, Any]) -> Element:
    only(context, *LABEL, *BASE, *ITEMS)
    label, looks = label_look(context["label"])
    field = forms.ChoiceField(label=label, choices=choices(context))
    return draw(field, context, FieldOptions(**looks), context.get("value"))


def choices(context: dict[str, Any]) -> list[tuple[str, str]]:
    return [(item["value"], item["text"]) for item in context["items"] if "value" in item]


def draw_choices(context: dict[str, Any], kind: type[forms.Widget]) -> Element:
    more = ("items[].hint.text", "items[].conditional.html")
    only(context, *LEGEND, *BASE, *ITEMS, *more, "idPrefix", "inline", "small", "values[]")
    if "fieldset" not in context or not context["fieldset"]:
        raise NotOffered("options without a legend")
    items = context["items"]
    label, looks = label_look(context["fieldset"]["legend"])
    field_options = FieldOptions(
        inline=context.get("inline", False),
        small=context.get("small", False),
        hints={item["value"]: item["hint"]["text"] for item in items if "hint" in item},
        **looks,
    )
    opened = {
        item["value"]: mark_safe(item["conditional"]["html"])
        for item in items
        if "conditional" in item
    }
    many = kind is forms.CheckboxSelectMultiple
    field_class = forms.MultipleChoiceField if many else forms.ChoiceField
    field = field_class(label=label, choices=choices(context), widget=kind)
    value = context.get("values", []) if many else context.get("value")
    return draw(field, context, field_options, value, opened=opened)


def draw_radios(context: dict[str, Any]) -> Element:
    return draw_choices(context, forms.RadioSelect)


def draw_checkboxes(context: dict[str, Any]) -> Element:
    return draw_choices({"name": "example", **context}, forms.CheckboxSelectMultiple)


def draw_date(context: dict[str, Any]) -> Element:
    parts = ("day", "month", "year")
    values = [f"{part}.{end}" for part in parts for end in ("value", "error")]
    names = [item.get("name") for item in context.get("items", ()) if item]
    if names == list(parts):
        only({"items": context["items"]}, *(f"items[].{end}" for end in ITEM))
        context = {**context, **{item["name"]: item for item in context["items"]}}
        context = {key: value for key, value in context.items() if key != "items"}
        values += [f"{part}.{end}" for part in parts for end in ITEM]
    only(context, *LEGEND, *BASE, *values, *(f"values.{part}" for part in parts))
    label, looks = label_look(context["fieldset"]["legend"])
    given = {part: context.get(part) or {} for part in parts}
    typed = {p: given[p].get("value") or context.get("values", {}).get(p) for p in parts}
    wrong = [part for part in parts if given[part].get("error")]
    if wrong and "errorMessage" not in context:
        raise NotOffered("an error without words")
    error = forms.ValidationError(
        words(context.get("errorMessage")), params={"parts": wrong or list(parts)}
    )
    data = {f"example_{part}": typed[part] or "" for part in parts}
    return draw(
        DateInputField(label=label),
        context,
        FieldOptions(**looks),
        [typed[part] for part in parts],
        data=data,
        error=error,
    )


def draw_label(context: dict[str, Any]) -> Element:
    only(context, *ALONE)
    return draw_words(context, forms.TextInput).drop("for").find("label", "nhsuk-label")


def draw_legend(context: dict[str, Any]) -> Element:
    only(context, *ALONE)
    return draw_words(context, forms.RadioSelect).find("legend", "nhsuk-fieldset__legend")


def draw_words(context: dict[str, Any], widget: type[forms.Widget]) -> Element:
    if not context.get("heading", True) or not (context.get("text") or context.get("heading")):
        raise NotOffered("a heading that is switched off")
    text, looks = label_look(context)
    return draw(forms.ChoiceField(label=text, widget=widget), {}, FieldOptions(**looks))


def draw_hint(context: dict[str, Any]) -> Element:
    only(context, "text", "html")
    tree = draw(forms.CharField(label="Example"), {"hint": context}, FieldOptions())
    return tree.find("div", "nhsuk-hint").drop("id")


def draw_error(context: dict[str, Any]) -> Element:
    only(context, "text")
    tree = draw(forms.CharField(label="Example"), {"errorMessage": context}, FieldOptions())
    return tree.find("span", "nhsuk-error-message").drop("id")


DRAWN: dict[str, Callable[[dict[str, Any]], Element]] = {
    "input": draw_input,
    "password-input": draw_password,
    "textarea": draw_textarea,
    "character-count": draw_count,
    "select": draw_select,
    "radios": draw_radios,
    "checkboxes": draw_checkboxes,
    "date-input": draw_date,
    "label": draw_label,
    "legend": draw_legend,
    "hint": draw_hint,
    "error-message": draw_error,
}
