"""What editors do in the admin."""

from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils.timezone import localdate

from guidance.desk.admin.pages import LIVE, NOT_LIVE, SAVED, UNCHANGED
from guidance.desk.services.desk import ensure_editors_group
from guidance.models import ExternalResource, Page, PageResource
from guidance.pages.services.approvals import make_link
from guidance.pages.services.drafts import save_draft
from guidance.register.admin.parts import STYLE_HASH
from kls_portal.accounts.models import EDITORS
from kls_portal.operation.site_version import invalidate_public_cache
from tests.each import each
from tests.guidance.editing import (
    LATER,
    LIST,
    PUBLISHING,
    change_address,
    codes_of,
    errors_of,
    form,
    said_in,
    search,
)
from tests.pages import Page as Shown


def listed(shown: Shown) -> list[str]:
    """Return the addresses of the live pages in the list of the admin, in order."""
    return shown.addresses("#result_list .field-address")


# who


def test_editors_may_keep_guidance_and_nothing_else_of_the_admin(people):
    permissions = people.editor.get_all_permissions()
    for model in ("page", "externalresource", "pageresource", "revision", "approvallink"):
        assert f"guidance.change_{model}" in permissions
    assert not any(permission.startswith(("accounts.", "auth.")) for permission in permissions)


def test_the_group_is_made_once(db):
    group = ensure_editors_group()
    before = set(group.permissions.all())
    assert group.name == EDITORS
    assert set(ensure_editors_group().permissions.all()) == before
    group.delete()
    call_command("migrate", verbosity=0)
    assert set(ensure_editors_group().permissions.all()) >= before


@pytest.mark.parametrize("role", ["manager", "lead"])
def test_others_are_sent_away(people, client_of, role, make_page):
    client = client_of(getattr(people, role))
    for address in (LIST, f"{LIST}add/", change_address(make_page("a"))):
        assert client.get(address).status_code == 302


# add and change


def test_a_new_page_is_a_draft_until_it_is_published(editor, people, client):
    response = editor.post(f"{LIST}add/", form(note="New"))
    page = Page.objects.get(path="interviews")
    assert response.headers["Location"] == change_address(page)
    assert (page.live, page.draft.note) == (None, "New")
    assert said_in(editor.get(change_address(page))) == [SAVED.format(readers=NOT_LIVE)]
    assert client.get("/interviews/").status_code == 404
    assert search("fairly") == []
    editor.post(change_address(page), form(page, note="New", **PUBLISHING))
    page.refresh_from_db()
    assert (page.live.author, page.live.note) == (people.editor, "New")
    assert "Ask fairly." in client.get("/interviews/").content.decode()
    assert [result.address for result in search("fairly")] == ["/interviews/"]


def test_publishing_at_once_what_has_a_time_asks_first(editor, make_page):
    page = make_page("interviews", title="Interviews", summary="All about them.", order=10)
    sent = form(page, body="<p>Other words.</p>", publish_at=LATER)
    response = editor.post(change_address(page), sent | PUBLISHING)
    assert codes_of(response) == {"publish_at": {"has-a-time"}}
    assert "2 January 2127" in response.context["adminform"].form.asks_when
    shown = Shown(response)
    assert shown.value("body") == "<p>Other words.</p>"
    assert shown.value("publish_at") == LATER
    assert shown.all("[type=submit][name=_publish_at_once]")
    page.refresh_from_db()
    assert (page.live.body, page.draft) == ("<p>The text of interviews.</p>", None)


def test_who_was_asked_keeps_the_time_or_publishes_at_once(editor, make_page):
    page = make_page("interviews", title="Interviews", summary="All about them.", order=10)
    sent = form(page, body="<p>Other words.</p>", publish_at=LATER)
    editor.post(change_address(page), sent)
    page.refresh_from_db()
    assert page.draft.publish_at.year == 2127
    again = form(page, body="<p>Other words.</p>", publish_at=LATER, _publish_at_once="yes")
    editor.post(change_address(page), again)
    page.refresh_from_db()
    assert (page.live.body, page.draft) == ("<p>Other words.</p>", None)


def test_a_time_that_has_passed_does_not_stop_publishing(editor, make_page):
    page = make_page("interviews", title="Interviews", summary="All about them.", order=10)
    sent = form(page, body="<p>Other words.</p>", publish_at="2020-01-01T09:00", **PUBLISHING)
    assert editor.post(change_address(page), sent).status_code == 302
    page.refresh_from_db()
    assert (page.live.body, page.draft) == ("<p>Other words.</p>", None)


def test_the_form_shows_the_live_words(editor, make_page):
    page = make_page("a", title="A title", body="<p>A text</p>", based_on="A source")
    shown = Shown(editor.get(change_address(page)))
    words = {name: shown.value(name) for name in ("title", "body", "based_on")}
    assert words == {"title": "A title", "body": "<p>A text</p>", "based_on": "A source"}


def test_a_change_makes_a_draft_and_a_save_without_one_does_not(editor, make_page, client):
    page = make_page("interviews", title="Interviews", summary="All about them.", order=10)
    same = {"body": "<p>The text of interviews.</p>"}
    response = editor.post(change_address(page), form(page, **same), follow=True)
    assert said_in(response) == [UNCHANGED]
    assert page.revisions.count() == 1
    response = editor.post(
        change_address(page), form(page, body="<p>Other words.</p>"), follow=True
    )
    assert said_in(response) == [SAVED.format(readers=LIVE)]
    page.refresh_from_db()
    assert page.live.body == "<p>The text of interviews.</p>"
    assert page.draft.body == "<p>Other words.</p>"
    assert Shown(client.get("/interviews/")).texts(".guidance-body") == ["The text of interviews."]
    editor.post(change_address(page), form(page, body="<p>Other words.</p>", **PUBLISHING))
    page.refresh_from_db()
    assert (page.live.body, page.draft) == ("<p>Other words.</p>", None)
    assert page.revisions.count() == 2


def test_hostile_markup_does_not_get_in(editor, client):
    body = "<h1 style='x'>A</h1><p onclick='x'>b<script>alert(1)</script></p>"
    editor.post(f"{LIST}add/", form(body=body))
    assert Page.objects.get(path="interviews").draft.body == "<h2>A</h2>\n<p>b</p>"


@pytest.mark.parametrize(
    "body",
    [
        "<table><tr><td><table><tr><td>deep<table><tr><td>er</td></tr></table></td></tr></table>"
        "<p><a href='JaVa&#09;Script:alert(1)'>deep</a><img src=x onerror=alert(1)></p>"
        "<svg><script>alert(1)</script></svg><p>deep</p><style>*{display:none}</style>",
        "<div>" * 5_000 + "deep",
        "<p>deep\x08 &#x202e; 😀</p><h6>" + "x" * 10_000,
    ],
)
def test_whatever_is_pasted_is_drafted_compared_and_read(editor, make_page, client, body):
    page = make_page("interviews", body="<p>Before.</p>")
    assert editor.post(change_address(page), form(page, body=body)).status_code == 302
    page.refresh_from_db()
    asked = {"from": page.live_id, "to": page.draft_id}
    compare = reverse("admin:guidance_page_differences", args=[page.pk])
    assert "deep" in editor.get(compare, asked).content.decode()
    assert editor.post(change_address(page), form(page, body=body, **PUBLISHING)).status_code == 302
    invalidate_public_cache()
    shown = client.get("/interviews/").content.decode()
    assert "deep" in shown
    for hostile in ("alert(1)", "onerror", "display:none", "Script:"):
        assert hostile not in shown


@pytest.mark.thorough
def test_a_megabyte_is_taken(editor):
    body = "<p class=MsoNormal>word &amp; word</p>" * 28_000
    assert len(body) > 1_000_000
    assert editor.post(f"{LIST}add/", form(body=body)).status_code == 302
    assert Page.objects.get().draft.body.count("<p>") == 28_000


def test_moving_a_page_moves_those_beneath_it(editor, make_page, client):
    top, other = make_page("a"), make_page("b")
    make_page("c", top)
    editor.post(change_address(top), form(top, parent=other.pk, slug="a"))
    assert client.get("/b/a/c/").status_code == 200
    moved = client.get("/a/c/")
    assert (moved.status_code, moved.headers["Location"]) == (301, "/b/a/c/")


def test_resources_of_a_page_are_kept_in_order(editor, make_page, client):
    page = make_page("interviews")
    resources = [
        ExternalResource.objects.create(
            code=code, name=code, publisher="P", use="U.", url=f"{code}.example", confirmed=True
        )
        for code in ("one", "two")
    ]
    rows = {"resource_links-TOTAL_FORMS": 2}
    for number, resource in enumerate(resources):
        rows[f"resource_links-{number}-resource"] = resource.pk
        rows[f"resource_links-{number}-order"] = 2 - number
    assert editor.post(change_address(page), form(page, **rows)).status_code == 302
    assert list(ExternalResource.objects.on_page(page)) == resources[::-1]
    rows["resource_links-1-resource"] = resources[0].pk
    rows |= {"resource_links-0-order": 1, "resource_links-1-order": 2}
    PageResource.objects.all().delete()
    refused = errors_of(editor.post(change_address(page), form(page, **rows)))
    assert refused == {"resource_links", "resource_links-1"}, "one resource twice is refused"


# bad input


@pytest.fixture
def taken(make_page):
    make_page("taken")


@each(
    "given, codes",
    [
        (
            {
                "title": "",
                "summary": "x" * 301,
                "body": "",
                "slug": "Not a slug",
                "last_reviewed": "2026-02-30",
                "order": "-1",
                "publish_at": "tomorrow",
                "review_months": "0",
            },
            {
                "title": "required",
                "summary": "max_length",
                "body": "required",
                "slug": "invalid",
                "last_reviewed": "invalid",
                "order": "min_value",
                "publish_at": "invalid",
                "review_months": "min_value",
            },
        ),
        (
            {
                "title": "x" * 121,
                "body": "<p> </p><script>x</script>",
                "slug": "taken",
                "next_review": "2025-11-22",
                "publish_at": "2020-01-01T09:00",
                "review_months": "61",
            },
            {
                "title": "max_length",
                "body": "no-words",
                "slug": "taken",
                "next_review": "out-of-order",
                "publish_at": "past",
                "review_months": "max_value",
            },
        ),
        (
            {
                "slug": "vacancies",
                "body": '<p><a href="/nosuch/">a</a></p>',
                "last_reviewed": "2999-01-01",
                "next_review": "3000-01-01",
                "unpublish_at": "2020-01-01T09:00",
            },
            {
                "slug": "reserved",
                "body": "dead-link",
                "last_reviewed": "to-come",
                "unpublish_at": "past",
            },
        ),
        ({"slug": "components"}, {"slug": "reserved"}),
        ({"slug": "updates"}, {"slug": "reserved"}),
        (
            {"publish_at": "2127-01-02T09:00", "unpublish_at": "2127-01-01T09:00"},
            {"unpublish_at": "out-of-order"},
        ),
        ({"is_major": "on", "change_note": " "}, {"change_note": None}),
    ],
)
@pytest.mark.usefixtures("taken")
def test_a_fault_is_told_and_nothing_typed_is_lost(editor, given, codes):
    response = editor.post(f"{LIST}add/", form(based_on="Typed with care", **given))
    assert codes_of(response) == {field: {code} for field, code in codes.items()}
    assert Shown(response).value("based_on") == "Typed with care"
    assert Page.objects.count() == 1


def test_a_fault_names_the_page_or_the_link_in_words(editor, make_page):
    make_page("taken")
    given = {"slug": "taken", "body": '<p><a href="/nosuch/">a</a></p>'}
    told = str(editor.post(f"{LIST}add/", form(**given)).context["errors"])
    for words in ("“Taken”", "/taken/", "“/nosuch/”"):
        assert words in told


@pytest.mark.parametrize("title", ["<script>alert(1)</script>", "عمل 😀", "a\u202eb", '"><b>'])
def test_any_title_is_shown_as_text(editor, client, title):
    editor.post(f"{LIST}add/", form(title=title, **PUBLISHING))
    for page in (client.get("/interviews/"), editor.get(LIST), editor.get("/search/?q=fairly")):
        assert page.status_code == 200
        assert "<script>alert" not in page.content.decode()
    assert Page.objects.get().live.title == title


def test_errors_are_one_list_of_links_that_name_their_fields(editor):
    shown = Shown(editor.post(f"{LIST}add/", form(title="", body="<p>{{ fact gone }}</p>")))
    assert {"#id_title", "#id_body"} <= set(shown.addresses(".nhsuk-error-summary"))
    assert all(link.removeprefix("#") in shown.ids for link in shown.addresses("[role=alert]"))
    described = shown.all("#id_title")[0].get("aria-describedby", "").split()
    assert set(described) & shown.ids
    assert shown.texts(".nhsuk-error-summary a")[0].startswith("Title: ")


@pytest.mark.parametrize(
    ("address", "field"),
    [
        ("/admin/accounts/user/add/", "id_email"),
        ("/admin/accounts/user/{}/password/", "id_password1"),
        ("/admin/password_change/", "id_old_password"),
        ("/admin/vacancies/factorlevel/", "id_form-0-points"),
        ("/admin/vacancies/profile/type/", "id_title"),
        ("/admin/guidance/page/transfer/", "id_file"),
    ],
)
def test_each_kind_of_page_lists_its_errors_and_says_so_in_its_title(
    address, field, people, reference_data, client_of
):
    client = client_of(people.superuser)
    address = address.format(people.manager.pk)
    typed = {}
    if field.startswith("id_form"):
        typed = dict(Shown(client.get(address)).all("#changelist-form")[0].form_values())
        typed |= {field.removeprefix("id_"): "many", "_save": "1"}
    shown = Shown(client.post(address, {"preview": "1", **typed}))
    assert f"#{field}" in shown.addresses(".nhsuk-error-summary")
    assert shown.title.startswith("Error: ")


# list, history, withdrawing, deleting


def test_the_list_says_what_is_overdue_and_filters_it(editor, make_page):
    make_page("late", last_reviewed=date(2019, 1, 1), next_review=date(2020, 1, 1))
    make_page("fine")
    everything = Shown(editor.get(LIST))
    assert set(listed(everything)) == {"/late/", "/fine/"}
    assert everything.statuses == ["overdue"]
    overdue = Shown(editor.get(f"{LIST}?review=overdue"))
    assert (listed(overdue), overdue.statuses) == (["/late/"], ["overdue"])
    assert listed(Shown(editor.get(f"{LIST}?review=soon"))) == []


def test_soon_is_the_same_in_the_list_and_on_the_desk(editor, make_page, settings):
    settings.GUIDANCE_DUE_SOON_DAYS = 10
    for slug, days in (("near", 10), ("far", 11)):
        make_page(slug, next_review=localdate() + timedelta(days=days))
    shown = Shown(editor.get(f"{LIST}?review=soon"))
    assert listed(shown) == ["/near/"]


def test_the_list_names_nobody_but_owners(editor, make_page, people):
    page = make_page("interviews", owner=people.editor)
    make_page("nobodys")
    shown = editor.get(LIST).content.decode()
    assert f"owner__id__exact={page.owner_id}" in shown
    assert f"owner__id__exact={people.manager.pk}" not in shown
    assert listed(Shown(editor.get(f"{LIST}?owner__isnull=True"))) == ["/nobodys/"]


def test_the_list_filters_by_section_and_searches(editor, make_page):
    make_page("inner", make_page("a"))
    make_page("other")
    section = listed(Shown(editor.get(f"{LIST}?section=a")))
    assert "/a/inner/" in section
    assert "/other/" not in section
    assert listed(Shown(editor.get(f"{LIST}?q=inner"))) == ["/a/inner/"]


def test_the_list_needs_few_queries(editor, guidance_pages, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        editor.get(LIST)


def test_history_of_a_page_that_is_not_there(editor, db):
    response = editor.get(reverse("admin:guidance_page_history", args=[4711]))
    assert response.status_code == 302


def test_a_page_is_taken_off_the_site_and_brought_back(editor, make_page, client):
    page = make_page("interviews")
    act = {"action": "withdraw_pages", "_selected_action": [page.pk]}
    editor.post(LIST, act)
    assert client.get("/interviews/").status_code == 404
    assert listed(Shown(editor.get(LIST))) == [], "no link leads to what is not on the site"
    shown = Shown(editor.get(change_address(page)))
    assert shown.value("body") == "<p>The text of interviews.</p>"
    editor.post(change_address(page), form(page))
    assert client.get("/interviews/").status_code == 404
    editor.post(change_address(page), form(page, **PUBLISHING))
    assert client.get("/interviews/").status_code == 200


def test_an_editors_own_page_can_be_deleted(editor, make_page):
    page = make_page("a", body="<p>zebra</p>")
    draft = save_draft(page, title="A", summary="S", body="<p>lion</p>")
    make_link(draft, days=7)
    address = reverse("admin:guidance_page_delete", args=[page.pk])
    assert editor.get(address).status_code == 200
    editor.post(address, {"post": "yes"})
    assert not Page.objects.exists()
    assert search("zebra") == []


def test_a_page_with_others_beneath_it_is_not_deleted(editor, make_page):
    top = make_page("a")
    make_page("b", top)
    address = reverse("admin:guidance_page_delete", args=[top.pk])
    editor.post(address, {"post": "yes"})
    assert Page.objects.count() == 2


def test_what_came_with_the_portal_is_not_deleted(editor, guidance_pages):
    page, resource = Page.objects.get(path="cookies"), ExternalResource.objects.first()
    for name, row in (("page", page), ("externalresource", resource)):
        address = reverse(f"admin:guidance_{name}_delete", args=[row.pk])
        assert editor.post(address, {"post": "yes"}).status_code == 403
    assert "delete_selected" not in editor.get(LIST).content.decode()


# resources


def test_confirming_an_address_shows_the_link(editor, make_page, client):
    page = make_page("a")
    resource = ExternalResource.objects.create(
        code="one", name="One", publisher="P", use="U.", url="www.one.example"
    )
    PageResource.objects.create(page=page, resource=resource)
    assert Shown(client.get("/a/")).addresses("#resources + ul") == []
    given = {"name": "One", "publisher": "P", "use": "U.", "url": "www.one.example"}
    address = reverse("admin:guidance_externalresource_change", args=[resource.pk])
    assert editor.post(address, given | {"confirmed": "on"}).status_code == 302
    invalidate_public_cache()
    shown = Shown(client.get("/a/"))
    assert shown.addresses("#resources + ul") == ["https://www.one.example"]


# policy


def policy(response) -> dict[str, list[str]]:
    parts = (part.split() for part in response.headers["Content-Security-Policy"].split(";"))
    return {name: values for name, *values in parts}


def test_only_the_form_of_a_page_lets_the_editor_in(editor, make_page):
    page = make_page("a")
    for address in (f"{LIST}add/", change_address(page)):
        response = editor.get(address)
        rules = policy(response)
        assert rules["style-src"] == ["'self'", STYLE_HASH]
        _, nonce = rules["script-src"]
        shown = response.content.decode()
        assert nonce.startswith("'nonce-")
        assert 'nonce="{}"'.format(nonce[len("'nonce-") : -1]) in shown
        assert 'type="importmap"' in shown
    for address in (LIST, "/admin/", "/admin/guidance/externalresource/add/", "/a/"):
        rules = policy(editor.get(address))
        assert rules["style-src"] == rules["script-src"] == ["'self'"]
