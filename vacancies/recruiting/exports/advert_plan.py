"""The advert plan of a vacancy, and the case for paid advertising, as documents."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from kls_portal.documents.document import (
    Bullets,
    Document,
    Grid,
    Heading,
    Lines,
    Notice,
    Paragraph,
    Part,
    Text,
)
from kls_portal.in_words import counted, plain_date, short_date
from vacancies.drafting.rules.field import Kind, facts
from vacancies.drafting.rules.fields import FIELDS, Draft
from vacancies.recruiting.rules.advert_plan import AdvertPlan, Choice, plan_points

PLAN, CASE = "Advert plan", "Case for paid advertising"
NOT_CONFIRMED = "not confirmed"
NOT_CHOSEN = "No channel is chosen yet."
NO_PAID = "No paid channel is chosen yet."
NO_REASONS = "This service has not given its reasons yet."
HARD = (
    "The recruitment guide for NHS library managers says that posts like this one may be hard to "
    "recruit to. Every vacancy appears on NHS Jobs, but few people outside the NHS look there. "
    "People in universities, other libraries and library schools look elsewhere."
)
ANECDOTAL = (
    "Managers of NHS library services report stronger and more varied applications where they "
    "could pay for an advert. This is their experience, not a measured result."
)
ASKS = (
    "Agree that the post is hard to recruit to.",
    "Approve this spending before the advert opens.",
    "Say which cost code to use where none is given.",
)


FACTS = tuple(
    one
    for one in FIELDS
    if one.section in ("post", "dates") and one.kind is not Kind.TEXT and one.name != "profile"
)
"""The fields of the draft at the head of both documents."""


def plan_document(post: Draft, organisation: str, plan: AdvertPlan, day: date) -> Document:
    """Return the plan: channels with dates, senders and boxes to tick, and what to prepare.

    post: in words.
    """
    parts: list[Part] = []
    for point in plan_points(plan):
        parts.append(
            Notice(f"{point.severity.capitalize()}: {point.sentence} {point.remedy.words}")
        )
    parts += [Heading(2, "Channels"), *_channels(plan)]
    if any(choice.channel.prepare for choice in plan.choices):
        parts.append(Heading(2, "What to prepare"))
    for choice in plan.choices:
        parts += _to_prepare(choice)
    parts += [
        Heading(2, "When someone asks or applies"),
        Paragraph("Ask each person where they heard of the post, and count the answers."),
    ]
    return Document(
        title=f"{PLAN}: {post.title}",
        organisation=organisation,
        kind=PLAN,
        facts=(*facts(post, FACTS), *_timing(plan), ("Made on", plain_date(day))),
        parts=tuple(parts),
        landscape=True,
    )


def case_document(
    post: Draft, organisation: str, plan: AdvertPlan, signed_by: str, day: date
) -> Document:
    """Return the letter to the recruitment team.

    post: in words. signed_by: a role, or "" for a signature line.
    """
    reasons = plan.reasons.strip()
    return Document(
        title=f"{CASE}: {post.title}",
        organisation=organisation,
        kind=CASE,
        facts=(("To", "Recruitment team"), ("Date", plain_date(day)), *facts(post, FACTS)),
        parts=(
            Paragraph("We ask you to approve paid advertising for this post."),
            Heading(2, "Why it is hard to recruit to"),
            Paragraph(HARD),
            Text(reasons) if reasons else Notice(NO_REASONS),
            Paragraph(ANECDOTAL),
            Heading(2, "What it costs"),
            *_costs(plan),
            Heading(2, "What we ask of you"),
            Bullets(ASKS),
            *([Paragraph(signed_by)] if signed_by.strip() else [Lines("Name and role", 1)]),
        ),
    )


def pounds(cost: Decimal) -> str:
    return f"£{cost:,.2f}".removesuffix(".00")


def _timing(plan: AdvertPlan) -> Iterator[tuple[str, str]]:
    if plan.longest:
        days = counted(plan.longest.lead_days, "working day")
        yield "Longest lead time", f"{days}, {plan.longest.name}"
    if plan.ready_by:
        yield "Texts ready by", plain_date(plan.ready_by)


def _channels(plan: AdvertPlan) -> tuple[Part, ...]:
    if not plan.choices:
        return (Paragraph(NOT_CHOSEN),)
    heads = ("Channel", "Send it on", "At the latest", "Who sends it", "Cost", "Note")
    rows = tuple(
        (
            choice.channel.name,
            f"Sent {short_date(choice.sent_on)}" if choice.sent_on else short_date(choice.send_on),
            short_date(plan.send_by(choice.channel)),
            choice.sent_by,
            _cost(choice),
            choice.note,
        )
        for choice in plan.choices
    )
    return (Grid("Channels of the plan", heads, rows, (50, 36, 36, 36, 40, 0), ticks="Sent"),)


def _to_prepare(choice: Choice) -> Iterator[Part]:
    channel = choice.channel
    if channel.prepare:
        yield Heading(3, channel.name)
        rows = tuple((line,) for line in channel.prepare)
        yield Grid(f"To prepare for {channel.name}", ("What to prepare",), rows, ticks="Ready")


def _costs(plan: AdvertPlan) -> tuple[Part, ...]:
    if not plan.paid:
        return (Paragraph(NO_PAID),)
    heads = ("Channel", "Who it reaches", "Cost", "Cost code")
    rows = tuple(
        (
            one.channel.name,
            one.channel.reaches,
            _cost(one),
            one.cost_code or "Not given yet",
        )
        for one in plan.paid
    )
    table = Grid("Paid channels", heads, rows, (45, 0, 35, 30))
    unknown = any(one.cost is None for one in plan.paid)
    total = f"Total: {pounds(plan.total)}{', not counting costs that are not known yet' * unknown}."
    return (table, Paragraph(total))


def _cost(choice: Choice) -> str:
    if choice.cost is not None:
        return pounds(choice.cost)
    state = "" if choice.channel.cost_confirmed else f" ({NOT_CONFIRMED})"
    return f"{choice.channel.cost}{state}"
