"""The entry point: a text and its kind in, a report out."""

from collections import Counter
from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import date

from kls_portal.reference.dated import FactTable
from vacancies.reading.files import FileText
from vacancies.rulebook.document import KINDS, Document
from vacancies.rulebook.figures import nation_of
from vacancies.rulebook.finding import Finding
from vacancies.rulebook.folding import fold
from vacancies.rulebook.plainness import Plainness, plainness
from vacancies.rulebook.registry import TEXT_RULES
from vacancies.rulebook.rulebook import Rule, rule


@dataclass(frozen=True)
class Summary:
    """The figures for a text; `reading_age` in years, None for a text without words."""

    words: int
    sentences: int
    reading_age: int | None
    must: int
    should: int
    could: int


@dataclass(frozen=True)
class Report:
    """The findings in order of place, the summary, and how plainly the text reads.

    `nation`: a key of NATIONS, that for which the text was read, or "" for none. It offers hints,
    never a verdict on a text.
    """

    findings: tuple[Finding, ...]
    summary: Summary
    plainness: Plainness
    nation: str

    def as_data(self) -> dict[str, object]:
        """Return the report as lists and dictionaries, ready for JSON."""
        findings = [{**asdict(finding), "also": list(finding.also)} for finding in self.findings]
        return {"findings": findings, "summary": asdict(self.summary)}


def check(
    text: str | FileText,
    kind: str = "all",
    *,
    switched_off: Collection[str] = (),
    nation: str = "",
    home: str = "",
    today: date | None = None,
    facts: FactTable | None = None,
) -> Report:
    """Check a text, or that of a file, against the rules for its kind, one of KINDS.

    `switched_off`: ids of rules to leave out. `nation`: a key of NATIONS; "" for the one that the
    text names. `today`: the date of the check, if not the current date. `home`, `facts`: see
    Document. With the kind "all" every rule is applied, but only what a job description or person
    specification needs is reported as missing. In a standard statement, only a “must” and what is
    out of date are reported. Raises ValueError for an unknown kind; any text gives a report.
    """
    if kind not in KINDS:
        raise ValueError(f"There is no kind “{kind[:20]}”. Kinds are {', '.join(KINDS)}.")
    file = text if isinstance(text, FileText) else None
    words = text.text if isinstance(text, FileText) else text
    document = Document(words, kind, nation, today or date.today(), file, facts, home)
    reported = TEXT_RULES.run(
        document, applies=lambda one: one not in switched_off and _reads(rule(one), document)
    )
    findings = tuple(fold(one for one in reported if not _of_every_job(one, document)))
    numbers = plainness(document)
    severities = Counter(finding.severity for finding in findings)
    summary = Summary(
        words=len(document.words),
        sentences=len(document.sentences),
        reading_age=numbers.reading.reading_age,
        must=severities["must"],
        should=severities["should"],
        could=severities["could"],
    )
    return Report(findings, summary, numbers, nation_of(document))


def _reads(one: Rule, document: Document) -> bool:
    specified = "ps" in one.kinds and document.kind == "jd" and bool(document.criteria)
    return document.kind == "all" or document.kind in one.kinds or specified


def _of_every_job(finding: Finding, document: Document) -> bool:
    """Whether a finding concerns the wording of a standard statement, not that of this job."""
    own = finding.severity == "must" or rule(finding.rule).group == "out of date"
    return not own and document.is_standard(finding.span)
