#!/bin/sh
# The whole suite on SQLite, then again on PostgreSQL: there only what meets a database, and each
# journey in one way, as the rest cannot tell. Each core works on files of its own. PYTEST_ARGS
# adds options (-n0: one core).
set -u
run="--numprocesses=auto --dist=loadfile ${PYTEST_ARGS:-}"

echo "== SQLite"
.venv/bin/pytest $run
sqlite_status=$?

echo "== PostgreSQL"
.venv/bin/python -m tests.postgres .venv/bin/pytest $run
postgres_status=$?

[ "$sqlite_status" -eq 0 ] && [ "$postgres_status" -eq 0 ]
