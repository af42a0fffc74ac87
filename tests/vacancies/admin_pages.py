"""Pages of the admin, and what editors send to them."""

from html import unescape

from django.urls import reverse


def url(model, action, *key):
    return reverse(f"admin:vacancies_{model}_{action}", args=key)


def page_of(response):
    return unescape(response.content.decode())


def admin_answers(profile, **changed):
    """Return what the admin's form of a profile sends, with something changed."""
    rows = list(profile.factors.all())
    answers = {
        "title": profile.title,
        "band": profile.band,
        "status": profile.status,
        "source": profile.source,
        "note": profile.note,
        "read_on": "",
        "factors-TOTAL_FORMS": len(rows),
        "factors-INITIAL_FORMS": len(rows),
        "factors-MIN_NUM_FORMS": 0,
        "factors-MAX_NUM_FORMS": 16,
    }
    for index, row in enumerate(rows):
        answers |= {
            f"factors-{index}-id": row.pk,
            f"factors-{index}-profile": profile.pk,
            f"factors-{index}-factor": row.factor,
            f"factors-{index}-label": row.label,
        }
    return answers | changed
