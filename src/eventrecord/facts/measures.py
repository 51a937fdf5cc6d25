"""Measures that numbers are told in, by what they measure: 4.2 km are 4,200 m."""

from __future__ import annotations

from fractions import Fraction

__all__ = ["MEASURES", "Measure"]

Measure = tuple[str, Fraction]
"""What is measured, and how many of its first unit this one is."""


def _of(dimension: str, **units: str) -> dict[str, Measure]:
    return {name: (dimension, Fraction(factor)) for name, factor in units.items()}


MEASURES: dict[str, Measure] = {
    **_of(
        "length", m="1", mm="0.001", cm="0.01", km="1000", mi="1609.344", nmi="1852", li="500", ft="0.3048"
    ),
    **_of(
        "area",
        m2="1",
        km2="1000000",
        ha="10000",
        mu="2000/3",
        acre="4046.86",
        sqft="0.092903",
        ping="3.305785",
    ),
    **_of("mass", g="1", kg="1000", t="1000000"),
    **_of("volume", l="1", m3="1000"),
    **_of("power", kW="1", MW="1000", GW="1000000"),
    **_of("energy", kWh="1", MWh="1000", GWh="1000000", TWh="1000000000"),
    **_of("temperature", C="1"),
    **_of("speed", kmh="1", mph="1.609344", knot="1.852"),
}
"""Units by the keys of the tables of languages."""
