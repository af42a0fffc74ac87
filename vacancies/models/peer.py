"""The register of peers: services that offer shadowing, mentoring or a sounding board."""

from datetime import date

from django.conf import settings
from django.db import models

from kls_portal.accounts.models import Membership, Organisation, User

LONGEST_TOPICS = 200
LONGEST_DESCRIPTION = 1_000


class PeerOfferQuery(models.QuerySet["PeerOffer"]):
    """The words for sets of offers."""

    def shown(self, today: date) -> "PeerOfferQuery":
        """Those that members see: not withdrawn, not lapsed, and somebody is there to be asked."""
        there = Membership.objects.filter(
            user=models.OuterRef("made_by"), organisation=models.OuterRef("organisation")
        )
        offered = self.filter(offered=True, lapses_on__gte=today, made_by__is_active=True)
        return offered.filter(models.Exists(there))

    def of_organisations_of(self, user: User) -> "PeerOfferQuery":
        """Those of the organisations this person belongs to."""
        return self.filter(
            organisation__in=Membership.objects.filter(user=user).values("organisation")
        )


class PeerOffer(models.Model):
    """One offer of one service. It names nobody; letters go to whoever made it."""

    class Kind(models.TextChoices):
        SHADOWING = "shadowing", "Shadowing"
        MENTORING = "mentoring", "Mentoring"
        SOUNDING_BOARD = "sounding-board", "Sounding board"

    class Region(models.TextChoices):
        """The seven regions of NHS England, and the other nations."""

        EAST = "east-of-england", "East of England"
        LONDON = "london", "London"
        MIDLANDS = "midlands", "Midlands"
        NORTH_EAST = "north-east-and-yorkshire", "North East and Yorkshire"
        NORTH_WEST = "north-west", "North West"
        SOUTH_EAST = "south-east", "South East"
        SOUTH_WEST = "south-west", "South West"
        NORTHERN_IRELAND = "northern-ireland", "Northern Ireland"
        SCOTLAND = "scotland", "Scotland"
        WALES = "wales", "Wales"

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="peer_offers")
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="peer_offers"
    )
    kind = models.CharField("what you offer", max_length=20, choices=Kind)
    region = models.CharField("region", max_length=30, choices=Region)
    topics = models.CharField("topics", max_length=LONGEST_TOPICS)
    description = models.TextField("description", max_length=LONGEST_DESCRIPTION)
    offered = models.BooleanField("shown to members", default=True)
    lapses_on = models.DateField("shown until", db_index=True)
    key = models.UUIDField(unique=True, editable=False)

    objects = PeerOfferQuery.as_manager()

    class Meta:
        ordering = ["region", "kind", "id"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.topics}"
