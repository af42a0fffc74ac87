"""What a job description says about the post: its title, purpose and place in the structure."""

import re
from collections.abc import Iterator

from vacancies.rulebook.abbreviations import unexplained
from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding, Span
from vacancies.rulebook.registry import reports_missing, text_rule
from vacancies.rulebook.rulebook import found, number

_AGE_OR_GENDER = re.compile(
    r"\b(?:girl|boy|lady|man|woman|men|women|foreman|storeman|handyman|manageress"
    r"|junior(?! doctors?)|young|recent graduate|ninja|guru|rock ?star|wizard|superstar)\b(?!')"
)
_SENIOR_ALONE = re.compile(r"senior(?: (?:officer|post|role|position|staff|grade|member))?")
_PLACE_BEFORE = re.compile(r"(?:[,(&-]|\bat|\bin|\band) $")
_NAME_BEHIND = re.compile(r"(?: (?:&|and) [A-Z]{2,5})? [A-Z][a-z]")


@text_rule("B3")
def unclear_title(document: Document) -> Iterator[Finding]:
    """B3: a job title that does not explain itself, or that names an age or a gender.

    Report the first word of the title that excludes outsiders. Source: NHS Employers, Writing
    successful job descriptions.
    """
    title = document.title
    if title is None:
        return
    match = _AGE_OR_GENDER.search(document.folded, title.start, title.end)
    if match:
        yield found("B3", document, Span(*match.span()))
    elif _SENIOR_ALONE.fullmatch(document.folded, title.start, title.end):
        yield found("B3", document, title)
    elif place := _abbreviation(document, title):
        yield found("B3", document, place)


def _abbreviation(document: Document, title: Span) -> Span | None:
    unknown = (place for place in unexplained(document) if place.overlaps(title))
    return next((place for place in unknown if not _of_a_place(document, place)), None)


def _of_a_place(document: Document, letters: Span) -> bool:
    """Whether letters begin the name of the place of work: "Librarian, HMP Ranby"."""
    before = document.folded[max(0, letters.start - 6) : letters.start]
    return bool(_PLACE_BEFORE.search(before) and _NAME_BEHIND.match(document.text, letters.end))


@text_rule("B4")
def purpose_paragraph(document: Document) -> Iterator[Finding]:
    """B4: no purpose of the job, or one that is too short or too long.

    Report a missing purpose once, and one out of range at its own place. Source: NHS Employers,
    Writing successful job descriptions; the range of words is a house default.
    """
    if not document.demands(["jd"]):
        return
    if not document.purpose:
        yield found("B4", document)
        return
    words = sum(document.words_in(span) for span in document.purpose)
    whole = Span(document.purpose[0].start, document.purpose[-1].end)
    if words < number("B4", "low"):
        yield found("B4", document, whole, variant="short", n=words)
    elif words > number("B4", "high"):
        yield found("B4", document, whole, variant="long", n=words)


_REPORTS = re.compile(
    r"\b(?:reports? (?:directly |professionally )?to|reporting (?:directly )?to|reporting lines?"
    r"|(?:professionally |managerially )?(?:responsible|accountable|answerable) (?:directly )?to"
    r"|answers to|(?:line )?managed by|supervised by|(?:your|the|their|my) (?:line )?manager (?:is"
    r"|will be|:)|(?:line )?manager(?: is)?\s{0,3}[:\t-]|line-managed by"
    r"|supervisor(?: is)?\s{0,3}[:\t-]|under the (?:direction|supervision|guidance|leadership"
    r"|management) of|works? (?:directly )?to the|(?:is|are) (?:led|overseen|directed) by"
    r"|line managed by|line management (?:is )?(?:by|from))"
)
_A_DUTY = re.compile(
    r"\b(?:write|writes|writing|send|sends|sending|submit|submits|present|presents|produce|produces"
    r"|provide|provides|prepare|prepares|deliver|make|give|monthly|annual|weekly|quarterly|regular"
    r"|statistical|usage|financial|activity|progress|of|and|data|these|their|such|problems|faults"
    r"|incidents|will also) $"
)


@reports_missing("B7")
def names_the_manager(document: Document) -> bool:
    """B7: the job description does not say who the post reports to.

    Report once if nothing says so. Source: Job Evaluation Handbook, chapter 10; NHS Employers,
    Writing successful job descriptions. "Line manager of two assistants" says who the post manages,
    "send reports to" is a duty.
    """
    if document.reading.job.reports_to:
        return True
    for place in document.found(_REPORTS):
        start = max(0, place.start - 16)
        named = not document.folded.startswith("report", place.start)
        if named or not _A_DUTY.search(document.folded, start, place.start):
            return True
    return False


_DECISIONS = re.compile(
    r"\b(?:decides?\b|deciding\b|decision|without referr|without asking"
    r"|refers? (?:\w{1,15} ){0,5}to\b|referring (?:\w{1,15} ){0,5}to\b|authoris|approves?\b"
    r"|delegated?\b|discretion\b|own initiative|sign(?:s|ing)? off|final say|your call|autonom"
    r"|choos(?:e|es|ing) (?:which|what|how|when|whether)|within (?:your|their"
    r"|its) (?:own )?(?:limit|budget|authority)|agrees? (?:[\w']{1,12} ){0,4}with (?:your|the"
    r"|their) (?:line )?manager|(?:plan|plans|planning|set|sets|order|orders) (?:your|their) own"
    r"|uses? (?:your |own |their )?judgement|makes? (?:your |own )?judgements?|checks? with (?:your"
    r"|the|their)|asks? (?:your|the|their) (?:line )?manager)"
)
_OF_OTHERS = re.compile(
    r"\b(?:clinical|evidence-based|evidence based|informed|shared|patients?'?|clinicians?'?|medical"
    r"|their|board|support|supports|supporting|inform|informs|better|treatment|good|commissioning"
    r"|for|(?:help|helps|helping|let|lets|so|how|teams?|staff|doctors|nurses|managers|boards?"
    r"|readers|patients|people|users|commissioners|learners|students|they|crews?|who)(?: to| can"
    r"| may| must| then)?) $"
)


@reports_missing("B8")
def names_decisions(document: Document) -> bool:
    """B8: the job description does not say which decisions the post takes.

    Report once if no decisions of the post are mentioned. Source: NHS Employers, Writing successful
    job descriptions. Decisions of clinicians, and delegates on a course, do not count.
    """
    return bool(document.reading.job.decides) or any(
        not _OF_OTHERS.search(document.folded, max(0, place.start - 24), place.start)
        for place in document.found(_DECISIONS)
    )


_VALUES = re.compile(
    r"\b(?:mission|(?<!p-)(?<!p )(?<!missing )values(?! (?:its|their|your|every|staff|accuracy"
    r"|people|what))|what we stand for|ethos|(?:trust|board|service|we) believes? in|(?:we|trust"
    r"|board|service|office) (?:is|are) here (?:to|for)|our vision|vision of the"
    r"|purpose of the (?:trust|organisation|service)|(?:trust|organisation|service|board|office"
    r"|we) (?:exists?|is here) to|our purpose)\b"
)


@reports_missing("B9")
def names_values(document: Document) -> bool:
    """B9: neither the values nor the mission of the Trust are mentioned.

    Report once if neither is. Source: recruitment and retention guide for KLS managers.
    """
    return document.has(_VALUES)


_TRAINEE = re.compile(
    r"(?<!gp )(?<!medical )(?<!surgical )(?<!specialty )(?<!foundation )(?<!nursing )(?<!dental"
    r" )\b(?:traineeship|(?:graduate |library )?trainee(?= (?:librarian|library|knowledge"
    r"|information|post|role|position|assistant|job|vacancy|scheme|programme)|\s{0,3}\n|\s{0,3}$|,"
    r"| \(|:)|graduate trainee|library trainee)\b"
)
_EXPLAINED = re.compile(
    r"\b(?:development (?:post|role|job|opportunity)|develop\w{0,6}|learn\w{0,4}|fixed[ -]term"
    r"|\d{1,2} months|(?:for|lasts|over|of) (?:one|two|a) years?|(?:one|two|a)-year|(?:one"
    r"|two) years?|twelve months|eighteen months)\b"
)


@text_rule("D17")
def trainee_not_explained(document: Document) -> Iterator[Finding]:
    """D17: a trainee post that is not called a development post.

    Report the first mention of the trainee if nothing says what the post is for. Source:
    recruitment and retention guide for KLS managers (Fair Library Jobs manifesto, 4.0). Trainees
    whom the library serves do not count.
    """
    place = next(document.found(_TRAINEE), None)
    if place and not document.has(_EXPLAINED):
        yield found("D17", document, place)


_LIMITED = r"(?:fixed[ -]term|temporary|secondment)"
_POST_IS = (
    r"\b(?:(?:this|the) (?:post|role|job|position|contract|appointment) is|this is)"
    r" (?:(?:offered|advertised|on|for|an?|full[ -]time|part[ -]time),? ){0,3}"
)
_OTHER_CONTRACT = (
    (re.compile(_LIMITED), re.compile(_POST_IS + r"permanent\b")),
    (re.compile("permanent"), re.compile(_POST_IS + _LIMITED + r"\b")),
)
_HOURS_OF_POST = re.compile(
    rf"(?:\b(?:the|these|your) (?=[\d.]{{1,5}} hours (?:can|may|will|are)\b)|{_POST_IS}"
    r"|\byou (?:will )?work )(\d{1,2}(?:\.\d{1,2})?)[ -]hours?\b(?! (?:a|per|each) (?:day|month))"
)


_BAND_OF_POST = re.compile(
    r"(?:^|\t)(?:afc |pay )?band:?[ \t]{1,3}(?:band )?([2-9][a-d]?)(?=[ \t]{0,3}$)", re.MULTILINE
)


@text_rule("D26")
def contract_or_hours_differ(document: Document) -> Iterator[Finding]:
    """D26: the text says another contract, band or hours a week than its own field for them.

    Report each sentence about the post that differs. Source: house rule; seen in real adverts.
    """
    job = document.reading.job
    named = [one for one, _ in _OTHER_CONTRACT if one.search(job.contract.casefold())]
    for contract, otherwise in _OTHER_CONTRACT:
        for place in document.found(otherwise) if named == [contract] else ():
            yield found("D26", document, place, other=job.contract)
    for match in _BAND_OF_POST.finditer(document.folded) if job.band else ():
        if match[1] != job.band:
            yield found("D26", document, Span(*match.span(1)), other=f"band {job.band}")
    for match in _HOURS_OF_POST.finditer(document.folded) if job.hours else ():
        if job.hours and float(match[1]) != job.hours:
            place = Span(*match.span())
            yield found("D26", document, place, other=f"{job.hours:g} hours")
