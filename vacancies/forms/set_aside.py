"""A finding to set aside, with the reason."""

from django import forms

from kls_portal.forms import Look
from kls_portal.forms.seen import SeenForm
from vacancies.models import FindingSetAside


class SetAsideForm(SeenForm):
    """The reason. Where somebody else set the finding aside meanwhile, both are compared."""

    submit_text = "Set it aside"
    look = {"reason": Look(count=True, name="reason")}

    class Meta:
        model = FindingSetAside
        fields = ["reason"]
        labels = {"reason": "Why does it not apply here?"}
        help_texts = {"reason": "A sentence that a colleague would understand in a year."}
        widgets = {"reason": forms.Textarea(attrs={"rows": 3})}
