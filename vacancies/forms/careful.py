"""Free text about people: personal and health details are asked about, or refused."""

from kls_portal.forms.careful import NamelessMixin
from kls_portal.personal_data.concerns import Concern
from vacancies.checklists.careful import concerns, health_concerns

HINT = "Leave out details of health, NHS numbers and private telephone numbers."


class CarefulMixin(NamelessMixin):
    """A form whose fields named in `careful` should hold nothing private: health, ways to reach.

    Names are passed over there (“Meet Dr Shah” is what a plan is for), unless the field is one of
    `nameless` or `posts` as well.
    """

    careful: tuple[str, ...] = ()
    kept_for = "You have looked at them, and everybody with this plan may read them."

    @property
    def asked_about(self) -> tuple[str, ...]:
        """The fields whose texts are read before they are stored."""
        return (*self.careful, *super().asked_about)

    def concerns_in(self, name: str, text: str) -> tuple[Concern, ...]:
        """Return what should be looked at again in the text of the field `name`."""
        if name not in super().asked_about:
            return concerns(text)
        health = health_concerns(text) if name in self.careful else ()
        return (*super().concerns_in(name, text), *health)


class OfVacancy(CarefulMixin):
    """Free text of a vacancy and of what is made for it."""

    kept_for = "You have looked at them, and everybody who works on this vacancy may read them."


class HealthMixin(CarefulMixin):
    """A form that refuses personal data by itself, and asks about details of health alone."""

    def concerns_in(self, name: str, text: str) -> tuple[Concern, ...]:
        """Return the words about health in the text of the field `name`."""
        return health_concerns(text)
