"""A request of somebody who signed in."""

from django.http import HttpRequest

from kls_portal.accounts.models import User


class UserRequest(HttpRequest):
    """What a view gets that is not open to everybody: its `user` has an account."""

    user: User
