"""What the hand-built results say is to be handed in: there, each rule waits for one table."""

from fractions import Fraction

from checker.model.outcome import Confirmation, Outcome, Reason
from checker.model.result import Finding, TableStep

GUIDANCE = "一个一行，照台账填。"


def to_hand_in(findings: tuple[Finding, ...]) -> tuple[TableStep, ...]:
    """Return the tables that findings wait for, those worth most first."""
    waiting: dict[str, list[Finding]] = {}
    for f in findings:
        if f.outcome is Outcome.CANT_TELL:
            (missing,) = f.measured[0].missing
            waiting.setdefault(missing.table, []).append(f)
    ordered = sorted(waiting.items(), key=lambda w: -sum(f.gain for f in w[1]))
    steps: list[TableStep] = []
    points = on_site = Fraction(0)
    for table, rules in ordered:
        (missing, *_) = rules[0].measured[0].missing
        points += sum(f.gain for f in rules)
        on_site += sum(f.gain for f in rules if f.confirmation is Confirmation.PENDING)
        blanks = (missing,) if missing.reason is Reason.VALUE_MISSING else ()
        steps.append(
            TableStep(
                table=table,
                label=missing.table_label,
                guidance=GUIDANCE,
                reason=missing.reason,
                columns=(missing.column_label or "日期", "类型"),
                rules=tuple(f.rule for f in rules if f.gain and f.scored),
                uncounted=tuple(f.rule for f in rules if not (f.gain and f.scored)),
                later=0,
                points=points,
                on_site=on_site,
                blanks=blanks,
            )
        )
    return tuple(steps)
