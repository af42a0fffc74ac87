"""The criteria of a person specification as a list, and barriers to disabled people."""

import re
from collections.abc import Iterator

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding, Span
from vacancies.rulebook.protected import under_law
from vacancies.rulebook.registry import text_rule
from vacancies.rulebook.requirements import ADJUSTMENTS
from vacancies.rulebook.rulebook import first_of_each, found, number, per_document, rule
from vacancies.rulebook.similarity import similar, stems


@text_rule("A5")
def many_essential_criteria(document: Document) -> Iterator[Finding]:
    """A5: too many essential criteria.

    Report the first essential criterion beyond the limit, with the total number. Source: a house
    default; no authoritative number was found. The limits are in jd_rules.toml.
    """
    essential = document.essential
    limit = number("A5", "warn")
    if len(essential) > limit:
        strong = len(essential) > number("A5", "strong")
        variant = "strong" if strong else ""
        yield found("A5", document, essential[limit].span, variant=variant, n=len(essential))


MOST_ITEMS = 150
LONGEST_QUOTE = 60


@text_rule("A8")
def same_item_in_both_columns(document: Document) -> Iterator[Finding]:
    """A8: the same item is both essential and desirable.

    Report each desirable item that is essential too. Source: house rule. Items are the same if they
    share most of their words, in any order.
    """
    least = rule("A8").parameters["similarity"]
    essential = [_stems(document, item.span) for item in document.essential[:MOST_ITEMS]]
    for item in document.desirable[:MOST_ITEMS]:
        words = _stems(document, item.span)
        if words and any(similar(words, other) > least for other in essential if other):
            quote = " ".join(document.text[item.start : item.end].split())[:LONGEST_QUOTE]
            yield found("A8", document, item.span, item=quote)


def _stems(document: Document, span: Span) -> frozenset[str]:
    return stems(document.text[span.start : span.end])


_INCLUSION = re.compile(
    r"\b(?:inclusi|equalit|equit(?:y|able)|divers|values\b|value-based|anti-?racis|respect(?!ive)"
    r"|fair(?:ly|ness)\b|dignity|different (?:views|backgrounds|cultures|people)|all backgrounds"
    r"|people of all|discriminat|(?:treats?|treating) (?:\w{1,12} ){1,4}equally|welcom(?:es?"
    r"|ing) (?:every|people of|people from)|prejudice|accessib|bias|cultur(?!al fit|e fit)"
    r"|neurodiver|exclu(?:ded|sion)|belonging)"
)


@text_rule("A14")
def no_inclusion_item(document: Document) -> Iterator[Finding]:
    """A14: no item on values or inclusion in the person specification.

    Report once if no criterion mentions inclusion, equality, respect or values. Source: NHS
    Providers.
    """
    if not document.demands(["ps"]) or not document.criteria:
        return
    whole = document.kind == "ps" and document.has(_INCLUSION)
    if not whole and not any(document.has(_INCLUSION, item.span) for item in document.criteria):
        yield found("A14", document)


_DRIVING = re.compile(
    r"\b(?:(?:(?:full|clean|current|valid|uk),? ){0,4}(?<!computer )(?:driving|driver's"
    r"|drivers) licen[cs]e"
    r"|(?:full|clean|current|valid) (?:uk |clean |driver's ){0,2}licen[cs]e"
    r"(?! (?:to (?!drive)|from|with|issued|key|number))|licen[cs]e to drive"
    r"|(?:owns?|has|hold) (?:an? |their own |your own )(?:car|vehicle)(?! (?:park|boot|pool|share))"
    r"|(?:own|use of an?|access to an?|have an?) (?:car|vehicle)(?! (?:park|boot|pool|share))"
    r"|(?:own|your own) transport|car (?:owner|driver|user|ownership)|licen[cs]ed drivers?|(?:car"
    r"|vehicle) (?:is )?(?:essential|required|needed)|driving is (?:essential|required)|(?:must"
    r"|able to|ability to|willing to|need to) drive(?= an? (?:car|van|vehicle)|\s{0,3}[.,;\n]|$"
    r"| (?:to|between|around|across) (?!and|success|through|improve|change|quality))"
    r"|drives? (?:between|to) (?:[\w-]{1,12} ){0,3}(?:sites?|hospitals?|bases?|clinics?"
    r"|practices?))\b"
)
_TRAVELS = re.compile(r"\b(?:travel|transport|driv)")
_DRIVES = re.compile(r"drives\b")
_LINE = re.compile(r"[^\n\t]{0,600}")
_OTHERWISE = re.compile(
    r"\b(?:identi(?:ty|fication)|passport|proof of (?:address|who))\b"
    r"|\bor (?:[\w-]{1,15} ){0,6}(?:travel|transport|means|alternative|arrangements?|mobility"
    r"|otherwise|taxis?|other way|bus|lifts?|driver)\b|\botherwise\b|\badjust(?:ment|ed|s)?s?\b"
    r"|\b(?:other|another|alternative|different|any|whatever) (?:means|ways?|forms? of (?:travel"
    r"|transport))\b|\bpublic transport\b|\baccess to work\b|\b(?:waived|exempt\w{0,3}|unless)\b"
    r"|\bdisab(?:led|ility|ilities)\b|\bif you (?:do not|don't|cannot|can't|use your|use|drive)\b"
    r"|\b(?:mileage (?:is|can|will)|not essential)\b"
    r"|\b(?:(?:who|that|whoever|if you|when you|should you) drives?|when driving|driving (?:at"
    r"|for|on) (?:work|duty|business))\b"
    r"|\b(?:licen[cs]e|to|you|will|and|who|post|role|job) drives? (?:the|our"
    r"|an?) (?:[\w-]{1,12} ){0,2}(?:van"
    r"|mobile library|minibus|bus|ambulance|lorry|vehicle)\b"
)


@text_rule("A10")
def driving_licence(document: Document) -> Iterator[Finding]:
    """A10: a driving licence or a car, with no other way of travelling.

    Report each licence or car asked for, unless another way of travelling is accepted. Source:
    Equality Act 2010, sections 15, 19, 20 and 39; the Equality and Human Rights Commission on
    adverts (Journal of the Law Society of Scotland, volume 59, issue 8, read on 28 November 2026).
    Posts whose work is driving are exempt. Proof of who somebody is is no demand, nor is
    a wish beside a criterion that names another way.
    """
    asked = [*document.duties, *(item.span for item in document.criteria)]
    for place in first_of_each(document, document.found(_DRIVING), by_sentence=True):
        if _other_way_asked(document) and any(
            place.overlaps(item.span) for item in document.desirable
        ):
            continue
        if _DRIVES.match(document.folded, *place) and not any(map(place.overlaps, asked)):
            continue  # what a form tells about effort asks nobody for anything
        if not document.is_denied(place) and not _OTHERWISE.search(_item(document, place)):
            yield under_law("A10", document, place)


@per_document
def _other_way_asked(document: Document) -> bool:
    return any(
        _TRAVELS.search(document.folded, *item.span)
        and _OTHERWISE.search(document.folded, *item.span)
        for item in document.criteria
    )


def _item(document: Document, place: Span) -> str:
    """Return the rest of the item, in which a later sentence may name another way of travelling."""
    sentence = document.sentence_at(place.start)
    start = sentence.start if sentence else place.start
    return _LINE.match(document.folded, start).group()  # type: ignore[union-attr]


_THINGS = (
    r"(?:boxes|books|journals|stock|loads?|items?|volumes|crates|trolleys?|trucks?|carts?|bags|post"
    r"|furniture|equipment|parcels|objects|weights?|materials?|\d)"
)
_DEMANDS = re.compile(
    r"\b(?:lift(?:ing)?(?! (?:equipment|aids?)\b)(?: and carry(?:ing)?)? (?:of )?(?:up )?(?:heavy "
    rf"|large |full |bulky )?{_THINGS}|(?:to|must|can|and|or|of|heavy|involves|requires|some"
    r"|regular) lift(?:ing)?(?=\s{0,3}(?:[.,;\n]|$)| and carry| up\b)"
    rf"|carry(?:ing)? (?:of )?(?:heavy |large |full |bulky )?{_THINGS}|heavy (?:lifting|boxes|books"
    r"|loads?|trolleys?|items|stock|objects|parcels|crates|volumes|bags|furniture|equipment"
    r"|materials?)|mov(?:e|ing) (?:heavy|boxes|furniture|crates)|climb(?:ing)? (?:ladders?|steps"
    r"|stairs)|physical(?:ly)? (?:stamina|strength|effort is)|strenuous|stand(?:ing)? (?:all day"
    r"|most of|up for)|stand(?:ing)? for (?:long|most|several|much|hours|up|extended|prolonged|\d)"
    r"|on (?:your|their) feet|physically (?:fit|strong|demanding|able|active)|physical fitness"
    r"|manual handling(?! (?:training|course|update|refresher|e-learning|policy|regulations))"
    r"|push(?:ing)?(?: and pull(?:ing)?)? (?:of )?(?:(?:an?|the) )?(?:heavy |full |loaded "
    rf"|book ){{0,2}}{_THINGS}|good (?:physical )?health(?= and)|bend(?:ing)? and (?:stretch"
    r"|lift)(?:ing)?)\b"
)


@text_rule("A11")
def physical_demands(document: Document) -> Iterator[Finding]:
    """A11: physical demands without mention of adjustments.

    Report each demand once, at its first place. Source: NHS Providers. Adjustments offered anywhere
    in the text satisfy the rule.
    """
    if document.has(ADJUSTMENTS):
        return
    places = (place for place in document.found(_DEMANDS) if not document.is_denied(place))
    for place in first_of_each(document, places, by_sentence=True):
        yield found("A11", document, place)
