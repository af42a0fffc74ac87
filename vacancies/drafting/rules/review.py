"""What reviewers are asked about a frozen version, and what they can say something about.

Questions by audience stand in `data/review_questions.toml` (house default).
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from kls_portal.plain_values import read_toml
from vacancies.drafting.rules.job_description import JobDescription

DATA = Path(__file__).resolve().parent.parent / "data" / "review_questions.toml"
AGREEMENT = "agreement"
ASKED = "Do you agree with this version?"


@cache
def review_questions() -> Mapping[str, Mapping[str, str]]:
    """Return the questions by id, by the slug of whom they are for."""
    return read_toml(DATA, dict[str, dict[str, str]])


def subjects(job: JobDescription, kind: str) -> dict[str, str]:
    """Return what somebody can say something about: its name, and its words in this version."""
    duties = {duty.about: duty.text for group in job.duty_groups for duty in group.duties}
    criteria = {row.about: row.text for row in (*job.essential, *job.desirable)}
    return {**duties, **criteria, **review_questions()[kind], AGREEMENT: ASKED}
