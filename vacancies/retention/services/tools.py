"""Retention tools: loading them, and reading them as plain values."""

from collections.abc import Iterator

from kls_portal.reference.loading import load_values
from vacancies.retention.models import RetentionTool
from vacancies.retention.rules.tools import Tool
from vacancies.retention.rules.tools import tools as shipped


def load_retention_tools() -> Iterator[str]:
    """Load the shipped tools without overwriting editors' corrections."""
    return load_values(RetentionTool, shipped())


def retention_tools() -> tuple[Tool, ...]:
    """Return every tool, as editors left it, in one query."""
    return tuple(row.as_value() for row in RetentionTool.objects.in_force())
