"""A witness written out: as submission.yaml, and short enough to be read beside a finding."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from checker.workbench.comparison import told, words
from checker.workbench.comparison.meaning import Flip, Meaning

_PLAIN: Final = re.compile(r"[\w\u4e00-\u9fff#+./:%-]*[\w\u4e00-\u9fff%]")
_SPECIAL: Final = re.compile(
    r"(?i)(true|false|yes|no|on|off|null|none|y|n|~)$|[-+.:]*[\d.][\d_.:,eExXoO+-]*$|#|.*:$|- "
)


def document(one: Flip, of: Meaning) -> str:
    """Return a witness as the text of a submission file, with what it shows in its head."""
    head = [f"# {words.meaning(of.rule, of.title, told.relation(of), '')}", f"# {told.flip(one)}"]
    return "\n".join([*head, *_lines(one.data)]) + "\n"


def tables(one: Flip, most: int) -> tuple[str, ...]:
    """Return the tables of a witness as lines, at most so many rows of each."""
    lines: list[str] = []
    for name, content in one.data["tables"].items():
        rows = content.get("rows") if isinstance(content, Mapping) else content
        if isinstance(rows, list):
            lines.append(f"{name}:{_state(content)}")
            lines += [f"- {_flow(row)}" for row in rows[:most]]
            if len(rows) > most:
                lines.append(words.more_rows(len(rows) - most))
        else:
            lines.append(f"{name}: {_flow(content)}")
    return tuple(lines)


def _state(content: Any) -> str:
    return f"  # {content['state']}" if isinstance(content, Mapping) and "state" in content else ""


def _lines(data: Mapping[str, Any]) -> Iterator[str]:
    for key, value in data.items():
        if key != "tables":
            yield f"{key}: {_flow(value)}"
    yield "tables:"
    for name, content in data["tables"].items():
        if isinstance(content, list):
            yield f"  {name}:"
            yield from (f"  - {_flow(row)}" for row in content)
        elif isinstance(content, Mapping) and isinstance(content.get("rows"), list):
            yield f"  {name}:"
            yield from (f"    {k}: {_flow(v)}" for k, v in content.items() if k != "rows")
            yield "    rows:"
            yield from (f"    - {_flow(row)}" for row in content["rows"])
        else:
            yield f"  {name}: {_flow(content)}"


def _flow(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{k}: {_flow(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_flow(v) for v in value) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return "null"
    if isinstance(value, int):
        return str(value)
    text = str(value)
    if _PLAIN.fullmatch(text) and (not _SPECIAL.match(text) or _is_day(text)):
        return text
    return json.dumps(text, ensure_ascii=False)


def _is_day(text: str) -> bool:
    """Tell whether a text is a day or a moment, which rule files write without quotation marks."""
    return bool(re.fullmatch(r"\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?)?", text))
