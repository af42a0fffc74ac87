"""Two windows on one row: see `kls_portal.forms.seen`."""

from kls_portal.forms.seen import CHANGED_MEANWHILE, SeenForm

__all__ = ["CHANGED_MEANWHILE", "SeenForm"]
