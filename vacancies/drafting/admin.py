"""The examples library, where an editor decides on what was offered; the limits of adverts."""

import re
from html import unescape
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ActionForm
from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from kls_portal.accounts.requests import UserRequest
from kls_portal.published import GuardedMixin
from kls_portal.reference.admin import LoadedAdmin
from vacancies.drafting.examples import Example
from vacancies.drafting.models import AdvertLimit
from vacancies.drafting.rules.freezing import thaw
from vacancies.drafting.rules.sharing import finds_in, shared_words
from vacancies.drafting.services.examples import ExampleError, decide_example
from vacancies.drafting.services.job_descriptions import job_description_of_example
from vacancies.drafting.services.versions import in_words, titles_of

LONGEST_REASON = 500
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


class ReasonForm(ActionForm):
    """The reason that goes with declining."""

    reason = forms.CharField(label="Reason", max_length=LONGEST_REASON, required=False)


class DecisionForm(forms.ModelForm):
    """Approve or decline. What was withdrawn cannot be decided."""

    class Meta:
        model = Example
        fields = ["status", "reason"]

    def clean(self) -> dict[str, Any]:
        """Refuse what the service would refuse, at its field."""
        cleaned = super().clean() or self.cleaned_data
        declined = cleaned.get("status") == Example.Status.DECLINED
        if declined and not cleaned.get("reason", "").strip():
            self.add_error("reason", "Give a reason, so that the organisation knows.")
        return cleaned


@admin.register(Example)
class ExampleAdmin(GuardedMixin):
    """Nothing is added or reworded here: the organisation's words are theirs."""

    list_display = ["title", "band", "organisation", "status", "offered_at"]
    list_filter = ["status", "band", "area"]
    list_select_related = ["organisation"]
    search_fields = ["title"]
    ordering = ["-offered_at"]
    readonly_fields = [*READ_ONLY, "found", "text", "besides"]
    fields = ["status", "reason", "found", "text", "besides", *READ_ONLY]
    form = DecisionForm
    action_form = ReasonForm
    actions = ["approve", "decline"]
    never = ("add",)  # examples come from organisations

    def has_change_permission(self, request: UserRequest, obj: Example | None = None) -> bool:
        """What was withdrawn can be read and no more."""
        withdrawn = obj is not None and obj.status == Example.Status.WITHDRAWN
        return not withdrawn and super().has_change_permission(request, obj)

    def formfield_for_choice_field(self, field: Any, request: UserRequest, **kwargs: Any) -> Any:
        """An editor approves or declines; only the organisation offers or withdraws."""
        formfield: Any = super().formfield_for_choice_field(field, request, **kwargs)
        if field.name == "status":
            decided = (Example.Status.APPROVED, Example.Status.DECLINED)
            offered = (Example.Status.OFFERED.value, "Not decided yet")
            formfield.choices = [offered, *((status.value, status.label) for status in decided)]
        return formfield

    def save_model(self, request: UserRequest, obj: Example, form: Any, change: bool) -> None:
        """Keep who decided and when."""
        if obj.status == Example.Status.OFFERED:
            obj.decided_by = obj.decided_at = None
            return super().save_model(request, obj, form, change)
        return decide_example(
            example=obj, person=request.user, status=obj.status, reason=obj.reason
        )

    @admin.display(description="Organisation")
    def offered_for(self, example: Example) -> str:
        """Name it without a link: editors do not keep organisations and people."""
        return example.source

    @admin.display(description="Offered by")
    def offered_person(self, example: Example) -> str:
        """Name who offered it."""
        return str(example.offered_by or "")

    @admin.display(description="Decided by")
    def decided_person(self, example: Example) -> str:
        """Name who approved or declined it."""
        return str(example.decided_by or "")

    @admin.display(description="Looks like personal data")
    def found(self, example: Example) -> str:
        """Say what is found in the text as it is offered."""
        texts = shared_words(thaw(example.content))
        finds = [f"{t.label}: {f.sentence}" for t in texts for f in finds_in(t.name, t.text)]
        return " ".join(finds) or "Nothing was found. Names can still be there: read the text."

    @admin.display(description="Text")
    def text(self, example: Example) -> SafeString:
        """Show the example as others would read it."""
        context = {"job": job_description_of_example(example)}
        return render_to_string("vacancies/drafting/partials/job_description.html", context)

    @admin.display(description="Shared too")
    def besides(self, example: Example) -> str:
        """Show whatever is shared and does not stand in the text above."""
        draft = thaw(example.content)
        seen = _words_on(self.text(example))
        words = shared_words(in_words(draft, titles_of(draft)))
        rows = [(one.label, one.text) for one in words if _words_of(one.text) not in seen]
        return format_html_join("", "<p><strong>{}:</strong> {}</p>", rows) or "Nothing more."

    @admin.action(description="Approve", permissions=["change"])
    def approve(self, request: UserRequest, queryset: QuerySet[Example]) -> None:
        """Let everybody signed in read and copy them."""
        self._decide(request, queryset, Example.Status.APPROVED)

    @admin.action(description="Decline, with the reason", permissions=["change"])
    def decline(self, request: UserRequest, queryset: QuerySet[Example]) -> None:
        """Keep them out of the library and tell the organisation why."""
        self._decide(request, queryset, Example.Status.DECLINED)

    def _decide(self, request: UserRequest, queryset: QuerySet[Example], status: str) -> None:
        reason = request.POST.get("reason", "")[:LONGEST_REASON]
        done = 0
        for example in queryset:
            try:
                decide_example(example=example, person=request.user, status=status, reason=reason)
            except ExampleError as error:
                self.message_user(request, str(error), messages.ERROR)
            else:
                self.log_change(request, example, f"{Example.Status(status).label}. {reason}")
                done += 1
        if done:
            words = Example.Status(status).label.lower()
            self.message_user(request, f"{done} {words}.", messages.SUCCESS)


def _words_on(page: str) -> str:
    return _words_of(unescape(re.sub(r"<[^>]*>", " ", page)))


def _words_of(text: str) -> str:
    return " ".join(text.split())


@admin.register(AdvertLimit)
class AdvertLimitAdmin(LoadedAdmin):
    """How long each box of the NHS Jobs form and each ready text may be."""

    actions = None
    list_display = ["name", "fewest", "most", "unit", "confirmed"]
    fields = ["code", "name", "unit", "fewest", "most", "source", "confirmed"]
    never = ("add", "delete")  # the pages show the boxes they show
