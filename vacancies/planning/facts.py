"""What the portal knows for certain of a vacancy, so that tasks tick themselves.

A feature adds its facts here when the site starts; a task names its fact (`fact` of
`data/vacancy_tasks.toml`).
"""

from collections.abc import Callable

from vacancies.posts.models import Vacancy

Fact = Callable[[Vacancy], str]
"""Returns the sentence that says what is known, "" while it is not."""

FACTS: dict[str, Fact] = {}


def register(slug: str) -> Callable[[Fact], Fact]:
    """Return a decorator that makes a function the fact of this slug."""

    def keep(fact: Fact) -> Fact:
        FACTS[slug] = fact
        return fact

    return keep
