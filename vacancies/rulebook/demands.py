"""Demands about a protected characteristic: words of protected_words.toml in one grammar.

A characteristic is data; how somebody is wanted, turned away or asked is the same for each of
them, and stands here once. The choice of words is our own.
"""

import re
from collections.abc import Mapping, Sequence

from vacancies.rulebook.words import words_of

SHUT_OUT = (
    r"(?:(?:need|should|must|can|will|may|would|could|are) ?not|(?:should|must|had better) (?:look"
    r"|apply|think|stay|try)|(?:are|would be) (?:unable|unlikely"
    r"|excluded"
    r"|unsuit\w{2,4}|ruled out)|(?:may|might|will|would|could) (?:struggle|feel (?:un|out of|ill)"
    r"|be (?:un(?:comfort|suit)|reject|turned)|find [^.;\n]{0,40}?\b(?:hard|difficult|demanding"
    r"|challenging|tiring|tough|too|impossible|un|awkward)))\w{0,12}\b"
)
"""Regular expression source for words that exclude the people named before them."""

_WANTS = (
    r"(?:look(?:ing)? for|seek\w{0,3}|want(?:s|ed|ing)?|(?:we|team|post|job|department|service"
    r"|role) needs?|prefer\w{0,4}|ideal\w{0,2}(?: for)?|suit(?:s|ed|able)?(?: for| to)?|(?:perfect"
    r"|right|reserved|only) for|only|aimed at|favour\w{0,3}|(?:must|should|to|will) be)"
)
_DEMANDS = (
    r"(?:must|should|shall|need(?:s|ed)?|ha(?:s|ve) to|requir\w{1,6}|essential|only|able to"
    r"|ability to|expect\w{0,3}|willing\w{0,4}|prepared|available|happy to|prefer\w{0,4}"
    r"|ideal\w{0,2}|look(?:ing)? for|seek\w{0,3}|want(?:s|ed)?|you are|be|with|who (?:is|has)"
    r"|(?:you|person|librarian|assistant|applicants?|candidates?|post ?holder) will)"
)
_REFUSES = (
    r"(?:no|not|never|without|free (?:of|from)|cannot|can't|won't|don't|nobody|no-?one|unable"
    r"|nor|un ?encumbered by|(?:must|should) not need)"
)
_TELLS = (
    r"(?:stat(?:e|ing)|declar(?:e|ing)|disclos\w{1,3}|list(?:ing)?|includ(?:e|ing)|send(?:ing)?"
    r"|enclos(?:e|ing)|attach(?:ing|ed)?|giv(?:e|ing)|tell(?: us)?|provid(?:e|ing)|detail\w{0,3}"
    r"|say(?:ing)?|indicat(?:e|ing)|specify|inform us|supply|submit|confirm|upload|quote|write"
    r"|ask(?:ed|ing)?|fill in|put|bring|show|enter|add|describe|need|want|with|discuss)"
)
_WORDS = r"(?:[\w'%+-]{1,18},? )"
_NOT_REFUSED = (
    r"(?!(?:[\w'-]{1,12} )?(?:need|ask|tell|send|inclu|state|give|stop|prevent|discrim|affect|limit"
    r"|only|charge|los|miss|replac|because|about|worr|hesit|mean|matter|all|every|see|view|treat"
    r"|regard|exclu|bar|answer)\w{0,10}\b)"
)
_NO_SERVICE = (
    r"(?!\w|'|-| (?:and \w{1,12} )?(?:librar|servi|information|collect|literature|literacy|polic"
    r"|team|department|research|data|network|patient|reader|user|stud|book|stock|and safety|confid"
    r"|recogni|aware|leave|discrim|record(?:s|ing)|hospital|ward|clinic|centre|unit|trust|school|readers"
    r"|material|needs|educat|promot|act\b|equal|monitor|inclu|train|procedure|management|panel"
    r"|group|support|advice|matters|welcome|should tell))"
)
_LEAD = (
    r"(?:(?:not|an?|the|ha(?:ve|s|ving)|be|being|is|are|must|should|able|to|of|with|in|very|fully"
    r"|only|essential|ideally|preferably|both|proven|you)[ :]{1,2}){0,4}"
)

_ENDS = (
    r"(?= ?(?:[.,;:()\n\t]|$| (?:and|or|years?|only|at heart|in outlook|need|preferred"
    r"|essential)\b))"
)
_HARMLESS = (
    r"(?! (?:be )?(?:bar|stop|prevent|affect|count|matter|harm|exclu|rule|explain|worry|disclos"
    r"|tell|say|pay|declare|hesitate|lose|miss|fear|a barrier))"
)
_CHOSEN = r"(?:monitor|adjust|optional|voluntar|if you (?:wish|want|like|choose|need)|prefer not)"


def _source(phrases: Sequence[str]) -> str:
    """Return source for any of the phrases; it matches nothing if there are none."""
    return rf"(?:{'|'.join(map(_phrase, phrases)) or '(?!)'}){_NO_SERVICE}"


def _phrase(phrase: str) -> str:
    """Return source for one phrase, written as the first lines of protected_words.toml say."""
    source, begun = "", False
    for word in phrase.split():
        bare = word.removesuffix("?")
        options = f"(?:{'|'.join(map(_option, bare.split('/')))})"
        piece = f"[ -]{options}" if begun else options if word == bare else f"{options}[ -]"
        source += piece if word == bare else f"(?:{piece})?"
        begun |= word == bare
    return source


def _option(word: str) -> str:
    if word.startswith("@"):
        return "|".join(map(_phrase, words_of("protected_words")["lists"][word[1:]]))
    source = (
        re.escape(word.removesuffix("*"))
        .replace(r"\-", "[ -]?")
        .replace(r"\#", r"\d{1,2}")
        .replace(r"\.", ".")
    )
    return source + (r"\w{0,9}\b" if word.endswith("*") else r"\b")


def _frames(lists: Mapping[str, Sequence[str]]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what a sentence demands by the lists of a rule, and how a criterion may begin."""
    people, traits, states, lacks, matters, papers, always = (
        _source(lists.get(kind, ()))
        for kind in ("people", "traits", "states", "lacks", "matters", "papers", "always")
    )
    states = rf"(?:{traits}|{states}{_ENDS})"
    shut = rf"(?:{people}|{lacks})"
    frames = (
        rf"{_WANTS} {_WORDS}{{0,4}}?(?P<wanted>{people})",
        rf"(?P<shut>{shut})(?: (?!who|that)[\w'-]{{1,15}}){{0,4}}? (?:{SHUT_OUT}{_HARMLESS}"
        r"|(?:(?:is|are|would be) )?(?:wanted|preferred|sought|only)\b)",
        rf"(?P<is>{states}) (?:is|are) (?:\w{{1,12}} )?(?:expected|required|essential|needed"
        r"|necessary|a must)\b",
        rf"{_REFUSES} {_NOT_REFUSED}{_WORDS}{{0,6}}?(?P<refused>{shut})",
        rf"{_DEMANDS} {_WORDS}{{0,5}}?(?P<demanded>{states})",
        rf"{_TELLS} {_WORDS}{{0,8}}?(?:(?:your|their|any|every|all|which|whether) (?:\w{{1,12}} )"
        rf"{{0,3}}?(?P<matter>{matters})|(?P<paper>{papers}))(?![^.;\n]{{0,60}}\b{_CHOSEN})",
        rf"(?P<always>{always})",
    )
    return re.compile(rf"\b(?:{'|'.join(frames)})"), re.compile(_LEAD + states)


FRAMES = {
    rule_id: _frames(lists)
    for rule_id, lists in words_of("protected_words").items()
    if rule_id != "lists"
}
"""By rule: demands that its words make, and how a criterion begins with one."""
