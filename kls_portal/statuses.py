"""Wording and colour of every status, in one table, used by the tag `status_tag`.

To add a status, add a row to `statuses.toml`; to show it, pass its slug.
"""

from dataclasses import dataclass
from pathlib import Path

from kls_portal.plain_values import rows_in


@dataclass(frozen=True)
class Status:
    """One status.

    colour: of the design system's tag, "" for its default blue; plain: text only, without a box;
    quiet: grey text.
    """

    slug: str
    words: str
    colour: str = ""
    plain: bool = False
    quiet: bool = False


_ROWS = rows_in(Path(__file__).with_name("statuses.toml"), "statuses", Status)
STATUSES = {status.slug: status for status in _ROWS}
