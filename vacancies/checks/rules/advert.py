"""The advert of a vacancy, its pay and its contract."""

from collections.abc import Iterator
from decimal import Decimal

from vacancies.checks.place import PlacedFinding
from vacancies.checks.vacancy_file import VacancyFile, at_field, field_missing, field_rule, noted
from vacancies.drafting.rules.fields import BY_NAME
from vacancies.posts.rules import DEVELOPMENT, UNPAID
from vacancies.rulebook.document import Document
from vacancies.rulebook.figures import full_week
from vacancies.rulebook.pay import Scale, amounts_in, pay_places
from vacancies.rulebook.rulebook import number, rule
from vacancies.rulebook.rules.flexible_working import offers_flexibility
from vacancies.rulebook.rules.pay_and_hours import calls_itself_full_time
from vacancies.rulebook.similarity import share_of_runs

_TEXTS = ("overview", "skills", "working_here")


@field_rule("B11")
def advert_repeats_description(file: VacancyFile) -> Iterator[PlacedFinding]:
    """B11: the advert repeats the job description.

    Report the first text of the advert that is largely also in the job description; the text on
    skills may list criteria. Source: NHS Employers, Writing successful job descriptions. The
    permitted overlap is our own default.
    """
    draft = file.draft
    described = [draft.purpose, draft.decides, draft.relationships]
    described += [duty.text for duty in draft.duties]
    criteria = [row.text for row in draft.criteria]
    least, fewest = rule("B11").parameters["similarity"], number("B11", "fewest_words")
    for field in _TEXTS:
        text, also = getattr(file.advert, field), criteria if field != "skills" else []
        if len(text.split()) >= fewest and share_of_runs(text, described + also) > least:
            yield noted("B11", at_field(field), text)
            return


def _is_paid(file: VacancyFile) -> bool:
    return file.draft.contract not in UNPAID


@field_rule("D1", concerns=_is_paid)
def pay_missing(file: VacancyFile) -> Iterator[PlacedFinding]:
    """D1: no pay, pay of an earlier year or another nation, or no band; unpaid routes need neither.

    Report the first of the two that is empty, and the first of the fields with such pay.
    Source: Fair Museum Jobs manifesto, section 2; principle of transparency of Fair Library Jobs.
    """
    if not file.advert.is_started or not _is_paid(file):
        return
    if not file.advert.pay.strip():
        gap = file.pay.gap if file.pay else ""
        yield noted("D1", at_field("pay"), variant="gap" if gap else "", gap=gap)
    elif not file.draft.band:
        yield noted("D1", at_field("band"))
    for field in ("pay", "pay_pro_rata"):
        if of := _other_pay(file, text := getattr(file.advert, field)):
            new = (file.pay and getattr(file.pay, _NOW[field])) or "the pay of this year"
            place = at_field(field)
            yield noted("D1", place, about=text, variant="last-year", of=of, pay=new)
            return


_NOW = {"pay": "full", "pay_pro_rata": "pro_rata"}
"""The pay of this year beside each field of an advert that gives pay."""


def _other_pay(file: VacancyFile, text: str) -> str:
    """Return the past year, such as “2025/26”, or the nation whose pay a field gives, or ""."""
    document = Document(text, "advert")
    shares = {Decimal(1), file.pay.share if file.pay else Decimal(1)}
    scales = [
        Scale(file.nation, file.today, file.facts, file.draft.band, share) for share in shares
    ]
    named = (
        scale.old_year(amounts) or scale.place_of(amounts)
        for place in pay_places(document, is_all_pay=True)
        for amounts in [amounts_in(document, place, file.draft.band)]
        for scale in scales
    )
    return next(filter(None, named), "")


def _is_part_time(file: VacancyFile) -> bool:
    hours = file.draft.hours
    known = file.pay.full_time if file.pay else None
    week = float(known) if known else full_week(file.nation, file.today, file.facts)
    full_time = hours is not None and (
        float(hours) >= week
        or calls_itself_full_time(Document(f"{file.advert.overview}\n\n{file.advert.working_here}"))
    )
    return file.draft.contract not in UNPAID and not full_time


def _hours_not_given(file: VacancyFile) -> tuple[str, ...]:
    """Return ("hours",) if the hours are not given: until then it cannot be judged."""
    return () if file.draft.hours is not None else ("hours",)


@field_rule("D2", concerns=_is_part_time, missing=_hours_not_given)
def pro_rata_missing(file: VacancyFile) -> Iterator[PlacedFinding]:
    """D2: a part-time post without the pay for its own hours; unpaid routes need none.

    Report once, if there is a full-time figure and the hours are fewer. Source: Fair Museum Jobs
    manifesto, section 2.
    """
    if _hours_not_given(file) or not _is_part_time(file):
        return
    advert = file.advert
    if advert.is_started and advert.pay.strip() and not advert.pay_pro_rata.strip():
        place = at_field("pay_pro_rata")
        yield noted("D2", place, about=f"{file.draft.hours}")


@field_rule("D3")
def basic_facts_missing(file: VacancyFile) -> Iterator[PlacedFinding]:
    """D3: contract type, its length, hours or place are missing.

    Report once, with everything that is missing, at the first of them. Source: background
    knowledge; not confirmed.
    """
    required = (BY_NAME[name] for name in ("contract", "contract_length", "hours", "place"))
    missing = [
        one for one in required if one.needed_when(file.draft) and not getattr(file.draft, one.name)
    ]
    if file.advert.is_started and missing:
        names = ", ".join(one.within for one in missing)
        yield noted("D3", at_field(missing[0].name), about=names, missing=names)


@field_rule("D8")
def flexible_working_missing(file: VacancyFile) -> Iterator[PlacedFinding]:
    """D8: the available flexible working is not described.

    Report once a job description or an advert is begun and the field offers nothing. Source: NHS
    terms and conditions, section 33; recruitment and retention guide for KLS managers.
    """
    begun = file.is_described or file.advert.is_started
    if begun and not offers_flexibility(Document(file.draft.flexible_working)):
        yield noted("D8", at_field("flexible_working"))


field_missing("D12", "contact")

_BANDS = frozenset({"3", "4"})
_ROUTES = DEVELOPMENT | UNPAID


@field_rule("D18")
def apprenticeship_not_considered(file: VacancyFile) -> Iterator[PlacedFinding]:
    """D18: a post of band 3 or 4 that is not an apprenticeship.

    Report once a job description or an advert is begun. Source: recruitment and retention guide for
    KLS managers. A manager who has considered it dismisses the finding with the reason.
    """
    begun = file.is_described or file.advert.is_started
    if begun and file.draft.band in _BANDS and file.draft.contract not in _ROUTES:
        yield noted("D18", at_field("contract"), about=file.draft.band)
