"""People and organisations, for administrators."""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.forms import AdminUserCreationForm
from django.db.models import ManyToManyField
from django.forms import CheckboxSelectMultiple

from kls_portal.accounts.models import Membership, Organisation, User


class MembershipInline(admin.StackedInline):
    """The organisations somebody works for, and as what."""

    model = Membership
    extra = 0
    autocomplete_fields = ["organisation"]


class NewUserForm(AdminUserCreationForm):
    """An account is made with an email address; the password may wait for a reset link."""

    class Meta:
        model = User
        fields = ["email", "name"]


@admin.register(User)
class UserAdmin(DjangoUserAdmin):
    """Make an account here; the person then sets a password with “Forgotten your password?”."""

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


@admin.register(Organisation)
class OrganisationAdmin(admin.ModelAdmin):
    """NHS bodies and who works for them."""

    list_display = ["name", "ods_code", "nation"]
    search_fields = ["name", "ods_code"]
