"""What the one who leaves a post says of it. It is about the post; nobody's name is kept."""

from django.db import models

from kls_portal.secret_link import SecretLink
from vacancies.models.vacancy import Vacancy

LONGEST_ANSWER = 3_000


def _answer(question: str) -> "models.TextField[str, str]":
    return models.TextField(question, max_length=LONGEST_ANSWER, blank=True)


class LeaverAnswers(models.Model):
    """The ten answers for one vacancy; their names are those of `retention/leaver.py`."""

    vacancy = models.OneToOneField(Vacancy, models.CASCADE, related_name="leaver_answers")
    contacts = _answer("Whom do you work with, and what about?")
    contracts = _answer("Which contracts and renewals do you look after, and when are they due?")
    returns = _answer("Which returns, reports and figures are due, and when?")
    access = _answer("Where are passwords and keys kept, or who holds them?")
    rules = _answer("Which unwritten rules should the next person know?")
    beyond = _answer("What do you do that is not in the job description?")
    unfinished = _answer("What is under way and not finished?")
    calendar = _answer("What comes round each month or each year?")
    decisions = _answer("What do you decide alone, and what do you check first?")
    only_you = _answer("What do only you know how to do?")
    changed = models.DateTimeField(auto_now=True)
    purge_on = models.DateField("deleted on", db_index=True)

    class Meta:
        verbose_name_plural = "leaver answers"

    def __str__(self) -> str:
        return f"Handover: {self.vacancy}"


class LeaverLink(SecretLink):
    """A secret link with which somebody who leaves answers without an account."""

    vacancy = models.ForeignKey(Vacancy, models.CASCADE, related_name="leaver_links")
