"""Themes for the next meeting of peers, and who wants which."""

from django.conf import settings
from django.db import models

from kls_portal.accounts.models import User

LONGEST_THEME = 200


class MeetingThemeQuery(models.QuerySet["MeetingTheme"]):
    """The words for sets of themes."""

    def open(self) -> "MeetingThemeQuery":
        """Those that no meeting has held yet."""
        return self.filter(held_on=None)

    def for_voting(self, user: User) -> "MeetingThemeQuery":
        """The open ones, the most wanted first, with `wanted` (how many) and `is_mine`."""
        mine = ThemeVote.objects.filter(theme=models.OuterRef("pk"), user=user)
        counted = self.open().annotate(wanted=models.Count("votes"), is_mine=models.Exists(mine))
        return counted.order_by("-wanted", "id")


class MeetingTheme(models.Model):
    """Something that a member wants to talk about. Nobody is told who proposed it."""

    text = models.CharField("theme", max_length=LONGEST_THEME)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+"
    )
    proposed_on = models.DateField("proposed", auto_now_add=True)
    held_on = models.DateField(
        "held on", null=True, blank=True, help_text="The day of the meeting. Voting then ends."
    )
    key = models.UUIDField(unique=True, editable=False)

    objects = MeetingThemeQuery.as_manager()

    class Meta:
        ordering = ["-id"]
        verbose_name = "theme of a meeting"
        verbose_name_plural = "themes of meetings"

    def __str__(self) -> str:
        return self.text


class ThemeVote(models.Model):
    """That a person wants a theme. It is counted and shown to nobody."""

    theme = models.ForeignKey(MeetingTheme, models.CASCADE, related_name="votes")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["theme", "user"], name="one_vote_per_person_and_theme")
        ]

    def __str__(self) -> str:
        return f"A vote for “{self.theme}”"
