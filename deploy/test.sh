#!/bin/sh
# The suite in its sizes, as the make targets call it. `fast`: SQLite, without browser, Java and what is marked `wide`. `main`:
# on SQLite all but what is marked `thorough`, on PostgreSQL what can differ there. `rest`: what
# those two leave out, and `all`: everything; these try 100 examples of a property, the others 25.
# On PostgreSQL a test that meets no database is left out, and in `rest` one that says to it only
# what others say, as the pass on SQLite noted (tests/statements.py). In `main` the passes run side
# by side, and the words of the second come last: it works while a test of the first waits for a
# browser, and is over long before. A worker that has run out of tests takes some over from another.
# PYTEST_ARGS adds options (-n0: one process). `coverage`: `fast`, and how much of our own code it
# runs.
set -u
# Python keeps what it compiled, tests too, whatever it is told elsewhere: nine seconds a process.
export PYTHONDONTWRITEBYTECODE= PYTHONPYCACHEPREFIX="$PWD/var/pycache"
cores=$(getconf _NPROCESSORS_ONLN)
workers=auto
case "${1:-main}" in
main) beside=$((cores > 3 ? cores / 2 : 0)) ;; # 0: without a process that only hands out tests
rest | all) workers=$((cores + 1)) && export PORTAL_EXAMPLES=all ;; # more wait for a browser
esac
options="--dist=worksteal ${PYTEST_ARGS:-}"
quiet="not (browser or pdfua or openxml or thorough)"
fast="not wide and $quiet"
pytest="pytest"
status=0

on_sqlite() {
    echo "== SQLite"
    .venv/bin/$pytest --numprocesses=$workers $options -m "$1" || status=1
}

on_postgresql() {
    echo "== PostgreSQL"
    exec .venv/bin/python -m tests.postgres .venv/bin/pytest --numprocesses=$2 $options -m "$1"
}

case "${1:-main}" in
fast) on_sqlite "$fast" ;;
coverage)
    .venv/bin/coverage erase
    pytest="coverage run -m pytest"
    on_sqlite "$fast"
    .venv/bin/python -m tests.covered || status=1
    ;;
main)
    said=$(mktemp)
    on_postgresql "postgres and not thorough" $beside >"$said" 2>&1 &
    trap 'kill $! 2>/dev/null; cat "$said"; rm "$said"' EXIT
    trap 'exit 2' INT TERM
    on_sqlite "not thorough"
    wait $! || status=1
    ;;
rest) on_sqlite "thorough" && (on_postgresql "thorough or not postgres" auto) || status=1 ;;
all) on_sqlite "" && (on_postgresql "" auto) || status=1 ;;
*) echo "usage: deploy/test.sh [fast|coverage|main|rest|all]" >&2; exit 2 ;;
esac
exit "$status"
