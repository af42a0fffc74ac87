"""Measures pieces of work side by side, in rounds, so that a busy machine slows all alike."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from statistics import median
from time import perf_counter

Work = Callable[[], object]
REFERENCE = "reference: SHA-256 of 1 MB"
SHORTEST_SECONDS = 0.005


@dataclass(frozen=True)
class Measured:
    """The median time of one call, in seconds, and its ratio to the reference work."""

    name: str
    seconds: float
    ratio: float


def measure(works: Mapping[str, Work], rounds: int) -> list[Measured]:
    """Time every piece of work once a round, the reference first, and return the medians.

    A short piece is called several times a round and the time shared out, so that the clock's
    own steps do not count. Each piece runs once beforehand, unmeasured.
    """
    block = b"x" * 1_000_000
    every = {REFERENCE: lambda: sha256(block).digest(), **works}
    calls = {name: _calls_needed(work) for name, work in every.items()}
    times: dict[str, list[float]] = {name: [] for name in every}
    for _ in range(rounds):
        for name, work in every.items():
            times[name].append(_seconds(work, calls[name]) / calls[name])
    medians = {name: median(found) for name, found in times.items()}
    return [
        Measured(name, seconds, seconds / medians[REFERENCE]) for name, seconds in medians.items()
    ]


def processor_seconds(*works: Work, rounds: int) -> list[float]:
    """Return the least processor time of one call of each, in seconds.

    A busy machine cannot raise it by making the work wait, and as they take turns, one that
    becomes slower meanwhile slows all alike.
    """
    found: list[list[float]] = [[] for _ in works]
    for _ in range(rounds):
        for times, work in zip(found, works, strict=True):
            start = _processor()
            work()
            times.append(_processor() - start)
    return [min(times) for times in found]


def _processor() -> float:
    """Return what this process and those that it has waited for took of the processor."""
    used = [getrusage(whose) for whose in (RUSAGE_SELF, RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def _calls_needed(work: Work) -> int:
    work()
    return max(1, round(SHORTEST_SECONDS / max(_seconds(work, 1), 1e-7)))


def _seconds(work: Work, calls: int) -> float:
    start = perf_counter()
    for _ in range(calls):
        work()
    return perf_counter() - start
