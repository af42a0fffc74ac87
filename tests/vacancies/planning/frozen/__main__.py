"""Prints how the dates in the files of two hundred vacancies differ from those that are stored.

It prints a summary, or with `-v` each difference. `--keep` stores the current dates; explain any
difference first.
"""

import os
import sys
from collections import Counter
from importlib import import_module

import django


def main() -> None:
    """Print how many dates of each name differ, and store them if requested."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    generated = import_module("tests.vacancies.planning.frozen.generated")
    now = [generated.dates_of(generated.Case(number)) for number in range(generated.NUMBER)]
    changed: Counter[str] = Counter()
    for number, (before, after) in enumerate(zip(generated.kept(), now, strict=True)):
        for line in generated.differences(before, after):
            changed[line.split(":")[0]] += 1
            if "-v" in sys.argv:
                print(number, line)
    if "--keep" in sys.argv:
        generated.keep(now)
    print(changed.total(), "differences")
    for name, count in changed.most_common():
        print(f"{count:4} {name}")


if __name__ == "__main__":
    main()
