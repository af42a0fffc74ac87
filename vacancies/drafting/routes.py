"""Routes into a post that are not an ordinary contract, by the values of `Vacancy.Contract`.

Source: recruitment and retention guide for KLS managers (reviewed 19 July 2023), which names
apprenticeships, graduate trainees, voluntary roles and work experience placements.
"""

LIMITED = frozenset({"fixed-term", "secondment"})
"""Contracts that end on a day the advert must give."""

UNPAID = frozenset({"volunteer", "work-experience"})
"""Routes without pay and without a band. Nothing asks for either."""

DEVELOPMENT = frozenset({"apprenticeship", "trainee"})
"""Routes made to learn in."""
