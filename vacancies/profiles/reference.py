"""Loading points, bands and limits, keeping editors' corrections and the order of values."""

from collections.abc import Mapping
from typing import Any

from kls_portal.reference.loading import KEPT, held_by, load_rows, merge
from kls_portal.reference.models import LoadedRow
from vacancies.profiles.models import BandRange, FactorLevel, MatchingLimit
from vacancies.profiles.rules import loading
from vacancies.profiles.rules.profile import faults_of_bands, faults_of_points
from vacancies.profiles.rules.scheme import Factor

Rows = Mapping[str, dict[str, Any]]


def load_points() -> list[str]:
    """Load the points of every level; one outcome per row."""
    return [outcome for factor in loading.scheme().factors for outcome in _load_factor(factor)]


def load_bands() -> list[str]:
    """Load the scores of every band; one outcome per row."""
    rows = {
        f"band-{band.band}": {
            "band": band.band,
            "min_score": band.min_score,
            "max_score": band.max_score,
            "source": band.source,
            "confirmed": band.confirmed,
        }
        for band in loading.bands().bands
    }
    then = _then(BandRange, rows)
    ranges = [(row["band"], row["min_score"], row["max_score"]) for row in then.values()]
    return _load(BandRange, rows, sound=not list(faults_of_bands(ranges)))


def load_limits() -> list[str]:
    """Load the limits of the matching rules; one outcome per row."""
    limits = loading.limits()
    rows = {
        source.limit: {
            "value": _json_of_code_set(getattr(limits, source.limit)),
            "source": source.source,
            "confirmed": source.confirmed,
            "doubt": source.doubt,
        }
        for source in limits.sources
    }
    return list(load_rows(MatchingLimit, rows))


def _load_factor(factor: Factor) -> list[str]:
    rows = {
        f"{factor.code}-{level.level}": {
            "factor": factor.code,
            "level": level.level,
            "points": level.points,
            "source": level.points_source,
            "confirmed": level.points_confirmed,
        }
        for level in factor.levels
    }
    points = {row["level"]: row["points"] for row in _then(FactorLevel, rows).values()}
    return _load(FactorLevel, rows, sound=not list(faults_of_points(factor.code, points)))


def _then(model: type[LoadedRow], rows: Rows) -> Rows:
    """Return the rows as they would be after loading: corrections, and `rows` for the rest."""
    stored = {row.code: row for row in model._default_manager.filter(code__in=rows)}
    return {
        code: merge(stored[code].shipped, held_by(stored[code], fields), fields).values
        if code in stored
        else fields
        for code, fields in rows.items()
    }


def _load(model: type[LoadedRow], rows: Rows, sound: bool) -> list[str]:
    """Load interdependent rows; if corrections and new data conflict, stored rows are unchanged."""
    if sound:
        return list(load_rows(model, rows))
    stored = set(model._default_manager.filter(code__in=rows).values_list("code", flat=True))
    new = {code: fields for code, fields in rows.items() if code not in stored}
    return [KEPT] * len(stored) + list(load_rows(model, new))


def _json_of_code_set(value: Any) -> Any:
    return sorted(value, key=lambda code: int(code[1:])) if isinstance(value, frozenset) else value
