"""Nobody who is no superuser raises rights: their own or anybody's, in any way of the admin."""

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse

from kls_portal.accounts.models import EDITORS, Membership, Organisation, User
from tests.conftest import PASSWORD

MODELS = ("user", "organisation", "membership", "group", "permission", "logentry", "emailaddress")
NO_INLINES = {"memberships-TOTAL_FORMS": 0, "memberships-INITIAL_FORMS": 0}


@pytest.fixture
def keeper(people) -> User:
    """A member of staff with every permission on accounts, and no superuser."""
    user = User.objects.create_user("keeper@test.example", PASSWORD, is_staff=True, name="Keeper")
    user.user_permissions.set(Permission.objects.filter(content_type__model__in=MODELS))
    Membership.objects.create(user=user, organisation=people.southmoor)
    return user


@pytest.fixture
def client(keeper, client_of):
    return client_of(keeper)


def address(action, *key):
    return reverse(f"admin:accounts_user_{action}", args=key)


def answers_of(user, **changed):
    plain = {"email": user.email, "name": user.name, "is_active": "on", **NO_INLINES}
    return {**plain, **changed}


def everything_of(user):
    user = User.objects.get(pk=user.pk)
    return (
        user.email,
        user.password,
        user.is_active,
        user.is_staff,
        user.is_superuser,
        sorted(user.groups.values_list("name", flat=True)),
        sorted(user.user_permissions.values_list("pk", flat=True)),
        sorted(user.memberships.values_list("organisation", "role")),
    )


def rights(db_user):
    return everything_of(db_user)[3:]


@pytest.mark.parametrize("field", ["is_superuser", "is_staff", "groups", "user_permissions"])
@pytest.mark.parametrize("who", ["keeper", "manager"])
def test_a_right_that_is_posted_changes_nothing(people, keeper, client, who, field):
    user = keeper if who == "keeper" else people.manager
    group = Group.objects.get(name=EDITORS)
    value = {"groups": group.pk, "user_permissions": Permission.objects.first().pk}.get(field, "on")
    before = rights(user)
    sent = answers_of(user, name="Another name", **{field: value})
    assert client.post(address("change", user.pk), sent).status_code == 302
    assert User.objects.get(pk=user.pk).name == "Another name"
    assert rights(user) == before


def test_a_new_account_comes_without_rights(people, client):
    sent = {"email": "new@test.example", "usable_password": "false", **NO_INLINES}
    sent |= {"is_superuser": "on", "is_staff": "on", "groups": Group.objects.first().pk}
    sent |= {"user_permissions": Permission.objects.first().pk}
    assert client.post(address("add"), sent).status_code == 302
    new = User.objects.get(email="new@test.example")
    assert rights(new) == (False, False, [], [], [])


@pytest.mark.parametrize("popup", ["", "?_popup=1", "?_to_field=id&_popup=1"])
@pytest.mark.parametrize("action", ["change", "delete", "history"])
def test_a_superuser_is_not_there(people, client, action, popup):
    before = everything_of(people.superuser)
    page = address(action, people.superuser.pk) + popup
    assert client.get(page).status_code == 302
    assert client.post(page, {"post": "yes", **answers_of(people.superuser)}).status_code in {
        302,
        405,
    }
    assert everything_of(people.superuser) == before


@pytest.mark.parametrize("who", ["superuser", "editor"])
@pytest.mark.parametrize("closed", [False, True])
def test_who_has_more_rights_gets_neither_password_nor_address_from_a_keeper(
    people, client, who, closed
):
    user = getattr(people, who)
    Group.objects.get(name=EDITORS).permissions.add(Permission.objects.get(codename="change_page"))
    User.objects.filter(pk=user.pk).update(is_active=not closed)
    before = everything_of(user)
    new = {"password1": "three random words", "password2": "three random words"}
    password = reverse("admin:auth_user_password_change", args=[user.pk])
    for page, sent in (
        (password, {**new, "usable_password": "true", "set-password": "x"}),
        (password, {"usable_password": "false", "unset-password": "x"}),
        (address("change", user.pk), answers_of(user, email="mine@test.example")),
        (address("delete", user.pk), {"post": "yes"}),
    ):
        response = client.post(page, sent)
        assert response.status_code in {302, 403, 404}
    assert everything_of(user) == before


@pytest.mark.parametrize("who", ["superuser", "editor"])
def test_no_bulk_action_deletes_who_has_more_rights(people, client, who):
    user = getattr(people, who)
    user.user_permissions.add(Permission.objects.get(codename="change_page"))
    sent = {"action": "delete_selected", "_selected_action": [user.pk], "post": "yes"}
    client.post(address("changelist"), sent)
    assert User.objects.filter(pk=user.pk).exists()


@pytest.mark.parametrize("query", ["", "?q=superuser", "?is_staff__exact=1", "?is_active__exact=1"])
def test_the_list_leaves_superusers_out(people, client, query):
    shown = client.get(address("changelist") + query).context["cl"].queryset
    assert people.superuser not in shown
    assert (people.manager in shown) == (query in {"", "?is_active__exact=1"})


@pytest.mark.parametrize("action", ["changelist", "add"])
def test_groups_are_for_superusers(people, client, client_of, action):
    page = reverse(f"admin:auth_group_{action}")
    assert client.get(page).status_code == 403
    assert client.post(page, {"name": "Mine"}).status_code == 403
    assert client_of(people.superuser).get(page).status_code == 200
    assert not Group.objects.filter(name="Mine").exists()
    assert "/admin/auth/group/" not in client.get("/admin/").content.decode()


@pytest.mark.parametrize("action", ["change", "delete"])
def test_a_group_stays_as_it_is(people, keeper, client, action):
    group = Group.objects.create(name="Keepers")
    keeper.groups.add(group)
    page = reverse(f"admin:auth_group_{action}", args=[group.pk])
    sent = {"name": "Keepers", "permissions": [Permission.objects.first().pk], "post": "yes"}
    assert client.post(page, sent).status_code == 403
    assert Group.objects.get(pk=group.pk).permissions.count() == 0


def membership(user, organisation, role, key=""):
    return answers_of(
        user,
        **{
            "memberships-TOTAL_FORMS": 1,
            "memberships-INITIAL_FORMS": 1 if key else 0,
            "memberships-0-id": key,
            "memberships-0-user": user.pk,
            "memberships-0-organisation": organisation.pk,
            "memberships-0-role": role,
        },
    )


def test_nobody_gives_themselves_a_role(people, keeper, client):
    before = everything_of(keeper)
    own = keeper.memberships.get()
    for sent in (
        membership(keeper, people.northfield, "lead"),
        membership(keeper, people.southmoor, "lead", own.pk),
        {**membership(keeper, people.southmoor, "manager", own.pk), "memberships-0-DELETE": "on"},
    ):
        client.post(address("change", keeper.pk), sent)
    assert everything_of(keeper) == before


def test_a_keeper_gives_others_their_role(people, client):
    own = people.manager.memberships.get()
    sent = membership(people.manager, people.northfield, "lead", own.pk)
    assert client.post(address("change", people.manager.pk), sent).status_code == 302
    own.refresh_from_db()
    assert own.role == Membership.Role.LEAD


def test_a_keeper_closes_and_renames_who_has_no_rights(people, client):
    sent = answers_of(people.manager, email="moved@test.example")
    del sent["is_active"]
    assert client.post(address("change", people.manager.pk), sent).status_code == 302
    people.manager.refresh_from_db()
    assert (people.manager.email, people.manager.is_active) == ("moved@test.example", False)


def test_a_superuser_gives_rights(people, client_of):
    sent = answers_of(people.manager, is_staff="on", groups=Group.objects.get(name=EDITORS).pk)
    client_of(people.superuser).post(address("change", people.manager.pk), sent)
    people.manager.refresh_from_db()
    assert people.manager.is_staff
    assert people.manager.groups.get().name == EDITORS


@pytest.mark.parametrize("way", ["delete", "bulk"])
def test_an_account_with_entries_in_the_log_is_closed_not_deleted(people, client_of, way):
    content = ContentType.objects.get_for_model(Organisation)
    LogEntry.objects.create(
        user=people.editor, content_type=content, object_id="1", action_flag=CHANGE
    )
    client, key = client_of(people.superuser), people.editor.pk
    if way == "delete":
        client.post(address("delete", key), {"post": "yes"})
    else:
        sent = {"action": "delete_selected", "_selected_action": [key, people.other.pk]}
        client.post(address("changelist"), {**sent, "post": "yes"})
    assert User.objects.filter(pk=key).exists()
    assert LogEntry.objects.filter(user=key).exists()
    client.post(address("delete", people.other.pk), {"post": "yes"})
    assert not User.objects.filter(pk=people.other.pk).exists()


@pytest.mark.postgres
@pytest.mark.parametrize("name", ["northfield nhs TRUST", " Northfield   NHS Trust"])
def test_two_organisations_have_two_names(people, client_of, name):
    client, add = client_of(people.superuser), reverse("admin:accounts_organisation_add")
    sent = {"name": name, "ods_code": "xyz", "nation": "ENG"}
    assert set(client.post(add, sent).context["adminform"].form.errors) == {"name"}
    assert Organisation.objects.count() == 2


@pytest.mark.postgres
def test_a_code_is_turned_into_capitals(people, client_of):
    client, add = client_of(people.superuser), reverse("admin:accounts_organisation_add")
    assert (
        client.post(add, {"name": "Eastmoor", "ods_code": "rwf", "nation": "ENG"}).status_code
        == 302
    )
    assert Organisation.objects.get(name="Eastmoor").ods_code == "RWF"
    again = client.post(add, {"name": "Another", "ods_code": "rwF", "nation": "ENG"})
    assert again.status_code == 200
