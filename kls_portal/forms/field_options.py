"""The appearance of one field: everything that Django's own fields have no option for."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class FieldOptions:
    """The appearance of one field; every option has a default.

    heading: the label is the h1 of a page that asks one question.
    size: of the label or legend: "s", "m", "l", "xl", or "" for body text. None: "l" for a
        heading, else body text.
    caption: text above the heading, inside it.
    hidden_label: the label is for screen readers only.
    width: of the box in characters: 2, 3, 4, 5, 10, 20 or 30. None: as wide as its column.
    prefix, suffix: text before and after the box, such as "£".
    count: count characters against the field's max_length, from `threshold` per cent on.
    inline: radios or checkboxes side by side; small: smaller ones.
    hints: hints by value of a radio or checkbox.
    divider: value of the radio or checkbox that is preceded by an "or".
    exclusive: value of the checkbox that unticks all others ("none of these").
    optional: add "(optional)" to the label if the field is not required.
    name: the field's name within a sentence, with or without "the". "": the label, with a
        lower-case first letter.
    """

    heading: bool = False
    size: str | None = None
    caption: str = ""
    hidden_label: bool = False
    width: int | None = None
    prefix: str = ""
    suffix: str = ""
    count: bool = False
    threshold: int | None = 75
    inline: bool = False
    small: bool = False
    hints: Mapping[str, str] = field(default_factory=dict)
    divider: str = ""
    exclusive: str = ""
    optional: bool = True
    name: str = ""

    @property
    def label_size(self) -> str:
        """Return the size of the label or legend, or "" for body text."""
        if self.size is not None:
            return self.size
        return "l" if self.heading else ""

    @property
    def caption_class(self) -> str:
        """Return the CSS class of the caption; the smallest sizes share one."""
        large = self.label_size in ("m", "l", "xl")
        return f"nhsuk-caption-{self.label_size}" if large else "nhsuk-caption"


PLAIN = FieldOptions()
