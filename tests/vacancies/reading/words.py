"""Every word that the reader gave back."""

from dataclasses import asdict

from vacancies.reading.old_job import OldJob


def words_of(job: OldJob) -> set[str]:
    """The words of all parts, wherever they went."""
    return set(" ".join(_texts_in(asdict(job))).split())


def _texts_in(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for one in value.values() for text in _texts_in(one)]
    if isinstance(value, list | tuple):
        return [text for one in value for text in _texts_in(one)]
    return [str(value)]
