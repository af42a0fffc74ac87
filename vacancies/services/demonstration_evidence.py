"""Evidence for seven factors of the demonstration's vacancy; the others still wait for it."""

from collections.abc import Sequence

from vacancies.models import Duty, Vacancy
from vacancies.services.evidence import save_evidence

# (factor, what the post does, the duties that show it by place, the level that supports).
EVIDENCE = (
    ("F1", "Explains findings to consultants who expected another answer.", (0, 1), 4),
    ("F2", "Needs a degree in the field, or experience that equals it.", (0,), 5),
    ("F3", "Judges trials that contradict each other, and says which holds.", (0,), 4),
    ("F4", "Plans the desk rota and 40 teaching sessions a year.", (1, 4), 3),
    ("F8", "Orders within a yearly budget that the service manager sets.", (3,), 3),
    ("F9", "Supervises one library assistant from day to day.", (4,), 2),
    ("F10", "Keeps the library system and its records right.", (2,), 3),
)


def demonstration_evidence(vacancy: Vacancy, duties: Sequence[Duty]) -> None:
    """Give the vacancy evidence that points at its `duties`, which stand in their order."""
    for factor, text, shown_by, level in EVIDENCE:
        save_evidence(
            vacancy=vacancy,
            factor=factor,
            text=text,
            duties=[duties[place] for place in shown_by],
            level=level,
        )
