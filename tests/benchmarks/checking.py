"""The checker beside write-good, a checker of English from npm: same text, same rounds."""

import json
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from kls_portal.personal_data import personal_data
from tests.benchmarks.measure import Work, processor_seconds
from tests.node import node
from tests.vacancies.rulebook.gold.marked import gold_texts
from tests.vacancies.rulebook.hostile import HOSTILE, WHOLE, repeated
from vacancies.reading.old_job import ReadingError
from vacancies.reading.reading import old_job_from_text
from vacancies.rulebook.check import check
from vacancies.rulebook.sentences import WORD

WORDS = 1_500
HOSTILE_LENGTH = 20_000
FEWEST_SECONDS = 0.005
"""What takes less is over before it can be measured."""
ONE, TEN = "check a 1,500-word JD", "check ten times the text"
OTHER, OTHER_TEN = "write-good on the same text", "write-good, ten times the text"
SCRIPT = Path(__file__).with_name("write_good.mjs")


def long_description() -> str:
    """Return 1,500 words of job descriptions and person specifications of the gold set."""
    texts = (gold.text for gold in gold_texts("development") if gold.kind in ("jd", "ps"))
    text = "\n\n".join(texts)
    ends = [match.end() for match in WORD.finditer(text)]
    if len(ends) < WORDS:
        raise RuntimeError(f"The gold set has fewer than {WORDS} words to measure with.")
    return text[: ends[WORDS - 1]]


@contextmanager
def checkers() -> Iterator[dict[str, Work]]:
    """Give the pieces of work by name; the other checker runs in one process of Node.js."""
    text = long_description()
    ten = "\n\n".join([text] * 10)
    with _write_good(text) as other, _write_good(ten) as other_ten:
        yield {
            ONE: lambda: check(text),
            TEN: lambda: check(ten),
            OTHER: other,
            OTHER_TEN: other_ten,
        }


def slowest_hostile_text(work: Callable[[str], object], rounds: int) -> tuple[str, float]:
    """Return the hostile text whose time grows fastest, and how many times as long four times
    of it takes the processor: about 4 where the whole work is linear, 16 where it is quadratic.
    """
    grown = {}
    for name, unit in {**HOSTILE, **WHOLE}.items():
        short, long = repeated(unit, HOSTILE_LENGTH), repeated(unit, 4 * HOSTILE_LENGTH)
        one, four = processor_seconds(partial(work, short), partial(work, long), rounds=rounds)
        grown[name] = four / max(one, FEWEST_SECONDS)
    return max(grown.items(), key=lambda found: found[1])


def import_text(text: str) -> None:
    """Read a pasted job description, or refuse it."""
    with suppress(ReadingError):
        old_job_from_text(text)


ON_HOSTILE_TEXTS: dict[str, Callable[[str], object]] = {
    "the check": check,
    "the import": import_text,
    "the search for personal data": personal_data,
}


@contextmanager
def _write_good(text: str) -> Iterator[Work]:
    with subprocess.Popen(
        [node(), str(SCRIPT)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin
        assert process.stdout
        asked, answered = process.stdin, process.stdout
        asked.write(json.dumps(text) + "\n")

        def work() -> int:
            asked.write("\n")
            asked.flush()
            answer = answered.readline()
            if not answer.strip():
                raise RuntimeError("write-good is not there: run “make bench”, which installs it.")
            return int(answer)

        yield work
        asked.close()
