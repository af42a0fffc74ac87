"""Models of a draft: duties, criteria, versions, review answers, advert texts and limits."""

from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.timezone import localdate

from kls_portal.accounts.models import account_key
from kls_portal.reference.models import LoadedRow
from vacancies.drafting.rules.advert import UNITS
from vacancies.drafting.rules.draft import METHODS, areas
from vacancies.posts.models import OPTIONAL, Vacancy, VacancyLink, whole_number
from vacancies.posts.rules import LONGEST_ADDRESS, LONGEST_LINE, LONGEST_TEXT, group_key

LARGEST = 100_000


class AdvertLimit(LoadedRow):
    """The length limit of one box or ready text. `code` is, for example, nhs-jobs-title."""

    name = models.CharField("name", max_length=100)
    unit = models.CharField("counted in", max_length=10, choices=[(u, u) for u in UNITS])
    fewest = models.PositiveIntegerField("at least", validators=[MaxValueValidator(LARGEST)])
    most = models.PositiveIntegerField(
        "at most", validators=[MinValueValidator(1), MaxValueValidator(LARGEST)]
    )

    class Meta:
        ordering = ["id"]
        verbose_name = "limit of an advert"
        verbose_name_plural = "limits of an advert"

    def __str__(self) -> str:
        return f"{self.name}: {self.fewest:,} to {self.most:,} {self.unit}"

    def clean(self) -> None:
        if self.fewest is not None and self.most is not None and self.fewest > self.most:
            raise ValidationError({"most": "This must not be less than “at least”."})


class AdvertText(models.Model):
    """The texts written only for the advert of a vacancy (`drafting.rules.advert.Advert`)."""

    vacancy = models.OneToOneField("vacancies.Vacancy", models.CASCADE, related_name="advert_text")
    overview = models.TextField("overview", max_length=LONGEST_TEXT, blank=True)
    skills = models.TextField("skills and qualities", max_length=LONGEST_TEXT, blank=True)
    working_here = models.TextField(
        "working for your organisation", max_length=LONGEST_TEXT, blank=True
    )
    applying = models.TextField("applying and the interview", max_length=LONGEST_TEXT, blank=True)
    pay = models.CharField("full-time pay", max_length=LONGEST_LINE, blank=True)
    pay_pro_rata = models.CharField(
        "pay for the hours of this post", max_length=LONGEST_LINE, blank=True
    )
    contact = models.CharField("a person to talk to", max_length=LONGEST_LINE, blank=True)
    other_interview = models.CharField(
        "another day for the interview", max_length=LONGEST_LINE, blank=True
    )
    link = models.URLField("address of the advert", max_length=LONGEST_ADDRESS, blank=True)

    class Meta:
        verbose_name = "words of an advert"
        verbose_name_plural = "words of adverts"

    def __str__(self) -> str:
        return f"Advert of {self.vacancy}"


LONGEST_DUTY = 2_000
LONGEST_GROUP = 100
PER_CENT = "About how much of the working time, as a percentage."


class Duty(models.Model):
    """One duty, in order. `key` comes from the form, so that submitting it twice adds it once."""

    vacancy = models.ForeignKey("vacancies.Vacancy", models.CASCADE, related_name="duties")
    text = models.CharField("duty", max_length=LONGEST_DUTY)
    group = models.CharField("group", max_length=LONGEST_GROUP, blank=True)
    share = whole_number("share of time", 1, 100, **OPTIONAL, help_text=PER_CENT)
    area = models.CharField(
        "area of the PKSB",
        max_length=40,
        blank=True,
        choices=[*areas().items()],
    )
    place = models.PositiveIntegerField(editable=False)
    key = models.UUIDField(unique=True, editable=False)

    class Meta:
        ordering = ["place", "id"]
        verbose_name_plural = "duties"

    def __str__(self) -> str:
        return self.text

    @property
    def together(self) -> str:
        """The key of its group: duties with the same key are shown together."""
        return group_key(self.group)


LONGEST_CRITERION = 500


class Criterion(models.Model):
    """One criterion: its category, level and assessment methods, and the duties that need it."""

    class Category(models.TextChoices):
        QUALIFICATIONS = "qualifications", "Qualifications and training"
        EXPERIENCE = "experience", "Experience"
        KNOWLEDGE = "knowledge", "Knowledge"
        SKILLS = "skills", "Skills"
        VALUES = "values", "Values and behaviour"
        OTHER = "other", "Other needs of the job"

    vacancy = models.ForeignKey("vacancies.Vacancy", models.CASCADE, related_name="criteria")
    category = models.CharField("category", max_length=20, choices=Category)
    essential = models.BooleanField("essential", default=True)
    text = models.CharField("criterion", max_length=LONGEST_CRITERION)
    assessed_by = models.JSONField("how assessed", default=list, blank=True)
    duties = models.ManyToManyField(Duty, related_name="criteria", blank=True)
    place = models.PositiveIntegerField(editable=False)
    key = models.UUIDField(unique=True, editable=False)

    class Meta:
        ordering = ["place", "id"]
        verbose_name_plural = "criteria"

    def __str__(self) -> str:
        return self.text

    @property
    def together(self) -> bool:
        """Whether it is essential: essential and desirable criteria are shown separately."""
        return self.essential

    @property
    def methods(self) -> list[str]:
        return [name for method, name in METHODS.items() if method in self.assessed_by]


class DraftVersion(models.Model):
    """A frozen version. `content` holds the draft and the evidence sheet (`rules.freezing`)."""

    vacancy = models.ForeignKey("vacancies.Vacancy", models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField("version")
    title = models.CharField("job title", max_length=200)
    content = models.JSONField()
    agreed_with = models.CharField(
        "agreed with", max_length=200, blank=True, help_text="Job titles, not names."
    )
    agreed_on = models.DateField("agreed on", null=True, blank=True)
    note = models.CharField("note", max_length=500, blank=True)
    frozen_by = account_key("frozen_versions")
    frozen_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["vacancy", "number"], name="one_version_per_number")
        ]

    def __str__(self) -> str:
        return f"Version {self.number} of {self.title}"

    @property
    def day(self) -> date:
        """The day it was agreed, otherwise the day it was frozen."""
        return self.agreed_on or localdate(self.frozen_at)


LONGEST_REVIEW = 2_000


class ReviewAnswerQuery(models.QuerySet["ReviewAnswer"]):
    def of(self, vacancy: Vacancy) -> "ReviewAnswerQuery":
        """Return the answers to any version of a vacancy, with their versions, newest first."""
        answers = self.filter(version__vacancy=vacancy).select_related("version")
        return answers.defer("version__content").order_by("-id")

    def waiting(self) -> "ReviewAnswerQuery":
        return self.filter(settled_at=None)


class ReviewAnswer(models.Model):
    """A reviewer's answer to a frozen version. Reviewers have no account; only their role is kept.

    kind: the kind of reviewer, a value of VacancyLink.Kind. about: "duty-12", "criterion-3", the id
    of a question, or AGREEMENT (services/reviews.py). words: the text it is about, as it was then.
    """

    version = models.ForeignKey(DraftVersion, models.CASCADE, related_name="answers")
    kind = models.CharField("from", max_length=20, choices=VacancyLink.Kind)
    about = models.SlugField("about", max_length=60)
    words = models.TextField("what it is about")
    text = models.TextField("answer", max_length=LONGEST_REVIEW, blank=True)
    agrees = models.BooleanField("agrees", null=True)
    role = models.CharField("role", max_length=LONGEST_LINE, blank=True)
    key = models.UUIDField(unique=True, editable=False)
    given_at = models.DateTimeField("given", auto_now_add=True)
    settled_at = models.DateTimeField("dealt with", null=True, blank=True)
    purge_on = models.DateField("deleted on", db_index=True)

    objects = ReviewAnswerQuery.as_manager()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.about}"

    @property
    def verdict(self) -> str:
        """Whether the reviewer agrees, with their role; "" for an answer about a line."""
        if self.agrees is None:
            return ""
        return f"{'Agrees' if self.agrees else 'Does not agree yet'}: {self.role}"
