"""Demands about a protected characteristic: words of protected_words.toml in one grammar.

Each characteristic is data. The ways to prefer, exclude or question people are the same for all of
them and are written once, here. The choice of words is our own.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Span
from vacancies.rulebook.rulebook import per_document
from vacancies.rulebook.words import RUN, words_of

SHUT_OUT = (
    r"(?:(?:need|should|must|can|will|may|would|could|are) ?not|are (?:asked|requested"
    r"|advised) not|(?:should|must|had better) (?:look"
    r"|apply|think|stay|try|wait)|(?:are|would be) (?:unable|unlikely|excluded|unsuit\w{2,4}"
    r"|ruled out|inelig|disqualif|barred|unwelcome|discourag|advised against"
    r"|at a disadv)|(?:may|might|will"
    r"|would|could) (?:struggle|feel (?:un|out of|ill)|be (?:un(?:comfort|suit)|reject|turned)"
    r"|find [^.;\n]{0,40}?\b(?:hard|difficult|demanding|challenging|tiring|tough|too|impossible|un"
    r"|awkward)))\w{0,12}\b"
)
"""Regular expression source for words that exclude the people named before them."""

_WANTS = (
    r"(?:look(?:ing)? for|(?:are|is) after|seek\w{0,3}|want(?:s|ed|ing)?"
    r"|(?:we|team|post|job|department|service|role) needs?|prefer\w{0,4}"
    r"|ideal\w{0,2}(?: for)?|(?:suit|fit)(?:s|ed|able)?(?: for| to)?"
    r"|(?:perfect|right|reserved|only) for|only|(?:aimed|pitched) at"
    r"|favour\w{0,3}|(?:must|should|to|will) be|geared to\w{0,5}"
    r"|(?:limited|restricted|open) to|(?:job|post|role|opportunity|chance) for"
    r"|appoint\w{0,3}|(?<!not )hire)"
)
_DEMANDS = (
    r"(?:must|should|shall|need(?:s|ed)?|ha(?:s|ve) to|requir\w{1,6}|essential|only|able to"
    r"|ability to|expect\w{0,3}|willing\w{0,4}|prepared|available|happy to|prefer\w{0,4}"
    r"|ideal\w{0,2}|look(?:ing)? for|seek\w{0,3}|want(?:s|ed)?|you are|be|with|who (?:is|has)"
    r"|demand\w{0,3}|insist\w{0,3}|calls for|desir\w{2,4}|possess\w{0,3}|holders? of|(?:you|person"
    r"|librarian|assistant|applicants?|candidates?|post ?holder) will)"
)
_REFUSES = (
    r"(?:no|not|never|(?<!with or )without|free (?:of|from)|cannot|can't|won't|don't|nobody|no-?one"
    r"|unable|nor|un ?encumbered by|neither|nil|zero(?! tolerance)|un(?:suitable|suited) for"
    r"|too \w{1,12} for|absence of|reject\w{0,3}|(?:must|should) not need)"
)
_TELLS = (
    r"(?:stat(?:e|ing)|declar(?:e|ing)|disclos\w{1,3}|list(?:ing)?|includ(?:e|ing)|send(?:ing)?"
    r"|enclos(?:e|ing)|attach(?:ing|ed)?|giv(?:e|ing)|tell(?: us)?|provid(?:e|ing)|detail\w{0,3}"
    r"|say(?:ing)?|indicat(?:e|ing)|specify|inform us|supply|submit|confirm|upload|quote|write"
    r"|ask(?:ed|ing)?|fill in|put|bring|show|enter|add|describe|need|want|with|discuss)"
)
_WORDS = r"(?:[\w'%+-]{1,18},? )"
_NO_CLAUSE = rf"(?:(?!(?:because|due|if|when|unless|whatever|whether|where)\b){_WORDS})"
_NOT_REFUSED = (
    r"(?!(?:[\w'-]{1,12} )?(?:need|ask|tell|send|inclu|state|give|stop|prevent|discrim|affect|limit"
    r"|only|charge|los|miss|replac|because|about|worr|hesit|mean|matter|all|every|see|view|treat"
    r"|regard|exclu|bar|answer)\w{0,10}\b)"
)
_NO_SERVICE = (
    r"(?!\w|'|-| (?:and \w{1,12} )?(?:librar|catalog|servi|information|collect|literature|literacy"
    r"|polic|team|department|research|data|network|patient|reader|user|stud|book|stock|and safety"
    r"|confid|first aid|list|register|about|drugs|books|leaflets|articles|event|sessions|recogni"
    r"|aware|leave|discrim|record(?:s|ing)|hospital|ward|clinic|centre|unit|trust|school|readers"
    r"|material|needs|educat|promot|act\b|equal|monitor|inclus|train|procedure|management|panel"
    r"|group|support|advice|matters|welcome|should tell|staff|figures|statistic"
    r"|and \w{1,12} staff|profession|care\b))"
)
_LEAD = (
    r"(?:(?:not|an?|the|ha(?:ve|s|ving)|be|being|is|are|must|should|able|to|of|with|in|very|fully"
    r"|only|essential|ideally|preferably|both|proven|you|your|low|clear|good|excellent|high|strong"
    r"|perfect|within|sound|normal|pleasant|smart|a certain|person|someone|somebody|record|evidence"
    r"|track|[\w-]{2,14}(?=,))[ :,]{1,2}){0,4}"
)

_ENDS = (
    r"(?!,? (?:and |or )?(?:[\w-]{1,15} ){1,2}(?:attitude|approach|manner|outlook|style|way)\b)"
    r"(?= ?(?:[.,;:()\n\t]|$| (?:and|or|with|without|person|individual|years?|only|at heart"
    r"|in outlook|need|preferred|essential)\b))"
)
_HARMLESS = (
    r"(?! (?:(?:necessarily|automatically|always|be) ){0,2}(?:treat|put off"
    r"|differ|charge|forgot|bar|stop|prevent|affect|count|matter|harm"
    r"|exclu|rule|explain|worry|disclos|tell|say|pay|declare|hesitate|lose|miss|fear|a barrier))"
)
_NEEDS_NOT = (
    r"(?:(?:(?:will|must|should|does|would|shall) not|won't|not (?:intend|plan|expect"
    r"|likely)\w{0,3} to|unlikely to) (?:have to |be )?(?:need|tak|requir|request|want|seek|ask for"
    r"|wear)\w{0,3}|without (?:the |any )?need (?:for|to))"
)
_CHOSEN = r"(?:monitor|adjust|optional|voluntar|if you (?:wish|want|like|choose|need)|prefer not)"
_NOT_CHOSEN = rf"(?![^.;\n]{{0,60}}\b{_CHOSEN})"
_SHUT = (
    rf"(?:{SHUT_OUT}{_HARMLESS}|(?:(?:is|are|would be) )?(?:wanted|preferred|sought|only"
    r"|out of the question|impractical|unworkable|unrealistic|ruled out|not (?:compatible"
    r"|consistent|acceptable|permitted|allowed|accepted|tolerated|possible|available|granted"
    r"|offered|an option|open)|impossible|unavailable|refused|incompatible|inconsistent"
    r"|unacceptable)\b)"
)
_ASKS = (
    r"(?:do you (?:have|suffer|take|intend|plan|hope|wish|expect)|have you (?:ever )?(?:had|been"
    r"|suffered|received|taken)|are you (?:taking|on|receiving)|did you have|have you (?:got |any)"
    r"|(?:is|are) there any|what (?:is|are|was))"
)
_TO_BE_TOLD = (
    r"[^.;\n]{0,30}\b(?:(?:must|should|needs? to|ha(?:s|ve) to|(?:is|are) to"
    r"|will) (?:also )?be (?:declar|disclos|stat|list|sent|enclos|attach|includ|provid|submit|suppl"
    r"|brought|shown|given)|(?:to|must|should) accompany"
    r"|with (?:the|your|an?) (?:application|cv|form))"
)
_WEIGHED = (
    r"[^.;\n]{0,40}\b(?:will|may|must|should|is|are) (?:also )?(?:be )?(?:tak|consider|check|count"
    r"|assess|look|review|scor|verif|weigh|contact|satisf|approach|play|matter|form part)"
)
_RANKED = (
    r"(?:(?:rank|scor|select|judg|sift|shortlist|compar|chos|choos|weigh)\w{0,5} (?:on|by|against"
    r"|according to|for)|taken into account:)"
)
_FRAMES = tuple(
    (kinds.split(), re.compile((before and rf"\b{before}") + r"(?![\s\S])"), re.compile(behind))
    for kinds, before, behind in (
        ("always", "", ""),
        ("people", rf"{_WANTS} {_WORDS}{{0,4}}", ""),
        ("people lacks", rf"{_REFUSES} {_NOT_REFUSED}{_NO_CLAUSE}{{0,6}}", ""),
        ("people lacks", rf"{_NEEDS_NOT} {_WORDS}{{0,2}}", ""),
        ("people lacks", "", rf"(?: (?!who|that)[\w'-]{{1,15}}){{0,8}}? {_SHUT}"),
        ("traits", rf"{_DEMANDS} {_WORDS}{{0,6}}", ""),
        (
            "traits",
            "",
            r"(?: [\w'-]{1,14}){0,5}? (?:(?:is|are) (?:(?!not\b)\w{1,12} )?)?(?:expected|required"
            r"|essential|needed|necessary|preferred|wanted|sought|a must|must be in place)\b",
        ),
        (
            "matters",
            rf"{_TELLS} {_WORDS}{{0,8}}(?:your|their|any|every|all|which|whether (?:you|they))"
            r" (?:[\w-]{1,12} ){0,3}",
            _NOT_CHOSEN,
        ),
        (
            "matters",
            rf"if you (?:have|suffer|take|are) {_WORDS}{{0,6}}",
            r"[^.;\n]{0,30}(?:\bdetails|\b(?:stat|declar|disclos|list|describ|specif)\w{1,3})\b"
            + _NOT_CHOSEN,
        ),
        ("papers", rf"{_TELLS} {_WORDS}{{0,8}}", _NOT_CHOSEN),
        ("papers", "", rf"{_TO_BE_TOLD}{_NOT_CHOSEN}"),
        ("matters", rf"{_ASKS} {_WORDS}{{0,4}}", ""),
        (
            "matters papers",
            rf"(?:your|the(?:ir)?|candidates'?|applicants'?) {_WORDS}{{0,3}}",
            _WEIGHED,
        ),
        ("matters", rf"{_RANKED} {_WORDS}{{0,2}}", _NOT_CHOSEN),
        ("people", "", rf" {_WORDS}{{0,4}}?(?:would|will|might) be (?:best|better|ideal|prefer)"),
        ("people", "", rf" {_WORDS}{{0,4}}?(?:(?:is|are) )?(?:needed|required|invited to apply)\b"),
    )
)
"""How words become a demand: of which kinds, what stands before them, and what behind."""
_AT_CRITERION = re.compile(_LEAD)
_OF_A_CRITERION = ("traits", "people")
_MORE = re.compile(r"\w")
"""Behind people, so that they are not the whole criterion: “women” in “women and their rights”."""
_MOST_BEFORE = 160
_KINDS = ("people", "traits", "lacks", "matters", "papers", "always")
_KEY = 3


def _words(lists: Mapping[str, Sequence[str]]) -> tuple[re.Pattern[str], frozenset[str]]:
    """Return the pattern of a rule's words, a group for each kind, and their keys (see `_key`).

    A state is a trait that no other word may follow.
    """
    read = {kind: [*map(_phrase, phrases)] for kind, phrases in lists.items()}
    sources = {kind: _either(read.get(kind, ())) + _NO_SERVICE for kind in _KINDS}
    if "states" in read:
        state = r"(?<!\bin )(?<!\binto )(?<!\bfrom )(?<!\bof )" + _either(read["states"])
        sources["traits"] += f"|{state}{_NO_SERVICE}{_ENDS}"
    pattern = "".join(f"(?:(?=(?P<{kind}>{source})))?" for kind, source in sources.items())
    openers = chain.from_iterable(keys for keys, _ in chain(*read.values()))
    return re.compile(pattern), frozenset(openers)


def _either(phrases: Iterable[tuple[frozenset[str], str]]) -> str:
    """Return a pattern for any of the phrases; it tries only those with the right initial."""
    groups: dict[str, list[str]] = defaultdict(list)
    for keys, source in phrases:
        groups["".join(sorted({key[0] for key in keys})).replace("#", r"\d")].append(source)
    either = "|".join(f"(?=[{letters}])(?:{'|'.join(one)})" for letters, one in groups.items())
    return f"(?:{either or '(?!)'})"


def _phrase(phrase: str) -> tuple[frozenset[str], str]:
    """Return the keys of a phrase, and its pattern; see the top of protected_words.toml."""
    source, keys, begun = "", frozenset[str](), False
    for word in phrase.split():
        bare = word.removesuffix("?")
        options = [*map(_option, bare.split("/"))]
        either = f"(?:{'|'.join(one for _, one in options)})"
        piece = f",?[ -]{either}" if begun else either if word == bare else f"{either}[ -]"
        source += piece if word == bare else f"(?:{piece})?"
        keys = keys if begun else keys.union(*(one for one, _ in options))
        begun |= word == bare
    return keys, source


def _option(word: str) -> tuple[frozenset[str], str]:
    if word.startswith("@"):
        phrases = [*map(_phrase, words_of("protected_words")["lists"][word[1:]])]
        return frozenset().union(*(keys for keys, _ in phrases)), _either(phrases)
    source = (
        re.escape(word.removesuffix("*"))
        .replace(r"\-", "[ -]?")
        .replace(r"\#", r"\d{1,2}")
        .replace(r"\.", ".")
    )
    return frozenset({_key(word)}), source + (r"\w{0,9}\b" if word.endswith("*") else r"(?!\w)")


def _key(word: str) -> str:
    """Return the first letters of a word, or "#" for any number."""
    run = RUN.match(word)
    return run.group()[:_KEY] if run and not word[0].isdigit() else "#"


_RULES = {
    rule_id: _words(lists)
    for rule_id, lists in words_of("protected_words").items()
    if rule_id != "lists"
}


@per_document
def _starts(document: Document) -> Mapping[str, list[int]]:
    """Return the positions at which words start, by their keys."""
    starts: dict[str, list[int]] = defaultdict(list)
    for match in RUN.finditer(document.folded):
        starts[_key(match.group())].append(match.start())
    return starts


def demands(rule_id: str, document: Document) -> Iterator[tuple[Span, int]]:
    """Yield each demand made with the words of a rule, and the position at which those words start.

    The words may be a demand on their own, or become one through the words before or after them, or
    by opening a criterion; words for people must be the whole criterion. Raises KeyError for a rule
    that has no such words.
    """
    text, begun = document.folded, _starts(document)
    pattern, openers = _RULES[rule_id]
    for start in chain.from_iterable(begun[key] for key in begun.keys() & openers):
        match = pattern.match(text, start)
        for kind, named in match.groupdict().items() if match else ():
            if named is None:
                continue
            for item in document.criteria if kind in _OF_A_CRITERION else ():
                within = item.start <= start < item.end
                ended = kind == "traits" or not _MORE.search(text, start + len(named), item.end)
                if within and ended and _AT_CRITERION.fullmatch(text, item.start, start):
                    yield item.span, start
            for kinds, before, behind in _FRAMES:
                led = kind in kinds and before.search(text, max(0, start - _MOST_BEFORE), start)
                followed = led and behind.match(text, start + len(named))
                if led and followed:
                    yield Span(led.start(), followed.end()), start
