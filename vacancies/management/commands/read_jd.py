"""Show what is read from an old job description: read_jd FILE [--format json]."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from django.core.management.base import CommandParser

from kls_portal.file_size import LARGEST_FILE
from kls_portal.plain_command import PlainCommand
from vacancies.drafting.rules.fields import FIELDS
from vacancies.reading.old_job import OldJob, ReadingError
from vacancies.reading.reading import old_job_from_file

NAMES = {one.imported: one.label for one in FIELDS if one.imported}
OTHER_FACTS = ("department", "reference", "dimensions")
"""Parts without a key of their own in the JSON, which come first in `not_understood`."""


class Command(PlainCommand):
    help = (
        "Show the parts of an old job description, as the import reads it. What belongs to no part "
        "is in not_understood. Nothing is stored."
    )
    requires_system_checks: list[str] = []
    refusals = (ReadingError,)

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", metavar="FILE", help=".docx, .pdf or .txt; - is standard input")
        self.add_format(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        job = old_job_from_file(*self.read_bytes(options["file"], LARGEST_FILE))
        self.answer(options["format"], _as_data(job), _as_lines(job))


def _as_data(job: OldJob) -> dict[str, Any]:
    others = [f"Another job: {title}" for title in job.other_jobs]
    other_facts = [f"{NAMES[key]}: {text}" for key in OTHER_FACTS if (text := getattr(job, key))]
    return {
        **{key: getattr(job, key) for key in NAMES if key not in OTHER_FACTS},
        "band": job.band or None,
        "duties": [asdict(duty) for duty in job.duties],
        "criteria": [
            {
                "text": one.text,
                "essential": one.essential,
                "category": one.category,
                "methods": list(one.assessed_by),
            }
            for one in job.criteria
        ],
        "evidence": [asdict(one) for one in job.evidence],
        "standard_statements": list(job.standard_statements),
        "not_understood": [*others, *other_facts, *job.not_understood],
    }


def _as_lines(job: OldJob) -> Iterator[str]:
    levels = {True: "essential", False: "desirable", None: "not known"}
    for key, name in NAMES.items():
        if text := getattr(job, key):
            yield f"{name}: {text}"
    for duty in job.duties:
        share = f" ({duty.share}%)" if duty.share else ""
        yield f"Duty: {duty.text}{share}" + (f" [{duty.group}]" if duty.group else "")
    for one in job.criteria:
        methods = ", ".join(one.assessed_by) or "not known"
        yield f"Criterion: {one.text} [{levels[one.essential]}; {one.category}; {methods}]"
    for said in job.evidence:
        yield f"Evidence for {said.factor}: {said.text}"
    yield from (f"Another job: {title}" for title in job.other_jobs)
    yield from (f"Standard statement: {text}" for text in job.standard_statements)
    yield from (f"Not understood: {text}" for text in job.not_understood)
