"""A matcher that backtracks as Python's does and counts its steps: time without a clock.

It knows the parts of a pattern that the checks use and refuses all others. Seconds depend on the
machine and on what else it does; the number of places where a pattern is tried does not.
"""

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]

Follow = Callable[[int], bool]
"""What comes behind: takes a place in the text, says whether the rest matches from there."""

ONE_CHARACTER = (codes.LITERAL, codes.NOT_LITERAL, codes.IN, codes.ANY)
CATEGORIES = {
    codes.CATEGORY_WORD: lambda c: c.isalnum() or c == "_",
    codes.CATEGORY_NOT_WORD: lambda c: not (c.isalnum() or c == "_"),
    codes.CATEGORY_DIGIT: str.isdecimal,
    codes.CATEGORY_NOT_DIGIT: lambda c: not c.isdecimal(),
    codes.CATEGORY_SPACE: str.isspace,
    codes.CATEGORY_NOT_SPACE: lambda c: not c.isspace(),
}


class TooManyStepsError(Exception):
    """The pattern took more steps than it was allowed."""


@contextmanager
def _deep_recursion() -> Iterator[None]:
    """Each character that a pattern has matched may be some calls deep."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(max(before, 30_000))
    try:
        yield
    finally:
        sys.setrecursionlimit(before)


class CountingMatcher:
    """One pattern. `finditer` is that of `re`; `steps` says what it took."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        """Raises NotImplementedError where a part of the pattern is not known here."""
        self.text, self.steps, self.most, self.end = "", 0, 0, 0
        self._flags = pattern.flags
        self._start = self._sequence(list(parser.parse(pattern.pattern, pattern.flags)), self._done)

    def finditer(self, text: str, most: int = 10**9) -> list[tuple[int, int]]:
        """Return where it matches, from and up to. Raises TooManyStepsError beyond `most` steps."""
        self.text, self.steps, self.most = text, 0, most
        with _deep_recursion():
            return self._all()

    def _all(self) -> list[tuple[int, int]]:
        text, found, place = self.text, [], 0
        while place <= len(text):
            if not self._start(place):
                place += 1
                continue
            # A match of nothing may stand where the last match ended, as in Python's own.
            if found and found[-1] == (place, self.end):
                place += 1
                continue
            found.append((place, self.end))
            place = max(self.end, place + (self.end == place))
        return found

    def _done(self, place: int) -> bool:
        self.end = place
        return True

    def _step(self) -> None:
        self.steps += 1
        if self.steps > self.most:
            raise TooManyStepsError(self.most)

    def _sequence(self, parts: list, follow: Follow) -> Follow:
        for part in reversed(parts):
            follow = self._part(part, follow)
        return follow

    def _part(self, part: tuple, follow: Follow) -> Follow:
        operation, argument = part
        if operation in ONE_CHARACTER:
            return self._character(part, follow)
        if operation in (codes.MAX_REPEAT, codes.MIN_REPEAT):
            least, most, body = argument
            greedy = operation is codes.MAX_REPEAT
            if len(body) == 1 and body[0][0] in ONE_CHARACTER:
                return self._run(body[0], least, most, greedy, follow)
            return self._repeat(list(body), least, most, greedy, follow)
        if operation is codes.BRANCH:
            return self._branch([self._sequence(list(way), follow) for way in argument[1]])
        if operation is codes.SUBPATTERN:
            return self._sequence(list(argument[-1]), follow)
        if operation in (codes.ASSERT, codes.ASSERT_NOT):
            return self._look(argument, operation is codes.ASSERT, follow)
        if operation is codes.AT:
            return self._at(argument, follow)
        raise NotImplementedError(str(operation))

    def _character(self, part: tuple, follow: Follow) -> Follow:
        fits = self._fitting(part)

        def match(place: int) -> bool:
            self._step()
            text = self.text
            return place < len(text) and fits(text[place]) and follow(place + 1)

        return match

    def _run(self, part: tuple, least: int, most: int, greedy: bool, follow: Follow) -> Follow:
        fits = self._fitting(part)

        def match(place: int) -> bool:
            text, count = self.text, 0
            limit = min(int(most), len(text) - place)
            if not greedy:
                while count < least or not follow(place + count):
                    self._step()
                    if count >= limit or not fits(text[place + count]):
                        return False
                    count += 1
                return True
            while count < limit and fits(text[place + count]):
                self._step()
                count += 1
            self._step()
            while count >= least:
                if follow(place + count):
                    return True
                self._step()
                count -= 1
            return False

        return match

    def _repeat(self, body: list, least: int, most: int, greedy: bool, follow: Follow) -> Follow:
        rounds: list[tuple[int, int]] = []  # how many rounds so far, and where this one began

        def again(place: int) -> bool:
            number, began = rounds[-1]
            return not (place == began and number >= least) and attempt(place, number + 1)

        def attempt(place: int, number: int) -> bool:
            self._step()
            if greedy:
                return one_more(place, number) or leave(place, number)
            return leave(place, number) or one_more(place, number)

        def one_more(place: int, number: int) -> bool:
            if number >= int(most):
                return False
            rounds.append((number, place))
            found = once(place)
            rounds.pop()
            return found

        def leave(place: int, number: int) -> bool:
            if number < least:
                return False
            kept, rounds[:] = rounds[:], []
            found = follow(place)
            rounds[:] = kept
            return found

        once = self._sequence(body, again)
        return lambda place: attempt(place, 0)

    def _branch(self, ways: list[Follow]) -> Follow:
        def match(place: int) -> bool:
            self._step()
            for way in ways:  # noqa: SIM110 - most of the time goes here, and a generator doubles it
                if way(place):
                    return True
            return False

        return match

    def _look(self, argument: tuple, wanted: bool, follow: Follow) -> Follow:
        direction, body = argument
        width = body.getwidth()[0] if direction < 0 else 0
        inside = self._sequence(list(body), lambda _: True)

        def match(place: int) -> bool:
            self._step()
            seen = place >= width and inside(place - width)
            return seen is wanted and follow(place)

        return match

    def _at(self, where: object, follow: Follow) -> Follow:
        def match(place: int) -> bool:
            self._step()
            return self._is_at(where, place) and follow(place)

        return match

    def _is_at(self, where: object, place: int) -> bool:
        text = self.text
        before, behind = text[place - 1 : place], text[place : place + 1]
        if where is codes.AT_BOUNDARY:
            return (before == "_" or before.isalnum()) != (behind == "_" or behind.isalnum())
        lines = bool(self._flags & re.MULTILINE)
        if where is codes.AT_BEGINNING:
            return place == 0 or (lines and before == "\n")
        if where is codes.AT_BEGINNING_STRING:
            return place == 0
        if where is codes.AT_END:
            return behind == "" or (behind == "\n" and (lines or place + 1 == len(text)))
        if where is codes.AT_END_STRING:
            return behind == ""
        raise NotImplementedError(str(where))

    def _fitting(self, part: tuple) -> Callable[[str], bool]:
        operation, argument = part

        @cache
        def fits(character: str) -> bool:
            forms = {character}
            if self._flags & re.IGNORECASE:
                forms |= {form for form in (character.lower(), character.upper()) if len(form) == 1}
            if operation is codes.LITERAL:
                return any(ord(form) == argument for form in forms)
            if operation is codes.NOT_LITERAL:
                return all(ord(form) != argument for form in forms)
            if operation is codes.IN:
                return is_in(argument, forms)
            return character != "\n" or bool(self._flags & re.DOTALL)

        return fits


def is_in(items: list[tuple], forms: set[str]) -> bool:
    """Whether a set of characters, as the parser gives it, holds one of these forms of one."""
    negated = items[0][0] is codes.NEGATE
    return negated != any(_holds(kind, value, form) for kind, value in items for form in forms)


def _holds(kind: object, value, character: str) -> bool:
    if kind is codes.LITERAL:
        return ord(character) == value
    if kind is codes.RANGE:
        return value[0] <= ord(character) <= value[1]
    return kind is codes.CATEGORY and CATEGORIES[value](character)
