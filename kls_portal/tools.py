"""The portal's tools, as listed in `tools.toml`."""

from dataclasses import dataclass
from pathlib import Path

from kls_portal.parts import Link
from kls_portal.plain_values import rows_in


@dataclass(frozen=True)
class Tool:
    """A tool. asked: phrases; a search matches a phrase if it contains all of its words.

    needs_account: whether sign-in is required.
    """

    name: str
    address: str
    what_for: str
    asked: tuple[str, ...]
    needs_account: bool = False


_FILE = Path(__file__).with_name("tools.toml")
TOOLS = rows_in(_FILE, "tools", Tool)
FIRST_TOOLS = rows_in(_FILE, "home_page", Link)
