"""Sign-in pages that allauth does not provide."""

from datetime import UTC, datetime
from time import time
from typing import Any

from allauth.account.views import LoginView, PasswordChangeView
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.utils.timezone import localtime
from django.views.decorators.http import require_POST, require_safe

from kls_portal.accounts.forms import ChangePasswordForm, SignInForm
from kls_portal.accounts.models import User
from kls_portal.accounts.pending_post import unsigned
from kls_portal.accounts.permissions import SESSION_ENDS, UserRequest
from kls_portal.answers import answered
from kls_portal.public import public


@public
@require_safe
def account_signed_out(request: HttpRequest) -> HttpResponse:
    return render(request, "account/signed_out.html")


class SignIn(LoginView):
    """Sign-in; a form that was posted too late is shown again, ready to be resent."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the pending post again if the page after sign-in is reloaded."""
        return _pending_post_back(request) or super().dispatch(request, *args, **kwargs)

    def form_valid(self, form: SignInForm) -> HttpResponse:
        """Sign in, and show the words that came with the form if this person typed them.

        Anybody else is sent to their own start page.
        """
        response = super().form_valid(form)
        if self.request.user.is_authenticated:
            _begin(self.request)
        if not (form.cleaned_data["kept"] and self.request.user.is_authenticated):
            return response
        return _pending_post_back(self.request) or redirect(settings.LOGIN_REDIRECT_URL)


def _begin(request: HttpRequest) -> int:
    """Restart the session lifetime; return when the session ends, in Unix seconds."""
    ends = int(time()) + settings.SESSION_COOKIE_AGE
    request.session[SESSION_ENDS] = ends
    return ends


@require_POST
def account_stay(request: HttpRequest) -> JsonResponse:
    """Extend the session on request before it ends; `said` is the answer to the press."""
    ends = _begin(request)
    until = localtime(datetime.fromtimestamp(ends, UTC))
    return JsonResponse({"ends": ends, "said": f"You stay signed in until {until:%H:%M}."})


def _pending_post_back(request: HttpRequest) -> HttpResponse | None:
    if not request.user.is_authenticated:
        return None
    pending = unsigned(request.POST.get("kept", ""), request.user.pk)
    return render(request, "account/pending_post.html", {"pending": pending}) if pending else None


account_login = login_not_required(SignIn.as_view())


class ChangePassword(PasswordChangeView):
    success_url = reverse_lazy("account_login")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Redirect an account without a usable password to the password reset."""
        if request.user.is_authenticated and not request.user.has_usable_password():
            return redirect("account_reset_password")
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form: ChangePasswordForm) -> HttpResponse:
        """Save the new password; the person stays signed in here but nowhere else."""
        response = super().form_valid(form)
        messages.success(self.request, "You changed your password.")
        return response


account_change_password = ChangePassword.as_view()


@require_POST
def account_weekly_email(request: UserRequest) -> HttpResponse:
    wants = request.POST.get("weekly") == "on"
    User.objects.filter(pk=request.user.pk).update(wants_digest=wants)
    said = "You will get the weekly email again." if wants else "You stopped the weekly email."
    return answered(request, said, "account_change_password", row="weekly-email")
