"""Filters of the list of pages."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.contrib import admin
from django.http import HttpRequest
from django.utils import timezone

from guidance.models import Page
from guidance.querysets import PageQuerySet


class ReviewFilter(admin.SimpleListFilter):
    """Pages by when their next review is due; “soon” is what the desk calls so."""

    title = "review"
    parameter_name = "review"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        days = settings.GUIDANCE_DUE_SOON_DAYS
        return [("overdue", "Overdue"), ("soon", f"Due in {days} days")]

    def queryset(self, request: HttpRequest, queryset: PageQuerySet) -> PageQuerySet:
        today = timezone.localdate()
        if self.value() == "overdue":
            return queryset.overdue(today)
        if self.value() == "soon":
            last = today + timedelta(days=settings.GUIDANCE_DUE_SOON_DAYS)
            return queryset.due(last).filter(next_review__gte=today)
        return queryset


class SectionFilter(admin.SimpleListFilter):
    """Pages by the section they lie in."""

    title = "section"
    parameter_name = "section"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        tops = Page.objects.roots().filter(children__isnull=False).distinct()
        return [(page.path, str(page)) for page in tops.select_related("live")]

    def queryset(self, request: HttpRequest, queryset: PageQuerySet) -> PageQuerySet:
        section = self.value()
        return queryset.in_section(section) if section else queryset
