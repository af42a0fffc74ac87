"""Forms for making and finding peer offers, contacting a peer, and proposing a theme."""

from typing import Any

from django import forms

from kls_portal.forms import FieldOptions, NhsukForm, QueryForm
from kls_portal.forms.concurrent_edit import ConcurrentEditForm
from kls_portal.forms.nameless import refuse_personal_data
from kls_portal.idempotency import IdempotencyKeyField, day_key
from vacancies.posts.forms.fields import (
    ForOrganisation,
    HealthMixin,
    LongTextField,
    SensitiveTextMixin,
)
from vacancies.retention.models import LONGEST_THEME, LONGEST_TOPICS, OFFER_MONTHS, PeerOffer

LONGEST_MESSAGE = 2_000

NO_NAMES = "Write no names, addresses or phone numbers. Messages reach you through the portal."

MEMBERS_READ = "You have looked at them, and every member may read them."


class PeerOfferForm(HealthMixin, ConcurrentEditForm):
    """An offer of a service. Text that looks like personal data is refused."""

    sensitive = ("topics", "description")
    kept_for = MEMBERS_READ

    months = OFFER_MONTHS
    submit_text = f"Save and show for {OFFER_MONTHS} months"
    field_options = {"description": FieldOptions(count=True)}

    class Meta:
        model = PeerOffer
        fields = ("kind", "region", "topics", "description")
        widgets = {"kind": forms.RadioSelect}
        help_texts = {
            "topics": "A few words, such as “evidence searches” or “working alone”.",
            "description": f"What you can give, how often, on site or by video. {NO_NAMES}",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.sensitive:
            self.fields[name].validators.append(refuse_personal_data)
        self.fields["kind"].choices = PeerOffer.Kind.choices
        self.fields["region"].choices = [("", "Choose a region"), *PeerOffer.Region.choices]


class NewPeerOfferForm(ForOrganisation, PeerOfferForm):
    scope = "shared"
    submit_text = f"Offer this for {OFFER_MONTHS} months"
    field_order = ("organisation",)

    key = IdempotencyKeyField(initial=day_key)

    def answers(self) -> dict[str, Any]:
        """Return the arguments for `make_offer`. Only for a valid form."""
        return {name: value for name, value in self.cleaned_data.items() if name != "version_token"}


class FindPeersForm(QueryForm):
    kind = forms.ChoiceField(
        label="What you are looking for",
        choices=[("", "Anything"), *PeerOffer.Kind.choices],
        required=False,
    )
    region = forms.ChoiceField(
        label="Region", choices=[("", "Any region"), *PeerOffer.Region.choices], required=False
    )
    topic = forms.CharField(label="Words in the topic", max_length=LONGEST_TOPICS, required=False)


class PeerMessageForm(SensitiveTextMixin, NhsukForm):
    """A message that the portal passes on and does not keep.

    The sender may include contact details after confirming them.
    """

    sensitive = ("message",)
    kept_for = "You have looked at them. The person you write to can read them. We keep no copy."

    submit_text = "Send the message"
    field_options = {"message": FieldOptions(count=True, name="your message")}

    message = LongTextField(
        "Your message",
        most=LONGEST_MESSAGE,
        rows=8,
        help_text="Say who you are, what you would like to talk about, and when. "
        "Do not write about patients or anyone’s health.",
    )
    with_address = forms.BooleanField(
        label="Put my email address in the message",
        required=False,
        help_text="They need it to answer you by email.",
    )
    key = IdempotencyKeyField(initial=day_key)


class ThemeForm(HealthMixin, NhsukForm):
    sensitive = ("text",)
    kept_for = MEMBERS_READ

    submit_text = "Propose this theme"

    text = forms.CharField(
        label="Theme",
        max_length=LONGEST_THEME,
        help_text="One sentence or a few words. Write no names.",
        validators=[refuse_personal_data],
    )
    key = IdempotencyKeyField(initial=day_key)
