"""Updates and tags in the admin."""

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError

from guidance.news.models import Update
from guidance.register.admin.parts import BodyField, WithEditor
from guidance.register.services import LEADS_NOWHERE, dead_links
from guidance.texts.models import Tag
from kls_portal.published import GuardedMixin, PublishedAdmin


class UpdateForm(forms.ModelForm):
    body = BodyField()

    class Meta:
        model = Update
        fields = ("title", "slug", "summary", "body", "tags", "published_on", "is_published")
        widgets = {
            "summary": forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"}),
            "tags": forms.CheckboxSelectMultiple,
        }
        help_texts = {
            "published_on": "Readers see it from this day on. A later day is kept back until then.",
        }

    def clean_body(self) -> str:
        body: str = self.cleaned_data["body"]
        if dead := dead_links(body):
            sentences = [LEADS_NOWHERE.format(link) for link in dead]
            raise ValidationError([ValidationError(one, code="dead-link") for one in sentences])
        return body


@admin.register(Update)
class UpdateAdmin(WithEditor, GuardedMixin, PublishedAdmin):
    form = UpdateForm
    list_display = ("title", "published_on", "is_published")
    list_filter = ("is_published", "tags")
    search_fields = ("title", "summary", "body")
    prepopulated_fields = {"slug": ("title",)}


@admin.register(Tag)
class TagAdmin(PublishedAdmin):
    """Topics of updates and networks."""

    list_display = ("name", "slug")
    search_fields = ("name",)
    prepopulated_fields = {"slug": ("name",)}
