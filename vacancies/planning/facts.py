"""Facts that the portal knows about a vacancy, by which tasks are ticked automatically.

Features register their facts at start-up; a task names its fact in the `fact` field of
`data/vacancy_tasks.toml`.
"""

from collections.abc import Callable

from vacancies.posts.models import Vacancy

Fact = Callable[[Vacancy], str]
"""Returns a sentence stating the fact, or "" while it does not hold."""

FACTS: dict[str, Fact] = {}


def register(slug: str) -> Callable[[Fact], Fact]:
    """Return a decorator that registers a function as the fact for this slug."""

    def keep(fact: Fact) -> Fact:
        FACTS[slug] = fact
        return fact

    return keep
