"""The search in the admin: synonyms, and searches without an answer."""

from urllib.parse import urlencode

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html

from guidance.search.models import SearchMiss, SynonymGroup
from guidance.search.synonyms import from_groups
from kls_portal.published import GuardedMixin, OneByOneMixin, PublishedAdmin

MOST_PHRASES, LONGEST_PHRASE = 30, 60


class SynonymGroupForm(forms.ModelForm):
    class Meta:
        model = SynonymGroup
        fields = ("words", "spellings", "is_on")
        widgets = {"words": forms.Textarea(attrs={"rows": 5, "class": "vLargeTextField"})}

    def clean_words(self) -> str:
        mine = SynonymGroup(words=self.cleaned_data["words"]).phrases()
        if len(mine) < 2:
            raise ValidationError(
                "Enter at least 2 words, each on a line of its own.", code="too-few"
            )
        if len(mine) > MOST_PHRASES or any(len(phrase) > LONGEST_PHRASE for phrase in mine):
            raise ValidationError(
                f"Enter at most {MOST_PHRASES} words of at most {LONGEST_PHRASE} characters each.",
                code="too-many",
            )
        others = SynonymGroup.objects.exclude(pk=self.instance.pk)
        try:
            from_groups([mine])
            from_groups([*(group.phrases() for group in others), mine])
        except ValueError as error:
            raise ValidationError(str(error), code="no-group") from error
        return "\n".join(mine)


@admin.register(SynonymGroup)
class SynonymGroupAdmin(OneByOneMixin, GuardedMixin, PublishedAdmin):
    """Groups of synonyms. A change takes effect from the next search."""

    form = SynonymGroupForm
    list_display = ("__str__", "spellings", "is_on")
    list_filter = ("is_on", "spellings")
    search_fields = ("words",)


@admin.register(SearchMiss)
class SearchMissAdmin(GuardedMixin):
    """Searches without an answer, where a page or synonym may be missing. Read-only."""

    list_display = ("words", "count", "last_seen", "suggestions")
    list_per_page = 8  # each has two links more
    search_fields = ("words",)
    fields = ("words", "count", "last_seen")
    never = ("add", "change")  # recorded by the search page

    @admin.display(description="what can be done")
    def suggestions(self, miss: SearchMiss) -> str:
        add = reverse("admin:guidance_synonymgroup_add")
        return format_html(
            '<ul class="portal-ways"><li><a href="{}?{}">Search: {}</a></li>'
            '<li><a href="{}?{}">Synonym of: {}</a></li></ul>',
            reverse("guidance:search"),
            urlencode({"q": miss.words}),
            miss.words,
            add,
            urlencode({"words": f"{miss.words}\n"}),
            miss.words,
        )

    def get_queryset(self, request: HttpRequest) -> QuerySet[SearchMiss]:
        return super().get_queryset(request).order_by("-count", "-last_seen")
