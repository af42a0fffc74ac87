"""Weights and scores: a score from 1 to 5, times the weight; the weights make 100.

The scale and the whole are our own.
"""

from collections.abc import Sequence

from vacancies.selection.thread import Question

WHOLE = 100
SCORES = (1, 2, 3, 4, 5)


def total(questions: Sequence[Question]) -> int:
    """Return the sum of the weights; one that is not given counts nothing."""
    return sum(question.weight or 0 for question in questions)


def most_points(questions: Sequence[Question]) -> int:
    """Return the most that a candidate can score: each weight times the highest score."""
    return total(questions) * SCORES[-1]


def weight_sentence(questions: Sequence[Question]) -> str:
    """Return by how much the weights miss 100, and how many have none; "" where all is well."""
    if not questions:
        return ""
    without = sum(1 for question in questions if question.weight is None)
    parts = []
    if without:
        have = "1 question or task has" if without == 1 else f"{without} questions or tasks have"
        parts.append(f"{have} no weight yet.")
    found = total(questions)
    if found != WHOLE:
        gap = abs(WHOLE - found)
        missing = f"{gap} {'is' if gap == 1 else 'are'} missing"
        parts.append(
            f"The weights add up to {found}, not {WHOLE}: "
            f"{missing if found < WHOLE else f'{gap} too many'}."
        )
    return " ".join(parts)


def equal_weights(count: int) -> tuple[int, ...]:
    """Return `count` weights as equal as whole numbers allow, at least 1 each.

    They add up to 100 for up to 100 of them. None for a count of 0.
    """
    if not count:
        return ()
    share, left = divmod(WHOLE, count)
    return tuple(max(1, share + (place < left)) for place in range(count))
