"""Which values stand for all values, where completions are tried one by one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from datetime import date, datetime, time
from fractions import Fraction
from itertools import count, islice

from checker.model.dictionary import Column, Kind
from checker.model.frozen import dataclass
from checker.model.value import Scalar

_SPARE_TEXT = "其他"
_LONG_AGO, _FAR_AHEAD = date(2000, 1, 1), date(2100, 1, 1)


@dataclass(frozen=True, slots=True)
class Sample:
    """Which values stand for all values, and how many rows stand for any number of rows.

    Attributes:
        values: single values by table and column; where a column is not named, `single_values`
            without any interesting ones. A reference may name every row there is; where its
            column is named here, only those of the rows.
        new_rows: most rows that an open table gains, besides those that references name.
    """

    values: Mapping[tuple[str, str], Sequence[Scalar]] = field(default_factory=dict)
    new_rows: int = 1


def single_values(
    column: Column, interesting: Iterable[Scalar] = (), *, spare_texts: int = 1
) -> tuple[Scalar, ...]:
    """Return values that stand for all single values of a column that is no reference.

    Args:
        interesting: the numbers, times and texts that matter, limits and their neighbours say;
            those that the column cannot hold are left out. Bounds are always among the result.
        spare_texts: how many texts are added that nobody named.
    """
    match column.kind:
        case Kind.ENUM | Kind.ORDERED:
            return column.values
        case Kind.BOOL:
            return (True, False)
        case Kind.INT | Kind.DEC:
            return _numbers(column, interesting)
        case Kind.TEXT:
            named = tuple(dict.fromkeys(interesting))
            spare = (f"{_SPARE_TEXT}{n}" for n in count(1))
            return (*named, *islice((t for t in spare if t not in named), spare_texts))
        case Kind.DATE:
            return tuple(dict.fromkeys(interesting)) or (_LONG_AGO, _FAR_AHEAD)
        case Kind.DATETIME:
            midnights = tuple(datetime.combine(d, time()) for d in (_LONG_AGO, _FAR_AHEAD))
            return tuple(dict.fromkeys(interesting)) or midnights
        case Kind.REF:
            raise ValueError(column.name)


def _numbers(column: Column, interesting: Iterable[Scalar]) -> tuple[int | Fraction, ...]:
    low, high = column.minimum, column.maximum
    edges = [edge for edge in (low, high) if edge is not None]
    numbers = {n for n in (*interesting, *edges) if isinstance(n, int | Fraction)}
    fitting = sorted(
        n
        for n in numbers or {0}
        if (low is None or low <= n)
        and (high is None or n <= high)
        and (column.kind is Kind.DEC or isinstance(n, int))
    )
    return tuple(fitting)
