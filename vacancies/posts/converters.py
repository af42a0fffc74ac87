"""Parts of addresses that several features use. To import this makes them known."""

from django.urls import register_converter

import kls_portal.files  # noqa: F401 - the kinds of file


class Direction:
    """Where a row may move."""

    regex = "up|down"
    to_python = to_url = staticmethod(str)


register_converter(Direction, "direction")
