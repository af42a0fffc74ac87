"""Bindings in a text, written in double braces. Pure.

`{{ fact NAME }}`, or `{{ fact NAME scotland }}`: the value of a fact.
`{{ example NAME }}`, alone in its paragraph: a part of the worked example.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from kls_portal.calendar.working_days import NATIONS

HOME = "ENG"
"""The nation that a binding refers to by default."""
SLUGS = {name.lower().replace(" ", "-"): code for code, name in NATIONS.items()}
_BINDING = re.compile(
    rf"\{{\{{\s{{0,9}}fact\s{{1,9}}([a-z0-9-]{{1,60}})(?:\s{{1,9}}({'|'.join(SLUGS)}))?\s{{0,9}}\}}\}}"
)
_EXAMPLE = re.compile(
    r"(?:<p>|^)\s{0,9}\{\{\s{0,9}example\s{1,9}([a-z-]{1,40})\s{0,9}\}\}\s{0,9}(?:</p>|$)",
    re.MULTILINE,
)
_BRACES = re.compile(r"\{\{[^{}]{0,80}\}{0,2}")


@dataclass(frozen=True)
class Binding:
    """A fact used in a text: its name, and the nation it is for (a key of NATIONS)."""

    name: str
    nation: str = HOME

    def __str__(self) -> str:
        words = ["fact", self.name]
        if self.nation != HOME:
            words += [slug for slug, code in SLUGS.items() if code == self.nation]
        return f"{{{{ {' '.join(words)} }}}}"


def bindings_in(text: str) -> list[Binding]:
    """Return the facts that a text or HTML uses, each once, in order of appearance."""
    if "{{" not in text:
        return []
    return list(dict.fromkeys(_binding(match) for match in _BINDING.finditer(text)))


def broken_bindings(text: str) -> list[str]:
    """Return what begins with double braces but is not a binding, as written in the text."""
    return [match[0] for match in _BRACES.finditer(_BINDING.sub("", text))]


def replace_bindings(text: str, put: Callable[[Binding], str]) -> str:
    """Return the text with each binding replaced by the result of `put`."""
    return _BINDING.sub(lambda match: put(_binding(match)), text) if "{{" in text else text


def split_bindings(text: str) -> list[str | Binding]:
    """Return the text split at its bindings: text and bindings alternate, text first and last."""
    parts: list[str | Binding] = []
    end = 0
    for match in _BINDING.finditer(text):
        parts += [text[end : match.start()], _binding(match)]
        end = match.end()
    return [*parts, text[end:]]


def examples_in(markup: str) -> list[str]:
    """Return the parts of the worked example that a text or HTML names, in order."""
    return _EXAMPLE.findall(markup)


def replace_examples(markup: str, put: Callable[[str], str]) -> str:
    """Return the text with each part of the worked example replaced by the result of `put`."""
    return _EXAMPLE.sub(lambda match: put(match[1]), markup)


def _binding(match: re.Match[str]) -> Binding:
    return Binding(match[1], SLUGS.get(match[2] or "", HOME))


EXAMPLES: dict[str, Callable[[str], str]] = {}
"""By name of a part: returns its safe HTML, "" if it does not exist yet. An app adds them."""


def html_with_examples(markup: str) -> str:
    """Return HTML with the parts of the worked example filled in; unknown ones are removed."""
    return replace_examples(markup, lambda name: EXAMPLES[name](name) if name in EXAMPLES else "")


def unknown_examples(markup: str) -> list[str]:
    return [name for name in examples_in(markup) if name not in EXAMPLES]
