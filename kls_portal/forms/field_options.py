"""The appearance of one field: everything that Django's own fields have no option for."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class FieldOptions:
    """The appearance of one field; every option has a default.

    size: of the label or legend: "s", "m", "l", "xl", or "" for body text.
    hidden_label: the label is for screen readers only.
    width: of the box in characters: 2, 3, 4, 5, 10, 20 or 30. None: as wide as its column.
    prefix, suffix: text before and after the box, such as "£".
    count: count characters against the field's max_length, from `threshold` per cent on.
    inline: radios or checkboxes side by side; small: smaller ones.
    hints: hints by value of a radio or checkbox.
    optional: add "(optional)" to the label if the field is not required.
    name: the field's name within a sentence, with or without "the". "": the label, with a
        lower-case first letter.
    """

    size: str = ""
    hidden_label: bool = False
    width: int | None = None
    prefix: str = ""
    suffix: str = ""
    count: bool = False
    threshold: int | None = 75
    inline: bool = False
    small: bool = False
    hints: Mapping[str, str] = field(default_factory=dict)
    optional: bool = True
    name: str = ""


PLAIN = FieldOptions()
