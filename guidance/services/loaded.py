"""What became of a row that the portal ships, and the digest that tells an editor's change."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

ADDED, UPDATED, UNCHANGED, KEPT = "added", "updated", "unchanged", "kept as edited"


def digest(state: dict[str, Any]) -> str:
    """Return a digest of a row's state, given as plain values by name."""
    return sha256(repr(sorted(state.items())).encode()).hexdigest()
