#!/bin/sh
# The whole suite on SQLite, then the same suite on PostgreSQL. PYTEST_ARGS adds options.
set -eu
echo "== SQLite"
.venv/bin/pytest ${PYTEST_ARGS:-}
echo "== PostgreSQL"
.venv/bin/python -m tests.postgres .venv/bin/pytest ${PYTEST_ARGS:-}
