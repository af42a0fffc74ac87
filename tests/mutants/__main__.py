"""Tries a sample of mutants and says which no test kills.

python -m tests.mutants               every area of areas.toml
python -m tests.mutants AREA …        these areas alone
python -m tests.mutants --continue …  goes on with the run before: what it left, what lived, and
                                      what changed since

The status is 1 where a survivor is not listed in survivors.toml, or too few were killed.
"""

import sys
from collections import Counter
from collections.abc import Sequence

from tests.mutants.areas import areas, least_score
from tests.mutants.running import MutantsError, Result, Survivor, run
from tests.mutants.survivors import is_of, killed_now, listed, without_reason


def main(given: Sequence[str]) -> int:
    """Run the command; see the head of this file."""
    known = {area.name: area for area in areas()}
    names = [name for name in given if name != "--continue"]
    if unknown := [name for name in names if name not in known]:
        print(f"There is no area “{unknown[0]}”. The areas: {', '.join(known)}.")
        return 2
    results = []
    for name in names or known:
        try:
            result = run(known[name], go_on="--continue" in given)
        except MutantsError as reason:
            print(reason)
            return 1
        print(f"{name:12} {result.killed} of {result.tried} killed", flush=True)
        results.append(result)
    return _verdict(results, whole=len(results) == len(known))


def _verdict(results: Sequence[Result], *, whole: bool) -> int:
    survivors = [survivor for result in results for survivor in result.survivors]
    rows = listed()
    unlisted = without_reason(survivors, rows)
    for survivor in unlisted:
        print(f"\n{_row(survivor)}")
    for row in killed_now(survivors, rows) if whole else ():
        print(f"Listed, but not a survivor of this sample: {row.place}: {row.after}")
    kinds = Counter(row.kind for row in rows if any(is_of(row, one) for one in survivors))
    print(", ".join(f"{kind}: {number}" for kind, number in kinds.most_common()))
    killed, tried = (sum(getattr(r, what) for r in results) for what in ("killed", "tried"))
    print(f"{killed} of {tried} mutants killed: {killed / tried:.3f}.")
    if unlisted:
        print(f"{len(unlisted)} survivors have no reason in tests/mutants/survivors.toml.")
    return 1 if unlisted or killed / tried < least_score() else 0


def _row(survivor: Survivor) -> str:
    """Return a survivor as a row of survivors.toml that still lacks its reason."""
    tested = "" if survivor.tested else "  # no test of the area runs it"
    return "\n".join(
        (
            f"[[survivor]]{tested}",
            f"place = {survivor.place!r}",
            f"before = '''{survivor.before}'''",
            f"after = '''{survivor.after}'''",
        )
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
