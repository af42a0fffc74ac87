"""Texts that an organisation uses in every job description."""

from kls_portal.accounts.models import Organisation
from vacancies.models import OrganisationText


def keep_text(*, organisation: Organisation, kind: str, text: str) -> None:
    """Keep `text` for the next vacancies of the organisation, in the place of the one kept so far.

    `kind` is a value of OrganisationText.Kind, which is also the field of the vacancy it fills.
    """
    OrganisationText.objects.update_or_create(
        organisation=organisation, kind=kind, defaults={"text": text}
    )
