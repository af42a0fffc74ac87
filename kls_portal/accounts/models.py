"""The user, who signs in by email address, the organisation (of the NHS) and the membership."""

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
"""Fields that control access; changing one ends sessions and reset links opened before."""


def plain_address(typed: str) -> str:
    """Return an address as stored: trimmed, and in plain lower-case letters.

    Lookalike letters (the kelvin sign K, a long ſ) become the plain letter, so that an address is
    one account with one count of sign-in attempts. Invisible characters, as found in pasted text,
    are dropped: no address contains one.
    """
    plain = unicodedata.normalize("NFKC", typed)
    return "".join(one for one in plain if unicodedata.category(one)[0] != "C").strip().lower()


def keep_one_address(user: User) -> None:
    """Make the address of this account the only one that allauth holds for it."""
    from allauth.account.models import EmailAddress

    mine = Q(user=user, email=user.email)
    EmailAddress.objects.filter(Q(user=user) | Q(email=user.email)).exclude(mine).delete()
    EmailAddress.objects.update_or_create(user=user, email=user.email, defaults={"primary": True})


class PeopleQuerySet(models.QuerySet["User"]):
    """Users; a bulk update ends sessions and reset links just as saving one user does."""

    def update(self, **values: Any) -> int:
        """Update these users, signing out any whose address changes or whose account is closed."""
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
    """Manager that creates users from an email address, for Django's commands and allauth."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> User:
        """Return a stored user. The address is normalised, so that it can be found again.

        Raises ValueError if the address is empty.
        """
        if not email:
            raise ValueError("A user needs an email address.")
        user = self.model(email=plain_address(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> User:
        """Return a stored user with every permission in the admin.

        Raises ValidationError, with its reasons, for a password that a form would reject. None
        means that the password will be set by a reset link.
        """
        if password is not None:
            validate_password(password, self.model(email=email, **fields))
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, username: str | None) -> User:
        return self.get(email=plain_address(username or ""))


class User(AbstractBaseUser, PermissionsMixin):
    """A person who signs in. Nothing is stored about them beyond what sign-in needs."""

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
        """Normalise the address, so that one person cannot have two accounts."""
        super().clean()
        self.email = plain_address(self.email)

    def save(self, *args: Any, update_fields: Any = None, **kwargs: Any) -> None:
        """Save the user. Changing the address or closing the account ends earlier access."""
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
        """End sessions and reset links if (address, active) `before` gave access now withdrawn."""
        email, active = before
        if email != self.email or (active and not self.is_active):
            self.shut_out_at = timezone.now()
            self.save(update_fields=["shut_out_at"])
        if email != self.email:
            keep_one_address(self)

    def get_session_auth_hash(self) -> str:
        """Return the session hash, which changes with the password and the address."""
        return self._with_way_in(super().get_session_auth_hash())

    def get_session_auth_fallback_hash(self) -> Iterator[str]:
        for of_password in super().get_session_auth_fallback_hash():
            yield self._with_way_in(of_password)

    def _with_way_in(self, of_password: str) -> str:
        way_in = f"{self.email} {self.shut_out_at and self.shut_out_at.timestamp()}"
        return hmac.new(of_password.encode(), way_in.encode(), "sha256").hexdigest()

    def get_full_name(self) -> str:
        return self.name or self.email

    get_short_name = get_full_name

    def __str__(self) -> str:
        return self.get_full_name()


def account_key(
    related_name: str = "+", **options: Any
) -> models.ForeignKey[User | None, User | None]:
    """Return a column for an account, which is empty once that is deleted; the row stays."""
    return models.ForeignKey(User, models.SET_NULL, null=True, related_name=related_name, **options)


class Organisation(models.Model):
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
        """Store codes in capitals; names must differ by more than case and spaces.

        Raises ValidationError if another organisation has the name.
        """
        super().clean()
        self.ods_code = self.ods_code.upper()
        self.name = " ".join(self.name.split())
        others = Organisation.objects.exclude(pk=self.pk)
        if others.filter(name__iexact=self.name).exclude(name=self.name).exists():
            raise ValidationError({"name": "There is already an organisation with this name."})


class Membership(models.Model):
    class Role(models.TextChoices):
        """The role of a member; a lead sees every vacancy of the organisation."""

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
