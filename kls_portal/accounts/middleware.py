"""Sign-in that loses no word: a form sent after the session ended is kept through it."""

from collections.abc import Callable

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kls_portal.accounts.forms import SignInForm
from kls_portal.accounts.kept_words import signed, words_of

BY_ITSELF = "X-Autosave"
"""The header of a page that saves by itself: it keeps its words, and asks in its own way."""


class KeepWordsMiddleware(LoginRequiredMiddleware):
    """Asks for sign-in on the spot where somebody pressed a button too late."""

    def handle_no_permission(
        self, request: HttpRequest, view_func: Callable[..., HttpResponse]
    ) -> HttpResponse:
        """Show the sign-in form with what was posted inside; without words, go to sign-in."""
        by_itself = BY_ITSELF in request.headers
        words = words_of(request) if request.method == "POST" and not by_itself else None
        if words is None:
            return super().handle_no_permission(request, view_func)
        context = {
            "form": SignInForm(request=request, initial={"kept": signed(words)}),
            "redirect_field_name": self.redirect_field_name,
            "redirect_field_value": words.path,
            "words": words,
        }
        return render(request, "account/login.html", context, status=403)
