"""Forms for approvals, feedback and local steps."""

from django import forms
from django.core.exceptions import ValidationError

from guidance.pages.models import LONGEST_SENTENCE, LocalSteps
from guidance.texts.rules.local_links import LinkError, read_links
from kls_portal.forms import FieldOptions, NhsukForm
from kls_portal.forms.concurrent_edit import ConcurrentEditForm
from kls_portal.forms.nameless import NamelessMixin, refuse_personal_data
from kls_portal.idempotency import IdempotencyKeyField, day_key
from kls_portal.personal_data.sensitive_matches import SensitiveMatch, personal_matches
from kls_portal.reference.facts import check_bindings

APPROVES, COMMENTS = "approve", "comment"
LONGEST_COMMENT = 4_000


class ApprovalForm(NamelessMixin, NhsukForm):
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
    key = IdempotencyKeyField(initial=day_key)

    field_options = {
        "verdict": FieldOptions(size="s"),
        "comment": FieldOptions(count=True, threshold=75),
    }
    form_tag = False

    def clean(self) -> dict[str, object]:
        cleaned = super().clean()
        if cleaned.get("verdict") == COMMENTS and "comment" in cleaned and not cleaned["comment"]:
            self.add_error("comment", "Write your comments, or approve the text")
        return cleaned


ANSWERS = (("yes", "Yes"), ("no", "No"))
TRAP = "website"


class FeedbackForm(NhsukForm):
    form_tag = False
    field_options = {
        "useful": FieldOptions(size="s", inline=True),
        "sentence": FieldOptions(name="your comment"),
    }

    useful = forms.ChoiceField(
        label="Was this page useful?",
        choices=ANSWERS,
        widget=forms.RadioSelect,
        error_messages={"required": "Select yes if the page was useful"},
    )
    sentence = forms.CharField(
        label="What was missing, wrong or good?",
        required=False,
        max_length=LONGEST_SENTENCE,
        help_text="Do not give personal details: no names, numbers or email addresses."
        " We do not know who you are and cannot answer.",
        widget=forms.Textarea(attrs={"rows": 2}),
        validators=[refuse_personal_data],
    )


class LocalStepsForm(NamelessMixin, ConcurrentEditForm):
    """Text and links of local steps. Store them with `keep_local_steps`, not with `save`."""

    nameless = ("text",)
    kept_for = "You have looked at them, and everyone in your organisation may read them."

    form_tag = False
    field_options = {
        "text": FieldOptions(size="m", count=True, threshold=75, name="your own steps"),
        "links": FieldOptions(size="m", name="the links"),
    }

    class Meta:
        model = LocalSteps
        fields = ("text", "links")
        labels = {"text": "Your own steps", "links": "Links"}
        help_texts = {
            "text": "Plain text. Begin a line with “- ” to make a list. Do not give details of"
            " anyone who applies or starts.",
            "links": "One on each line: what it is, then its address. For example: Our induction"
            " policy https://intranet.example.nhs.uk/induction",
        }
        widgets = {
            "text": forms.Textarea(attrs={"rows": 8}),
            "links": forms.Textarea(attrs={"rows": 4}),
        }

    def matches_in(self, name: str, text: str) -> tuple[SensitiveMatch, ...]:
        """Return the names alone, as steps may give a team's contact details."""
        return personal_matches(text, ("name",))

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"]
        check_bindings(text)
        return text

    def clean_links(self) -> str:
        links = self.cleaned_data["links"]
        try:
            read_links(links)
        except LinkError as error:
            raise ValidationError(str(error)) from error
        return links
