"""Serves the NHS.UK frontend straight from node_modules: nothing of it is copied into ours."""

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
    """Return the path under STATIC_URL for a file of the package, or None where not served."""
    if name in SERVED or name.startswith("assets/images/"):
        return name.removeprefix("assets/")
    return None


class NhsukFinder(BaseFinder):
    """Finds the few files of nhsuk-frontend that the pages use.

    Its CSS names `/assets/images/…`, so STATIC_URL is `/assets/` and the images lie beneath.
    """

    storage = FileSystemStorage(location=DIST)

    def _files(self) -> Iterator[tuple[str, str]]:
        names = [*SERVED, *(f"assets/images/{p.name}" for p in (DIST / "assets/images").glob("*"))]
        for name in names:
            served = _served_path(name)
            if served and (DIST / name).is_file():
                yield served, name

    def find(self, path: str, find_all: bool = False, **_: Any) -> Any:
        """Return the file's place for a served path, or an empty list."""
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
        """Nothing to check: a missing package shows itself when files are collected."""
        return []


class _Renamed:
    """A storage of one file, known under the path it is served at."""

    prefix = None

    def __init__(self, served: str, name: str) -> None:
        self.served, self.name = served, name

    def open(self, _: str) -> Any:
        """Return the file, open for reading."""
        return NhsukFinder.storage.open(self.name)

    def path(self, _: str) -> str:
        """Return where the file lies."""
        return NhsukFinder.storage.path(self.name)

    def get_modified_time(self, _: str) -> Any:
        """Return when the file changed."""
        return NhsukFinder.storage.get_modified_time(self.name)


class HashedFiles(CompressedManifestStaticFilesStorage):
    """Hashed names for everything, inside JavaScript modules too.

    Two rules of nhsuk-frontend fetch a licensed typeface from another host. They are dropped:
    the page asks nobody else for anything, and Arial stands in, as the design system provides.
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
        """Return the converter of one pattern; the empty template drops what it matched."""
        if template == "":
            return lambda _: ""
        return super().url_converter(name, hashed_files, template)
