"""Everything to paste for an advert, made from a stored vacancy."""

from dataclasses import dataclass

from vacancies.drafting.services.drafting import advert_limits, advert_of, draft_of
from vacancies.posts.models import Vacancy
from vacancies.posts.services import pay_of
from vacancies.recruiting.exports.advert import Box, ReadyText, nhs_jobs_boxes, ready_texts


@dataclass(frozen=True)
class AdvertTexts:
    """Everything to paste: the boxes of the NHS Jobs form and the ready texts."""

    boxes: tuple[Box, ...]
    ready: tuple[ReadyText, ...]


def advert_texts_of(vacancy: Vacancy) -> AdvertTexts:
    """Return the texts of a vacancy for NHS Jobs, an email list, LinkedIn and a bulletin.

    Fetch the vacancy with `for_draft()`: one more query, for the limits.
    """
    draft, advert, limits = draft_of(vacancy), advert_of(vacancy), advert_limits()
    return AdvertTexts(
        boxes=nhs_jobs_boxes(draft, advert, limits),
        ready=ready_texts(draft, advert, vacancy.organisation.name, limits, pay_of(vacancy)),
    )
