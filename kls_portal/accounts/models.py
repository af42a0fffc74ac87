"""User (signs in by email address), Organisation (an NHS body) and Membership (a role in it)."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.core.validators import RegexValidator
from django.db import models
from django.utils import timezone

EDITORS = "Editors"


class PeopleQuery(BaseUserManager["User"]):
    """Makes users from an email address; Django's commands and allauth call it."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> User:
        """Return a stored user. The address is kept in lower case, so that it is found again.

        Raises ValueError where the address is empty.
        """
        if not email:
            raise ValueError("A user needs an email address.")
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> User:
        """Return a stored user who may do everything in the admin."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, username: str | None) -> User:
        """Return the user with this email address, in any case."""
        return self.get(email__iexact=username)


class User(AbstractBaseUser, PermissionsMixin):
    """Somebody who signs in. Nothing is kept about them beyond what sign-in needs."""

    email = models.EmailField(
        "email address",
        unique=True,
        error_messages={"unique": "There is already an account with this email address."},
    )
    name = models.CharField("name", max_length=100, blank=True)
    is_staff = models.BooleanField("may use the admin", default=False)
    is_active = models.BooleanField(
        "active", default=True, help_text="Untick this to close an account without deleting it."
    )
    date_joined = models.DateTimeField("joined", default=timezone.now, editable=False)

    objects = PeopleQuery()
    EMAIL_FIELD = USERNAME_FIELD = "email"
    REQUIRED_FIELDS: list[str] = []

    class Meta:
        ordering = ["email"]

    def clean(self) -> None:
        """Keep addresses in lower case, so that one person cannot have two accounts."""
        super().clean()
        self.email = self.email.strip().lower()

    def get_full_name(self) -> str:
        """Return the name, or the email address where there is none."""
        return self.name or self.email

    get_short_name = get_full_name

    def __str__(self) -> str:
        return self.get_full_name()


class Organisation(models.Model):
    """An NHS body that runs a knowledge and library service."""

    class Nation(models.TextChoices):
        """Whose bank holidays it keeps."""

        ENGLAND_AND_WALES = "ENG", "England and Wales"
        SCOTLAND = "SCT", "Scotland"
        NORTHERN_IRELAND = "NIR", "Northern Ireland"

    name = models.CharField("name", max_length=200, unique=True)
    ods_code = models.CharField(
        "ODS code",
        max_length=10,
        unique=True,
        validators=[RegexValidator(r"^[A-Z0-9]{3,10}$", "Use 3 to 10 capital letters or digits.")],
        help_text="The code of the Organisation Data Service, such as RXX.",
    )
    nation = models.CharField(
        "bank holidays of", max_length=3, choices=Nation, default=Nation.ENGLAND_AND_WALES
    )
    members = models.ManyToManyField(User, through="Membership", related_name="organisations")

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """What somebody may do in an organisation."""

    class Role(models.TextChoices):
        """What a member is; a lead sees every vacancy of the organisation."""

        MANAGER = "manager", "Manager: their own vacancies"
        LEAD = "lead", "Organisation lead: every vacancy of the organisation"

    user = models.ForeignKey(User, models.CASCADE, related_name="memberships")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="memberships")
    role = models.CharField("role", max_length=10, choices=Role, default=Role.MANAGER)

    class Meta:
        ordering = ["organisation", "user"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "organisation"],
                name="one_membership_per_organisation",
                violation_error_message="This person is already a member of this organisation.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.user}, {self.organisation}"
