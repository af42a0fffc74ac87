"""Settings of the KLS Portal, read from the environment (`.env.example` lists every variable).

Without any variable this is a demonstration site on SQLite. With PRODUCTION=1 the portal does not
start until every unsafe or missing value is corrected.
"""

from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django_prose_editor.config import html_tags
from js_asset import static_lazy

from kls_portal import env, production
from kls_portal.csp import POLICY
from kls_portal.operation.lines import log_policy

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = Path(env.text("VAR_DIR", str(BASE_DIR / "var")))

# Mode
PRODUCTION = env.flag("PRODUCTION")
DEBUG = env.flag("DEBUG")
if PRODUCTION and DEBUG:
    raise ImproperlyConfigured("DEBUG is on in production. Remove DEBUG from the environment.")

if PRODUCTION:
    SECRET_KEY = production.safe_key(
        env.required("SECRET_KEY", "Write a random text of 50 characters or more.")
    )
    SECRET_KEY_FALLBACKS = [
        production.safe_key(key, "SECRET_KEY_FALLBACKS")
        for key in env.list_of("SECRET_KEY_FALLBACKS")
    ]
    ALLOWED_HOSTS = production.named_hosts(env.list_of("ALLOWED_HOSTS"))
    database_url = env.required("DATABASE_URL", "Write postgres://user:password@host:5432/name.")
    EMAIL_HOST = env.required("EMAIL_HOST", "Password resets go out by email: name the server.")
    DEFAULT_FROM_EMAIL = production.real_address(
        "EMAIL_FROM", env.required("EMAIL_FROM", "Write the address that messages come from.")
    )
    CONTACT_EMAIL = production.real_address(
        "CONTACT_EMAIL", env.required("CONTACT_EMAIL", "The contact page shows it to people.")
    )
    OPERATOR_NAME = env.required(
        "OPERATOR_NAME", "The privacy page names the organisation that runs the portal."
    )
    SITE_ADDRESS = production.https_address(env.text("SITE_ADDRESS"), ALLOWED_HOSTS)
    env.required("TRUSTED_PROXY_COUNT", "Write how many proxies are in front; 0 means none.")
else:
    SECRET_KEY = env.text("SECRET_KEY") or env.demonstration_key(VAR_DIR / "secret-key")
    ALLOWED_HOSTS = env.list_of("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
    database_url = env.text("DATABASE_URL", f"sqlite:///{VAR_DIR / 'portal.sqlite3'}")
    EMAIL_HOST = env.text("EMAIL_HOST")
    DEFAULT_FROM_EMAIL = env.text("EMAIL_FROM", "kls-portal@localhost")
    CONTACT_EMAIL = env.text("CONTACT_EMAIL")
    OPERATOR_NAME = env.text("OPERATOR_NAME")
    port = env.number("PORT", env.port_of_last_run(VAR_DIR / "port"))
    SITE_ADDRESS = env.text("SITE_ADDRESS", f"http://127.0.0.1:{port}").rstrip("/")

# Applications, middleware and templates
INSTALLED_APPS = [
    "kls_portal.accounts",
    "kls_portal.operation",
    "kls_portal.reference",
    "guidance",
    "vacancies",
    "kls_portal.apps.SiteConfig",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "crispy_forms",
    "csp",
    "js_asset",
    "django_prose_editor",
]
MIDDLEWARE = [
    "kls_portal.operation.lines.RequestLineMiddleware",
    "kls_portal.middleware.HeadWithoutBodyMiddleware",
    "kls_portal.middleware.HealthMiddleware",
    "kls_portal.middleware.NoZeroBytesMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "kls_portal.middleware.HeadersMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "kls_portal.limits.NetworkLimitsMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "kls_portal.reference.views.AsOfMiddleware",
    "kls_portal.accounts.middleware.PendingPostMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "kls_portal.accounts.readers.ReadersMiddleware",
]
ROOT_URLCONF = "kls_portal.urls"
WSGI_APPLICATION = "kls_portal.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "kls_portal.nav.site",
            ],
            "builtins": [
                "crispy_forms.templatetags.crispy_forms_tags",
                "django.templatetags.static",
                "kls_portal.templatetags.components",
                "kls_portal.templatetags.form_components",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = CRISPY_TEMPLATE_PACK = "nhsuk"
CRISPY_FAIL_SILENTLY = False

# Storage
DATABASES = {"default": env.database(database_url)}
# `default` is shared by all processes and keeps values until they expire: counters, one-time keys,
# the site version. `pages` and `process` can be made again.
CACHES = {
    "default": env.store(env.text("STORE_URL")),
    "pages": {
        "BACKEND": "kls_portal.operation.forgiving.PageFiles",
        "LOCATION": VAR_DIR / "cache",
        "TIMEOUT": 2 * 24 * 60 * 60,  # yesterday's pages last until tonight
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    },
    "process": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "OPTIONS": {"MAX_ENTRIES": 1_000},
    },
}
STATIC_URL = "/assets/"
STATIC_ROOT = VAR_DIR / "assets"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "kls_portal.staticfiles.NhsukFinder",
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "kls_portal.staticfiles.HashedFiles"
    },
}
WHITENOISE_MAX_AGE = 60

# Language and time
LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_I18N = False
DATE_FORMAT = "j F Y"
DATETIME_FORMAT = "j F Y, H:i"

# People and sign-in
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "kls_portal.accounts.adapter.AddressBackend",
]
AUTH_PASSWORD_VALIDATORS: list[dict[str, Any]] = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
AUTH_PASSWORD_VALIDATORS[0]["OPTIONS"] = {"user_attributes": ["email", "name"]}
AUTH_PASSWORD_VALIDATORS[1]["OPTIONS"] = {"min_length": 12}
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "vacancies:vacancy_list"
ACCOUNT_ADAPTER = "kls_portal.accounts.adapter.InvitedPeopleOnly"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "kls_portal.accounts.adapter.ResetTokens"  # noqa: S105
ACCOUNT_LOGOUT_REDIRECT_URL = "account_signed_out"
# Minutes for which failed sign-ins count: 5 with one email address, 20 from one network.
SIGN_IN_MINUTES = 5
_FAILED = f"5/{SIGN_IN_MINUTES}m/key,20/{SIGN_IN_MINUTES}m/ip"
ACCOUNT_RATE_LIMITS = {"login_failed": _FAILED, "reset_password": "5/1h/key,20/1h/ip"}
ACCOUNT_FORMS = {
    "login": "kls_portal.accounts.forms.SignInForm",
    "reset_password": "kls_portal.accounts.forms.PasswordResetForm",
    "reset_password_from_key": "kls_portal.accounts.forms.NewPasswordForm",
    "change_password": "kls_portal.accounts.forms.ChangePasswordForm",
}
ALLAUTH_TRUSTED_PROXY_COUNT = env.number("TRUSTED_PROXY_COUNT", 0)

# Email: everything goes through the outbox, and to the console unless a mail server is set
EMAIL_BACKEND = "kls_portal.operation.outbox.EmailBackend"
EMAIL_TRANSPORT = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'console'}.EmailBackend"
EMAIL_PORT = env.number("EMAIL_PORT", 587)
EMAIL_HOST_USER = env.text("EMAIL_HOST_USER")
EMAIL_HOST_PASSWORD = env.text("EMAIL_HOST_PASSWORD")
EMAIL_USE_TLS = env.flag("EMAIL_USE_TLS", default=True)
EMAIL_TIMEOUT = env.number("EMAIL_TIMEOUT", 5)
SERVER_EMAIL = DEFAULT_FROM_EMAIL
SITE_NAME = "KLS Portal"
ADMINS = [(SITE_NAME, address) for address in env.list_of("ADMIN_EMAILS")]

# Answers to “Was this page useful?” in an hour: on one page and on all pages from one network, and
# in total. A whole Trust may share one network. House defaults.
FEEDBACK_LIMITS = {"page": 10, "network": 60, "site": 1_000}
# Expensive requests per minute from one network, which a whole Trust may share. House defaults.
NETWORK_LIMITS = {"searches": 300, "checks": 120, "files": 240}
# Messages that one person may send to peers through the portal in an hour. House default.
PEER_LETTERS_AN_HOUR = 10
# Days for which answers to “Was this page useful?” are kept and shown on the desk. The privacy page
# states this number and the next. House defaults.
FEEDBACK_SHOWN_DAYS = 90
# Days for which a secret link (starter, handover, approval) is kept after it ends or is revoked.
LINKS_KEPT_DAYS = 30

# Review of the guidance. House defaults: the page it replaced was 40 months out of date.
GUIDANCE_REVIEW_MONTHS = env.number("GUIDANCE_REVIEW_MONTHS", 12)
GUIDANCE_DUE_SOON_DAYS = env.number("GUIDANCE_DUE_SOON_DAYS", 60)
GUIDANCE_DEPUTY_AFTER_DAYS = env.number("GUIDANCE_DEPUTY_AFTER_DAYS", 14)

# The link check: seconds for a run, for one response, and between two requests to one host. It
# connects to private hosts (this machine, the local network, metadata services) only in tests.
LINK_CHECK_SECONDS = env.number("LINK_CHECK_SECONDS", 300)
LINK_CHECK_TIMEOUT = 10
LINK_CHECK_PAUSE = 2
LINK_CHECK_PRIVATE_HOSTS = False

# Our own extensions of the rich-text editor for the guidance.
DJANGO_PROSE_EDITOR_EXTENSIONS = [
    {
        "js": [static_lazy("js/claim-mark.js")],
        "extensions": {"Claim": html_tags(tags=["span"], attributes={"span": ["data-claim"]})},
    },
    {
        "js": [static_lazy("js/fact-values.js")],
        "extensions": {"FactValues": html_tags(tags=[], attributes={})},
    },
]

# Security
CONTENT_SECURITY_POLICY = POLICY
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_HTTPONLY = True
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
# The longest list of duties has 400 rows of 6 boxes.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 3_000
# No form takes more than one file.
DATA_UPLOAD_MAX_NUMBER_FILES = 1
FILE_UPLOAD_HANDLERS = ["kls_portal.uploads.InMemory"]
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = PRODUCTION
SECURE_HSTS_SECONDS = env.number("HSTS_SECONDS", 365 * 24 * 60 * 60) if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = PRODUCTION and env.flag("HSTS_SUBDOMAINS", default=True)
SECURE_HSTS_PRELOAD = PRODUCTION and env.flag("HSTS_PRELOAD", default=True)
if ALLAUTH_TRUSTED_PROXY_COUNT:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
CSRF_TRUSTED_ORIGINS = env.list_of("CSRF_TRUSTED_ORIGINS")

# Logging and error reports: never anything that a person typed
LOGGING = log_policy(json=PRODUCTION)
LOGGING_CONFIG = "kls_portal.operation.lines.configure"
ERROR_REPORTS = VAR_DIR / "error-reports.json"
