"""Pay and hours."""

import re
from collections.abc import Iterator
from dataclasses import replace

from kls_portal.in_words import plain_date, plain_number
from vacancies.rulebook.document import Document
from vacancies.rulebook.figures import ENGLAND, SCOTLAND, full_time, full_week, nation_of
from vacancies.rulebook.finding import START, Finding, Span
from vacancies.rulebook.pay import EARLIER, Scale, amounts_in, is_said_pay, pay_places
from vacancies.rulebook.registry import reports_missing, text_rule
from vacancies.rulebook.rulebook import found


@reports_missing("D1")
def shows_pay(document: Document) -> bool:
    """D1: the advert shows no pay.

    Report once if no amount of pay is given. Source: Fair Museum Jobs manifesto, section 2; the
    transparency principle of the Fair Library Jobs manifesto. A band without amounts is not enough,
    and a budget is not pay.
    """
    return any(pay_places(document))


_PART_TIME = re.compile(
    r"\bpart[ -]time\b"
    r"|(?<!\d)(?:0?\.\d{1,2}|\d{2} ?%) ?(?:wte|fte|(?:of )?(?:full|whole)[ -]time)\b"
    r"|\b(\d{1,2}(?:\.\d{1,2})?) ?(?:hours?|hrs?)(?! (?:notice|a day|per day|of))\b"
)
_BOTH = re.compile(
    r"(?:\bfull[ -](?:time )?(?:or|and|/) ?$|\bfull[ -]time,? $)|\b(?:consider|considered|welcome"
    r"|open to|discuss|talk about|ask (?:for|about)|offer|such as|including|possible:)[^.\n]{0,30}$"
    r"|\b(?:wish|want|like|prefer|choose|ask|possible|able) (?:to )?work(?:ing)? $"
    r"|\b(?:of (?:them|us|whom|our team|the team|these)|who (?:work|are)|(?:manage|supervise|lead"
    r"|with|and|are|have) (?:one|two|three|four|five|six|\d))(?: [a-z]{1,9})?,? $"
)
_OPEN_TO = re.compile(
    r"[ ,]{1,2}(?:or full|and full|/ ?full|working|hours (?:can|are)|is possible|considered"
    r"|(?:will be|are|is) (?:considered|welcome|possible)|applicants|(?:library )?(?:assistants?"
    r"|colleagues?|librarians?|team|members?|students?|learners|courses?)|or job|and job|options?"
    r"|study|staff|requests?)"
)
_FULL_TIME = re.compile(
    r"\b(?:full|whole)[ -]?time\b(?! ?(?::? ?£|equivalent|salary|pay\b|figure|rate|amount|colleague"
    r"|staff|member|librarian|student|education|course|(?:or|and|/) ?part))"
)
_HOURLY = re.compile(
    r"£ ?\d{1,2}\.\d{2}[^.\n]{0,20}\b(?:an|per|/|each) ?hour\b|\bhourly (?:pay|rate|paid)\b"
)
_PRO_RATA = re.compile(r"\bpro[ -]rata\b|\bin proportion\b")
_OPENING = re.compile(r"\b(?:open|opens|opening|staffed|available)\b[^.\n]{0,20}$")
_WEEK = re.compile(r" ?(?:a|per|each|/|every) ?week|,? (?:full|part)[ -]time|\s{0,3}(?:[.\n]|$)")


@text_rule("D2")
def pro_rata_missing(document: Document) -> Iterator[Finding]:
    """D2: a part-time post without both the full-time and the pro-rata pay.

    Report once, where the text says that the post is part time. Source: Fair Museum Jobs manifesto,
    section 2. A range is one figure. A post called full time is not part time, whatever its hours;
    hourly pay applies to any hours. Pay that is said to be pro rata misleads nobody: a “should”.
    """
    if document.kind != "advert" or document.has(_HOURLY):
        return
    place, amounts = _part_time(document), list(pay_places(document))
    if place and len(amounts) < 2:
        said = any(_PRO_RATA.search(document.around(one)) for one in amounts)
        finding = found("D2", document, place)
        yield replace(finding, severity="should") if said else finding


def calls_itself_full_time(document: Document) -> bool:
    """Whether the text says that the post is full time, whatever its hours."""
    return document.has(_FULL_TIME)


def _part_time(document: Document) -> Span | None:
    week = full_week(nation_of(document), document.today, document.facts)
    most = 0.0 if calls_itself_full_time(document) else week
    for match in _PART_TIME.finditer(document.folded):
        place = Span(*match.span())
        before = document.folded[max(0, match.start() - 50) : match.start()]
        if match.group(1):
            a_week = _WEEK.match(document.folded, match.end())
            if a_week and 1 <= float(match.group(1)) < most and not _OPENING.search(before):
                return place
            continue
        if _BOTH.search(before) or _OPEN_TO.match(document.folded, match.end()):
            continue
        return place
    return START if 1 <= (document.reading.job.hours or 0) < most else None


_UNPAID = re.compile(
    r"\b(?:(?:volunteer|voluntary|unpaid|honorary) (?:[\w-]{1,15} )?(?:post|role|position"
    r"|opportunity|opportunities|assistant|librarian|basis|internship|placement|vacancy"
    r"|work placement|job|traineeship)|(?:(?:this|the) (?:post|role|position|placement|internship"
    r"|job) is|is an|is) (?:unpaid|voluntary)(?! on)|volunteers? (?:wanted|needed|required)"
    r"|(?:we are looking for|join us as|become|seeking) (?:an? )?(?:library )?(?:volunteers?"
    r"|intern)|(?:work )?placement (?:opportunity|vacancy|available)|expenses[ -]only (?:basis|post"
    r"|role|position|placement)|unwaged|without (?:pay|a salary|wages)|(?:post|role|position"
    r"|placement|internship) (?:is |that is )?(?:not paid|has no pay)|unpaid(?= (?:\d|work\b)))\b"
)


@text_rule("D19")
def unpaid_post(document: Document) -> Iterator[Finding]:
    """D19: an unpaid or voluntary post.

    Report the first words that say so. Source: recruitment and retention guide for KLS managers
    (Fair Library Jobs manifesto, 3.0). Volunteers whom the post supports, and unpaid leave, do not
    count.
    """
    place = next((p for p in document.found(_UNPAID) if not document.is_denied(p)), None)
    if place:
        yield found("D19", document, place)


_OLD_HOURS = 37
"""A week that was full time before it was shortened; see _OLD_WEEK."""
NEW_ENOUGH = 2
"""Pay that began to hold more years ago than this is a “must”: our own choice."""
_OLD_WEEK = re.compile(
    r"\b37(?:\.5|½| ?1/2)? ?(?:hours?|hrs?)\b(?! (?:notice|ago|of (?:training|study)))"
)


@text_rule("T2")
def pay_or_hours_of_last_year(document: Document) -> Iterator[Finding]:
    """T2: pay of an earlier year or another nation, or full-time hours of an earlier year.

    Report each such amount, and a former full-time week in Scotland. Only the pay of
    the last two years is a “should”. Source:
    `figures`. Only pay in England and Scotland is known; in Wales and Northern Ireland, what is far
    below it.
    """
    nation = nation_of(document)
    if nation == SCOTLAND:
        week = full_time(SCOTLAND, document.today, document.facts)
        if week and week.number < _OLD_HOURS:
            since = f", since {plain_date(week.since)}" if week.since else ""
            now = {"hours": plain_number(week.number), "since": since}
            for match in _OLD_WEEK.finditer(document.folded):
                yield found("T2", document, Span(*match.span()), variant="hours", **now)
    band = document.reading.job.band
    scale = Scale(nation or ENGLAND, document.today, document.facts, band)
    is_part_time, places = _part_time(document) is not None, list(pay_places(document))
    for place in places:
        amounts, is_said = amounts_in(document, place, band), is_said_pay(document, place)
        if any(one.step > 1 for one in amounts) and not is_said:
            continue
        is_alone = len(places) == 1 and bool(_PRO_RATA.search(document.around(place)))
        is_whole = not is_part_time or is_alone
        scale = replace(scale, is_whole=is_said and is_whole)
        if year := scale.old_year(amounts):
            finding = found("T2", document, place, year=year)
            is_old = year == EARLIER or document.today.year - int(year[:4]) > NEW_ENOUGH
            yield replace(finding, severity="must") if is_old else finding
        elif nation and (other := scale.place_of(amounts)):
            yield found("T2", document, place, variant="nation", nation=other)
