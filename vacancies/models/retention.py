"""Tools to keep staff, as editors keep them."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from vacancies.models.loaded import LoadedRow
from vacancies.retention.tool import Tool

LINES_HELP = "One on each line."


class RetentionTool(LoadedRow):
    """A conversation, map or offer, with what its form asks."""

    name = models.CharField("name", max_length=80)
    purpose = models.CharField("what it is for", max_length=300)
    who = models.CharField("who leads it", max_length=100)
    how_often = models.CharField("how often", max_length=200, help_text="A house default.")
    months = models.PositiveSmallIntegerField(
        "months between two",
        default=0,
        validators=[MaxValueValidator(12)],
        help_text="For the calendar of a year. 0 where an event calls for it.",
    )
    first = models.PositiveSmallIntegerField(
        "months to the first",
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(12)],
        help_text="From the start of the year. A house default.",
    )
    in_year = models.CharField(
        "words in the calendar of a year",
        max_length=120,
        blank=True,
        help_text="Where the talk itself comes with an event. Empty: its name.",
    )
    own_questions = models.TextField("the person's own questions", help_text=LINES_HELP)
    questions = models.TextField("questions for both", help_text=LINES_HELP)
    table_name = models.CharField("name of the table", max_length=80, blank=True)
    table = models.TextField("heads of the table", blank=True, help_text=LINES_HELP)
    table_rows = models.PositiveSmallIntegerField(
        "rows of the table", default=0, validators=[MaxValueValidator(20)]
    )
    signs = models.TextField("signs that it works", help_text=LINES_HELP)
    caution = models.CharField("keep in mind", max_length=300)
    guide = models.CharField(
        "page of the guidance", max_length=200, help_text="Such as retaining/why-people-stay."
    )
    place = models.PositiveSmallIntegerField("place in the list", default=0)

    class Meta:
        ordering = ["place", "name"]
        verbose_name = "tool to keep staff"
        verbose_name_plural = "tools to keep staff"

    def __str__(self) -> str:
        return self.name

    def as_value(self) -> Tool:
        """Return the tool as a plain value, without blank lines."""
        return Tool(
            id=self.code,
            name=self.name,
            purpose=self.purpose,
            who=self.who,
            how_often=self.how_often,
            months=self.months,
            first=self.first,
            own_questions=_lines(self.own_questions),
            questions=_lines(self.questions),
            signs=_lines(self.signs),
            caution=self.caution,
            guide=self.guide,
            source=self.source,
            confirmed=self.confirmed,
            table_name=self.table_name,
            table=_lines(self.table),
            table_rows=self.table_rows,
            in_year=self.in_year,
        )


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
