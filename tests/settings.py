"""The portal's own settings, with only what a test run must change."""

import os

from kls_portal import env
from kls_portal.settings import *  # noqa: F403

SECRET_KEY = "only for tests"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = EMAIL_TRANSPORT = "django.core.mail.backends.locmem.EmailBackend"
ERROR_REPORTS = None
ALLOWED_HOSTS = ["testserver", "localhost"]
# Files are found where they lie: no collectstatic, and no scan of all of them for each client.
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = True
STORAGES = {
    **STORAGES,  # noqa: F405
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# The real stores have tests of their own (tests/operation).
CACHES = {
    name: {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": name,
        "TIMEOUT": CACHES[name].get("TIMEOUT", 300),  # noqa: F405
    }
    for name in CACHES  # noqa: F405
}
if url := os.environ.get("PORTAL_TEST_DATABASE_URL"):
    DATABASES = {"default": env.database(url)}
