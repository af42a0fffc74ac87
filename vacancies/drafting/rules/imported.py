"""From the texts of an old job description to the values of a draft."""

import re

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
MOST_WORDS = 3


def contract_in(job: OldJob) -> str:
    """Return the slug of the one type of contract that the text names, or ""."""
    found = [slug for slug, pattern in _PATTERNS.items() if pattern.search(job.contract)]
    return found[0] if len(found) == 1 else ""


def left_in(job: OldJob) -> list[str]:
    """Return what no field of a draft has room for, in the order of the document.

    That is what was not understood, and a contract of which more is said than its type.
    """
    more = len(job.contract.split()) > MOST_WORDS or (job.contract and not contract_in(job))
    return [*([f"Contract: {job.contract}"] if more else []), *job.not_understood]
