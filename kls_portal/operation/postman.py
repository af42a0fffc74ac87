"""The thread that tries emails as soon as they are stored, one after the other.

There is one in each process, and only while there are emails. It keeps its process alive until
it is through, so that a command does not end before its emails are on their way.
"""

import logging
from collections import deque
from collections.abc import Callable, Iterable
from threading import Lock, Thread

from django.db import connections

_logger = logging.getLogger(__name__)


class Postman:
    """Emails to try, by primary key, and the thread that tries them.

    `attempt` tries one email, and returns whether it makes sense to go on with the next.
    """

    def __init__(self, attempt: Callable[[int], bool]) -> None:
        self.attempt = attempt
        self.lock = Lock()
        self.bag: deque[int] = deque()
        self.thread: Thread | None = None

    def bring(self, emails: Iterable[int]) -> None:
        """Try these emails soon, in another thread."""
        with self.lock:
            self.bag.extend(emails)
            if self.bag and self.thread is None:
                self.thread = Thread(target=self.walk, name="postman")
                self.thread.start()

    def walk(self) -> None:
        """Try what is in the bag until it is empty.

        Where no mail server answers, the rest is left to `send_letters`: each email would wait
        as long for nothing.
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
            # The database, most likely: the email is stored, and tried again by the timer.
            _logger.exception("Emails were left to the next run of send_letters")
            return False

    def _next(self, goes_on: bool) -> int | None:
        """Return the next email; None ends the thread, and another may begin from then on."""
        with self.lock:
            if not goes_on:
                self.bag.clear()
            if self.bag:
                return self.bag.popleft()
            self.thread = None
            return None
