"""How gunicorn serves the portal: two processes of four threads share the stored pages."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from kls_portal import env, production

production.read_settings()
worker_class = "gthread"
with production.refusing_in_one_sentence():
    workers = env.number("WEB_CONCURRENCY", 2)
    threads = env.number("WEB_THREADS", 4)
preload_app = True
keepalive = 5
# A question of 10,000 characters gets the portal's own answer; at a megabyte gunicorn refuses.
limit_request_line = 0
timeout = 60
max_requests = 5_000
max_requests_jitter = 500
worker_tmp_dir = "/dev/shm" if os.path.isdir("/dev/shm") else None  # noqa: S108
forwarded_allow_ips = env.text("FORWARDED_ALLOW_IPS", "127.0.0.1")
control_socket_disable = True
proc_name = "kls-portal"
logger_class = "kls_portal.operation.gunicorn_log.GunicornLog"


def on_starting(server):
    """Refuse to serve what Django's security checks call an error."""
    from django.core.checks import Tags, run_checks
    from django.core.checks.messages import ERROR

    for problem in run_checks(tags=[Tags.security]):
        if problem.is_serious(ERROR):
            production.refuse(f"{problem.msg} {problem.hint or ''}")


def when_ready(server):
    """Let pages stored with other settings lapse, and give no worker an open connection."""
    from django.db import connections

    from kls_portal.operation import site_version
    from kls_portal.operation.site_version import release

    release()  # read once, before there are workers
    site_version.begin()
    connections.close_all()
