"""What a rule can read in a vacancy: if that is nothing, the absence of findings means nothing."""

from dataclasses import dataclass

from vacancies.checks.draft_texts import draft_texts
from vacancies.checks.vacancy_file import FIELD_RULES, VacancyFile
from vacancies.posts.rules import DEVELOPMENT, UNPAID
from vacancies.rulebook.rulebook import rule

TEXTS = {"jd": "job description", "ps": "person specification", "advert": "advert"}
ELSEWHERE = {"jd": frozenset({"D13"}), "ps": frozenset(), "advert": frozenset({"B9"})}
"""Rules that a kind of text need not meet, as the vacancy meets them once in another text."""
CONTRACTS = {"D17": DEVELOPMENT, "D19": UNPAID}
"""Rules for texts that apply to these contracts, and to posts without a contract chosen yet."""


@dataclass(frozen=True)
class Reach:
    """How far a rule applies to a vacancy.

    concerns: whether it applies to such a post; has_read: whether there was anything to judge;
    unread: texts it reads that are not written yet, such as "advert".
    """

    concerns: bool
    has_read: bool
    unread: tuple[str, ...]


def reach(rule_id: str, file: VacancyFile) -> Reach:
    """Return how far a rule applies to a vacancy. Raises KeyError for an unknown rule."""
    by_field = FIELD_RULES.judges.get(rule_id)
    begun = _begun(file) if by_field else _written(file)
    kinds = [kind for kind in rule(rule_id).kinds if rule_id not in ELSEWHERE.get(kind, ())]
    unread = [TEXTS[kind] for kind in kinds if kind not in begun]
    some = len(unread) < len(kinds)
    unwritten = by_field.missing(file) if by_field else ()
    # A rule for fields reads its field wherever that is entered, so one text begun is enough.
    left = () if by_field and some else tuple(unread)
    contracts = CONTRACTS.get(rule_id, {file.draft.contract})
    concerns = not file.draft.contract or file.draft.contract in contracts
    return Reach(
        concerns and (not by_field or by_field.concerns(file)),
        some and not unwritten,
        (*left, *unwritten),
    )


def unread_texts(file: VacancyFile) -> tuple[str, ...]:
    """Return the names of the texts that are not written yet, which no text rule reads."""
    written = _written(file)
    return tuple(name for kind, name in TEXTS.items() if kind not in written)


def _written(file: VacancyFile) -> frozenset[str]:
    return frozenset(text.kind for text in draft_texts(file))


def _begun(file: VacancyFile) -> frozenset[str]:
    begun = {
        "jd": file.is_described,
        "ps": bool(file.draft.criteria),
        "advert": file.advert.is_started,
    }
    return frozenset(kind for kind, is_begun in begun.items() if is_begun)
