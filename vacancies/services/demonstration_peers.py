"""What two Trusts of the demonstration offer to peers, and themes with votes."""

import uuid

from kls_portal.accounts.models import User
from vacancies.models import MeetingTheme, PeerOffer
from vacancies.services.peers import make_offer
from vacancies.services.themes import propose_theme, vote

Kind, Region = PeerOffer.Kind, PeerOffer.Region
KEY = uuid.UUID("6a3f0f5e-53a9-4b0c-9a3b-0d2f9a5f1c03")
OFFERS = (
    (
        "lead@demo.example",
        Kind.SHADOWING,
        Region.MIDLANDS,
        "evidence searches, outreach to wards",
        "Half a day beside our outreach librarian: one ward round and the searches that follow. "
        "Four times a year, on site.",
    ),
    (
        "other@demo.example",
        Kind.SOUNDING_BOARD,
        Region.SOUTH_WEST,
        "working alone, budgets, renewals",
        "An hour by video each month for somebody who runs a library alone. Bring what is on "
        "your desk; we talk it through.",
    ),
    (
        "other@demo.example",
        Kind.MENTORING,
        Region.SOUTH_WEST,
        "chartership, first post in the NHS",
        "Six meetings by video over a year, for one person at a time.",
    ),
)
# Each with who proposes it and who else wants it.
THEMES = (
    ("lead@demo.example", "Keeping staff when we cannot pay more", ("other@demo.example",)),
    ("manager@demo.example", "Induction for somebody who works alone", ()),
)


def demonstration_peers() -> None:
    """Make the offers and themes of people who are there already."""
    for email, kind, region, topics, description in OFFERS:
        person = User.objects.get(email=email)
        make_offer(
            person=person,
            organisation=person.organisations.get(),
            key=KEY,
            kind=kind,
            region=region,
            topics=topics,
            description=description,
        )
    for email, text, others in THEMES:
        if not MeetingTheme.objects.filter(text=text).exists():
            theme = propose_theme(person=User.objects.get(email=email), text=text, key=KEY)
            for other in others:
                vote(theme=theme, person=User.objects.get(email=other))
