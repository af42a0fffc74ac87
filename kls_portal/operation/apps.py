"""The app that holds the tables of running the site."""

from django.apps import AppConfig


class OperationConfig(AppConfig):
    """Letters that wait to be sent, and values that all processes share."""

    name = "kls_portal.operation"
    label = "operation"
    verbose_name = "operation"
