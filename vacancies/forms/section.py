"""A section of a draft that is one form."""

from kls_portal.forms.seen import SeenForm


class SectionForm(SeenForm):
    """Part of a vacancy, saved by itself and incomplete if need be."""

    submit_text = "Save and continue"
