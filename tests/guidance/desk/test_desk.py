"""The desk: what needs doing, and the button “Reviewed, nothing to change”."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from guidance.desk.admin.pages import NOTHING_TO_REVIEW as NOT_LIVE
from guidance.desk.services.desk import MOST_ROWS, Section, desk
from guidance.models import Page
from guidance.pages.services.approvals import answer, make_link
from guidance.pages.services.drafts import save_draft
from guidance.pages.services.publishing import withdraw
from tests.guidance.editing import said_in
from tests.pages import Page as Shown

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
TODAY = NOW.date()
DAY = timedelta(days=1)
WORDS = {"title": "Next", "summary": "All about it.", "body": "<p>zebra</p>"}
ADDRESS = "/admin/guidance/page/desk/"


@pytest.fixture(autouse=True)
def clock(time_machine):
    """It is noon and stays noon, however long the tests run."""
    time_machine.move_to(NOW.timestamp(), tick=False)


def section(slug: str) -> Section:
    return next(found for found in desk(TODAY) if found.slug == slug)


def texts(slug: str) -> list[str]:
    return [row.text for row in section(slug).rows]


def test_pages_are_listed_by_when_their_review_is_due(make_page, settings):
    settings.GUIDANCE_DUE_SOON_DAYS = 60
    for slug, day in (
        ("later", TODAY + 61 * DAY),
        ("soon", TODAY + 60 * DAY),
        ("today", TODAY),
        ("late", TODAY - DAY),
        ("very-late", TODAY - 900 * DAY),
    ):
        make_page(slug, next_review=day)
    withdraw(make_page("gone", next_review=TODAY - DAY))
    assert texts("overdue") == ["Very late", "Late"]
    assert texts("due-soon") == ["Today", "Soon"]


def test_pages_that_nobody_keeps_are_listed(make_page, people):
    make_page("kept", owner=people.editor)
    make_page("orphan", deputy=people.editor)
    people.superuser.is_active = False
    people.superuser.save()
    make_page("left", owner=people.superuser)
    assert texts("without-owner") == ["Left", "Orphan"]
    assert section("without-owner").rows[1].facts == (f"Deputy: {people.editor}",)


def test_drafts_are_listed_with_their_time_and_what_approvers_said_in_words(make_page):
    page = make_page("page")
    when = NOW + DAY
    link, _ = make_link(save_draft(page, **WORDS, publish_at=when), days=7)
    answer(link, key=uuid4(), is_approval=True)
    answer(link, key=uuid4(), is_approval=False, comment="Well")
    (row,) = section("drafts").rows
    assert row.text == "Next"
    assert row.facts[1].startswith("To be published ")
    assert row.facts[2:] == ("Approvals: 1", "Comments: 1")


def test_a_long_section_shows_its_beginning_and_where_the_rest_is(make_page, editor):
    for number in range(MOST_ROWS + 2):
        make_page(f"p-{number}", next_review=date(2020, 1, 1))
    found = section("overdue")
    assert (len(found.first), len(found.rows)) == (MOST_ROWS, MOST_ROWS + 2)
    shown = Shown(editor.get(ADDRESS))
    (more,) = shown.texts(f"#overdue a[href='{found.more}']")
    assert str(MOST_ROWS + 2) in more
    assert len(shown.all("#overdue li")) == MOST_ROWS
    assert editor.get(found.more).status_code == 200
    assert editor.get(section("without-owner").more).status_code == 200


def test_an_empty_desk_says_so_for_each_section(editor):
    shown = Shown(editor.get(ADDRESS))
    for found in desk(TODAY):
        assert found.rows == ()
        assert shown.text(f"#{found.slug} li") == found.empty


def test_every_section_has_its_own_slug(db):
    slugs = [found.slug for found in desk(TODAY)]
    assert len(set(slugs)) == len(slugs)


def test_the_first_page_of_the_admin_leads_to_the_desk(editor, people, client_of):
    assert f'href="{ADDRESS}"' in editor.get("/admin/").content.decode()
    assert client_of(people.manager).get(ADDRESS).status_code == 302


def test_the_desk_needs_few_queries(make_page, editor, django_assert_max_num_queries):
    for number in range(15):
        save_draft(make_page(f"p-{number}", next_review=date(2020, 1, 1)), **WORDS)
    with django_assert_max_num_queries(6 + 4 * len(desk(TODAY))):
        editor.get(ADDRESS)


@pytest.mark.parametrize(("months", "sent"), [(None, {}), (3, {"desk": "1"})])
def test_reviewed_nothing_to_change_is_one_button(
    make_page, editor, client, months, sent, settings
):
    settings.GUIDANCE_REVIEW_MONTHS = 12
    page = make_page("page", next_review=date(2020, 1, 1), review_months=months)
    address = reverse("admin:guidance_page_reviewed", args=[page.pk])
    assert f'action="{address}"' in editor.get(ADDRESS).content.decode()
    assert editor.get(address).status_code == 405
    response = editor.post(address, sent)
    back = ADDRESS if sent else reverse("admin:guidance_page_change", args=[page.pk])
    assert response.headers["Location"] == back
    page = Page.objects.get()
    assert page.last_reviewed == TODAY
    elapsed = (page.next_review.year - TODAY.year) * 12 + page.next_review.month - TODAY.month
    assert elapsed == (months or 12)
    assert page.revisions.count() == 1
    assert texts("overdue") == []


def test_a_page_off_the_site_is_not_reviewed(make_page, editor):
    page = make_page("page", next_review=date(2020, 1, 1))
    withdraw(page)
    address = reverse("admin:guidance_page_reviewed", args=[page.pk])
    assert said_in(editor.post(address, follow=True)) == [NOT_LIVE.format(page=page)]
    assert Page.objects.get().next_review == date(2020, 1, 1)


def test_a_draft_is_let_go_and_kept_in_the_history(make_page, editor):
    page = make_page("page")
    save_draft(page, **WORDS)
    address = reverse("admin:guidance_page_discard", args=[page.pk])
    assert editor.get(address).status_code == 405
    editor.post(address)
    editor.post(address)
    assert Page.objects.get().draft is None
    assert page.revisions.count() == 2


def test_only_who_may_change_pages_reviews_and_discards(make_page, people, client_of):
    page = make_page("page", next_review=date(2020, 1, 1))
    save_draft(page, **WORDS)
    people.manager.is_staff = True
    people.manager.save()
    for name in ("reviewed", "discard"):
        address = reverse(f"admin:guidance_page_{name}", args=[page.pk])
        assert client_of(people.manager).post(address).status_code == 403
    assert Page.objects.get().draft is not None
