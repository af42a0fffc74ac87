"""Parts of the worked example in the text of a page. An app registers how each is shown."""

from collections.abc import Callable, Iterable

from kls_portal.reference.bindings import examples_in, replace_examples

Show = Callable[[str], str]
_parts: dict[str, Show] = {}


def register_examples(names: Iterable[str], show: Show) -> None:
    """Register parts. show: returns the safe HTML of a part, "" if it does not exist yet."""
    _parts.update(dict.fromkeys(names, show))


def html_with_examples(markup: str) -> str:
    """Return HTML with the parts of the worked example filled in; unknown ones are removed."""
    return replace_examples(markup, lambda name: _parts[name](name) if name in _parts else "")


def unknown_examples(markup: str) -> list[str]:
    """Return the names of unknown parts of the worked example in HTML."""
    return [name for name in examples_in(markup) if name not in _parts]
