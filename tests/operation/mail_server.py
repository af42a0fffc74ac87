"""A mail server on this machine, for tests: it takes emails, or lets its callers hang."""

import socketserver
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import Message
from threading import Event, Thread

ANSWERS = {b"EHLO": "250 here", b"QUIT": "221 bye", b"DATA": "354 go on"}


class Caller(socketserver.StreamRequestHandler):
    """Talks to one caller. The server holds what was sent, and whether it answers at all."""

    def handle(self) -> None:
        """Answer each line, or wait until the server is let go."""
        server: MailServer = self.server  # type: ignore[assignment]
        server.called.set()
        if server.hangs:
            server.let_go.wait()
            return
        self.say("220 here")
        while line := self.rfile.readline():
            word = line.split()[0].upper() if line.split() else b""
            refused = word == b"RCPT" and server.refused and server.refused in line
            self.say("550 unknown" if refused else ANSWERS.get(word, "250 yes"))
            if word == b"DATA":
                server.taken.append(message_from_bytes(self.email()))
                self.say("250 taken")
            if word == b"QUIT":
                return

    def say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())

    def email(self) -> bytes:
        lines = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            lines.append(line)
        return b"".join(lines)


class MailServer(socketserver.ThreadingTCPServer):
    """Listens on a free port of the loopback."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Caller)
        self.taken: list[Message] = []
        self.refused = b""
        self.hangs = False
        self.called, self.let_go = Event(), Event()


@contextmanager
def mail_server() -> Iterator[MailServer]:
    """Run a mail server while the block lasts."""
    with MailServer() as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server
        finally:
            server.let_go.set()
            server.shutdown()
            thread.join()
