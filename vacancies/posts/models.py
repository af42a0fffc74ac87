"""The vacancy with its querysets and secret links, and the texts its organisation reuses."""

import uuid
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse

from kls_portal.accounts.models import Organisation, account_key
from kls_portal.accounts.permissions import PermittedQuery
from kls_portal.secret_link import SecretLink
from vacancies.posts.rules import LONGEST_LINE, LONGEST_TEXT, UNPAID, traits_of_post
from vacancies.profiles.models import BANDS, Profile


def whole_number(name: str, least: int | None, most: int, **options: Any) -> Any:
    """Return a column for a whole number up to `most`, from `least` if given, with more options."""
    from_least = [] if least is None else [MinValueValidator(least)]
    validators = [*from_least, MaxValueValidator(most)]
    return models.PositiveSmallIntegerField(name, validators=validators, **options)


OPTIONAL: dict[str, Any] = {"null": True, "blank": True}
"""Options of a column that may be empty."""


class OrganisationText(models.Model):
    """A reusable text of an organisation, such as its values and mission."""

    class Kind(models.TextChoices):
        ABOUT = "about_organisation", "About the organisation"
        FLEXIBLE = "flexible_working", "Flexible working"
        STATEMENTS = "standard_statements", "Standard statements"

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="texts")
    kind = models.CharField("kind", max_length=20, choices=Kind)
    text = models.TextField("text", max_length=5_000)
    changed = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["organisation", "kind"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "kind"], name="one_text_per_kind")
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.get_kind_display()}"


OFFERED_BANDS = BANDS[1:]
BAND_NAMES = [(band, f"Band {band}") for band in OFFERED_BANDS]


def rows_of(relation: str) -> models.QuerySet[Any]:
    """Return all rows of the model with this reverse relation to a vacancy, such as "versions"."""
    field: Any = Vacancy._meta.get_field(relation)
    rows: models.QuerySet[Any] = field.related_model._default_manager.all()
    return rows


def shared_vacancies(person: int) -> models.QuerySet[Any, Any]:
    return Vacancy.shared_with.through.objects.filter(user=person).values("vacancy")


class VacancyQuery(PermittedQuery["Vacancy"]):
    @staticmethod
    def shared_with(person: int) -> Q:
        return Q(id__in=shared_vacancies(person))

    def for_list(self) -> "VacancyQuery":
        """Fetch what the list shows, last changed first, with one more query for the versions.

        `filled_on` is that of the newest round, None while it is not filled.
        """
        versions = models.Prefetch("versions", rows_of("versions").defer("content"))
        rows = self.select_related("organisation", "created_by").prefetch_related(versions)
        return rows.with_filled()

    def with_filled(self) -> "VacancyQuery":
        """Annotate `filled_on`, last changed first."""
        newest = rows_of("outcomes").filter(vacancy=models.OuterRef("pk")).order_by("-round")
        rows = self.annotate(filled_on=models.Subquery(newest.values("filled_on")[:1]))
        return rows.order_by("-changed", "-id")

    def filled(self, yes: bool) -> "VacancyQuery":
        """Return the vacancies that are filled, or that are not. Needs `with_filled()`."""
        return self.filter(Q(("filled_on__isnull", not yes)))

    def for_words(self) -> "VacancyQuery":
        """Fetch everything that a draft consists of, with three more queries.

        `last_frozen_at` and `last_agreed_with` are those of the newest version, None without one.
        """
        newest = rows_of("versions").filter(vacancy=models.OuterRef("pk")).order_by("-number")
        rows = self.select_related("organisation", "profile", "advert_text").annotate(
            last_frozen_at=models.Subquery(newest.values("frozen_at")[:1]),
            last_agreed_with=models.Subquery(newest.values("agreed_with")[:1]),
        )
        return rows.prefetch_related("duties", "criteria__duties")

    def for_draft(self) -> "VacancyQuery":
        """Fetch a draft and its profile's ranges, with one query more than `for_words()`."""
        return self.for_words().prefetch_related("profile__factors")

    def for_selection(self) -> "VacancyQuery":
        """Fetch everything that a selection plan consists of, with four more queries."""
        return self.for_words().prefetch_related("questions__also")

    def for_dates(self) -> "VacancyQuery":
        """Fetch what the plan's dates depend on, with one more query, or two if any is stored."""
        rows = self.select_related("organisation__induction_settings", "plan")
        choices = rows_of("advert_choices").select_related("channel")
        return rows.prefetch_related("plan__step_dates", models.Prefetch("advert_choices", choices))

    def for_plan(self) -> "VacancyQuery":
        """Fetch everything that the plan depends on, and the facts by which tasks tick themselves.

        This takes five more queries, and up to seven on top of those if anything is stored.
        """
        rows = self.for_dates().select_related("advert_case", "handover_answers")
        ticks = apps.get_model("vacancies", "Tick").objects.select_related("person")
        return rows.prefetch_related(
            "plan__changes",
            models.Prefetch("plan__ticks", ticks),
            "criteria",
            "questions",
            "outcomes__channels",
            "induction_plans__changes",
        )

    def for_evidence(self) -> "VacancyQuery":
        """Fetch duties, evidence and the chosen profile's ranges, with four more queries."""
        return self.select_related("organisation", "profile").prefetch_related(
            "duties", "evidence__duties", "profile__factors"
        )


class Vacancy(models.Model):
    """A post to fill. It holds no data on candidates or starters."""

    class Contract(models.TextChoices):
        PERMANENT = "permanent", "Permanent"
        FIXED_TERM = "fixed-term", "Fixed term"
        SECONDMENT = "secondment", "Secondment"
        APPRENTICESHIP = "apprenticeship", "Apprenticeship"
        TRAINEE = "trainee", "Graduate traineeship"
        VOLUNTEER = "volunteer", "Voluntary role (unpaid)"
        PLACEMENT = "work-experience", "Work experience placement (unpaid)"

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="vacancies")
    created_by = account_key("vacancies")
    shared_with = models.ManyToManyField(
        settings.AUTH_USER_MODEL, related_name="shared_vacancies", blank=True
    )
    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    created = models.DateTimeField(auto_now_add=True)
    changed = models.DateTimeField(auto_now=True, db_index=True)

    title = models.CharField("job title", max_length=LONGEST_LINE)
    reference = models.CharField("job reference", max_length=LONGEST_LINE, blank=True)
    band = models.CharField("band you expect", max_length=2, blank=True, choices=BAND_NAMES)
    profile = models.ForeignKey(
        Profile, models.PROTECT, null=True, blank=True, related_name="vacancies"
    )
    hours = models.DecimalField(
        "hours a week",
        max_digits=4,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(48)],
    )
    contract = models.CharField("type of contract", max_length=20, choices=Contract, blank=True)
    contract_length = models.CharField("how long it lasts", max_length=LONGEST_LINE, blank=True)
    place = models.CharField("place", max_length=LONGEST_LINE, blank=True)
    department = models.CharField("department", max_length=LONGEST_LINE, blank=True)
    flexible_working = models.TextField("flexible working", max_length=LONGEST_TEXT, blank=True)
    manages_people = models.BooleanField("manages people", default=False)
    works_alone = models.BooleanField("works alone in the service", default=False)

    opens_on = models.DateField("advert opens", null=True, blank=True)
    closes_on = models.DateField("closing date", null=True, blank=True)
    interview_on = models.DateField("interview date", null=True, blank=True)
    starts_on = models.DateField("start date", null=True, blank=True)

    about_organisation = models.TextField(
        "about the organisation", max_length=LONGEST_TEXT, blank=True
    )
    purpose = models.TextField("purpose of the job", max_length=LONGEST_TEXT, blank=True)
    reports_to = models.CharField("reports to", max_length=LONGEST_LINE, blank=True)
    accountable_to = models.CharField("accountable to", max_length=LONGEST_LINE, blank=True)
    supervises = models.CharField("supervises", max_length=LONGEST_LINE, blank=True)
    decides = models.TextField("decides alone", max_length=LONGEST_TEXT, blank=True)
    relationships = models.TextField("working relationships", max_length=LONGEST_TEXT, blank=True)
    dimensions = models.TextField("dimensions", max_length=LONGEST_TEXT, blank=True)
    standard_statements = models.TextField(
        "standard statements", max_length=LONGEST_TEXT, blank=True
    )

    objects = VacancyQuery.as_manager()

    class Meta:
        ordering = ["-changed"]
        verbose_name_plural = "vacancies"

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("vacancies:vacancy_detail", args=[self.pk])

    @property
    def is_unpaid(self) -> bool:
        """Whether its type of contract has neither pay nor a band."""
        return self.contract in UNPAID

    @property
    def offered_band(self) -> str:
        """Its band, or "" for an unpaid contract, whatever band is stored."""
        return "" if self.is_unpaid else self.band

    @property
    def traits(self) -> tuple[str, ...]:
        """The slugs of the traits (posts/rules.py) that follow from the post."""
        return traits_of_post(
            manages_people=self.manages_people,
            works_alone=self.works_alone,
            contract=self.contract,
        )


class VacancyLink(SecretLink):
    """A secret link to part of a vacancy, for a person without an account."""

    class Kind(models.TextChoices):
        LEAVER = "leaver", "The person who is leaving"
        HR = "hr", "HR"
        JOB_EVALUATION = "job-evaluation", "Job evaluation"
        STAFF_SIDE = "staff-side", "Staff side"
        POST_HOLDER = "post-holder", "Post holder"
        PANEL = "panel", "Interview panel"

    vacancy = models.ForeignKey(Vacancy, models.CASCADE, related_name="links")
    kind = models.CharField("for", max_length=20, choices=Kind, default=Kind.LEAVER)
    version = models.PositiveIntegerField("version it opens", null=True, blank=True)
