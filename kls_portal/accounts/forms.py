"""Sign-in forms: allauth's forms with the portal's wording."""

from typing import Any, ClassVar

from allauth.account import forms as allauth_forms
from django import forms
from django.core.validators import MaxLengthValidator
from django.http import HttpRequest

from kls_portal.accounts.models import plain_address
from kls_portal.accounts.password_reset import EMAIL
from kls_portal.forms.messages import set_error_messages
from kls_portal.operation.outbox import put_unwritten

NEW_ONE_HINT = "At least 12 characters. Three random words are easy to remember."
EMAIL_ADDRESS = ("Email address", "your email address", "")
PASSWORD = ("Password", "your password", "")
NEW_PASSWORD = ("New password", "a new password", NEW_ONE_HINT)
NEW_PASSWORD_AGAIN = ("New password again", "the new password again", "")


class OurWords:
    """Gives each field its words, and removes placeholders.

    words: (label, name within a sentence, hint) by name of the field.
    """

    words: ClassVar[dict[str, tuple[str, str, str]]] = {}
    fields: dict[str, Any]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field_name, (label, called, hint) in self.words.items():
            field = self.fields[field_name]
            field.label, field.help_text = label, hint
            field.widget.attrs.pop("placeholder", None)
            set_error_messages(field, called)
            if isinstance(field, forms.EmailField):
                # An overlong address is also invalid: show one error, not two.
                kept = [one for one in field.validators if type(one) is not MaxLengthValidator]
                field.validators = kept


class SignInForm(OurWords, allauth_forms.LoginForm):
    """Email address and password. `kept` carries what was posted after the session ended."""

    words = {"login": EMAIL_ADDRESS, "password": PASSWORD}
    kept = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].widget.attrs["autocomplete"] = "username"
        self.fields.pop("remember", None)

    def clean(self) -> dict[str, Any]:
        """Return the cleaned data; errors about both fields go on the first, to be linked to."""
        try:
            cleaned: dict[str, Any] = super().clean()
        except forms.ValidationError as error:
            self.add_error("login", error)
            return self.cleaned_data
        return cleaned

    def clean_login(self) -> str:
        """Return the address as stored, so that all its spellings share one rate limit."""
        return plain_address(self.cleaned_data["login"])


class PasswordResetForm(OurWords, allauth_forms.ResetPasswordForm):
    words = {"email": EMAIL_ADDRESS}

    def clean_email(self) -> str:
        """Return the address as stored, so that all its spellings share one rate limit."""
        return plain_address(self.cleaned_data["email"])

    def save(self, request: HttpRequest, **_: Any) -> str:
        """Queue a link for the account with this address, if any, and return the address."""
        put_unwritten(EMAIL, self.cleaned_data["email"])
        return str(self.cleaned_data["email"])


class NewPasswordForm(OurWords, allauth_forms.ResetPasswordKeyForm):
    words = {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD_AGAIN}


class ChangePasswordForm(OurWords, allauth_forms.ChangePasswordForm):
    words = {
        "oldpassword": ("Current password", "your current password", ""),
        **NewPasswordForm.words,
    }
