"""The demonstration shows work on the desk, and is made once."""

from django.utils import timezone

from guidance.content.demonstration import DRAFTED, load_demonstration
from guidance.desk.services.desk import desk
from guidance.models import Page
from vacancies.management.demonstration import load_demonstration as load_people

TO_DO = {"due-soon", "drafts", "broken-links", "lapsed-claims", "search-misses", "called-unhelpful"}


def test_the_desk_of_the_demonstration_has_work_and_it_is_made_once(
    guidance_pages, reference_data, client
):
    load_people()
    assert any("desk" in sentence for sentence in load_demonstration())
    with_work = {section.slug: len(section.rows) for section in desk(timezone.localdate())}
    assert {slug for slug in TO_DO if with_work[slug] == 1} == TO_DO
    assert list(load_demonstration()) == []
    assert client.get(f"/{DRAFTED}/").status_code == 200
    drafted = Page.objects.get(path=DRAFTED)
    assert drafted.draft.body != drafted.live.body
