"""What may be done with guidance: publish, withdraw, place, load. Each is atomic."""

from guidance.services.links import dead_links
from guidance.services.placing import address_of, check_place, place
from guidance.services.publishing import (
    FIXED,
    publish,
    readers_see_changes,
    remove,
    use_again,
    withdraw,
)

__all__ = [
    "FIXED",
    "address_of",
    "check_place",
    "dead_links",
    "place",
    "publish",
    "readers_see_changes",
    "remove",
    "use_again",
    "withdraw",
]
