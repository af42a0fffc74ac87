"""The advert's own words. Title, hours, dates and criteria come from the draft, typed once."""

from dataclasses import dataclass, fields

PAY_EXAMPLE = "£32,073 to £39,043 a year"
"""Full-time pay of band 5 in England from 1 April 2026, without high cost area supplement.

Source: NHS Employers, Pay scales for 2026/27, 12 February 2026, as quoted in five public files that
agree (read on 28 November 2026; the page itself was not read).
"""


@dataclass(frozen=True)
class Advert:
    """What is typed for the advert alone. Empty text means: not written yet.

    `overview`, `skills` and `working_here` fill the three short boxes of the NHS Jobs form;
    `applying` says how to apply and what the interview is like. `pay` is the full-time pay,
    `pay_pro_rata` the amount for the hours of the post, both as people read them. `contact` is a
    person to talk to, `other_interview` another day for the interview, `link` the address of the
    published advert.
    """

    overview: str = ""
    skills: str = ""
    working_here: str = ""
    applying: str = ""
    pay: str = ""
    pay_pro_rata: str = ""
    contact: str = ""
    other_interview: str = ""
    link: str = ""

    @property
    def is_started(self) -> bool:
        """Whether any of its longer texts is written. Until then nothing is missing from it."""
        return any((self.overview, self.skills, self.working_here, self.applying))


FIELDS = tuple(field.name for field in fields(Advert))
