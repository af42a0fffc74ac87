"""What somebody without an account says to a text."""

from django import forms

from kls_portal.forms import Look, NhsukForm
from kls_portal.forms.careful import NamelessMixin
from kls_portal.forms.once import OnceField

APPROVES, COMMENTS = "approve", "comment"
LONGEST_COMMENT = 4_000


class ApprovalForm(NamelessMixin, NhsukForm):
    """An approval, or a comment. Whoever approves may add one."""

    nameless = ("comment",)
    posts = ("said_by",)
    kept_for = "You have looked at them, and the editors of this page may read them."

    verdict = forms.ChoiceField(
        label="What do you think of this text?",
        choices=[
            (APPROVES, "I approve it as it is"),
            (COMMENTS, "I have comments, and do not approve it yet"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether you approve the text"},
    )
    comment = forms.CharField(
        label="Your comments",
        required=False,
        max_length=LONGEST_COMMENT,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Say which sentence you mean. Leave out details about people.",
    )
    said_by = forms.CharField(
        label="Your role or team",
        required=False,
        max_length=100,
        help_text="So that editors know whose answer this is, such as “workforce team”.",
    )
    key = OnceField()

    look = {"verdict": Look(size="s"), "comment": Look(count=True, threshold=75)}
    form_tag = False

    def clean(self) -> dict[str, object]:
        """Ask for the comments of whoever has some."""
        cleaned = super().clean()
        if cleaned.get("verdict") == COMMENTS and "comment" in cleaned and not cleaned["comment"]:
            self.add_error("comment", "Write your comments, or approve the text")
        return cleaned
