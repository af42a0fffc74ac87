"""Sign-in, sign-out and passwords. Only the allauth views in use have a URL."""

from allauth.account import views as allauth_views
from django.urls import path, re_path
from django.views.decorators.http import require_safe

from kls_portal.accounts import views
from kls_portal.accounts.password_reset import DAYS_VALID

urlpatterns = [
    path("login/", views.account_login, name="account_login"),
    path("logout/", allauth_views.logout, name="account_logout"),
    path("stay/", views.account_stay, name="account_stay"),
    path("signed-out/", views.account_signed_out, name="account_signed_out"),
    path("signup/", require_safe(allauth_views.signup), name="account_signup"),
    path("inactive/", allauth_views.account_inactive, name="account_inactive"),
    path("password/change/", views.account_change_password, name="account_change_password"),
    path("weekly-email/", views.account_weekly_email, name="account_weekly_email"),
    path("password/reset/", allauth_views.password_reset, name="account_reset_password"),
    path(
        "password/reset/done/",
        allauth_views.password_reset_done,
        {"days_valid": DAYS_VALID},
        name="account_reset_password_done",
    ),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]{1,13})-(?P<key>.+)/$",
        allauth_views.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "password/reset/key/done/",
        allauth_views.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
]
