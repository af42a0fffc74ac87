"""Values for a draft from the texts of an old job description."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kls_portal.in_words import counted
from vacancies.posts.rules import LIMITED, LONGEST_TEXT
from vacancies.reading.old_job import OldJob

_CONTRACTS = {
    "permanent": "permanent|substantive|parhaol",
    "fixed-term": "fixed[ -]term|temporary|maternity cover|cyfnod penodol",
    "secondment": "secondment|secondiad",
    "apprenticeship": "apprentice",
    "trainee": "trainee",
    "volunteer": "volunt",
    "work-experience": "work experience|placement",
}
_PATTERNS = {slug: re.compile(words, re.IGNORECASE) for slug, words in _CONTRACTS.items()}
_LENGTH = re.compile(
    r"\b(?:up to |until |till |to |ending (?:on )?)?"
    r"(?:(?:\d{1,2}|a|one|two|three|four|five|six|nine|ten|twelve|eighteen)"
    r"[ -](?:week|month|year)s?(?!['’]? (?:notice|probation))"
    r"|\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8} 20\d\d)\b",
    re.IGNORECASE,
)
MOST_WORDS = 3


def contract_in(job: OldJob) -> str:
    """Return the slug of the only type of contract that the text names, or ""."""
    slugs = [slug for slug, pattern in _PATTERNS.items() if pattern.search(job.contract)]
    return slugs[0] if len(slugs) == 1 else ""


def contract_length_in(job: OldJob) -> str:
    """Return how long a contract with an end lasts, such as "12 months", if the text says it once.

    Else "".
    """
    lengths = _LENGTH.findall(job.contract) if contract_in(job) in LIMITED else []
    return lengths[0] if len(lengths) == 1 else ""


def left_in(job: OldJob) -> list[str]:
    """Return the texts that fit no field of a draft, in the order of the document.

    These are texts that were not understood, and a contract described in more than its type and
    length.
    """
    rest = job.contract.replace(contract_length_in(job), "")
    more = len(rest.split()) > MOST_WORDS or (job.contract and not contract_in(job))
    return [*([f"Contract: {job.contract}"] if more else []), *job.not_understood]


def statements_in(job: OldJob) -> tuple[str, list[str]]:
    """Return the standard statements that fit into their field, as one text, and the others."""
    taken, left = "", []
    for statement in job.standard_statements:
        longer = f"{taken}\n\n{statement}".strip()
        if len(longer) <= LONGEST_TEXT:
            taken = longer
        else:
            left.append(statement)
    return taken, left


@dataclass(frozen=True)
class FoundParts:
    """How much was found in an old job description, and how much was left out."""

    texts: Sequence[str]
    duties: int
    groups: int
    criteria: int
    essential: int
    unknown: int
    evidence: int
    left: int
    statements: int

    @property
    def found(self) -> str:
        """What was found, as a sentence, or ""."""
        parts = list(self.texts)
        if self.duties:
            parts.append(f"{counted(self.duties, 'duty', 'duties')}{self._in_groups}")
        if self.criteria:
            parts.append(f"{counted(self.criteria, 'criterion', 'criteria')} ({self._levels})")
        if self.evidence:
            parts.append(f"evidence for {counted(self.evidence, 'factor')}")
        return f"Found: {', '.join(parts)}." if parts else ""

    @property
    def left_out(self) -> str:
        """How much was left out, as a sentence, or ""."""
        return f"{self.titles['left']}." if self.left else ""

    @property
    def titles(self) -> dict[str, str]:
        """The headings of the parts of the page, each with its count."""
        known = f", {self.statements} of them standard statements" if self.statements else ""
        return {
            "texts": f"The post: {counted(len(self.texts), 'part')}",
            "duties": f"Duties: {self.duties}{self._in_groups}",
            "criteria": f"Person specification: {counted(self.criteria, 'criterion', 'criteria')}",
            "evidence": f"Evidence for the panel: {counted(self.evidence, 'factor')}",
            "left": f"Left out: {counted(self.left, 'text')}{known}",
        }

    @property
    def _in_groups(self) -> str:
        return f" in {counted(self.groups, 'group')}" if self.groups > 1 else ""

    @property
    def _levels(self) -> str:
        unknown = f", {self.unknown} without a level" if self.unknown else ""
        return f"{self.essential} essential{unknown}"
