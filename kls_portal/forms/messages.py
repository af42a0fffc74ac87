"""Error messages of a form, built from the labels of its fields.

Patterns: the error messages of nhsuk-frontend 10.6.1's components (read 22 November 2026): say
what to do and name the field; no "please", no "valid".
"""

import re
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator

EMAIL = "Enter an email address in the correct format, like name@example.com"
WEB_ADDRESS = "Enter a web address in the correct format, like https://www.example.com"


class Sentence(str):
    """A message whose name may contain "%": only Django's own placeholders are filled in.

    Django formats messages with `%` for some errors but not for others of the same code.
    """

    __slots__ = ()

    def __mod__(self, params: Any) -> str:
        """Return the sentence with each %(key)s found in `params` filled in."""
        return re.sub(r"%\((\w+)\)s", lambda match: str(params.get(match[1], match[0])), self)


def name_in_sentence(label: str) -> str:
    """Return a label as it reads within a sentence: "Job title" → "job title", "NHS number" stays.

    A label that is a question is quoted whole.
    """
    label = label.strip()
    if label.endswith("?"):
        return f"an answer to “{label}”"
    first = label.split(" ", 1)[0]
    if first == "I" or any(letter.isupper() or letter.isdigit() for letter in first[1:]):
        return label
    return label[:1].lower() + label[1:]


# Names beginning with one of these need no article: "your password", "why it is needed".
NO_ARTICLE = re.compile(
    r"(?:an?|the|this|that|these|those|all|any|both|each|every|no|some|one|i|my|our|your|their|its"
    r"|who|whom|whose|which|what|when|where|why|how|whether|at|about|in|on)\b",
    re.IGNORECASE,
)


def with_article(name: str) -> str:
    """Return a name as it reads after a verb: "job title" → "the job title"."""
    return name if NO_ARTICLE.match(name) else f"the {name}"


def at_the_start(name: str) -> str:
    """Return a name as it begins a sentence: "the job title" and "job title" → "Job title"."""
    bare = name.removeprefix("the ")
    return bare[:1].upper() + bare[1:]


def default_messages(field: forms.Field, name: str) -> dict[str, str]:
    """Return our message for each error code of a field.

    `name` is the field's name within a sentence. The messages still contain Django's
    placeholders, such as %(limit_value)s.
    """
    start = at_the_start(name)
    return {
        "required": _required(field, name),
        "max_length": f"{start} must be {_most_characters(field)} characters or fewer",
        "min_length": f"{start} must be %(limit_value)s characters or more",
        "min_value": f"{start} must be %(limit_value)s or more",
        "max_value": f"{start} must be %(limit_value)s or less",
        **_range(field, start),
        "max_digits": f"{start} must have %(max)s digits or fewer",
        "max_decimal_places": f"{start} must have %(max)s decimal places or fewer",
        "max_whole_digits": f"{start} must have %(max)s digits or fewer before the point",
        "null_characters_not_allowed": f"{start} must not have characters that cannot be shown",
        **_invalid(field, name, start),
    }


def _most_characters(field: forms.Field) -> str:
    """Return the limit of the validator; the `max_length` that the page counts to may be lower."""
    limits = (one.limit_value for one in field.validators if isinstance(one, MaxLengthValidator))
    most = next(limits, None)
    return f"{most:,}" if isinstance(most, int) else "%(limit_value)s"


def _range(field: forms.Field, start: str) -> dict[str, str]:
    least, most = getattr(field, "min_value", None), getattr(field, "max_value", None)
    if least is None or most is None:
        return {}
    return dict.fromkeys(
        ("min_value", "max_value"), f"{start} must be between {least:,} and {most:,}"
    )


def _required(field: forms.Field, name: str) -> str:
    if isinstance(field, forms.BooleanField):
        return f"Tick the box to confirm: {name}"
    if isinstance(field, forms.ChoiceField | forms.FileField | forms.ModelChoiceField):
        return f"Select {with_article(name)}"
    return f"Enter {with_article(name)}"


def _invalid(field: forms.Field, name: str, start: str) -> dict[str, str]:
    if isinstance(field, forms.EmailField):
        return {"invalid": EMAIL}
    if isinstance(field, forms.URLField):
        return {"invalid": WEB_ADDRESS}
    if isinstance(field, forms.ChoiceField | forms.ModelChoiceField):
        off_list = f"Select {with_article(name)} from the list"  # noqa: S608
        return dict.fromkeys(("invalid_choice", "invalid_list", "invalid_pk_value"), off_list)
    if isinstance(field, forms.DecimalField | forms.FloatField):
        return {"invalid": f"{start} must be a number"}
    if isinstance(field, forms.IntegerField):
        return {"invalid": f"{start} must be a whole number"}
    return {}


def set_error_messages(field: forms.Field, name: str) -> None:
    """Replace Django's messages with ours; messages set by the form's author stay."""
    django: dict[str, Any] = {}
    for kind in reversed(type(field).__mro__):
        django.update(getattr(kind, "default_error_messages", {}))
    for code, sentence in default_messages(field, name).items():
        present = field.error_messages.get(code)
        if present is None or present == django.get(code):
            field.error_messages[code] = Sentence(sentence)
