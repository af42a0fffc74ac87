"""A published text that drafts are held against, without the text itself."""

from django.db import models
from django.utils.timezone import localdate


class EchoText(models.Model):
    """A profile or handbook text as hashes of its runs of 8 words. Its words are never stored."""

    name = models.CharField("name", max_length=200, help_text="Such as “Librarian, band 5”.")
    source = models.CharField(
        "source", max_length=500, help_text="Where it was published: an address or a title."
    )
    read_on = models.DateField("read on", default=localdate)
    runs = models.JSONField(default=list, editable=False)
    changed = models.DateTimeField(auto_now=True, db_index=True)

    class Meta:
        ordering = ["name", "id"]
        verbose_name = "published text for the echo detector"
        verbose_name_plural = "published texts for the echo detector"

    def __str__(self) -> str:
        return self.name
