"""What the advert of a vacancy still lacks, in the words of the rules."""

from vacancies.checks.rulebook import rule
from vacancies.drafting.advert import Advert
from vacancies.drafting.routes import UNPAID
from vacancies.drafting.sections import Section

SLUG, NAME = "advert", "Advert"
_TEXTS = (
    ("overview", "Write an overview that opens with the job."),
    ("skills", "Say which skills and qualities matter most."),
    ("working_here", "Say what it is like to work for your organisation."),
    ("applying", "Say how to apply and what the interview is like."),
)


def advert_section(advert: Advert, contract: str = "") -> Section:
    """Return the section of the advert with what it still lacks; pay where the route is paid."""
    lacks = [sentence for field, sentence in _TEXTS if not getattr(advert, field)]
    if not advert.pay and contract not in UNPAID:
        lacks.append(rule("D1").message)
    if not advert.contact:
        lacks.append(rule("D12").message)
    return Section(SLUG, NAME, tuple(lacks), started=advert != Advert())
