"""A witness as a case would hold it: YAML, a row a line."""

from collections.abc import Mapping
from typing import Any

from checker.model.outcome import Possible
from checker.workbench.proof.questions import Answer, Outcomes, Witness

_OUTCOMES = {
    Possible.MET: "{outcome: passed}",
    Possible.NEAR: "{outcome: failed, near: true}",
    Possible.MISSED: "{outcome: failed, near: false}",
    Possible.EMPTY: "{outcome: inapplicable}",
}


def files(answers: Mapping[str, Answer]) -> dict[str, str]:
    """Return the text of every witness by the name of its file."""
    return {
        f"{name}.yaml": text(a.witness) for name, a in sorted(answers.items())
        if a.witness is not None
    }  # fmt: skip


def text(witness: Witness) -> str:
    """Return a witness as a case file with one case for every rule that was asked about."""
    data = witness.data
    lines = [
        "given:",
        f"  period: {{from: {data['period']['from']}, to: {data['period']['to']}}}",
        f"  assessed_on: {data['assessed_on']}",
        "cases:",
    ]
    for rule, outcomes in witness.outcomes.items():
        lines += [f"- rule: {rule}", "  name: 求证得出的例证", "  tables:"]
        lines += _tables(data["tables"])
        lines.append(f"  expect: {_expected(outcomes)}")
    return "\n".join(lines) + "\n"


def _expected(outcomes: Outcomes) -> str:
    if len(outcomes) > 1:
        return "{outcome: cantTell}"
    return _OUTCOMES[next(iter(outcomes))]


def _tables(tables: Mapping[str, Any]) -> list[str]:
    lines = []
    for name, content in tables.items():
        if isinstance(content, list):
            lines.append(f"    {name}:")
            lines += [f"    - {_flow(row)}" for row in content]
        else:
            lines.append(f"    {name}: {_flow(content)}")
    return lines


def _flow(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{k}: {_flow(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return '""'
    return str(value) if _plain(str(value)) else f'"{value}"'


def _plain(text: str) -> bool:
    """Tell whether YAML reads a text as the same text without quotes, or as the number it is."""
    return bool(text) and text.replace("-", "").replace("_", "").replace(":", "").isalnum()
