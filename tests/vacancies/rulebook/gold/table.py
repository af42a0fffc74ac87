"""The figures of a half as lines of a table: numbers only, so that any half may be printed."""

from collections.abc import Iterator

from tests.vacancies.rulebook.gold.accuracy import Accuracy, Figures


def table(half: str, found: Accuracy) -> Iterator[str]:
    """Yield a head, a row for all rules together and one for each rule that has a figure."""
    yield (
        f"Gold set, {half} half: {found.texts} texts, {found.clean} clean ones with "
        f"{found.musts_on_clean} “must” findings"
    )
    yield f"{'Rule':<10}{'right':>7}{'wrong':>7}{'missed':>8}{'precision':>11}{'recall':>8}"
    yield _row("all", found.overall)
    for rule_id, figures in found.figures.items():
        yield _row(rule_id, figures)


def _row(name: str, figures: Figures) -> str:
    precision, recall = (
        "-" if share is None else f"{share:.3f}" for share in (figures.precision, figures.recall)
    )
    counts = f"{figures.right:>7}{figures.wrong:>7}{figures.missed:>8}"
    return f"{name:<10}{counts}{precision:>11}{recall:>8}"
