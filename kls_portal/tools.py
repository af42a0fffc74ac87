"""The portal's tools, as listed in `tools.toml`."""

from dataclasses import dataclass
from pathlib import Path

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


TOOLS = rows_in(Path(__file__).with_name("tools.toml"), "tools", Tool)
_BY_ADDRESS = {tool.address: tool for tool in TOOLS}


def tool_at(address: str) -> Tool:
    """Return the tool at an address. Raises KeyError if there is none."""
    return _BY_ADDRESS[address]
