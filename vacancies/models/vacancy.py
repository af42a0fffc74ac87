"""One vacancy file."""

import uuid
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse

from kls_portal.accounts.models import Membership, Organisation
from vacancies.checklists.traits import traits_of_post
from vacancies.drafting.routes import UNPAID
from vacancies.models.draft_version import DraftVersion
from vacancies.models.outcome import Outcome
from vacancies.models.profile import BANDS, Profile
from vacancies.models.stage import StageTick
from vacancies.models.visibility import open_to

if TYPE_CHECKING:
    from kls_portal.accounts.models import User

LONGEST_LINE = 200
LONGEST_TEXT = 5_000
OFFERED_BANDS = BANDS[1:]


class VacancyQuery(models.QuerySet["Vacancy"]):
    """The words for sets of vacancies."""

    def visible_to(self, user: "User") -> "VacancyQuery":
        """Those a person may open: their own, those shared with them, and as lead all of theirs.

        Whoever leaves an organisation sees none of its vacancies any more.
        """
        shared = Vacancy.shared_with.through.objects.filter(user=user).values("vacancy")
        return self.filter(open_to(user, Q(id__in=shared)))

    def for_list(self) -> "VacancyQuery":
        """With what the list shows, newest change first, in one more query for the versions.

        `filled_on` is of the newest round, None while it is not filled.
        """
        versions = models.Prefetch("versions", DraftVersion.objects.defer("content"))
        newest = Outcome.objects.filter(vacancy=models.OuterRef("pk")).order_by("-round")
        rows = self.select_related("organisation", "created_by").prefetch_related(versions)
        rows = rows.annotate(filled_on=models.Subquery(newest.values("filled_on")[:1]))
        return rows.order_by("-changed", "-id")

    def for_words(self) -> "VacancyQuery":
        """With everything a draft is made of, in three more queries.

        `last_frozen_at` and `last_agreed_with` are of the newest version, None without any.
        """
        newest = DraftVersion.objects.filter(vacancy=models.OuterRef("pk")).order_by("-number")
        rows = self.select_related("organisation", "profile").annotate(
            last_frozen_at=models.Subquery(newest.values("frozen_at")[:1]),
            last_agreed_with=models.Subquery(newest.values("agreed_with")[:1]),
        )
        return rows.prefetch_related("duties", "criteria__duties")

    def for_draft(self) -> "VacancyQuery":
        """With what a draft is made of and held against: its profile's ranges, one query more."""
        return self.for_words().prefetch_related("profile__factors")

    def for_selection(self) -> "VacancyQuery":
        """With everything the thread is made of, in four more queries."""
        return self.for_words().prefetch_related("questions")

    def for_timeline(self) -> "VacancyQuery":
        """With the dates of its steps, in one more query."""
        rows = self.select_related("organisation", "timeline")
        return rows.prefetch_related("step_dates")

    def for_stages(self) -> "VacancyQuery":
        """With everything its checklists are made of, in two more queries."""
        ticks = models.Prefetch("stage_ticks", StageTick.objects.select_related("done_by"))
        return self.select_related("organisation").prefetch_related("stage_changes", ticks)

    def for_evidence(self) -> "VacancyQuery":
        """With duties, evidence and the chosen profile's ranges, in four more queries."""
        return self.select_related("organisation", "profile").prefetch_related(
            "duties", "evidence__duties", "profile__factors"
        )


class Vacancy(models.Model):
    """A post to fill. It holds nothing about any candidate or starter."""

    class Contract(models.TextChoices):
        PERMANENT = "permanent", "Permanent"
        FIXED_TERM = "fixed-term", "Fixed term"
        SECONDMENT = "secondment", "Secondment"
        APPRENTICESHIP = "apprenticeship", "Apprenticeship"
        TRAINEE = "trainee", "Graduate traineeship"
        VOLUNTEER = "volunteer", "Voluntary role (unpaid)"
        PLACEMENT = "work-experience", "Work experience placement (unpaid)"

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="vacancies")
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="vacancies"
    )
    shared_with = models.ManyToManyField(
        settings.AUTH_USER_MODEL, related_name="shared_vacancies", blank=True
    )
    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    created = models.DateTimeField(auto_now_add=True)
    changed = models.DateTimeField(auto_now=True, db_index=True)

    title = models.CharField("job title", max_length=LONGEST_LINE)
    band = models.CharField(
        "band you expect",
        max_length=2,
        blank=True,
        choices=[(b, f"Band {b}") for b in OFFERED_BANDS],
    )
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
    supervises = models.CharField("supervises", max_length=LONGEST_LINE, blank=True)
    decides = models.TextField("decides alone", max_length=LONGEST_TEXT, blank=True)
    relationships = models.TextField("working relationships", max_length=LONGEST_TEXT, blank=True)

    advert_overview = models.TextField("overview", max_length=LONGEST_TEXT, blank=True)
    advert_skills = models.TextField("skills and qualities", max_length=LONGEST_TEXT, blank=True)
    advert_working_here = models.TextField(
        "working for your organisation", max_length=LONGEST_TEXT, blank=True
    )
    advert_applying = models.TextField(
        "applying and the interview", max_length=LONGEST_TEXT, blank=True
    )
    advert_pay = models.CharField("full-time pay", max_length=LONGEST_LINE, blank=True)
    advert_pay_pro_rata = models.CharField(
        "pay for the hours of this post", max_length=LONGEST_LINE, blank=True
    )
    advert_contact = models.CharField("a person to talk to", max_length=LONGEST_LINE, blank=True)
    advert_other_interview = models.CharField(
        "another day for the interview", max_length=LONGEST_LINE, blank=True
    )
    advert_link = models.URLField("address of the advert", max_length=500, blank=True)

    copied_from = models.ForeignKey(
        "vacancies.Example", models.SET_NULL, null=True, blank=True, related_name="copies"
    )

    objects = VacancyQuery.as_manager()

    class Meta:
        ordering = ["-changed"]
        verbose_name_plural = "vacancies"

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return the address of its task list."""
        return reverse("vacancies:vacancy_detail", args=[self.pk])

    @property
    def is_unpaid(self) -> bool:
        """Whether its route has neither pay nor a band."""
        return self.contract in UNPAID

    @property
    def offered_band(self) -> str:
        """Return its band; none for an unpaid route, whatever was chosen before."""
        return "" if self.is_unpaid else self.band

    @property
    def traits(self) -> tuple[str, ...]:
        """Return the slugs of checklists/traits.py that follow from the post."""
        return traits_of_post(
            manages_people=self.manages_people,
            works_alone=self.works_alone,
            contract=self.contract,
        )

    def is_kept_by(self, user: "User") -> bool:
        """Whether a person may share and delete it: who opened it, or the organisation's lead."""
        leads = Membership.objects.filter(
            user=user, organisation=self.organisation_id, role=Membership.Role.LEAD
        )
        return self.created_by_id == user.pk or leads.exists()
