"""Files that people send stay in memory and are never written to a disk."""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler

MOST_KEPT = 5 * 1024 * 1024


class InMemory(FileUploadHandler):
    """Keeps a file of 5 MB or less in memory. Of a larger one only the size is kept.

    The form then says that it is too large, and nothing else of the page is lost.
    """

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin a file."""
        super().new_file(*args, **kwargs)
        self.kept = BytesIO()
        self.received = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Take the next piece, and let go of everything once it is too much."""
        self.received += len(raw_data)
        if self.received <= MOST_KEPT:
            self.kept.write(raw_data)
        else:
            self.kept = BytesIO()

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        """Return the file, empty but with its true size if it was too large."""
        self.kept.seek(0)
        return InMemoryUploadedFile(
            file=self.kept,
            field_name=self.field_name,
            name=self.file_name,
            content_type=self.content_type,
            size=file_size,
            charset=self.charset,
            content_type_extra=self.content_type_extra,
        )
