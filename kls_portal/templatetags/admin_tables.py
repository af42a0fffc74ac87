"""What the tables of Django's admin lack for a screen reader."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst

register = template.Library()


@register.filter
def table_named(table: str, name: str) -> SafeString:
    """Return the table of the admin with a caption, and the scope of the cell that names a row."""
    caption = format_html('<caption class="portal-hidden">{}</caption>', capfirst(name))
    before, opens, after = table.partition("<table")
    tag, ends, rows = after.partition(">")
    named = before + opens + tag + ends + caption + rows if opens else table
    return mark_safe(named.replace('<th class="field', '<th scope="row" class="field'))
