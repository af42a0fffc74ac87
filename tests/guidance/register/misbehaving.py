"""A web server that misbehaves in every way the link check must survive. Listens on 127.0.0.1."""

import socket
from contextlib import contextmanager, suppress
from threading import Event, Thread

PLAIN = {
    "/ok": "200 OK",
    "/gone": "404 Not Found",
    "/really-gone": "410 Gone",
    "/forbidden": "403 Forbidden",
    "/fault": "500 Internal Server Error",
    "/too-many": "429 Too Many Requests",
}
REDIRECTS = {
    "/moved": ("301 Moved Permanently", "/ok"),
    "/for-now": ("302 Found", "/ok"),
    "/moved-to-gone": ("301 Moved Permanently", "/gone"),
    "/loop": ("302 Found", "/loop-back"),
    "/loop-back": ("302 Found", "/loop"),
    "/self": ("301 Moved Permanently", "/self"),
    "/metadata": ("302 Found", "http://169.254.169.254/latest/meta-data/"),
    "/to-file": ("302 Found", "file:///etc/passwd"),
    "/to-nonsense": ("302 Found", "http://[::1"),
    "/nowhere": ("302 Found", ""),
}
# What comes first, what comes for ever after, and the pause before each.
PIECES = {
    "/drips": (b"HTTP/1.1 200 OK\r\n", b"x", 0.02),
    "/endless-head": (b"HTTP/1.1 200 OK\r\n", b"X-More: and more\r\n" * 100),
    "/endless-line": (b"HTTP/1.1 200 ", b"x" * 5000),
    "/endless-body": (b"HTTP/1.1 200 OK\r\n\r\n", b"x" * 5000),
    "/endless-interim": (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    "/interim": (b"HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200 OK\r\n\r\n",),
    "/garbage": (b"\x00\xff\x16 not a web page\r\n\r\n",),
    "/cut": (b"HTTP/1.1 200 OK\r\nX: y",),
}


class Server:
    """What it was asked stands in `asked`, as (method, path), and in `hosts` of which host."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []
        self.hosts: list[str] = []
        self.stopped = Event()
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.listener.settimeout(0.05)
        self.address = f"http://127.0.0.1:{self.listener.getsockname()[1]}"

    def run(self) -> None:
        while not self.stopped.is_set():
            with suppress(TimeoutError):
                connection, _ = self.listener.accept()
                Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with connection, suppress(OSError):
            connection.settimeout(5)
            sent = connection.recv(65536).decode("latin-1")
            words = sent.split(" ")
            self.hosts += [line[6:] for line in sent.split("\r\n") if line.startswith("Host: ")]
            if len(words) > 1:
                self.asked.append((words[0], words[1]))
                self._answer(connection, words[0], words[1])

    def _answer(self, connection: socket.socket, method: str, path: str) -> None:
        if path in PLAIN:
            connection.sendall(f"HTTP/1.1 {PLAIN[path]}\r\n\r\n".encode())
        elif path in REDIRECTS:
            status, there = REDIRECTS[path]
            connection.sendall(f"HTTP/1.1 {status}\r\nLocation: {there}\r\n\r\n".encode())
        elif path.startswith("/chain/"):
            left = int(path.removeprefix("/chain/"))
            there = f"/chain/{left - 1}" if left else "/ok"
            connection.sendall(f"HTTP/1.1 302 Found\r\nlocation:{there}\r\n\r\n".encode())
        elif path == "/no-head":
            status = "405 Method Not Allowed" if method == "HEAD" else "200 OK"
            connection.sendall(f"HTTP/1.1 {status}\r\n\r\n".encode())
        elif path in PIECES:
            self._send(connection, *PIECES[path])
        elif path == "/hangs" or (path == "/head-hangs" and method == "HEAD"):
            self.stopped.wait(20)
        elif path == "/head-hangs":
            connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")

    def _send(
        self, connection: socket.socket, first: bytes, then: bytes = b"", pause: float = 0.0
    ) -> None:
        """Send the first piece, then the other one for ever; without another, close."""
        connection.sendall(first)
        while then and not self.stopped.wait(pause):
            connection.sendall(then)


@contextmanager
def misbehaving():
    """Run the server while the block runs."""
    server = Server()
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    yield server
    server.stopped.set()
    thread.join()
    server.listener.close()
