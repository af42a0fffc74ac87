"""Small parts of a page, each with declared inputs; `/components/` shows them all."""

from django import template

register = template.Library()
