"""Exact numbers as decimal text, rounded half up where they must be cut (never half to even)."""

from fractions import Fraction

EXACT_PLACES = 6
"""Places up to which a terminating decimal is written out in full."""


def rounded(value: int | Fraction, places: int) -> Fraction:
    """Return the value rounded half up (away from zero at .5) to so many decimal places."""
    scale, parts = 10**places, value.denominator
    whole = (abs(value.numerator) * scale * 2 + parts) // (parts * 2)
    return Fraction(whole if value.numerator >= 0 else -whole, scale)


def decimal(value: int | Fraction, places: int | None = None) -> str:
    """Return decimal text.

    Args:
        places: exactly so many decimals; None: as many as it needs, or two if it never ends.
    """
    if places is None:
        if value.denominator == 1:
            return str(value.numerator)
        exact = rounded(value, EXACT_PLACES)
        text = _written(exact, EXACT_PLACES) if exact == value else _written(rounded(value, 2), 2)
        return text.rstrip("0").rstrip(".")
    return _written(rounded(value, places), places)


def percent(value: int | Fraction, places: int | None = None) -> str:
    """Return a share as a percentage, e.g. "95%"."""
    return decimal(Fraction(value) * 100, places) + "%"


def _written(value: Fraction, places: int) -> str:
    digits = str(abs(value.numerator) * 10**places // value.denominator).rjust(places + 1, "0")
    sign = "-" if value < 0 else ""
    return sign + (f"{digits[:-places]}.{digits[-places:]}" if places else digits)
