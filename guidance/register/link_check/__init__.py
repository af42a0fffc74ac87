"""Tries one web address, and returns the outcome. Pure but for the network.

`public_hosts` decides which hosts it may connect to, `head` sends one request, and `trying`
follows redirects and classifies the result.
"""

from guidance.register.link_check.outcome import Outcome, State
from guidance.register.link_check.trying import Limits, try_address

__all__ = ["Limits", "Outcome", "State", "try_address"]
