"""What mutmut alone can tell. It is run in the copy whose pyproject.toml says what to mutate.

python -m tests.mutants.inside names             every mutant, as {path: [name, …]}
python -m tests.mutants.inside changes NAME …    what each changes, as {name: [before, after]}
"""

import json
import sys
from collections.abc import Sequence

from mutmut.mutation.diff_apply import get_diff_for_mutant
from mutmut.mutation.file_mutation import mutate_file_contents
from mutmut.utils.file_utils import walk_mutatable_files
from mutmut.utils.format_utils import get_mutant_name


def names() -> dict[str, list[str]]:
    """Return the mutants of each file that is mutated."""
    found = {}
    for path in sorted(walk_mutatable_files()):
        file = mutate_file_contents(str(path), path.read_text(encoding="utf-8"))
        found[path.as_posix()] = [get_mutant_name(path, name) for name in file.mutant_names]
    return found


def change(mutant: str) -> tuple[str, str]:
    """Return the lines that a mutant changes, before and after."""
    lines = get_diff_for_mutant(mutant).splitlines()[2:]
    before, after = ([line[1:] for line in lines if line.startswith(sign)] for sign in "-+")
    return _one_line(before), _one_line(after)


def _one_line(lines: Sequence[str]) -> str:
    return " ".join(line.strip() for line in lines)


if __name__ == "__main__":
    wish, *mutants = sys.argv[1:]
    json.dump(names() if wish == "names" else {m: change(m) for m in mutants}, sys.stdout)
