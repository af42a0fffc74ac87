"""The guidance: recruiting, retaining and induction as pages that editors keep true."""

from django.apps import AppConfig


class GuidanceConfig(AppConfig):
    name = "guidance"
    verbose_name = "Guidance"
