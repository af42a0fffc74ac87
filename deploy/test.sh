#!/bin/sh
# The whole suite on SQLite and, at the same time, the same suite on PostgreSQL.
# PYTEST_ARGS adds options. The second pass is printed when both are done.
set -u
mkdir -p var
log=var/test-postgres.log

.venv/bin/python -m tests.postgres .venv/bin/pytest ${PYTEST_ARGS:-} >"$log" 2>&1 &
postgres=$!

echo "== SQLite"
.venv/bin/pytest ${PYTEST_ARGS:-}
sqlite_status=$?

wait "$postgres"
postgres_status=$?
echo "== PostgreSQL"
cat "$log"

[ "$sqlite_status" -eq 0 ] && [ "$postgres_status" -eq 0 ]
