"""What may be done with guidance: publish, withdraw, place, load. Each is atomic."""

from guidance.services.placing import check_place, place
from guidance.services.publishing import publish, readers_see_changes, remove, withdraw

__all__ = ["check_place", "place", "publish", "readers_see_changes", "remove", "withdraw"]
