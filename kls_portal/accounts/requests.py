"""The request of a signed-in user, and the session key for when the session ends."""

from django.http import HttpRequest

from kls_portal.accounts.models import User

SESSION_ENDS = "ends"
"""Session key holding the time at which the session ends."""


class UserRequest(HttpRequest):
    """The request passed to views that require sign-in: its `user` has an account."""

    user: User
