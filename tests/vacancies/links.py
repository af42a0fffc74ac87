"""Secret links for tests."""

from vacancies.posts.services import make_vacancy_link


def handover_link(vacancy, person):
    """Return the token of a new link to the ten questions."""
    return make_vacancy_link(vacancy=vacancy, kind="leaver", person=person, days=30)
