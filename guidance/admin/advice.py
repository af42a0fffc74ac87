"""Advice on the text of a page: shown above its form, and told where saving put something right."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse

from guidance.admin.record import RecordAdmin
from guidance.sanitise import sanitise
from guidance.writing_advice import advise, repaired

MOST_TOLD = 5
TOLD = {
    "heading-skipped": "Saving closed the gap.",
    "table-header": "Saving made its first row the header: check that it is one.",
    "image-alternative": "Saving took it out.",
}


class AdviceMixin(RecordAdmin):
    """Warns about the text of a page, and blocks nothing."""

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Show the form, with advice on the text that is in it."""
        form = context["adminform"].form
        body = form.data.get("body", "") if form.is_bound else form.initial.get("body", "")
        context["advice"] = advise(sanitise(body))
        return super().render_change_form(request, context, *args, **kwargs)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Save, and tell what that put right in the text as it was typed or pasted."""
        super().save_related(request, form, formsets, change)
        typed = form.data.get("body", "")
        for advice in repaired(typed, sanitise(typed))[:MOST_TOLD]:
            place = f" “{advice.excerpt}”" if advice.excerpt else ""
            said = f"{advice.sentence} {TOLD[advice.rule]}{place}"
            self.message_user(request, said, messages.WARNING)
