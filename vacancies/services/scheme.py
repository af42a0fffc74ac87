"""The scheme as editors corrected it: points, bands and limits from the rows, as plain values.

What has no row yet comes from `vacancies/data/`. The values are stored under the site's version,
so that a correction shows at once and nothing is asked twice.
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, replace

from kls_portal.public import keep_until_published
from vacancies.job_evaluation import loading
from vacancies.job_evaluation.bands import Bands
from vacancies.job_evaluation.limits import Limits, LimitSource
from vacancies.job_evaluation.scheme import Factor, Scheme
from vacancies.models import BandRange, FactorLevel, MatchingLimit

FIXED = "factors_that_must_match"
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Rulings:
    """Everything that matching needs but the post and the profile."""

    scheme: Scheme
    bands: Bands
    limits: Limits


def rulings() -> Rulings:
    """Return scheme, bands and limits together, as corrected. At most three queries."""
    return keep_until_published("rulings", lambda: Rulings(_scheme(), _bands(), _limits()))


def scheme() -> Scheme:
    """Return the 16 factors with their points as corrected."""
    return rulings().scheme


def bands() -> Bands:
    """Return the bands with their scores as corrected."""
    return rulings().bands


def limits() -> Limits:
    """Return the limits of the matching rules as corrected."""
    return rulings().limits


def _scheme() -> Scheme:
    rows = {row.code: row for row in FactorLevel.objects.all()}
    return Scheme(tuple(_factor(factor, rows) for factor in loading.scheme().factors))


def _factor(factor: Factor, rows: Mapping[str, FactorLevel]) -> Factor:
    levels = tuple(
        replace(
            level,
            points=row.points,
            points_confirmed=row.confirmed,
            points_source=row.source,
        )
        if (row := rows.get(f"{factor.code}-{level.level}"))
        else level
        for level in factor.levels
    )
    return replace(factor, levels=levels)


def _bands() -> Bands:
    rows = {row.band: row for row in BandRange.objects.all()}
    shipped = loading.bands()
    corrected = tuple(
        replace(
            band,
            min_score=row.min_score,
            max_score=row.max_score,
            confirmed=row.confirmed,
            source=row.source,
        )
        if (row := rows.get(band.band))
        else band
        for band in shipped.bands
    )
    try:
        return Bands(corrected)
    except ValueError as problem:
        log.warning("The stored bands cannot be used, so the shipped ones are: %s", problem)
        return shipped


def _limits() -> Limits:
    rows = {row.code: row for row in MatchingLimit.objects.all()}
    shipped = loading.limits()
    known = {source.limit for source in shipped.sources}
    values = {name: row.value for name, row in rows.items() if name in known}
    sources = tuple(
        LimitSource(row.code, row.confirmed, row.source, row.doubt)
        if (row := rows.get(source.limit))
        else source
        for source in shipped.sources
    )
    try:
        if FIXED in values:
            values[FIXED] = frozenset(values[FIXED])
        return replace(shipped, **values, sources=sources)
    except (TypeError, ValueError) as problem:
        log.warning("The stored limits cannot be used, so the shipped ones are: %s", problem)
        return shipped
