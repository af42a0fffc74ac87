"""The entry point for gunicorn."""

from django.core.wsgi import get_wsgi_application

from kls_portal.production import read_settings

read_settings()
application = get_wsgi_application()
