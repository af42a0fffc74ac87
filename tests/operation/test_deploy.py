"""The files of deploy/ that a real site copies: units of systemd and the example of a proxy."""

import json
import os
import shutil
import socket
import ssl
import subprocess
import threading
import time
from contextlib import ExitStack, closing
from http.client import HTTPConnection, HTTPSConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from django.core.management import get_commands
from django.urls import reverse

from kls_portal.file_size import LARGEST_FILE
from kls_portal.secret_addresses import SECRET
from tests.project.access import MATRIX

ROOT = Path(__file__).resolve().parents[2]
UNITS = sorted((ROOT / "deploy/systemd").iterdir())
SERVICES = [unit for unit in UNITS if unit.suffix == ".service"]
HOME = "/srv/kls-portal"
SYSTEMD = shutil.which("systemd-analyze")
NGINX = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
with_systemd = pytest.mark.skipif(not SYSTEMD, reason="no systemd-analyze on this machine")
with_nginx = pytest.mark.skipif(
    not (NGINX and shutil.which("openssl")), reason="no nginx, or no openssl, on this machine"
)


def settings_of(unit: Path) -> dict[str, list[str]]:
    """What a unit says, by name. A name may stand several times."""
    found: dict[str, list[str]] = {}
    for line in unit.read_text().splitlines():
        name, equals, value = line.partition("=")
        if equals and not line.startswith("#"):
            found.setdefault(name, []).append(value)
    return found


def run_by(service: Path) -> list[str]:
    """What a service runs. What comes second runs also where the first fails."""
    said = settings_of(service)
    (first,) = said["ExecStart"]
    return [first, *said.get("ExecStopPost", ())]


@with_systemd
def test_systemd_takes_every_unit_and_calls_each_service_safe(tmp_path):
    (tmp_path / ".venv/bin").mkdir(parents=True)
    for program in ("python", "gunicorn"):
        (tmp_path / ".venv/bin" / program).symlink_to("/bin/true")
    copies = []
    for unit in UNITS:
        copies.append(tmp_path / unit.name)
        copies[-1].write_text(unit.read_text().replace(HOME, str(tmp_path)))
    done = run(SYSTEMD, "verify", *map(str, copies))
    said = [line for line in (done.stdout + done.stderr).splitlines() if "kls-portal" in line]
    assert (done.returncode, said) == (0, [])
    for service in (copy for copy in copies if copy.suffix == ".service"):
        # 0 is a service that can do nothing, 100 one that can do everything; a web server needs 13.
        done = run(SYSTEMD, "security", "--offline=true", "--threshold=15", str(service))
        assert done.returncode == 0, done.stdout


@with_systemd
def test_a_unit_with_an_unknown_word_is_noticed(tmp_path):
    broken = tmp_path / "broken.service"
    broken.write_text("[Service]\nExecStart=/bin/true\nProtectEverything=yes\n")
    assert "ProtectEverything" in run(SYSTEMD, "verify", str(broken)).stderr


@pytest.mark.parametrize("service", SERVICES, ids=lambda unit: unit.name)
def test_each_service_is_confined_and_runs_what_is_there(service):
    said = settings_of(service)
    assert said["User"] == said["Group"] == ["kls-portal"]
    assert said["ProtectSystem"] == ["strict"]
    assert said["ReadWritePaths"] == ["/var/lib/kls-portal"]
    assert said["NoNewPrivileges"] == ["true"]
    assert said["UMask"] == ["0077"]
    for started in run_by(service):
        program, *arguments = started.split()
        assert program.startswith(f"{HOME}/.venv/bin/")
        if "manage.py" in arguments:
            assert arguments[1] in get_commands()
        else:
            assert (ROOT / arguments[arguments.index("--config") + 1]).exists()


def test_timers_start_the_night_and_what_cannot_wait_for_it():
    started = {
        unit.name: [line.partition("manage.py ")[2] for line in run_by(unit)] for unit in SERVICES
    }
    timers = {
        unit.stem: settings_of(unit)["OnCalendar"] for unit in UNITS if unit.suffix == ".timer"
    }
    assert {name: started[f"{name}.service"] for name in timers} == {
        "kls-portal-nightly": ["run_due"],
        "kls-portal-publish": ["publish_due", "send_letters"],
    }
    assert timers["kls-portal-publish"] == ["*:0/5"]


def run(*command: str) -> subprocess.CompletedProcess:
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


# The proxy, for real, on this machine.


class Portal(BaseHTTPRequestHandler):
    """Stands for the portal: says what reached it. `seen` holds the path of each request."""

    seen: list[str]

    def do_GET(self):
        self.seen.append(self.path)
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        told = {name.lower(): value for name, value in self.headers.items()}
        answer = json.dumps({**told, "received": len(body)}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def do_POST(self):
        self.do_GET()

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture(scope="module")
def stand_in():
    seen: list[str] = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Seen", (Portal,), {"seen": seen}))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def free_port() -> int:
    with closing(socket.socket()) as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


@pytest.fixture
def portal(stand_in):
    """What stands for the portal, with nothing seen yet."""
    stand_in.RequestHandlerClass.seen.clear()
    return stand_in


@pytest.fixture(scope="module")
def proxy(stand_in, tmp_path_factory):
    """The example, with ports and a certificate of this test: (port of HTTP, of HTTPS, its log)."""
    tmp_path = tmp_path_factory.mktemp("nginx")
    plain, secure = free_port(), free_port()
    key, certificate = tmp_path / "privkey.pem", tmp_path / "fullchain.pem"
    made = run(
        "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
        "-subj", "/CN=portal.example", "-keyout", str(key), "-out", str(certificate),
    )  # fmt: skip
    assert made.returncode == 0, made.stderr
    site = (ROOT / "deploy/nginx.conf").read_text()
    for ours, here in {
        "127.0.0.1:8000": f"127.0.0.1:{stand_in.server_port}",
        "listen 80": f"listen 127.0.0.1:{plain}",
        "listen 443": f"listen 127.0.0.1:{secure}",
        "/etc/ssl/portal.example": str(tmp_path),
        "/var/log/nginx": str(tmp_path),
    }.items():
        assert ours in site
        site = site.replace(ours, here)
    (tmp_path / "site.conf").write_text(site)
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    folders = "".join(f"{kind}_temp_path {tmp_path}/{kind};\n" for kind in kinds)
    whole = tmp_path / "nginx.conf"
    whole.write_text(
        f"pid {tmp_path}/pid;\nerror_log stderr;\nevents {{}}\n"
        f"http {{\naccess_log off;\n{folders}include {tmp_path}/site.conf;\n}}\n"
    )
    user = ["-g", "user root;"] if os.geteuid() == 0 else []
    command = [NGINX, "-p", str(tmp_path), "-c", str(whole), *user]
    tested = run(*command, "-t")
    assert tested.returncode == 0, tested.stderr
    assert "[warn]" not in tested.stderr, tested.stderr
    off = [*user[:1], f"{user[1]} daemon off;"] if user else ["-g", "daemon off;"]
    running = subprocess.Popen(
        [NGINX, "-p", str(tmp_path), "-c", str(whole), *off], stderr=subprocess.DEVNULL
    )
    try:
        wait_for(plain, running)
        yield plain, secure, tmp_path / "kls-portal.log"
    finally:
        running.terminate()
        running.wait(timeout=30)


def wait_for(port: int, running: subprocess.Popen) -> None:
    while running.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=5).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    pytest.fail("nginx did not start")


def trusting_nobody() -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context


def connection_to(port: int, name: str = "portal.example") -> HTTPSConnection:
    """A connection that names the site in its handshake, as a browser does."""
    plain = socket.create_connection(("127.0.0.1", port), timeout=30)
    asked = HTTPSConnection("127.0.0.1", port)
    asked.sock = trusting_nobody().wrap_socket(plain, server_hostname=name)
    return asked


def ask(port: int, method="GET", path="/", body=None, **headers):
    with closing(connection_to(port)) as asked:
        asked.request(method, path, body, {"Host": "portal.example", **headers})
        response = asked.getresponse()
        return response.status, response.read()


@with_nginx
def test_the_portal_hears_who_asks_and_how_and_not_what_the_client_says(proxy):
    status, answer = ask(
        proxy[1], **{"X-Forwarded-For": "203.0.113.9, 203.0.113.8", "X-Forwarded-Proto": "http"}
    )
    told = json.loads(answer)
    assert status == 200
    assert told["x-forwarded-for"] == "127.0.0.1"
    assert told["x-forwarded-proto"] == "https"
    assert told["host"] == "portal.example"


@with_nginx
def test_http_leads_to_https_of_the_same_page(proxy):
    with closing(HTTPConnection("127.0.0.1", proxy[0], timeout=30)) as asked:
        asked.request("GET", "/search/?q=pay", headers={"Host": "portal.example"})
        response = asked.getresponse()
        assert response.status == 301
        assert response.headers["Location"] == "https://portal.example/search/?q=pay"


@with_nginx
def test_other_names_get_no_answer(proxy, portal):
    with closing(HTTPConnection("127.0.0.1", proxy[0], timeout=30)) as asked:
        asked.request("GET", "/", headers={"Host": "evil.example"})
        with pytest.raises(ConnectionError):
            asked.getresponse()
    with pytest.raises(ssl.SSLError):
        connection_to(proxy[1], "evil.example")
    assert portal.RequestHandlerClass.seen == []


@with_nginx
def test_files_that_the_portal_takes_get_through_and_far_larger_ones_do_not(proxy):
    status, answer = ask(proxy[1], "POST", "/", b"x" * (2 * LARGEST_FILE + 100_000))
    assert (status, json.loads(answer)["received"]) == (200, 2 * LARGEST_FILE + 100_000)
    with closing(connection_to(proxy[1])) as asked:
        asked.putrequest("POST", "/", skip_host=True)
        asked.putheader("Host", "portal.example")
        asked.putheader("Content-Length", str(13 * 1024 * 1024))
        asked.endheaders()
        assert asked.getresponse().status == 413


@pytest.mark.thorough
@with_nginx
def test_slow_senders_wait_at_the_proxy(proxy, portal):
    with ExitStack() as many:
        for number in range(40):
            slow = many.enter_context(closing(connection_to(proxy[1])))
            slow.putrequest("POST", f"/slow/{number}", skip_host=True)
            slow.putheader("Host", "portal.example")
            slow.putheader("Content-Length", "1000")
            slow.endheaders(b"only a part")
        assert ask(proxy[1], path="/quick")[0] == 200
        assert portal.RequestHandlerClass.seen == ["/quick"]


@with_nginx
def test_a_long_question_reaches_the_portal(proxy):
    assert ask(proxy[1], path=f"/search/?q={'a' * 10_000}")[0] == 200


def logged(log: Path, number: str) -> list[str]:
    """The lines of the proxy's log up to that of a request: nginx writes it after the answer."""
    for _ in range(200):
        if number in (told := log.read_text(encoding="utf-8")):
            return told.splitlines()
        time.sleep(0.05)
    pytest.fail(f"{number} is not in the log: {told}")


@with_nginx
def test_the_log_of_the_proxy_holds_no_query_and_no_secret(proxy):
    secret = [
        reverse(
            name,
            kwargs={k: "kQ7" if k in SECRET else 1 if v is ... else v for k, v in given.items()},
        )
        for name, (given, _) in MATRIX.items()
        if set(given) & set(SECRET)
    ]
    assert len(secret) >= 5
    with closing(HTTPConnection("127.0.0.1", proxy[0], timeout=30)) as asked:
        asked.request("GET", f"{secret[0]}?q=pay", headers={"Host": "portal.example"})
        assert asked.getresponse().status == 301
    told = [json.loads(ask(proxy[1], path=f"{address}?q=pay")[1]) for address in secret]
    lines = logged(proxy[2], told[-1]["x-request-id"])
    assert not [line for line in lines if "kQ7" in line or "pay" in line]
    assert len([line for line in lines if '/***" ' in line]) == len(secret) + 1
    assert [line for line in lines if told[0]["x-request-id"] in line]
