"""The pages of sign-in that allauth does not bring."""

from allauth.account.views import PasswordChangeView
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse_lazy
from django.views.decorators.http import require_safe

from kls_portal.accounts.forms import ChangePasswordForm
from kls_portal.public import public


@public
@require_safe
def account_signed_out(request: HttpRequest) -> HttpResponse:
    """Say that the person is signed out, and where to go."""
    return render(request, "account/signed_out.html")


class ChangePassword(PasswordChangeView):
    """Take a new password from somebody signed in, and say that it is changed."""

    success_url = reverse_lazy("account_login")

    def form_valid(self, form: ChangePasswordForm) -> HttpResponse:
        """Store the new password; the person stays signed in here and nowhere else."""
        response = super().form_valid(form)
        messages.success(self.request, "You changed your password.")
        return response


account_change_password = ChangePassword.as_view()
