"""The search in the admin: words that mean the same, and questions that no page answers."""

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
    """A group, checked against all others."""

    class Meta:
        model = SynonymGroup
        fields = ("words", "spellings", "is_on")
        widgets = {"words": forms.Textarea(attrs={"rows": 5, "class": "vLargeTextField"})}

    def clean_words(self) -> str:
        """Return the words one on a line, or say why they cannot be a group."""
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
    """Words that mean the same. A change counts from the next search on."""

    form = SynonymGroupForm
    list_display = ("__str__", "spellings", "is_on")
    list_filter = ("is_on", "spellings")
    list_per_page = 200
    search_fields = ("words",)


@admin.register(SearchMiss)
class SearchMissAdmin(GuardedMixin):
    """Questions that no page answered: a page or a synonym is missing. Nobody writes here."""

    list_display = ("words", "count", "last_seen", "mend")
    list_per_page = 100
    search_fields = ("words",)
    fields = ("words", "count", "last_seen")
    never = ("add", "change")  # readers ask on the site

    @admin.display(description="what can be done")
    def mend(self, miss: SearchMiss) -> str:
        """Return links that search for the words, and that begin a group of synonyms with them."""
        add = reverse("admin:guidance_synonymgroup_add")
        return format_html(
            '<ul class="portal-ways"><li><a href="{}?{}">Search again</a></li>'
            '<li><a href="{}?{}">Add a synonym</a></li></ul>',
            reverse("guidance:search"),
            urlencode({"q": miss.words}),
            add,
            urlencode({"words": f"{miss.words}\n"}),
        )

    def get_queryset(self, request: HttpRequest) -> QuerySet[SearchMiss]:
        """Return the questions, the most wanted first."""
        return super().get_queryset(request).order_by("-count", "-last_seen")
