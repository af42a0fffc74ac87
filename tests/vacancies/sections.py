"""The pages of a vacancy's sections, and good answers to the one about the post."""

from django.urls import reverse

POST = {"title": "Librarian", "contract": "permanent", "hours": "37.5", "place": "Northfield"}


def address(vacancy, page="post_edit"):
    return reverse(f"vacancies:{page}", args=[vacancy.pk])
