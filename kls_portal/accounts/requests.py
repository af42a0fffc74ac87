"""A request of somebody who signed in, and when their session ends."""

from django.http import HttpRequest

from kls_portal.accounts.models import User

SESSION_ENDS = "ends"
"""Where a session notes when it ends."""


class UserRequest(HttpRequest):
    """What a view gets that is not open to everybody: its `user` has an account."""

    user: User
