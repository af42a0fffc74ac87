"""The shape of a guidance page's path in an address."""

LONGEST_PATH = 200


class PagePath:
    """Words of small letters, digits and hyphens between slashes: `recruiting/interviews`."""

    regex = rf"(?=.{{1,{LONGEST_PATH}}}/?\Z)[a-z0-9][a-z0-9-]*(?:/[a-z0-9][a-z0-9-]*)*"

    to_python = to_url = staticmethod(str)
