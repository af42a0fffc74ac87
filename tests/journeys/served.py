"""The files a browser is served, under the hashed names of the real site."""

from collections.abc import Iterator

from kls_portal.staticfiles import HashedFiles


class UncompressedFiles(HashedFiles):
    """Without compressed copies: making those takes most of the time, and a test needs none."""

    def compress_files(self, paths: list[str]) -> Iterator[tuple[str, str]]:
        """Compress nothing."""
        return iter(())
