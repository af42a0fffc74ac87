"""Lists each error of the development half: python -m tests.vacancies.rulebook.gold.

There is no such list of the half that is held back, on purpose.
"""

from tests.vacancies.rulebook.gold.accuracy import Claim, accuracy
from tests.vacancies.rulebook.gold.marked import gold_texts
from tests.vacancies.rulebook.gold.table import table


def main() -> None:
    """Print the figures, then what was wrong and what was missed."""
    texts = {gold.name: gold.text for gold in gold_texts("development")}
    found = accuracy(gold_texts("development"), keep_claims=True)
    print("\n".join(table("development", found)))
    for name, claims in (("Wrong", found.wrong), ("Missed", found.missed)):
        print(f"\n{name}:")
        for claim in claims:
            print(f"  {claim.rule:<4} {claim.text}: {_words(texts[claim.text], claim)}")


def _words(text: str, claim: Claim) -> str:
    return repr(text[claim.start : claim.end][:80]) if claim.end else "(the whole text)"


if __name__ == "__main__":
    main()
