"""Free text about people, in which personal and health details are queried or refused."""

from kls_portal.forms.nameless import NamelessMixin
from kls_portal.personal_data.sensitive_matches import (
    SensitiveMatch,
    health_matches,
    sensitive_matches,
)

HINT = "Leave out details of health, NHS numbers and private phone numbers."


class SensitiveTextMixin(NamelessMixin):
    """A form whose `sensitive` fields should hold no details of health and no contact details.

    Names are allowed there (“Meet Dr Shah” belongs in a plan), unless the field is also in
    `nameless` or `posts`.
    """

    sensitive: tuple[str, ...] = ()
    kept_for = "You have looked at them, and everyone with this plan may read them."

    @property
    def asked_about(self) -> tuple[str, ...]:
        """The fields whose texts are screened before they are stored."""
        return (*self.sensitive, *super().asked_about)

    def matches_in(self, name: str, text: str) -> tuple[SensitiveMatch, ...]:
        """Return the matches to review in the text of the field `name`."""
        if name not in super().asked_about:
            return sensitive_matches(text)
        health = health_matches(text) if name in self.sensitive else ()
        return (*super().matches_in(name, text), *health)


class OfVacancy(SensitiveTextMixin):
    """A form with free text of a vacancy."""

    kept_for = "You have looked at them, and everyone who works on this vacancy may read them."


class HealthMixin(SensitiveTextMixin):
    """A form that queries details of health only, because it refuses personal data itself."""

    def matches_in(self, name: str, text: str) -> tuple[SensitiveMatch, ...]:
        """Return the words about health in the text of the field `name`."""
        return health_matches(text)
