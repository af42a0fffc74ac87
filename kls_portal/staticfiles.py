"""Static files of nhsuk-frontend, served straight from node_modules without a copy."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.contrib.staticfiles.utils import matches_patterns
from django.core.files.storage import FileSystemStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage

DIST = Path(settings.BASE_DIR) / "node_modules" / "nhsuk-frontend" / "dist" / "nhsuk"
SERVED = (
    "nhsuk-frontend.min.css",
    "nhsuk-frontend.min.css.map",
    "nhsuk-frontend.min.js",
    "nhsuk-frontend.min.js.map",
    "assets/manifest.json",
)


def _served_path(name: str) -> str | None:
    """Return the path under STATIC_URL for a file of the package, or None if it is not served."""
    if name in SERVED or name.startswith("assets/images/"):
        return name.removeprefix("assets/")
    return None


class NhsukFinder(BaseFinder):
    """Finds the few files of nhsuk-frontend that the pages use.

    Its CSS refers to `/assets/images/…`, so STATIC_URL is `/assets/`, with the images beneath it.
    """

    storage = FileSystemStorage(location=DIST)

    def _files(self) -> Iterator[tuple[str, str]]:
        names = [*SERVED, *(f"assets/images/{p.name}" for p in (DIST / "assets/images").glob("*"))]
        for name in names:
            served = _served_path(name)
            if served and (DIST / name).is_file():
                yield served, name

    def find(self, path: str, find_all: bool = False, **_: Any) -> Any:
        """Return the file's location for a served path, or an empty list."""
        for served, name in self._files():
            if served == path:
                place = str(DIST / name)
                return [place] if find_all else place
        return []

    def list(self, ignore_patterns: Any) -> Iterator[tuple[str, Any]]:
        """Yield (served path, storage) for collectstatic."""
        for served, name in self._files():
            if not matches_patterns(served, ignore_patterns):
                yield served, _Renamed(served, name)

    def check(self, **_: Any) -> Any:
        """Return no errors: a missing package shows when files are collected."""
        return []


class _Renamed:
    """A storage with one file, under the path at which it is served."""

    prefix = None

    def __init__(self, served: str, name: str) -> None:
        self.served, self.name = served, name

    def open(self, _: str) -> Any:
        """Return the file, open for reading."""
        return NhsukFinder.storage.open(self.name)

    def path(self, _: str) -> str:
        """Return the location of the file."""
        return NhsukFinder.storage.path(self.name)

    def get_modified_time(self, _: str) -> Any:
        """Return when the file was modified."""
        return NhsukFinder.storage.get_modified_time(self.name)


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
