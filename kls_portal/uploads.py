"""Uploaded files stay in memory and are never written to disk."""

from io import BytesIO
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import MemoryFileUploadHandler

from kls_portal.file_size import LARGEST_FILE

MOST_READ = 50 * 1024 * 1024
"""A longer request is not read to the end, and gets a page with status 400."""


class InMemory(MemoryFileUploadHandler):
    """Keeps uploaded files in memory, up to LARGEST_FILE in all for one request.

    Of a single larger file only the size is kept, so that the form can report it as too large
    without losing the other fields.
    """

    activated = True
    in_all = 0

    def handle_raw_input(
        self,
        input_data: Any,
        META: dict[str, Any],  # noqa: N803 - Django's name for it
        content_length: int,
        boundary: str,
        encoding: str | None = None,
    ) -> None:
        if content_length > MOST_READ:
            raise RequestDataTooBig(f"A request of more than {MOST_READ} bytes.")

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        self.before = self.in_all
        super().new_file(*args, **kwargs)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Take the next chunk, and discard the file once it is too large.

        Raises RequestDataTooBig if several files together are too large, or one exceeds MOST_READ.
        """
        self.in_all += len(raw_data)
        if self.in_all <= LARGEST_FILE:
            super().receive_data_chunk(raw_data, start)
            return
        self.file = BytesIO()  # empty, but the file keeps its true size
        if self.before or self.in_all > MOST_READ:
            raise RequestDataTooBig(f"Files of more than {LARGEST_FILE} bytes together.")
