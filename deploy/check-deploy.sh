#!/bin/sh
# Django's deployment checks, with the settings of a production site.
set -eu
export PRODUCTION=1 ALLOWED_HOSTS=portal.example EMAIL_HOST=mail.example
export EMAIL_FROM=portal@portal.example CONTACT_EMAIL=portal@portal.example OPERATOR_NAME=Northfield TRUSTED_PROXY_COUNT=1
export DATABASE_URL=postgres://portal:unused@localhost:5432/portal
SECRET_KEY=$(.venv/bin/python -c 'import secrets; print(secrets.token_urlsafe(64))')
export SECRET_KEY
exec .venv/bin/python manage.py check --deploy --fail-level WARNING
