"""Where editors keep the guidance true."""

from guidance.admin.feedback import FeedbackAdmin
<<<<<<< HEAD
from guidance.admin.networks import NetworkAdmin
=======
from guidance.admin.links import LinkPlaceAdmin
>>>>>>> main
from guidance.admin.pages import PageAdmin
from guidance.admin.resources import ExternalResourceAdmin
from guidance.admin.updates import TagAdmin, UpdateAdmin

<<<<<<< HEAD
__all__ = [
    "ExternalResourceAdmin",
    "FeedbackAdmin",
    "NetworkAdmin",
    "PageAdmin",
    "TagAdmin",
    "UpdateAdmin",
]
=======
__all__ = ["ExternalResourceAdmin", "FeedbackAdmin", "LinkPlaceAdmin", "PageAdmin"]
>>>>>>> main
