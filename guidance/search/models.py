"""Synonyms, and searches without an answer."""

import re

from django.db import models

from kls_portal.reference.models import ShippedRow

_BETWEEN = re.compile(r"[;\r\n]")


class SynonymGroup(ShippedRow):
    """A group of synonyms: a search for one finds pages with any of them."""

    words = models.TextField(
        "words",
        max_length=1000,
        help_text="Each on a line of its own, such as “jd” and “job description”. Two or more.",
    )
    spellings = models.BooleanField(
        "only other spellings",
        default=False,
        help_text="Tick this where they are one word spelt differently: “1:1” and “121”.",
    )
    is_on = models.BooleanField(
        "used by the search", default=True, help_text="Untick this to leave the group out."
    )
    loaded_from = models.CharField(max_length=200, unique=True, null=True, editable=False)

    class Meta:
        ordering = ["words"]
        verbose_name = "group of synonyms"
        verbose_name_plural = "synonyms"

    def __str__(self) -> str:
        return ", ".join(self.phrases())

    def phrases(self) -> list[str]:
        """Return the phrases of the group without duplicates, in the order typed."""
        typed = (" ".join(phrase.split()) for phrase in _BETWEEN.split(self.words))
        return list(dict.fromkeys(filter(None, typed)))


class SearchMiss(models.Model):
    words = models.CharField("words", max_length=80, unique=True)
    count = models.PositiveIntegerField("times", default=1)
    last_seen = models.DateField("last asked", db_index=True)

    class Meta:
        ordering = ["-count", "-last_seen", "words"]
        verbose_name = "search without an answer"
        verbose_name_plural = "searches without an answer"

    def __str__(self) -> str:
        return self.words
