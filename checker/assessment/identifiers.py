"""Numbers that can be recognised: the unified social credit code, and numbers of persons.

The credit code follows GB 32100-2015: 17 characters weighted by powers of 3 modulo 31, and a check
character. A citizen's number follows GB 11643-1999: 17 digits weighted by powers of 2 modulo 11.
"""

import re
from typing import Final

_CODE: Final = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_IDENTITY: Final = re.compile(r"(?<![0-9A-Za-z])[1-9][0-9]{16}[0-9Xx](?![0-9A-Za-z])")
_MOBILE: Final = re.compile(r"(?<![0-9])1[3-9][0-9]{9}(?![0-9])")


def is_credit_code(text: str) -> bool:
    """Tell whether a text is a unified social credit code with a right check character."""
    if len(text) != 18 or any(c not in _CODE for c in text):
        return False
    total = sum(_CODE.index(c) * 3**i % 31 for i, c in enumerate(text[:17]))
    return _CODE[-total % 31] == text[17]


def holds_personal_number(text: str) -> bool:
    """Tell whether a text holds a citizen's identity number or a mobile number."""
    return bool(_MOBILE.search(text)) or any(
        _is_identity(found.group()) for found in _IDENTITY.finditer(text)
    )


def _is_identity(number: str) -> bool:
    total = sum(int(c) * 2 ** (17 - i) for i, c in enumerate(number[:17]))
    return "10X98765432"[total % 11] == number[17].upper()
