"""The pages of sign-in that allauth does not bring."""

from allauth.account.views import PasswordChangeView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse_lazy
from django.views.decorators.http import require_safe

from kls_portal.public import public


@public
@require_safe
def account_signed_out(request: HttpRequest) -> HttpResponse:
    """Say that the person is signed out, and where to go."""
    return render(request, "account/signed_out.html")


account_change_password = PasswordChangeView.as_view(success_url=reverse_lazy("account_login"))
