"""Admin of the examples library, where editors decide on offers, and of the advert limits."""

import re
from html import unescape
from typing import Any

from django import forms
from django.contrib import admin
from django.template.loader import render_to_string
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from kls_portal.accounts.permissions import UserRequest
from kls_portal.published import GuardedMixin, column
from kls_portal.reference.admin import LoadedAdmin
from vacancies.drafting.models.draft import AdvertLimit
from vacancies.drafting.models.examples import Example
from vacancies.drafting.rules.freezing import thaw
from vacancies.drafting.rules.sharing import finds_in, shared_words
from vacancies.drafting.services.examples import decide_example
from vacancies.drafting.services.versions import in_words, job_description_of_example, titles_of

READ_ONLY = (
    "title",
    "band",
    "area",
    "offered_for",
    "offered_person",
    "offered_at",
    "decided_person",
    "decided_at",
)


class DecisionForm(forms.ModelForm):
    """Approve or decline an example; the organisation alone offers and withdraws."""

    status = forms.ChoiceField(
        choices=[
            (Example.Status.OFFERED.value, "Not decided yet"),
            *((one.value, one.label) for one in (Example.Status.APPROVED, Example.Status.DECLINED)),
        ]
    )

    class Meta:
        model = Example
        fields = ["status", "reason"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        declined = cleaned.get("status") == Example.Status.DECLINED
        if declined and not cleaned.get("reason", "").strip():
            self.add_error("reason", "Give a reason, so that the organisation knows.")
        return cleaned


@admin.register(Example)
class ExampleAdmin(GuardedMixin):
    list_display = ["title", "band", "organisation", "status", "offered_at"]
    list_filter = ["status", "band", "area"]
    list_select_related = ["organisation"]
    search_fields = ["title"]
    ordering = ["-offered_at"]
    readonly_fields = [*READ_ONLY, "found", "text", "also_shared"]
    fields = ["status", "reason", "found", "text", "also_shared", *READ_ONLY]
    form = DecisionForm
    never = ("add",)  # examples come from organisations

    def has_change_permission(self, request: UserRequest, obj: Example | None = None) -> bool:
        withdrawn = obj is not None and obj.status == Example.Status.WITHDRAWN
        return not withdrawn and super().has_change_permission(request, obj)

    def save_model(self, request: UserRequest, obj: Example, form: Any, change: bool) -> None:
        """Record who decided and when."""
        person = None if obj.status == Example.Status.OFFERED else request.user
        decide_example(example=obj, person=person, status=obj.status, reason=obj.reason)

    offered_for = column("source", "Organisation")
    offered_person = column("offered_by", "Offered by")
    decided_person = column("decided_by", "Decided by")

    @admin.display(description="Looks like personal data")
    def found(self, example: Example) -> str:
        texts = shared_words(thaw(example.content))
        finds = [f"{t.label}: {f.sentence}" for t in texts for f in finds_in(t.name, t.text)]
        return " ".join(finds) or "Nothing was found. Names can still be there: read the text."

    @admin.display(description="Text")
    def text(self, example: Example) -> SafeString:
        context = {"job": job_description_of_example(example)}
        return render_to_string("vacancies/drafting/partials/job_description.html", context)

    @admin.display(description="Shared too")
    def also_shared(self, example: Example) -> str:
        draft = thaw(example.content)
        seen = _words_of(unescape(re.sub(r"<[^>]*>", " ", self.text(example))))
        words = shared_words(in_words(draft, titles_of(draft)))
        rows = [(one.label, one.text) for one in words if _words_of(one.text) not in seen]
        return format_html_join("", "<p><strong>{}:</strong> {}</p>", rows) or "Nothing more."


def _words_of(text: str) -> str:
    return " ".join(text.split())


@admin.register(AdvertLimit)
class AdvertLimitAdmin(LoadedAdmin):
    actions = None
    list_display = ["name", "fewest", "most", "unit", "confirmed"]
    fields = ["code", "name", "unit", "fewest", "most", "source", "confirmed"]
    never = ("add", "delete")  # the pages have a fixed set of boxes
