"""Page components that submit something, and form errors.

Each has declared inputs; `/components/` shows them all. To add one: see `components`.
"""

from typing import Any

from django import template
from django.forms import BaseForm, BaseFormSet
from django.shortcuts import resolve_url
from django.template.context import Context
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from kls_portal.forms.presentation import problems_of

register = template.Library()


@register.inclusion_tag("components/button.html")
def button(
    text: str,
    name: str = "",
    value: str = "",
    variant: str = "",
    small: bool = False,
    once: bool = False,
    flush: bool = False,
) -> dict[str, Any]:
    """Show a button that submits its form. once: an immediate second click does nothing.

    flush: no space beneath it.
    """
    context = {"text": text, "name": name, "value": value, "variant": variant}
    return {**context, "small": small, "once": once, "flush": flush}


@register.simple_block_tag(takes_context=True)
def post_button(
    context: Context,
    content: str,
    *to: Any,
    variant: str = "",
    small: bool = False,
    flush: bool = False,
    once: bool = False,
    name: str = "",
    value: str = "",
    csrf: Any = True,
    checked: Any = False,
    **fields: Any,
) -> SafeString:
    """Show a form with one button, labelled by the content.

    to: as for `resolve_url`, by default this page; variant: of a button, or "link", or "admin" for
    Django's own, or "tick": a checkbox, `checked` or not, with this label; flush: no space beneath;
    csrf: off for views that do not check it; other names: hidden fields, left out if empty.
    """
    button = {"text": content, "variant": variant, "small": small, "flush": flush, "once": once}
    form = {
        "fields": [(field, text) for field, text in fields.items() if text not in ("", None)],
        "checked": bool(checked),
        **_sent_to(context, to, csrf),
    }
    values = {**button, "name": name, "value": value, **form}
    return render_to_string("components/post_button.html", values)


@register.simple_block_tag(takes_context=True)
def form_to(
    context: Context,
    content: str,
    *to: Any,
    method: str = "post",
    upload: bool = False,
    csrf: bool = True,
) -> SafeString:
    """Show a form with its fields and buttons as content.

    to: as for `resolve_url`, by default this page; upload: whether it may send a file;
    csrf: off for views that do not check it.
    """
    values = {"content": content, "method": method, "upload": upload}
    values |= _sent_to(context, to, csrf and method == "post")
    return render_to_string("components/form_to.html", values)


def _sent_to(context: Context, to: tuple[Any, ...], csrf: Any) -> dict[str, Any]:
    address = resolve_url(*to) if to else ""
    return {"address": address, "csrf": csrf, "csrf_token": context.get("csrf_token")}


@register.inclusion_tag("components/error_summary.html")
def error_summary(*forms: BaseForm | BaseFormSet | None) -> dict[str, Any]:
    """List the errors of the page's forms, each a link to its control; show nothing without any."""
    return {"problems": problems_of(*forms)}


@register.inclusion_tag("components/error_summary.html", takes_context=True)
def admin_error_summary(context: Context) -> dict[str, Any]:
    """List the errors of any page of the admin in the site's style: of its form and of its rows.

    Django's own messages do not name the field, so its label is added.
    """
    form = getattr(context.get("adminform"), "form", context.get("form"))
    rows = [inline.formset for inline in context.get("inline_admin_formsets") or ()]
    listed = getattr(context.get("cl"), "formset", None)
    return {"problems": problems_of(form, listed, *rows, labelled=True)}


@register.simple_tag
def error_prefix(*forms: BaseForm | BaseFormSet | None) -> str:
    """Return the prefix of the page title if a form has errors."""
    return "Error: " if problems_of(*forms) else ""
