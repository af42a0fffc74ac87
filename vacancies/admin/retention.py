"""Admin of the tools to keep staff."""

from django.contrib import admin

from vacancies.admin.loaded import LoadedAdmin
from vacancies.models import RetentionTool


@admin.register(RetentionTool)
class RetentionToolAdmin(LoadedAdmin):
    """The tools, their forms and how often they are used."""

    list_display = ("name", "who", "how_often", "months", "first", "confirmed")
    list_filter = ("confirmed",)
    search_fields = ("name", "purpose", "questions")
