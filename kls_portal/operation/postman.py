"""The thread that tries emails as soon as they are stored, one after the other.

Each process has one, only while there are emails. It keeps its process alive until it has
finished, so that a command does not end before its emails are sent.
"""

import logging
from collections import deque
from collections.abc import Callable, Iterable
from threading import Lock, Thread

from django.db import connections

_logger = logging.getLogger(__name__)


class Postman:
    """A queue of emails, by primary key, and the thread that tries them.

    `attempt` tries one email, and returns whether to go on with the next.
    """

    def __init__(self, attempt: Callable[[int], bool]) -> None:
        self.attempt = attempt
        self.lock = Lock()
        self.bag: deque[int] = deque()
        self.thread: Thread | None = None

    def bring(self, emails: Iterable[int]) -> None:
        """Queue these emails to be tried soon, in another thread."""
        with self.lock:
            self.bag.extend(emails)
            if self.bag and self.thread is None:
                self.thread = Thread(target=self.walk, name="postman")
                self.thread.start()

    def walk(self) -> None:
        """Try the queued emails until there are none left.

        If no mail server answers, the rest is left to `send_letters`: each email would wait in vain
        for as long.
        """
        try:
            goes_on = True
            while (email := self._next(goes_on)) is not None:
                goes_on = self._tried(email)
        finally:
            connections.close_all()

    def _tried(self, email: int) -> bool:
        try:
            return self.attempt(email)
        except Exception:
            # Most likely the database: the email is stored, and the timer tries it again.
            _logger.exception("Emails were left to the next run of send_letters")
            return False

    def _next(self, goes_on: bool) -> int | None:
        """Return the next email; None ends the thread, after which another may be started."""
        with self.lock:
            if not goes_on:
                self.bag.clear()
            if self.bag:
                return self.bag.popleft()
            self.thread = None
            return None
