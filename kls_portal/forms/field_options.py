"""How one field looks: everything that Django's own fields have no word for."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class FieldOptions:
    """How one field looks; every part is optional.

    heading: the label is the h1 of a page that asks one question.
    size: of the label or legend: "s", "m", "l", "xl", or "" for body text. None: "l" where it
        is a heading, else body text.
    caption: words above the heading, inside it.
    hidden_label: the label is there for screen readers only.
    width: characters the box is wide: 2, 3, 4, 5, 10, 20 or 30. None: as wide as its column.
    prefix, suffix: words in front of and behind the box, such as "£".
    count: count characters against the field's max_length, from `threshold` per cent on.
    inline: radios or checkboxes beside each other; small: smaller ones.
    hints: hint by value of a radio or checkbox.
    divider: value of the radio or checkbox that an "or" stands before.
    exclusive: value of the checkbox that unticks all others ("none of these").
    optional: say "(optional)" where the field is not required.
    name: what the field is called inside a sentence, with or without "the". "": the label, with a
        small first letter.
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
        """Size of the label or legend, or "" for body text."""
        if self.size is not None:
            return self.size
        return "l" if self.heading else ""

    @property
    def caption_class(self) -> str:
        """Class of the caption, which the smallest sizes share."""
        large = self.label_size in ("m", "l", "xl")
        return f"nhsuk-caption-{self.label_size}" if large else "nhsuk-caption"


PLAIN = FieldOptions()
