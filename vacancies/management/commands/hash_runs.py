"""Hash a published text for the check of copied wording: hash_runs FILE --name … --source …"""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser
from django.utils.timezone import localdate

from kls_portal.plain_command import PlainCommand, wrong
from vacancies.evaluation.rules.copied_wording import RUN, hashed_runs

LARGEST = 2_000_000


class Command(PlainCommand):
    help = (
        "Print the hashed word runs of a published text as an entry for "
        "vacancies/evaluation/data/copied_wording.toml. The text itself is not printed or kept."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", help="a plain text file in UTF-8")
        parser.add_argument("--name", required=True, help="such as “Librarian, band 5”")
        parser.add_argument("--source", required=True, help="where the text was published")
        self.add_format(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        runs = list(dict.fromkeys(hashed_runs(_text_in(Path(options["file"])))))
        if not runs:
            raise wrong(f"The text has fewer than {RUN} words, so there is nothing to hash.")
        entry = {
            "name": options["name"],
            "source": options["source"],
            "read_on": localdate().isoformat(),
            "runs": runs,
        }
        lines = (f"{key} = {json.dumps(value, ensure_ascii=True)}" for key, value in entry.items())
        self.answer(options["format"], entry, ["[[texts]]", *lines])


def _text_in(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST:
            raise wrong("The file is larger than 2 MB. Split it.")
        return path.read_text(encoding="utf-8")
    except OSError as problem:
        raise wrong(f"The file {path.name} cannot be read: {problem.strerror}.") from problem
    except UnicodeDecodeError as problem:
        raise wrong(f"The file {path.name} is not plain text in UTF-8.") from problem
