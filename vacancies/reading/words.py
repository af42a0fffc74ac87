"""The reader's word lists, from `data/words.toml`, and the recognition of duties by their opening.

Source of the verbs: the openings of duties on NHS and university job descriptions (November 2026);
the list is our own.
"""

import re
import tomllib
from functools import lru_cache
from itertools import product
from pathlib import Path
from typing import Any

_JOBS = [" ".join(words) for words in product(("the", "this", "your"), ("job", "post", "role"))]
DATA = Path(__file__).parent / "data"


@lru_cache(maxsize=2)
def _data(name: str = "words") -> dict[str, Any]:
    return tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))


def pattern(name: str) -> re.Pattern[str]:
    """Return a pattern of `data/patterns.toml` by its module and name, such as "gaps.gap"."""
    module, of = name.split(".")
    return re.compile(_data("patterns")[module][of].replace("\n", ""), re.IGNORECASE)


def listed(name: str) -> frozenset[str]:
    """Return the words of one list, such as "verbs"."""
    return frozenset(_data()["lists"][name].split())


def words_of_parts() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """Return, for each part, the words that name it and those allowed beside them."""
    parts = _data()["parts"]
    return {
        part: (frozenset(words["keys"].split()), frozenset(words["beside"].split()))
        for part, words in parts.items()
    }


def names_of_parts() -> dict[str, str]:
    """Return the part for each whole name; "{the job}" is "this post", "your role" and so on."""
    return {
        name.strip().replace("{the job}", job): part
        for part, names in _data()["names"].items()
        for name in names.replace("\n", "").split("|")
        for job in (_JOBS if "{the job}" in name else [""])
    }


_VERBS = listed("verbs")
_OPEN_CRITERIA = listed("open_criteria")
_NOUNS_TOO = listed("nouns_too")
_WORD = re.compile(r"[^\W\d_]{1,40}(?:-[^\W\d_]{1,40})?")
_LEAD = pattern("words.lead")
# As in "line manage two assistants" and "quality assure the records".
_BEFORE_VERBS = frozenset(("line", "performance", "project", "quality", "case", "peer", "horizon"))
_JOINS = frozenset(("and", "&", "/", "or", "of"))


_SENTENCE = re.compile(r"(?:(?<=[a-z)]\.)|(?<=[a-z] to:)|(?<= will:))\s{1,3}(?=[A-Z])")
FEWEST_LED, LOOKED_AHEAD = 2, 30
FEWEST_TASKS = 3
"""Sentences or parts that begin with verbs, which show that a paragraph is a list of duties."""
_PARTED = re.compile(r";\s{1,3}(?:and )?")
_LEAD_IN = re.compile(r"^[A-Z][^.:;]{3,30}:\s(?=[^;]{3,400};)")
_HOLDER = (
    r"(?:you|they|he/she|s/he|(?:the |this |our )?(?:post|job|role)[ -]?holder"
    r"|the successful (?:candidate|applicant)|the (?:[\w&/-]{2,20} ){0,4}"
    rf"(?:{'|'.join(sorted(listed('jobs')))}))"
)
_LED = re.compile(
    r"(?:[^.;]{3,140}, (?=you\b|they\b|the post ?-?holder)"
    r"|(?:whilst|while|when|where|in addition,?) )?"
    rf"(?:{_HOLDER}(?:'ll| (?:also )?(?:will|would|may|must|can|shall)|"
    r" (?:is|are) (?:also )?"
    r"(?:(?:responsible|accountable)\b(?! to\b)|(?:required|expected|an? (?:lead|main|key))\b))"
    r"|(?:the|this|your) (?:role|post|job|work|workload) "
    r"(?:(?:will|may|can) )?(?:involves?|includes?|covers?)\b"
    r"|(?:[\w-]{1,20} ){0,4}(?:duties|responsibilities) (?:[\w-]{1,12} ){0,5}"
    r"(?:includ|involv|cover|are to\b|support))"
    r"(?! have (?:an? |the )?(?:good|excellent|strong|proven|experience|knowledge|skills)\b)",
    re.IGNORECASE,
)
"""How a sentence begins that says what somebody does in the job."""
_OPENING = re.compile(
    r"^(?:during|when|if|where|as|on|in|at|with|after|before)\b[^.,;]{3,60}, ", re.IGNORECASE
)
_NO_WORK = pattern("words.no_work")
"""What somebody gets, is or brings, and does not do."""


def sentences_of(text: str) -> list[str]:
    return _SENTENCE.split(text.strip())


def duties_in_prose(text: str) -> list[str]:
    """Return the sentences of a paragraph if each says what somebody does or will do, else [].

    Or the duties that semicolons part: "You will: run the desk; order books; and teach".
    """
    pieces = _PARTED.split(_LEAD_IN.sub("", text))
    if len(pieces) >= FEWEST_TASKS and all(map(starts_like_duty, pieces)):
        return [*pieces[:-1], pieces[-1].rstrip(".")]
    sentences = sentences_of(text)
    return sentences if all(map(_says_what_somebody_does, sentences)) else []


def tasks_in_prose(text: str) -> list[str]:
    """Return the duties of a paragraph below a heading, each of one sentence or more, or [].

    A sentence that does not say what somebody does goes on with the duty before it. Most sentences
    must say it, or two with who it is.
    """
    sentences = sentences_of(text)
    begins = [*map(begins_task, sentences)]
    many = sum(begins) >= FEWEST_TASKS and sum(begins) * 3 >= len(sentences) * 2
    many = many or all(one.startswith("To ") for one in sentences)
    if not many and sum(map(_says_what_somebody_does, sentences)) < FEWEST_LED:
        return duties_in_prose(text)
    return tasks_of(text)


def tasks_of(text: str) -> list[str]:
    """Return the duties of a paragraph that holds nothing else."""
    duties: list[str] = []
    for sentence in sentences_of(text):
        if begins_task(sentence) or not duties:
            duties.append(sentence)
        else:
            duties[-1] += f" {sentence}"
    return duties


def is_all_work(text: str, *, begun: bool) -> bool:
    """Whether a paragraph under no heading is one of duties: nearly all of its sentences are.

    begun: whether the paragraph above is one; elsewhere a sentence must say who does it.
    """
    if len(duties_in_prose(text)) >= FEWEST_TASKS:
        return True
    sentences = sentences_of(text)
    said = sum(map(begins_task, sentences))
    enough = said >= (FEWEST_LED if begun else FEWEST_TASKS) and said * 4 >= len(sentences) * 3
    return enough and (begun or any(map(says_work, sentences)))


def begins_task(sentence: str) -> bool:
    """Whether a sentence says what somebody does, be it behind "If required," or the like."""
    plain = _OPENING.sub("", sentence)
    plain = plain[:1].upper() + plain[1:]
    return plain.startswith("To ") or starts_like_duty(plain) or _says_what_somebody_does(sentence)


def says_work(sentence: str) -> bool:
    """Whether a sentence apart from any list of duties says what somebody does in the job."""
    plain = sentence.replace("’", "'")
    led = _LED.match(plain)
    return led is not None and not _NO_WORK.search(plain[: led.end() + LOOKED_AHEAD])


def _says_what_somebody_does(sentence: str) -> bool:
    is_led = _LED.match(sentence.replace("’", "'")) is not None
    plain = sentence.removeprefix("You ")
    return is_led or (plain != sentence and starts_like_duty(plain))


def opens_criterion(text: str) -> bool:
    """Whether a line begins like a criterion: "Experience of", "Able to", "Explains"."""
    first = text.split(maxsplit=1)[0].casefold().strip(",")
    return text[:1].isupper() and (first in _OPEN_CRITERIA or starts_like_duty(text))


def starts_like_duty(text: str) -> bool:
    """Whether a line begins with a verb of work: "Run", "Runs", "Running" or "You will run"."""
    plain = text.replace("’", "'")
    led = _LEAD.match(plain)
    rest = plain[led.end() :] if led else plain
    if led and led.group().casefold().endswith("responsible for ") and len(rest.split()) > 2:
        return True
    lead = bool(led and led.end() > 0)
    tokens = rest.replace("/", " / ").replace(",", " ").split()[:5]
    while len(tokens) > 1 and tokens[0].casefold().endswith("ly") and not _base_of(tokens[0]):
        tokens.pop(0)
        lead = True
    if len(tokens) > 1 and tokens[0].casefold() in _BEFORE_VERBS:
        tokens.pop(0)
    if not tokens:
        return False
    word = _WORD.match(tokens[0])
    base = _base_of(word.group().casefold()) if word else ""
    if not base:
        return led is not None and led.group().casefold().split()[-1:] == ["help"]
    return lead or not _is_noun_here(base, tokens, text)


def _base_of(word: str) -> str:
    """Return the verb that a word is a form of, or ""."""
    forms = [word]
    if word.endswith("ies"):
        forms.append(f"{word[:-3]}y")
    if word.endswith("s"):
        forms += [word[:-1], word[:-2]]
    if word.endswith("ing"):
        stem = word[:-3]
        forms += [stem, f"{stem}e"]
        if len(stem) > 2 and stem[-1] == stem[-2]:
            forms.append(stem[:-1])
    return next((form for form in forms if form in _VERBS), "")


def _is_noun_here(base: str, tokens: list[str], text: str) -> bool:
    first = tokens[0].casefold()
    noun = base in _NOUNS_TOO or first.endswith("ing")
    if not noun:
        return False
    joined = len(tokens) > 2 and tokens[1].casefold() in _JOINS and tokens[2].casefold()
    if joined and _base_of(joined) and _base_of(joined) not in _NOUNS_TOO:
        return False
    alone = len(tokens) == 1 or tokens[1].casefold() in _JOINS
    titled = len(text.split()) <= 4 and all(t[:1].isupper() for t in tokens if t[0].isalpha())
    return alone or titled
