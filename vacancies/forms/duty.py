"""One duty."""

from django import forms

from kls_portal.forms import Look, NhsukForm, NhsukModelForm
from vacancies.forms.once import OnceField
from vacancies.models import Duty
from vacancies.models.duty import LONGEST_DUTY

LABEL = "Duty"
HINT = "Start with what the person does, then say what comes of it."
LOOK = {"text": Look(count=True)}
WIDGET = forms.Textarea(attrs={"rows": 3})


class NewDutyForm(NhsukForm):
    """A duty to add at the end. `key` makes sure that sending it twice adds it once."""

    submit_text = "Add this duty"
    look = LOOK
    text = forms.CharField(label=LABEL, help_text=HINT, max_length=LONGEST_DUTY, widget=WIDGET)
    key = OnceField()


class DutyForm(NhsukModelForm):
    """A duty to change."""

    submit_text = "Save this duty"
    look = LOOK

    class Meta:
        model = Duty
        fields = ["text"]
        labels = {"text": LABEL}
        help_texts = {"text": HINT}
        widgets = {"text": WIDGET}
