"""The pages of sign-in that allauth does not bring."""

from time import time
from typing import Any

from allauth.account.views import LoginView, PasswordChangeView
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.views.decorators.http import require_POST, require_safe

from kls_portal.accounts.forms import ChangePasswordForm, SignInForm
from kls_portal.accounts.models import User
from kls_portal.accounts.pending_post import unsigned
from kls_portal.accounts.requests import SESSION_ENDS, UserRequest
from kls_portal.answers import answered
from kls_portal.public import public


@public
@require_safe
def account_signed_out(request: HttpRequest) -> HttpResponse:
    """Say that the person is signed out, and where to go."""
    return render(request, "account/signed_out.html")


class SignIn(LoginView):
    """Sign in; whoever sent a form too late gets their words back, to send once more."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the words again to somebody who loads the page after sign-in once more."""
        return _words_back(request) or super().dispatch(request, *args, **kwargs)

    def form_valid(self, form: SignInForm) -> HttpResponse:
        """Sign in, and show the words that came with the form to the one who typed them.

        Somebody else starts from their own page, not from the other person's.
        """
        response = super().form_valid(form)
        if self.request.user.is_authenticated:
            _begin(self.request)
        if not (form.cleaned_data["kept"] and self.request.user.is_authenticated):
            return response
        return _words_back(self.request) or redirect(settings.LOGIN_REDIRECT_URL)


def _begin(request: HttpRequest) -> int:
    """Let the session last as long as one does from now; return when it ends, in Unix seconds."""
    ends = int(time()) + settings.SESSION_COOKIE_AGE
    request.session[SESSION_ENDS] = ends
    return ends


@require_POST
def account_stay(request: HttpRequest) -> JsonResponse:
    """Keep somebody signed in who asked for it before the session ended."""
    return JsonResponse({"ends": _begin(request)})


def _words_back(request: HttpRequest) -> HttpResponse | None:
    if not request.user.is_authenticated:
        return None
    words = unsigned(request.POST.get("kept", ""), request.user.pk)
    return render(request, "account/words_back.html", {"words": words}) if words else None


account_login = login_not_required(SignIn.as_view())


class ChangePassword(PasswordChangeView):
    """Take a new password from somebody signed in, and say that it is changed."""

    success_url = reverse_lazy("account_login")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Let an account without a password, such as one of another service, ask for one."""
        if request.user.is_authenticated and not request.user.has_usable_password():
            return redirect("account_reset_password")
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form: ChangePasswordForm) -> HttpResponse:
        """Store the new password; the person stays signed in here and nowhere else."""
        response = super().form_valid(form)
        messages.success(self.request, "You changed your password.")
        return response


account_change_password = ChangePassword.as_view()


@require_POST
def account_weekly_email(request: UserRequest) -> HttpResponse:
    """Switch the weekly email about what is due on or off."""
    wants = request.POST.get("weekly") == "on"
    User.objects.filter(pk=request.user.pk).update(wants_digest=wants)
    said = "You will get the weekly email again." if wants else "You stopped the weekly email."
    return answered(request, said, "account_change_password", row="weekly-email")
