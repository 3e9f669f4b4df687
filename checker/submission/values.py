"""One raw value to one settled value of a column's type, or a Misfit."""

import re
import unicodedata
from collections.abc import Callable
from fractions import Fraction
from functools import partial
from typing import Final, Literal

from checker.model.dictionary import Column, Kind
from checker.model.value import UNKNOWN, Blank, Scalar, exact
from checker.submission import words
from checker.submission.misfit import Misfit
from checker.submission.times import parse_date, parse_datetime

TEXT_LIMIT: Final = 5_000
"""Most characters of a text."""

ID_LIMIT: Final = 100
"""Most characters of a key."""

Raw = str | int | bool
"""A trimmed text that is not blank, or what YAML and JSON resolve."""

Settled = Scalar | Literal[Blank.UNKNOWN]

_NUMBER_LENGTH: Final = 40
_THOUSANDS: Final = re.compile(r"-?\d{1,3}(,\d{3})+(\.\d+)?", re.ASCII)
_SCIENTIFIC: Final = re.compile(r"\d(\.\d+)?[eE]\+\d+", re.ASCII)
_FULL_WIDTH: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_YES_NO: Final = {"true": True, "是": True, "false": False, "否": False}
_PLACEHOLDERS: Final = frozenset(
    (
        *("/", "\\", "-", "--", "---", "—", "——", "－", "／", "?", "？", "…", "...", "……", "*"),
        *("n/a", "nan", "null", "none", "nil"),
        *("暂无", "没有", "不详", "未知", "待补", "同上"),
    )
)
_EXCEL_ERRORS: Final = frozenset(
    ("#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!")
)
_JOINERS: Final = "\u200c\u200d"


def parser(column: Column) -> Callable[[Raw], Settled]:
    """Return the function that turns one raw value into a value of the column.

    The function raises Misfit for what does not fit. Values that the dictionary says to mean
    unknown become UNKNOWN.
    """
    return partial(_PARSERS[column.kind], column)


def wanted(column: Column) -> str:
    """Return what is wanted in a column, for a person who wrote something else."""
    if column.kind in (Kind.INT, Kind.DEC):
        whole = column.kind is Kind.INT
        return words.number(column.minimum, column.maximum, column.unit, whole=whole)
    return words.listed(choices(column)) if column.values else words.something()


def choices(column: Column) -> tuple[str, ...]:
    """Return every text that an enumeration takes."""
    return (*column.values, *column.means_unknown)


def key(raw: Raw) -> str:
    """Return a raw value as a key.

    Raises:
        Misfit: it is no key.
    """
    text = _checked(raw, ID_LIMIT)
    check_one_line(text)
    if _SCIENTIFIC.fullmatch(text):
        raise Misfit("mangled_number")
    return text


def plain_text(raw: Raw) -> str:
    """Return a raw value as text that stands outside of tables; "" if it is blank.

    Raises:
        Misfit: it holds what no text may hold.
    """
    text = raw.strip() if isinstance(raw, str) else raw
    return _checked(text, TEXT_LIMIT) if text != "" else ""


def check_one_line(text: str) -> None:
    """Refuse a line break or a tab: what stands in a name or a key must not look like a line of ours.

    Raises:
        Misfit: there is one.
    """
    if not text.isprintable() and any(c in text for c in "\t\n\r"):
        raise Misfit("not_one_line")


def _text(_column: Column, raw: Raw) -> str:
    return _checked(raw, TEXT_LIMIT)


def _ref(_column: Column, raw: Raw) -> str:
    return key(raw)


def _checked(raw: Raw, limit: int) -> str:
    if isinstance(raw, bool):
        raise Misfit("not_text")
    text = str(raw)
    if not text.isprintable():
        _check_characters(text)
    if len(text) > limit:
        raise Misfit("too_long", length=len(text), limit=limit)
    if len(text) < 5 and text.lower() in _PLACEHOLDERS:
        raise Misfit("placeholder")
    if text[0] == "=" or text in _EXCEL_ERRORS:
        raise Misfit("formula")
    return text


def _check_characters(text: str) -> None:
    for character in text:
        if character.isprintable() or character in "\t\n\r":
            continue
        category = unicodedata.category(character)
        shown = f"U+{ord(character):04X}"
        if category == "Co":
            raise Misfit("private_character", character=shown)
        if category in ("Cc", "Cs", "Zl", "Zp") or _is_noncharacter(character):
            raise Misfit("invisible_character", character=shown)
        if category == "Cf" and character not in _JOINERS:
            raise Misfit("invisible_character", character=shown)


def _is_noncharacter(character: str) -> bool:
    code = ord(character)
    return code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF


def _enumerated(column: Column, raw: Raw) -> Settled:
    text = "" if isinstance(raw, bool) else str(raw)
    if text in column.values:
        return text
    if text in column.means_unknown:
        return UNKNOWN
    raise Misfit("not_in_values")


def _bool(_column: Column, raw: Raw) -> bool:
    if isinstance(raw, bool):
        return raw
    folded = _folded(str(raw)).lower()
    if folded not in _YES_NO:
        raise Misfit("not_bool")
    return _YES_NO[folded]


def _number(column: Column, raw: Raw) -> int | Fraction:
    number = raw if type(raw) is int else _numeral(column, raw)
    if column.kind is Kind.INT and not isinstance(number, int):
        raise Misfit("not_whole")
    low, high = column.minimum, column.maximum
    if (low is not None and number < low) or (high is not None and number > high):
        raise Misfit("out_of_bounds")
    return number


def _numeral(column: Column, raw: Raw) -> int | Fraction:
    text = "" if isinstance(raw, bool) else _folded(str(raw))
    if "," in text:
        if not _THOUSANDS.fullmatch(text):
            raise Misfit("unclear_thousands")
        text = text.replace(",", "")
    try:
        number = exact(text if len(text) <= _NUMBER_LENGTH else "")
    except ValueError:
        raise Misfit("not_number") from None
    if text[-1] == "%" and column.unit != "1":
        raise Misfit("not_share")
    return number


def _date(_column: Column, raw: Raw) -> Scalar:
    return parse_date("" if isinstance(raw, bool) else _folded(str(raw)))


def _datetime(_column: Column, raw: Raw) -> Scalar:
    return parse_datetime("" if isinstance(raw, bool) else _folded(str(raw)))


def _folded(text: str) -> str:
    """Return the text with full-width digits, signs and spaces made plain; nothing else changes."""
    return text if text.isascii() else text.translate(_FULL_WIDTH).strip()


_PARSERS: Final[dict[Kind, Callable[[Column, Raw], Settled]]] = {
    Kind.TEXT: _text,
    Kind.ENUM: _enumerated,
    Kind.ORDERED: _enumerated,
    Kind.INT: _number,
    Kind.DEC: _number,
    Kind.BOOL: _bool,
    Kind.DATE: _date,
    Kind.DATETIME: _datetime,
    Kind.REF: _ref,
}
