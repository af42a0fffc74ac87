"""User (signs in by email address), Organisation (an NHS body) and Membership (a role in it)."""

from __future__ import annotations

import hmac
import unicodedata
from collections.abc import Iterator
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from kls_portal.calendar.working_days import NATIONS

EDITORS = "Editors"
OPENS_THE_ACCOUNT = {"email", "is_active"}
"""Fields with which somebody comes in: where one changes, what was opened before is shut."""


def plain_address(typed: str) -> str:
    """Return an address as it is stored: without spaces around it, in plain lower-case letters.

    Letters that only look different (the sign K of kelvin, a long ſ) become the plain one, so
    that an address is one account and one count of tries to sign in. Signs that nobody sees, as
    they come with pasted text, are dropped: no address has one.
    """
    plain = unicodedata.normalize("NFKC", typed)
    return "".join(one for one in plain if unicodedata.category(one)[0] != "C").strip().lower()


def keep_one_address(user: User) -> None:
    """Let allauth know the address of this account, and no other that ever led to it."""
    from allauth.account.models import EmailAddress

    mine = Q(user=user, email=user.email)
    EmailAddress.objects.filter(Q(user=user) | Q(email=user.email)).exclude(mine).delete()
    EmailAddress.objects.update_or_create(user=user, email=user.email, defaults={"primary": True})


class PeopleQuerySet(models.QuerySet["User"]):
    """Users, who are shut out by a change of many as by a change of one."""

    def update(self, **values: Any) -> int:
        """Change these users. Whose address changes, or who is closed, is signed out."""
        if not OPENS_THE_ACCOUNT & values.keys():
            return super().update(**values)
        if isinstance(values.get("email"), str):
            values["email"] = plain_address(values["email"])
        with transaction.atomic(using=self.db):
            before = list(self.values_list("pk", "email", "is_active"))
            changed = super().update(**values)
            everybody = self.model.objects.using(self.db)
            for user in everybody.filter(pk__in=[pk for pk, *_ in before]):
                user.shut_out_after(next((e, a) for pk, e, a in before if pk == user.pk))
        return changed


class PeopleQuery(BaseUserManager.from_queryset(PeopleQuerySet)):  # type: ignore[misc]
    """Makes users from an email address; Django's commands and allauth call it."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> User:
        """Return a stored user. The address is kept in lower case, so that it is found again.

        Raises ValueError where the address is empty.
        """
        if not email:
            raise ValueError("A user needs an email address.")
        user = self.model(email=plain_address(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> User:
        """Return a stored user who may do everything in the admin.

        Raises ValidationError, with its reasons, for a password that no form would take. None
        waits for a reset link.
        """
        if password is not None:
            validate_password(password, self.model(email=email, **fields))
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, username: str | None) -> User:
        """Return the user with this email address, in any case."""
        return self.get(email=plain_address(username or ""))


class User(AbstractBaseUser, PermissionsMixin):
    """Somebody who signs in. Nothing is kept about them beyond what sign-in needs."""

    email = models.EmailField(
        "email address",
        unique=True,
        validators=[
            RegexValidator(
                r"[^\x00-\x7f].*@",
                "Use plain letters, such as a to z, before the @ of an email address.",
                inverse_match=True,
            )
        ],
        error_messages={"unique": "There is already an account with this email address."},
    )
    name = models.CharField("name", max_length=100, blank=True)
    is_staff = models.BooleanField("may use the admin", default=False)
    is_active = models.BooleanField(
        "active", default=True, help_text="Untick this to close an account without deleting it."
    )
    date_joined = models.DateTimeField("joined", default=timezone.now, editable=False)
    wants_digest = models.BooleanField(
        "gets the weekly email", default=True, help_text="About what is late, due or asked."
    )
    shut_out_at = models.DateTimeField(
        "sessions and reset links from before this do not work", null=True, editable=False
    )

    objects = PeopleQuery()
    EMAIL_FIELD = USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        ordering = ["email"]

    def clean(self) -> None:
        """Keep addresses in lower case, so that one person cannot have two accounts."""
        super().clean()
        self.email = plain_address(self.email)

    def save(self, *args: Any, update_fields: Any = None, **kwargs: Any) -> None:
        """Store the user. A changed address, or a closed account, shuts out who came in before."""
        if update_fields is not None and not OPENS_THE_ACCOUNT & set(update_fields):
            super().save(*args, update_fields=update_fields, **kwargs)
            return
        self.email = plain_address(self.email)
        with transaction.atomic(using=kwargs.get("using")):
            stored = type(self)._base_manager.filter(pk=self.pk)
            before = stored.values_list("email", "is_active").first()
            super().save(*args, update_fields=update_fields, **kwargs)
            if before:
                self.shut_out_after(before)

    def shut_out_after(self, before: tuple[str, bool]) -> None:
        """End sessions and reset links if (address, active) `before` gave a way in that is gone."""
        email, active = before
        if email != self.email or (active and not self.is_active):
            self.shut_out_at = timezone.now()
            self.save(update_fields=["shut_out_at"])
        if email != self.email:
            keep_one_address(self)

    def get_session_auth_hash(self) -> str:
        """Return what a session must hold: it ends with the password and with the address."""
        return self._with_way_in(super().get_session_auth_hash())

    def get_session_auth_fallback_hash(self) -> Iterator[str]:
        """Return the same for each secret key that is on its way out."""
        for of_password in super().get_session_auth_fallback_hash():
            yield self._with_way_in(of_password)

    def _with_way_in(self, of_password: str) -> str:
        way_in = f"{self.email} {self.shut_out_at and self.shut_out_at.timestamp()}"
        return hmac.new(of_password.encode(), way_in.encode(), "sha256").hexdigest()

    def get_full_name(self) -> str:
        """Return the name, or the email address where there is none."""
        return self.name or self.email

    get_short_name = get_full_name

    def __str__(self) -> str:
        return self.get_full_name()


class Organisation(models.Model):
    """An NHS body that runs a knowledge and library service."""

    name = models.CharField("name", max_length=200, unique=True)
    ods_code = models.CharField(
        "ODS code",
        max_length=10,
        unique=True,
        validators=[RegexValidator(r"^[A-Za-z0-9]{3,10}\Z", "Use 3 to 10 letters or digits.")],
        help_text="The code of the Organisation Data Service, such as RXX.",
    )
    nation = models.CharField(
        "nation",
        max_length=3,
        choices=list(NATIONS.items()),
        default="ENG",
        help_text="Bank holidays, the law, pay and full-time hours follow from it.",
    )
    members: models.ManyToManyField[User, Membership] = models.ManyToManyField(
        User, through="Membership", related_name="organisations"
    )

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Keep codes in capitals, and names apart by more than capitals and spaces.

        Raises ValidationError where another organisation has the name.
        """
        super().clean()
        self.ods_code = self.ods_code.upper()
        self.name = " ".join(self.name.split())
        others = Organisation.objects.exclude(pk=self.pk)
        if others.filter(name__iexact=self.name).exclude(name=self.name).exists():
            raise ValidationError({"name": "There is already an organisation with this name."})


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
