"""The facts of a vacancy cut into the boxes of the NHS Jobs form.

Limits: NHS Business Services Authority, knowledge article KA-25633 (see advert_limits.toml). What
the manager typed is never cut: a box says by how much it misses its limit. The description is put
together here, and leaves out its least important parts before it grows too long.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from vacancies.checks.document import Document
from vacancies.checks.rules import opens_with_boilerplate
from vacancies.drafting.advert import Advert
from vacancies.drafting.advert_limits import Limit
from vacancies.drafting.draft import Draft
from vacancies.drafting.groups import by_group

FAMILIES = (
    ("Qualifications", frozenset({"qualifications"})),
    ("Experience", frozenset({"experience"})),
    ("Skills", frozenset({"knowledge", "skills", "values", "other"})),
)
"""The three boxes for criteria, and the categories of the draft that go into each."""


@dataclass(frozen=True)
class Box:
    """One box of the form: what goes into it, how long that is, and what to mind.

    `limit` is None for a box whose limit is not known. `section` and `field` say where its words
    are typed; `warnings` are sentences.
    """

    slug: str
    name: str
    text: str
    limit: Limit | None
    section: str
    field: str = ""
    warnings: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """Return how long the text is, in the unit of its limit."""
        return self.limit.count(self.text) if self.limit else len(self.text)


def nhs_jobs_boxes(draft: Draft, advert: Advert, limits: Mapping[str, Limit]) -> tuple[Box, ...]:
    """Return every box in the order of the form."""
    typed = (
        ("nhs-jobs-overview", advert.overview, "advert_overview"),
        ("nhs-jobs-skills", advert.skills, "advert_skills"),
        ("nhs-jobs-working-here", advert.working_here, "advert_working_here"),
    )
    return (
        _box(limits["nhs-jobs-title"], draft.title, "post", "title"),
        *(_box(limits[code], text, "advert", field) for code, text, field in typed),
        _description(draft, advert, limits["nhs-jobs-description"]),
        *_criteria(draft),
    )


def _box(limit: Limit, text: str, section: str, field: str) -> Box:
    warnings = []
    if not text.strip():
        warnings.append("Nothing is written yet.")
    elif problem := limit.problem(text):
        warnings.append(problem)
    if limit.id == "nhs-jobs-overview":
        found = opens_with_boilerplate.check(Document(text, "advert"))
        warnings += [f"{one.message} Your text begins with “{one.excerpt}”." for one in found]
    return Box(limit.id, limit.name, text.strip(), limit, section, field, tuple(warnings))


def _description(draft: Draft, advert: Advert, limit: Limit) -> Box:
    duties = "\n".join(f"- {duty.text}" for group in by_group(draft.duties) for duty in group.rows)
    parts = [
        ("Purpose of the job", draft.purpose),
        ("Main duties", duties),
        ("Flexible working", draft.flexible_working),
        ("Applying and the interview", advert.applying),
        ("Decisions", draft.decides),
        ("Reports to", draft.reports_to),
        ("Supervises", draft.supervises),
        ("Working relationships", draft.relationships),
    ]
    parts = [(name, text.strip()) for name, text in parts if text.strip()]
    left_out: list[str] = []
    while len(parts) > 1 and limit.count(_joined(parts)) > limit.most:
        left_out.insert(0, parts.pop()[0].lower())
    warnings = []
    if left_out:
        warnings.append(f"Left out to fit: {', '.join(left_out)}.")
    text = _joined(parts)
    if not text:
        warnings.append("Nothing is written yet.")
    elif problem := limit.problem(text):
        warnings.append(problem)
    return Box(limit.id, limit.name, text, limit, "purpose", "", tuple(warnings))


def _joined(parts: list[tuple[str, str]]) -> str:
    return "\n\n".join(f"{name}\n{text}" for name, text in parts)


def _criteria(draft: Draft) -> list[Box]:
    boxes = []
    for level, essential in (("Essential", True), ("Desirable", False)):
        for family, categories in FAMILIES:
            lines = [
                " ".join(row.text.split())
                for row in draft.criteria
                if row.essential is essential and row.category in categories
            ]
            slug, name = f"{level}-{family}".lower(), f"{family}, {level.lower()}"
            boxes.append(Box(slug, name, "\n".join(lines), None, "person-specification"))
    return boxes
