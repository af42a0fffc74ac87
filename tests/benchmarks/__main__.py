"""Runs the benchmarks on a database of their own: python -m tests.benchmarks [--rounds N]."""

import argparse
import os
import tempfile
from pathlib import Path


def main() -> None:
    """Load a temporary SQLite database, measure, print one table."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--rounds", type=int, default=15, help="how often each piece is timed")
    rounds = max(1, parser.parse_args().rounds)
    with tempfile.TemporaryDirectory(prefix="kls-bench-") as folder:
        _set_up(Path(folder))
        from tests.benchmarks.checking import (
            ON_HOSTILE_TEXTS,
            ONE,
            OTHER,
            TEN,
            checkers,
            slowest_hostile_text,
        )
        from tests.benchmarks.measure import measure, processor_seconds
        from tests.benchmarks.reading import lines
        from tests.benchmarks.works import (
            ASKED,
            EMPTY,
            FORTY,
            FORTY_ON_SCREEN,
            NOTHING,
            OVERVIEW,
            READ,
            UNASKED,
            works,
        )

        print(f"{'Piece of work':<36}{f'Median of {rounds}':>16}{'Ratio':>12}")
        with checkers() as checking:
            seconds, pieces = {}, works()
            for found in measure({**pieces, **checking}, rounds):
                seconds[found.name] = found.seconds
                print(f"{found.name:<36}{found.seconds * 1000:>13.3f} ms{found.ratio:>12.3f}")
            documents = (pieces[name] for name in (FORTY, FORTY_ON_SCREEN, EMPTY))
            document, screen, empty = processor_seconds(*documents, rounds=rounds)
            ours = (pieces[name] for name in (ASKED, UNASKED, OVERVIEW, READ, NOTHING))
            answers, form, first, read, nothing = processor_seconds(*ours, rounds=rounds)
            one, ten = processor_seconds(checking[ONE], checking[TEN], rounds=rounds)
        print(
            f"40 tasks to tick on screen take {screen * 1000:.1f} ms of the processor, "
            f"{screen / document:.2f} times as much as blank ones and {screen / empty:.1f} times "
            "as much as a checklist without tasks."
        )
        print(
            f"A search takes {answers / nothing:.1f} times an empty view, and {answers / form:.1f} "
            "times its page without a question."
        )
        print(
            f"The first page of a vacancy takes {first / nothing:.1f} times an empty view, "
            f"a guidance page for somebody signed in {read / nothing:.1f} times."
        )
        print(f"Ten times the text takes {ten / one:.1f} times the time of the processor.")
        print(f"A 1,500-word JD takes {one * 1000:.1f} ms of the processor.")
        print(f"write-good takes {seconds[OTHER] / seconds[ONE]:.2f} times as long as our check.")
        print(*lines(min(rounds, 3)), sep="\n")
        for what, work in ON_HOSTILE_TEXTS.items():
            name, times = slowest_hostile_text(work, min(rounds, 3))
            print(f"Four times the text that is worst for {what} ({name}): {times:.1f} times.")
        _print_accuracy()


def _print_accuracy() -> None:
    """Print the figures of each half of the gold set: of the half held back, figures only."""
    from tests.vacancies.rulebook.gold.accuracy import accuracy
    from tests.vacancies.rulebook.gold.marked import HALVES, gold_texts
    from tests.vacancies.rulebook.gold.table import table

    for half in HALVES:
        if texts := gold_texts(half):
            print("", *table(half, accuracy(texts)), sep="\n")


def _set_up(folder: Path) -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    os.environ["PORTAL_TEST_DATABASE_URL"] = f"sqlite:///{folder / 'bench.sqlite3'}"
    import django
    from django.core.management import call_command
    from django.test.utils import setup_test_environment

    django.setup()
    setup_test_environment()
    with (folder / "log").open("w") as log:
        for command in ("migrate", "load_reference_data", "load_guidance", "load_demo"):
            call_command(command, stdout=log)


if __name__ == "__main__":
    main()
