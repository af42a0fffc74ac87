"""Parts of admin forms: date fields and the text editor."""

from typing import Any

from csp.decorators import csp_update
from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django_prose_editor.fields import ProseEditorFormField
from django_prose_editor.widgets import AdminProseEditorWidget
from js_asset import Media, Script

from guidance.register.models import Claim
from guidance.texts.rules.marks import codes_in
from guidance.texts.rules.sanitise import sanitise
from kls_portal.reference.bindings import replace_examples, unknown_examples
from kls_portal.reference.facts import check_bindings, known_values

NO_CLAIM = "The register of claims has no claim with the code “{}”."
NO_EXAMPLE = "The worked example has no part with the name “{}”."


class MomentField(forms.DateTimeField):
    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
        super().__init__(required=False, widget=widget, **kwargs)


_AS_THEY_ARE = """
Bold Italic HardBreak BulletList ListItem Table TableRow TableHeader TableCell Blockquote Claim
FactValues
"""
EXTENSIONS = dict.fromkeys(_AS_THEY_ARE.split(), True) | {
    "Heading": {"levels": [2, 3, 4]},
    "OrderedList": {"enableListAttributes": False},
    "Link": {"enableTarget": False, "protocols": ["http", "https", "mailto"]},
    "NoSpellCheck": False,
}
# The editor inserts one constant <style>; style-src allows only its hash besides 'self'.
STYLE_HASH = "'sha256-PlumsSlvJ7vvWzjqibGAYKq92O3y/4JTxWWsWJvyUYA='"


class BodyWidget(AdminProseEditorWidget):
    """The editor, with the label's name on its text box, and the registers of claims and facts."""

    def get_config(self) -> dict[str, Any]:
        config = super().get_config()
        claims = [[claim.code, str(claim)] for claim in Claim.objects.all()]
        known = {"Claim": {"claims": claims}, "FactValues": {"facts": known_values()}}
        return config | {"extensions": config["extensions"] | known}

    @property
    def media(self) -> Media:
        return Media(js=[Script("js/page-editor.js", type="module")]) + super().media


class BodyField(ProseEditorFormField):
    """A text with headings of levels 2 to 4, lists, links, tables, quotations and claims.

    Its value is sanitised HTML. Facts and claims that it names must exist.
    """

    def __init__(self) -> None:
        super().__init__(
            extensions=EXTENSIONS,
            widget=BodyWidget(),
            label="Text",
            help_text=format_html(
                "Headings start at the second level. The title above is the first."
                "<noscript> The text is HTML. A claim is marked so: {}</noscript>",
                '<span data-claim="code of the claim">words</span>',
            ),
        )

    def validate(self, value: str) -> None:
        """Refuse a mark that names no claim, no fact and no part of the worked example."""
        super().validate(value)
        codes = set(codes_in(value))
        known = Claim.objects.filter(code__in=codes).values_list("code", flat=True)
        if unknown := codes.difference(known):
            raise ValidationError(NO_CLAIM.format(min(unknown)), code="no-claim")
        if lost := unknown_examples(value):
            raise ValidationError(NO_EXAMPLE.format(lost[0]), code="no-example")
        check_bindings(replace_examples(value, lambda name: ""))

    def clean(self, value: str) -> str:
        """Return the text sanitised. Raises ValidationError if nothing is left of it."""
        if body := sanitise(super().clean(value)):
            return body
        raise ValidationError("Write the text.", code="no-words")


@method_decorator(csp_update({"style-src": [STYLE_HASH]}), name="changeform_view")
class WithEditor(admin.ModelAdmin):
    """For a ModelAdmin whose form has a `BodyField`: the CSP allows its scripts and styles."""

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        # The CSP allows the import map by the nonce of this request, which django-csp sets.
        nonce = getattr(request, "csp_nonce")  # noqa: B009
        # Multipart avoids the growth of long pasted text by URL encoding.
        context |= {
            "media": Media.from_media(context["media"], nonce=nonce),
            "has_file_field": True,
        }
        return super().render_change_form(request, context, *args, **kwargs)
