"""A conformance checker whose standard is data: rules and a dictionary in, findings out."""

from pathlib import Path
from typing import Final

__version__ = "0.1.0"

_SHARE: Final = Path(__file__).resolve().parent / "share"

HOME: Final = _SHARE if _SHARE.is_dir() else _SHARE.parent.parent
"""Where rules/, schemas/, reports/ and docs/ stand: within a wheel, or beside the sources."""
