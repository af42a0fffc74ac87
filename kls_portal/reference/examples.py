"""Parts of the worked example in the text of a page. An app registers what each shows."""

from collections.abc import Callable, Iterable

from kls_portal.reference.bindings import examples_in, replace_examples

Show = Callable[[str], str]
_parts: dict[str, Show] = {}


def register_examples(names: Iterable[str], show: Show) -> None:
    """Say which parts there are. show: gives the safe HTML of a part, "" while it is not there."""
    _parts.update(dict.fromkeys(names, show))


def html_with_examples(markup: str) -> str:
    """Return HTML with each part of the worked example in its place; one that is none goes."""
    return replace_examples(markup, lambda name: _parts[name](name) if name in _parts else "")


def unknown_examples(markup: str) -> list[str]:
    """Return what HTML names as a part of the worked example and is none."""
    return [name for name in examples_in(markup) if name not in _parts]
