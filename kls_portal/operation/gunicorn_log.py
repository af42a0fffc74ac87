"""gunicorn's log in the portal's line format, as it would otherwise log whole addresses."""

from typing import Any

from django.conf import settings
from gunicorn.glogging import Logger

from kls_portal.operation.lines import JsonLine, PlainLine


class GunicornLog(Logger):
    """Formats gunicorn's error log, and its access log if there is one."""

    def setup(self, cfg: Any) -> None:
        super().setup(cfg)
        line = JsonLine() if settings.PRODUCTION else PlainLine()
        for handler in (*self.error_log.handlers, *self.access_log.handlers):
            if getattr(handler, "_gunicorn", False):
                handler.setFormatter(line)
