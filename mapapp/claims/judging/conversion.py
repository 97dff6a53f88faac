"""The same distance in another unit, "20 miles (32 km)": it must agree and is no second claim."""

from __future__ import annotations

from mapapp.claims.judging.verdict import half_step
from mapapp.claims.statements.quantities import Quantity
from mapapp.claims.statements.units import Unit


def disagreeing_km(quantity: Quantity, unit: Unit, other: Quantity, other_unit: Unit) -> float | None:
    """Return the other figure in km where no distance would be rounded to both figures; None where they agree or one is vague."""
    here, there = _rounded_km(quantity, unit), _rounded_km(other, other_unit)
    if here is None or there is None or (here[0] <= there[1] and there[0] <= here[1]):
        return None
    return middle_km(other, other_unit)


def middle_km(quantity: Quantity, unit: Unit) -> float | None:
    """Return the number stated, of a range its middle, in km; None for a vague one or a unit without a length."""
    if quantity.low is None or quantity.high is None or unit.km is None:
        return None
    return (quantity.low + quantity.high) / 2.0 * unit.km


def _rounded_km(quantity: Quantity, unit: Unit) -> tuple[float, float] | None:
    """Return the least and the greatest distance that would be written so, in km."""
    if quantity.low is None or quantity.high is None or unit.km is None:
        return None
    return (quantity.low - half_step(quantity.low)) * unit.km, (quantity.high + half_step(quantity.high)) * unit.km
