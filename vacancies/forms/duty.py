"""One duty."""

from collections.abc import Mapping

from django import forms

from kls_portal.forms import Look, NhsukForm
from kls_portal.forms.once import OnceField
from kls_portal.forms.seen import SeenForm
from vacancies.drafting.pksb import areas
from vacancies.forms.careful import OfVacancy
from vacancies.models import Duty
from vacancies.models.duty import LONGEST_DUTY, LONGEST_GROUP

GROUPS = "duty-groups"
AREAS = [("", "Not chosen yet"), *((area.slug, area.name) for area in areas())]
SHARE_RANGE = "Share of time must be between 1 and 100"


class _DutyFields(OfVacancy, forms.Form):
    """What is asked of every duty."""

    nameless = ("text", "group")

    text = forms.CharField(
        label="Duty",
        max_length=LONGEST_DUTY,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Start with what the person does, then say what comes of it.",
    )
    group = forms.CharField(
        label="Group",
        max_length=LONGEST_GROUP,
        required=False,
        help_text="Duties with the same group stand together, such as “Teaching”.",
        widget=forms.TextInput(attrs={"list": GROUPS, "autocomplete": "off"}),
    )
    share = forms.IntegerField(
        label="Share of time",
        min_value=1,
        max_value=100,
        required=False,
        help_text="About how much of the working time. All duties together make 100.",
        error_messages={"min_value": SHARE_RANGE, "max_value": SHARE_RANGE},
    )
    area = forms.ChoiceField(
        label="Area of the PKSB",
        choices=AREAS,
        required=False,
        help_text="PKSB is the Professional Knowledge and Skills Base. "
        "These names are not confirmed: check them there.",
    )

    look: Mapping[str, Look] = {
        "text": Look(count=True),
        "group": Look(width=20),
        "share": Look(width=3, suffix="per cent"),
        "area": Look(name="area of the PKSB"),
    }

    def clean_group(self) -> str:
        """Return the name of the group with single spaces."""
        return " ".join(self.cleaned_data["group"].split())


class NewDutyForm(_DutyFields, NhsukForm):
    """A duty to add at the end. `key` makes sure that sending it twice adds it once."""

    submit_text = "Add this duty"
    key = OnceField()


class DutyForm(_DutyFields, SeenForm):
    """A duty to change."""

    submit_text = "Save this duty"

    class Meta:
        model = Duty
        fields = ["text", "group", "share", "area"]
