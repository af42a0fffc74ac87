"""Tools to keep staff: loading them, and reading them as values."""

from collections.abc import Iterator
from dataclasses import asdict

from kls_portal.reference.loading import load_row
from vacancies.retention.models import RetentionTool
from vacancies.retention.rules.tools import Tool
from vacancies.retention.rules.tools import tools as shipped


def load_retention_tools() -> Iterator[str]:
    """Load the tools that come with the portal, never over an editor's correction."""
    for place, tool in enumerate(shipped(), start=1):
        fields = {
            name: "\n".join(value) if isinstance(value, tuple) else value
            for name, value in asdict(tool).items()
            if name != "id"
        }
        yield load_row(RetentionTool, tool.id, {**fields, "place": place})


def retention_tools() -> tuple[Tool, ...]:
    """Return every tool, as editors left it, in one query."""
    return tuple(row.as_value() for row in RetentionTool.objects.all())
