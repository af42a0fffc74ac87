"""Template tasks, and plans with their dates, task changes and ticks."""

import uuid

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import Q

from kls_portal.accounts.models import Organisation, account_key
from kls_portal.plain_values import from_row
from kls_portal.reference.facts import check_bindings
from kls_portal.reference.models import LoadedRow, ShippedRow
from vacancies.planning.rules.checklist import OWNERS, WITHDRAWN, Page, TemplateTask
from vacancies.planning.rules.step import milestones
from vacancies.posts.models import OPTIONAL, Vacancy, whole_number
from vacancies.profiles.models import bands_written

EARLIEST_DUE, LATEST_DUE = -130, 520
LONGEST_TASK, LONGEST_NOTE, LONGEST_REASON = 300, 2_000, 500
LONGEST_MEETING = 480
MOST_NOTICE_WEEKS = 52
OWNER_CHOICES = [(owner.slug, owner.name) for owner in OWNERS.values()]
DUE_VALIDATORS = [MinValueValidator(EARLIEST_DUE), MaxValueValidator(LATEST_DUE)]


SAME_SITE = RegexValidator(
    r"^/(?:[a-z0-9-]+/)+\Z",
    "Write the path of a page of this site, such as /recruiting/interviews/.",
)


class InductionGroup(ShippedRow):
    """A period of an induction that groups its tasks, such as “Week one”."""

    code = models.SlugField("code", max_length=40, unique=True)
    name = models.CharField("name", max_length=80)
    place = models.PositiveSmallIntegerField("place in the checklist")

    class Meta:
        ordering = ["place"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        if self.code in milestones():
            raise ValidationError({"code": "A milestone of the plan of a vacancy has this code."})


class PlanTask(LoadedRow):
    """A template task from which plans are tailored; see TemplateTask.

    `group` is the code of a milestone of a vacancy's plan or of a period of an induction
    (InductionGroup). `probation` is shipped with the portal and not editable.
    """

    group = models.SlugField("what it belongs to", max_length=40)
    text = models.CharField(
        "task", max_length=LONGEST_TASK, help_text="You can use a fact: {{ fact NAME }}."
    )
    owner = models.CharField("who does it", max_length=30, choices=OWNER_CHOICES)
    due = models.SmallIntegerField(
        "due",
        help_text="Working days from that day: 0 is the day itself, -5 a week before.",
        validators=DUE_VALIDATORS,
    )
    minutes = whole_number(
        "appointment of",
        None,
        LONGEST_MEETING,
        default=0,
        blank=True,
        help_text="Minutes, where the task is a meeting; 0 for other tasks.",
    )
    bands = models.CharField(
        "only for bands", max_length=60, blank=True, help_text="Such as 4,5. Leave empty for all."
    )
    roles = models.JSONField("only for roles", default=list, blank=True)
    routes = models.JSONField("only for these contracts", default=list, blank=True)
    not_routes = models.JSONField("not for these contracts", default=list, blank=True)
    only_for = models.JSONField("only for", default=list, blank=True)
    not_for = models.JSONField("not for", default=list, blank=True)
    solo_text = models.CharField(
        "task for people who work alone", max_length=LONGEST_TASK, blank=True
    )
    solo_owner = models.CharField(
        "who does it for people who work alone",
        max_length=30,
        choices=OWNER_CHOICES,
        blank=True,
    )
    page = models.CharField(
        "guidance page",
        max_length=200,
        blank=True,
        validators=[SAME_SITE],
        help_text="The page that explains the step, such as /recruiting/interviews/.",
    )
    page_name = models.CharField("name of that page", max_length=200, blank=True)
    probation = models.CharField(max_length=10, blank=True, editable=False)
    place = models.PositiveSmallIntegerField("place among tasks of one day", default=0)
    in_use = models.BooleanField(
        "in use",
        default=True,
        help_text="Untick this to leave the task out of new checklists. "
        "Plans that already have it keep it, marked as withdrawn.",
    )

    class Meta:
        ordering = ["due", "place", "id"]

    def __str__(self) -> str:
        return self.text

    def clean(self) -> None:
        """Normalise the bands to “4,5”; report an unknown band or fact at its field."""
        self.bands = bands_written(self.bands)
        for name in ("text", "solo_text"):
            try:
                check_bindings(getattr(self, name))
            except ValidationError as error:
                raise ValidationError({name: error}) from error

    def as_value(self) -> TemplateTask:
        """Return the task as a plain value, marked as withdrawn if it is not in use."""
        return from_row(
            TemplateTask,
            self,
            id=self.code,
            owner=OWNERS[self.owner],
            solo_owner=OWNERS[self.solo_owner] if self.solo_owner else None,
            bands=tuple(self.bands.split(",")) if self.bands else (),
            page=Page(self.page_name, self.page) if self.page else None,
            orphan_reason="" if self.in_use else WITHDRAWN,
        )


class Plan(models.Model):
    """The base of both kinds of plan: VacancyPlan and InductionPlan."""

    created = models.DateTimeField(auto_now_add=True)
    changed = models.DateTimeField(auto_now=True)
    revision = models.PositiveIntegerField(default=0, editable=False)

    def __str__(self) -> str:
        return f"Plan {self.pk}"


class VacancyPlan(Plan):
    """The plan of a vacancy: the inputs to its dates, and the most recent moves.

    It is stored on the first change; until then everything follows the template.
    """

    vacancy = models.OneToOneField(Vacancy, models.CASCADE, related_name="plan")
    needed_by = models.DateField("needed by", null=True, blank=True)
    notice_weeks = whole_number("notice period in weeks", 0, MOST_NOTICE_WEEKS, **OPTIONAL)
    last_moves = models.JSONField(default=list, editable=False)


class StepDate(models.Model):
    """A step of a plan: its date, the date last calculated for it, and whether it is done.

    `day` stays empty where the vacancy itself stores the date.
    """

    plan = models.ForeignKey(VacancyPlan, models.CASCADE, related_name="step_dates")
    code = models.SlugField("step", max_length=40)
    day = models.DateField("date", null=True, blank=True)
    proposed = models.DateField("date worked out", null=True, blank=True)
    done_at = models.DateTimeField("marked as done", null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "code"], name="one_date_per_plan_and_step")
        ]

    def __str__(self) -> str:
        return self.code


class TaskChange(models.Model):
    """A change to one task, or an added task, in a plan or in an organisation's template.

    A field that is None is inherited from the layer above. `code` is that of the changed task, or
    a unique one of its own where `is_own`. `key` prevents an added task from being stored twice
    if it is submitted twice. `group` is the milestone or period of the task. `is_reopened`:
    somebody marked the task as not done, which overrides the portal's facts.
    """

    plan = models.ForeignKey(Plan, models.CASCADE, null=True, related_name="changes")
    organisation = models.ForeignKey(
        Organisation, models.CASCADE, null=True, related_name="task_changes"
    )
    code = models.SlugField("code", max_length=40)
    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    is_own = models.BooleanField(default=False)
    text = models.CharField("task", max_length=LONGEST_TASK, null=True, blank=True)
    owner = models.CharField(
        "who does it", max_length=30, choices=OWNER_CHOICES, null=True, blank=True
    )
    group = models.SlugField("what it belongs to", max_length=40, null=True, blank=True)
    due = models.SmallIntegerField("due", null=True, blank=True, validators=DUE_VALIDATORS)
    due_on = models.DateField("day of its own", null=True, blank=True)
    minutes = whole_number("appointment of", None, LONGEST_MEETING, **OPTIONAL)
    at = models.TimeField("time", null=True, blank=True)
    note = models.TextField("note", max_length=LONGEST_NOTE, blank=True)
    only_for = models.JSONField("only for", default=list, blank=True)
    roles = models.JSONField("only for roles", default=list, blank=True)
    left_out = models.BooleanField(default=False)
    reason = models.CharField("reason", max_length=LONGEST_REASON, blank=True)
    is_reopened = models.BooleanField(default=False)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "code"], name="one_change_per_plan_and_task"),
            models.UniqueConstraint(
                fields=["organisation", "code"], name="one_change_per_organisation_and_task"
            ),
            models.CheckConstraint(
                condition=Q(plan=None) ^ Q(organisation=None), name="a_change_is_of_one_layer"
            ),
        ]

    def __str__(self) -> str:
        return self.text or self.code


class Tick(models.Model):
    """A completed task of a plan. Unticking keeps the row.

    `frozen` is the task as it was when ticked (`rules/record.py`). `done_by` is a role; the plan
    of a vacancy records the colleague in `person`.
    """

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="ticks")
    code = models.SlugField("code", max_length=40)
    frozen = models.JSONField(editable=False)
    done_at = models.DateTimeField("done")
    done_by = models.CharField("by", max_length=30, choices=OWNER_CHOICES, blank=True)
    person = account_key()
    undone_at = models.DateTimeField("taken back", null=True, blank=True)
    undone_by = models.CharField("taken back by", max_length=30, choices=OWNER_CHOICES, blank=True)
    undone_person = account_key()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "code"],
                condition=Q(undone_at=None),
                name="one_tick_per_plan_and_task",
            )
        ]

    def __str__(self) -> str:
        return self.code


MOST_MONTHS, MOST_WEEKS = 12, 13


class InductionSettings(models.Model):
    """How long an organisation keeps plans, and its probation: empty for the portal's default."""

    DEFAULT_DAYS = 200

    organisation = models.OneToOneField(
        Organisation, models.CASCADE, related_name="induction_settings"
    )
    keep_days = whole_number(
        "days a plan is kept after the start date", 30, 730, default=DEFAULT_DAYS
    )
    months = whole_number("months of probation", 1, MOST_MONTHS, **OPTIONAL)
    notice_weeks = whole_number("weeks of notice in probation", 1, MOST_WEEKS, **OPTIONAL)

    class Meta:
        verbose_name_plural = "induction settings"

    def __str__(self) -> str:
        return f"{self.organisation}: {self.keep_days} days"
