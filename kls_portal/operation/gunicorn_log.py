"""gunicorn's log, in lines like the portal's. It would print whole addresses otherwise."""

from typing import Any

from django.conf import settings
from gunicorn.glogging import Logger

from kls_portal.operation.lines import JsonLine, PlainLine


class GunicornLog(Logger):
    """Writes gunicorn's lines, and those of an access log where one is asked for."""

    def setup(self, cfg: Any) -> None:
        """Set the handlers up as gunicorn does, with the portal's lines."""
        super().setup(cfg)
        line = JsonLine() if settings.PRODUCTION else PlainLine()
        for handler in (*self.error_log.handlers, *self.access_log.handlers):
            if getattr(handler, "_gunicorn", False):
                handler.setFormatter(line)
