"""Static files of nhsuk-frontend, served straight from node_modules without a copy."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import FileSystemFinder
from django.core.files.storage import FileSystemStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage

DIST = Path(settings.BASE_DIR) / "node_modules" / "nhsuk-frontend" / "dist" / "nhsuk"
SERVED = (
    "nhsuk-frontend.min.css",
    "nhsuk-frontend.min.css.map",
    "nhsuk-frontend.min.js",
    "nhsuk-frontend.min.js.map",
    "manifest.json",
)


def _is_served(path: str) -> bool:
    return path in SERVED or path.startswith("images/")


class NhsukFinder(FileSystemFinder):
    """Finds the few files of nhsuk-frontend that the pages use.

    Its CSS refers to `/assets/images/…`, so STATIC_URL is `/assets/`, with the images beneath it.
    """

    def __init__(self, *_: Any) -> None:
        self.locations = [("", str(root)) for root in (DIST, DIST / "assets")]
        self.storages = {root: FileSystemStorage(location=root) for _, root in self.locations}

    def find(self, path: str, *args: Any, **kwargs: Any) -> Any:
        return super().find(path, *args, **kwargs) if _is_served(path) else []

    def list(self, ignore_patterns: Any) -> Iterator[tuple[str, Any]]:
        return (row for row in super().list(ignore_patterns) if _is_served(row[0]))

    def check(self, **_: Any) -> Any:
        """Return no errors: a missing package shows when files are collected."""
        return []


class HashedFiles(CompressedManifestStaticFilesStorage):
    """Hashed names for all files, including imports in JavaScript modules.

    Two rules of nhsuk-frontend load a licensed typeface from another host. They are removed, so
    that pages make no third-party request; Arial, the design system's fallback, is used instead.
    """

    support_js_module_import_aggregation = True
    patterns = (
        *CompressedManifestStaticFilesStorage.patterns,
        (
            "*.css",
            (
                (
                    r"(?P<matched>@font-face\s*\{[^}]*url\(['\"]?"
                    r"(?P<url>https://assets\.nhs\.uk/[^)'\"]*)['\"]?\)[^}]*\})",
                    "",
                ),
            ),
        ),
    )

    def url_converter(self, name: str, hashed_files: Any, template: str | None = None) -> Any:
        """Return the converter of a pattern; an empty template removes the match."""
        if template == "":
            return lambda _: ""
        return super().url_converter(name, hashed_files, template)
