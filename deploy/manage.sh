#!/bin/sh
# Runs a management command as the user of the service and with its settings, such as: deploy/manage.sh migrate.
# As any other user, a command leaves files in VAR_DIR that the service can neither read nor write.
set -eu
cd "$(dirname "$0")/.."
set -a
. "${PORTAL_SETTINGS:-/etc/kls-portal.env}"
set +a
as_service=
[ "$(id -un)" = kls-portal ] || as_service="setpriv --reuid=kls-portal --regid=kls-portal --init-groups --no-new-privs"
export HOME="$VAR_DIR"
umask 077
exec $as_service .venv/bin/python manage.py "$@"
