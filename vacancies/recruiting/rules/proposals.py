"""Proposals of the rules and banks for a newly imported draft.

Nothing is decided and no text is generated: links and evidence are proposed only if their words
occur in the text, and questions of the bank only if theirs occur in the criterion. Source: our
own.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, combinations

from vacancies.drafting.rules.advert import Advert
from vacancies.drafting.rules.draft import APPLICATION, Criterion, Duty
from vacancies.drafting.rules.fields import Draft
from vacancies.drafting.rules.links import suggested_links
from vacancies.drafting.rules.sections import shortened
from vacancies.posts.rules import LONGEST_TEXT
from vacancies.profiles.rules.factor_words import factors_touched
from vacancies.recruiting.rules.bank import BankQuestion
from vacancies.recruiting.rules.question_choice import Chosen, chosen_questions
from vacancies.recruiting.rules.selection_plan import SelectionPlan, suggested_methods
from vacancies.rulebook.rulebook import number
from vacancies.rulebook.similarity import similar, stems

ALIKE = 0.5
"""Duties that share half of their words are proposed for merging."""
MOST_OF_FACTOR = 2
ADDS_INTERVIEW = " (adds the interview to its methods)"
OF_ADVERT = ("overview", "working_here", "skills")
"""The parts of the advert that may start with text of the draft."""
OF_EVIDENCE = ("purpose", "decides", "relationships", "dimensions", "supervises")
ABOUT_ONE = {"relationships": "F1"}
"""A part of the draft that names others, such as the finance team, is about one factor alone."""
_SENTENCE = re.compile(r"[^.!?\n]{3,400}(?:[.!?]|$)", re.MULTILINE)


@dataclass(frozen=True)
class Proposal:
    """One checkbox: `value` is submitted, `text` would be written, `why` gives the reason."""

    value: str
    text: str
    why: str = ""


@dataclass(frozen=True)
class Proposals:
    """The proposals of one kind shown on a page. left: how many more there are."""

    name: str
    offered: tuple[Proposal, ...]
    left: int = 0

    @property
    def heading(self) -> str:
        return f"{self.name}: {len(self.offered)}"

    @property
    def accept_words(self) -> str:
        return f"Accept all {len(self.offered)}: {self.name[0].lower()}{self.name[1:]}"

    @property
    def values(self) -> str:
        """Return the values of all proposals shown, to accept them with one button."""
        return " ".join(one.value for one in self.offered)


def some(name: str, proposals: Iterable[Proposal], most: int) -> Proposals:
    """Return the first `most` proposals and how many are left out."""
    rows = tuple(proposals)
    return Proposals(name, rows[:most], len(rows[most:]))


def merges(duties: Sequence[Duty], longest: int) -> Iterator[Proposal]:
    """Propose to merge pairs of duties that say much the same; no duty appears twice.

    longest: the maximum number of characters of a duty.
    """
    words, taken = {duty.id: stems(duty.text) for duty in duties}, set[int]()
    for one, other in combinations(duties, 2):
        short = len(one.text) + len(other.text) + 2 <= longest
        free = short and taken.isdisjoint((one.id, other.id))
        if free and similar(words[one.id], words[other.id]) >= ALIKE:
            taken |= {one.id, other.id}
            yield Proposal(f"merge:{one.id}:{other.id}", f"{one.text} + {other.text}")


def links(draft: Draft) -> Iterator[Proposal]:
    """Propose links between criteria and duties by their common words.

    One for each criterion that has none comes first.
    """
    criteria = {one.id: one for one in draft.criteria}
    duties = {one.id: one.text for one in draft.duties}
    first, more = list[Proposal](), list[Proposal]()
    linked = {one.id for one in draft.criteria if one.duties}
    for (criterion, duty), words in suggested_links(draft.criteria, draft.duties).items():
        text = f"{shortened(criteria[criterion].text)} → {shortened(duties[duty])}"
        proposal = Proposal(f"link:{criterion}:{duty}", text, f"Words: {', '.join(words)}")
        (more if criterion in linked else first).append(proposal)
        linked.add(criterion)
    yield from (*first, *more)


def methods(selection: SelectionPlan, names: Mapping[str, str]) -> Iterator[Proposal]:
    """Propose methods for the criteria that nothing assesses, by their category."""
    criteria = {one.id: one for one in selection.criteria}
    for criterion, method in suggested_methods(selection.criteria):
        text = f"{shortened(criteria[criterion].text)} → {names[method]}"
        yield Proposal(f"method:{criterion}:{method}", text)


def questions(
    selection: SelectionPlan, bank: Sequence[BankQuestion]
) -> tuple[tuple[Proposal, ...], tuple[Criterion, ...]]:
    """Return questions for criteria not yet tested, and the criteria for which there is none."""
    chosen, without = chosen_questions(selection, bank)
    return tuple(map(_of_question, chosen)), without


def _of_question(one: Chosen) -> Proposal:
    value = ":".join(["question", one.question.id, *(str(row.id) for row in one.criteria)])
    tested = [
        shortened(row.text) + ADDS_INTERVIEW * (row.assessed_by == (APPLICATION,))
        for row in one.criteria
    ]
    return Proposal(value, one.question.text, "Tests: " + "; ".join(tested))


def evidence(
    draft: Draft, existing: Collection[tuple[str, str]], names: Mapping[str, str]
) -> Iterator[Proposal]:
    """Propose duties and sentences as evidence for the factors whose words occur in them.

    Two for each factor come first.
    existing: (factor, text or duty id) of the existing evidence; names: of the factors by code.
    """
    pieces = [(str(duty.id), duty.text, "") for duty in draft.duties]
    for name in OF_EVIDENCE:
        sentences, only = _SENTENCE.findall(getattr(draft, name)), ABOUT_ONE.get(name, "")
        pieces += [(f"{name}-{n}", text.strip(), only) for n, text in enumerate(sentences)]
    rows: dict[str, list[Proposal]] = {}
    for piece, text, only in pieces:
        for touched in factors_touched([text]):
            known = {(touched.factor, piece), (touched.factor, text)}
            if only in ("", touched.factor) and known.isdisjoint(existing):
                value = f"evidence:{touched.factor}:{piece}"
                why = f"{names[touched.factor]}, words: {', '.join(touched.words)}"
                offered = rows.setdefault(touched.factor, [])
                if value not in {one.value for one in offered}:
                    offered.append(Proposal(value, text, why))
    evidenced = {code for code, _ in existing}
    factors = sorted(rows, key=lambda code: (code in evidenced, len(code), code))
    for part in (slice(MOST_OF_FACTOR), slice(MOST_OF_FACTOR, None)):
        for factor in factors:
            yield from rows[factor][part]


def advert(draft: Draft, now: Advert, labels: Mapping[str, str]) -> Iterator[Proposal]:
    """Propose text of the draft, unchanged, to start each empty part of the advert."""
    for part in OF_ADVERT:
        words = words_for_advert(draft, part)
        if words and len(words) <= LONGEST_TEXT and not getattr(now, part):
            yield Proposal(f"advert:{part}", shortened(words, 200), labels[part])


def words_for_advert(draft: Draft, part: str) -> str:
    """Return the text of the draft with which a part of the advert may start, or "".

    Of the purpose only the opening sentences: the check calls a longer copy a repeat (rule B11).
    """
    if part == "overview":
        sentences = [one.strip() for one in _SENTENCE.findall(draft.purpose)]
        so_far = accumulate(sentences, "{} {}".format)
        short = [one for one in so_far if len(one.split()) < number("B11", "fewest_words")]
        return max(short, key=len, default="")
    if part == "skills":
        return "\n".join(f"- {one.text}" for one in draft.criteria if one.essential)
    return draft.about_organisation
