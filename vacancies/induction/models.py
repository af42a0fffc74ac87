"""Induction plans, their questions, and secret links to them."""

import uuid
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from kls_portal.accounts.models import Organisation, account_key
from kls_portal.accounts.permissions import PermittedQuery
from kls_portal.secret_link import SecretLink
from vacancies.planning.models import OWNER_CHOICES, Plan
from vacancies.posts.models import BAND_NAMES, Vacancy, shared_vacancies
from vacancies.posts.rules import LONGEST_LINE

LONGEST_NAME = 300
LONGEST_WELCOME = 1_000
EVERY_WEEKDAY = [0, 1, 2, 3, 4]


def monday_to_friday() -> list[int]:
    return list(EVERY_WEEKDAY)


class InductionPlanQuery(PermittedQuery["InductionPlan"]):
    @staticmethod
    def shared_with(person: int) -> Q:
        return Q(vacancy__in=shared_vacancies(person))

    def with_tasks(self) -> "InductionPlanQuery":
        """Fetch everything needed to calculate the tasks, in three more queries.

        For the plan of a vacancy, these are up to six.
        """
        return self.select_related("organisation__induction_settings").prefetch_related(
            "changes",
            "ticks__person",
            "organisation__task_changes",
            models.Prefetch("vacancy", Vacancy.objects.for_dates()),
        )

    def with_asked(self) -> "InductionPlanQuery":
        """Annotate `asked`, the number of questions to answer; order by the latest start.

        A finished plan takes no more answers.
        """
        waiting = models.Count("questions", filter=Q(questions__answer="", finished_at=None))
        # Aggregation drops the model's default ordering.
        return self.annotate(asked=waiting).order_by(*(self.model._meta.ordering or ()))

    def open(self) -> "InductionPlanQuery":
        return self.filter(finished_at=None)


class InductionPlan(Plan):
    """An induction plan for a post. The starter's name is optional and stored nowhere else.

    `inherited_tasks` holds the tasks of the layers above as last copied into the plan; `record`
    holds the whole plan as it was when finished. See `services/plans.py`.
    """

    class Kind(models.TextChoices):
        STARTER = "starter", "Starter"
        NEW_MANAGER = "new-manager", "New manager, already inducted in the organisation"

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="induction_plans")
    vacancy = models.ForeignKey(
        Vacancy, models.SET_NULL, null=True, blank=True, related_name="induction_plans"
    )
    created_by = account_key("induction_plans")
    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    kind = models.CharField("the plan is for a", max_length=12, choices=Kind, default=Kind.STARTER)
    title = models.CharField("job title", max_length=LONGEST_LINE)
    role = models.CharField("role", max_length=40, blank=True)
    band = models.CharField("band", max_length=2, blank=True, choices=BAND_NAMES)
    starter_name = models.CharField("name of the starter", max_length=LONGEST_NAME, blank=True)
    starts_on = models.DateField("start date")
    traits = models.JSONField("what is true of them", default=list, blank=True)
    weekdays = models.JSONField("days they work", default=monday_to_friday)

    arrives_at = models.TimeField("time on the first day", null=True, blank=True)
    place = models.CharField("where they arrive", max_length=LONGEST_LINE, blank=True)
    met_by = models.CharField("who meets them", max_length=LONGEST_LINE, blank=True)
    bring = models.TextField("what to bring", max_length=LONGEST_WELCOME, blank=True)
    first_week = models.TextField("the first week", max_length=LONGEST_WELCOME, blank=True)
    manager_title = models.CharField("their manager", max_length=LONGEST_LINE, blank=True)
    buddy_title = models.CharField("their buddy", max_length=LONGEST_LINE, blank=True)

    purge_on = models.DateField("deleted on", db_index=True)
    moves = models.PositiveSmallIntegerField("times the start date moved", default=0)
    finished_at = models.DateTimeField("finished", null=True, blank=True)
    probation_ended_on = models.DateField("probation ended on", null=True, blank=True)
    inherited_tasks = models.JSONField(default=list, editable=False)
    record = models.JSONField(null=True, editable=False)

    objects: ClassVar[Any] = InductionPlanQuery.as_manager()

    class Meta:
        ordering = ["-starts_on", "-id"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("vacancies:plan_detail", args=[self.pk])

    @property
    def start_differs(self) -> bool:
        """Whether the plan is open and its vacancy starts on another day."""
        of_vacancy = self.vacancy.starts_on if self.vacancy else None
        return self.finished_at is None and of_vacancy not in (None, self.starts_on)


class PlanEvent(models.Model):
    plan = models.ForeignKey(InductionPlan, models.CASCADE, related_name="events")
    at = models.DateTimeField(auto_now_add=True)
    by = models.CharField(max_length=20, choices=OWNER_CHOICES)
    words = models.CharField(max_length=600)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.words


class DeletedPlanStats(models.Model):
    """What is left of a deleted plan: counts, and nothing that identifies a person."""

    class Reason(models.TextChoices):
        EXPIRED = "expired", "It reached its deletion date"
        ERASED = "erased", "It was erased on request"

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="deleted_plans")
    deleted_on = models.DateField("deleted")
    reason = models.CharField("reason", max_length=10, choices=Reason)
    started_in = models.PositiveSmallIntegerField("year of the start")
    tasks = models.PositiveSmallIntegerField("tasks")
    done = models.PositiveSmallIntegerField("done")
    done_late = models.PositiveSmallIntegerField("done after their day")

    class Meta:
        ordering = ["-deleted_on", "-id"]

    def __str__(self) -> str:
        return f"{self.deleted_on}: {self.done} of {self.tasks}"


LONGEST_QUESTION = 1_000


class PlanLink(SecretLink):
    """A secret link for a starter or buddy, without an account, to their own tasks."""

    class Kind(models.TextChoices):
        STARTER = "starter", "Starter"
        BUDDY = "buddy", "Buddy"

    kind = models.CharField("for", max_length=20, choices=Kind, default=Kind.STARTER)
    plan = models.ForeignKey(InductionPlan, models.CASCADE, related_name="links")


class PlanQuestion(models.Model):
    plan = models.ForeignKey(InductionPlan, models.CASCADE, related_name="questions")
    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    asked_at = models.DateTimeField("asked", auto_now_add=True)
    text = models.TextField("question", max_length=LONGEST_QUESTION)
    answer = models.TextField("answer", max_length=LONGEST_QUESTION, blank=True)
    answered_at = models.DateTimeField("answered", null=True, blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.text


class DigestSent(models.Model):
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="induction_digest"
    )
    sent_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.sent_at:%Y-%m-%d}"
