"""Sign-in forms: allauth's, in the portal's words."""

from typing import Any

from allauth.account import forms as allauth_forms

NEW_ONE_HINT = "At least 12 characters. Three random words are easy to remember."


def _plain(form: Any) -> None:
    for field in form.fields.values():
        field.widget.attrs.pop("placeholder", None)


class SignInForm(allauth_forms.LoginForm):
    """E-mail address and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _plain(self)
        self.fields["login"].label = "E-mail address"
        self.fields["login"].error_messages["required"] = "Enter your e-mail address"
        self.fields["login"].error_messages["invalid"] = (
            "Enter an e-mail address in the correct format, like name@example.com"
        )
        self.fields["password"].help_text = ""
        self.fields["password"].error_messages["required"] = "Enter your password"
        self.fields.pop("remember", None)


class PasswordResetForm(allauth_forms.ResetPasswordForm):
    """The e-mail address that a reset link goes to."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _plain(self)
        self.fields["email"].label = "E-mail address"
        self.fields["email"].error_messages["required"] = "Enter your e-mail address"


class NewPasswordForm(allauth_forms.ResetPasswordKeyForm):
    """A new password, twice, from a reset link."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _plain(self)
        self.fields["password1"].label = "New password"
        self.fields["password1"].help_text = NEW_ONE_HINT
        self.fields["password1"].error_messages["required"] = "Enter a new password"
        self.fields["password2"].label = "New password again"
        self.fields["password2"].error_messages["required"] = "Enter the new password again"


class ChangePasswordForm(allauth_forms.ChangePasswordForm):
    """The present password and a new one, twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _plain(self)
        self.fields["oldpassword"].label = "Present password"
        self.fields["oldpassword"].error_messages["required"] = "Enter your present password"
        self.fields["password1"].label = "New password"
        self.fields["password1"].help_text = NEW_ONE_HINT
        self.fields["password1"].error_messages["required"] = "Enter a new password"
        self.fields["password2"].label = "New password again"
        self.fields["password2"].error_messages["required"] = "Enter the new password again"
