"""The main duties, and wording and layout taken from the evaluation scheme."""

import re
from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding, Span
from vacancies.rulebook.registry import text_rule
from vacancies.rulebook.rulebook import first_of_each, found, number
from vacancies.rulebook.words import listed, phrases, variant_of

_NAMES = sorted(map(re.escape, listed("factor_headings")), key=len, reverse=True)
_FACTOR = re.compile(rf"(?:(?:factor )?\d{{1,2}}[.:)]? ?)?({'|'.join(_NAMES)})(?= ?(?:[:(–-]|$))")


@text_rule("B1")
def laid_out_as_factors(document: Document) -> Iterator[Finding]:
    """B1: the job description is laid out as the factors of the evaluation scheme.

    Report once, at the first factor, if as many as the limit begin a line. Source: Job Evaluation
    Handbook, chapter 10; NHS Employers, Writing successful job descriptions. A hint that never
    blocks. A factor's name counts as a heading or the start of a line, not inside a sentence.
    """
    opened = (
        Span(*match.span(1))
        for block in document.blocks
        if (match := _FACTOR.match(document.folded, block.start, block.end))
    )
    places = list(first_of_each(document, opened))
    if len(places) >= number("B1", "warn"):
        variant = "strong" if len(places) >= number("B1", "strong") else ""
        yield found("B1", document, places[0], variant=variant, n=len(places))


_WORDING = phrases(listed("scheme_wording"))
_BESIDE_OTHERS = phrases(listed("scheme_wording_beside_others"))


@text_rule("B2")
def scheme_wording(document: Document) -> Iterator[Finding]:
    """B2: wording borrowed from the evaluation scheme.

    Report each phrase at its first place, if there are as many as the rule requires. Source: Job
    Evaluation Handbook, chapter 10; NHS Employers, Writing successful job descriptions. A single
    phrase may be innocent, so two different ones are required. Names of factors ("freedom to act")
    count inside a sentence, along with another phrase. A hint that never blocks.
    """
    wording = list(document.found(_WORDING))
    if wording:
        named = document.found(_BESIDE_OTHERS)
        wording += [place for place in named if document.sentence_at(place.start)]
    places = list(first_of_each(document, sorted(wording)))
    if len(places) >= number("B2", "fewest"):
        for place in places:
            phrase = " ".join(document.text[place.start : place.end].split())
            yield found("B2", document, place, phrase=phrase)


@text_rule("B5")
def number_of_duties(document: Document) -> Iterator[Finding]:
    """B5: too few or too many main duties.

    Report too few at the first duty, too many at the first beyond the limit, none for the whole
    text. Source: Southampton form HR5 (6 to 10); York guidance (about 10).
    """
    if not document.demands(["jd"]):
        return
    duties = document.duties
    variant = variant_of(len(duties))
    if not duties:
        yield found("B5", document, variant=variant)
    elif len(duties) < number("B5", "low"):
        yield found("B5", document, duties[0], variant=variant, n=len(duties))
    elif len(duties) > number("B5", "high"):
        yield found("B5", document, duties[number("B5", "high")], n=len(duties))


_WEAK = phrases(listed("weak_openings"))
_OPENS_A_LIST = re.compile(r" ?:|[^\n.]{0,120}:[ \t]{0,5}(?:\n|$)")
_LEAD = re.compile(r"(?:(?:the )?post ?holder(?: will)?|you(?: will)?|to|will)\s{1,3}")
_NOUN = re.compile(
    r"(?:the|an?|all|other|general|various|some)\s|[a-z]{3,18}(?:tion|ment|ance|ity)\s(?:of|for|to"
    r"|with)\s|[a-z]{3,18}(?:sion|ship|ing|al|ence|ery)\sof\s"
)


@text_rule("B6")
def duty_without_verb(document: Document) -> Iterator[Finding]:
    """B6: a duty that does not start with what the person does.

    Report the weak words that open a duty. Source: NHS Employers on style; the list of weak
    openings is a house default. Duties that start with "Ability to" are covered by rule B13; a
    line that ends in a colon leads in to what is done.
    """
    for duty in document.duties:
        lead = _LEAD.match(document.folded, duty.start, duty.end)
        weak = _WEAK.pattern.match(document.folded, duty.start, duty.end)
        if weak is None and lead:
            weak = _WEAK.pattern.match(document.folded, lead.end(), duty.end)
        if weak is None and not lead and not document.folded.startswith("ability", duty.start):
            weak = _NOUN.match(document.folded, duty.start, duty.end)
        if weak and not _OPENS_A_LIST.match(document.folded, weak.end()):
            yield found("B6", document, Span(weak.start(), weak.end() - _space(weak)))


def _space(match: re.Match[str]) -> int:
    return len(match.group()) - len(match.group().rstrip())


_ABILITY = re.compile(
    r"(?:the )?(?:abilit(?:y|ies)|able|capab(?:le|ility)|competen(?:t|ce|cy)|knowledge"
    r"|understanding|experience|skills?|proficien(?:t|cy)|good|excellent|strong)\b"
)


@text_rule("B13")
def only_abilities(document: Document) -> Iterator[Finding]:
    """B13: no duties, or nothing but abilities.

    Report once: for the whole text if there are no duties, at the first if all are
    abilities. Source: Job Evaluation Handbook, chapter 10: a list of abilities cannot be matched.
    """
    if not document.demands(["jd"]):
        return
    duties = document.duties
    if not duties:
        yield found("B13", document)
    elif duties and all(_ABILITY.match(document.folded, duty.start, duty.end) for duty in duties):
        yield found("B13", document, duties[0])
