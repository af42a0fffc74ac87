"""Tools to keep staff: loading them, and reading them as values."""

from collections.abc import Iterator

from kls_portal.reference.loading import load_values
from vacancies.retention.models import RetentionTool
from vacancies.retention.rules.tools import Tool
from vacancies.retention.rules.tools import tools as shipped


def load_retention_tools() -> Iterator[str]:
    """Load the tools that come with the portal, never over an editor's correction."""
    return load_values(RetentionTool, shipped())


def retention_tools() -> tuple[Tool, ...]:
    """Return every tool, as editors left it, in one query."""
    return tuple(row.as_value() for row in RetentionTool.objects.all())
