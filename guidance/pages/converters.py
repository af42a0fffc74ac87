"""The shape of a guidance page's path in an address."""

LONGEST_PATH = 200


class PagePath:
    """Words of small letters, digits and hyphens between slashes: `recruiting/interviews`."""

    regex = rf"(?=.{{1,{LONGEST_PATH}}}/?\Z)[a-z0-9][a-z0-9-]*(?:/[a-z0-9][a-z0-9-]*)*"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value
