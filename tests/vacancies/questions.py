"""Questions and channels of a vacancy, and the addresses of its pages."""

import uuid
from html import unescape

from django.urls import reverse

from vacancies.models import AdvertChannel
from vacancies.recruiting.services.advert_plan import choose_channel
from vacancies.recruiting.services.selection import add_question


def choose(vacancy, *codes):
    """Choose the channels with these codes and return the choices."""
    found = [AdvertChannel.objects.get(code=code) for code in codes]
    return [choose_channel(vacancy=vacancy, channel=channel)[0] for channel in found]


def address(vacancy, page="question_list", *rest):
    return reverse(f"vacancies:{page}", args=[vacancy.pk, *rest])


def start(vacancy, criterion, method="interview", **more):
    query = {"criterion": criterion.pk, "method": method, **more}
    return reverse("vacancies:question_create", args=[vacancy.pk], query=query)


def ask(vacancy, criterion, text="How do you plan a search?", **values):
    given = {"method": "interview", "criterion": criterion, "text": text, **values}
    return add_question(vacancy=vacancy, key=uuid.uuid4(), **given)


def page_of(client, url):
    return unescape(client.get(url).content.decode())
