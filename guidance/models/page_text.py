"""The words of a live page as plain text: what search reads."""

from django.db import models


class PageText(models.Model):
    """One row for each live page, written by `guidance.search.index` alone.

    The indexes over it differ by database and are made in migration 0002: a full-text table
    on SQLite, a column of word positions on PostgreSQL.
    """

    page = models.OneToOneField(
        "guidance.Page", models.CASCADE, primary_key=True, related_name="text"
    )
    title = models.TextField()
    summary = models.TextField()
    headings = models.TextField()
    body = models.TextField()

    class Meta:
        verbose_name = "text of a page"
        verbose_name_plural = "texts of pages"

    def __str__(self) -> str:
        return self.title
