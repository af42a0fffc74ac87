"""Words for the person wanted that are vague, coded or off-putting."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Finding, Span
from vacancies.rulebook.protected import is_for_others
from vacancies.rulebook.registry import text_rule
from vacancies.rulebook.rulebook import first_of_each, found, number
from vacancies.rulebook.words import listed, phrases, stems

_TRAITS = phrases(listed("vague_traits"))
_TRAIT_ALONE = re.compile(
    r"(?:(?:has|have|with|possesses) )?(?:(?:excellent|outstanding|exceptional"
    r"|superb) (?:[\w/&-]{1,20},? ){0,5}|(?:good|strong"
    r"|great) (?:[\w/&-]{1,20},? ){0,3}(?:communication|interpersonal|people) )(?:skills|abilities"
    r"|manner)(?:,? ?\(?(?:both )?(?:written|verbal|oral|spoken)(?:,? (?:and|&) (?:written|verbal"
    r"|oral|spoken))?\)?)?\.?"
)
_SUPERLATIVE = re.compile(
    r"\b(?:excellent|outstanding|exceptional|superb|first[ -]class"
    r"|exemplary) (?:[\w/&-]{1,20},? ){0,6}(?:communication|interpersonal|people|organisational"
    r"|customer service|customer care)(?:,? (?:[\w/&-]{1,20},? ){0,4})? ?(?:skills"
    r"|abilities)\b(?!,? (?:to|so|shown|such|for|enough|when|that|by|in (?:order|teaching"
    r"|writing)))"
)
_TRAIT_OTHER_SENSE = re.compile(
    r"[ ,]{1,2}(?:(?:risk|purchasing|web ?site|system|content|link|page|data)|(?:library|town|city"
    r"|area|place)\b)"
)


@text_rule("A9")
def vague_trait(document: Document) -> Iterator[Finding]:
    """A9: vague traits that nobody can score.

    Report each trait once, at its first place. Source: CIPD inclusive recruitment guide for
    managers; the list is in jd_words.toml.
    """
    alone = [
        item.span
        for item in document.criteria
        if _TRAIT_ALONE.fullmatch(document.folded, item.start, item.end)
    ]
    alone += [
        place
        for place in document.found(_SUPERLATIVE)
        if not any(place.overlaps(item) for item in alone)
    ]
    named = (place for place in document.found(_TRAITS) if _is_asked(document, place))
    for place in first_of_each(document, chain(named, alone)):
        phrase = " ".join(document.text[place.start : place.end].split())
        yield found("A9", document, place, phrase=phrase)


def _is_asked(document: Document, place: Span) -> bool:
    word = document.folded[place.start : place.end]
    if word in {"dynamic", "lively"} and _TRAIT_OTHER_SENSE.match(document.folded, place.end):
        return False
    return not document.is_denied(place)


_FIT = phrases(listed("hidden_fit"))
_FIT_OTHER_SENSE = re.compile(
    r" ?(?:disorders?|tests?|types?|around|with (?:the )?(?:needs|service|rota|shifts|family|your"
    r"|school|opening|guid)|(?:to|with) (?:the )?(?:shelf|box|budget|space)|kind\b)"
)
_PATIENT = re.compile(r"\b(?:best|good|right|great|perfect) fit$")
_FOR_THINGS = re.compile(
    r" (?:between|for) (?:the )?(?:service|evidence|question|readers?|budget|data|needs)"
)


@text_rule("A12")
def hidden_fit(document: Document) -> Iterator[Finding]:
    """A12: "fit", "personality" and the "right type of person".

    Report each phrase once, at its first place. Source: NHS Providers; the list is in
    jd_words.toml.
    """
    places = (place for place in document.found(_FIT) if _is_about_a_person(document, place))
    yield from (found("A12", document, place) for place in first_of_each(document, places))


def _is_about_a_person(document: Document, place: Span) -> bool:
    if _FIT_OTHER_SENSE.match(document.folded, place.end):
        return False
    words = document.folded[place.start : place.end]
    return not (_PATIENT.search(words) and _FOR_THINGS.match(document.folded, place.end))


_WISHES = phrases(listed("wishes"))


@text_rule("B12")
def wish_list(document: Document) -> Iterator[Finding]:
    """B12: describes a wish or a person instead of what the service needs.

    Report each phrase once, at its first place. Source: NHS Employers, Writing successful job
    descriptions; the list is in jd_words.toml.
    """
    places = (place for place in document.found(_WISHES) if not document.is_denied(place))
    yield from (found("B12", document, place) for place in first_of_each(document, places))


@text_rule("C5")
def gender_coded_words(document: Document) -> Iterator[Finding]:
    """C5: more masculine-coded than feminine-coded words.

    Report once, at the first masculine-coded word, if such words outnumber the others. Source:
    Gaucher, Friesen and Kay (2011); PMC11848290. A hint, never a score: the research found an
    effect of masculine wording alone, through a lower sense of belonging. Ordinary NHS words
    ("Trust", "responsible", "individuals") do not count; the lists are in gender_coded_words.toml.
    """
    masculine = _coded(document, "masculine")
    feminine = _coded(document, "feminine")
    if len(masculine) >= number("C5", "fewest") and len(masculine) > len(feminine):
        place = next(iter(masculine.values()))
        yield found("C5", document, place, masculine=_list(masculine), feminine=_list(feminine))


def _list(coded: dict[str, Span]) -> str:
    return ", ".join(coded) or "none"


def _coded(document: Document, name: str) -> dict[str, Span]:
    """Return each distinct coded word with its first place, in order of place."""
    ordinary = stems(f"ordinary_{name}")
    found_words: dict[str, Span] = {}
    for start, end in document.words:
        letters = document.folded[start:end]
        if not _has_stem(letters, name) or letters in found_words:
            continue
        word = Span(start, end)
        if document.folded.startswith(ordinary, word.start) or letters in _WHOLE_WORD_ONLY:
            continue
        if word.start and document.text[word.start - 1] == "-":
            continue
        found_words[letters] = word
    return found_words


@lru_cache(maxsize=16384)
def _has_stem(letters: str, name: str) -> bool:
    return letters.startswith(stems(name))


_WHOLE_WORD_ONLY = frozenset({"nagging", "nagios", "forced", "kinds", "warming", "warmup"})
_AGES = phrases(listed("age_coded"))
_AGE_OTHER_SENSE = {
    "young": re.compile(
        r"[ -](?:people|person'?s|persons|adults?|children|carers?|patients?|onset|offenders?|minds"
        r"|readers?|women|men|babies|infants|victims|families|parents|and old"
        r"|services?|librar(?:y|ies)|charit(?:y|ies)|organisations?"
        r"|professions?|fields?|disciplines?|collections?|projects?)"
    ),
    "mature": re.compile(
        r"[ -](?:students?|approach|judge?ment|understanding|manner|way\b|culture"
        r"|relationship|partnership|response|conversation|reflection|debate|market|system|technolog"
        r"|service|collection"
        "|trees?|stud)"
    ),
    "dynamic": re.compile(r"[ -](?:risk|purchasing|web ?site|system|content|links?|page|data)"),
}


@text_rule("C6")
def age_coded_word(document: Document) -> Iterator[Finding]:
    """C6: words that suggest an age.

    Report each word once, at its first place. Source: guidance on adverts; the Equality Act 2010 as
    background. "Young people" whom a service is for, and "mature students", do not count.
    """
    places = (place for place in document.found(_AGES) if _is_said_of_the_worker(document, place))
    for place in first_of_each(document, places):
        word = " ".join(document.text[place.start : place.end].split())
        yield found("C6", document, place, word=word)


def _is_said_of_the_worker(document: Document, place: Span) -> bool:
    other = _AGE_OTHER_SENSE.get(document.folded[place.start : place.end])
    if other and other.match(document.folded, place.end):
        return False
    return not (document.is_denied(place) or is_for_others(document, place))


_PRONOUN = r"(?:himself|herself|he|she|his|hers?|him|s/he|\(s\)he)"
_PRONOUNS = re.compile(
    rf"(?<![\w'-]){_PRONOUN}(?:(?: ?/ ?|,? or |, ){{1,2}}(?:{_PRONOUN}|the(?:y|m|irs?"
    rf"|mselves))){{0,3}}"
    r"(?![\w-])(?:'(?:s|ll|d)\b)?"
)
_OF_BOTH = re.compile(r"[/(]| or\b")
_CONTACT = re.compile(
    r"\b(?:(?:contact|call|phone|telephone|ring|speak to|talk to|email|e-mail|write to"
    r"|reach)(?: or [a-z]{3,9})? (?:the|our|her|him|dr|mrs?|ms|professor)|pronouns|majesty"
    r"|(?:stand|standing|stands) in for|deputi[sz]\w{1,4} for)\b"
)
_NAME = re.compile(
    r"(?<=[a-z,(:;] )(?:Dr |Mrs? |Ms |Professor )?[A-Z][a-z]{1,15} [A-Z][a-z]{1,20}\b"
)
_NO_NAME = re.compile(
    r"librar|manag|trust|hospital|head|service|officer|assistant|knowledge|information|director"
    r"|lead|senior|clinical|infirmary|road|street|house|campus|site|may|june|july|outreach|health"
    r"|nhs|care|team|department|specialist|systems|band|education|university|college|school|the "
    r"|british|national|royal|general|community|board|centre|job|post|holder|person|trainee|human"
    r"|resources|training|development|research|digital"
)


@text_rule("C7")
def he_or_she(document: Document) -> Iterator[Finding]:
    """C7: "he" or "she" for the person appointed.

    Report the first pronoun of each sentence. Source: good practice. "S/he" and "he or she" shut
    nobody out; a named contact may be "she"; "HE", "SHE" and "HIS" in capitals are higher
    education, safety and a system.
    """
    places = (place for place in document.found(_PRONOUNS) if _is_the_worker(document, place))
    yield from (
        found("C7", document, place) for place in first_of_each(document, places, by_sentence=True)
    )


def _is_the_worker(document: Document, place: Span) -> bool:
    words = document.text[place.start : place.end]
    if _OF_BOTH.search(words):
        return False
    around = document.text[max(0, place.start - 12) : place.end + 12]
    if len(words) > 1 and words.isupper() and not around.isupper():
        return False  # HE, SHE and HIS may be abbreviations
    start = max(0, place.start - 150)
    if _CONTACT.search(document.folded, start, place.end + 20):
        return False
    return not any(
        not _NO_NAME.search(match.group().lower())
        for match in _NAME.finditer(document.text, start, place.start)
    )


_WARNINGS = phrases(listed("warnings"))


@text_rule("C10")
def warning_tone(document: Document) -> Iterator[Finding]:
    """C10: a negative or warning tone.

    Report each phrase once, at its first place. Source: house rule; the list is in jd_words.toml.
    """
    for place in first_of_each(document, document.found(_WARNINGS)):
        yield found("C10", document, place)
