"""Owners of tasks: roles, never people. A slug is never reused with another meaning."""

from vacancies.planning.rules.checklist import Owner

LINE_MANAGER, LEAD, STARTER = "line-manager", "lead", "starter"

OWNERS = {
    slug: Owner(slug, name)
    for slug, name in (
        ("line-manager", "Line manager"),
        ("lead", "Library lead"),
        ("team", "Library team"),
        ("panel-chair", "Panel chair"),
        ("panel", "Interview panel"),
        ("recruitment", "Recruitment team"),
        ("hr", "HR"),
        ("it", "IT"),
        ("finance", "Finance"),
        ("apprenticeship-lead", "Apprenticeship lead"),
        ("voluntary-services", "Voluntary services team"),
        ("work-experience-lead", "Work experience lead"),
        ("buddy", "Buddy"),
        ("starter", "Starter"),
        ("handover", "Previous post holder or line manager"),
    )
}
_OF_STARTERS = ("line-manager", "hr", "it", "buddy", "starter", "lead", "handover")
OF_STARTERS = {slug: OWNERS[slug] for slug in _OF_STARTERS}
"""Owners of the tasks of an induction."""
OF_VACANCIES = {
    slug: owner for slug, owner in OWNERS.items() if slug not in ("buddy", "starter", "handover")
}
"""Owners of the tasks of a vacancy."""
