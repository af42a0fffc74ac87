"""The sections of a draft and what is missing in each.

Each is a plain sentence that says what to do; where a rule of jd_rules.toml says the same, it is
in the rule's words and numbers. Sources: NHS Employers, Writing successful job descriptions, and
Job Evaluation Handbook chapter 10 (read 22 November 2026); the recruitment and retention guide for
KLS managers (reviewed 19 July 2023).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

from vacancies.drafting.rules.draft import Criterion, Draft, share_sentence
from vacancies.posts.rules import LIMITED, UNPAID
from vacancies.rulebook.rulebook import number, rule
from vacancies.rulebook.words import variant_of

PAGES = {
    "post": "post_edit",
    "dates": "dates_edit",
    "purpose": "purpose_edit",
    "duties": "duty_list",
    "person-specification": "criterion_list",
    "advert": "advert_edit",
}
"""The name of the page where each section is written, by slug."""

QUOTED_LENGTH = 60


@dataclass(frozen=True)
class Targets:
    """How much of something a good draft has: the numbers of rules B5 and B4."""

    fewest_duties: int = field(default_factory=partial(number, "B5", "low"))
    most_duties: int = field(default_factory=partial(number, "B5", "high"))
    fewest_purpose_words: int = field(default_factory=partial(number, "B4", "low"))
    most_purpose_words: int = field(default_factory=partial(number, "B4", "high"))


@dataclass(frozen=True)
class Section:
    """A section of the task list with what is missing, in the order to mend it.

    `advice` would make it better. It keeps no section from being complete.
    """

    slug: str
    name: str
    missing: tuple[str, ...]
    started: bool
    advice: tuple[str, ...] = ()

    @property
    def status(self) -> str:
        """Return the slug of its status: not-started, incomplete or complete."""
        if not self.missing:
            return "complete"
        return "incomplete" if self.started else "not-started"


def sections(draft: Draft, targets: Targets | None = None) -> tuple[Section, ...]:
    """Return every section of `draft`, in working order."""
    targets = targets or Targets()
    return tuple(
        Section(
            slug,
            name,
            tuple(missing(draft, targets)),
            started(draft),
            advice=tuple(_duties_advice(draft)) if slug == "duties" else (),
        )
        for slug, name, missing, started in _SECTIONS
    )


def _post(draft: Draft, _: Targets) -> Sequence[str]:
    fixed, unpaid = draft.contract in LIMITED, draft.contract in UNPAID
    return _missing(
        (draft.title, "Give the job title."),
        (draft.band or unpaid, "Choose the band you expect."),
        (draft.profile or unpaid, "Choose a profile to compare with."),
        (draft.hours, "Give the hours a week."),
        (draft.contract, "Choose the type of contract."),
        (draft.contract_length or not fixed, "Say how long the contract lasts."),
        (draft.place, "Say where the job is based."),
        (draft.flexible_working, rule("D8").message),
    )


def _dates(draft: Draft, _: Targets) -> Sequence[str]:
    return _missing(
        (draft.opens_on, "Give the date the advert opens."),
        (draft.closes_on, rule("D4").message),
        (draft.interview_on, rule("D6").message),
        (draft.starts_on, "Give the start date you hope for."),
    )


def _purpose(draft: Draft, targets: Targets) -> Sequence[str]:
    missing = _missing(
        (draft.about_organisation, rule("B9").message),
        (draft.purpose, rule("B4").message),
        (draft.reports_to, rule("B7").variants["reports_to"]),
        (draft.supervises, rule("B7").variants["supervises"]),
        (draft.decides, rule("B8").message),
    )
    words = len(draft.purpose.split())
    if words and not targets.fewest_purpose_words <= words <= targets.most_purpose_words:
        missing.append(
            rule("B4")
            .variants["short"]
            .format(n=words, low=targets.fewest_purpose_words, high=targets.most_purpose_words)
        )
    return missing


def _duties(draft: Draft, targets: Targets) -> Sequence[str]:
    count = len(draft.duties)
    if targets.fewest_duties <= count <= targets.most_duties:
        return []
    about = rule("B5")
    return [about.variants.get(variant_of(count), about.message).format(n=count)]


def _duties_advice(draft: Draft) -> Sequence[str]:
    """Rule B15 of jd_rules.toml (areas of the PKSB), and the sum of the shares of time."""
    advice = []
    without = sum(1 for duty in draft.duties if not duty.area)
    if without:
        have = "1 duty has" if without == 1 else f"{without} duties have"
        advice.append(f"{have} no PKSB area. Choose one, to show the library knowledge.")
    if sentence := share_sentence(draft.duties):
        advice.append(sentence)
    return advice


def _person_specification(draft: Draft, _: Targets) -> Sequence[str]:
    if not draft.criteria:
        return ["Add the criteria that people must meet."]
    missing = []
    if not any(criterion.essential for criterion in draft.criteria):
        missing.append("Mark at least one criterion as essential.")
    for criterion in draft.criteria:
        missing.extend(_criterion(criterion))
    return missing


def _criterion(criterion: Criterion) -> Sequence[str]:
    item = shortened(criterion.text)
    missing = []
    if not criterion.assessed_by:
        missing.append(rule("A7").message.format(item=item))
    if criterion.essential and not criterion.duties:
        missing.append(rule("A6").message.format(item=item))
    return missing


def shortened(text: str, length: int = QUOTED_LENGTH) -> str:
    """Return `text` on one line, cut at a word to at most `length` characters with “…”."""
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    return (line[: length - 1].rsplit(" ", 1)[0] or line[: length - 1]) + "…"


def _missing(*pairs: tuple[object, str]) -> list[str]:
    return [sentence for present, sentence in pairs if not present]


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


_Lacks = Callable[[Draft, Targets], Sequence[str]]
_SECTIONS: tuple[tuple[str, str, _Lacks, Callable[[Draft], bool]], ...] = (
    ("post", "The post", _post, lambda draft: bool(draft.title)),
    (
        "dates",
        "Key dates",
        _dates,
        lambda draft: any((draft.opens_on, draft.closes_on, draft.interview_on, draft.starts_on)),
    ),
    (
        "purpose",
        "Organisation and purpose",
        _purpose,
        lambda draft: any(
            (
                draft.about_organisation,
                draft.purpose,
                draft.reports_to,
                draft.supervises,
                draft.decides,
                draft.relationships,
            )
        ),
    ),
    ("duties", "Duties", _duties, lambda draft: bool(draft.duties)),
    (
        "person-specification",
        "Person specification",
        _person_specification,
        lambda draft: bool(draft.criteria),
    ),
)
