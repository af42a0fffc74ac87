"""Parts of addresses that several features use. To import this makes them known."""

from django.urls import register_converter


class FileKind:
    """The kinds of file a checklist comes in."""

    regex = "pdf|docx|ics"
    to_python = to_url = staticmethod(str)


class DocumentKind:
    """The kinds of file a document comes in."""

    regex = "pdf|docx"
    to_python = to_url = staticmethod(str)


class Direction:
    """Where a row may move."""

    regex = "up|down"
    to_python = to_url = staticmethod(str)


register_converter(FileKind, "kind")
register_converter(DocumentKind, "document")
register_converter(Direction, "direction")
