"""The version of the code, so that nothing that one release stored is read by another."""

from collections.abc import Iterator
from functools import cache as once
from hashlib import sha256
from pathlib import Path

from django.conf import settings

READ = ("kls_portal", "guidance", "vacancies", "templates", "requirements.txt")
"""Code, templates, the data that ships, and what they run on; below BASE_DIR."""
DIGITS = 16


@once
def release() -> str:
    """Return 16 hexadecimal digits for the files of this release. They are read once a process."""
    return digest_of(settings.BASE_DIR, Path(settings.STATIC_ROOT) / "staticfiles.json")


def digest_of(base: Path, manifest: Path) -> str:
    """Return the digits for the files below `base`, and for the names of the static files."""
    digest = sha256()
    for path in (*_files(base), manifest):
        if path.is_file():
            digest.update(f"{path.relative_to(base) if path != manifest else ''}\0".encode())
            digest.update(sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:DIGITS]


def _files(base: Path) -> Iterator[Path]:
    for name in READ:
        top = base / name
        found = sorted(top.rglob("*")) if top.is_dir() else [top]
        yield from (path for path in found if "__pycache__" not in path.parts)
