"""People and organisations, for administrators."""

from typing import Any, cast

from allauth.account.admin import EmailAddress
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.admin import GroupAdmin as DjangoGroupAdmin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.forms import AdminUserCreationForm
from django.contrib.auth.models import Group
from django.db.models import ManyToManyField, QuerySet
from django.forms import CheckboxSelectMultiple, ModelForm
from django.http import HttpRequest

from kls_portal.accounts.editors import has_no_more_rights
from kls_portal.accounts.models import Membership, Organisation, User
from kls_portal.accounts.permissions import administers
from kls_portal.published import ConcurrentEditAdmin

# An account has one address, stored on the account itself.
admin.site.unregister(EmailAddress)
admin.site.unregister(Group)
RIGHTS = ["is_staff", "is_superuser", "groups"]


class MembershipInline(admin.StackedInline):
    """The organisations a person works for and their role in each. Nobody sets their own role."""

    model = Membership
    extra = 0
    autocomplete_fields = ["organisation"]

    def has_add_permission(self, request: HttpRequest, obj: User | None) -> bool:
        return _is_for_others(request, obj) and super().has_add_permission(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        return _is_for_others(request, obj) and super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        return _is_for_others(request, obj) and super().has_delete_permission(request, obj)


def _is_for_others(request: HttpRequest, person: User | None) -> bool:
    return administers(request) or person != request.user


class NewUserForm(AdminUserCreationForm):
    """A new account needs an email address; the password can be set later by a reset link."""

    class Meta:
        model = User
        fields = ["email", "name"]


@admin.register(User)
class UserAdmin(ConcurrentEditAdmin, DjangoUserAdmin):
    """Create an account here; its owner sets a password with “Forgotten your password?”."""

    add_form = NewUserForm
    ordering = ["email"]
    list_display = ["email", "name", "is_staff", "is_active", "last_login"]
    list_filter = ["is_staff", "is_active", "groups"]
    search_fields = ["email", "name"]
    filter_horizontal = []
    formfield_overrides = {ManyToManyField: {"widget": CheckboxSelectMultiple}}
    inlines = [MembershipInline]
    readonly_fields = ["last_login", "date_joined"]
    fieldsets = [
        (None, {"fields": ["email", "name", "password"]}),
        ("What they may do", {"fields": ["is_active", "is_staff", "is_superuser", "groups"]}),
        ("Dates", {"fields": ["last_login", "date_joined"]}),
    ]
    add_fieldsets = [
        (None, {"fields": ["email", "name", "usable_password", "password1", "password2"]})
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        everybody = super().get_queryset(request)
        return everybody if administers(request) else everybody.filter(is_superuser=False)

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> list[str]:
        return self.readonly_fields + ([] if administers(request) else RIGHTS)

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """Whether this account may be changed; setting its address or password takes it over."""
        allowed = super().has_change_permission(request, obj)
        return allowed and has_no_more_rights(obj, than=cast(User, request.user))

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        allowed = super().has_delete_permission(request, obj)
        return allowed and has_no_more_rights(obj, than=cast(User, request.user))

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> tuple[Any, Any, Any, Any]:
        """Return what would be deleted and what prevents it: a user's log entries would go too."""
        gone, counts, needed, forbids = super().get_deleted_objects(objs, request)
        authors = User.objects.filter(logentry__in=LogEntry.objects.filter(user__in=objs))
        forbids += [
            f"What {author} did in the admin. Close the account instead: untick “Active”."
            for author in authors.distinct()
        ]
        return gone, counts, needed, forbids

    def save_model(self, request: HttpRequest, obj: User, form: ModelForm, change: bool) -> None:
        """Save the account; administrators who change their own address keep this session only."""
        super().save_model(request, obj, form, change)
        update_session_auth_hash(request, obj)


@admin.register(Group)
class GroupAdmin(ConcurrentEditAdmin, DjangoGroupAdmin):
    """Groups and their permissions. Groups grant rights, so only superusers manage them."""

    filter_horizontal = []

    def has_module_permission(self, request: HttpRequest, obj: Group | None = None) -> bool:
        """Whether groups appear in the index, and may be seen, added, changed and deleted."""
        return administers(request)

    has_view_permission = has_add_permission = has_module_permission
    has_change_permission = has_delete_permission = has_module_permission


@admin.register(Organisation)
class OrganisationAdmin(ConcurrentEditAdmin):
    list_display = ["name", "ods_code", "nation"]
    search_fields = ["name", "ods_code"]
