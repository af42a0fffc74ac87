"""Proposals of the rules and banks for a newly imported draft.

Nothing is decided and no text is generated: links and evidence are proposed only if their words
occur in the text, and questions of the bank only if theirs occur in the criterion. Source: our
own; the number that fills an interview is from the guidance.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from vacancies.checks.draft_check import of_criteria
from vacancies.drafting.rules.advert import Advert
from vacancies.drafting.rules.draft import INTERVIEW, Criterion, Duty
from vacancies.drafting.rules.fields import Draft
from vacancies.drafting.rules.links import ENOUGH, suggested_links, weight_of, word_stems
from vacancies.drafting.rules.sections import shortened
from vacancies.posts.rules import LONGEST_TEXT
from vacancies.profiles.rules.factor_words import factors_touched, pattern_of
from vacancies.recruiting.rules.bank import BankQuestion
from vacancies.recruiting.rules.selection_plan import SelectionPlan, suggested_methods
from vacancies.rulebook.registry import checks
from vacancies.rulebook.similarity import similar, stems

ALIKE = 0.5
"""Duties that share half of their words are proposed for merging."""
MOST_QUESTIONS, MOST_TESTED, MOST_OF_FACTOR = 8, 3, 2
ALSO_OF_LAW = frozenset({"A10"})
"""A driving licence, besides the rules L1 to L8."""
OF_ITS_KIND = 0.5
"""What a question for the criterion's category has before one that fits as well."""
FROM_DRAFT = {"overview": "purpose", "working_here": "about_organisation", "skills": "criteria"}
"""The part of the draft that each part of the advert may start from."""
OF_EVIDENCE = ("purpose", "decides", "relationships", "dimensions", "supervises")
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
        """Return the name of the kind with the number of proposals shown."""
        return f"{self.name}: {len(self.offered)}"


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
    """Propose links between criteria and duties by their common words."""
    criteria = {one.id: one.text for one in draft.criteria}
    duties = {one.id: one.text for one in draft.duties}
    for (criterion, duty), words in suggested_links(draft.criteria, draft.duties).items():
        text = f"{shortened(criteria[criterion])} → {shortened(duties[duty])}"
        yield Proposal(f"link:{criterion}:{duty}", text, f"Words in both: {', '.join(words)}")


def methods(selection: SelectionPlan, names: Mapping[str, str]) -> Iterator[Proposal]:
    """Propose methods for the criteria that nothing assesses, by their category."""
    criteria = {one.id: one for one in selection.criteria}
    for criterion, method in suggested_methods(selection):
        text = f"{shortened(criteria[criterion].text)} → {names[method]}"
        yield Proposal(f"method:{criterion}:{method}", text)


def unlawful(criteria: tuple[Criterion, ...], dismissed: Collection[str]) -> frozenset[int]:
    """Return the ids of the criteria with an open finding of the rules on equality law.

    dismissed: the fingerprints of the dismissed findings.
    """
    rules = {one for one in checks() if one.startswith("L")} | ALSO_OF_LAW
    placed = of_criteria(criteria, rules) if criteria else []
    return frozenset(
        one.place.row
        for one in placed
        if one.place.row is not None and one.fingerprint not in dismissed
    )


def questions(
    selection: SelectionPlan, bank: Sequence[BankQuestion]
) -> tuple[tuple[Proposal, ...], int]:
    """Return questions for criteria not yet tested, and for how many criteria there is none.

    A question is proposed only for criteria that contain its words. The one that fits best comes
    first, and each tests up to three criteria.
    """
    planned = {one for one, method in suggested_methods(selection) if method == INTERVIEW}
    waiting = {
        one.id: one
        for _, one in selection.numbered
        if (INTERVIEW in one.assessed_by or one.id in planned) and not selection.testing(one)
    }
    used = {question.text for question in selection.questions}
    fitting = {
        question: fits
        for question in bank
        if question.text not in used and (fits := _fits(question, waiting.values()))
    }
    most = min(MOST_TESTED, max(1, -(-len(waiting) // MOST_QUESTIONS)))
    proposals: list[Proposal] = []
    while fitting and len(proposals) < MOST_QUESTIONS - len(selection.by(INTERVIEW)):
        question = max(fitting, key=lambda one: sum(sorted(fitting[one].values())[-most:]))
        fits = fitting[question]
        best = sorted(fits, key=lambda one: -fits[one])[:most]
        tested = [waiting.pop(one) for one in best]
        value = ":".join(["question", question.id, *(str(one.id) for one in tested)])
        why = "Tests: " + "; ".join(shortened(one.text) for one in tested)
        proposals.append(Proposal(value, question.text, why))
        fitting = {
            one: left
            for one, rest in fitting.items()
            if one.text != question.text
            and (left := {row: weight for row, weight in rest.items() if row in waiting})
        }
    return tuple(proposals), len(waiting)


def _fits(question: BankQuestion, criteria: Iterable[Criterion]) -> dict[int, float]:
    """Return how well a question fits each criterion that contains its words, by id."""
    phrases, stems_of_text = pattern_of(question.about), word_stems(question.text)
    fits = {}
    for one in criteria:
        if question.about:
            weight = float(len(set(phrases.findall(one.text.casefold()))))
        else:
            weight = sum(map(weight_of, stems_of_text & word_stems(one.text)))
        if weight >= ENOUGH:
            fits[one.id] = weight + OF_ITS_KIND * (one.category == question.category)
    return fits


def evidence(
    draft: Draft, existing: Collection[tuple[str, str]], names: Mapping[str, str]
) -> Iterator[Proposal]:
    """Propose duties and sentences as evidence for the factors whose words occur in them.

    Two for each factor come first.
    existing: (factor, text or duty id) of the existing evidence; names: of the factors by code.
    """
    pieces = [(str(duty.id), duty.text) for duty in draft.duties]
    for name in OF_EVIDENCE:
        sentences = _SENTENCE.findall(getattr(draft, name))
        pieces += [(f"{name}-{n}", text.strip()) for n, text in enumerate(sentences)]
    rows: dict[str, list[Proposal]] = {}
    for piece, text in pieces:
        for touched in factors_touched([text]):
            if {(touched.factor, piece), (touched.factor, text)}.isdisjoint(existing):
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
    for part in FROM_DRAFT:
        words = words_for_advert(draft, part)
        if words and len(words) <= LONGEST_TEXT and not getattr(now, part):
            yield Proposal(f"advert:{part}", shortened(words, 200), labels[part])


def words_for_advert(draft: Draft, part: str) -> str:
    """Return the text of the draft with which a part of the advert may start, or ""."""
    if FROM_DRAFT[part] != "criteria":
        return str(getattr(draft, FROM_DRAFT[part]))
    return "\n".join(f"- {one.text}" for one in draft.criteria if one.essential)
