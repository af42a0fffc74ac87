"""Tries one address of the web, and says how it went. Pure but for the network.

`public_hosts` decides where it may connect at all, `head` asks one server one thing, `trying`
follows redirects and puts the answer into one word.
"""

from guidance.register.link_check.outcome import Outcome, State
from guidance.register.link_check.trying import Limits, try_address

__all__ = ["Limits", "Outcome", "State", "try_address"]
