"""What a text is based on, with the addresses of the resources that it names."""

from collections.abc import Iterable
from dataclasses import dataclass

from guidance.register.models import ExternalResource


@dataclass(frozen=True)
class Citation:
    """What a text is based on: the name of a resource, "" for none, its address, and the rest."""

    name: str
    address: str
    rest: str


def citations(
    based_on: Iterable[str], resources: Iterable[ExternalResource], linked: str = ""
) -> list[Citation]:
    """Return each source, with the resource of the longest name that it begins with.

    Its address is "" if `linked`, the text of a page, has it: a source is a link where it is first
    named.
    """
    known = [*sorted(resources, key=lambda one: -len(one.name)), ExternalResource()]
    cited = ((next(one for one in known if text.startswith(one.name)), text) for text in based_on)
    return [
        Citation(one.name, "" if one.address in linked else one.address, text[len(one.name) :])
        for one, text in cited
    ]
