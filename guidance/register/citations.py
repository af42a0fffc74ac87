"""What a text is based on, with the addresses of the resources that it names."""

from collections.abc import Container, Iterable, Iterator

from guidance.register.models import ExternalResource


def citations(
    based_on: str, resources: Iterable[ExternalResource], linked: Container[str] = ()
) -> Iterator[tuple[str, str, str]]:
    """Yield each source, parted by semicolons: the resource that it begins with, address, rest.

    The address is "" if `linked` has it: a source is a link where it is first named.
    """
    known = [*sorted(resources, key=lambda one: -len(one.name)), ExternalResource()]
    for text in filter(None, map(str.strip, based_on.split(";"))):
        one = next(one for one in known if text.startswith(one.name))
        yield one.name, "" if one.address in linked else one.address, text[len(one.name) :]
