"""Job descriptions and evidence sheets to export, built by hand."""

from datetime import date

from vacancies.drafting.rules.draft import Criterion, Duty
from vacancies.drafting.rules.job_description import Edition, JobDescription
from vacancies.posts.rules import by_group
from vacancies.profiles.rules.evidence import EvidenceSheet, FactorRow, NamedDuty, SheetResult

DAY = date(2026, 11, 23)
ILLUSTRATIVE = "Illustrative: not a national profile"
FACT_NAMES = ("Hours a week", "Contract", "Length", "Place", "Reports to", "Supervises")


def _criterion(category: str, text: str, *more: tuple[object, ...]) -> Criterion:
    return Criterion(0, category, True, text, *more)  # type: ignore[arg-type]


def make_description(**changes: object) -> JobDescription:
    """Version 2 of a librarian's job description: two groups, three duties, three criteria."""
    values: dict[str, object] = {
        "title": "Librarian",
        "organisation": "Northfield NHS Trust",
        "edition": Edition(DAY, 2, "Head of library services"),
        "facts": (
            ("Band expected", "Band 6. A matching panel decides it."),
            ("Hours a week", "37.5"),
            ("Place", "Northfield General Hospital"),
        ),
        "before": (
            (
                "About Northfield NHS Trust",
                "We serve 400,000 people.\n\nOur values:\n- kindness\n- openness",
            ),
            ("Purpose of the job", "Brings evidence to the wards."),
        ),
        "duty_groups": by_group(
            (
                Duty(1, "Searches the literature", "Evidence", 60, "Searching"),
                Duty(2, "Teaches searching", "", 40),
                Duty(3, "Orders books"),
            )
        ),
        "after": (
            ("Flexible working", "Two days a week at home."),
            ("Decisions", "Decides what is taught."),
            ("Working relationships", "Works with clinical leads."),
        ),
        "essential": (
            _criterion("Skills", "Plans a search", ("Interview", "Assessment task"), (1, 2)),
            _criterion("Knowledge", "Knows the databases"),
        ),
        "desirable": (_criterion("Experience", "Worked in a hospital", ("Interview",), (3,)),),
    }
    return JobDescription(**(values | changes))  # type: ignore[arg-type]


def make_description_everywhere(text: str) -> JobDescription:
    """A job description with the text in every place that takes one, beside an ordinary duty."""
    line = _criterion(text, text, (text,), (1,))
    duties = (
        Duty(1, text, text, 50, text),
        Duty(2, "Orders books", text),
        Duty(3, "Teaches searching", "Teaching"),
    )
    return JobDescription(
        title=text,
        organisation=text,
        edition=Edition(DAY, 1, text),
        facts=tuple((name, text) for name in FACT_NAMES),
        before=((f"About {text}", text), ("Purpose of the job", text)),
        duty_groups=by_group(duties),
        after=(("Decisions", text), ("Working relationships", text)),
        essential=(line,),
        desirable=(line,),
    )


def make_long_description(count: int) -> JobDescription:
    """A job description with so many duties and so many criteria."""
    duties = tuple(Duty(n, f"Duty {n}: reads and signs", "All") for n in range(1, count + 1))
    criteria = tuple(_criterion("Skills", f"Criterion {n}: can do it") for n in range(count))
    return make_description(duty_groups=by_group(duties), essential=criteria)


def make_sheet(**changes: object) -> EvidenceSheet:
    """A sheet of four factors: a match, one that varies, two without a level."""
    factors = (
        FactorRow(
            "F1", "Communication", "3-4", "Explains results.\n- on wards", (1, 3), 4, "match"
        ),
        FactorRow("F2", "Knowledge", "5", "Holds a degree.", (), 6, "varies"),
        FactorRow("F3", "Analysis", "2-3ab", "", (), None, "no-evidence"),
        FactorRow("F4", "Planning", "2", "", (3,), None, "no-evidence"),
    )
    values: dict[str, object] = {
        "title": "Librarian",
        "organisation": "Northfield NHS Trust",
        "band_expected": "6",
        "profile_title": "Library worked example",
        "profile_band": "5",
        "status_label": ILLUSTRATIVE,
        "illustrative": True,
        "day": DAY,
        "factors": factors,
        "duties": (NamedDuty(1, "Searches the literature"), NamedDuty(3, "Orders books")),
        "result": SheetResult(
            "Not complete yet",
            None,
            reasons=("2 factors have no level yet, so there is no score.",),
            warnings=(f"{ILLUSTRATIVE}.", "The score range of band 5 is not confirmed."),
            to_bring=("Add evidence for the missing factors.",),
        ),
    }
    return EvidenceSheet(**(values | changes))  # type: ignore[arg-type]


def make_national_sheet() -> EvidenceSheet:
    """A sheet against a national profile with a score."""
    return make_sheet(
        status_label="National profile",
        illustrative=False,
        result=SheetResult("Profile match", 331, reasons=("All factors are in range.",)),
    )


def make_sheet_everywhere(text: str) -> EvidenceSheet:
    """A sheet with the text in every place that takes one, beside an ordinary factor."""
    return make_sheet(
        title=text,
        organisation=text,
        band_expected=text,
        profile_title=text,
        profile_band=text,
        status_label=text,
        factors=(
            FactorRow(text, text, text, text, (1,), 3, "match"),
            FactorRow("F2", "Knowledge", "5", "Holds a degree.", (), 5, "match"),
        ),
        duties=(NamedDuty(1, text),),
        result=SheetResult(text, 1, (text, "A reason."), (text,), (text,)),
    )
