"""Admin classes for content of public pages."""

from collections.abc import Callable, Mapping
from functools import reduce
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.options import FORMFIELD_FOR_DBFIELD_DEFAULTS
from django.db import transaction
from django.db.models import DateField, Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.views.decorators.http import require_POST

from kls_portal.forms.concurrent_edit import ConcurrentRowForm
from kls_portal.operation.site_version import invalidate_public_cache

# Of every list: what its rows add to reach by Tab is short, and no link shows all of them.
admin.ModelAdmin.list_per_page = admin.ModelAdmin.list_max_show_all = 10


class DateInput(forms.DateInput):
    """The native date input: it needs no script, which would add a link “Today” to each."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


FORMFIELD_FOR_DBFIELD_DEFAULTS[DateField] = {"widget": DateInput}


def column(path: str, heading: str) -> Callable[[Any, Any], Any]:
    """Return a display of the value at a path such as "link__since", without a link; it sorts."""

    def value(model_admin: Any, row: Any) -> Any:
        held = reduce(lambda held, name: getattr(held, name, None), path.split("__"), row)
        # On the page of a row, Django would write “None”.
        return model_admin.get_empty_value_display() if held is None else held

    return admin.display(description=heading, ordering=path)(value)


Choices = Mapping[str, tuple[str, Callable[[Any], Any]]]


def filter_by(name: str, choices: Choices) -> type[admin.SimpleListFilter]:
    """Return a filter of a list. choices: by value, the words of each and what narrows the rows."""

    class ChoiceFilter(admin.SimpleListFilter):
        title = parameter_name = name

        def lookups(self, *_: Any) -> list[tuple[str, str]]:
            return [(value, words) for value, (words, _) in choices.items()]

        def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
            asked = choices.get(self.value() or "")
            return asked[1](queryset) if asked else queryset

    return ChoiceFilter


Addresses = tuple[tuple[str, str, bool], ...]


class AddressedAdmin(admin.ModelAdmin):
    """An admin with pages of its own.

    addresses: of each the route, its name after that of the app, and whether it takes a POST alone;
    its view is the method with that name, without the model's, and `_view`. Those of all classes
    count.
    """

    addresses: Addresses = ()

    def get_urls(self) -> list[Any]:
        own = [row for kind in type(self).__mro__ for row in vars(kind).get("addresses", ())]
        return [*(self._pattern(*row) for row in own), *super().get_urls()]

    def shown(self, request: HttpRequest, template: str, title: str, **more: Any) -> HttpResponse:
        """Return a page of the admin. template: its name below `admin/`, without the ending."""
        each = self.admin_site.each_context(request)
        context = {**each, "opts": self.opts, "title": title, **more}
        return render(request, f"admin/{template}.html", context)

    def _pattern(self, route: str, name: str, posted: bool) -> URLPattern:
        view = getattr(self, f"{name.removeprefix(f'{self.opts.model_name}_')}_view")
        wrapped = self.admin_site.admin_view(require_POST(view) if posted else view)
        return path(route, wrapped, name=f"{self.opts.app_label}_{name}")


class ConcurrentEditAdmin(admin.ModelAdmin):
    """Admin that asks before an editor overwrites what another saved; see ConcurrentRowForm."""

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kw: Any
    ) -> Any:
        if change and request.method == "POST":  # two saves at once cannot both pass
            try:
                obj.refresh_from_db(from_queryset=self.model._base_manager.select_for_update())
            except self.model.DoesNotExist as gone:
                raise Http404 from gone
        form = super().get_form(request, obj, change=change, **kw)
        if not change or "version_token" in form.base_fields:
            return form
        inlines, related = {one.model for one in self.inlines}, self.opts.related_objects
        beside = [one.get_accessor_name() for one in related if one.related_model in inlines]
        return type(form.__name__, (ConcurrentRowForm, form), {"beside": beside})

    def get_changelist_form(self, request: HttpRequest, **kwargs: Any) -> Any:
        return super().get_changelist_form(request, **{"form": ConcurrentRowForm, **kwargs})


class OneByOneMixin(admin.ModelAdmin):
    """Rows that are deleted one at a time, as each may have a reason to stay."""

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions


class GuardedMixin(ConcurrentEditAdmin):
    """Admin that protects some rows: a shipped row would come back with the next loading.

    never: actions that nobody may perform here, of "add", "change" and "delete".
    fixed: fields that are read-only once a row is stored, as others refer to it by them.
    """

    never: tuple[str, ...] = ()
    fixed: tuple[str, ...] = ()

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return (*super().get_readonly_fields(request, obj), *(self.fixed if obj else ()))

    def stays(self, row: Any) -> bool:
        """Whether a row cannot be deleted because it came with the portal."""
        return bool(getattr(row, "shipped", None) or getattr(row, "loaded_from", None))

    def has_add_permission(self, request: HttpRequest) -> bool:
        return "add" not in self.never and super().has_add_permission(request)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return "change" not in self.never and super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        stays = "delete" in self.never or (obj is not None and self.stays(obj))
        return not stays and super().has_delete_permission(request, obj)


class PublishedAdmin(ConcurrentEditAdmin):
    """Admin whose changes expire the stored public pages, so that readers see them at once."""

    def save_related(self, *args: Any, **kwargs: Any) -> None:
        super().save_related(*args, **kwargs)
        transaction.on_commit(invalidate_public_cache)

    def delete_model(self, request: HttpRequest, obj: Model) -> None:
        super().delete_model(request, obj)
        transaction.on_commit(invalidate_public_cache)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Model]) -> None:
        super().delete_queryset(request, queryset)
        transaction.on_commit(invalidate_public_cache)
