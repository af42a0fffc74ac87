"""Check a job description, person specification or advert: check_jd FILE [--kind jd]."""

from bisect import bisect_right
from itertools import accumulate
from typing import Any

from django.core.management.base import CommandParser
from django.db import DatabaseError

from kls_portal.file_size import LARGEST_FILE
from kls_portal.plain_command import PlainCommand
from kls_portal.reference.dated import FactTable
from kls_portal.reference.facts import fact_table
from vacancies.drafting.rules.sections import shortened
from vacancies.reading.files import read_file
from vacancies.reading.old_job import ReadingError
from vacancies.rulebook.check import Report, check
from vacancies.rulebook.document import KINDS
from vacancies.rulebook.entries import entries_of


class Command(PlainCommand):
    help = (
        "Check a text by the rules for job descriptions, person specifications and adverts. "
        "Offsets are characters into the text as read. Plain text keeps all its line ends. A Word "
        "file has a line for each paragraph and each row of a table. Pay and hours are those of "
        "the portal as editors left them, else those that come with it. Nothing is stored. "
        "Text begins with what may be unlawful, then what must be put right; JSON keeps the order "
        "of place."
    )
    requires_system_checks: list[str] = []
    refusals = (ReadingError,)

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", metavar="FILE", help=".docx, .pdf or .txt; - is standard input")
        parser.add_argument("--kind", choices=KINDS, default="all")
        self.add_format(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        file = read_file(*self.read_bytes(options["file"], LARGEST_FILE))
        report = check(file, options["kind"], facts=_facts())
        self.answer(options["format"], report.as_data(), _report_lines(report, file.text))


def _facts() -> FactTable | None:
    try:
        table = fact_table()
    except DatabaseError:
        return None
    return table if table.facts else None


def _report_lines(report: Report, text: str) -> list[str]:
    summary = report.summary
    lines = []
    starts = list(accumulate(map(len, text.splitlines(keepends=True)), initial=0))
    entries = entries_of(report.findings, lambda finding: finding)
    for finding in (one for entry in entries for one in entry.places):
        line = bisect_right(starts, finding.start)
        place = (
            f"line {line}: “{shortened(finding.excerpt, 70)}”" if finding.excerpt else "whole text"
        )
        also = f" (also {', '.join(finding.also)})" if finding.also else ""
        lines.append(f"{finding.severity.upper():6} {finding.rule}{also}, {place}")
        lines.append(f"       {finding.message}")
        lines.append(f"       {finding.suggestion}")
        lines.append(f"       Why: {finding.why}. Source: {finding.source}.")
    age = "" if summary.reading_age is None else f", reading age {summary.reading_age}"
    lines.append(f"{summary.words:,} words, {summary.sentences:,} sentences{age}.")
    lines.append(f"{summary.must} must, {summary.should} should, {summary.could} could.")
    return lines
