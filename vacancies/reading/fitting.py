"""No more parts than one page can carry; the rest moves to what was not understood, whole."""

from collections.abc import Sequence
from dataclasses import replace

from vacancies.reading.old_job import OldJob

MOST_DUTIES, MOST_CRITERIA, MOST_LEFT = 80, 60, 60
"""Our own: with up to five answers a part they stay below the 1,000 a form may hold."""


def fitted(job: OldJob) -> OldJob:
    """Return `job` with at most 80 duties, 60 criteria and 60 blocks left; no word is lost."""
    left = [
        *job.not_understood,
        *(": ".join(filter(None, (d.group, d.text))) for d in job.duties[MOST_DUTIES:]),
        *(criterion.text for criterion in job.criteria[MOST_CRITERIA:]),
    ]
    return replace(
        job,
        duties=job.duties[:MOST_DUTIES],
        criteria=job.criteria[:MOST_CRITERIA],
        not_understood=tuple(_joined(left, MOST_LEFT)),
    )


def _joined(texts: Sequence[str], most: int) -> list[str]:
    each = -(-len(texts) // most) or 1
    return ["\n".join(texts[start : start + each]) for start in range(0, len(texts), each)]
