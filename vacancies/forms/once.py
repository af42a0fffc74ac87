"""A form that is sent twice and acts once: see `kls_portal.forms.once`."""

from kls_portal.forms.once import OPEN_AGAIN, OnceField

__all__ = ["OPEN_AGAIN", "OnceField"]
