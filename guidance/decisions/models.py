"""Decisions and their steps."""

from django.core.validators import URLValidator
from django.db import models
from django.urls import reverse

from guidance.decisions.rules import Step, answers_of
from kls_portal.plain_values import from_row
from kls_portal.reference.facts import with_facts
from kls_portal.reference.models import ShippedRow


class Decision(ShippedRow):
    """A decision taken question by question, which begins with the first of its steps."""

    code = models.SlugField("code", max_length=40, unique=True)
    title = models.CharField("title", max_length=120, help_text="As a question.")
    summary = models.CharField("summary", max_length=300)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("guidance:decision_detail", args=[self.code])


class DecisionStep(ShippedRow):
    """A question, or a result if it has no answers."""

    decision = models.ForeignKey(Decision, models.CASCADE, related_name="steps")
    code = models.SlugField("code", max_length=40, help_text="Answers lead to it by this name.")
    place = models.PositiveSmallIntegerField("place", default=0)
    text = models.CharField("question or result", max_length=200)
    reason = models.TextField(
        "why", max_length=2000, help_text="Say in words what is law, terms, guidance or advice."
    )
    source = models.CharField("source", max_length=300, blank=True)
    source_address = models.CharField(
        "address of the source",
        max_length=300,
        blank=True,
        validators=[URLValidator(schemes=["http", "https"])],
    )
    answers = models.TextField(
        "answers",
        max_length=2000,
        blank=True,
        help_text="Each on a line, as “Yes -> code of the next step”. Leave it empty for a result.",
    )
    action_text = models.CharField("link at the end: words", max_length=100, blank=True)
    action_address = models.CharField("link at the end: address", max_length=200, blank=True)

    class Meta:
        ordering = ["place", "pk"]
        verbose_name = "step"
        constraints = [
            models.UniqueConstraint(
                fields=["decision", "code"],
                name="a_step_of_a_decision_once",
                violation_error_message="There is already a step with this code.",
            )
        ]

    def __str__(self) -> str:
        return self.text

    def as_step(self) -> Step:
        """Return the row as a plain value, with today's facts.

        Raises ValueError for answers that do not parse.
        """
        words = {name: with_facts(getattr(self, name)) for name in ("text", "reason", "source")}
        action = (self.action_text, self.action_address)
        return from_row(Step, self, answers=answers_of(self.answers), action=action, **words)
