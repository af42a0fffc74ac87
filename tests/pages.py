"""What a page says, by ids, roles and values: words may change, a test that reads them must not.

page = Page(client.post(address, answers))
assert page.errors == {"text"}           # the fields with an error, in the summary and at them
assert page.banner == "success"
assert page.statuses == ["late", "to-do"]
"""

import re
from functools import cached_property, lru_cache
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS
from django.forms import BaseForm
from django.http import HttpResponse
from lxml import html
from lxml.cssselect import CSSSelector


def error_codes(form: BaseForm) -> dict[str, set[str | None]]:
    """Return the codes of the errors of a form by field, "" for the whole form."""
    return {
        "" if name == NON_FIELD_ERRORS else name: {error.code for error in errors}
        for name, errors in form.errors.as_data().items()
    }


def markup_of(answer: HttpResponse) -> str:
    """Return an answer as it was sent, where the markup itself matters."""
    return answer.content.decode()


@lru_cache(2_000)
def selecting(selector: str) -> CSSSelector:
    """Return what a CSS selector finds, in the language of lxml: to translate it takes longest."""
    return CSSSelector(selector, translator="html")


class Page:
    """An answer with HTML, read once."""

    def __init__(self, answer: HttpResponse | str | bytes) -> None:
        markup = answer if isinstance(answer, str | bytes) else answer.content
        self.root = html.fromstring(markup if isinstance(markup, str) else markup.decode())

    def all(self, selector: str) -> list[Any]:
        """Return the elements that a CSS selector finds, in order."""
        return selecting(selector)(self.root)

    def text(self, selector: str = "main") -> str:
        """Return the words of the first element found, on one line; "" where there is none."""
        return next(iter(self.texts(selector)), "")

    def texts(self, selector: str) -> list[str]:
        """Return the words of each element found, each on one line, in order."""
        return [" ".join(element.text_content().split()) for element in self.all(selector)]

    def addresses(self, selector: str) -> list[str]:
        """Return where the links found lead, or those within what is found, in order."""
        return [
            link.get("href")
            for element in self.all(selector)
            for link in element.iter("a")
            if link.get("href")
        ]

    @cached_property
    def title(self) -> str:
        """Return the title of the document."""
        return self.text("title")

    @cached_property
    def heading(self) -> str:
        """Return the words of the first heading."""
        return self.text("h1")

    @cached_property
    def ids(self) -> set[str]:
        """Return every id on the page."""
        return {element.get("id") for element in self.all("[id]")}

    @cached_property
    def links(self) -> list[str]:
        """Return where the links of the main part lead."""
        return [link.get("href") for link in self.all("main a[href]")]

    @cached_property
    def actions(self) -> list[str]:
        """Return where the forms of the main part are sent; "" is the page itself."""
        return [form.get("action") or "" for form in self.all("main form")]

    @cached_property
    def buttons(self) -> list[tuple[str, str]]:
        """Return (name, value) of the buttons of the main part."""
        found = self.all("main button")
        return [(button.get("name") or "", button.get("value") or "") for button in found]

    @cached_property
    def errors(self) -> set[str]:
        """Return the names of the fields with an error, "" for one of the whole form.

        Raises AssertionError where the summary and the fields do not name the same fields.
        """
        fields = {
            element.get("id").removesuffix("_error").removeprefix("id_")
            for element in self.all(".nhsuk-error-message[id$=_error]")
        }
        listed = self.all(".nhsuk-error-summary__list li")
        without = {""} if any(not item.cssselect("a") for item in listed) else set()
        for item in listed:
            for link in item.cssselect("a"):
                assert link.get("href").removeprefix("#") in self.ids, (
                    "a link of the summary leads nowhere"
                )
        assert bool(listed) == bool(fields or without), "errors stand in the summary or nowhere"
        assert bool(listed) == self.title.startswith("Error: "), "the title says it, or not"
        return fields | without

    def error(self, name: str) -> str:
        """Return the words of the error at a field, "" where it has none."""
        return self.text(f"#id_{name}_error").removeprefix("Error: ")

    @cached_property
    def banner(self) -> str:
        """Return "success" or "important" for the banner above the page or the words at a row.

        "" where there is neither.
        """
        for found in self.all(".nhsuk-notification-banner, .portal-answer"):
            good = {"nhsuk-notification-banner--success", "portal-answer"} & set(found.classes)
            is_wrong = not good or "portal-answer--wrong" in found.classes
            return "important" if is_wrong else "success"
        return ""

    @cached_property
    def statuses(self) -> list[str]:
        """Return the slugs of the status tags, in order."""
        return [tag.get("data-status") for tag in self.all("[data-status]")]

    def status(self, selector: str) -> str:
        """Return the slug of the first status tag within what a selector finds."""
        found = self.all(f"{selector} [data-status]")
        return found[0].get("data-status") if found else ""

    def value(self, name: str) -> str:
        """Return what stands in the field of that name; "" for an empty or missing one."""
        kinds = ("input", "select", "textarea")
        for field in self.all(", ".join(f"{kind}[name='{name}']" for kind in kinds)):
            if field.tag == "textarea":
                return (field.text or "").removeprefix("\n")
            if field.tag == "select":
                chosen = field.cssselect("option[selected]")
                return chosen[0].get("value") if chosen else ""
            if field.get("type") in ("radio", "checkbox"):
                if field.get("checked") is not None:
                    return field.get("value") or "on"
                continue
            return field.get("value") or ""
        return ""

    def rows(self, selector: str = "main table") -> list[list[str]]:
        """Return the cells of the first table found, row by row, the head left out."""
        found = self.all(f"{selector} tbody tr")
        return [
            [" ".join(cell.text_content().split()) for cell in row.cssselect("th, td")]
            for row in found
        ]


def form_with(page: str | bytes, field: str) -> dict[str, str]:
    """Return what a browser would send of the form that has this field, without a button."""
    (form, *_) = html.fromstring(page).xpath(f"//form[.//*[@name='{field}']]")
    return {name: re.sub(r"\A\r?\n", "", words) for name, words in form.form_values()}
