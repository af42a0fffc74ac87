"""The shape of a guidance page's path in an address."""


class PagePath:
    """Words of small letters, digits and hyphens between slashes: `recruiting/interviews`."""

    regex = r"[a-z0-9][a-z0-9-]*(?:/[a-z0-9][a-z0-9-]*)*"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value
