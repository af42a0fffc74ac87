"""Sign-in without data loss: a form posted after the session ended is kept through sign-in."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth import user_logged_in, user_logged_out
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from kls_portal.accounts.forms import SignInForm
from kls_portal.accounts.models import User
from kls_portal.accounts.pending_post import PERSON, pending_post_of, remember_person, signed

BY_ITSELF = "X-Autosave"
"""Header of an autosave request; the page keeps its text and handles sign-in itself."""
SIGNED_IN = "signed_in_person"


@receiver(user_logged_in)
def note_person(request: HttpRequest, user: User, **_: object) -> None:
    """Record on the request that a person signed in, by whatever route."""
    setattr(request, SIGNED_IN, user.pk)


@receiver(user_logged_out)
def note_nobody(request: HttpRequest, **_: object) -> None:
    setattr(request, SIGNED_IN, None)


class PendingPostMiddleware(LoginRequiredMiddleware):
    """Show the sign-in form in place when a form is posted after the session ended."""

    def process_view(
        self,
        request: HttpRequest,
        view_func: Callable[..., HttpResponseBase],
        view_args: tuple[Any, ...],
        view_kwargs: dict[str, Any],
    ) -> HttpResponseBase | None:
        """Require sign-in only where needed, so that public pages make no query for the user."""
        if not getattr(view_func, "login_required", True):
            return None
        return super().process_view(request, view_func, view_args, view_kwargs)

    def handle_no_permission(  # type: ignore[override]
        self, request: HttpRequest, view_func: Callable[..., HttpResponse]
    ) -> HttpResponse:
        """Show the sign-in form carrying what was posted; if nothing was, redirect to sign-in."""
        by_itself = BY_ITSELF in request.headers
        pending = pending_post_of(request) if request.method == "POST" and not by_itself else None
        if pending is None:
            return super().handle_no_permission(request, view_func)
        context = {
            "form": SignInForm(request=request, initial={"kept": signed(pending)}),
            "redirect_field_name": self.redirect_field_name,
            "redirect_field_value": pending.path,
            "pending": pending,
        }
        return render(request, "account/login.html", context, status=403)

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Remember in a cookie who signed in, and delete the cookie on sign-out."""
        if person := getattr(request, SIGNED_IN, None):
            remember_person(response, person)
        elif hasattr(request, SIGNED_IN):
            response.delete_cookie(PERSON, samesite=settings.SESSION_COOKIE_SAMESITE)
        return response
