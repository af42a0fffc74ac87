"""A vacancy of which every rule for fields is content, and what one says of a changed one."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

from vacancies.checks.vacancy_file import FIELD_RULES, Agreed, VacancyFile
from vacancies.drafting.rules.advert import Advert
from vacancies.drafting.rules.draft import Criterion, Duty
from vacancies.drafting.rules.fields import Draft
from vacancies.rulebook import rulebook

TODAY = date(2026, 11, 25)
DUTIES = tuple(
    Duty(number, f"{verb} for clinical teams, so that they decide well.", area="using-knowledge")
    for number, verb in enumerate(("Searches", "Teaches", "Orders", "Plans", "Writes"), start=1)
)
CRITERION = Criterion(1, "skills", True, "Can plan a search", ("interview",), (1,))
GOOD = VacancyFile(
    draft=Draft(
        title="Librarian",
        band="5",
        hours=Decimal("37.5"),
        contract="permanent",
        place="Northfield Hospital",
        flexible_working="Two days a week at home. You can ask from day one.",
        opens_on=date(2027, 2, 1),
        closes_on=date(2027, 2, 22),
        interview_on=date(2027, 3, 8),
        purpose="You find and teach evidence " * 5,
        reports_to="Library manager",
        supervises="One assistant",
        decides="Which sources to search.",
        duties=DUTIES,
        criteria=(CRITERION,),
    ),
    today=TODAY,
    advert=Advert(
        overview="Help clinical teams to find what is known.",
        pay="£32,073 to £39,043 a year",
        contact="Library manager, 01632 960001",
        other_interview="10 March, by video",
    ),
    agreed=Agreed(date(2026, 11, 1), "Service manager"),
    knowledge=(5, 5),
)


def changed(**values: object) -> VacancyFile:
    """Return the good vacancy with other values: of the draft, of the advert, or of the file.

    `advert_pay` is the pay of the advert; `agreed`, `knowledge`, `today` and `nation` are of the
    file.
    """
    draft, advert, file = {}, {}, {}
    for name, value in values.items():
        if name in ("agreed", "knowledge", "today", "nation", "advert"):
            file[name] = value
        elif name.startswith("advert_"):
            advert[name.removeprefix("advert_")] = value
        else:
            draft[name] = value
    file.setdefault("advert", replace(GOOD.advert, **advert))
    return replace(GOOD, draft=replace(GOOD.draft, **draft), **file)


def hits(rule: str, **values: object) -> list[str]:
    """Return the fields, numbered rows or sections that a rule names in the changed vacancy."""
    places = [found.place for found in FIELD_RULES.judges[rule].check(changed(**values))]
    return [one.name if one.row else one.field or one.section for one in places]


def messages(rule: str, **values: object) -> list[str]:
    """Return what a rule says of the changed vacancy."""
    return [found.finding.message for found in FIELD_RULES.judges[rule].check(changed(**values))]


def variants(rule: str, **values: object) -> list[str]:
    """Return which message of the rule each finding speaks: the name of a variant, "" for the
    usual one.
    """
    spoken = {**rulebook.rule(rule).variants, "": rulebook.rule(rule).message}
    shapes = {name: re.sub(r"\\{\w+\\}", ".+", re.escape(text)) for name, text in spoken.items()}
    return [
        next(name for name, shape in shapes.items() if re.fullmatch(shape, message))
        for message in messages(rule, **values)
    ]


def numbers(rule: str, **values: object) -> list[int]:
    """Return the numbers in what a rule says of the changed vacancy."""
    return [int(one) for one in re.findall(r"\d+", " ".join(messages(rule, **values)))]


def criteria(*texts: str, **values: object) -> tuple[Criterion, ...]:
    """Return criteria with these texts, all with the values given."""
    given = {"category": "skills", "essential": True, "assessed_by": ("task",), "duties": (1,)}
    return tuple(
        Criterion(id=number, text=text, **{**given, **values})
        for number, text in enumerate(texts, start=1)
    )
