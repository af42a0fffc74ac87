"""Retention tools, handover answers, meeting themes and peer offers."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q

from kls_portal.accounts.models import Membership, Organisation, User, account_key
from kls_portal.accounts.permissions import PermittedQuery
from kls_portal.plain_values import from_row
from kls_portal.reference.models import LoadedRow
from vacancies.posts.models import Vacancy, whole_number
from vacancies.posts.rules import lines_of
from vacancies.retention.rules.handover import QUESTIONS
from vacancies.retention.rules.tools import Tool

LINES_HELP = "One on each line."
RHYTHM = "For the calendar of a year. 0 where an event calls for it."
FROM_START = "From the start of the year. Our own suggestion."


class RetentionTool(LoadedRow):
    """A conversation, map or offer, with the questions of its form."""

    name = models.CharField("name", max_length=80)
    purpose = models.CharField("what it is for", max_length=300)
    who = models.CharField("who leads it", max_length=100)
    how_often = models.CharField("how often", max_length=200, help_text="Our own suggestion.")
    months = whole_number("months between two", None, 12, default=0, help_text=RHYTHM)
    first = whole_number("months to the first", 1, 12, default=1, help_text=FROM_START)
    in_year = models.CharField(
        "words in the calendar of a year",
        max_length=120,
        blank=True,
        help_text="For a conversation that follows an event. Leave empty to use its name.",
    )
    own_questions = models.TextField("the person's own questions", help_text=LINES_HELP)
    questions = models.TextField("questions for both", help_text=LINES_HELP)
    table_name = models.CharField("name of the table", max_length=80, blank=True)
    table = models.TextField("heads of the table", blank=True, help_text=LINES_HELP)
    table_rows = whole_number("rows of the table", None, 20, default=0)
    signs = models.TextField("signs that it works", help_text=LINES_HELP)
    caution = models.CharField("keep in mind", max_length=300)
    guide = models.CharField(
        "page of the guidance", max_length=200, help_text="Such as retaining/why-people-stay."
    )
    place = models.PositiveSmallIntegerField("place in the list", default=0)

    class Meta:
        ordering = ["place", "name"]
        verbose_name = "tool to keep staff"
        verbose_name_plural = "tools to keep staff"

    def __str__(self) -> str:
        return self.name

    def as_value(self) -> Tool:
        """Return the tool as a plain value, without blank lines."""
        lists = ("own_questions", "questions", "signs", "table")
        lines = {name: lines_of(getattr(self, name)) for name in lists}
        return from_row(Tool, self, id=self.code, **lines)


LONGEST_ANSWER = 3_000


_ASKED = {question.id: question.text for question in QUESTIONS}


def _answer(name: str) -> "models.TextField[str, str]":
    return models.TextField(_ASKED[name], max_length=LONGEST_ANSWER, blank=True)


class HandoverAnswers(models.Model):
    """The ten answers for one vacancy; fields are named as in `retention/rules/handover.py`."""

    vacancy = models.OneToOneField(Vacancy, models.CASCADE, related_name="handover_answers")
    contacts = _answer("contacts")
    contracts = _answer("contracts")
    returns = _answer("returns")
    access = _answer("access")
    rules = _answer("rules")
    beyond = _answer("beyond")
    unfinished = _answer("unfinished")
    calendar = _answer("calendar")
    decisions = _answer("decisions")
    only_you = _answer("only_you")
    changed = models.DateTimeField(auto_now=True)
    purge_on = models.DateField("deleted on", db_index=True)

    class Meta:
        verbose_name_plural = "handover answers"

    def __str__(self) -> str:
        return f"Handover: {self.vacancy}"


LONGEST_THEME = 200


class MeetingThemeQuery(models.QuerySet["MeetingTheme"]):
    def open(self) -> "MeetingThemeQuery":
        return self.filter(held_on=None)

    def for_voting(self, user: User) -> "MeetingThemeQuery":
        """Return the open themes by votes, annotated with `number_of_votes` and `is_mine`."""
        mine = ThemeVote.objects.filter(theme=models.OuterRef("pk"), user=user)
        counted = self.open().annotate(
            number_of_votes=models.Count("votes"), is_mine=models.Exists(mine)
        )
        return counted.order_by("-number_of_votes", "id")


class MeetingTheme(models.Model):
    """A theme that a member wants to discuss. Who proposed it is never shown."""

    text = models.CharField("theme", max_length=LONGEST_THEME)
    proposed_by = account_key(editable=False)
    proposed_on = models.DateField("proposed", auto_now_add=True)
    held_on = models.DateField(
        "held on", null=True, blank=True, help_text="The day of the meeting. Voting then ends."
    )
    key = models.UUIDField(unique=True, editable=False)

    objects = MeetingThemeQuery.as_manager()

    class Meta:
        ordering = ["-id"]
        verbose_name = "theme of a meeting"
        verbose_name_plural = "themes of meetings"

    def __str__(self) -> str:
        return self.text


class ThemeVote(models.Model):
    """A person's vote for a theme. Votes are counted; who voted is never shown."""

    theme = models.ForeignKey(MeetingTheme, models.CASCADE, related_name="votes")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["theme", "user"], name="one_vote_per_person_and_theme")
        ]

    def __str__(self) -> str:
        return f"A vote for “{self.theme}”"


LONGEST_TOPICS = 200
LONGEST_DESCRIPTION = 1_000
OFFER_MONTHS = 12
"""For how long an offer is shown, and a theme kept after its meeting. House default."""


class PeerOfferQuery(PermittedQuery["PeerOffer"]):
    """QuerySet methods for peer offers. Every member of an organisation manages its offers."""

    opener = "made_by"

    @staticmethod
    def shared_with(person: int) -> Q:
        """Return an empty condition: all offers are shared within the organisation."""
        return Q()

    def shown(self, today: date) -> "PeerOfferQuery":
        """Return the offers that members see: not withdrawn or lapsed, with an active contact."""
        memberships = Membership.objects.filter(
            user=models.OuterRef("made_by"), organisation=models.OuterRef("organisation")
        )
        offered = self.filter(offered=True, lapses_on__gte=today, made_by__is_active=True)
        return offered.filter(models.Exists(memberships))


class PeerOffer(models.Model):
    """An offer of a service. It names nobody; emails go to the person who made it."""

    class Kind(models.TextChoices):
        SHADOWING = "shadowing", "Shadowing"
        MENTORING = "mentoring", "Mentoring"
        SOUNDING_BOARD = "sounding-board", "Someone to discuss an idea with"

    class Region(models.TextChoices):
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
