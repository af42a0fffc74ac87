"""Free text about people: personal and health details are asked about, or refused."""

from kls_portal.forms.nameless import NamelessMixin
from kls_portal.personal_data.sensitive_matches import (
    SensitiveMatch,
    health_matches,
    sensitive_matches,
)

HINT = "Leave out details of health, NHS numbers and private telephone numbers."


class SensitiveTextMixin(NamelessMixin):
    """A form whose fields named in `sensitive` should hold nothing private: health, ways to reach.

    Names are passed over there (“Meet Dr Shah” is what a plan is for), unless the field is one of
    `nameless` or `posts` as well.
    """

    sensitive: tuple[str, ...] = ()
    kept_for = "You have looked at them, and everyone with this plan may read them."

    @property
    def asked_about(self) -> tuple[str, ...]:
        """The fields whose texts are read before they are stored."""
        return (*self.sensitive, *super().asked_about)

    def matches_in(self, name: str, text: str) -> tuple[SensitiveMatch, ...]:
        """Return what should be looked at again in the text of the field `name`."""
        if name not in super().asked_about:
            return sensitive_matches(text)
        health = health_matches(text) if name in self.sensitive else ()
        return (*super().matches_in(name, text), *health)


class OfVacancy(SensitiveTextMixin):
    """Free text of a vacancy and of what is made for it."""

    kept_for = "You have looked at them, and everyone who works on this vacancy may read them."


class HealthMixin(SensitiveTextMixin):
    """A form that refuses personal data by itself, and asks about details of health alone."""

    def matches_in(self, name: str, text: str) -> tuple[SensitiveMatch, ...]:
        """Return the words about health in the text of the field `name`."""
        return health_matches(text)
